import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Exemption, ask, exempt } from "../../src/policy/factories";
import { atLeast } from "../../src/policy/facts";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { read, text, truth } from "../../src/policy/values";
import { ofSameParent } from "../shared/azure-parents";
import { REGIONS_WITHOUT_ZONES, standsIn } from "../shared/azure-regions";
import { shortLived } from "../shared/ephemeral";

const SERVER = "azure-native:sql:Server";
const DATABASE = "azure-native:sql:Database";
const POOL = "azure-native:sql:ElasticPool";
const LONG_TERM = "azure-native:sql:LongTermRetentionPolicy";
const FAILOVER_GROUP = "azure-native:sql:FailoverGroup";
const INSTANCE_FAILOVER_GROUP = "azure-native:sql:InstanceFailoverGroup";

/** Is a database, or the elastic pool that it stands in, of one of these tiers? What is left out is a tier of general purpose. */
function isOfTier(graph: Graph, database: Resource, ...tiers: readonly string[]): Answer {
    const ofTier = ({ props }: Resource): Answer =>
        or(isOneOf(read(props, "sku.tier"), tiers), isOneOf(read(props, "sku.name"), [...tiers, ...tiers.map(tier => `${tier}Pool`)]));
    return or(ofTier(database), linkedSatisfies(graph.from(database, "elasticPoolId", POOL), ofTier));
}

/** Is it a copy that follows another database? Its backups are those of its source. */
function isSecondary({ props }: Resource): Answer {
    return isOneOf(read(props, "createMode"), ["Secondary", "OnlineSecondary"]);
}

export const sqlPointInTimeRetention = stackPolicy({
    name: "azure-sql-point-in-time-retention",
    title: "SQL databases can be brought back to any moment of the minimum time",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:sql:BackupShortTermRetentionPolicy"],
    reads: [DATABASE, POOL, SERVER],
    why: "What an attacker changed is often noticed after a week, when a database that keeps the usual seven days can no longer go back to before it.",
    fix: "Set retentionDays to at least the setting minDays, on a service tier other than Basic.",
    references: [],
    settings: {
        minDays: {
            type: "integer",
            minimum: 1,
            maximum: 35,
            default: 14,
            description: "Days within which a database can be restored to any moment.",
        },
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const named = ofSameParent(graph, graph.from(resource, "databaseName", DATABASE), resource, "serverName", SERVER);
        const elsewhere = named.certain.length + named.possible.length === 0;
        const basic = linkedSatisfies({ ...named, outside: named.outside || elsewhere }, database => isOfTier(graph, database, "Basic"));
        ask(c, shortLived(c) ?? exempt(basic, "a database of the Basic tier, which keeps seven days at most"), [
            atLeast("retentionDays", settings.minDays, 7, `The database can be brought back to fewer than ${String(settings.minDays)} days ago.`),
        ]);
    },
});

const RETENTIONS = ["weeklyRetention", "monthlyRetention", "yearlyRetention"] as const;

/** Does the policy keep backups at all? "PT0S" keeps none. */
function keepsSome({ props }: Resource): Answer {
    return or(...RETENTIONS.map(path => is(read(props, path), kept => /[1-9]/.test(text(kept ?? "")))));
}

export const sqlLongTermRetention = stackPolicy({
    name: "azure-sql-long-term-retention",
    title: "SQL databases keep backups for the long term",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [DATABASE],
    reads: [LONG_TERM, SERVER],
    why: "Point-in-time backups go back 35 days at most. Damage that is found later can only be mended from a backup kept for longer.",
    fix: "Add a LongTermRetentionPolicy of the database with weeklyRetention, monthlyRetention or yearlyRetention.",
    references: ["azure-policy:d38fc420-0735-4ef3-ac11-c806f651a570"],
    checkResource(c) {
        const { graph, resource } = c;
        // Data warehouses and free databases have no long-term retention.
        const impossible = or(
            c.oneOf("sku.tier", ["DataWarehouse"]),
            is(c.word("sku.name"), name => /^dw\d/i.test(name ?? "")),
            c.on("useFreeLimit", false),
        );
        const spared: Exemption =
            shortLived(c) ??
            exempt(
                or(isSecondary(resource), impossible, c.tagged("backup", "not-required")),
                "a replica, a kind without it, or nothing to recover, by its tags",
            );
        if (typeof spared === "string") {
            c.notApplicable(spared);
            return;
        }
        const policies = ofSameParent(graph, graph.into(resource, LONG_TERM, "databaseName"), resource, "serverName", SERVER);
        c.require(
            or(isUnknown(spared) ? UNKNOWN : false, linkedSatisfies(policies, keepsSome)),
            "",
            "No long-term retention policy keeps backups of the database.",
        );
    },
});

export const sqlZoneRedundant = stackPolicy({
    name: "azure-sql-zone-redundant-or-failover",
    title: "SQL databases and managed instances survive the loss of a zone or fail over",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [DATABASE, "azure-native:sql:ManagedInstance"],
    reads: [FAILOVER_GROUP, INSTANCE_FAILOVER_GROUP, POOL, SERVER],
    why: "A database whose copies all stand in one zone is gone for as long as the zone is.",
    fix: "Set zoneRedundant to true, on the elastic pool where the database stands in one, or name the database in a failover group.",
    references: ["azure-policy:6221cac0-bb8d-40f4-9535-5d03f713f054", "azure-policy:0fc92280-604b-4f23-9e04-5ef98d1a28df", "checkov:CKV_AZURE_229"],
    settings: {
        exemptTiers: { type: "array", items: { type: "string" }, default: ["Basic"], description: "Service tiers of which it is not asked." },
        regionsWithoutZones: REGIONS_WITHOUT_ZONES,
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const isDatabase = c.type === DATABASE;
        const exemptTier = isDatabase ? isOfTier(graph, resource, ...settings.exemptTiers) : false;
        const spared: Exemption =
            shortLived(c) ??
            exempt(
                or(isDatabase ? isSecondary(resource) : false, exemptTier, standsIn(resource, settings.regionsWithoutZones)),
                "a replica, a tier of which it is not asked, or a region without zones",
            );
        if (typeof spared === "string") {
            c.notApplicable(spared);
            return;
        }
        const zones = ({ props }: Resource): Answer => truth(read(props, "zoneRedundant")) ?? false;
        const survives = isDatabase
            ? or(
                  linkedSatisfies(graph.from(resource, "elasticPoolId", POOL), zones),
                  linkedSatisfies(ofSameParent(graph, graph.into(resource, FAILOVER_GROUP, "databases"), resource, "serverName", SERVER), () => true),
                  linkedSatisfies(graph.into(resource, DATABASE, "sourceDatabaseId"), isGeoReplica),
              )
            : linkedSatisfies(
                  graph.into(resource, INSTANCE_FAILOVER_GROUP, [
                      "managedInstancePairs[].primaryManagedInstanceId",
                      "managedInstancePairs[].partnerManagedInstanceId",
                  ]),
                  () => true,
              );
        c.require(
            or(isUnknown(spared) ? UNKNOWN : false, zones(resource), survives),
            "zoneRedundant",
            "It is not zone-redundant, and no failover group names it.",
        );
    },
});

/** Does it follow its source on another server, to take over from it? A named replica stands beside its source and only answers questions. */
function isGeoReplica(replica: Resource): Answer {
    return and(isSecondary(replica), not(isOneOf(read(replica.props, "secondaryType"), ["Named"], "Geo")));
}
