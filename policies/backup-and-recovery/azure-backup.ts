import { type Check, asNumber, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { exempt, must, mustHave } from "../../src/policy/factories";
import { atLeast, each, fact, filled, noneOf, oneOf, together, where } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { SettingSchema } from "../../src/policy/settings";
import type { Value } from "../../src/policy/resource";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text } from "../../src/policy/values";
import { ITEM_STOPPED, isBackingUp } from "../shared/azure-backup";
import { shortLived, thrownAway } from "../shared/ephemeral";

const LOCK = "properties.securitySettings.immutabilitySettings.state";

/** Both kinds of vault hold the lock in the same place. */
const immutability = {
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    why: "Whoever takes over an administrator's account deletes the backups first. A locked vault keeps them from everybody until their time is up.",
    fix: "Set properties.securitySettings.immutabilitySettings.state to 'Locked', which cannot be undone (first to 'Unlocked' where a vault is new).",
    settings: {
        acceptUnlocked: {
            type: "boolean",
            default: false,
            description: "Let immutability pass that can still be switched off, graded lower: for the deployment that first makes a vault.",
        },
    },
    check(c: Check<VaultToken, { readonly acceptUnlocked: SettingSchema & { readonly type: "boolean" } }>) {
        const exempt = thrownAway(c);
        if (typeof exempt === "string") c.notApplicable(exempt);
        else if (c.settings.acceptUnlocked && c.oneOf(LOCK, ["Unlocked"]) === true) c.partial("the vault is immutable, but not yet locked");
        else
            c.require(
                c.oneOf(LOCK, ["Locked"], "Disabled"),
                LOCK,
                "The vault's immutability is not locked, so its backups can be deleted early. Locking cannot be undone.",
            );
    },
} as const;

type VaultToken = "azure-native:recoveryservices:Vault" | "azure-native:dataprotection:BackupVault";

export const recoveryVaultImmutability = resourcePolicy({
    ...immutability,
    name: "azure-recovery-vault-immutability-locked",
    title: "Recovery Services vaults are immutable, and locked so",
    on: ["azure-native:recoveryservices:Vault"],
    references: ["azure-policy:d6f6f560-14b7-49a4-9fc8-d2c3a9807868"],
});

export const backupVaultImmutability = resourcePolicy({
    ...immutability,
    name: "azure-backup-vault-immutability-locked",
    title: "Backup vaults are immutable, and locked so",
    on: ["azure-native:dataprotection:BackupVault"],
    references: ["azure-policy:2514263b-bc0d-4b06-ac3e-f262c0979018"],
});

const softDelete = {
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    why: "Without soft delete, a backup that an attacker or a mistake deletes is gone at once.",
    settings: {
        minDays: { type: "integer", minimum: 1, maximum: 180, default: 14, description: "Days for which a deleted backup can be brought back." },
        requireAlwaysOn: { type: "boolean", default: false, description: "Ask that soft delete can never be switched off again." },
    },
} as const;

export const recoveryVaultSoftDelete = must({
    ...softDelete,
    name: "azure-recovery-vault-soft-delete",
    title: "Recovery Services vaults keep deleted backups for the minimum time",
    on: ["azure-native:recoveryservices:Vault"],
    fix: "Leave softDeleteSettings out, or set softDeleteState 'Enabled' (or 'AlwaysON') with softDeleteRetentionPeriodInDays of at least the setting minDays.",
    references: ["azure-policy:31b8092a-36b8-434b-9af7-5ec844364148"],
    facts: ({ minDays, requireAlwaysOn }) => [
        requireAlwaysOn
            ? oneOf("properties.securitySettings.softDeleteSettings.softDeleteState", ["AlwaysON"], "Enabled", "Soft delete can be switched off.")
            : oneOf("properties.securitySettings.softDeleteSettings.softDeleteState", ["Enabled", "AlwaysON"], "Enabled", "Soft delete is off."),
        ...(requireAlwaysOn
            ? [
                  oneOf(
                      "properties.securitySettings.softDeleteSettings.enhancedSecurityState",
                      ["AlwaysON"],
                      "Enabled",
                      "The vault's protection of security operations can be switched off.",
                  ),
              ]
            : []),
        atLeast(
            "properties.securitySettings.softDeleteSettings.softDeleteRetentionPeriodInDays",
            minDays,
            14,
            `Deleted backups are kept for fewer than ${String(minDays)} days.`,
        ),
    ],
});

