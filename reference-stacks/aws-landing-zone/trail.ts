import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { alerts } from "./alerts";
import { archiveKey, trailBucket, trailName } from "./archive";
import { kept, management, name, retentionDays, tags } from "./config";
import { document, trust } from "./documents";
import { key } from "./keys";
import { organisation } from "./organisation";
import { watchedInTheTrail } from "./watched";

const { account, region } = management;
const groupName = `/aws/cloudtrail/${trailName}`;
const groupArn = pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${groupName}`;

const logKey = key("trail-log", "The trail's log group", management, [
    {
        Sid: "Logs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Decrypt*", "kms:DescribeKey", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: "*",
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groupArn } },
    },
]);
const group = new aws.cloudwatch.LogGroup(
    "trail",
    { name: groupName, kmsKeyId: logKey.arn, retentionInDays: retentionDays.logs, deletionProtectionEnabled: true, tags },
    kept(management),
);
const role = new aws.iam.Role("trail", {
    name: trailName,
    assumeRolePolicy: trust("cloudtrail.amazonaws.com", {
        "aws:SourceArn": pulumi.interpolate`arn:aws:cloudtrail:${region}:${account}:trail/${trailName}`,
    }),
    tags,
});
const mayWrite = new aws.iam.Policy("trail", {
    name: trailName,
    policy: document([
        {
            Sid: "WriteTheTrail",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${groupArn}:log-stream:*`,
        },
    ]),
    tags,
});
const attached = new aws.iam.RolePolicyAttachment("trail", { role: role.name, policyArn: mayWrite.arn });

/** One trail for all accounts and regions: every management event, and who read or wrote which object. */
export const trail = new aws.cloudtrail.Trail(
    "trail",
    {
        name: trailName,
        isOrganizationTrail: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogging: true,
        enableLogFileValidation: true,
        s3BucketName: trailBucket.bucket,
        kmsKeyId: archiveKey.arn,
        cloudWatchLogsGroupArn: pulumi.interpolate`${groupArn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        advancedEventSelectors: [
            { name: "Management events", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
            {
                name: "Objects in S3",
                fieldSelectors: [
                    { field: "eventCategory", equals: ["Data"] },
                    { field: "resources.type", equals: ["AWS::S3::Object"] },
                ],
            },
            {
                name: "Calls of functions",
                fieldSelectors: [
                    { field: "eventCategory", equals: ["Data"] },
                    { field: "resources.type", equals: ["AWS::Lambda::Function"] },
                ],
            },
        ],
        insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
        tags,
    },
    { ...kept(management), dependsOn: [organisation, group, attached] },
);

// The calls that every intruder makes, told to people while they can be stopped.
const topic = alerts("alarms", management, {});
for (const [id, { description, pattern, threshold = 1 }] of Object.entries(watchedInTheTrail)) {
    const metric = { name: `${name}-${id}`, namespace: "LandingZone/Trail" };
    new aws.cloudwatch.LogMetricFilter(id, {
        name: metric.name,
        logGroupName: group.name,
        pattern,
        metricTransformation: { ...metric, value: "1" },
    });
    new aws.cloudwatch.MetricAlarm(id, {
        name: metric.name,
        alarmDescription: description,
        metricName: metric.name,
        namespace: metric.namespace,
        statistic: "Sum",
        period: 300,
        evaluationPeriods: 1,
        threshold,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
        alarmActions: [topic.arn],
        tags,
    });
}
