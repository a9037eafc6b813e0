import { type Cases, UNKNOWN, of } from "../support/cases";

const detector = of("aws:guardduty/detector:Detector");
const macie = of("aws:macie2/account:Account");

const FREQUENCY = "findingPublishingFrequency";

export const cases: Cases = {
    "aws-guardduty-publishes-quickly": {
        compliant: {
            GuardDuty: detector({ findingPublishingFrequency: "FIFTEEN_MINUTES" }),
            "Macie, by default": macie({}),
            "Macie, said outright": macie({ findingPublishingFrequency: "FIFTEEN_MINUTES" }),
            "an hour, by setting": { resources: [detector({ findingPublishingFrequency: "ONE_HOUR" })], settings: { allowOneHour: true } },
        },
        violating: {
            "GuardDuty's default of six hours": [detector({ enable: true }), FREQUENCY],
            "six hours, said outright": [detector({ findingPublishingFrequency: "SIX_HOURS" }), FREQUENCY],
            "an hour": [detector({ findingPublishingFrequency: "ONE_HOUR" }), FREQUENCY],
            "Macie, hours later": [macie({ findingPublishingFrequency: "SIX_HOURS" }), FREQUENCY],
        },
        undetermined: { "known only after the update": [detector({ findingPublishingFrequency: UNKNOWN }), FREQUENCY] },
    },
};
