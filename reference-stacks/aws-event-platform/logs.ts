import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, retentionDays, tags } from "./config";
import { document } from "./documents";
import { key } from "./keys";

const { account, region } = home;

const logKey = key("logs", "Logs", home, [
    {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn("logs", "log-group:*") } },
    },
]);
export const logKeyArn = logKey.arn;

export function logGroup(id: string, groupName: string): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(id, {
        name: groupName,
        retentionInDays: retentionDays.logs,
        kmsKeyId: logKey.arn,
        deletionProtectionEnabled: true,
        tags,
    });
}

/** Lets a service write to log groups of this account, on behalf of resources of this account only. */
export function logsFrom(id: string, service: string, groupName: string, sources: pulumi.Input<string>): aws.cloudwatch.LogResourcePolicy {
    return new aws.cloudwatch.LogResourcePolicy(id, {
        policyName: `${name}-${id}`,
        policyDocument: document([
            {
                Sid: "Write",
                Effect: "Allow",
                Principal: { Service: service },
                Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
                Resource: pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${groupName}:*`,
                Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": sources } },
            },
        ]),
    });
}
