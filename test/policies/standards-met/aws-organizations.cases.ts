import { type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const organizationOf = of("aws:organizations/organization:Organization");
const scp = of("aws:organizations/policy:Policy");
const attachment = of("aws:organizations/policyAttachment:PolicyAttachment");

const organization = organizationOf({ featureSet: "ALL", enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] });
const ACTIONS = ["organizations:LeaveOrganization", "cloudtrail:StopLogging", "config:StopConfigurationRecorder", "guardduty:DeleteDetector"];
const SPARED = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/SetUp" } };
const REGIONS = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-2", "eu-west-1"] } };
const record = { Effect: "Deny", Action: ACTIONS, Resource: "*" };
const regions = { Effect: "Deny", NotAction: ["iam:*", "route53:*"], Resource: "*", Condition: REGIONS };

const policyOf = (...statements: readonly Record<string, unknown>[]): CaseResource =>
    scp({ content: JSON.stringify({ Version: "2012-10-17", Statement: statements }) });
const attached = (policy: CaseResource): readonly CaseResource[] => [
    policy,
    attachment({ policyId: UNKNOWN, targetId: "r-ab12" }, { policyId: policy }),
];
const held = (...statements: readonly Record<string, unknown>[]): readonly CaseResource[] => [organization, ...attached(policyOf(...statements))];

export const cases: Cases = {
    "aws-organisation-guardrails": {
        compliant: {
            "one policy denies all": held(record, regions),
            "two policies, each attached": [organization, ...attached(policyOf(record)), ...attached(policyOf(regions))],
            "a role that sets accounts up is spared": held(
                { ...record, Condition: SPARED },
                { ...regions, Condition: { ...REGIONS, ...SPARED, Bool: { "aws:PrincipalIsAWSService": "false" } } },
            ),
            "wildcards cover the actions": held(
                { ...record, Action: ["organizations:Leave*", "cloudtrail:*", "config:Stop*", "guardduty:*"] },
                regions,
            ),
            "every action of other regions": held(record, { ...regions, NotAction: undefined, Action: "*" }),
            "features left out are all": [organizationOf({ enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] }), ...attached(policyOf(record, regions))],
            "no deny of regions, where none is asked for": { resources: held(record), settings: { requireRegionDeny: false } },
            "fewer actions asked for": {
                resources: held({ ...record, Action: "organizations:LeaveOrganization" }, regions),
                settings: { requiredDenies: ["organizations:LeaveOrganization"] },
            },
            "the organisation is held elsewhere, its policies here": holding("organisation", ...attached(policyOf(record, regions))),
        },
        violating: {
            "shared bills only": [
                [
                    organizationOf({ featureSet: "CONSOLIDATED_BILLING", enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] }),
                    ...attached(policyOf(record, regions)),
                ],
                "featureSet",
            ],
            "service control policies not enabled, as by default": [[organizationOf(), ...attached(policyOf(record, regions))], "enabledPolicyTypes"],
            "only tag policies enabled": [
                [organizationOf({ enabledPolicyTypes: ["TAG_POLICY"] }), ...attached(policyOf(record, regions))],
                "enabledPolicyTypes",
            ],
            "no policy": [organization, ""],
            "nothing where the estate's organisation is held": holding("organisation"),
            "a policy that is attached to nothing": [[organization, policyOf(record, regions)], ""],
            "an action that is not denied": [held({ ...record, Action: ACTIONS.slice(1) }, regions), ""],
            "an Allow": [held({ ...record, Effect: "Allow" }, regions), ""],
            "a Deny of one resource": [held({ ...record, Resource: "arn:aws:cloudtrail:*:*:trail/main" }, regions), ""],
            "a Deny for root alone": [held({ ...record, Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }, regions), ""],
            "a Deny that spares everybody": [held({ ...record, Condition: { ArnNotLike: { "aws:PrincipalArn": "*" } } }, regions), ""],
            "a Deny that spares the organisation": [
                held({ ...record, Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } }, regions),
                "",
            ],
            "no Deny of other regions": [held(record), ""],
            "a region that is not approved": [
                held(record, { ...regions, Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-2", "us-west-2"] } } }),
                "",
            ],
            "only the approved regions denied": [
                held(record, { ...regions, Condition: { StringEquals: { "aws:RequestedRegion": ["eu-west-2"] } } }),
                "",
            ],
            "other regions of one service": [held(record, { ...regions, NotAction: undefined, Action: "ec2:*" }), ""],
            "a tag policy with the same text": [
                [organization, ...attached({ ...policyOf(record, regions), props: { ...policyOf(record, regions).props, type: "TAG_POLICY" } })],
                "",
            ],
        },
        undetermined: {
            "text that is not known": [[organization, ...attached(scp({ content: UNKNOWN }))], ""],
            "text that is not JSON": [[organization, ...attached(scp({ content: "deny all" }))], ""],
            "an attachment that may be another policy's": [
                [organization, policyOf(record, regions), attachment({ policyId: UNKNOWN, targetId: "r-ab12" })],
                "",
            ],
            "policy types that are not known": [
                [organizationOf({ enabledPolicyTypes: UNKNOWN }), ...attached(policyOf(record, regions))],
                "enabledPolicyTypes",
            ],
            "features that are not known": [
                [organizationOf({ featureSet: UNKNOWN, enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] }), ...attached(policyOf(record, regions))],
                "featureSet",
            ],
        },
        notApplicable: { "policies without an organisation": attached(policyOf(record)) },
    },
};
