import * as pulumi from "@pulumi/pulumi";

import { accessLogBucket, bucket } from "./buckets";
import { edge, home, name, retentionDays, tags } from "./config";

// Who asked for what, and was answered how. Load balancers write only to buckets that S3 encrypts with keys of its own.
const { account, region } = home;
const accessLogs = accessLogBucket("access-logs", { name: pulumi.interpolate`${name}-access-${account}-${region}`, tags }, home);
const logsName = pulumi.interpolate`${name}-requests-${account}-${region}`;
const logsArn = pulumi.interpolate`arn:aws:s3:::${logsName}`;
export const requestLogs = bucket(
    "request-logs",
    {
        name: logsName,
        tags: { ...tags, purpose: "logs" },
        accessLogs,
        expireDays: retentionDays.logs,
        statements: [
            {
                Sid: "LoadBalancer",
                Effect: "Allow",
                Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: pulumi.interpolate`${logsArn}/balancer/AWSLogs/${account}/*`,
                Condition: { ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*` } },
            },
            {
                Sid: "CloudFront",
                Effect: "Allow",
                Principal: { Service: "delivery.logs.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: pulumi.interpolate`${logsArn}/AWSLogs/${account}/CloudFront/*`,
                Condition: {
                    StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
                    ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:logs:${edge.region}:${account}:delivery-source:${name}` },
                },
            },
        ],
    },
    home,
).bucket;
export const requestLogsArn = logsArn;
