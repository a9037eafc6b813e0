import { type Cases, UNKNOWN, of } from "../support/cases";

const fileSystem = of("aws:efs/fileSystem:FileSystem");
const replication = of("aws:efs/replicationConfiguration:ReplicationConfiguration");
const windows = of("aws:fsx/windowsFileSystem:WindowsFileSystem");

const withKeys = { settings: { requireCustomerKey: true } };

export const cases: Cases = {
    "aws-filesystem-encrypted-at-rest": {
        compliant: {
            "encrypted EFS": fileSystem({ encrypted: true }),
            "FSx, which always is": windows({ throughputCapacity: 32 }),
            "a replica, which always is": replication({ sourceFileSystemId: UNKNOWN, destination: { region: "eu-west-1" } }),
            "a key of one's own, where that is asked": { resources: [windows({ kmsKeyId: UNKNOWN })], ...withKeys },
        },
        violating: {
            "the flag left out": [fileSystem(), "encrypted"],
            "said outright": [fileSystem({ encrypted: false }), "encrypted"],
            "no key, where one is asked": { resources: [windows({ throughputCapacity: 32 })], property: "kmsKeyId", ...withKeys },
            "a replica without a key, where one is asked": {
                resources: [replication({ destination: { region: "eu-west-1" } })],
                property: "destination.kmsKeyId",
                ...withKeys,
            },
        },
        undetermined: { "known only after the update": [fileSystem({ encrypted: UNKNOWN }), "encrypted"] },
    },
};
