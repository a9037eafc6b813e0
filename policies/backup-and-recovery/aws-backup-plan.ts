import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { asNumber } from "../../src/policy/check";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, or } from "../../src/policy/unknown";
import { type At, read, readAll, text, truth } from "../../src/policy/values";
import { AIR_GAPPED, PLAN, VAULT, copiesOffsite, copiesToAirGap } from "../shared/backup-copies";
import { ALWAYS_BACKED_UP, BACKED_UP_IF_CRITICAL, SELECTION, isSelected } from "../shared/backup-stores";
import { longestGapHours } from "../shared/schedules";

/** Is what a rule or a copy makes kept for so many days? Without `deleteAfter`, or with 0, it is kept for ever. */
function keptFor({ value }: At, days: number): Answer {
    const deleteAfter = value === UNKNOWN ? UNKNOWN : asNumber(read(value, "lifecycle.deleteAfter"));
    return is(deleteAfter, d => d === undefined || d === 0 || d >= days);
}

export const planRuleRetention = resourcePolicy({
    name: "aws-backup-plan-rule-retention",
    title: "Backup plans keep recovery points for the minimum retention",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [PLAN],
    why: "An intruder is often found only after weeks: by then, recovery points of a few days hold nothing but the damage.",
    fix: "Give at least one rule a lifecycle.deleteAfter of the setting minRetentionDays or more, and every rule at least the setting minShortRetentionDays.",
    references: ["aws-config:backup-recovery-point-minimum-retention-check", "aws-config:backup-plan-min-frequency-and-min-retention-check"],
    settings: {
        minRetentionDays: {
            type: "integer",
            minimum: 1,
            default: 35,
            description: "Days for which at least one rule of a plan must keep recovery points.",
        },
        minShortRetentionDays: { type: "integer", minimum: 1, default: 7, description: "Days for which every rule must keep them." },
    },
    check({ all, settings, requireAt, require }) {
        const rules = all("rules[]");
        const { minRetentionDays, minShortRetentionDays } = settings;
        require(or(
            ...rules.map(rule => keptFor(rule, minRetentionDays)),
        ), "rules", `No rule keeps recovery points for ${String(minRetentionDays)} days.`);
        for (const rule of rules) {
            const message = `The rule keeps recovery points for fewer than ${String(minShortRetentionDays)} days.`;
            requireAt(keptFor(rule, minShortRetentionDays), `${rule.path}.lifecycle.deleteAfter`, message);
        }
    },
});

/** Does the rule run at least so often? AWS Backup runs a rule without a schedule daily at 05:00 UTC, and a continuous one all the time. */
function runsWithin(rule: Value, hours: number): Answer {
    if (rule === UNKNOWN) return UNKNOWN;
    return or(
        truth(read(rule, "enableContinuousBackup")) ?? false,
        is(read(rule, "schedule") ?? "cron(0 5 ? * * *)", schedule => {
            const gap = longestGapHours(text(schedule));
            return gap === undefined ? UNKNOWN : gap <= hours;
        }),
    );
}

export const planFrequency = stackPolicy({
    name: "aws-backup-plan-frequency",
    title: "Backups are taken at least daily",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [PLAN],
    why: "What was written since the last backup is lost.",
    fix: "Give one plan a rule whose schedule fires at least daily, or set enableContinuousBackup.",
    references: ["aws-config:backup-plan-min-frequency-and-min-retention-check"],
    settings: {
        maxIntervalHours: { type: "integer", minimum: 1, default: 24, description: "Most hours between two backups of the most frequent rule." },
    },
    checkStack({ graph, settings, require, notApplicable }) {
        const plans = graph.of(PLAN);
        if (plans.length === 0) {
            notApplicable("no backup plan in this stack");
            return;
        }
        const rules = plans.flatMap(plan => readAll(plan.props, "rules[]"));
        const message = `No rule of a backup plan runs at least every ${String(settings.maxIntervalHours)} hours.`;
        require(or(...rules.map(rule => runsWithin(rule.value, settings.maxIntervalHours))), "", message);
    },
});

