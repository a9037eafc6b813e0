import { resourcePolicy } from "../../src/policy/definition";
import { is, not } from "../../src/policy/unknown";

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

export const rdsBackupsSurviveDeletion = resourcePolicy({
    name: "aws-rds-backups-survive-deletion",
    title: "A database that is deleted leaves a final snapshot behind",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
    ],
    why: "A destroy that was not meant, or was meant by an intruder, takes the data and its automated backups with it.",
    fix: "Leave skipFinalSnapshot out and set finalSnapshotIdentifier; on RDS set deleteAutomatedBackups to false besides.",
    references: ["aws-config:db-instance-backup-enabled", "fsbp:RDS.11"],
    check(c) {
        if (c.estate.ephemeral || c.has("replicateSourceDb") || c.has("replicationSourceIdentifier")) {
            c.notApplicable("a replica, or a stack that is thrown away within days");
            return;
        }
        const kept = c.require(not(c.on("skipFinalSnapshot", false)), "skipFinalSnapshot", "The database is deleted without a final snapshot.");
        if (kept === true && !c.has("finalSnapshotIdentifier")) {
            c.advice("finalSnapshotIdentifier", "Without finalSnapshotIdentifier, deletion fails for want of a name for the final snapshot.");
        }
        if (c.type.startsWith("aws:rds/") && c.on("deleteAutomatedBackups", true) === true) {
            c.advice("deleteAutomatedBackups", "Automated backups, and with them recovery to a point in time, end with the database.");
        }
    },
});
