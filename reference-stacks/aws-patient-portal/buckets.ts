import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { kept, noncurrentDays, retentionDays, type Place } from "./config";
import { denyPlainText, document, type Statement } from "./documents";

export interface BucketArgs {
    name: pulumi.Input<string>;
    tags: Record<string, string>;
    /** Absent on the bucket that receives access logs: S3 delivers them only to buckets encrypted with its own keys. */
    key?: aws.kms.Key;
    /** Days in which nobody, the root user included, can delete or overwrite an object. */
    lockDays?: number;
    /** Where access is logged. Absent on the log bucket itself. */
    accessLogs?: aws.s3.Bucket;
    /** Days after which current objects expire. Absent means never. */
    expireDays?: number;
    statements?: Statement[];
    dependsOn?: pulumi.Resource[];
}

/** A bucket with everything that makes it private, encrypted, versioned, logged and, with `lockDays`, immutable. */
export function bucket(id: string, args: BucketArgs, place: Place): { bucket: aws.s3.Bucket; versioning: aws.s3.BucketVersioning } {
    const { options } = place;
    const arn = pulumi.interpolate`arn:aws:s3:::${args.name}`;
    const bucket = new aws.s3.Bucket(id, { bucket: args.name, objectLockEnabled: args.lockDays !== undefined, tags: args.tags }, kept(place));

    new aws.s3.BucketOwnershipControls(id, { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } }, options);
    const closed = new aws.s3.BucketPublicAccessBlock(
        id,
        { bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
        options,
    );
    new aws.s3.BucketPolicy(
        id,
        { bucket: bucket.id, policy: document([denyPlainText("s3:*", [arn, pulumi.interpolate`${arn}/*`]), ...(args.statements ?? [])]) },
        { ...options, dependsOn: [closed, ...(args.dependsOn ?? [])] },
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
        id,
        {
            bucket: bucket.id,
            rules: [
                args.key
                    ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.key.arn }, bucketKeyEnabled: true }
                    : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
            ],
        },
        options,
    );
    const versioning = new aws.s3.BucketVersioning(id, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, options);
    if (args.lockDays !== undefined) {
        new aws.s3.BucketObjectLockConfiguration(
            id,
            { bucket: bucket.id, rule: { defaultRetention: { mode: "COMPLIANCE", days: args.lockDays } } },
            { ...options, dependsOn: versioning },
        );
    }
    if (args.accessLogs) new aws.s3.BucketLogging(id, { bucket: bucket.id, targetBucket: args.accessLogs.id, targetPrefix: `${id}/` }, options);
    // Changes to objects go to EventBridge. AWS Backup needs them there, and would turn them on by itself.
    new aws.s3.BucketNotification(id, { bucket: bucket.id, eventbridge: true }, options);
    new aws.s3.BucketLifecycleConfiguration(
        id,
        {
            bucket: bucket.id,
            rules: [
                {
                    id: "tidy",
                    status: "Enabled",
                    filter: { prefix: "" },
                    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                    noncurrentVersionExpiration: { noncurrentDays },
                    ...(args.expireDays !== undefined && { expiration: { days: args.expireDays } }),
                },
            ],
        },
        { ...options, dependsOn: versioning },
    );
    return { bucket, versioning };
}

/** The bucket that receives the access logs of the others in its region. */
export function accessLogBucket(id: string, args: Pick<BucketArgs, "name" | "tags">, place: Place): aws.s3.Bucket {
    return bucket(
        id,
        {
            ...args,
            tags: { ...args.tags, purpose: "logs" },
            expireDays: retentionDays.logs,
            statements: [
                {
                    Sid: "AccessLogs",
                    Effect: "Allow",
                    Principal: { Service: "logging.s3.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: pulumi.interpolate`arn:aws:s3:::${args.name}/*`,
                    Condition: { StringEquals: { "aws:SourceAccount": place.account } },
                },
            ],
        },
        place,
    ).bucket;
}
