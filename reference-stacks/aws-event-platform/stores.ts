import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accessLogBucket, bucket } from "./buckets";
import { arn, backedUp, home, kept, name, notBackedUp, retentionDays, tags } from "./config";
import { key } from "./keys";
import { role, useKey } from "./roles";
import { logGroup } from "./logs";
import { vpc } from "./network";
import { messagesKey } from "./queues";

// What is kept: the state of each event, the stream of all events, the archive of everything, partners' files.
const { account, region } = home;
export const dataKey = key("data", "Events and what is derived from them", home);

const tableName = `${name}-state`;
export const tableArn = arn("dynamodb", `table/${tableName}`);
export const table = new aws.dynamodb.Table(
    "state",
    {
        name: tableName,
        attributes: [{ name: "id", type: "S" }],
        hashKey: "id",
        billingMode: "PAY_PER_REQUEST",
        deletionProtectionEnabled: true,
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        serverSideEncryption: { enabled: true, kmsKeyArn: dataKey.arn },
        tags: backedUp,
    },
    kept(home),
);

export const streamName = `${name}-stream`;
export const streamArn = arn("kinesis", `stream/${streamName}`);
export const stream = new aws.kinesis.Stream("stream", {
    name: streamName,
    streamModeDetails: { streamMode: "ON_DEMAND" },
    encryptionType: "KMS",
    kmsKeyId: messagesKey.arn,
    retentionPeriod: 168,
    tags,
});

// The archive takes everything that passed the stream. Nobody, the root user included, can delete from it before its time.
export const accessLogs = accessLogBucket("access-logs", { name: pulumi.interpolate`${name}-logs-${account}-${region}`, tags: notBackedUp }, home);
export const archiveName = pulumi.interpolate`${name}-archive-${account}-${region}`;
const archiveArn = pulumi.interpolate`arn:aws:s3:::${archiveName}`;
export const archive = bucket(
    "archive",
    { name: archiveName, tags: { ...backedUp, purpose: "audit" }, key: dataKey, lockDays: retentionDays.archive, accessLogs },
    home,
).bucket;
// Analysts of other stacks read the archive through this door, from inside the network only.
export const analystsDoor = new aws.s3.AccessPoint("analysts", {
    name: `${name}-analysts`,
    bucket: archive.id,
    vpcConfiguration: { vpcId: vpc.id },
    publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
});

export const uploadsName = pulumi.interpolate`${name}-uploads-${account}-${region}`;
export const uploads = bucket("uploads", { name: uploadsName, tags: backedUp, key: dataKey, accessLogs, expireDays: 90 }, home).bucket;

const deliveryLogName = `/aws/kinesisfirehose/${name}-archive`;
const deliveryLogs = logGroup("archive", deliveryLogName);
const deliveryLog = new aws.cloudwatch.LogStream("archive", { name: "delivery", logGroupName: deliveryLogs.name });
export const readStream = {
    Sid: "ReadStream",
    Effect: "Allow" as const,
    Action: ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
    Resource: streamArn,
};
const delivery = role(
    "archive",
    "firehose.amazonaws.com",
    [
        readStream,
        {
            Sid: "WriteArchive",
            Effect: "Allow",
            Action: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:PutObject"],
            Resource: [archiveArn, pulumi.interpolate`${archiveArn}/*`],
        },
        { Sid: "Log", Effect: "Allow", Action: "logs:PutLogEvents", Resource: arn("logs", `log-group:${deliveryLogName}:*`) },
        useKey("messages", ["kinesis"], ["kms:Decrypt"]),
        useKey("data", ["s3"]),
    ],
    { "sts:ExternalId": account },
);
new aws.kinesis.FirehoseDeliveryStream(
    "archive",
    {
        name: `${name}-archive`,
        destination: "extended_s3",
        kinesisSourceConfiguration: { kinesisStreamArn: stream.arn, roleArn: delivery.role.arn },
        extendedS3Configuration: {
            bucketArn: archive.arn,
            roleArn: delivery.role.arn,
            kmsKeyArn: dataKey.arn,
            prefix: "events/day=!{timestamp:yyyy-MM-dd}/",
            errorOutputPrefix: "failed/!{firehose:error-output-type}/day=!{timestamp:yyyy-MM-dd}/",
            bufferingInterval: 300,
            bufferingSize: 64,
            compressionFormat: "GZIP",
            cloudwatchLoggingOptions: { enabled: true, logGroupName: deliveryLogs.name, logStreamName: deliveryLog.name },
        },
        tags,
    },
    { dependsOn: delivery.policy },
);
