import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const versioning = of("aws:s3/bucketVersioning:BucketVersioning");

const lock = of("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
const replication = of("aws:s3/bucketReplicationConfig:BucketReplicationConfig");
const encryption = of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");

const records = bucket();
const critical = bucket({ bucket: "patient-records", tags: { backup: "critical" } });
const locked = (defaultRetention: CaseProps<"aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration">["rule"]) =>
    lock({ bucket: "patient-records", rule: defaultRetention });
const compliance = (days: number | typeof UNKNOWN) => locked({ defaultRetention: { mode: "COMPLIANCE", days } });

type ReplicationRule = Exclude<
    Extract<CaseProps<"aws:s3/bucketReplicationConfig:BucketReplicationConfig">["rules"], readonly unknown[]>[number],
    typeof UNKNOWN
>;
const replicated = (over: ReplicationRule = {}) =>
    replication({
        bucket: "patient-records",
        rules: [
            {
                status: "Enabled",
                filter: { prefix: "" },
                deleteMarkerReplication: { status: "Disabled" },
                destination: { bucket: "arn:aws:s3:::copy" },
                ...over,
            },
        ],
    });
const kms = encryption({ bucket: "patient-records", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] });
const withKms: ReplicationRule = {
    sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    destination: { bucket: "arn:aws:s3:::copy", encryptionConfiguration: { replicaKmsKeyId: UNKNOWN } },
};
const named = bucket({ bucket: "patient-records" });

