import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const detector = of("aws:guardduty/detector:Detector");
const topic = of("aws:sns/topic:Topic");

export const cases: Cases = {
    "aws-guardduty-enabled": {
        compliant: {
            "a detector, on by default": holding("account-baseline", detector()),
            "a detector said to be on": holding("account-baseline", detector({ enable: true })),
        },
        violating: {
            "no detector": holding("account-baseline", topic()),
            "a detector that is off": holding("account-baseline", detector({ enable: false })),
        },
        undetermined: { "perhaps on": holding("account-baseline", detector({ enable: UNKNOWN })) },
        notApplicable: { "another stack holds the baseline": topic() },
    },
};
