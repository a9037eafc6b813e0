import * as pulumi from "@pulumi/pulumi";

import { accessLogBucket, bucket } from "./buckets";
import { archive, archiveLockDays, management, name, organisationId, places, retentionDays, security, tags } from "./config";
import { key } from "./keys";

// The account that keeps the records of all others. Whoever takes over another account cannot reach what is kept here.
const { account, region } = archive;
const accounts = Object.values(places).map(place => place.account);

export const trailName = `${name}-trail`;
const trailArn = pulumi.interpolate`arn:aws:cloudtrail:${region}:${management.account}:trail/${trailName}`;
const detectors = pulumi.interpolate`arn:aws:guardduty:${region}:${security.account}:detector/*`;
const ofTheTrail = { StringEquals: { "aws:SourceArn": trailArn } };
const ofTheAccounts = { StringEquals: { "aws:SourceAccount": accounts } };
const ofTheDetector = { StringEquals: { "aws:SourceAccount": security.account }, ArnLike: { "aws:SourceArn": detectors } };

export const archiveKey = key("archive", "Records of all accounts", archive, [
    {
        Sid: "Trail",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["kms:DescribeKey", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: ofTheTrail,
    },
    {
        Sid: "Config",
        Effect: "Allow",
        Principal: { Service: "config.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: ofTheAccounts,
    },
    {
        Sid: "Findings",
        Effect: "Allow",
        Principal: { Service: "guardduty.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: ofTheDetector,
    },
]);

const accessLogs = accessLogBucket("access-logs", { name: pulumi.interpolate`${name}-access-logs-${account}-${region}`, tags }, archive);

const trailBucketName = pulumi.interpolate`${name}-trail-${account}-${region}`;
const trailBucketArn = pulumi.interpolate`arn:aws:s3:::${trailBucketName}`;
/** The records of the organisation's trail: nobody, the root user included, can delete them before their time. */
export const { bucket: trailBucket } = bucket(
    "trail",
    {
        name: trailBucketName,
        tags: { ...tags, purpose: "audit" },
        key: archiveKey,
        lockDays: archiveLockDays,
        accessLogs,
        statements: [
            {
                Sid: "TrailLooks",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "s3:GetBucketAcl",
                Resource: trailBucketArn,
                Condition: ofTheTrail,
            },
            {
                Sid: "TrailWrites",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: [management.account, organisationId].map(owner => pulumi.interpolate`${trailBucketArn}/AWSLogs/${owner}/*`),
                Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trailArn } },
            },
        ],
    },
    archive,
);

const recordsBucketName = pulumi.interpolate`${name}-records-${account}-${region}`;
const recordsBucketArn = pulumi.interpolate`arn:aws:s3:::${recordsBucketName}`;
/** What AWS Config and GuardDuty write down. AWS Config delivers to no bucket with a default retention, so versions protect this one. */
export const { bucket: recordsBucket } = bucket(
    "records",
    {
        name: recordsBucketName,
        tags: { ...tags, purpose: "logs" },
        key: archiveKey,
        accessLogs,
        expireDays: retentionDays.logs,
        statements: [
            {
                Sid: "ConfigLooks",
                Effect: "Allow",
                Principal: { Service: "config.amazonaws.com" },
                Action: ["s3:GetBucketAcl", "s3:ListBucket"],
                Resource: recordsBucketArn,
                Condition: ofTheAccounts,
            },
            {
                Sid: "ConfigWrites",
                Effect: "Allow",
                Principal: { Service: "config.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: accounts.map(owner => pulumi.interpolate`${recordsBucketArn}/config/AWSLogs/${owner}/Config/*`),
                Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": accounts } },
            },
            {
                Sid: "FindingsLook",
                Effect: "Allow",
                Principal: { Service: "guardduty.amazonaws.com" },
                Action: "s3:GetBucketLocation",
                Resource: recordsBucketArn,
                Condition: ofTheDetector,
            },
            {
                Sid: "FindingsWrite",
                Effect: "Allow",
                Principal: { Service: "guardduty.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: pulumi.interpolate`${recordsBucketArn}/findings/*`,
                Condition: ofTheDetector,
            },
        ],
    },
    archive,
);
