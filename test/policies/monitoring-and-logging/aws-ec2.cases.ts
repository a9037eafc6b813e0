import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");

export const cases: Cases = {
    "aws-ec2-detailed-monitoring": {
        compliant: {
            "an instance": instance({ monitoring: true }),
            "a launch template": template({ monitoring: { enabled: true } }),
            "a launch configuration, on by default": configuration({ imageId: "ami-1" }),
        },
        violating: {
            "absent is off on an instance": [instance(), "monitoring"],
            "the same said outright": [instance({ monitoring: false }), "monitoring"],
            "absent is off in a launch template": [template(), "monitoring.enabled"],
            "off in a launch template, said outright": [template({ monitoring: { enabled: false } }), "monitoring.enabled"],
            "a launch configuration said to be off": [configuration({ enableMonitoring: false }), "enableMonitoring"],
        },
        undetermined: { "known only after the update": [instance({ monitoring: UNKNOWN }), "monitoring"] },
    },
};
