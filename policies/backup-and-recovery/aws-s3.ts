import { type StackCheck, asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { exempt, mustHave } from "../../src/policy/factories";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";
import { thrownAway } from "../shared/ephemeral";
import { isVersioned } from "../shared/stack-buckets";

const OBJECT_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

export const s3BucketVersioning = stackPolicy({
    name: "aws-s3-bucket-versioning",
    title: "Buckets keep earlier versions of their objects",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    reads: ["aws:s3/bucketVersioning:BucketVersioning"],
    why: "Without versions, an object that ransomware overwrites or deletes is gone.",
    fix: "Add a BucketVersioning for the bucket with versioningConfiguration.status 'Enabled'.",
    references: ["aws-config:s3-bucket-versioning-enabled", "checkov:CKV_AWS_21", "fsbp:S3.14"],
    checkResource(c) {
        const exemption = or(c.tagged("purpose", "logs"), c.tagged("backup", "not-required"));
        if (exemption === true) c.notApplicable("holds nothing to recover, by its tags");
        else c.require(or(exemption, isVersioned(c.graph, c.resource)), "", "The bucket keeps no earlier versions of its objects.");
    },
});

/** Does the rule of a lock, or of a bucket's inline one, put new versions beyond anyone's reach for so many days? */
function locksFor(lock: Value | undefined, days: number): Answer {
    if (lock === UNKNOWN) return UNKNOWN;
    const retention = read(lock ?? {}, "rule.defaultRetention");
    if (retention === undefined || retention === UNKNOWN) return retention ?? false;
    const kept = is(asNumber(read(retention, "days")), inDays =>
        is(asNumber(read(retention, "years")), inYears => (inDays ?? 0) + (inYears ?? 0) * 365 >= days),
    );
    return and(isOneOf(read(retention, "mode"), ["COMPLIANCE"]), kept);
}

/** The bucket holds backups, audit records or critical data, by its tags. */
function isToBeLocked(c: Pick<StackCheck, "tagged">): Answer {
    return or(c.tagged("backup", "critical"), c.tagged("purpose", "backup", "audit"));
}

export const s3BucketObjectLock = mustHave({
    name: "aws-s3-bucket-object-lock",
    title: "Buckets of backups, audit records and critical data are locked in compliance mode",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: [OBJECT_LOCK],
    by: "bucket",
    why: "Versions alone can be deleted by whoever may delete objects. A lock in compliance mode holds against the root user too.",
    fix: "Add a BucketObjectLockConfiguration for the bucket with rule.defaultRetention mode 'COMPLIANCE' and days of the setting minRetentionDays or more.",
    references: ["aws-config:s3-bucket-default-lock-enabled", "checkov:CKV_AWS_143", "fsbp:S3.15"],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, default: 30, description: "Days for which new versions must be locked by default." },
    },
    unless: c => thrownAway(c) ?? exempt(not(isToBeLocked(c)), "not tagged as critical, backup or audit"),
    test: (lock, settings) => locksFor(lock.props, settings.minRetentionDays),
    or: c => locksFor(c.get("objectLockConfiguration"), c.settings.minRetentionDays),
    message: "No object lock in compliance mode keeps the bucket's new versions by default for the setting minRetentionDays.",
});

export const s3BucketMfaDelete = mustHave({
    name: "aws-s3-bucket-mfa-delete",
    title: "Versions of critical buckets are locked, or deleted only with MFA",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: ["aws:s3/bucketVersioning:BucketVersioning"],
    reads: [OBJECT_LOCK],
    by: "bucket",
    why: "A stolen access key can delete every version of every object where neither a lock nor MFA stands in the way.",
    fix: "Lock the bucket in compliance mode, or set versioningConfiguration.mfaDelete to 'Enabled' as the root user.",
    references: ["aws-config:s3-bucket-mfa-delete-enabled", "fsbp:S3.20"],
    unless: c => thrownAway(c) ?? exempt(not(isToBeLocked(c)), "not tagged as critical, backup or audit"),
    test: versioning => isOneOf(read(versioning.props, "versioningConfiguration.mfaDelete"), ["Enabled"]),
    or: c =>
        or(
            c.on("versioning.mfaDelete", false),
            locksFor(c.get("objectLockConfiguration"), 1),
            linkedSatisfies(c.graph.into(c.resource, OBJECT_LOCK, "bucket"), lock => locksFor(lock.props, 1)),
        ),
    message: "Neither an object lock in compliance mode nor mfaDelete keeps the bucket's versions from deletion.",
});

