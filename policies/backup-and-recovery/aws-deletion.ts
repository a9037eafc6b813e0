import { must, mustByType } from "../../src/policy/factories";
import { each, off, on, oneOf } from "../../src/policy/facts";

const THROWN_AWAY = "a stack that is thrown away within days";

export const storageForceDestroyOff = must({
    name: "aws-storage-force-destroy-off",
    title: "Stores that hold data cannot be deleted with what is in them",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:s3/bucket:Bucket",
        "aws:s3/directoryBucket:DirectoryBucket",
        "aws:s3tables/tableBucket:TableBucket",
        "aws:ecr/repository:Repository",
        "aws:backup/vault:Vault",
        "aws:route53/zone:Zone",
        "aws:dsql/cluster:Cluster",
    ],
    why: "With the switch on, one destroy or one renamed resource empties the store before anyone can object.",
    fix: "Leave forceDestroy (forceDelete on an ECR repository) out, or set it to false.",
    references: [],
    remedies: [
        { path: "forceDestroy", value: false },
        { path: "forceDelete", value: false },
    ],
    unless: c => (c.estate.ephemeral ? THROWN_AWAY : undefined),
    facts: [
        off("forceDestroy", false, "forceDestroy is on: deleting the resource deletes everything in it."),
        off("forceDelete", false, "forceDelete is on: deleting the repository deletes every image in it."),
    ],
});

const UNPROTECTED = "The deletion protection of the service is off.";
const protection = [on("deletionProtection", false, UNPROTECTED)];

/** Where the switch is called deletionProtection. */
const PROTECTED_BY_SWITCH = [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:rds/globalCluster:GlobalCluster",
    "aws:docdb/cluster:Cluster",
    "aws:docdb/globalCluster:GlobalCluster",
    "aws:neptune/cluster:Cluster",
    "aws:neptune/globalCluster:GlobalCluster",
    "aws:eks/cluster:Cluster",
    "aws:qldb/ledger:Ledger",
];

export const dataStoreDeletionProtection = mustByType({
    name: "aws-data-store-deletion-protection",
    title: "Data stores and what people reach them by are protected from deletion",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    why: "Deletion protection makes the service itself refuse a deletion until somebody turns it off on purpose.",
    fix: "Set deletionProtection to true ('ACTIVE' on a Cognito user pool), deletionProtectionEnabled on DynamoDB and Aurora DSQL, enableDeletionProtection on load balancers.",
    remedies: [
        { path: "deletionProtection", value: true, types: PROTECTED_BY_SWITCH },
        { path: "deletionProtection", value: "ACTIVE", types: ["aws:cognito/userPool:UserPool"] },
        { path: "deletionProtectionEnabled", value: true },
        { path: "enableDeletionProtection", value: true },
    ],
    references: [
        "aws-config:rds-instance-deletion-protection-enabled",
        "aws-config:rds-cluster-deletion-protection-enabled",
        "aws-config:elb-deletion-protection-enabled",
        "aws-config:dynamodb-table-deletion-protection-enabled",
        "aws-config:cognito-user-pool-deletion-protection-enabled",
        "checkov:CKV_AWS_139",
        "checkov:CKV_AWS_150",
        "checkov:CKV_AWS_172",
        "checkov:CKV_AWS_293",
        "checkov:CKV2_AWS_58",
        "cdk-nag:AwsSolutions-RDS10",
        "fsbp:RDS.7",
        "fsbp:RDS.8",
        "fsbp:ELB.6",
        "fsbp:DynamoDB.6",
        "fsbp:DocumentDB.5",
        "fsbp:Neptune.4",
        "fsbp:Cognito.6",
    ],
    unless: c => (c.estate.ephemeral ? THROWN_AWAY : c.has("replicateSourceDb") ? "a read replica" : undefined),
    facts: {
        "aws:rds/instance:Instance": protection,
        "aws:rds/cluster:Cluster": protection,
        "aws:rds/globalCluster:GlobalCluster": protection,
        "aws:docdb/cluster:Cluster": protection,
        "aws:docdb/globalCluster:GlobalCluster": protection,
        "aws:neptune/cluster:Cluster": protection,
        "aws:neptune/globalCluster:GlobalCluster": protection,
        "aws:eks/cluster:Cluster": protection,
        "aws:qldb/ledger:Ledger": [on("deletionProtection", true, UNPROTECTED)],
        "aws:cognito/userPool:UserPool": [oneOf("deletionProtection", ["ACTIVE"], "INACTIVE", UNPROTECTED)],
        "aws:dynamodb/table:Table": [
            on("deletionProtectionEnabled", false, UNPROTECTED),
            ...each("replicas", on("deletionProtectionEnabled", false, "The deletion protection of the replica is off.")),
        ],
        "aws:dynamodb/tableReplica:TableReplica": [on("deletionProtectionEnabled", false, UNPROTECTED)],
        "aws:dsql/cluster:Cluster": [on("deletionProtectionEnabled", false, UNPROTECTED)],
        "aws:lb/loadBalancer:LoadBalancer": [on("enableDeletionProtection", false, UNPROTECTED)],
    },
});
