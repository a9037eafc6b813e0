import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const contact = of("aws:ssmcontacts/contact:Contact");
const channel = of("aws:ssmcontacts/contactChannel:ContactChannel");
const plan = of("aws:ssmcontacts/plan:Plan");
const rotation = of("aws:ssm/contactsRotation:ContactsRotation");
const responsePlan = of("aws:ssmincidents/responsePlan:ResponsePlan");

const person = contact({ alias: "on-call", type: "PERSONAL" });
const escalation = contact({ alias: "second-line", type: "ESCALATION" });
const by = (type: string | typeof UNKNOWN): CaseResource =>
    channel({ contactId: UNKNOWN, name: "c", type, deliveryAddress: { simpleAddress: UNKNOWN } }, { contactId: person });
const target = { contactTargetInfo: { contactId: UNKNOWN, isEssential: true } } as const;
const engaging = (whom: CaseResource, durationInMinutes: number | typeof UNKNOWN, targets = 1): CaseResource =>
    plan({ contactId: UNKNOWN, stages: [{ durationInMinutes, targets: Array.from({ length: targets }, () => target) }] }, { contactId: whom });
const reached = [person, by("SMS"), by("EMAIL"), engaging(person, 10)];
const recurrence = { numberOfOnCalls: 1, recurrenceMultiplier: 1 };
const template = { title: "Incident", impact: 1, notificationTargets: [{ snsTopicArn: UNKNOWN }] } as const;

export const cases: Cases = {
    "aws-incident-manager-contacts-reachable": {
        compliant: {
            "two kinds of channel and a plan": reached,
            "a plan that names the contact's ARN": [
                person,
                by("SMS"),
                by("VOICE"),
                plan({ contactId: "arn:aws:ssm-contacts:eu-west-2:111122223333:contact/on-call", stages: [{ durationInMinutes: 5 }] }),
            ],
            "an escalation to two": [escalation, engaging(escalation, 30, 2)],
            "a rotation of two": rotation({ contactIds: [UNKNOWN, UNKNOWN], timeZoneId: "Europe/London", recurrence }),
            "one channel, by setting": { resources: [person, by("SMS"), engaging(person, 10)], settings: { minChannels: 1 } },
        },
        violating: {
            "absent: neither channels nor a plan": [person, ""],
            "one channel": [[person, by("SMS"), engaging(person, 10)], ""],
            "two numbers of one kind": [[person, by("SMS"), by("SMS"), engaging(person, 10)], ""],
            "no plan": [[person, by("SMS"), by("EMAIL")], ""],
            "a plan that waits too long": [[person, by("SMS"), by("EMAIL"), engaging(person, 30)], ""],
            "a plan without stages": [[person, by("SMS"), by("EMAIL"), plan({ contactId: UNKNOWN, stages: [] }, { contactId: person })], ""],
            "an escalation to one": [[escalation, engaging(escalation, 10, 1)], ""],
            "a rotation of one": [rotation({ contactIds: [UNKNOWN], timeZoneId: "Europe/London", recurrence }), "contactIds"],
        },
        undetermined: {
            "a type that is not known": [contact({ alias: "on-call", type: UNKNOWN }), ""],
            "a kind of channel that is not known": [[person, by("SMS"), by(UNKNOWN), engaging(person, 10)], ""],
            "a channel of somebody who is not known": [
                [
                    person,
                    by("SMS"),
                    channel({ contactId: UNKNOWN, name: "c", type: "EMAIL", deliveryAddress: { simpleAddress: "a" } }),
                    engaging(person, 10),
                ],
                "",
            ],
            "a stage whose length is not known": [[person, by("SMS"), by("EMAIL"), engaging(person, UNKNOWN)], ""],
            "people who are not known": [rotation({ contactIds: UNKNOWN, timeZoneId: "Europe/London", recurrence }), "contactIds"],
        },
        notApplicable: { "a schedule": contact({ alias: "rota", type: "ONCALL_SCHEDULE" }) },
    },
    "aws-response-plan-notifies-client": {
        compliant: {
            "a topic and people": responsePlan({ name: "p", incidentTemplate: template, engagements: [UNKNOWN] }),
            "a topic and a chat channel": responsePlan({ name: "p", incidentTemplate: template, chatChannels: [UNKNOWN] }),
            "the words asked for": {
                resources: [responsePlan({ name: "p", incidentTemplate: { ...template, summary: "Ring the Trust's SIRO" }, engagements: [UNKNOWN] })],
                settings: { summaryKeywords: ["siro"] },
            },
        },
        violating: {
            "no topic": [
                responsePlan({ name: "p", incidentTemplate: { title: "Incident", impact: 1 }, engagements: [UNKNOWN] }),
                "incidentTemplate.notificationTargets",
            ],
            "no topic, said outright": [
                responsePlan({ name: "p", incidentTemplate: { ...template, notificationTargets: [] }, engagements: [UNKNOWN] }),
                "incidentTemplate.notificationTargets",
            ],
            "nobody is engaged": [responsePlan({ name: "p", incidentTemplate: template }), "engagements"],
            "a summary without the words": {
                resources: [responsePlan({ name: "p", incidentTemplate: { ...template, summary: "Look" }, engagements: [UNKNOWN] })],
                settings: { summaryKeywords: ["SIRO"] },
                property: "incidentTemplate.summary",
            },
        },
        undetermined: {
            "topics that are not known": [
                responsePlan({ name: "p", incidentTemplate: { ...template, notificationTargets: UNKNOWN }, engagements: [UNKNOWN] }),
                "incidentTemplate.notificationTargets",
            ],
            "people who are not known": [responsePlan({ name: "p", incidentTemplate: template, engagements: UNKNOWN }), "engagements"],
        },
    },
};
