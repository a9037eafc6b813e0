import { resourcePolicy } from "../../src/policy/definition";
import { is } from "../../src/policy/unknown";

export const rdsBackupRetention = resourcePolicy({
    name: "aws-rds-backup-retention",
    title: "Databases keep automated backups for the minimum retention",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:docdb/elasticCluster:ElasticCluster",
        "aws:neptune/cluster:Cluster",
    ],
    why: "Without automated backups a database cannot be brought back to a moment before an attack or a mistake.",
    fix: "Set backupRetentionPeriod to at least the setting minRetentionDays.",
    references: [
        "aws-config:db-instance-backup-enabled",
        "aws-config:neptune-cluster-backup-retention-check",
        "checkov:CKV_AWS_133",
        "checkov:CKV_AWS_360",
        "checkov:CKV_AWS_361",
        "cdk-nag:AwsSolutions-RDS13",
        "cdk-nag:AwsSolutions-DOC4",
        "cdk-nag:AwsSolutions-N3",
        "fsbp:RDS.11",
        "fsbp:DocumentDB.2",
        "fsbp:Neptune.5",
    ],
    settings: { minRetentionDays: { type: "integer", minimum: 1, default: 7, description: "Days for which automated backups must be kept." } },
    check({ type, number, has, settings, require, notApplicable }) {
        // A read replica's backups are its source's.
        if (has("replicateSourceDb")) {
            notApplicable("a read replica");
            return;
        }
        const absent = type === "aws:rds/instance:Instance" ? 0 : 1;
        const days = is(number("backupRetentionPeriod", absent), d => d !== undefined && d >= settings.minRetentionDays);
        require(days, "backupRetentionPeriod", `Automated backups are kept for fewer than ${String(settings.minRetentionDays)} days.`);
    },
});