export const backupVaultSoftDelete = must({
    ...softDelete,
    name: "azure-backup-vault-soft-delete",
    title: "Backup vaults keep deleted backups for the minimum time",
    on: ["azure-native:dataprotection:BackupVault"],
    fix: "Leave softDeleteSettings out, or set state 'On' (or 'AlwaysOn') with retentionDurationInDays of at least the setting minDays.",
    references: ["azure-policy:9798d31d-6028-4dee-8643-46102185c016"],
    facts: ({ minDays, requireAlwaysOn }) => [
        requireAlwaysOn
            ? oneOf("properties.securitySettings.softDeleteSettings.state", ["AlwaysOn"], "On", "Soft delete can be switched off.")
            : oneOf("properties.securitySettings.softDeleteSettings.state", ["On", "AlwaysOn"], "On", "Soft delete is off."),
        atLeast(
            "properties.securitySettings.softDeleteSettings.retentionDurationInDays",
            minDays,
            14,
            `Deleted backups are kept for fewer than ${String(minDays)} days.`,
        ),
    ],
});

export const resourceGuardExclusions = must({
    name: "azure-resource-guard-no-exclusions",
    title: "Resource guards guard every critical operation",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:dataprotection:ResourceGuard"],
    why: "What a resource guard leaves out, a single administrator can do alone: stop protection, shorten retention, switch soft delete off.",
    fix: "Leave properties.vaultCriticalOperationExclusionList empty.",
    remedies: [{ path: "properties.vaultCriticalOperationExclusionList", value: [] }],
    references: ["azure-policy:c7031eab-0fc0-4cd9-acd0-4497bd66d91a"],
    settings: {
        allowedExclusions: { type: "array", items: { type: "string" }, default: [], description: "Operations that may be left unguarded." },
    },
    facts: ({ allowedExclusions }) => [
        fact(
            "properties.vaultCriticalOperationExclusionList[]",
            "The guard leaves out an operation that is not among the setting allowedExclusions.",
            value => allowedExclusions.some(allowed => allowed.toLowerCase() === text(value ?? "").toLowerCase()),
        ),
    ],
});

export const protectedItemNotStopped = must({
    name: "azure-protected-item-not-stopped",
    title: "What a Recovery Services vault protects is being backed up",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:recoveryservices:ProtectedItem"],
    why: "An item whose protection is stopped or paused keeps its old recovery points and gets no new ones.",
    fix: "Set properties.policyId, and leave properties.protectionState out.",
    references: ["azure-policy:013e242c-8828-4970-87b3-ab247555486d", "mcsb:BR-1", "mcsb:BR-2"],
    facts: [
        noneOf("properties.protectionState", ITEM_STOPPED, "Protected", "Protection is stopped, suspended or paused."),
        filled("properties.policyId", "No backup policy says when the item is backed up."),
    ],
});

const DAYS_OF: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30, years: 365 };

/** Is what the schedule makes kept for the days? Long-term retention keeps daily points in a block of its own, simple retention keeps all alike. */
function keeps(policy: Value, minDays: number): Answer {
    return or(
        ...[
            "retentionPolicy.dailySchedule.retentionDuration",
            "retentionPolicy.retentionDuration",
            "vaultRetentionPolicy.vaultRetention.dailySchedule.retentionDuration",
        ].map(path =>
            is(asNumber(read(policy, `${path}.count`)), count =>
                is(
                    read(policy, `${path}.durationType`),
                    unit => count !== undefined && count * (DAYS_OF[text(unit ?? "days").toLowerCase()] ?? 0) >= minDays,
                ),
            ),
        ),
    );
}

