import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:recoveryservices:Vault");
const backupVault = of("azure-native:dataprotection:BackupVault");
const guard = of("azure-native:dataprotection:ResourceGuard");
const guardProxy = of("azure-native:recoveryservices:ResourceGuardProxy");
const dppGuardProxy = of("azure-native:dataprotection:DppResourceGuardProxy");
const protectedItem = of("azure-native:recoveryservices:ProtectedItem");
const policy = of("azure-native:recoveryservices:ProtectionPolicy");

const resourceGroupName = "rg-records";
const storageSettings = [{ datastoreType: "VaultStore", type: "ZoneRedundant" }];

type VaultSecurity = NonNullable<Exclude<CaseProps<"azure-native:recoveryservices:Vault">["properties"], symbol>>["securitySettings"];
type BackupVaultSecurity = NonNullable<Exclude<CaseProps<"azure-native:dataprotection:BackupVault">["properties"], symbol>>["securitySettings"];

const secured = (securitySettings: VaultSecurity) => vault({ resourceGroupName, vaultName: "rsv", properties: { securitySettings } });
const backupSecured = (securitySettings: BackupVaultSecurity) =>
    backupVault({ resourceGroupName, vaultName: "bv", properties: { storageSettings, securitySettings } });

const LOCK = "properties.securitySettings.immutabilitySettings.state";
const SOFT = "properties.securitySettings.softDeleteSettings";

/** The daily policy of a virtual machine, kept for some days. */
const machines = (scheduleRunFrequency: string | typeof UNKNOWN, count: number | typeof UNKNOWN, durationType = "Days") =>
    policy({
        resourceGroupName,
        vaultName: "rsv",
        properties: {
            backupManagementType: "AzureIaasVM",
            schedulePolicy: { schedulePolicyType: "SimpleSchedulePolicyV2", scheduleRunFrequency },
            retentionPolicy: { retentionPolicyType: "LongTermRetentionPolicy", dailySchedule: { retentionDuration: { count, durationType } } },
        },
    });

const item = (properties: CaseProps<"azure-native:recoveryservices:ProtectedItem">["properties"]) =>
    protectedItem({ resourceGroupName, vaultName: "rsv", fabricName: "Azure", containerName: "c", properties });

const VM = "Microsoft.Compute/virtualMachines";
const policyId = "/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.RecoveryServices/vaults/rsv/backupPolicies/daily";

type VaultProperties = NonNullable<Exclude<CaseProps<"azure-native:recoveryservices:Vault">["properties"], symbol>>;
type BackupVaultProperties = NonNullable<Exclude<CaseProps<"azure-native:dataprotection:BackupVault">["properties"], symbol>>;

const redundant = (redundancySettings: NonNullable<VaultProperties["redundancySettings"]>) =>
    vault({ resourceGroupName, vaultName: "rsv", properties: { redundancySettings } });
const stored = (settings: NonNullable<BackupVaultProperties["storageSettings"]>, state?: "Enabled" | typeof UNKNOWN) =>
    backupVault({
        resourceGroupName,
        vaultName: "bv",
        properties: {
            storageSettings: settings,
            ...(state === undefined ? {} : { featureSettings: { crossRegionRestoreSettings: { state } } }),
        },
    });

const REDUNDANCY = "properties.redundancySettings.standardTierStorageRedundancy";
const CROSS_REGION = "properties.redundancySettings.crossRegionRestore";
const CROSS_REGION_OF_BACKUP = "properties.featureSettings.crossRegionRestoreSettings.state";

const account = of("azure-native:storage:StorageAccount");
const cluster = of("azure-native:containerservice:ManagedCluster");
const server = of("azure-native:dbforpostgresql:Server");
const disk = of("azure-native:compute:Disk");
const backupInstance = of("azure-native:dataprotection:BackupInstance");
const instance = (
    resourceID: string | typeof UNKNOWN,
    backupPolicyId: string | typeof UNKNOWN = policyId,
    links: Parameters<typeof backupInstance>[1] = {},
) =>
    backupInstance(
        {
            resourceGroupName,
            vaultName: "bv",
            properties: { objectType: "BackupInstance", dataSourceInfo: { resourceID }, policyInfo: { policyId: backupPolicyId } },
        },
        links,
    );
