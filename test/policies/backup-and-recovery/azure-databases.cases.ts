import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const postgresql = of("azure-native:dbforpostgresql:Server");
const mysql = of("azure-native:dbformysql:Server");
const cosmos = of("azure-native:cosmosdb:DatabaseAccount");

const location = "uksouth";
const critical = { criticality: "high" };
const ZONE_REDUNDANT = { mode: "ZoneRedundant" } as const;

type Backup = NonNullable<CaseProps<"azure-native:cosmosdb:DatabaseAccount">["backupPolicy"]>;
const account = (backupPolicy?: Backup) => cosmos(backupPolicy === undefined ? {} : { backupPolicy });
const periodic = (backupRetentionIntervalInHours: number | typeof UNKNOWN, backupStorageRedundancy?: string | typeof UNKNOWN) =>
    account({
        type: "Periodic",
        periodicModeProperties: {
            backupIntervalInMinutes: 240,
            backupRetentionIntervalInHours,
            ...(backupStorageRedundancy === undefined ? {} : { backupStorageRedundancy }),
        },
    });

const GEO = "backup.geoRedundantBackup";
const DAYS = "backup.backupRetentionDays";
const MODE = "highAvailability.mode";
const HOURS = "backupPolicy.periodicModeProperties.backupRetentionIntervalInHours";
const REDUNDANCY = "backupPolicy.periodicModeProperties.backupStorageRedundancy";

export const cases: Cases = {
    "azure-oss-database-geo-redundant-backup": {
        compliant: {
            PostgreSQL: postgresql({ backup: { geoRedundantBackup: "Enabled" } }),
            MySQL: mysql({ backup: { geoRedundantBackup: "Enabled" } }),
            "a replica that was promoted": postgresql({
                createMode: "Replica",
                replicationRole: "Primary",
                backup: { geoRedundantBackup: "Enabled" },
            }),
        },
        violating: {
            "left out": [postgresql({}), GEO],
            "the default said outright": [postgresql({ backup: { backupRetentionDays: 35, geoRedundantBackup: "Disabled" } }), GEO],
            MySQL: [mysql({ backup: {} }), GEO],
            "a replica that was promoted": [mysql({ createMode: "Replica", replicationRole: "None" }), GEO],
        },
        undetermined: {
            "known only after the update": [postgresql({ backup: { geoRedundantBackup: UNKNOWN } }), GEO],
            "a way of making it not known yet": [mysql({ createMode: UNKNOWN }), GEO],
        },
        notApplicable: {
            "a replica": postgresql({ createMode: "Replica" }),
            "nothing to recover": mysql({ tags: { backup: "not-required" } }),
            "a stack that is thrown away": { resources: [postgresql({})], estate: { ephemeral: true } },
        },
    },
    "azure-oss-database-backup-retention": {
        compliant: {
            "fourteen days": postgresql({ location, backup: { backupRetentionDays: 14 } }),
            "a critical server with a standby in another zone": mysql({
                location,
                tags: critical,
                backup: { backupRetentionDays: 35 },
                highAvailability: ZONE_REDUNDANT,
            }),
            "a critical server in a region without zones": postgresql({
                location: "ukwest",
                tags: critical,
                backup: { backupRetentionDays: 35 },
            }),
            "a lower minimum by setting, met by the default": { resources: [postgresql({ location })], settings: { minDays: 7 } },
        },
        violating: {
            "left out: seven days": [postgresql({ location }), DAYS],
            "the default said outright": [mysql({ location, backup: { backupRetentionDays: 7 } }), DAYS],
            "a critical server without a standby": [postgresql({ location, tags: critical, backup: { backupRetentionDays: 14 } }), MODE],
            "a critical server with a standby in the same zone": [
                mysql({ location, tags: critical, backup: { backupRetentionDays: 14 }, highAvailability: { mode: "SameZone" } }),
                MODE,
            ],
        },
        undetermined: {
            "days known only after the update": [postgresql({ location, backup: { backupRetentionDays: UNKNOWN } }), DAYS],
            "a standby known only after the update": [
                postgresql({ location, tags: critical, backup: { backupRetentionDays: 14 }, highAvailability: { mode: UNKNOWN } }),
                MODE,
            ],
            "a critical server in a region not known: it may have no zones": [
                postgresql({ tags: critical, backup: { backupRetentionDays: 14 } }),
                MODE,
            ],
            "tags known only after the update": [postgresql({ location, tags: UNKNOWN, backup: { backupRetentionDays: 14 } }), MODE],
        },
        notApplicable: {
            "a replica": mysql({ createMode: "Replica" }),
            "a stack that is thrown away": { resources: [mysql({})], estate: { ephemeral: true } },
        },
    },
    "azure-cosmosdb-continuous-backup": {
        compliant: {
            continuous: account({ type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } }),
            "periodic in a second region for a week": periodic(168, "Geo"),
            "in a second region by default": periodic(720),
            "a lower minimum by setting": { resources: [periodic(48)], settings: { minHours: 48 } },
        },
        violating: {
            "left out: periodic for eight hours": [account(), HOURS],
            "the default said outright": [periodic(8, "Geo"), HOURS],
            "periodic without more": [account({ type: "Periodic" }), HOURS],
            "in one region only": [periodic(720, "Zone"), REDUNDANCY],
        },
        undetermined: {
            "a policy known only after the update": [account(UNKNOWN), HOURS],
            "hours known only after the update": [periodic(UNKNOWN), HOURS],
            "redundancy known only after the update": [periodic(168, UNKNOWN), REDUNDANCY],
        },
        notApplicable: {
            "nothing to recover": cosmos({ tags: { backup: "not-required" } }),
            "a stack that is thrown away": { resources: [account()], estate: { ephemeral: true } },
        },
    },
};