/** Does the schedule run at least daily? Differentials on six days a week go with the full backup of the seventh; logs run by the minute. */
function isDaily(policy: Value): Answer {
    return or(
        isOneOf(read(policy, "schedulePolicy.scheduleRunFrequency"), ["Daily", "Hourly"]),
        is(list(read(policy, "schedulePolicy.scheduleRunDays")), days => days.length >= 6),
        is(asNumber(read(policy, "schedulePolicy.scheduleFrequencyInMins")), minutes => minutes !== undefined && minutes <= 1440),
    );
}

export const backupPolicyRetention = resourcePolicy({
    name: "azure-backup-policy-retention",
    title: "Backup policies run daily and keep their daily points for the minimum time",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:recoveryservices:ProtectionPolicy"],
    why: "An attacker is often inside for weeks before anything is noticed. Daily points that are kept for less time are all from after the break-in.",
    fix: "Set schedulePolicy.scheduleRunFrequency 'Daily' and retentionPolicy.dailySchedule.retentionDuration.count to at least the setting minDailyDays.",
    references: [],
    settings: { minDailyDays: { type: "integer", minimum: 1, default: 30, description: "Days for which a daily recovery point must be kept." } },
    check({ get, oneOf, settings, require, notApplicable }) {
        const { minDailyDays } = settings;
        const policy = get("properties") ?? {};
        const ofDatabases = oneOf("properties.backupManagementType", ["AzureSql"]);
        const tooShort = `Daily recovery points are not kept for ${String(minDailyDays)} days.`;
        if (ofDatabases === true) notApplicable("long-term retention of databases, which another policy judges");
        else if (get("properties.subProtectionPolicy") !== undefined) {
            const parts = list(get("properties.subProtectionPolicy"));
            const kept = some(parts, part => and(isDaily(part), keeps(part, minDailyDays)));
            require(kept, "properties.subProtectionPolicy", tooShort);
        } else {
            require(isDaily(policy), "properties.schedulePolicy.scheduleRunFrequency", "The policy does not back up every day.");
            require(keeps(policy, minDailyDays), "properties.retentionPolicy.dailySchedule.retentionDuration.count", tooShort);
        }
    },
});

/** What ties each kind of vault to a resource guard. */
const GUARD_OF = {
    "azure-native:recoveryservices:Vault": "azure-native:recoveryservices:ResourceGuardProxy",
    "azure-native:dataprotection:BackupVault": "azure-native:dataprotection:DppResourceGuardProxy",
} as const;

export const vaultMultiUserAuthorisation = stackPolicy({
    name: "azure-vault-multi-user-authorisation",
    title: "A second person must agree to what endangers a vault's backups",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:recoveryservices:Vault", "azure-native:dataprotection:BackupVault"],
    reads: ["azure-native:recoveryservices:ResourceGuardProxy", "azure-native:dataprotection:DppResourceGuardProxy"],
    why: "With multi-user authorisation, whoever holds one administrator's account cannot stop backups or shorten their retention alone.",
    fix: "Add a ResourceGuardProxy (a DppResourceGuardProxy for a backup vault) for the vault, with properties.resourceGuardResourceId set.",
    references: ["azure-policy:c7031eab-0fc0-4cd9-acd0-4497bd66d91a", "azure-policy:c58e083e-7982-4e24-afdc-be14d312389e"],
    checkResource({ graph, resource, type, require }) {
        const guards = graph.into(resource, GUARD_OF[type], "vaultName");
        require(linkedSatisfies(guards, guard =>
            isFilled(guard.props, "properties.resourceGuardResourceId"),
        ), "", "No resource guard is tied to the vault.");
    },
});

const redundancy = {
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Backups that stand in the building or the region of what they protect are lost with it.",
    settings: {
        acceptZone: {
            type: "boolean",
            default: true,
            description: "Let copies in several zones of one region pass, not only those in a second region.",
        },
    },
} as const;

