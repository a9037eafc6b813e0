import { type StackCheck, asNumber } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { exempt, must } from "../../src/policy/factories";
import { atLeast } from "../../src/policy/facts";
import { type Linked, linkedSatisfies } from "../../src/policy/graph";
import { setting } from "../../src/policy/remediation";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, is, or } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { copiesOffsite } from "../shared/backup-copies";
import { SELECTION, isSelected } from "../shared/backup-stores";

/** A cluster's instances, of which each stands in a zone of its own where there are several. */
const INSTANCES = {
    "aws:rds/cluster:Cluster": "aws:rds/clusterInstance:ClusterInstance",
    "aws:docdb/cluster:Cluster": "aws:docdb/clusterInstance:ClusterInstance",
    "aws:neptune/cluster:Cluster": "aws:neptune/clusterInstance:ClusterInstance",
} as const;

function count({ certain, possible }: Linked, least: number): Answer {
    return certain.length >= least ? true : certain.length + possible.length >= least ? UNKNOWN : false;
}

/** Do the instances stand in more than one zone? Where one of several names none, AWS spreads them. */
function spread({ certain, possible }: Linked): Answer {
    const zones = (instances: readonly Resource[]): (string | Unknown | undefined)[] =>
        instances.map(instance => {
            const zone = read(instance.props, "availabilityZone");
            return zone === undefined || zone === UNKNOWN ? zone : text(zone).toLowerCase();
        });
    const named = (all: ReturnType<typeof zones>): number => new Set(all.filter(zone => typeof zone === "string")).size;
    const known = zones(certain);
    const all = [...known, ...zones(possible)];
    if (known.length > 1 && (known.includes(undefined) || named(known) > 1)) return true;
    return all.length > 1 && (all.includes(undefined) || all.includes(UNKNOWN) || named(all) > 1) ? UNKNOWN : false;
}

export const databaseMultiAz = stackPolicy({
    name: "aws-database-multi-az",
    title: "Databases and caches survive the loss of an availability zone",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:dms/replicationInstance:ReplicationInstance",
        "aws:memorydb/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
    ],
    reads: Object.values(INSTANCES),
    why: "A database in one zone is down for as long as the zone is, and its data may be lost with it.",
    fix: "Set multiAz (multiAzEnabled and automaticFailoverEnabled on a replication group), or add a second instance to the cluster, in another zone.",
    references: [
        "aws-config:rds-multi-az-support",
        "aws-config:rds-cluster-multi-az-enabled",
        "checkov:CKV_AWS_157",
        "checkov:CKV2_AWS_50",
        "cdk-nag:AwsSolutions-RDS3",
        "cdk-nag:AwsSolutions-AEC4",
        "cdk-nag:AwsSolutions-N1",
        "fsbp:RDS.5",
        "fsbp:RDS.15",
        "fsbp:ElastiCache.3",
        "fsbp:DMS.13",
        "fsbp:Neptune.9",
        "fsbp:Redshift.18",
    ],
    settings: {
        minInstances: { type: "integer", minimum: 2, default: 2, description: "Instances that a cluster must have." },
        redshiftRequired: { type: "boolean", default: false, description: "Whether Redshift, too, must stand in several zones." },
    },
    checkResource(c) {
        if (c.has("replicateSourceDb") || c.has("replicationSourceIdentifier")) {
            c.notApplicable("a replica of another database");
            return;
        }
        switch (c.type) {
            case "aws:rds/instance:Instance":
            case "aws:dms/replicationInstance:ReplicationInstance":
                c.require(c.on("multiAz", false), "multiAz", "There is no standby in another zone.");
                break;
            case "aws:redshift/cluster:Cluster":
                if (c.settings.redshiftRequired) c.require(c.on("multiAz", false), "multiAz", "There is no standby in another zone.");
                else c.notApplicable("the setting redshiftRequired is off");
                break;
            case "aws:elasticache/replicationGroup:ReplicationGroup":
                c.require(c.on("automaticFailoverEnabled", false), "automaticFailoverEnabled", "No replica takes over by itself.");
                c.require(c.on("multiAzEnabled", false), "multiAzEnabled", "Primary and replicas may stand in one zone.");
                break;
            case "aws:memorydb/cluster:Cluster": {
                const replicas = is(c.number("numReplicasPerShard", 1), n => n !== undefined && n >= 1);
                c.require(replicas, "numReplicasPerShard", "The shards have no replica.");
                break;
            }
            default: {
                // A Multi-AZ DB cluster has its readers built in; serverless v1 moves to another zone by itself.
                const builtIn = or(c.has("dbClusterInstanceClass"), c.oneOf("engineMode", ["serverless"]));
                const instances = c.graph.into(c.resource, INSTANCES[c.type], "clusterIdentifier");
                const message = `The cluster has fewer than ${String(c.settings.minInstances)} instances.`;
                const enough = c.require(or(builtIn, count(instances, c.settings.minInstances)), "", message);
                if (enough === true) c.require(or(builtIn, spread(instances)), "", "All of the cluster's instances stand in one availability zone.");
            }
        }
    },
});