export const planCopiesOffsite = stackPolicy({
    name: "aws-backup-plan-copies-offsite",
    title: "Backup plans copy recovery points to another account or region",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [PLAN],
    reads: [VAULT, AIR_GAPPED],
    why: "Whoever takes over the account, or whatever befalls the region, takes the backups that are kept beside the data.",
    fix: "Give a rule a copyActions entry whose destinationVaultArn is a vault in another account or region, or a logically air-gapped vault, and keep copies for the setting minRetentionDays.",
    references: [],
    settings: { minRetentionDays: { type: "integer", minimum: 1, default: 35, description: "Days for which copies must be kept." } },
    checkResource(c) {
        const { graph, resource: plan, settings } = c;
        c.require(
            copiesOffsite(graph, plan),
            "rules",
            "No rule copies recovery points to another account or region, or to a logically air-gapped vault.",
        );
        for (const copy of c.all("rules[].copyActions[]")) {
            const message = `The copy is kept for fewer than ${String(settings.minRetentionDays)} days.`;
            c.requireAt(keptFor(copy, settings.minRetentionDays), `${copy.path}.lifecycle.deleteAfter`, message);
        }
    },
});

export const airGappedVaultUsed = stackPolicy({
    name: "aws-backup-air-gapped-vault-used",
    title: "Critical recovery points go to a logically air-gapped vault",
    commitment: "backup-and-recovery",
    topic: "backup-isolation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [PLAN],
    reads: [AIR_GAPPED],
    why: "A logically air-gapped vault stands in an account that AWS owns, out of reach of everyone in this one.",
    fix: "Declare a LogicallyAirGappedVault and copy to it in a rule, or name it in targetLogicallyAirGappedBackupVaultArn.",
    references: [
        "aws-config:aurora-resources-in-logically-air-gapped-vault",
        "aws-config:ebs-resources-in-logically-air-gapped-vault",
        "aws-config:s3-resources-in-logically-air-gapped-vault",
    ],
    checkStack({ graph, require, notApplicable }) {
        const plans = graph.of(PLAN);
        if (plans.length === 0) {
            notApplicable("no backup plan in this stack");
            return;
        }
        require(or(
            ...plans.map(plan => copiesToAirGap(graph, plan)),
        ), "", "No backup plan of the stack sends recovery points to a logically air-gapped vault.");
    },
});

export const planCoversDataStores = stackPolicy({
    name: "aws-backup-plan-covers-data-stores",
    title: "Every data store is taken in by a backup plan",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [...ALWAYS_BACKED_UP, ...BACKED_UP_IF_CRITICAL],
    reads: [SELECTION, PLAN],
    why: "A store that no selection names is not backed up, and nobody notices before the day it is needed.",
    fix: "Give the store the tag, or the ARN, that a backup Selection takes in; tag it backup 'central' where another stack's plan does, or 'not-required' where nothing in it is worth keeping.",
    references: [
        "aws-config:dynamodb-in-backup-plan",
        "aws-config:ebs-in-backup-plan",
        "aws-config:efs-in-backup-plan",
        "aws-config:rds-in-backup-plan",
        "aws-config:dynamodb-resources-protected-by-backup-plan",
        "aws-config:ebs-resources-protected-by-backup-plan",
        "aws-config:efs-resources-protected-by-backup-plan",
        "aws-config:rds-resources-protected-by-backup-plan",
        "aws-config:s3-resources-protected-by-backup-plan",
        "aws-config:fsx-resources-protected-by-backup-plan",
        "aws-config:ec2-resources-protected-by-backup-plan",
        "checkov:CKV2_AWS_8",
        "checkov:CKV2_AWS_9",
        "checkov:CKV2_AWS_18",
        "fsbp:RDS.26",
        "fsbp:DynamoDB.4",
        "fsbp:EFS.2",
        "fsbp:EC2.28",
    ],
    checkResource(c) {
        const tag = c.tagged("backup", "not-required", "central");
        const critical = (BACKED_UP_IF_CRITICAL as readonly string[]).includes(c.type) ? c.tagged("backup", "critical") : true;
        if (tag === true || critical === false || c.has("replicateSourceDb")) {
            c.notApplicable("holds nothing of its own to recover, or is backed up elsewhere");
            return;
        }
        const asked = and(tag === UNKNOWN ? UNKNOWN : true, critical);
        if (asked !== UNKNOWN && c.graph.of(SELECTION).length === 0) {
            c.advice("", "No backup selection of this stack takes in the store: its backups are left to the service itself, or to another stack.");
            c.partial("no backup selection in this stack");
            return;
        }
        c.require(
            or(asked === UNKNOWN ? UNKNOWN : false, isSelected(c.graph, c.resource)),
            "",
            "No backup selection of this stack takes in the store.",
        );
    },
});
