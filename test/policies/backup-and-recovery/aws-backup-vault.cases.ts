import { type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("aws:backup/vault:Vault");
const lock = of("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
const airGapped = of("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault");
const vaultPolicy = of("aws:backup/vaultPolicy:VaultPolicy");
const regionSettings = of("aws:backup/regionSettings:RegionSettings");
const globalSettings = of("aws:backup/globalSettings:GlobalSettings");

const daily = vault({ name: "daily" });
const EPHEMERAL = { ephemeral: true };
const ACTIONS = [
    "backup:DeleteRecoveryPoint",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:PutBackupVaultAccessPolicy",
    "backup:DeleteBackupVault",
];
const BREAK_GLASS = { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/break-glass" } };

function deny(over: Record<string, unknown> = {}): Record<string, unknown> {
    return { Effect: "Deny", Principal: "*", Action: ACTIONS, Resource: "*", ...over };
}

const withPolicy = (...statements: Record<string, unknown>[]) => [
    daily,
    vaultPolicy({ backupVaultName: "daily", policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) }),
];

const SERVICES = ["Aurora", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "RDS", "S3", "DocumentDB", "Neptune", "Redshift"];
const optIn = (over: Record<string, boolean | typeof UNKNOWN> = {}) => ({ ...Object.fromEntries(SERVICES.map(service => [service, true])), ...over });

export const cases: Cases = {
    "aws-backup-vault-lock-compliance-mode": {
        compliant: {
            "a lock that names the vault": [daily, lock({ backupVaultName: "daily", changeableForDays: 3 })],
            "a lock that names the vault by its output": [
                daily,
                lock({ backupVaultName: UNKNOWN, changeableForDays: 7 }, { backupVaultName: daily }),
            ],
            "a logically air-gapped vault, locked by design": airGapped({ name: "apart", minRetentionDays: 14, maxRetentionDays: 35 }),
        },
        violating: {
            "no lock": [vault(), ""],
            "a lock in governance mode, which is the default": [[daily, lock({ backupVaultName: "daily", minRetentionDays: 35 })], ""],
            "a lock that can be lifted for years": [[daily, lock({ backupVaultName: "daily", changeableForDays: 3650 })], ""],
            "a lock of another vault": [[daily, lock({ backupVaultName: "weekly", changeableForDays: 3 })], ""],
        },
        undetermined: {
            "a grace that is not known": [[daily, lock({ backupVaultName: "daily", changeableForDays: UNKNOWN })], ""],
            "a lock of a vault that is not known": [[daily, lock({ backupVaultName: UNKNOWN, changeableForDays: 3 })], ""],
        },
        notApplicable: { "a stack that is thrown away": { resources: [vault()], estate: EPHEMERAL } },
    },
    "aws-backup-vault-lock-min-retention": {
        compliant: {
            "the minimum": lock({ backupVaultName: "daily", minRetentionDays: 14 }),
            "a range above it": airGapped({ minRetentionDays: 35, maxRetentionDays: 365 }),
            "a lower minimum by setting": { resources: [lock({ minRetentionDays: 7 })], settings: { minRetentionDays: 7 } },
        },
        violating: {
            "no minimum": [lock({ backupVaultName: "daily", changeableForDays: 3 }), "minRetentionDays"],
            "none said outright": [lock({ minRetentionDays: 0 }), "minRetentionDays"],
            "one day in an air-gapped vault": [airGapped({ minRetentionDays: 1, maxRetentionDays: 7 }), "minRetentionDays"],
            "a range that is none": [lock({ minRetentionDays: 30, maxRetentionDays: 14 }), "maxRetentionDays"],
        },
        undetermined: {
            "known only after the update": [lock({ minRetentionDays: UNKNOWN }), "minRetentionDays"],
            "a maximum that is not known": [lock({ minRetentionDays: 30, maxRetentionDays: UNKNOWN }), "maxRetentionDays"],
        },
        notApplicable: { "a stack that is thrown away": { resources: [lock()], estate: EPHEMERAL } },
    },
    "aws-backup-vault-encrypted": {
        compliant: {
            "a key": vault({ kmsKeyArn: "arn:aws:kms:eu-west-2:111122223333:key/1" }),
            "a key that is made with it": vault({ kmsKeyArn: UNKNOWN }),
        },
        violating: { "none, so aws/backup": [vault(), "kmsKeyArn"] },
    },
    "aws-backup-vault-policy-denies-deletion": {
        compliant: {
            "a policy that denies it to everyone": withPolicy(deny()),
            "to everyone but one role": withPolicy(deny({ Condition: BREAK_GLASS })),
            "in two statements, the vault's own actions on the vault": withPolicy(
                deny({ Action: ["backup:*RecoveryPoint*"] }),
                deny({
                    Action: ["backup:PutBackupVaultAccessPolicy", "backup:DeleteBackupVault"],
                    Resource: ["arn:aws:backup:eu-west-2:111122223333:backup-vault:daily"],
                }),
            ),
            "everyone as {AWS: *}": withPolicy(deny({ Principal: { AWS: "*" }, Action: "backup:*" })),
            "all but one named principal": withPolicy({
                ...deny({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/break-glass" } }),
                Principal: undefined,
            }),
            "a lock in compliance mode instead": [daily, lock({ backupVaultName: "daily", changeableForDays: 3 })],
            "a logically air-gapped vault": airGapped(),
        },
        violating: {
            "no policy": [daily, ""],
            "a policy that only allows": [withPolicy({ Effect: "Allow", Principal: "*", Action: "backup:CopyIntoBackupVault", Resource: "*" }), ""],
            "one action missing": [withPolicy(deny({ Action: ACTIONS.slice(1) })), ""],
            "one principal only": [withPolicy(deny({ Principal: { AWS: "arn:aws:iam::111122223333:role/ci" } })), ""],
            "every role spared": [withPolicy(deny({ Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } } })), ""],
            "narrowed by another condition": [withPolicy(deny({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } })), ""],
            "everyone in the organisation spared": [withPolicy(deny({ Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } })), ""],
            "a lock in governance mode": [[daily, lock({ backupVaultName: "daily" })], ""],
            "recovery points left out of the resources": [
                withPolicy(deny({ Resource: "arn:aws:backup:eu-west-2:111122223333:backup-vault:daily" })),
                "",
            ],
        },
        undetermined: {
            "a document that is not known": [[daily, vaultPolicy({ backupVaultName: "daily", policy: UNKNOWN })], ""],
            "a text that is no document": [[daily, vaultPolicy({ backupVaultName: "daily", policy: "deny" })], ""],
            "a lock that may be in compliance mode": [[daily, lock({ backupVaultName: "daily", changeableForDays: UNKNOWN })], ""],
            "a policy of a vault that is not known": [
                [daily, vaultPolicy({ backupVaultName: UNKNOWN, policy: JSON.stringify({ Statement: deny() }) })],
                "",
            ],
        },
    },
    "aws-backup-region-settings-opted-in": {
        compliant: {
            "every service": regionSettings({ resourceTypeOptInPreference: optIn() }),
            "those of the setting": {
                resources: [regionSettings({ resourceTypeOptInPreference: { S3: true } })],
                settings: { requiredServices: ["S3"] },
            },
            "copies across accounts": globalSettings({ globalSettings: { isCrossAccountBackupEnabled: "true" } }),
            "no copies across accounts, with advice": { resources: [globalSettings({ globalSettings: {} })], advice: true },
        },
        violating: {
            "one left out": [regionSettings({ resourceTypeOptInPreference: { S3: true } }), "resourceTypeOptInPreference.Aurora"],
            "one switched off": [regionSettings({ resourceTypeOptInPreference: optIn({ EFS: false }) }), "resourceTypeOptInPreference.EFS"],
        },
        undetermined: {
            "known only after the update": [regionSettings({ resourceTypeOptInPreference: UNKNOWN }), "resourceTypeOptInPreference.EFS"],
            "one not known": [regionSettings({ resourceTypeOptInPreference: optIn({ EFS: UNKNOWN }) }), "resourceTypeOptInPreference.EFS"],
        },
    },
};
