import { isOneOf } from "../../src/policy/check";
import { mustByType } from "../../src/policy/factories";
import { type Fact, given, oneOf, together } from "../../src/policy/facts";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, or, some } from "../../src/policy/unknown";
import { isFilled, isSet, list, read } from "../../src/policy/values";

const MESSAGE = "It is placed in no subnet of your own.";

/** Subnets are listed; a list that is not known yet is. */
function subnetsAt<const P extends string>(path: P): Fact<P> {
    return together(path, MESSAGE, props => {
        const value = read(props, path);
        const subnets = list(value);
        return subnets === UNKNOWN || subnets.length > 0;
    });
}

/** An instance may also take its subnet from an interface, or from a launch template. */
function inSubnet(props: Props): Answer {
    const named = ["subnetId", "primaryNetworkInterface", "networkInterfaces"].some(property => isSet(props, property));
    return or(named, isSet(props, "launchTemplate") ? UNKNOWN : false);
}

function inVpc(props: Props): Answer {
    return some(list(read(props, "settings")), setting =>
        setting === UNKNOWN
            ? UNKNOWN
            : and(isOneOf(read(setting, "namespace"), ["aws:ec2:vpc"]), isOneOf(read(setting, "name"), ["VPCId"]), isFilled(setting, "value")),
    );
}

const KINDS = [
    "ec2/instance",
    "lambda/function",
    "sagemaker/notebookInstance",
    "sagemaker/domain",
    "sagemaker/model",
    "codebuild/project",
    "elasticbeanstalk/environment",
];

export const computeExplicitSubnet = mustByType({
    name: "aws-compute-explicit-vpc-subnet",
    title: "Machines and notebooks stand in subnets that the program names",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "What names no subnet lands in the default VPC, whose subnets are public, or in a network of AWS that no rule of yours reaches.",
    fix: "Set subnetId (subnetIds with appNetworkAccessType 'VpcOnly' on SageMaker domains, vpcConfig elsewhere) to subnets of a VPC of your own.",
    references: [
        "aws-config:instances-in-vpc",
        "aws-config:lambda-inside-vpc",
        "aws-config:sagemaker-notebook-instance-inside-vpc",
        "aws-config:sagemaker-domain-in-vpc",
        "aws-config:sagemaker-model-in-vpc",
        "checkov:CKV_AWS_117",
        "checkov:CKV_AWS_306",
        "cdk-nag:AwsSolutions-SM1",
        "cdk-nag:AwsSolutions-EB1",
        "fsbp:Lambda.3",
        "fsbp:SageMaker.2",
    ],
    settings: {
        enforcedTypes: {
            type: "array",
            items: { type: "string", enum: KINDS },
            default: ["ec2/instance", "sagemaker/notebookInstance", "sagemaker/domain"],
            description: "Kinds of compute that must name their subnets.",
        },
    },
    unless: c =>
        c.settings.enforcedTypes.some(kind => c.type.startsWith(`aws:${kind}:`)) ? undefined : "a kind that the setting enforcedTypes does not list",
    facts: {
        "aws:ec2/instance:Instance": [together("subnetId", MESSAGE, inSubnet)],
        "aws:lambda/function:Function": [subnetsAt("vpcConfig.subnetIds")],
        "aws:sagemaker/notebookInstance:NotebookInstance": [given("subnetId", MESSAGE)],
        "aws:sagemaker/domain:Domain": [
            subnetsAt("subnetIds"),
            oneOf("appNetworkAccessType", ["VpcOnly"], "PublicInternetOnly", "The domain's traffic to the internet goes round your VPC."),
        ],
        "aws:sagemaker/model:Model": [subnetsAt("vpcConfig.subnets")],
        "aws:codebuild/project:Project": [subnetsAt("vpcConfig.subnets")],
        "aws:elasticbeanstalk/environment:Environment": [together("settings", MESSAGE, inVpc)],
    },
});
