import { type Cases, UNKNOWN, of } from "../support/cases";

const queue = of("aws:sqs/queue:Queue");
const queuePolicy = of("aws:sqs/queuePolicy:QueuePolicy");
const topic = of("aws:sns/topic:Topic");
const topicPolicy = of("aws:sns/topicPolicy:TopicPolicy");
const stream = of("aws:kinesis/stream:Stream");
const firehose = of("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream");
const broker = of("aws:mq/broker:Broker");

const withKeys = { settings: { requireCustomerKey: true } };
const deny = (Action: string): string =>
    JSON.stringify({
        Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    });
const orders = queue();
const alerts = topic();

export const cases: Cases = {
    "aws-messaging-encrypted-at-rest": {
        compliant: {
            "a queue with SQS's own encryption, by default": orders,
            "a queue with a key": queue({ kmsMasterKeyId: UNKNOWN, sqsManagedSseEnabled: false }),
            "a topic with a key": topic({ kmsMasterKeyId: "alias/records" }),
            "a stream with a key": stream({ encryptionType: "KMS", kmsKeyId: UNKNOWN }),
            "Firehose that encrypts": firehose({ serverSideEncryption: { enabled: true } }),
            "a broker, which always encrypts": broker({ brokerName: "b" }),
            "a broker with a key, where that is asked": { resources: [broker({ encryptionOptions: { kmsKeyId: UNKNOWN } })], ...withKeys },
        },
        violating: {
            "a queue that is plain": [queue({ sqsManagedSseEnabled: false }), "kmsMasterKeyId"],
            "a queue without a key, where SQS's own encryption is not accepted": {
                resources: [orders],
                settings: { sqsAcceptManagedSse: false },
                property: "kmsMasterKeyId",
            },
            "a topic without a key": [alerts, "kmsMasterKeyId"],
            "a stream without encryption": [stream({ shardCount: 1 }), "encryptionType"],
            "a stream said to be plain": [stream({ encryptionType: "NONE", kmsKeyId: UNKNOWN }), "encryptionType"],
            "Firehose without": [firehose({ destination: "extended_s3" }), "serverSideEncryption.enabled"],
            "AWS's key, where your own is asked": {
                resources: [topic({ kmsMasterKeyId: "alias/aws/sns" })],
                property: "kmsMasterKeyId",
                ...withKeys,
            },
            "a broker without a key, where one is asked": {
                resources: [broker({ brokerName: "b" })],
                property: "encryptionOptions.kmsKeyId",
                ...withKeys,
            },
        },
        undetermined: {
            "whether the queue encrypts not known": [queue({ sqsManagedSseEnabled: UNKNOWN }), "kmsMasterKeyId"],
            "a stream's encryption not known": [stream({ encryptionType: UNKNOWN, kmsKeyId: UNKNOWN }), "encryptionType"],
        },
        notApplicable: { "Firehose that reads from a stream": firehose({ kinesisSourceConfiguration: UNKNOWN }) },
    },
    "aws-messaging-policy-requires-tls": {
        compliant: {
            "a queue's own policy": queue({ policy: deny("sqs:*") }),
            "a policy of the queue": [orders, queuePolicy({ queueUrl: UNKNOWN, policy: deny("sqs:*") }, { queueUrl: orders })],
            "a policy of the topic": [alerts, topicPolicy({ arn: UNKNOWN, policy: deny("SNS:Publish") }, { arn: alerts })],
        },
        violating: {
            "no policy": [orders, ""],
            "a policy without the Deny": [[alerts, topicPolicy({ arn: UNKNOWN, policy: '{"Statement":[]}' }, { arn: alerts })], ""],
            "a Deny of another action": [topic({ policy: deny("sns:Subscribe") }), ""],
            "a policy of another queue": [
                [orders, queuePolicy({ queueUrl: UNKNOWN, policy: deny("sqs:*") }, { queueUrl: queue({ name: "other", policy: deny("sqs:*") }) })],
                "",
            ],
        },
        undetermined: {
            "a document that is not known": [queue({ policy: UNKNOWN }), ""],
            "a policy whose queue is not known": [[orders, queuePolicy({ queueUrl: UNKNOWN, policy: deny("sqs:*") })], ""],
        },
    },
};
