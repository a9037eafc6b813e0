import { type Cases, UNKNOWN, of } from "../support/cases";

const files = of("aws:efs/fileSystem:FileSystem");
const backupPolicy = of("aws:efs/backupPolicy:BackupPolicy");
const selection = of("aws:backup/selection:Selection");
const replication = of("aws:efs/replicationConfiguration:ReplicationConfiguration");

const shared = files();
const enabled = backupPolicy({ fileSystemId: UNKNOWN, backupPolicy: { status: "ENABLED" } }, { fileSystemId: shared });
const target = files({ protection: { replicationOverwrite: "DISABLED" } });

export const cases: Cases = {
    "aws-efs-backup-policy-enabled": {
        compliant: {
            "a backup policy": [shared, enabled],
            "a backup selection": [shared, selection({ resources: [UNKNOWN] }, { resources: shared })],
            "One Zone storage, with advice": {
                resources: [files({ availabilityZoneName: "eu-west-2a", tags: { backup: "critical" } }), selection({ resources: ["*"] })],
                advice: true,
            },
            "open to replication from elsewhere, with advice": { resources: [target, selection({ resources: ["*"] })], advice: true },
            "the target of a replication": [
                target,
                selection({ resources: ["*"] }),
                replication({ destination: { fileSystemId: UNKNOWN } }, { destination: target }),
            ],
        },
        violating: {
            none: [files(), ""],
            "a policy that is off": [
                [shared, backupPolicy({ fileSystemId: UNKNOWN, backupPolicy: { status: "DISABLED" } }, { fileSystemId: shared })],
                "",
            ],
            "a policy of another file system": [[files(), shared, enabled], ""],
        },
        undetermined: {
            "perhaps on": [[shared, backupPolicy({ fileSystemId: UNKNOWN, backupPolicy: { status: UNKNOWN } }, { fileSystemId: shared })], ""],
            "a policy of a file system that is not known": [
                [shared, backupPolicy({ fileSystemId: UNKNOWN, backupPolicy: { status: "ENABLED" } })],
                "",
            ],
            "perhaps exempt by a tag that is not known": [files({ tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "nothing to recover": files({ tags: { backup: "not-required" } }),
            "another stack's plan": files({ tags: { backup: "central" } }),
        },
    },
};
