import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { off, oneOf } from "../../src/policy/facts";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is } from "../../src/policy/unknown";
import { isSet, read, text, truth } from "../../src/policy/values";

const CLUSTERS = ["aws:rds/cluster:Cluster", "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster"] as const;
const GLOBAL_CLUSTERS = [
    "aws:rds/globalCluster:GlobalCluster",
    "aws:docdb/globalCluster:GlobalCluster",
    "aws:neptune/globalCluster:GlobalCluster",
] as const;
const INSTANCE = "aws:rds/instance:Instance";

/** What a database can be made from, by the property that names it. It takes its encryption from there. */
const SOURCES: readonly (readonly [property: string, types: readonly string[]])[] = [
    ["replicateSourceDb", [INSTANCE, "aws:rds/cluster:Cluster"]],
    ["replicationSourceIdentifier", [INSTANCE, ...CLUSTERS]],
    ["globalClusterIdentifier", GLOBAL_CLUSTERS],
    ["sourceDbClusterIdentifier", CLUSTERS],
    ["snapshotIdentifier", []],
    ["restoreToPointInTime", []],
];

/** Is the database's storage encrypted: by its own flag, by what it was made from, or by default? */
function storageEncrypted(graph: Graph, database: Resource, follow = true): Answer {
    const own = truth(read(database.props, "storageEncrypted"));
    if (own !== undefined) return own;
    // A global cluster's `globalClusterIdentifier` is its own name.
    const isGlobal = GLOBAL_CLUSTERS.some(type => type === database.type);
    const source = SOURCES.find(([property]) => isSet(database.props, property) && !(isGlobal && property === "globalClusterIdentifier"));
    // Aurora serverless v1 is always encrypted.
    if (!source) return isOneOf(read(database.props, "engineMode"), ["serverless"], "provisioned");
    const [property, types] = source;
    return follow ? linkedSatisfies(graph.from(database, property, types), r => storageEncrypted(graph, r, false)) : UNKNOWN;
}

export const rdsStorageEncrypted = stackPolicy({
    name: "aws-rds-storage-encrypted",
    title: "Databases encrypt their storage",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [INSTANCE, ...CLUSTERS, ...GLOBAL_CLUSTERS],
    why: "Unencrypted storage puts patient data in plain text into volumes, snapshots and replicas, and it cannot be encrypted later in place.",
    fix: "Set storageEncrypted to true.",
    references: [
        "aws-config:rds-storage-encrypted",
        "aws-config:rds-cluster-encrypted-at-rest",
        "aws-config:docdb-cluster-encrypted",
        "aws-config:neptune-cluster-encrypted",
        "checkov:CKV_AWS_16",
        "checkov:CKV_AWS_96",
        "checkov:CKV_AWS_140",
        "checkov:CKV_AWS_44",
        "checkov:CKV_AWS_74",
        "checkov:CKV_AWS_292",
        "cdk-nag:AwsSolutions-RDS2",
        "cdk-nag:AwsSolutions-DOC1",
        "cdk-nag:AwsSolutions-N4",
        "fsbp:RDS.3",
        "fsbp:RDS.27",
        "fsbp:DocumentDB.1",
        "fsbp:Neptune.1",
    ],
    checkResource({ graph, resource, require }) {
        require(storageEncrypted(graph, resource), "storageEncrypted", "The database's storage is not encrypted.");
    },
});

const MESSAGE = "The database can be reached from the internet.";
const notPublic = [off("publiclyAccessible", false, MESSAGE)] as const;

export const databaseNotPubliclyAccessible = mustByType({
    name: "aws-database-not-publicly-accessible",
    title: "Databases, brokers and migration instances have no public address",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    why: "A database with a public address is one leaked password, or one flaw, away from everyone.",
    fix: "Set publiclyAccessible to false (publicAccess.type to 'DISABLED' on MSK) and reach it through the VPC.",
    remedies: [
        {
            path: "publiclyAccessible",
            value: false,
            // The others would be replaced.
            types: [
                "aws:rds/instance:Instance",
                "aws:rds/clusterInstance:ClusterInstance",
                "aws:redshift/cluster:Cluster",
                "aws:redshiftserverless/workgroup:Workgroup",
            ],
        },
    ],
    references: [
        "aws-config:rds-instance-public-access-check",
        "aws-config:redshift-cluster-public-access-check",
        "aws-config:dms-replication-not-public",
        "checkov:CKV_AWS_17",
        "checkov:CKV_AWS_69",
        "checkov:CKV_AWS_87",
        "checkov:CKV_AWS_89",
        "checkov:CKV_AWS_102",
        "checkov:CKV_AWS_291",
        "cdk-nag:AwsSolutions-RS8",
        "fsbp:RDS.2",
        "fsbp:Redshift.1",
        "fsbp:RedshiftServerless.3",
        "fsbp:DMS.1",
        "fsbp:MSK.4",
    ],
    facts: {
        "aws:rds/instance:Instance": notPublic,
        "aws:rds/clusterInstance:ClusterInstance": notPublic,
        "aws:redshift/cluster:Cluster": notPublic,
        "aws:redshiftserverless/workgroup:Workgroup": notPublic,
        "aws:dms/replicationInstance:ReplicationInstance": notPublic,
        "aws:mq/broker:Broker": notPublic,
        "aws:neptune/clusterInstance:ClusterInstance": notPublic,
        "aws:timestreaminfluxdb/dbInstance:DbInstance": notPublic,
        "aws:lightsail/database:Database": notPublic,
        "aws:msk/cluster:Cluster": [oneOf("brokerNodeGroupInfo.connectivityInfo.publicAccess.type", ["DISABLED"], "DISABLED", MESSAGE)],
    },
});

