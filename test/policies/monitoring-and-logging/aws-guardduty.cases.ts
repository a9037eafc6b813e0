import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const detector = of("aws:guardduty/detector:Detector");
const organisation = of("aws:guardduty/organizationConfiguration:OrganizationConfiguration");
const topic = of("aws:sns/topic:Topic");

export const cases: Cases = {
    "aws-guardduty-enabled": {
        compliant: {
            "a detector, on by default": holding("account-baseline", detector()),
            "a detector said to be on": holding("account-baseline", detector({ enable: true })),
            "a detector outside the baseline": detector(),
            "the organisation enrols new members": holding(
                "security-account",
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NEW" }),
            ),
            "all members satisfy new ones too": holding(
                "security-account",
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "ALL" }),
            ),
        },
        violating: {
            "no detector": holding("account-baseline", topic()),
            "a detector that is off": holding("account-baseline", detector({ enable: false })),
            "a detector that is off, outside the baseline": [detector({ enable: false }), "enable"],
            "the organisation enrols nobody": [
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NONE" }),
                "autoEnableOrganizationMembers",
            ],
            "new members only, where all are asked for": {
                resources: [organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NEW" })],
                settings: { autoEnable: "ALL" },
                property: "autoEnableOrganizationMembers",
            },
            "a security account that enrols no members": holding("security-account", detector()),
        },
        undetermined: {
            "perhaps on": holding("account-baseline", detector({ enable: UNKNOWN })),
            "members that are perhaps enrolled": [
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: UNKNOWN }),
                "autoEnableOrganizationMembers",
            ],
        },
        notApplicable: { "another stack holds the baseline": topic() },
    },
};
