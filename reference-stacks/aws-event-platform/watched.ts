import type { Watched } from "./alerts";

const cloudTrail = (source: string, eventName: string[]) => ({
    source: [source],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName },
});

/** What people are told of, by rule. CloudTrail events need a trail in the region; AWS Health needs none. */
export const watched: Watched = {
    "api-changes": {
        description: "Someone changes who may call the API, its firewall or its logs",
        pattern: cloudTrail("aws.apigateway", ["DeleteAuthorizer", "DeleteStage", "PutMethod", "UpdateAuthorizer", "UpdateMethod", "UpdateStage"]),
    },
    "firewall-changes": {
        description: "Someone takes the firewall away or changes it",
        pattern: cloudTrail("aws.wafv2", ["DeleteLoggingConfiguration", "DeleteWebACL", "DisassociateWebACL", "UpdateWebACL"]),
    },
    "key-tampering": {
        description: "Someone disables a key, schedules its deletion or changes its policy",
        pattern: cloudTrail("aws.kms", ["DisableKey", "DisableKeyRotation", "PutKeyPolicy", "ScheduleKeyDeletion"]),
    },
    "bucket-tampering": {
        description: "Someone changes a bucket's lock, versioning, policy or public access",
        pattern: cloudTrail("aws.s3", [
            "DeleteBucket",
            "DeleteBucketPolicy",
            "PutBucketObjectLockConfiguration",
            "PutBucketPolicy",
            "PutBucketPublicAccessBlock",
            "PutBucketVersioning",
        ]),
    },
    "secret-tampering": {
        description: "Someone deletes a secret, stops its renewal or shares it",
        pattern: cloudTrail("aws.secretsmanager", ["CancelRotateSecret", "DeleteSecret", "PutResourcePolicy"]),
    },
    "aws-health": { description: "AWS reports an event that touches this account", pattern: { source: ["aws.health"] } },
};
