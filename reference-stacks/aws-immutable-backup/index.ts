import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { alerts } from "./alerts";
import "./audit";
import { copies, critical, home, name, retentionDays, tags, type Place } from "./config";
import { databaseClusterArn, databaseSubnets } from "./data";
import { trust } from "./documents";
import { clients } from "./network";
import { airGappedVault, lockedVault, regionSettings } from "./vaults";
import { watched } from "./watched";

// Three places for every recovery point: the vault beside the data, a vault elsewhere, and one that AWS keeps out of reach.
const told = (id: string, place: Place) => alerts(id, place, watched, ["backup.amazonaws.com", "events.rds.amazonaws.com"]);
const topic = told("alerts", home);
const primary = lockedVault("vault", home, topic);
const copy = lockedVault("copy-vault", copies, told("copy-alerts", copies));
const airGapped = airGappedVault("air-gapped-vault");
regionSettings("settings", home);
regionSettings("copy-settings", copies);

const copyActions = (deleteAfter: number) =>
    [copy.arn, airGapped.arn].map(destinationVaultArn => ({ destinationVaultArn, lifecycle: { deleteAfter } }));
const rule = (ruleName: string, schedule: string, deleteAfter: number) => ({
    ruleName,
    targetVaultName: primary.vault.name,
    schedule,
    scheduleExpressionTimezone: "Europe/London",
    startWindow: 60,
    completionWindow: 720,
    lifecycle: { deleteAfter },
    recoveryPointTags: { ...tags, "backup-rule": ruleName },
});
const plan = new aws.backup.Plan(
    "plan",
    {
        name: `${name}-plan`,
        rules: [
            // Recovery to any second of the last weeks, for Aurora and S3. Continuous recovery points are not copied: the daily ones are.
            { ...rule("continuous", "cron(0 0 * * ? *)", retentionDays.daily), enableContinuousBackup: true },
            { ...rule("daily", "cron(0 1 * * ? *)", retentionDays.daily), copyActions: copyActions(retentionDays.daily) },
            { ...rule("weekly", "cron(0 3 ? * SUN *)", retentionDays.weekly), copyActions: copyActions(retentionDays.weekly) },
            { ...rule("monthly", "cron(0 5 1 * ? *)", retentionDays.monthly), copyActions: copyActions(retentionDays.monthly) },
        ],
        tags,
    },
    { dependsOn: [copy.vault, airGapped.vault] },
);

const managed = "arn:aws:iam::aws:policy";
const backupRole = new aws.iam.Role("backup", { name: `${name}-backup`, assumeRolePolicy: trust("backup.amazonaws.com"), tags });
const restoreRole = new aws.iam.Role("restore", { name: `${name}-restore-test`, assumeRolePolicy: trust("backup.amazonaws.com"), tags });
const attachments = [
    new aws.iam.RolePolicyAttachment("backup", {
        role: backupRole.name,
        policyArn: `${managed}/service-role/AWSBackupServiceRolePolicyForBackup`,
    }),
    new aws.iam.RolePolicyAttachment("backup-s3", { role: backupRole.name, policyArn: `${managed}/AWSBackupServiceRolePolicyForS3Backup` }),
];
const restoreAttachments = [
    new aws.iam.RolePolicyAttachment("restore", {
        role: restoreRole.name,
        policyArn: `${managed}/service-role/AWSBackupServiceRolePolicyForRestores`,
    }),
    new aws.iam.RolePolicyAttachment("restore-s3", { role: restoreRole.name, policyArn: `${managed}/AWSBackupServiceRolePolicyForS3Restore` }),
];

// Everything that carries the tag, and the database by its ARN.
new aws.backup.Selection(
    "critical",
    {
        name: `${name}-critical`,
        planId: plan.id,
        iamRoleArn: backupRole.arn,
        selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: critical.backup }],
    },
    { dependsOn: attachments },
);
new aws.backup.Selection(
    "database",
    { name: `${name}-database`, planId: plan.id, iamRoleArn: backupRole.arn, resources: [databaseClusterArn] },
    { dependsOn: attachments },
);

// A backup that was never restored is a hope. Every week one recovery point of each kind is restored, kept for a person to look at, and removed.
const restoreTests = new aws.backup.RestoreTestingPlan("restore-tests", {
    name: `${name.replace(/[^A-Za-z0-9]/g, "_")}_weekly`,
    scheduleExpression: "cron(0 6 ? * MON *)",
    scheduleExpressionTimezone: "Europe/London",
    startWindowHours: 4,
    recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [primary.arn],
        recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
        selectionWindowDays: 14,
    },
    tags,
});
const tested: Record<string, { arns: pulumi.Input<string>[]; overrides?: Record<string, pulumi.Input<string>> }> = {
    Aurora: { arns: [databaseClusterArn], overrides: { dbSubnetGroupName: databaseSubnets.name } },
    DynamoDB: { arns: ["*"] },
    EFS: { arns: ["*"] },
    S3: { arns: ["*"] },
};
for (const [type, { arns, overrides }] of Object.entries(tested)) {
    new aws.backup.RestoreTestingSelection(
        `restore-${type.toLowerCase()}`,
        {
            name: `critical_${type.toLowerCase()}`,
            restoreTestingPlanName: restoreTests.name,
            protectedResourceType: type,
            protectedResourceArns: arns,
            iamRoleArn: restoreRole.arn,
            validationWindowHours: 24,
            restoreMetadataOverrides: overrides,
        },
        { dependsOn: restoreAttachments },
    );
}

// Changes of the database itself: failure, failover, deletion, configuration.
new aws.rds.EventSubscription("database", {
    name: `${name}-database`,
    snsTopic: topic.arn,
    sourceType: "db-cluster",
    eventCategories: ["configuration change", "creation", "deletion", "failover", "failure", "maintenance", "notification"],
    enabled: true,
    tags,
});

export const clientSecurityGroupId = clients.id;
export const primaryVaultArn = primary.arn;
export const copyVaultArn = copy.arn;
export const airGappedVaultArn = airGapped.arn;
export const alertTopicArn = topic.arn;
