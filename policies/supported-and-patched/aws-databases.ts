import type { Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { isUnknown } from "../../src/policy/unknown";
import { LIFECYCLE_SETTINGS, type Versioned, isMadeFromAnother, judgeVersion } from "../shared/aws-versions";

const CACHES: Readonly<Record<string, Versioned>> = {
    redis: { product: "elasticache-redis", label: "Redis" },
    valkey: { product: "elasticache-valkey", label: "Valkey" },
    memcached: { product: "elasticache-memcached", label: "Memcached" },
};

/** The engine of a cache by its name; a replication group without one is Redis. */
function cacheEngine(c: Pick<Check, "resource">): Versioned | undefined {
    const engine = c.resource.props.engine ?? "redis";
    return typeof engine === "string" ? CACHES[engine.toLowerCase()] : undefined;
}

export const cacheAndDocumentEngine = resourcePolicy({
    name: "aws-cache-and-document-engine-in-support",
    title: "Caches, document and graph databases run an engine version in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
        "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
    ],
    why: "An engine past its end gets no security fixes.",
    fix: "Set engineVersion (majorEngineVersion on a serverless cache) to a version in standard support, or leave it out for the current one.",
    references: ["endoflife:amazon-elasticache-redis", "endoflife:amazon-documentdb", "endoflife:amazon-neptune"],
    settings: LIFECYCLE_SETTINGS,
    check(c) {
        if (c.has("replicationGroupId") && c.type === "aws:elasticache/cluster:Cluster") {
            c.notApplicable("a member of a replication group, which is judged");
            return;
        }
        const property = c.type === "aws:elasticache/serverlessCache:ServerlessCache" ? "majorEngineVersion" : "engineVersion";
        if (!c.has(property)) {
            const inherited = isMadeFromAnother(c) || c.has("globalReplicationGroupId");
            if (inherited) c.undetermined(property, "The version is that of the database from which this one is made.");
            return;
        }
        if (c.type === "aws:docdb/cluster:Cluster") judgeVersion(c, property, { product: "docdb", label: "DocumentDB" });
        else if (c.type === "aws:neptune/cluster:Cluster") judgeVersion(c, property, { product: "neptune", label: "Neptune" });
        else {
            const engine = cacheEngine(c);
            if (engine) judgeVersion(c, property, engine);
            else
                c.undetermined(
                    "engine",
                    isUnknown(c.get("engine")) ? "The engine is not known before the update." : "The lifecycle table does not know this engine.",
                );
        }
    },
});

export const databaseAutoMinorVersionUpgrade = must({
    name: "aws-database-auto-minor-version-upgrade",
    title: "Caches and graph databases take minor versions by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
        "aws:memorydb/cluster:Cluster",
        "aws:neptune/clusterInstance:ClusterInstance",
    ],
    why: "Security fixes of an engine come as minor versions.",
    fix: "Leave autoMinorVersionUpgrade out, or set it to true.",
    remedies: [
        // MemoryDB would be replaced.
        {
            path: "autoMinorVersionUpgrade",
            value: true,
            types: ["aws:elasticache/replicationGroup:ReplicationGroup", "aws:neptune/clusterInstance:ClusterInstance"],
        },
        // The SDK takes text here.
        { path: "autoMinorVersionUpgrade", value: "true", types: ["aws:elasticache/cluster:Cluster"] },
    ],
    references: ["checkov:CKV_AWS_322", "cdk-nag:AwsSolutions-N2", "fsbp:ElastiCache.2"],
    facts: [on("autoMinorVersionUpgrade", true, "Minor versions, and the fixes in them, are not taken.")],
});

export const messagingAutoMinorVersionUpgrade = must({
    name: "aws-messaging-and-migration-auto-minor-upgrade",
    title: "Message brokers and replication instances take minor versions by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:mq/broker:Broker", "aws:dms/replicationInstance:ReplicationInstance"],
    why: "By default these services keep the version that they were created with, and its flaws.",
    fix: "Set autoMinorVersionUpgrade to true.",
    remedies: [{ path: "autoMinorVersionUpgrade", value: true }],
    references: ["checkov:CKV_AWS_207", "checkov:CKV_AWS_222", "fsbp:MQ.3", "fsbp:DMS.6"],
    facts: [on("autoMinorVersionUpgrade", false, "Minor versions, and the fixes in them, are not taken.")],
});
