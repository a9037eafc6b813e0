import { mustByType } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { customerKey } from "../shared/customer-keys";

export const filesystemEncrypted = mustByType({
    name: "aws-filesystem-encrypted-at-rest",
    title: "File systems are encrypted at rest",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    why: "Files on an unencrypted file system lie in plain text on AWS's disks and in every backup, and encryption cannot be switched on later.",
    fix: "Set encrypted to true on the EFS file system; where requireCustomerKey is on, set kmsKeyId too.",
    references: [
        "aws-config:efs-encrypted-check",
        "checkov:CKV_AWS_42",
        "checkov:CKV_AWS_184",
        "checkov:CKV_AWS_178",
        "checkov:CKV_AWS_179",
        "checkov:CKV_AWS_190",
        "checkov:CKV_AWS_203",
        "cdk-nag:AwsSolutions-EFS1",
        "fsbp:EFS.1",
        "fsbp:EFS.8",
    ],
    settings: {
        requireCustomerKey: {
            type: "boolean",
            default: false,
            description: "Ask for a customer-managed key on every file system, FSx and EFS replicas among them.",
        },
    },
    facts({ requireCustomerKey }) {
        const message = "The file system does not use a customer-managed key.";
        // FSx and the replicas of EFS are always encrypted.
        const key = requireCustomerKey ? ([customerKey("kmsKeyId", message)] as const) : [];
        return {
            "aws:efs/fileSystem:FileSystem": [on("encrypted", false, "The file system is not encrypted."), ...key],
            "aws:efs/replicationConfiguration:ReplicationConfiguration": requireCustomerKey ? [customerKey("destination.kmsKeyId", message)] : [],
            "aws:fsx/windowsFileSystem:WindowsFileSystem": key,
            "aws:fsx/ontapFileSystem:OntapFileSystem": key,
            "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": key,
            "aws:fsx/lustreFileSystem:LustreFileSystem": key,
        };
    },
});
