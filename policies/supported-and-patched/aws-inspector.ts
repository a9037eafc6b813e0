import { mustByType } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { includes } from "../shared/word-lists";

export const inspectorScanTypes = mustByType({
    name: "aws-inspector-enabled-for-all-scan-types",
    title: "Inspector looks for known flaws in machines, images and functions",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "What is not scanned keeps its published flaws until someone else finds them.",
    fix: "Name EC2, ECR and LAMBDA in resourceTypes, or set autoEnable.ec2, ecr and lambda to true for the organisation.",
    references: [
        "aws-config:inspector-ec2-scan-enabled",
        "aws-config:inspector-ecr-scan-enabled",
        "aws-config:inspector-lambda-standard-scan-enabled",
        "aws-config:inspector-lambda-code-scan-enabled",
        "fsbp:Inspector.1",
        "fsbp:Inspector.2",
        "fsbp:Inspector.3",
        "fsbp:Inspector.4",
    ],
    settings: {
        requireLambdaCode: { type: "boolean", default: false, description: "Whether the code of functions must be scanned besides their packages." },
    },
    facts: ({ requireLambdaCode }) => ({
        "aws:inspector2/enabler:Enabler": [
            includes(
                "resourceTypes",
                ["EC2", "ECR", "LAMBDA", ...(requireLambdaCode ? ["LAMBDA_CODE"] : [])],
                "One of EC2, ECR and LAMBDA is not scanned.",
            ),
        ],
        "aws:inspector2/organizationConfiguration:OrganizationConfiguration": [
            on("autoEnable.ec2", false, "Machines of new accounts are not scanned."),
            on("autoEnable.ecr", false, "Images of new accounts are not scanned."),
            on("autoEnable.lambda", false, "Functions of new accounts are not scanned."),
            ...(requireLambdaCode ? [on("autoEnable.lambdaCode", false, "The code of functions of new accounts is not scanned.")] : []),
        ],
    }),
});
