import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("aws:elasticache/replicationGroup:ReplicationGroup");
const cache = of("aws:elasticache/cluster:Cluster");
const serverless = of("aws:elasticache/serverlessCache:ServerlessCache");
const documents = of("aws:docdb/cluster:Cluster");
const graph = of("aws:neptune/cluster:Cluster");
const member = of("aws:neptune/clusterInstance:ClusterInstance");
const memory = of("aws:memorydb/cluster:Cluster");
const broker = of("aws:mq/broker:Broker");
const replication = of("aws:dms/replicationInstance:ReplicationInstance");

export const cases: Cases = {
    "aws-cache-and-document-engine-in-support": {
        compliant: {
            "Redis 7, by default the engine of a group": group({ engineVersion: "7.1" }),
            Valkey: group({ engine: "valkey", engineVersion: "8.0" }),
            "Valkey by its major version, of which all are in support": serverless({ engine: "valkey", majorEngineVersion: "8" }),
            Memcached: cache({ engine: "memcached", engineVersion: "1.6.22" }),
            "none: the service starts on its current version": documents(),
            DocumentDB: documents({ engineVersion: "5.0.0" }),
            "Neptune that ends soon, with advice": { resources: [graph({ engineVersion: "1.2.1.0" })], advice: true },
            "Redis 6 that ends soon, with advice": { resources: [group({ engineVersion: "6.x" })], advice: true },
            "in paid extended support, with advice": { resources: [documents({ engineVersion: "3.6.0" })], advice: true },
        },
        violating: {
            "Redis older than the table": [group({ engine: "redis", engineVersion: "3.2.6" }), "engineVersion"],
            "Neptune that has ended": [graph({ engineVersion: "1.0.5.1" }), "engineVersion"],
            "in paid extended support, where the setting forbids it": {
                resources: [cache({ engine: "redis", engineVersion: "5.0.6" })],
                settings: { failOnPaidExtension: true },
                property: "engineVersion",
            },
        },
        undetermined: {
            "a version that is not known": [documents({ engineVersion: UNKNOWN }), "engineVersion"],
            "an engine that is not known": [group({ engine: UNKNOWN, engineVersion: "7.1" }), "engine"],
            "an engine that the table lacks": [group({ engine: "other", engineVersion: "7.1" }), "engine"],
            "made from a snapshot": [graph({ snapshotIdentifier: "before" }), "engineVersion"],
            "a group of a global one": [group({ globalReplicationGroupId: UNKNOWN }), "engineVersion"],
        },
        notApplicable: { "a member of a group": cache({ replicationGroupId: "records" }) },
    },
    "aws-database-auto-minor-version-upgrade": {
        compliant: {
            "on, by default": memory(),
            "on, as text": cache({ autoMinorVersionUpgrade: "true" }),
            on: member({ autoMinorVersionUpgrade: true }),
        },
        violating: {
            off: [group({ autoMinorVersionUpgrade: false }), "autoMinorVersionUpgrade"],
            "off, as text": [cache({ autoMinorVersionUpgrade: "false" }), "autoMinorVersionUpgrade"],
        },
        undetermined: { "known only after the update": [member({ autoMinorVersionUpgrade: UNKNOWN }), "autoMinorVersionUpgrade"] },
    },
    "aws-messaging-and-migration-auto-minor-upgrade": {
        compliant: {
            "a broker": broker({ autoMinorVersionUpgrade: true }),
            "a replication instance": replication({ autoMinorVersionUpgrade: true }),
        },
        violating: {
            "off, by default": [broker(), "autoMinorVersionUpgrade"],
            "off, said outright": [replication({ autoMinorVersionUpgrade: false }), "autoMinorVersionUpgrade"],
        },
        undetermined: { "known only after the update": [broker({ autoMinorVersionUpgrade: UNKNOWN }), "autoMinorVersionUpgrade"] },
    },
};