const diskId = (name: string) => `/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.Compute/disks/${name}`;

/** An account of file shares, and the item by which a Recovery Services vault protects one. */
function shares(protectionState: string) {
    const one = account({ resourceGroupName, kind: "FileStorage", tags: { backup: "daily" } });
    const properties = { protectedItemType: "AzureFileShareProtectedItem", policyId, protectionState, sourceResourceId: UNKNOWN } as const;
    return [one, protectedItem({ properties }, { properties: one })];
}

export const cases: Cases = {
    "azure-recovery-vault-immutability-locked": {
        compliant: {
            locked: secured({ immutabilitySettings: { state: "Locked" } }),
            "unlocked, for a first deployment": {
                resources: [secured({ immutabilitySettings: { state: "Unlocked" } })],
                settings: { acceptUnlocked: true },
                partial: true,
            },
        },
        violating: {
            "a vault without settings": [vault({ resourceGroupName }), LOCK],
            "the default said outright": [secured({ immutabilitySettings: { state: "Disabled" } }), LOCK],
            unlocked: [secured({ immutabilitySettings: { state: "Unlocked" } }), LOCK],
            "disabled, also where unlocked would do": {
                resources: [secured({ immutabilitySettings: { state: "Disabled" } })],
                settings: { acceptUnlocked: true },
                property: LOCK,
            },
        },
        undetermined: {
            "a state known only after the update": [secured({ immutabilitySettings: { state: UNKNOWN } }), LOCK],
            "properties known only after the update": [vault({ properties: UNKNOWN }), LOCK],
            "also where unlocked would do": {
                resources: [secured({ immutabilitySettings: { state: UNKNOWN } })],
                settings: { acceptUnlocked: true },
                property: LOCK,
            },
        },
        notApplicable: { "a stack that is thrown away": { resources: [vault({ resourceGroupName })], estate: { ephemeral: true } } },
    },
    "azure-backup-vault-immutability-locked": {
        compliant: {
            "locked, without regard to case": backupSecured({ immutabilitySettings: { state: "locked" } }),
            "unlocked, for a first deployment": {
                resources: [backupSecured({ immutabilitySettings: { state: "Unlocked" } })],
                settings: { acceptUnlocked: true },
                partial: true,
            },
        },
        violating: {
            "a vault without settings": [backupVault({ resourceGroupName, properties: { storageSettings } }), LOCK],
            "the default said outright": [backupSecured({ immutabilitySettings: { state: "Disabled" } }), LOCK],
            unlocked: [backupSecured({ immutabilitySettings: { state: "Unlocked" } }), LOCK],
        },
        undetermined: { "known only after the update": [backupSecured({ immutabilitySettings: UNKNOWN }), LOCK] },
        notApplicable: { "a stack that is thrown away": { resources: [backupSecured({})], estate: { ephemeral: true } } },
    },
    "azure-recovery-vault-soft-delete": {
        compliant: {
            "left out: on for fourteen days": vault({ resourceGroupName }),
            "the default said outright": secured({ softDeleteSettings: { softDeleteState: "Enabled", softDeleteRetentionPeriodInDays: 14 } }),
            "always on": secured({ softDeleteSettings: { softDeleteState: "AlwaysON", softDeleteRetentionPeriodInDays: 30 } }),
            "always on where that is asked": {
                resources: [secured({ softDeleteSettings: { softDeleteState: "alwayson", enhancedSecurityState: "AlwaysON" } })],
                settings: { requireAlwaysOn: true },
            },
        },
        violating: {
            off: [secured({ softDeleteSettings: { softDeleteState: "Disabled" } }), `${SOFT}.softDeleteState`],
            "for too few days": [secured({ softDeleteSettings: { softDeleteRetentionPeriodInDays: 7 } }), `${SOFT}.softDeleteRetentionPeriodInDays`],
            "the default where more is asked": {
                resources: [secured({})],
                settings: { minDays: 30 },
                property: `${SOFT}.softDeleteRetentionPeriodInDays`,
            },
            "left out where it must be always on": {
                resources: [secured({})],
                settings: { requireAlwaysOn: true },
                property: `${SOFT}.enhancedSecurityState`,
            },
        },
        undetermined: { "known only after the update": [secured({ softDeleteSettings: { softDeleteState: UNKNOWN } }), `${SOFT}.softDeleteState`] },
    },
    "azure-backup-vault-soft-delete": {
        compliant: {
            "left out: on for fourteen days": backupSecured({}),
            "the default said outright": backupSecured({ softDeleteSettings: { state: "On", retentionDurationInDays: 14 } }),
            "always on": backupSecured({ softDeleteSettings: { state: "AlwaysOn", retentionDurationInDays: 90 } }),
        },
        violating: {
            off: [backupSecured({ softDeleteSettings: { state: "Off" } }), `${SOFT}.state`],
            "for too few days": [
                backupSecured({ softDeleteSettings: { state: "On", retentionDurationInDays: 7 } }),
                `${SOFT}.retentionDurationInDays`,
            ],
            "on where it must be always on": {
                resources: [backupSecured({ softDeleteSettings: { state: "On" } })],
                settings: { requireAlwaysOn: true },
                property: `${SOFT}.state`,
            },
        },
        undetermined: {
            "known only after the update": [
                backupSecured({ softDeleteSettings: { retentionDurationInDays: UNKNOWN } }),
                `${SOFT}.retentionDurationInDays`,
            ],
        },
    },
    "azure-resource-guard-no-exclusions": {
        compliant: {
            "a guard of everything": guard({ resourceGroupName }),
            "an empty list": guard({ resourceGroupName, properties: { vaultCriticalOperationExclusionList: [] } }),
            "an exclusion that is allowed": {
                resources: [guard({ properties: { vaultCriticalOperationExclusionList: ["Microsoft.RecoveryServices/vaults/backupconfig/write"] } })],
                settings: { allowedExclusions: ["microsoft.recoveryservices/vaults/backupConfig/write"] },
            },
        },
        violating: {
            "an operation left out": [
                guard({ properties: { vaultCriticalOperationExclusionList: ["Microsoft.DataProtection/backupVaults/backupInstances/delete"] } }),
                "properties.vaultCriticalOperationExclusionList[0]",
            ],
        },
        undetermined: {
            "a list known only after the update": [
                guard({ properties: { vaultCriticalOperationExclusionList: UNKNOWN } }),
                "properties.vaultCriticalOperationExclusionList",
            ],
        },
    },
    "azure-protected-item-not-stopped": {
        compliant: {
            "a policy and nothing else": item({ protectedItemType: VM, policyId }),
            "a policy known only after the update": item({ protectedItemType: VM, policyId: UNKNOWN }),
            "the default said outright": item({ protectedItemType: VM, policyId, protectionState: "Protected" }),
        },
        violating: {
            "protection stopped": [item({ protectedItemType: VM, policyId, protectionState: "ProtectionStopped" }), "properties.protectionState"],
            "backups suspended": [item({ protectedItemType: VM, policyId, protectionState: "BackupsSuspended" }), "properties.protectionState"],
            "no policy": [item({ protectedItemType: VM }), "properties.policyId"],
            "an empty policy": [item({ protectedItemType: VM, policyId: "" }), "properties.policyId"],
        },
        undetermined: {
            "a state known only after the update": [
                item({ protectedItemType: VM, policyId, protectionState: UNKNOWN }),
                "properties.protectionState",
            ],
        },
    },
    "azure-backup-policy-retention": {
        compliant: {
            "daily for thirty days": machines("Daily", 30),
            "hourly for twelve weeks": machines("Hourly", 12, "Weeks"),
            "a lower minimum by setting": { resources: [machines("Daily", 14)], settings: { minDailyDays: 14 } },
            "a file share kept in the vault": policy({
                properties: {
                    backupManagementType: "AzureStorage",
                    schedulePolicy: { schedulePolicyType: "SimpleSchedulePolicy", scheduleRunFrequency: "Daily" },
                    vaultRetentionPolicy: {
                        snapshotRetentionInDays: 5,
                        vaultRetention: {
                            retentionPolicyType: "LongTermRetentionPolicy",
                            dailySchedule: { retentionDuration: { count: 60, durationType: "Days" } },
                        },
                    },
                },
            }),
            "a workload with daily full backups": policy({
                properties: {
                    backupManagementType: "AzureWorkload",
                    workLoadType: "SQLDataBase",
                    subProtectionPolicy: [
                        {
                            policyType: "Full",
                            schedulePolicy: { schedulePolicyType: "SimpleSchedulePolicy", scheduleRunFrequency: "Daily" },
                            retentionPolicy: {
                                retentionPolicyType: "LongTermRetentionPolicy",
                                dailySchedule: { retentionDuration: { count: 30, durationType: "Days" } },
                            },
                        },
                        {
                            policyType: "Log",
                            schedulePolicy: { schedulePolicyType: "LogSchedulePolicy", scheduleFrequencyInMins: 60 },
                            retentionPolicy: { retentionPolicyType: "SimpleRetentionPolicy", retentionDuration: { count: 15, durationType: "Days" } },
                        },
                    ],
                },
            }),
            "a workload with a weekly full and differentials on the other days": policy({
                properties: {
                    backupManagementType: "AzureWorkload",
                    subProtectionPolicy: [
                        {
                            policyType: "Full",
                            schedulePolicy: {
                                schedulePolicyType: "SimpleSchedulePolicy",
                                scheduleRunFrequency: "Weekly",
                                scheduleRunDays: ["Sunday"],
                            },
                            retentionPolicy: {
                                retentionPolicyType: "LongTermRetentionPolicy",
                                weeklySchedule: { retentionDuration: { count: 12, durationType: "Weeks" } },
                            },
                        },
                        {
                            policyType: "Differential",
                            schedulePolicy: {
                                schedulePolicyType: "SimpleSchedulePolicy",
                                scheduleRunFrequency: "Weekly",
                                scheduleRunDays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
                            },
                            retentionPolicy: { retentionPolicyType: "SimpleRetentionPolicy", retentionDuration: { count: 30, durationType: "Days" } },
                        },
                    ],
                },
            }),
        },
        violating: {
            "kept for a week": [machines("Daily", 7), "properties.retentionPolicy.dailySchedule.retentionDuration.count"],
            "run weekly": [machines("Weekly", 30), "properties.schedulePolicy.scheduleRunFrequency"],
            "no daily points": [
                policy({
                    properties: {
                        backupManagementType: "AzureIaasVM",
                        schedulePolicy: { schedulePolicyType: "SimpleSchedulePolicy", scheduleRunFrequency: "Daily" },
                    },
                }),
                "properties.retentionPolicy.dailySchedule.retentionDuration.count",
            ],
            "nothing said at all": [policy({ resourceGroupName }), "properties.schedulePolicy.scheduleRunFrequency"],
            "a workload with weekly backups only": [
                policy({
                    properties: {
                        backupManagementType: "AzureWorkload",
                        subProtectionPolicy: [
                            {
                                policyType: "Full",
                                schedulePolicy: {
                                    schedulePolicyType: "SimpleSchedulePolicy",
                                    scheduleRunFrequency: "Weekly",
                                    scheduleRunDays: ["Sunday"],
                                },
                                retentionPolicy: {
                                    retentionPolicyType: "LongTermRetentionPolicy",
                                    weeklySchedule: { retentionDuration: { count: 12, durationType: "Weeks" } },
                                },
                            },
                        ],
                    },
                }),
                "properties.subProtectionPolicy",
            ],
        },
        undetermined: {
            "a count known only after the update": [machines("Daily", UNKNOWN), "properties.retentionPolicy.dailySchedule.retentionDuration.count"],
            "a frequency known only after the update": [machines(UNKNOWN, 30), "properties.schedulePolicy.scheduleRunFrequency"],
            "parts known only after the update": [
                policy({ properties: { backupManagementType: "AzureWorkload", subProtectionPolicy: UNKNOWN } }),
                "properties.subProtectionPolicy",
            ],
        },
        notApplicable: { "long-term retention of databases": policy({ properties: { backupManagementType: "AzureSql" } }) },
    },
    "azure-vault-multi-user-authorisation": {
        compliant: {
            "a proxy by dependency": guarded(),
            "a proxy by the vault's name": [
                vault({ resourceGroupName, vaultName: "rsv" }),
                guardProxy({ resourceGroupName: "RG-records", vaultName: "RSV", properties: { resourceGuardResourceId: "/subscriptions/x" } }),
            ],
            "a backup vault": [
                backupVault({ resourceGroupName, vaultName: "bv", properties: { storageSettings } }),
                dppGuardProxy({ resourceGroupName, vaultName: "bv", properties: { resourceGuardResourceId: UNKNOWN } }),
            ],
        },
        violating: {
            "no proxy": [vault({ resourceGroupName, vaultName: "rsv" }), ""],
            "a proxy of a vault of that name in another group": [
                [
                    vault({ resourceGroupName, vaultName: "rsv" }),
                    guardProxy({ resourceGroupName: "rg-other", vaultName: "rsv", properties: { resourceGuardResourceId: "/subscriptions/x" } }),
                ],
                "",
            ],
            "a proxy of the other kind of vault": [
                [
                    backupVault({ resourceGroupName, vaultName: "bv", properties: { storageSettings } }),
                    guardProxy({ resourceGroupName, vaultName: "bv", properties: { resourceGuardResourceId: "/subscriptions/x" } }),
                ],
                "",
            ],
            "a proxy that names no guard": [
                [
                    backupVault({ resourceGroupName, vaultName: "bv", properties: { storageSettings } }),
                    dppGuardProxy({ resourceGroupName, vaultName: "bv" }),
                ],
                "",
            ],
        },
        undetermined: {
            "a proxy of a vault not known yet": [
                [
                    vault({ resourceGroupName, vaultName: "rsv" }),
                    guardProxy({ resourceGroupName, vaultName: UNKNOWN, properties: { resourceGuardResourceId: "x" } }),
                ],
                "",
            ],
        },
    },
    "azure-recovery-vault-geo-redundant": {
        compliant: {
            "geo-redundant, restored across regions": redundant({ standardTierStorageRedundancy: "GeoRedundant", crossRegionRestore: "Enabled" }),
            "geo-redundant by default": redundant({ crossRegionRestore: "Enabled" }),
            "several zones": redundant({ standardTierStorageRedundancy: "ZoneRedundant" }),
        },
        violating: {
            "a vault without settings, geo-redundant by default and restored in its own region only": [vault({ resourceGroupName }), CROSS_REGION],
            "the default said outright": [redundant({ standardTierStorageRedundancy: "GeoRedundant", crossRegionRestore: "Disabled" }), CROSS_REGION],
            "one building": [redundant({ standardTierStorageRedundancy: "LocallyRedundant", crossRegionRestore: "Enabled" }), REDUNDANCY],
            "several zones, where they will not do": {
                resources: [redundant({ standardTierStorageRedundancy: "ZoneRedundant" })],
                settings: { acceptZone: false },
                property: REDUNDANCY,
            },
        },
        undetermined: {
            "redundancy known only after the update": [
                redundant({ standardTierStorageRedundancy: UNKNOWN, crossRegionRestore: "Enabled" }),
                REDUNDANCY,
            ],
            "cross-region restore known only after the update": [redundant({ crossRegionRestore: UNKNOWN }), CROSS_REGION],
        },
        notApplicable: { "a stack that is thrown away": { resources: [vault({ resourceGroupName })], estate: { ephemeral: true } } },
    },
    "azure-backup-vault-redundant-storage": {
        compliant: {
            "several zones": stored([{ datastoreType: "VaultStore", type: "ZoneRedundant" }]),
            "a second region": stored([{ datastoreType: "VaultStore", type: "GeoRedundant" }], "Enabled"),
        },
        violating: {
            "one building": [stored([{ datastoreType: "VaultStore", type: "LocallyRedundant" }]), "properties.storageSettings[0].type"],
            "no type": [stored([{ datastoreType: "VaultStore" }]), "properties.storageSettings[0].type"],
            "no settings": [stored([]), "properties.storageSettings"],
            "settings left out": [backupVault({ resourceGroupName, properties: {} }), "properties.storageSettings"],
            "one of two": [
                stored([
                    { datastoreType: "VaultStore", type: "ZoneRedundant" },
                    { datastoreType: "ArchiveStore", type: "LocallyRedundant" },
                ]),
                "properties.storageSettings[1].type",
            ],
            "a second region, restored only by Microsoft": [stored([{ datastoreType: "VaultStore", type: "GeoRedundant" }]), CROSS_REGION_OF_BACKUP],
            "several zones, where they will not do": {
                resources: [stored([{ datastoreType: "VaultStore", type: "ZoneRedundant" }])],
                settings: { acceptZone: false },
                property: "properties.storageSettings[0].type",
            },
        },
        undetermined: {
            "a type known only after the update": [
                stored([{ datastoreType: "VaultStore", type: UNKNOWN }], "Enabled"),
                "properties.storageSettings[0].type",
            ],
            "settings known only after the update": [stored(UNKNOWN, "Enabled"), "properties.storageSettings"],
            "cross-region restore known only after the update": [
                stored([{ datastoreType: "VaultStore", type: "GeoRedundant" }], UNKNOWN),
                CROSS_REGION_OF_BACKUP,
            ],
        },
        notApplicable: {
            "a stack that is thrown away": { resources: [stored([{ type: "LocallyRedundant" }])], estate: { ephemeral: true } },
        },
    },
    "azure-data-protected-by-backup-vault": {
        compliant: {
            "an account by dependency": (() => {
                const one = account({ resourceGroupName, tags: { backup: "vaulted" } });
                return [one, instance(UNKNOWN, policyId, { properties: one })];
            })(),
            "a disk by id": [disk({ resourceGroupName, diskName: "data", tags: { Backup: "daily" } }), instance(diskId("DATA"))],
            "a cluster": (() => {
                const one = cluster({ tags: { backup: "daily" } });
                return [one, instance(UNKNOWN, policyId, { properties: one })];
            })(),
            "a server whose policy's id is known only after the update": [
                server({ resourceGroupName, serverName: "psql", tags: { backup: "vaulted" } }),
                instance("/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql", UNKNOWN),
            ],
            "file shares, which a Recovery Services vault protects": shares("IRPending"),
        },
        violating: {
            "no instance": [account({ resourceGroupName, tags: { backup: "vaulted" } }), ""],
            "an instance of another": [[disk({ resourceGroupName, diskName: "data", tags: { backup: "daily" } }), instance(diskId("other"))], ""],
            "an instance without a policy": [
                [disk({ resourceGroupName, diskName: "data", tags: { backup: "daily" } }), instance(diskId("data"), "")],
                "",
            ],
            "file shares whose protection is stopped": [shares("ProtectionStopped"), ""],
        },
        undetermined: {
            "an instance of something not known yet": [[account({ tags: { backup: "vaulted" } }), instance(UNKNOWN)], ""],
            "tags known only after the update": [account({ tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "not tagged": account({ resourceGroupName }),
            "nothing to recover": account({ tags: { backup: "not-required" } }),
            "a stack that is thrown away": { resources: [account({ tags: { backup: "vaulted" } })], estate: { ephemeral: true } },
        },
    },
};

function guarded() {
    const one = vault({ resourceGroupName });
    return [one, guardProxy({ resourceGroupName, vaultName: UNKNOWN, properties: { resourceGuardResourceId: UNKNOWN } }, { vaultName: one })];
}
