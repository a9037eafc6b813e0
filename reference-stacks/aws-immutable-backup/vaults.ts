import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { breakGlassRole, home, kept, lockGraceDays, name, retentionDays, tags, type Place } from "./config";
import { document } from "./documents";
import { key } from "./keys";

export interface Vault {
    name: string;
    arn: pulumi.Output<string>;
    vault: aws.backup.Vault;
}

/**
 * A vault with a key of its own, locked in compliance mode: after `lockGraceDays` nobody, the root user and AWS included, can delete a recovery
 * point before its time, shorten its retention or lift the lock.
 */
export function lockedVault(id: string, place: Place, topic: aws.sns.Topic): Vault {
    const { account, options, region } = place;
    const vaultName = `${name}-${id}`;
    const arn = pulumi.interpolate`arn:aws:backup:${region}:${account}:backup-vault:${vaultName}`;
    const source = pulumi.interpolate`arn:aws:iam::${home.account}:root`;

    const vaultKey = key(id, `Recovery points in the vault ${vaultName}`, place, [
        {
            Sid: "CopiesFromTheSourceAccount",
            Effect: "Allow",
            Principal: { AWS: source },
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: "*",
        },
        {
            Sid: "GrantsForAwsServices",
            Effect: "Allow",
            Principal: { AWS: source },
            Action: "kms:CreateGrant",
            Resource: "*",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
    ]);
    const vault = new aws.backup.Vault(id, { name: vaultName, kmsKeyArn: vaultKey.arn, tags }, kept(place));
    new aws.backup.VaultLockConfiguration(
        id,
        {
            backupVaultName: vault.name,
            changeableForDays: lockGraceDays,
            minRetentionDays: retentionDays.daily,
            maxRetentionDays: retentionDays.monthly,
        },
        kept(place),
    );
    new aws.backup.VaultPolicy(
        id,
        {
            backupVaultName: vault.name,
            policy: document([
                {
                    Sid: "DenyDeletionAndChange",
                    Effect: "Deny",
                    Principal: "*",
                    Action: [
                        "backup:DeleteBackupVault",
                        "backup:DeleteBackupVaultAccessPolicy",
                        "backup:DeleteRecoveryPoint",
                        "backup:PutBackupVaultAccessPolicy",
                        "backup:UpdateRecoveryPointLifecycle",
                    ],
                    Resource: "*",
                    Condition: { ArnNotEquals: { "aws:PrincipalArn": pulumi.interpolate`arn:aws:iam::${account}:role/${breakGlassRole}` } },
                },
                {
                    Sid: "CopiesFromTheSourceAccount",
                    Effect: "Allow",
                    Principal: { AWS: source },
                    Action: "backup:CopyIntoBackupVault",
                    Resource: "*",
                },
            ]),
        },
        options,
    );
    new aws.backup.VaultNotifications(
        id,
        {
            backupVaultName: vault.name,
            snsTopicArn: topic.arn,
            backupVaultEvents: [
                "BACKUP_JOB_FAILED",
                "BACKUP_JOB_EXPIRED",
                "COPY_JOB_FAILED",
                "RESTORE_JOB_FAILED",
                "RESTORE_JOB_COMPLETED",
                "RECOVERY_POINT_MODIFIED",
                "S3_BACKUP_OBJECT_FAILED",
            ],
        },
        options,
    );
    return { name: vaultName, arn, vault };
}

/** A vault that AWS keeps in an account of its own, locked from the start and encrypted with a key that this account cannot delete. */
export function airGappedVault(id: string): { arn: pulumi.Output<string>; vault: aws.backup.LogicallyAirGappedVault } {
    const vaultName = `${name}-${id}`;
    const vault = new aws.backup.LogicallyAirGappedVault(
        id,
        { name: vaultName, minRetentionDays: retentionDays.daily, maxRetentionDays: retentionDays.monthly, tags },
        kept(home),
    );
    return { arn: pulumi.interpolate`arn:aws:backup:${home.region}:${home.account}:backup-vault:${vaultName}`, vault };
}

/** Switches AWS Backup on for every kind of data, so that a resource with the right tag is never silently left out. */
export function regionSettings(id: string, place: Place): void {
    const services = [
        "Aurora",
        "DocumentDB",
        "DSQL",
        "DynamoDB",
        "EBS",
        "EC2",
        "EFS",
        "EKS",
        "FSx",
        "Neptune",
        "RDS",
        "Redshift",
        "Redshift Serverless",
        "S3",
    ];
    const others = ["CloudFormation", "SAP HANA on Amazon EC2", "Storage Gateway", "Timestream", "VirtualMachine"];
    new aws.backup.RegionSettings(
        id,
        {
            resourceTypeOptInPreference: Object.fromEntries([...services, ...others].map(service => [service, true])),
            resourceTypeManagementPreference: { CloudFormation: true, DSQL: true, DynamoDB: true, EFS: true },
        },
        place.options,
    );
}
