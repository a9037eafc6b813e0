import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { SELECTION, isSelected } from "../shared/backup-stores";

const BACKUP_POLICY = "aws:efs/backupPolicy:BackupPolicy";
const REPLICATION = "aws:efs/replicationConfiguration:ReplicationConfiguration";

export const efsBackupPolicyEnabled = stackPolicy({
    name: "aws-efs-backup-policy-enabled",
    title: "EFS file systems are backed up",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:efs/fileSystem:FileSystem"],
    reads: [BACKUP_POLICY, SELECTION, REPLICATION],
    why: "A file system made by code is not backed up unless something says so.",
    fix: "Add a BackupPolicy for the file system with backupPolicy.status 'ENABLED', or take it into a backup Selection.",
    references: ["aws-config:efs-in-backup-plan", "checkov:CKV2_AWS_18", "fsbp:EFS.7", "fsbp:EFS.2"],
    checkResource(c) {
        const exempt = c.tagged("backup", "not-required", "central");
        if (exempt === true) {
            c.notApplicable("holds nothing to recover, or another stack backs it up, by its tag");
            return;
        }
        const policies = c.graph.into(c.resource, BACKUP_POLICY, "fileSystemId");
        c.require(
            or(
                exempt === UNKNOWN ? UNKNOWN : false,
                linkedSatisfies(policies, p => isOneOf(read(p.props, "backupPolicy.status"), ["ENABLED"])),
                isSelected(c.graph, c.resource),
            ),
            "",
            "Neither a backup policy that is on nor a backup selection of this stack covers the file system.",
        );
        if (c.has("availabilityZoneName")) c.advice("availabilityZoneName", "One Zone storage is lost with its zone.");
        const sources = c.graph.into(c.resource, REPLICATION, "destination.fileSystemId");
        if (c.oneOf("protection.replicationOverwrite", ["DISABLED"]) === true && sources.certain.length + sources.possible.length === 0) {
            c.advice("protection.replicationOverwrite", "Replication from elsewhere may overwrite the file system.");
        }
    },
});
