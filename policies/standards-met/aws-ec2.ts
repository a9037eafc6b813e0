import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { ask, mustByType } from "../../src/policy/factories";
import { type Fact, absent, atMost, each, given, off, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { samePlace } from "../../src/policy/place";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, or } from "../../src/policy/unknown";
import { isSet, read } from "../../src/policy/values";

const PUBLIC = "The machine or task gets a public address.";

export const computeNoPublicIp = mustByType({
    name: "aws-compute-no-public-ip",
    title: "Machines and tasks get no public address",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "A machine with a public address can be scanned and attacked directly; a load balancer or gateway should stand before it.",
    fix: "Set associatePublicIpAddress (assignPublicIp on ECS) to false and use private subnets with NAT or endpoints.",
    references: [
        "aws-config:ec2-instance-no-public-ip",
        "aws-config:emr-master-no-public-ip",
        "aws-config:autoscaling-launch-config-public-ip-disabled",
        "aws-config:ec2-launch-template-public-ip-disabled",
        "checkov:CKV_AWS_88",
        "checkov:CKV_AWS_333",
        "checkov:CKV_AWS_389",
        "fsbp:EC2.9",
        "fsbp:EC2.25",
        "fsbp:ECS.2",
        "fsbp:ECS.16",
        "fsbp:EMR.1",
        "fsbp:AutoScaling.5",
    ],
    settings: {
        requireExplicitFalse: {
            type: "boolean",
            default: false,
            description: "Ask for an outright 'no' on EC2, where the subnet decides what is left out.",
        },
    },
    facts({ requireExplicitFalse }) {
        const own = [off("associatePublicIpAddress", requireExplicitFalse, PUBLIC)] as const;
        const task = [off("networkConfiguration.assignPublicIp", false, PUBLIC)] as const;
        return {
            "aws:ec2/instance:Instance": own,
            "aws:ec2/spotInstanceRequest:SpotInstanceRequest": own,
            "aws:ec2/launchConfiguration:LaunchConfiguration": own,
            "aws:ec2/launchTemplate:LaunchTemplate": each("networkInterfaces", off("associatePublicIpAddress", requireExplicitFalse, PUBLIC)),
            "aws:ecs/service:Service": task,
            "aws:ecs/taskSet:TaskSet": task,
            "aws:emr/cluster:Cluster": [
                {
                    path: "ec2Attributes.subnetId",
                    message: "The cluster lands in a public default subnet.",
                    judge: props => [
                        {
                            path: "ec2Attributes.subnetId",
                            answer: or(isSet(props, "ec2Attributes.subnetId"), isSet(props, "ec2Attributes.subnetIds")),
                        },
                    ],
                },
            ],
        };
    },
});

const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
type MetadataToken =
    | "aws:ec2/instance:Instance"
    | "aws:ec2/spotInstanceRequest:SpotInstanceRequest"
    | "aws:ec2/launchConfiguration:LaunchConfiguration"
    | typeof TEMPLATE
    | "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration"
    | typeof DEFAULTS
    | "aws:sagemaker/notebookInstance:NotebookInstance"
    | "aws:ec2/ami:Ami";

const OLD = "The instance metadata service answers requests without a token.";

/** The types whose options stand in a block, with its path. */
const BLOCKS: Readonly<Partial<Record<MetadataToken, string>>> = {
    "aws:ec2/instance:Instance": "metadataOptions.",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "metadataOptions.",
    "aws:ec2/launchConfiguration:LaunchConfiguration": "metadataOptions.",
    [TEMPLATE]: "metadataOptions.",
    "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": "instanceMetadataOptions.",
    [DEFAULTS]: "",
};
const WORDS: Readonly<Partial<Record<MetadataToken, Fact>>> = {
    "aws:sagemaker/notebookInstance:NotebookInstance": oneOf(
        "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion",
        ["2"],
        "1",
        OLD,
    ),
    "aws:ec2/ami:Ami": oneOf("imdsSupport", ["v2.0"], undefined, OLD),
};

