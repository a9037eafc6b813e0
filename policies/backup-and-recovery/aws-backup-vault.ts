import { resourcePolicy } from "../../src/policy/definition";
import { type Statement, denies, everyone, everyResource, policyDocument, speaksOfAction } from "../../src/policy/documents";
import { must, mustHave } from "../../src/policy/factories";
import { atLeast, given } from "../../src/policy/facts";
import { asNumber } from "../../src/policy/check";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Mend, RemedyContext } from "../../src/policy/remediation";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, isUnknown, or, some } from "../../src/policy/unknown";
import { isRecord, read, truth } from "../../src/policy/values";
import { thrownAway } from "../shared/ephemeral";

const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const AIR_GAPPED = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";

/** The days after which a lock can no longer be lifted. Absent: governance mode, which an administrator lifts at will. AWS accepts no fewer than 3. */
function inComplianceMode(lock: Resource, mostDays = Infinity): Answer {
    return is(asNumber(read(lock.props, "changeableForDays")), days => days !== undefined && days >= 3 && days <= mostDays);
}

export const vaultLockComplianceMode = mustHave({
    name: "aws-backup-vault-lock-compliance-mode",
    title: "Backup vaults are locked in compliance mode",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [VAULT, AIR_GAPPED],
    with: [LOCK],
    by: "backupVaultName",
    why: "Ransomware deletes backups first. Only a lock in compliance mode withstands an administrator, the root user and AWS.",
    fix: "Add a VaultLockConfiguration for the vault with changeableForDays from 3 up to the setting maxChangeableForDays.",
    references: ["aws-config:backup-recovery-point-manual-deletion-disabled"],
    settings: {
        maxChangeableForDays: { type: "integer", minimum: 3, default: 30, description: "Most days for which a new lock may still be lifted." },
    },
    unless: c => (c.type === VAULT ? thrownAway(c) : undefined),
    or: c => c.type === AIR_GAPPED,
    test: (lock, settings) => inComplianceMode(lock, settings.maxChangeableForDays),
    message:
        "The vault has no lock in compliance mode (changeableForDays set, and no longer than the setting maxChangeableForDays), so its recovery points can be deleted.",
});

export const vaultLockMinRetention = must({
    name: "aws-backup-vault-lock-min-retention",
    title: "Vault locks keep every recovery point for the minimum retention",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [LOCK, AIR_GAPPED],
    why: "A lock without a minimum holds nothing: a backup job may ask for a retention of one day.",
    fix: "Set minRetentionDays to at least the setting minRetentionDays, and maxRetentionDays to no less than that.",
    references: ["aws-config:backup-recovery-point-minimum-retention-check", "aws-config:backup-recovery-point-manual-deletion-disabled"],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, default: 14, description: "Days for which a lock must keep every recovery point." },
    },
    unless: thrownAway,
    facts: settings => [
        atLeast(
            "minRetentionDays",
            settings.minRetentionDays,
            0,
            `The lock lets recovery points go before ${String(settings.minRetentionDays)} days have passed.`,
        ),
        {
            path: "maxRetentionDays",
            message: "maxRetentionDays is below minRetentionDays, so that no recovery point can be stored.",
            judge: props => [
                {
                    path: "maxRetentionDays",
                    answer: is(
                        asNumber(read(props, "maxRetentionDays")),
                        most => most === undefined || is(asNumber(read(props, "minRetentionDays")) ?? 0, least => most >= least),
                    ),
                },
            ],
        },
    ],
});

export const vaultEncrypted = must({
    name: "aws-backup-vault-encrypted",
    title: "Backup vaults are encrypted with a key of their own",
    commitment: "backup-and-recovery",
    topic: "backup-keys",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [VAULT],
    why: "The default key aws/backup cannot be shared, so recovery points under it cannot be copied to another account.",
    fix: "Set kmsKeyArn to a customer managed key that production roles cannot delete.",
    references: ["aws-config:backup-recovery-point-encrypted", "checkov:CKV_AWS_166", "fsbp:Backup.1"],
    facts: [given("kmsKeyArn", "The vault uses the default key aws/backup.")],
});

/** What removes a recovery point, shortens its life or opens the way to do so; true where it is done to recovery points, not to the vault. */
const DESTRUCTIVE: Readonly<Record<string, boolean>> = {
    "backup:DeleteRecoveryPoint": true,
    "backup:UpdateRecoveryPointLifecycle": true,
    "backup:PutBackupVaultAccessPolicy": false,
    "backup:DeleteBackupVault": false,
};

