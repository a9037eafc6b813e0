import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const account = of("aws:securityhub/account:Account");
const accountV2 = of("aws:securityhub/accountV2:AccountV2");
const subscription = of("aws:securityhub/standardsSubscription:StandardsSubscription");
const centralPolicy = of("aws:securityhub/configurationPolicy:ConfigurationPolicy");
const topic = of("aws:sns/topic:Topic");

const FSBP = "arn:aws:securityhub:eu-west-2::standards/aws-foundational-security-best-practices/v/1.0.0";
const baseline = (...resources: Parameters<typeof holding>[1][]) => holding("account-baseline", ...resources);

export const cases: Cases = {
    "aws-security-hub-enabled": {
        compliant: {
            "with its default standards": baseline(account()),
            "the defaults said outright": baseline(account({ autoEnableControls: true, enableDefaultStandards: true })),
            "subscribed to by name": baseline(account({ enableDefaultStandards: false }), subscription({ standardsArn: FSBP })),
            "Security Hub of the second generation": { ...baseline(accountV2()), partial: true },
            "a central policy": centralPolicy({ configurationPolicy: { serviceEnabled: true, enabledStandardArns: [FSBP] } }),
        },
        violating: {
            none: baseline(topic()),
            "no standards": baseline(account({ enableDefaultStandards: false })),
            "another standard only": baseline(
                account({ enableDefaultStandards: false }),
                subscription({ standardsArn: "arn:aws:securityhub:eu-west-2::standards/pci-dss/v/3.2.1" }),
            ),
            "a further standard by setting": {
                ...baseline(account()),
                settings: { requiredStandards: ["aws-foundational-security-best-practices", "nist-800-53"] },
            },
            "controls that stay off": { ...baseline(account({ autoEnableControls: false })), property: "autoEnableControls" },
            "a central policy that is off": [centralPolicy({ configurationPolicy: { serviceEnabled: false } }), "configurationPolicy.serviceEnabled"],
        },
        undetermined: {
            "perhaps with its default standards": baseline(account({ enableDefaultStandards: UNKNOWN })),
            "a standard that is not known": baseline(account({ enableDefaultStandards: false }), subscription({ standardsArn: UNKNOWN })),
        },
        notApplicable: { "another stack holds the baseline": topic() },
    },
};
