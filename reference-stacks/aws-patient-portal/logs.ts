import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { name, retentionDays, tags, type Place } from "./config";
import { key } from "./keys";

/** Log groups of one place, encrypted with a key of that region, which CloudWatch Logs there may use for groups of this account only. */
export function logsOf(id: string, place: Place): (group: string, groupName: string) => aws.cloudwatch.LogGroup {
    const { account, options, region } = place;
    const logKey = key(id, "Logs", place, [
        {
            Sid: "CloudWatchLogs",
            Effect: "Allow",
            Principal: { Service: `logs.${region}.amazonaws.com` },
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
            Resource: "*",
            Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:*` } },
        },
    ]);
    return (group, groupName) =>
        new aws.cloudwatch.LogGroup(
            group,
            {
                name: groupName,
                retentionInDays: retentionDays.logs,
                kmsKeyId: logKey.arn,
                deletionProtectionEnabled: true,
                tags: { ...tags, Name: `${name}-${group}` },
            },
            options,
        );
}
