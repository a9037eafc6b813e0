import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const member = of("aws:rds/clusterInstance:ClusterInstance");
const graph = of("aws:neptune/cluster:Cluster");
const graphMember = of("aws:neptune/clusterInstance:ClusterInstance");
const group = of("aws:elasticache/replicationGroup:ReplicationGroup");
const cache = of("aws:elasticache/cluster:Cluster");
const serverless = of("aws:elasticache/serverlessCache:ServerlessCache");
const memory = of("aws:memorydb/cluster:Cluster");
const replication = of("aws:dms/replicationInstance:ReplicationInstance");
const warehouse = of("aws:redshift/cluster:Cluster");
const backups = of("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
const globalCluster = of("aws:rds/globalCluster:GlobalCluster");
const snapshotCopy = of("aws:redshift/snapshotCopy:SnapshotCopy");
const plan = of("aws:backup/plan:Plan");
const selection = of("aws:backup/selection:Selection");

const records = cluster({ clusterIdentifier: "records" });
const social = graph();
const critical = { backup: "critical" };
const criticalInstance = instance({ identifier: "records", tags: critical });
const copied = (retentionPeriod?: number | typeof UNKNOWN) =>
    backups({ sourceDbInstanceArn: UNKNOWN, retentionPeriod, kmsKeyId: UNKNOWN }, { sourceDbInstanceArn: criticalInstance });
const criticalWarehouse = warehouse({ clusterIdentifier: "reports", tags: critical });
const offsite = plan({
    region: "eu-west-2",
    rules: [{ ruleName: "daily", copyActions: [{ destinationVaultArn: "arn:aws:backup:eu-west-1:111122223333:backup-vault:copies" }] }],
});
const local = plan({ region: "eu-west-2", rules: [{ ruleName: "daily" }] });

export const cases: Cases = {
    "aws-database-multi-az": {
        compliant: {
            "an instance with a standby": instance({ multiAz: true }),
            "a cluster of two": [records, member({ clusterIdentifier: "records" }), member({ clusterIdentifier: "records" })],
            "a cluster of two, by its output": [
                social,
                graphMember({ clusterIdentifier: UNKNOWN }, { clusterIdentifier: social }),
                graphMember({ clusterIdentifier: UNKNOWN }, { clusterIdentifier: social }),
            ],
            "a cluster of two in two zones": [
                records,
                member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                member({ clusterIdentifier: "records", availabilityZone: "eu-west-2b" }),
            ],
            "a cluster of two, of which one is placed": [
                records,
                member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                member({ clusterIdentifier: "records" }),
            ],
            "a Multi-AZ DB cluster": cluster({ dbClusterInstanceClass: "db.m6gd.large" }),
            "a replication group": group({ automaticFailoverEnabled: true, multiAzEnabled: true, numCacheClusters: 2 }),
            "MemoryDB, by default": memory(),
            "a replication instance": replication({ multiAz: true }),
            "Redshift, where the setting asks": { resources: [warehouse({ multiAz: true })], settings: { redshiftRequired: true } },
        },
        violating: {
            "an instance, by default": [instance(), "multiAz"],
            "the same said outright": [instance({ multiAz: false }), "multiAz"],
            "a cluster of one": [[records, member({ clusterIdentifier: "records" })], ""],
            "a cluster of two in one zone": [
                [
                    records,
                    member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                    member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                ],
                "",
            ],
            "a replication group, by default": [group(), "multiAzEnabled"],
            "failover, and one zone": [group({ automaticFailoverEnabled: true }), "multiAzEnabled"],
            "MemoryDB without replicas": [memory({ numReplicasPerShard: 0 }), "numReplicasPerShard"],
            "a replication instance, by default": [replication(), "multiAz"],
            "Redshift, where the setting asks": { resources: [warehouse()], settings: { redshiftRequired: true }, property: "multiAz" },
        },
        undetermined: {
            "known only after the update": [instance({ multiAz: UNKNOWN }), "multiAz"],
            "a zone that is not known": [
                [
                    records,
                    member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                    member({ clusterIdentifier: "records", availabilityZone: UNKNOWN }),
                ],
                "",
            ],
            "two in one zone, and perhaps a third elsewhere": [
                [
                    records,
                    member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                    member({ clusterIdentifier: "records", availabilityZone: "eu-west-2a" }),
                    member({ clusterIdentifier: UNKNOWN, availabilityZone: "eu-west-2b" }),
                ],
                "",
            ],
            "instances of a cluster that is not known": [
                [records, member({ clusterIdentifier: "records" }), member({ clusterIdentifier: UNKNOWN })],
                "",
            ],
        },
        notApplicable: { "a read replica": instance({ replicateSourceDb: "records" }), Redshift: warehouse() },
    },
    "aws-rds-cross-region-recovery": {
        compliant: {
            "automated backups replicated": [criticalInstance, copied(14)],
            "a member of a global cluster": cluster({ tags: critical, globalClusterIdentifier: "records" }),
            "the first of a global cluster": globalCluster(
                { sourceDbClusterIdentifier: UNKNOWN },
                { sourceDbClusterIdentifier: cluster({ tags: critical }) },
            ),
            "snapshots copied": [
                criticalWarehouse,
                snapshotCopy({ clusterIdentifier: "reports", destinationRegion: "eu-west-1", retentionPeriod: 14 }),
            ],
            "a plan that copies to another region": [
                cluster({ tags: critical, region: "eu-west-2" }),
                selection(
                    { region: "eu-west-2", planId: UNKNOWN, selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "critical" }] },
                    { planId: offsite },
                ),
            ],
        },
        violating: {
            none: [criticalInstance, ""],
            "a week, by default": [[criticalInstance, copied()], ""],
            "the same said outright": [[criticalInstance, copied(7)], ""],
            "a cluster on its own": [cluster({ tags: critical }), ""],
            "snapshots copied for a day": [
                [criticalWarehouse, snapshotCopy({ clusterIdentifier: "reports", destinationRegion: "eu-west-1", retentionPeriod: 1 })],
                "",
            ],
            "a plan that copies nowhere": [[criticalInstance, selection({ planId: UNKNOWN, resources: ["*"] }, { planId: local })], ""],
        },
        undetermined: {
            "a retention that is not known": [[criticalInstance, copied(UNKNOWN)], ""],
            "a replication of something that is not known": [
                [criticalInstance, backups({ sourceDbInstanceArn: UNKNOWN, retentionPeriod: 14, kmsKeyId: UNKNOWN })],
                "",
            ],
            "perhaps critical": [instance({ tags: UNKNOWN }), ""],
            "a plan of another stack": [[criticalInstance, selection({ planId: "plan-1", resources: ["*"] })], ""],
        },
        notApplicable: { "not critical": instance() },
    },
    "aws-cache-snapshots-retained": {
        compliant: {
            "a replication group": group({ snapshotRetentionLimit: 15 }),
            "a serverless cache": serverless({ engine: "valkey", snapshotRetentionLimit: 30 }),
            "fewer days by setting": { resources: [memory({ snapshotRetentionLimit: 7 })], settings: { minRetentionDays: 7 } },
        },
        violating: {
            "none, by default": [group(), "snapshotRetentionLimit"],
            "none, said outright": [memory({ snapshotRetentionLimit: 0 }), "snapshotRetentionLimit"],
            "one day": [cache({ engine: "redis", snapshotRetentionLimit: 1 }), "snapshotRetentionLimit"],
        },
        undetermined: {
            "known only after the update": [group({ snapshotRetentionLimit: UNKNOWN }), "snapshotRetentionLimit"],
            "an engine that is not known": [cache({ engine: UNKNOWN }), "snapshotRetentionLimit"],
        },
        notApplicable: {
            Memcached: cache({ engine: "memcached" }),
            "a member of a group": cache({ replicationGroupId: UNKNOWN }),
            "a cache that can be filled again": group({ tags: { backup: "not-required" } }),
        },
    },
};
