import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const clusterInstance = of("aws:rds/clusterInstance:ClusterInstance");
const globalCluster = of("aws:rds/globalCluster:GlobalCluster");
const documents = of("aws:docdb/cluster:Cluster");
const warehouse = of("aws:redshift/cluster:Cluster");
const migration = of("aws:dms/replicationInstance:ReplicationInstance");
const broker = of("aws:mq/broker:Broker");
const kafka = of("aws:msk/cluster:Cluster");
const snapshot = of("aws:rds/snapshot:Snapshot");
const clusterSnapshot = of("aws:rds/clusterSnapshot:ClusterSnapshot");
const snapshotCopy = of("aws:rds/snapshotCopy:SnapshotCopy");
const neptuneSnapshot = of("aws:neptune/clusterSnapshot:ClusterSnapshot");

const encrypted = instance({ identifier: "records", storageEncrypted: true });
const plain = instance({ identifier: "plain" });
const world = globalCluster({ globalClusterIdentifier: "world", storageEncrypted: true });
const ofEncrypted = snapshot({ dbInstanceIdentifier: "records", dbSnapshotIdentifier: "before" });
const trusting = { estate: { trustedAccounts: ["111122223333"] } };

export const cases: Cases = {
    "aws-rds-storage-encrypted": {
        compliant: {
            "an encrypted instance": encrypted,
            "Aurora serverless v1, which always is": cluster({ engine: "aurora-mysql", engineMode: "serverless" }),
            "a replica of an encrypted instance": [encrypted, instance({ replicateSourceDb: "records" })],
            "a member of an encrypted global cluster": [
                cluster({ engine: "aurora-mysql", globalClusterIdentifier: UNKNOWN }, { globalClusterIdentifier: world }),
            ],
        },
        violating: {
            "the flag left out": [instance({ engine: "postgres" }), "storageEncrypted"],
            "said outright": [documents({ storageEncrypted: false }), "storageEncrypted"],
            "a provisioned cluster": [cluster({ engine: "aurora-mysql" }), "storageEncrypted"],
            "a global cluster": [globalCluster({ globalClusterIdentifier: "world" }), "storageEncrypted"],
            "a replica of a plain instance": [[plain, instance({ replicateSourceDb: "plain" })], "storageEncrypted"],
        },
        undetermined: {
            "known only after the update": [instance({ storageEncrypted: UNKNOWN }), "storageEncrypted"],
            "a replica of an instance elsewhere": [instance({ replicateSourceDb: "elsewhere" }), "storageEncrypted"],
            "made from a snapshot": [instance({ snapshotIdentifier: "snap-1" }), "storageEncrypted"],
            "a global cluster made from a cluster elsewhere": [
                globalCluster({ globalClusterIdentifier: "world", sourceDbClusterIdentifier: UNKNOWN }),
                "storageEncrypted",
            ],
            "an engine mode that is not known": [cluster({ engine: "aurora-mysql", engineMode: UNKNOWN }), "storageEncrypted"],
        },
    },
    "aws-database-not-publicly-accessible": {
        compliant: {
            "private where left out": instance(),
            "said to be private": clusterInstance({ publiclyAccessible: false }),
            "a migration instance, which the provider makes private": migration({ replicationInstanceId: "dms" }),
            "Kafka without public access": kafka({ clusterName: "events" }),
            "Kafka with public access said to be off": kafka({
                brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "DISABLED" } } },
            }),
        },
        violating: {
            "a public instance": [instance({ publiclyAccessible: true }), "publiclyAccessible"],
            "a public warehouse": [warehouse({ clusterIdentifier: "dw", publiclyAccessible: true }), "publiclyAccessible"],
            "a public broker": [broker({ publiclyAccessible: true }), "publiclyAccessible"],
            "public Kafka": [
                kafka({ brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } } } }),
                "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
            ],
        },
        undetermined: {
            "known only after the update": [instance({ publiclyAccessible: UNKNOWN }), "publiclyAccessible"],
            "Kafka's connectivity not known": [
                kafka({ brokerNodeGroupInfo: { connectivityInfo: UNKNOWN } }),
                "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
            ],
        },
    },
    "aws-snapshot-encrypted-and-private": {
        compliant: {
            "a snapshot of an encrypted instance": [encrypted, ofEncrypted],
            "shared with an account while none are listed": [
                encrypted,
                { ...ofEncrypted, props: { ...ofEncrypted.props, sharedAccounts: ["444455556666"] } },
            ],
            "shared with a trusted account": {
                resources: [encrypted, snapshot({ dbInstanceIdentifier: "records", sharedAccounts: ["111122223333"] })],
                ...trusting,
            },
            "a copy under a key of its own": snapshotCopy({ sourceDbSnapshotIdentifier: "elsewhere", kmsKeyId: UNKNOWN }),
            "a copy that keeps its source's key": {
                resources: [
                    encrypted,
                    ofEncrypted,
                    snapshotCopy({ sourceDbSnapshotIdentifier: UNKNOWN }, { sourceDbSnapshotIdentifier: ofEncrypted }),
                ],
                advice: true,
            },
        },
        violating: {
            "of a plain instance": [[plain, snapshot({ dbInstanceIdentifier: "plain" })], "dbInstanceIdentifier"],
            "shared with everyone": [[encrypted, snapshot({ dbInstanceIdentifier: "records", sharedAccounts: ["all"] })], "sharedAccounts[0]"],
            "shared with an account that is not trusted": {
                resources: [encrypted, snapshot({ dbInstanceIdentifier: "records", sharedAccounts: ["444455556666"] })],
                property: "sharedAccounts[0]",
                ...trusting,
            },
        },
        undetermined: {
            "of a cluster elsewhere": [clusterSnapshot({ dbClusterIdentifier: "elsewhere" }), "dbClusterIdentifier"],
            "of a cluster that is not known": [neptuneSnapshot({ dbClusterIdentifier: UNKNOWN }), "dbClusterIdentifier"],
            "shared with accounts that are not known": [
                [encrypted, snapshot({ dbInstanceIdentifier: "records", sharedAccounts: UNKNOWN })],
                "sharedAccounts",
            ],
        },
    },
};