/** Does the block ask for tokens, or switch the service off? `absent` where it does not say. */
function asksForTokens(props: Value, block: string, absent: Answer): Answer {
    const tokens = read(props, `${block}httpTokens`);
    return or(isOneOf(read(props, `${block}httpEndpoint`), ["disabled"]), tokens === undefined ? absent : isOneOf(tokens, ["required"]));
}

/** What an instance does whose options leave it out: what its launch template says, or the account's defaults. */
function otherwise({ graph, resource }: StackCheck<MetadataToken>): Answer {
    if (resource.type === DEFAULTS) return false;
    const byAccount = or(...graph.of(DEFAULTS).map(one => and(samePlace(one, resource), asksForTokens(one.props, "", false))));
    if (!isSet(resource.props, "launchTemplate")) return byAccount;
    const byTemplate = (template: Resource): Answer => asksForTokens(template.props, "metadataOptions.", byAccount);
    return or(
        byAccount,
        ...["launchTemplate.id", "launchTemplate.name"].map(path => linkedSatisfies(graph.from(resource, path, TEMPLATE), byTemplate)),
    );
}

export const ec2Imdsv2Required = stackPolicy({
    name: "aws-ec2-imdsv2-required",
    title: "Instance metadata is given only for a token (IMDSv2)",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:ec2/instance:Instance",
        "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration",
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws:sagemaker/notebookInstance:NotebookInstance",
        "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
        "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
        "aws:ec2/ami:Ami",
    ],
    why: "Without tokens, one request that a flaw lets an attacker forge gives away the machine's role.",
    fix: "Set metadataOptions.httpTokens to 'required' on the instance or template, or once for the account in InstanceMetadataDefaults.",
    references: [
        "aws-config:ec2-imdsv2-check",
        "aws-config:ec2-launch-template-imdsv2-check",
        "aws-config:autoscaling-launchconfig-requires-imdsv2",
        "aws-config:autoscaling-launch-config-hop-limit",
        "checkov:CKV_AWS_341",
        "checkov:CKV_AWS_79",
        "checkov:CKV_AWS_371",
        "fsbp:EC2.8",
        "fsbp:EC2.170",
        "fsbp:AutoScaling.3",
    ],
    settings: {
        maxHopLimit: {
            type: "integer",
            minimum: 1,
            maximum: 64,
            default: 2,
            description: "Network hops that the answer may travel, where a limit is given.",
        },
    },
    checkResource(c) {
        const block = BLOCKS[c.type];
        if (block === undefined) {
            ask(
                c,
                undefined,
                [WORDS[c.type]].filter(fact => fact !== undefined),
            );
            return;
        }
        c.requireAt(asksForTokens(c.resource.props, block, otherwise(c)), `${block}httpTokens`, OLD);
        ask(c, undefined, [
            atMost(`${block}httpPutResponseHopLimit`, c.settings.maxHopLimit, 1, "The answers of the metadata service may travel too far."),
        ]);
    },
});

export const ec2InstanceProfile = mustByType({
    name: "aws-ec2-instance-profile-attached",
    title: "Machines work under a role, and people reach them without key pairs",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A machine without a role is given stored keys, and a key pair is a password that nobody rotates.",
    fix: "Set iamInstanceProfile, leave keyName out and use SSM Session Manager.",
    references: ["aws-config:ec2-instance-profile-attached", "aws-config:ec2-no-amazon-key-pair", "checkov:CKV2_AWS_41"],
    settings: { allowKeyPairs: { type: "boolean", default: false, description: "Accept SSH key pairs." } },
    facts({ allowKeyPairs }) {
        const noKeys = allowKeyPairs ? [] : ([absent("keyName", "The machine has an SSH key pair.")] as const);
        const role = given("iamInstanceProfile", "The machine has no role.");
        return {
            // A launch template may name the profile.
            "aws:ec2/instance:Instance": [
                {
                    ...role,
                    judge: props => [{ path: role.path, answer: isSet(props, role.path) || (isSet(props, "launchTemplate") ? UNKNOWN : false) }],
                },
                ...noKeys,
            ],
            "aws:ec2/launchConfiguration:LaunchConfiguration": [role, ...noKeys],
            "aws:ec2/launchTemplate:LaunchTemplate": noKeys,
        };
    },
});
