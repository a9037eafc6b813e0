import { stackPolicy } from "../../src/policy/definition";
import { deniesWithoutTls, policyDocument } from "../../src/policy/documents";
import { exempt, mustByType } from "../../src/policy/factories";
import { type Fact, given, on, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, or } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";

const PLAIN = "What is sent is stored unencrypted.";
const NO_KEY = "What is sent is not encrypted with a customer-managed key.";

export const messagingEncrypted = mustByType({
    name: "aws-messaging-encrypted-at-rest",
    title: "Queues, topics and streams encrypt what they hold",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "Messages hold the same records as databases do, and wait in queues and streams for days.",
    fix: "Set kmsMasterKeyId on topics, leave sqsManagedSseEnabled on for queues, and set encryptionType 'KMS' with kmsKeyId on streams.",
    references: [
        "aws-config:sns-encrypted-kms",
        "aws-config:kinesis-stream-encrypted",
        "checkov:CKV_AWS_26",
        "checkov:CKV_AWS_27",
        "checkov:CKV_AWS_43",
        "checkov:CKV_AWS_177",
        "checkov:CKV_AWS_185",
        "checkov:CKV_AWS_209",
        "checkov:CKV_AWS_240",
        "checkov:CKV_AWS_241",
        "checkov:CKV2_AWS_73",
        "cdk-nag:AwsSolutions-SQS2",
        "cdk-nag:AwsSolutions-KDF1",
        "cdk-nag:AwsSolutions-KDS1",
        "fsbp:SNS.1",
        "fsbp:SQS.1",
        "fsbp:Kinesis.1",
        "fsbp:DataFirehose.1",
    ],
    settings: {
        requireCustomerKey: { type: "boolean", default: false, description: "Ask for a customer-managed key everywhere." },
        sqsAcceptManagedSse: { type: "boolean", default: true, description: "Accept SQS's own encryption, which is on by default." },
    },
    unless: c =>
        c.type === "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"
            ? exempt(
                  isSet(c.resource.props, "kinesisSourceConfiguration") || isSet(c.resource.props, "mskSourceConfiguration"),
                  "it reads from a stream that is judged itself",
              )
            : undefined,
    facts({ requireCustomerKey, sqsAcceptManagedSse }) {
        const key = <const P extends string>(path: P, message: string): Fact<P> =>
            requireCustomerKey ? customerKey(path, NO_KEY) : given(path, message);
        // These are always encrypted, with AWS's key where none is named.
        const only = <const P extends string>(path: P): readonly Fact<P>[] => (requireCustomerKey ? [customerKey(path, NO_KEY)] : []);
        const queue: Fact<"kmsMasterKeyId"> = {
            path: "kmsMasterKeyId",
            message: PLAIN,
            judge: props => {
                const managed = sqsAcceptManagedSse ? (truth(read(props, "sqsManagedSseEnabled")) ?? true) : false;
                return [{ path: "kmsMasterKeyId", answer: or(isSet(props, "kmsMasterKeyId"), managed) }];
            },
        };
        return {
            "aws:sqs/queue:Queue": [requireCustomerKey ? customerKey("kmsMasterKeyId", NO_KEY) : queue],
            "aws:sns/topic:Topic": [key("kmsMasterKeyId", PLAIN)],
            "aws:kinesis/stream:Stream": [oneOf("encryptionType", ["KMS"], "NONE", PLAIN), key("kmsKeyId", "The stream names no key.")],
            "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [on("serverSideEncryption.enabled", false, PLAIN)],
            "aws:mq/broker:Broker": only("encryptionOptions.kmsKeyId"),
            "aws:msk/cluster:Cluster": only("encryptionInfo.encryptionAtRestKmsKeyArn"),
            "aws:kinesis/videoStream:VideoStream": only("kmsKeyId"),
        };
    },
});

/** What each type's policies are, which property of them names it, and an action that every client needs. */
const POLICIES = {
    "aws:sqs/queue:Queue": { policy: "aws:sqs/queuePolicy:QueuePolicy", by: "queueUrl", action: "sqs:SendMessage" },
    "aws:sns/topic:Topic": { policy: "aws:sns/topicPolicy:TopicPolicy", by: "arn", action: "sns:Publish" },
} as const;

export const messagingPolicyRequiresTls = stackPolicy({
    name: "aws-messaging-policy-requires-tls",
    title: "Queues and topics refuse requests without TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:sqs/queue:Queue", "aws:sns/topic:Topic"],
    reads: ["aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topicPolicy:TopicPolicy"],
    why: "SQS and SNS answer plain HTTP unless a policy denies it, and messages sent over it can be read by others.",
    fix: "Deny the actions to everyone where aws:SecureTransport is false, in a QueuePolicy or TopicPolicy.",
    references: ["cdk-nag:AwsSolutions-SQS4", "cdk-nag:AwsSolutions-SNS3"],
    checkResource({ type, graph, resource, get, require }) {
        const { policy, by, action } = POLICIES[type];
        const refuses = (document: Value | undefined): Answer => deniesWithoutTls(policyDocument(document), action, () => true);
        const linked = linkedSatisfies(graph.into(resource, policy, by), one => refuses(read(one.props, "policy")));
        require(or(refuses(get("policy")), linked), "", "No policy denies requests that come without TLS.");
    },
});