type SnapshotToken =
    | "aws:rds/snapshot:Snapshot"
    | "aws:rds/clusterSnapshot:ClusterSnapshot"
    | "aws:rds/snapshotCopy:SnapshotCopy"
    | "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"
    | "aws:docdb/clusterSnapshot:ClusterSnapshot"
    | "aws:neptune/clusterSnapshot:ClusterSnapshot";

/** What a snapshot was taken of, by the property that names it. */
const TAKEN_OF: Readonly<Record<SnapshotToken, readonly [property: string, types: readonly string[]]>> = {
    "aws:rds/snapshot:Snapshot": ["dbInstanceIdentifier", [INSTANCE]],
    "aws:rds/clusterSnapshot:ClusterSnapshot": ["dbClusterIdentifier", ["aws:rds/cluster:Cluster"]],
    "aws:rds/snapshotCopy:SnapshotCopy": ["sourceDbSnapshotIdentifier", ["aws:rds/snapshot:Snapshot"]],
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": ["sourceDbClusterSnapshotIdentifier", ["aws:rds/clusterSnapshot:ClusterSnapshot"]],
    "aws:docdb/clusterSnapshot:ClusterSnapshot": ["dbClusterIdentifier", ["aws:docdb/cluster:Cluster"]],
    "aws:neptune/clusterSnapshot:ClusterSnapshot": ["dbClusterIdentifier", ["aws:neptune/cluster:Cluster"]],
};

function isSnapshot(resource: Resource): boolean {
    return Object.hasOwn(TAKEN_OF, resource.type);
}

/** Is the snapshot encrypted: a copy by a key of its own, or what it was taken of? */
function snapshotEncrypted(graph: Graph, snapshot: Resource): Answer {
    if (isSet(snapshot.props, "kmsKeyId")) return true;
    const [property, types] = TAKEN_OF[snapshot.type as SnapshotToken];
    return linkedSatisfies(graph.from(snapshot, property, types), source =>
        isSnapshot(source) ? snapshotEncrypted(graph, source) : storageEncrypted(graph, source),
    );
}

function judgeSharing({ all, estate, requireAt }: StackCheck<SnapshotToken>): void {
    for (const { path, value } of all("sharedAccounts[]")) {
        requireAt(
            is(value, account => text(account).toLowerCase() !== "all"),
            path,
            "The snapshot is shared with every AWS account.",
        );
        if (estate.trustedAccounts.length === 0) continue;
        requireAt(
            is(value, account => text(account).toLowerCase() === "all" || estate.trustedAccounts.includes(text(account))),
            path,
            "The snapshot is shared with an account that is not trusted.",
        );
    }
}

export const snapshotEncryptedAndPrivate = stackPolicy({
    name: "aws-snapshot-encrypted-and-private",
    title: "Database snapshots are encrypted and shared with trusted accounts only",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:rds/snapshot:Snapshot",
        "aws:rds/clusterSnapshot:ClusterSnapshot",
        "aws:rds/snapshotCopy:SnapshotCopy",
        "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
        "aws:docdb/clusterSnapshot:ClusterSnapshot",
        "aws:neptune/clusterSnapshot:ClusterSnapshot",
    ],
    reads: [INSTANCE, ...CLUSTERS, ...GLOBAL_CLUSTERS],
    why: "A snapshot is the whole database: whoever it is shared with can restore and read it.",
    fix: "Take snapshots of encrypted databases, and list only accounts of your own in sharedAccounts.",
    references: [
        "aws-config:rds-snapshot-encrypted",
        "aws-config:rds-snapshots-public-prohibited",
        "aws-config:docdb-cluster-snapshot-public-prohibited",
        "aws-config:neptune-cluster-snapshot-encrypted",
        "aws-config:neptune-cluster-snapshot-public-prohibited",
        "checkov:CKV_AWS_146",
        "checkov:CKV_AWS_266",
        "checkov:CKV_AWS_279",
        "checkov:CKV_AWS_302",
        "fsbp:RDS.1",
        "fsbp:RDS.4",
        "fsbp:DocumentDB.3",
        "fsbp:Neptune.3",
        "fsbp:Neptune.6",
    ],
    checkResource(c) {
        const { graph, resource, has, advice, requireAt } = c;
        judgeSharing(c);
        const [property] = TAKEN_OF[c.type];
        requireAt(snapshotEncrypted(graph, resource), property, "The snapshot is not encrypted, since its source is not.");
        const isCopy = resource.type.endsWith("Copy");
        if (isCopy && !has("kmsKeyId")) advice("kmsKeyId", "The copy keeps its source's key.");
    },
});