export const cases: Cases = {
    "aws-s3-bucket-versioning": {
        compliant: {
            "a versioning that names the bucket by its id": [
                records,
                versioning({ bucket: UNKNOWN, versioningConfiguration: { status: "Enabled" } }, { bucket: records }),
            ],
            "a versioning that names it by its name": [
                named,
                versioning({ bucket: "patient-records", versioningConfiguration: { status: "Enabled" } }),
            ],
            "the inline block": bucket({ versioning: { enabled: true } }),
            "made with object lock, which keeps versions": bucket({ objectLockEnabled: true }),
            "made with object lock, by the inline block": bucket({ objectLockConfiguration: { objectLockEnabled: "Enabled" } }),
        },
        violating: {
            "no versioning": [bucket(), ""],
            "said to be made without object lock": [bucket({ objectLockEnabled: false }), ""],
            suspended: [[named, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Suspended" } })], ""],
            "suspended, though made with object lock": [
                [
                    bucket({ bucket: "patient-records", objectLockEnabled: true }),
                    versioning({ bucket: "patient-records", versioningConfiguration: { status: "Suspended" } }),
                ],
                "",
            ],
            "a versioning of another bucket": [[named, versioning({ bucket: "logs", versioningConfiguration: { status: "Enabled" } })], ""],
        },
        undetermined: {
            "status known only after the update": [
                [named, versioning({ bucket: "patient-records", versioningConfiguration: { status: UNKNOWN } })],
                "",
            ],
            "perhaps made with object lock": [bucket({ objectLockEnabled: UNKNOWN }), ""],
            "a versioning whose bucket is not known": [[named, versioning({ bucket: UNKNOWN, versioningConfiguration: { status: "Enabled" } })], ""],
            "perhaps exempt by a tag that is not known": [bucket({ tags: UNKNOWN }), ""],
        },
        notApplicable: { "a bucket of logs": bucket({ tags: { purpose: "logs" } }) },
    },
    "aws-s3-bucket-object-lock": {
        compliant: {
            "in compliance mode for the minimum": [critical, compliance(30)],
            "for years": [critical, locked({ defaultRetention: { mode: "COMPLIANCE", years: 1 } })],
            "a lock that names the bucket by its id": [
                critical,
                lock({ bucket: UNKNOWN, rule: { defaultRetention: { mode: "COMPLIANCE", days: 90 } } }, { bucket: critical }),
            ],
            "the inline block": bucket({
                tags: { purpose: "audit" },
                objectLockConfiguration: { objectLockEnabled: "Enabled", rule: { defaultRetention: { mode: "COMPLIANCE", days: 90 } } },
            }),
            "fewer days by setting": { resources: [critical, compliance(7)], settings: { minRetentionDays: 7 } },
        },
        violating: {
            "no lock": [critical, ""],
            "a bucket of backups without one": [bucket({ tags: { purpose: "backup" } }), ""],
            "a lock without a default retention": [[critical, lock({ bucket: "patient-records" })], ""],
            "in governance mode": [[critical, locked({ defaultRetention: { mode: "GOVERNANCE", days: 90 } })], ""],
            "for too few days": [[critical, compliance(1)], ""],
            "object lock switched on, and no more": [bucket({ tags: { backup: "critical" }, objectLockEnabled: true }), ""],
        },
        undetermined: {
            "days that are not known": [[critical, compliance(UNKNOWN)], ""],
            "a rule that is not known": [[critical, lock({ bucket: "patient-records", rule: UNKNOWN })], ""],
            "a lock of a bucket that is not known": [
                [critical, lock({ bucket: UNKNOWN, rule: { defaultRetention: { mode: "COMPLIANCE", days: 90 } } })],
                "",
            ],
            "perhaps critical": [bucket({ tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "no tag": bucket({ bucket: "assets" }),
            "a stack that is thrown away": { resources: [critical], estate: { ephemeral: true } },
        },
    },
    "aws-s3-bucket-mfa-delete": {
        compliant: {
            "with MFA": [critical, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" } })],
            "a lock instead": [critical, compliance(1)],
            "the inline block": bucket({ tags: { purpose: "backup" }, versioning: { enabled: true, mfaDelete: true } }),
        },
        violating: {
            neither: [critical, ""],
            "without MFA, said outright": [
                [critical, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Enabled", mfaDelete: "Disabled" } })],
                "",
            ],
            "a lock in governance mode": [[critical, locked({ defaultRetention: { mode: "GOVERNANCE", days: 90 } })], ""],
        },
        undetermined: {
            "known only after the update": [
                [critical, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Enabled", mfaDelete: UNKNOWN } })],
                "",
            ],
            "a lock that is not known": [[critical, lock({ bucket: "patient-records", rule: UNKNOWN })], ""],
        },
        notApplicable: { "no tag": bucket() },
    },
    "aws-s3-bucket-replication": {
        compliant: {
            "a rule that copies no deletion": [critical, replicated()],
            "encrypted with KMS, and copied": [critical, kms, replicated(withKms)],
            "the inline block": bucket({
                tags: { backup: "critical" },
                replicationConfiguration: {
                    role: UNKNOWN,
                    rules: [{ status: "Enabled", filter: { prefix: "" }, destination: { bucket: "arn:aws:s3:::copy" } }],
                },
            }),
        },
        violating: {
            none: [critical, ""],
            "a rule that is off": [[critical, replicated({ status: "Disabled" })], ""],
            "a rule that copies deletions": [[critical, replicated({ deleteMarkerReplication: { status: "Enabled" } })], ""],
            "a rule of the old kind, which copies them": [
                [critical, replication({ bucket: "patient-records", rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copy" } }] })],
                "",
            ],
            "encrypted with KMS, and left out": [[critical, kms, replicated()], ""],
            "the inline block, encrypted with KMS and left out": [
                bucket({
                    tags: { backup: "critical" },
                    serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } } },
                    replicationConfiguration: {
                        rules: [{ status: "Enabled", filter: { prefix: "" }, destination: { bucket: "arn:aws:s3:::copy" } }],
                    },
                }),
                "",
            ],
        },
        undetermined: {
            "a status that is not known": [[critical, replicated({ status: UNKNOWN })], ""],
            "rules that are not known": [[critical, replication({ bucket: "patient-records", rules: UNKNOWN })], ""],
            "a destination that is not known, of what KMS encrypts": [[critical, kms, replicated({ ...withKms, destination: UNKNOWN })], ""],
            "perhaps encrypted with KMS": [[critical, encryption({ bucket: "patient-records", rules: UNKNOWN }), replicated()], ""],
            "a replication of a bucket that is not known": [
                [
                    critical,
                    replication({
                        bucket: UNKNOWN,
                        rules: [{ status: "Enabled", filter: { prefix: "" }, deleteMarkerReplication: { status: "Disabled" } }],
                    }),
                ],
                "",
            ],
        },
        notApplicable: { "not tagged as critical": bucket({ tags: { purpose: "backup" } }) },
    },
};
