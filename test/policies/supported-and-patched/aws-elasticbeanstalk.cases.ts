import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const environment = of("aws:elasticbeanstalk/environment:Environment");
const template = of("aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate");

const NAMESPACE = "aws:elasticbeanstalk:managedactions";

type Setting = Extract<CaseProps<"aws:elasticbeanstalk/environment:Environment">["settings"], readonly unknown[]>[number];
const enabled = (value: string | typeof UNKNOWN): Setting => ({ namespace: NAMESPACE, name: "ManagedActionsEnabled", value });
const level = (value: string): Setting => ({ namespace: `${NAMESPACE}:platformupdate`, name: "UpdateLevel", value });

const managed = template({ name: "managed", settings: [enabled("true"), level("minor")] });
const plain = template({ name: "plain" });

export const cases: Cases = {
    "aws-elasticbeanstalk-managed-updates": {
        compliant: {
            "minor versions": environment({ settings: [enabled("true"), level("minor")] }),
            patches: environment({ settings: [enabled("true"), level("patch")] }),
            "by the template": [managed, environment({ templateName: "managed" })],
            "the template set right by the environment": [
                plain,
                environment({ templateName: UNKNOWN, settings: [enabled("true"), level("patch")] }, { templateName: plain }),
            ],
        },
        violating: {
            "off, by default": [environment(), "settings"],
            "off, said outright": [environment({ settings: [enabled("false"), level("minor")] }), "settings"],
            "no level": [environment({ settings: [enabled("true")] }), "settings"],
            "patches, where the setting asks for minor versions": {
                resources: [environment({ settings: [enabled("true"), level("patch")] })],
                settings: { minUpdateLevel: "minor" },
                property: "settings",
            },
            "a template that nobody here uses": [plain, "settings"],
            "turned off again by the environment": [[managed, environment({ templateName: "managed", settings: [enabled("false")] })], "settings"],
        },
        undetermined: {
            "settings that are not known": [environment({ settings: UNKNOWN }), "settings"],
            "a value that is not known": [environment({ settings: [enabled(UNKNOWN), level("minor")] }), "settings"],
            "a template of another stack": [environment({ templateName: "shared" }), "settings"],
        },
    },
};
