import { type Cases, UNKNOWN, of } from "../support/cases";

const enabler = of("aws:inspector2/enabler:Enabler");
const organisation = of("aws:inspector2/organizationConfiguration:OrganizationConfiguration");

export const cases: Cases = {
    "aws-inspector-enabled-for-all-scan-types": {
        compliant: {
            "an account": enabler({ resourceTypes: ["EC2", "ECR", "LAMBDA"] }),
            "an organisation": organisation({ autoEnable: { ec2: true, ecr: true, lambda: true } }),
        },
        violating: {
            "machines only": [enabler({ resourceTypes: ["EC2"] }), "resourceTypes"],
            "functions left out, by default": [organisation({ autoEnable: { ec2: true, ecr: true } }), "autoEnable.lambda"],
            "images left out, said outright": [organisation({ autoEnable: { ec2: true, ecr: false, lambda: true } }), "autoEnable.ecr"],
            "code, where the setting asks": {
                resources: [enabler({ resourceTypes: ["EC2", "ECR", "LAMBDA"] })],
                settings: { requireLambdaCode: true },
                property: "resourceTypes",
            },
        },
        undetermined: {
            "known only after the update": [enabler({ resourceTypes: UNKNOWN }), "resourceTypes"],
            "one that is not known": [enabler({ resourceTypes: ["EC2", "ECR", UNKNOWN] }), "resourceTypes"],
            "perhaps on": [organisation({ autoEnable: { ec2: true, ecr: true, lambda: UNKNOWN } }), "autoEnable.lambda"],
        },
    },
};
