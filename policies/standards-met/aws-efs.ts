import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { deniesWithoutTls, policyDocument } from "../../src/policy/documents";
import { must, mustByType } from "../../src/policy/factories";
import { fact, given, on } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, is } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";

const POLICY = "aws:efs/fileSystemPolicy:FileSystemPolicy";

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

const WHOLE = "Whoever uses the access point sees the whole file system.";
const ANY_USER = "The access point lets its clients be any user.";

export const efsAccessPoint = must({
    name: "aws-efs-access-point-identity-and-root",
    title: "Access points fix the user and the directory",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:efs/accessPoint:AccessPoint"],
    why: "Without a user and a root of its own, an access point gives every client the whole file system, as root where it asks for that.",
    fix: "Set posixUser.uid (not 0) and posixUser.gid, and rootDirectory.path to a directory below '/'.",
    references: [
        "aws-config:efs-access-point-enforce-user-identity",
        "aws-config:efs-access-point-enforce-root-directory",
        "checkov:CKV_AWS_329",
        "checkov:CKV_AWS_330",
        "fsbp:EFS.3",
        "fsbp:EFS.4",
    ],
    facts: [
        fact("posixUser.uid", ANY_USER, uid => uid !== undefined && text(uid) !== "0"),
        given("posixUser.gid", ANY_USER),
        fact("rootDirectory.path", WHOLE, path => path !== undefined && !/^\/*$/.test(text(path))),
    ],
});

function refusesPlain(policy: Value | undefined): Answer {
    return deniesWithoutTls(policyDocument(policy), "elasticfilesystem:ClientMount", () => true);
}

export const efsMountsEncrypted = stackPolicy({
    name: "aws-efs-mounts-encrypted-and-authorised",
    title: "File systems are mounted over TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:efs/fileSystem:FileSystem", "aws:ecs/taskDefinition:TaskDefinition"],
    reads: [POLICY],
    why: "NFS has no encryption of its own, so that files travel in plain text unless the mount uses TLS.",
    fix: "Add a FileSystemPolicy that denies requests where aws:SecureTransport is false, and set efsVolumeConfiguration.transitEncryption to 'ENABLED'.",
    references: ["checkov:CKV_AWS_97", "fsbp:ECS.18"],
    checkResource({ type, graph, resource, all, require, requireAt }) {
        if (type === "aws:efs/fileSystem:FileSystem") {
            const policies = graph.into(resource, POLICY, "fileSystemId");
            require(linkedSatisfies(policies, policy =>
                refusesPlain(read(policy.props, "policy")),
            ), "", "No file system policy denies requests that come without TLS.");
            return;
        }
        for (const { path, value } of all("volumes[].efsVolumeConfiguration")) {
            const encrypted = is(value, volume => isOneOf(read(volume, "transitEncryption"), ["ENABLED"], "DISABLED"));
            requireAt(encrypted, `${path}.transitEncryption`, "The task mounts the file system in plain text.");
        }
    },
});
