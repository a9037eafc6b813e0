import type { Watched } from "./alerts";

const cloudTrail = (source: string, eventName: string[]) => ({
    source: [source],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName },
});

/** What people are told of, by rule. CloudTrail events need a trail in the region; AWS Backup and AWS Health need none. */
export const watched: Watched = {
    "backup-tampering": {
        description: "Someone changes or deletes a vault, its lock, its policy, a plan, a selection or a recovery point",
        pattern: cloudTrail("aws.backup", [
            "DeleteBackupPlan",
            "DeleteBackupSelection",
            "DeleteBackupVault",
            "DeleteBackupVaultAccessPolicy",
            "DeleteBackupVaultLockConfiguration",
            "DeleteBackupVaultNotifications",
            "DeleteFramework",
            "DeleteRecoveryPoint",
            "DeleteReportPlan",
            "DeleteRestoreTestingPlan",
            "DeleteRestoreTestingSelection",
            "DisassociateRecoveryPoint",
            "PutBackupVaultAccessPolicy",
            "PutBackupVaultLockConfiguration",
            "PutBackupVaultNotifications",
            "StopBackupJob",
            "UpdateBackupPlan",
            "UpdateGlobalSettings",
            "UpdateRecoveryPointLifecycle",
            "UpdateRegionSettings",
        ]),
    },
    "key-tampering": {
        description: "Someone disables a key, schedules its deletion or changes its policy",
        pattern: cloudTrail("aws.kms", ["DisableKey", "DisableKeyRotation", "PutKeyPolicy", "ScheduleKeyDeletion"]),
    },
    "bucket-tampering": {
        description: "Someone changes a bucket's lock, versioning, policy, replication, life cycle or public access",
        pattern: cloudTrail("aws.s3", [
            "DeleteBucket",
            "DeleteBucketPolicy",
            "DeleteBucketReplication",
            "PutBucketLifecycle",
            "PutBucketObjectLockConfiguration",
            "PutBucketPolicy",
            "PutBucketPublicAccessBlock",
            "PutBucketReplication",
            "PutBucketVersioning",
        ]),
    },
    "backup-jobs": {
        description: "A backup, a copy or a restore did not complete",
        pattern: {
            source: ["aws.backup"],
            "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
            detail: { $or: [{ state: ["ABORTED", "EXPIRED", "FAILED"] }, { status: ["ABORTED", "FAILED"] }] },
        },
    },
    "aws-health": { description: "AWS reports an event that touches this account", pattern: { source: ["aws.health"] } },
};