const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

function usesKms(rules: Value | undefined): Answer {
    const found = list(rules);
    if (found === UNKNOWN) return UNKNOWN;
    return or(
        ...found.map(rule =>
            rule === UNKNOWN ? UNKNOWN : is(read(rule, "applyServerSideEncryptionByDefault.sseAlgorithm"), a => text(a ?? "").startsWith("aws:kms")),
        ),
    );
}

/** Is the bucket encrypted with a KMS key, so that S3 leaves its objects out of replication unless told otherwise? */
function isKmsEncrypted(c: Pick<StackCheck, "graph" | "resource">): Answer {
    return or(
        usesKms(read(c.resource.props, "serverSideEncryptionConfiguration.rule")),
        linkedSatisfies(c.graph.into(c.resource, ENCRYPTION, "bucket"), e => usesKms(read(e.props, "rules"))),
    );
}

/** Does one of the rules, of a resource of its own or of the inline block, copy everything and spread no deletion? */
function replicates(rules: Value | undefined, kms: Answer): Answer {
    const found = list(rules);
    if (found === UNKNOWN) return UNKNOWN;
    return or(
        ...found.map(rule => {
            if (rule === UNKNOWN) return UNKNOWN;
            const markers = read(rule, "deleteMarkerReplication.status") ?? read(rule, "deleteMarkerReplicationStatus");
            return and(
                isOneOf(read(rule, "status"), ["Enabled"]),
                // A rule without a filter is of the old kind, which copies delete markers.
                markers === undefined ? read(rule, "filter") !== undefined : isOneOf(markers, ["Disabled"]),
                or(not(kms), replicatesKms(rule)),
            );
        }),
    );
}

function replicatesKms(rule: Value): Answer {
    const objects = read(rule, "sourceSelectionCriteria.sseKmsEncryptedObjects");
    if (objects === UNKNOWN) return UNKNOWN;
    const status = objects === undefined ? undefined : (read(objects, "status") ?? read(objects, "enabled"));
    const key = read(rule, "destination.encryptionConfiguration.replicaKmsKeyId") ?? read(rule, "destination.replicaKmsKeyId");
    return and(
        is(status, s => truth(s) ?? false),
        read(rule, "destination") === UNKNOWN ? UNKNOWN : key !== undefined,
    );
}

export const s3BucketReplication = mustHave({
    name: "aws-s3-bucket-replication",
    title: "Critical buckets are replicated, and deletions are not",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
    reads: [ENCRYPTION],
    by: "bucket",
    why: "One bucket is one place to lose. A replica that copies deletions loses the data a moment later.",
    fix: "Add a BucketReplicationConfig with an Enabled rule, deleteMarkerReplication 'Disabled' and, where the bucket uses KMS, sseKmsEncryptedObjects and replicaKmsKeyId.",
    references: [
        "aws-config:s3-bucket-replication-enabled",
        "aws-config:s3-bucket-cross-region-replication-enabled",
        "checkov:CKV_AWS_144",
        "fsbp:S3.7",
    ],
    unless: c => exempt(not(c.tagged("backup", "critical")), "not tagged as critical"),
    test: (replication, _, c) => replicates(read(replication.props, "rules"), isKmsEncrypted(c)),
    or: c => replicates(c.get("replicationConfiguration.rules"), isKmsEncrypted(c)),
    message: "No rule replicates the bucket's objects, those encrypted with KMS included, without replicating their deletion.",
});