export const recoveryVaultRedundant = must({
    ...redundancy,
    name: "azure-recovery-vault-geo-redundant",
    title: "Recovery Services vaults keep their backups in a second region or in several zones",
    on: ["azure-native:recoveryservices:Vault"],
    fix: "Set redundancySettings with standardTierStorageRedundancy 'GeoRedundant' and crossRegionRestore 'Enabled', or with 'ZoneRedundant', before the first backup.",
    references: ["azure-policy:8f09fda1-91a2-4e14-96a2-67c6281158f7", "azure-policy:ae243d87-5cf3-4dce-90bd-6d62be328de3"],
    unless: shortLived,
    facts: ({ acceptZone }) => {
        const path = "properties.redundancySettings.standardTierStorageRedundancy";
        return [
            oneOf(path, ["GeoRedundant", ...zone(acceptZone)], "GeoRedundant", "The vault keeps its backups in one building, or in one region."),
            ...where(
                props => isOneOf(read(props, path), ["GeoRedundant"], "GeoRedundant"),
                oneOf("properties.redundancySettings.crossRegionRestore", ["Enabled"], "Disabled", ONLY_BY_MICROSOFT),
            ),
        ];
    },
});

const ONLY_BY_MICROSOFT = "Backups cannot be restored in the second region unless Microsoft declares the first one lost.";

function zone(accepted: boolean): readonly string[] {
    return accepted ? ["ZoneRedundant"] : [];
}

export const backupVaultRedundant = must({
    ...redundancy,
    name: "azure-backup-vault-redundant-storage",
    title: "Backup vaults keep their backups in a second region or in several zones",
    on: ["azure-native:dataprotection:BackupVault"],
    fix: "Give each of storageSettings the type 'GeoRedundant', with crossRegionRestoreSettings.state 'Enabled', or 'ZoneRedundant'; neither can be changed after the first backup.",
    references: ["azure-policy:4bd1f3c0-9443-49ad-b8bc-7c17a92b5924"],
    unless: shortLived,
    facts: ({ acceptZone }) => [
        together("properties.storageSettings", "Nothing says how the vault keeps its backups.", props =>
            is(list(read(props, "properties.storageSettings")), settings => settings.length > 0),
        ),
        ...each(
            "properties.storageSettings",
            oneOf("type", ["GeoRedundant", ...zone(acceptZone)], undefined, "The vault keeps its backups in one building, or in one region."),
        ),
        ...where(
            props => some(list(read(props, "properties.storageSettings")), setting => isOneOf(read(setting, "type"), ["GeoRedundant"])),
            oneOf("properties.featureSettings.crossRegionRestoreSettings.state", ["Enabled"], "Disabled", ONLY_BY_MICROSOFT),
        ),
    ],
});

export const dataProtectedByVault = mustHave({
    name: "azure-data-protected-by-backup-vault",
    title: "Data that is tagged for backup is protected by a vault",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [
        "azure-native:storage:StorageAccount",
        "azure-native:containerservice:ManagedCluster",
        "azure-native:dbforpostgresql:Server",
        "azure-native:compute:Disk",
    ],
    with: ["azure-native:dataprotection:BackupInstance", "azure-native:recoveryservices:ProtectedItem"],
    by: ["properties.dataSourceInfo.resourceID", "properties.sourceResourceId"],
    why: "A tag that asks for a backup makes none; copies beside the data go when the data goes.",
    fix: "Add a dataprotection BackupInstance with the resource's id as properties.dataSourceInfo.resourceID and a policyInfo.policyId.",
    references: [
        "azure-policy:4510daf9-5abc-4d7d-a11d-d84416b814f6",
        "azure-policy:0b0434ec-2bad-4229-965f-bb7ae5a71257",
        "azure-policy:a25a41a7-a769-4271-841d-7ce0297be0c0",
    ],
    unless: c => shortLived(c) ?? exempt(or(not(c.tagged("backup")), c.tagged("backup", "not-required")), "not tagged for backup"),
    test: source =>
        source.type === "azure-native:dataprotection:BackupInstance" ? isFilled(source.props, "properties.policyInfo.policyId") : isBackingUp(source),
    message: "No backup instance, nor protected item, with a backup policy names the resource.",
});
