import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { bucket } from "./buckets";
import { copies, createReportsRole, home, name, retentionDays, tags } from "./config";
import { accessLogs } from "./data";
import { key } from "./keys";

// What AWS Backup Audit Manager checks every day, and the reports that an assessor can be shown.
const { account, region } = home;
const underscored = name.replace(/[^A-Za-z0-9]/g, "_");
const protectedTypes = ["Aurora", "DynamoDB", "EFS", "S3"];

const control = (controlName: string, parameters: Record<string, string | number> = {}, types?: string[]) => ({
    name: controlName,
    inputParameters: Object.entries(parameters).map(([parameter, value]) => ({ name: parameter, value: String(value) })),
    ...(types && { scope: { complianceResourceTypes: types } }),
});
const framework = new aws.backup.Framework("framework", {
    name: `${underscored}_framework`,
    description: "Backups are encrypted, locked, kept, copied and recent",
    controls: [
        control("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"),
        control("BACKUP_RECOVERY_POINT_ENCRYPTED"),
        control("BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", { requiredRetentionDays: retentionDays.daily }),
        control("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
            requiredFrequencyUnit: "days",
            requiredFrequencyValue: 1,
            requiredRetentionDays: retentionDays.daily,
        }),
        control("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", {}, protectedTypes),
        control("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", {}, protectedTypes),
        control("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", {}, protectedTypes),
        control(
            "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK",
            { minRetentionDays: retentionDays.daily, maxRetentionDays: retentionDays.monthly },
            protectedTypes,
        ),
        control("BACKUP_LAST_RECOVERY_POINT_CREATED", { recoveryPointAgeUnit: "days", recoveryPointAgeValue: 1 }, protectedTypes),
    ],
    tags,
});

// The reports' bucket. The role that writes to it must exist before a policy can name it.
const service = "reports.backup.amazonaws.com";
const reportsRole = createReportsRole ? [new aws.iam.ServiceLinkedRole("reports", { awsServiceName: service })] : [];
const reportsRoleArn = pulumi.interpolate`arn:aws:iam::${account}:role/aws-service-role/${service}/AWSServiceRoleForBackupReports`;
const reportsKey = key(
    "reports",
    "Reports on backups",
    home,
    [
        {
            Sid: "Reports",
            Effect: "Allow",
            Principal: { AWS: reportsRoleArn },
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: "*",
        },
    ],
    reportsRole,
);
const reportsName = pulumi.interpolate`${name}-reports-${account}-${region}`;
const reports = bucket(
    "reports",
    {
        name: reportsName,
        tags: { ...tags, purpose: "audit" },
        key: reportsKey,
        lockDays: retentionDays.monthly,
        accessLogs,
        statements: [
            {
                Sid: "Reports",
                Effect: "Allow",
                Principal: { AWS: reportsRoleArn },
                Action: "s3:PutObject",
                Resource: pulumi.interpolate`arn:aws:s3:::${reportsName}/*`,
                Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
            },
        ],
        dependsOn: reportsRole,
    },
    home,
);
for (const template of ["BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT", "CONTROL_COMPLIANCE_REPORT"]) {
    const ofControls = template === "CONTROL_COMPLIANCE_REPORT";
    new aws.backup.ReportPlan(template.toLowerCase().replace(/_/g, "-"), {
        name: `${underscored}_${template.toLowerCase()}`,
        description: "Daily evidence for the self-assessment",
        reportDeliveryChannel: { s3BucketName: reports.bucket.bucket, s3KeyPrefix: "backup", formats: ["CSV", "JSON"] },
        reportSetting: {
            reportTemplate: template,
            ...(ofControls ? { frameworkArns: [framework.arn], numberOfFrameworks: 1 } : { regions: [region, copies.region] }),
        },
        tags,
    });
}
