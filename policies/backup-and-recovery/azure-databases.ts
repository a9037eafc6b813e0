import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { ask, exempt, must, mustByType } from "../../src/policy/factories";
import { atLeast, oneOf, where } from "../../src/policy/facts";
import { setting } from "../../src/policy/remediation";
import type { Props } from "../../src/policy/resource";
import { type Answer, and, not, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { REGIONS_WITHOUT_ZONES, standsIn } from "../shared/azure-regions";
import { isCritical } from "../shared/criticality";
import { shortLived } from "../shared/ephemeral";

const POSTGRESQL = "azure-native:dbforpostgresql:Server";
const MYSQL = "azure-native:dbformysql:Server";

/** Does the server follow another one? One that has been promoted since it was made stands by itself. */
function isReplica(props: Props): Answer {
    return and(isOneOf(read(props, "createMode"), ["Replica"]), not(isOneOf(read(props, "replicationRole"), ["None", "Primary", "Source"])));
}

const REPLICA = "a replica, which has its source's backups";

export const serverGeoBackup = mustByType({
    name: "azure-oss-database-geo-redundant-backup",
    title: "PostgreSQL and MySQL servers keep their backups in a second region too",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Backups that stay in the server's region are lost with it.",
    fix: "Set backup.geoRedundantBackup to 'Enabled' when the server is first made.",
    references: [
        "azure-policy:cee2f9fd-3968-44be-a863-bd62c9884423",
        "azure-policy:82339799-d096-41ae-8538-b108becf0970",
        "azure-policy:48af4db5-9b8b-401c-8e74-076be876a430",
        "checkov:CKV_AZURE_136",
        "checkov:CKV_AZURE_94",
        "checkov:CKV_AZURE_102",
        "mcsb:BR-1",
        "mcsb:BR-2",
    ],
    unless: c =>
        shortLived(c) ??
        exempt(or(isReplica(c.resource.props), c.tagged("backup", "not-required")), `${REPLICA}, or nothing to recover, by its tags`),
    facts: {
        [POSTGRESQL]: [
            oneOf(
                "backup.geoRedundantBackup",
                ["Enabled"],
                "Disabled",
                "The server's backups stay in its own region. It can only be chosen when the server is made: an existing one must be built anew.",
            ),
        ],
        [MYSQL]: [oneOf("backup.geoRedundantBackup", ["Enabled"], "Disabled", "The server's backups stay in its own region.")],
    },
});

export const serverBackupRetention = resourcePolicy({
    name: "azure-oss-database-backup-retention",
    title: "PostgreSQL and MySQL servers keep backups for the minimum time, and critical ones a standby in another zone",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [POSTGRESQL, MYSQL],
    why: "What an attacker changed is often noticed after a week, when a server that keeps the usual seven days can no longer go back to before it.",
    fix: "Set backup.backupRetentionDays to at least the setting minDays, and highAvailability.mode 'ZoneRedundant' on critical servers.",
    remedies: [{ path: "backup.backupRetentionDays", value: setting("minDays") }],
    references: ["azure-policy:493c215d-2553-4976-bc81-57d2c04fc8c1", "azure-policy:493c215d-2554-5976-bc81-57d2c04fc8c1"],
    settings: {
        minDays: { type: "integer", minimum: 1, maximum: 35, default: 14, description: "Days for which the server's backups must be kept." },
        regionsWithoutZones: REGIONS_WITHOUT_ZONES,
    },
    check(c) {
        const { minDays, regionsWithoutZones } = c.settings;
        const standbyAsked = and(isCritical(c), not(standsIn(c.resource, regionsWithoutZones)));
        ask(c, shortLived(c) ?? exempt(isReplica(c.resource.props), REPLICA), [
            atLeast("backup.backupRetentionDays", minDays, 7, `The server's backups are kept for fewer than ${String(minDays)} days.`),
            ...where(
                () => standbyAsked,
                oneOf("highAvailability.mode", ["ZoneRedundant"], "Disabled", "The server is critical, and has no standby in another zone."),
            ),
        ]);
    },
});

const PERIODIC = "backupPolicy.periodicModeProperties";

export const cosmosBackup = must({
    name: "azure-cosmosdb-continuous-backup",
    title: "Cosmos DB accounts are backed up continuously, or to a second region for the minimum time",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:cosmosdb:DatabaseAccount"],
    why: "By default an account keeps two backups, the older of them eight hours old: damage that is found the next morning is in both.",
    fix: "Set backupPolicy.type to 'Continuous', or keep periodic backups with redundancy 'Geo' for at least the setting minHours.",
    references: [],
    settings: {
        minHours: { type: "integer", minimum: 8, maximum: 720, default: 168, description: "Hours for which periodic backups must be kept." },
    },
    unless: c => shortLived(c) ?? exempt(c.tagged("backup", "not-required"), "holds nothing to recover, by its tags"),
    facts: ({ minHours }) => [
        ...where(
            props => not(isOneOf(read(props, "backupPolicy.type"), ["Continuous"], "Periodic")),
            atLeast(
                `${PERIODIC}.backupRetentionIntervalInHours`,
                minHours,
                8,
                `The account is not backed up continuously, and its periodic backups are kept for fewer than ${String(minHours)} hours.`,
            ),
            oneOf(`${PERIODIC}.backupStorageRedundancy`, ["Geo"], "Geo", "The account's periodic backups stay in its own region."),
        ),
    ],
});
