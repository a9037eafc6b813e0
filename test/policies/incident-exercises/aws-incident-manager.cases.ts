import { type Cases, UNKNOWN, of } from "../support/cases";

const plan = of("aws:ssmincidents/responsePlan:ResponsePlan");
const replicationSet = of("aws:ssmincidents/replicationSet:ReplicationSet");

const incidentTemplate = { title: "Records are not available", impact: 2 };
const action = { ssmAutomations: [{ documentName: "restore-records", roleArn: "arn:aws:iam::111122223333:role/runbook" }] };
const whole = { name: "records", incidentTemplate, engagements: [UNKNOWN], action } as const;

export const cases: Cases = {
    "aws-incident-response-plan-exercisable": {
        compliant: {
            "a plan with people and a runbook": plan(whole),
            "a plan without a runbook": { resources: [plan({ name: "records", incidentTemplate, engagements: [UNKNOWN] })], advice: true },
            "without a runbook, by setting": {
                resources: [plan({ name: "records", incidentTemplate, engagements: [UNKNOWN] })],
                settings: { requireRunbook: false },
            },
            "two regions": replicationSet({ regions: [{ name: "eu-west-2" }, { name: "eu-west-1" }] }),
            "two regions, under the older name": replicationSet({ region: [{ name: "eu-west-2" }, { name: "eu-west-1" }] }),
        },
        violating: {
            "nobody is engaged": [plan({ name: "records", incidentTemplate, action }), "engagements"],
            "nobody, said outright": [plan({ ...whole, engagements: [] }), "engagements"],
            "no impact to speak of": [plan({ ...whole, incidentTemplate: { title: "a", impact: 5 } }), "incidentTemplate.impact"],
            "one region": [replicationSet({ regions: [{ name: "eu-west-2" }] }), "regions"],
            "no region": [replicationSet({}), "regions"],
        },
        undetermined: {
            "people who are not known": [plan({ ...whole, engagements: UNKNOWN }), "engagements"],
            "an impact that is not known": [plan({ ...whole, incidentTemplate: { title: "a", impact: UNKNOWN } }), "incidentTemplate.impact"],
            "regions that are not known": [replicationSet({ regions: UNKNOWN }), "regions"],
        },
    },
};