const WHO = ["aws:principalarn", "aws:userid", "aws:username"];

/** No condition, or only such as spare named principals. */
function sparesOnlyNamed(s: Statement): Answer {
    return every(s.conditions, c => {
        if (isUnknown(c.key) || isUnknown(c.operator)) return UNKNOWN;
        if (!WHO.includes(c.key) || !/^(string|arn)not(equals|like|equalsignorecase)(ifexists)?$/.test(c.operator)) return false;
        return every(c.values, value => is(value, v => !/(^|[:/])\*$/.test(v)));
    });
}

function deniesDeletion(policy: Resource): Answer {
    const document = policyDocument(read(policy.props, "policy"));
    if (document === UNKNOWN || document === "malformed") return UNKNOWN;
    const statements = document?.statements ?? [];
    return and(
        ...Object.entries(DESTRUCTIVE).map(([action, ofPoints]) =>
            or(
                ...statements.map(s => {
                    const reach = ofPoints
                        ? everyResource(s)
                        : or(
                              everyResource(s),
                              some(s.resources, r => is(r, v => v.includes(":backup-vault:"))),
                          );
                    return and(denies(s), everyone(s), speaksOfAction(s, action), reach, sparesOnlyNamed(s));
                }),
            ),
        ),
    );
}

export const vaultPolicyDeniesDeletion = mustHave({
    name: "aws-backup-vault-policy-denies-deletion",
    title: "Vault policies deny the deletion of recovery points",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [VAULT, AIR_GAPPED],
    with: ["aws:backup/vaultPolicy:VaultPolicy"],
    reads: [LOCK],
    by: "backupVaultName",
    why: "Until a lock takes hold, whoever may delete recovery points can destroy every backup in one call.",
    fix: "Deny the four actions on all resources to everyone but a named break-glass role in a VaultPolicy, or lock the vault in compliance mode.",
    references: ["aws-config:backup-recovery-point-manual-deletion-disabled"],
    or: c => (c.type === AIR_GAPPED ? true : linkedSatisfies(c.graph.into(c.resource, LOCK, "backupVaultName"), lock => inComplianceMode(lock))),
    test: deniesDeletion,
    message: `Neither a policy that denies ${Object.keys(DESTRUCTIVE).join(", ")} nor a lock in compliance mode protects the vault.`,
});

/** What is there, with the services of the setting opted in; nothing where a part is not known. */
function optedIn({ current = {}, settings }: RemedyContext): Mend | undefined {
    if (!isRecord(current) || Object.values(current).some(value => typeof value !== "boolean" && typeof value !== "string")) return undefined;
    return {
        ...(current as Record<string, Mend>),
        ...Object.fromEntries((settings.requiredServices as readonly string[]).map(name => [name, true])),
    };
}

export const regionSettingsOptedIn = resourcePolicy({
    name: "aws-backup-region-settings-opted-in",
    title: "AWS Backup is switched on for every kind of data",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:backup/regionSettings:RegionSettings", "aws:backup/globalSettings:GlobalSettings"],
    why: "A plan that selects by tags silently leaves out the services that the region has not opted in.",
    fix: "Set every service of the setting requiredServices to true in resourceTypeOptInPreference.",
    remedies: [{ path: "resourceTypeOptInPreference", value: optedIn }],
    references: [],
    settings: {
        requiredServices: {
            type: "array",
            items: { type: "string" },
            default: ["Aurora", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "RDS", "S3", "DocumentDB", "Neptune", "Redshift"],
            description: "Services that must be opted in, as AWS Backup calls them.",
        },
    },
    check(c) {
        if (c.type === "aws:backup/globalSettings:GlobalSettings") {
            const crossAccount = is(c.get("globalSettings"), s => isRecord(s) && (truth(s.isCrossAccountBackupEnabled) ?? false));
            if (crossAccount === false) c.advice("globalSettings", "isCrossAccountBackupEnabled is not on, so that no copy can leave the account.");
            return;
        }
        const preference = c.get("resourceTypeOptInPreference");
        for (const service of c.settings.requiredServices) {
            const optedIn = is(preference, p => isRecord(p) && (truth(p[service]) ?? false));
            c.requireAt(
                optedIn,
                `resourceTypeOptInPreference.${service}`,
                "A service of the setting requiredServices is not opted in, so that plans leave it out.",
            );
        }
    },
});
