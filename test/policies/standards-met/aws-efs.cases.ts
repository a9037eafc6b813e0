import { type Cases, UNKNOWN, of } from "../support/cases";

const fileSystem = of("aws:efs/fileSystem:FileSystem");
const replication = of("aws:efs/replicationConfiguration:ReplicationConfiguration");
const windows = of("aws:fsx/windowsFileSystem:WindowsFileSystem");

const withKeys = { settings: { requireCustomerKey: true } };

const accessPoint = of("aws:efs/accessPoint:AccessPoint");
const policy = of("aws:efs/fileSystemPolicy:FileSystemPolicy");
const task = of("aws:ecs/taskDefinition:TaskDefinition");

const files = fileSystem();
const DENY = JSON.stringify({
    Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
});

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
        undetermined: {
            "known only after the update": [fileSystem({ encrypted: UNKNOWN }), "encrypted"],
            "a replica of which nothing is known, where a key is asked": {
                resources: [replication({ destination: UNKNOWN })],
                property: "destination.kmsKeyId",
                ...withKeys,
            },
        },
    },
    "aws-efs-access-point-identity-and-root": {
        compliant: { "a user and a directory": accessPoint({ posixUser: { uid: 1000, gid: 1000 }, rootDirectory: { path: "/app" } }) },
        violating: {
            "no user": [accessPoint({ rootDirectory: { path: "/app" } }), "posixUser.uid"],
            root: [accessPoint({ posixUser: { uid: 0, gid: 0 }, rootDirectory: { path: "/app" } }), "posixUser.uid"],
            "no directory": [accessPoint({ posixUser: { uid: 1000, gid: 1000 } }), "rootDirectory.path"],
            "the whole file system": [accessPoint({ posixUser: { uid: 1000, gid: 1000 }, rootDirectory: { path: "/" } }), "rootDirectory.path"],
        },
        undetermined: {
            "a user that is not known": [accessPoint({ posixUser: { uid: UNKNOWN, gid: 1000 }, rootDirectory: { path: "/app" } }), "posixUser.uid"],
            "a directory that is not known": [accessPoint({ posixUser: { uid: 1000, gid: 1000 }, rootDirectory: UNKNOWN }), "rootDirectory.path"],
        },
    },
    "aws-efs-mounts-encrypted-and-authorised": {
        compliant: {
            "a policy that denies plain mounts": [files, policy({ fileSystemId: UNKNOWN, policy: DENY }, { fileSystemId: files })],
            "a task that mounts over TLS": task({
                volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: UNKNOWN, transitEncryption: "ENABLED" } }],
            }),
            "a task with other volumes": task({ volumes: [{ name: "scratch" }] }),
        },
        violating: {
            "no policy": [files, ""],
            "a policy without the Deny": [[files, policy({ fileSystemId: UNKNOWN, policy: '{"Statement":[]}' }, { fileSystemId: files })], ""],
            "a task that leaves it out": [
                task({ volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: UNKNOWN } }] }),
                "volumes[0].efsVolumeConfiguration.transitEncryption",
            ],
            "a task that says so outright": [
                task({ volumes: [{ name: "data", efsVolumeConfiguration: { transitEncryption: "DISABLED" } }] }),
                "volumes[0].efsVolumeConfiguration.transitEncryption",
            ],
        },
        undetermined: {
            "a policy that is not known": [[files, policy({ fileSystemId: UNKNOWN, policy: UNKNOWN }, { fileSystemId: files })], ""],
            "a policy whose file system is not known": [[files, policy({ fileSystemId: UNKNOWN, policy: DENY })], ""],
            "volumes that are not known": [task({ volumes: UNKNOWN }), "volumes.transitEncryption"],
        },
    },
};
