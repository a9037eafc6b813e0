import { mustHave } from "../../src/policy/factories";
import { isOneOf } from "../../src/policy/check";
import { UNKNOWN, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

export const s3BucketVersioning = mustHave({
    name: "aws-s3-bucket-versioning",
    title: "Buckets keep earlier versions of their objects",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: ["aws:s3/bucketVersioning:BucketVersioning"],
    by: "bucket",
    why: "Without versions, an object that ransomware overwrites or deletes is gone.",
    fix: "Add a BucketVersioning for the bucket with versioningConfiguration.status 'Enabled'.",
    references: ["aws-config:s3-bucket-versioning-enabled", "checkov:CKV_AWS_21", "fsbp:S3.14"],
    unless(c) {
        const exempt = or(c.tagged("purpose", "logs"), c.tagged("backup", "not-required"));
        return exempt === true ? "holds nothing to recover, by its tags" : exempt === UNKNOWN ? UNKNOWN : undefined;
    },
    test: versioning => isOneOf(read(versioning.props, "versioningConfiguration.status"), ["Enabled"]),
    or: c => c.on("versioning.enabled", false),
    message: "The bucket keeps no earlier versions of its objects.",
});