const REPLICATION = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
const GLOBAL = "aws:rds/globalCluster:GlobalCluster";
const SNAPSHOT_COPY = "aws:redshift/snapshotCopy:SnapshotCopy";

/** The service's own copy of a database in another region. Both kinds of copy are kept for seven days by default. */
function hasOwnCopy(c: StackCheck, days: number): Answer {
    const { graph, resource } = c;
    const kept = (copy: Resource): Answer => is(asNumber(read(copy.props, "retentionPeriod")) ?? 7, d => d >= days);
    if (c.type === "aws:rds/instance:Instance") {
        return linkedSatisfies(graph.into(resource, REPLICATION, "sourceDbInstanceArn"), r => and(kept(r), read(r.props, "kmsKeyId") !== undefined));
    }
    if (c.type === "aws:rds/cluster:Cluster") {
        return or(
            read(resource.props, "globalClusterIdentifier") !== undefined,
            linkedSatisfies(graph.into(resource, GLOBAL, "sourceDbClusterIdentifier"), () => true),
        );
    }
    return linkedSatisfies(graph.into(resource, SNAPSHOT_COPY, "clusterIdentifier"), copy =>
        and(
            kept(copy),
            is(read(copy.props, "destinationRegion"), region => region !== undefined && text(region) !== ""),
        ),
    );
}

export const rdsCrossRegionRecovery = stackPolicy({
    name: "aws-rds-cross-region-recovery",
    title: "Critical databases can be recovered in another region",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:redshift/cluster:Cluster"],
    reads: [REPLICATION, GLOBAL, SNAPSHOT_COPY, SELECTION, "aws:backup/plan:Plan"],
    why: "Automated backups stay in the region of the database, and are lost with it.",
    fix: "Replicate the automated backups, make the cluster a member of a global one, copy the snapshots, or back the database up by a plan that copies elsewhere.",
    references: ["checkov:CKV_AWS_245"],
    settings: {
        minRetentionDays: {
            type: "integer",
            minimum: 1,
            maximum: 35,
            default: 14,
            description: "Days for which copies in the other region must be kept.",
        },
    },
    checkResource(c) {
        const critical = c.tagged("backup", "critical");
        if (critical === false) {
            c.notApplicable("not tagged as critical");
            return;
        }
        const covered = or(
            critical === UNKNOWN ? UNKNOWN : false,
            hasOwnCopy(c, c.settings.minRetentionDays),
            isSelected(c.graph, c.resource, plan => copiesOffsite(c.graph, plan)),
        );
        c.require(covered, "", `Nothing keeps ${String(c.settings.minRetentionDays)} days of the database's backups in another region.`);
    },
});

export const cacheSnapshotsRetained = must({
    name: "aws-cache-snapshots-retained",
    title: "Caches that hold data keep snapshots for the minimum retention",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
        "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:memorydb/cluster:Cluster",
    ],
    why: "By default a cache keeps no snapshot, and what only it holds is gone with it.",
    fix: "Set snapshotRetentionLimit to at least the setting minRetentionDays, or tag a cache that can be filled again backup 'not-required'.",
    remedies: [{ path: "snapshotRetentionLimit", value: setting("minRetentionDays") }],
    references: ["aws-config:elasticache-redis-cluster-automatic-backup-check", "checkov:CKV_AWS_134", "fsbp:ElastiCache.1"],
    settings: { minRetentionDays: { type: "integer", minimum: 1, maximum: 35, default: 15, description: "Days for which snapshots must be kept." } },
    unless: c =>
        exempt(
            or(
                c.oneOf("engine", ["memcached"]),
                c.tagged("backup", "not-required"),
                c.type === "aws:elasticache/cluster:Cluster" && c.has("replicationGroupId"),
            ),
            "nothing to recover, an engine without snapshots, or a member of a group",
        ),
    facts: ({ minRetentionDays }) => [
        atLeast("snapshotRetentionLimit", minRetentionDays, 0, `Snapshots are kept for fewer than ${String(minRetentionDays)} days.`),
    ],
});
