import { exempt, must, mustByType } from "../../src/policy/factories";
import { atLeast, atMost, off, on } from "../../src/policy/facts";
import { not, or } from "../../src/policy/unknown";

export const kmsKeyRotation = must({
    name: "aws-kms-key-rotation-enabled",
    title: "Keys rotate by themselves",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:kms/key:Key"],
    why: "A key that never changes protects ever more data, and a leak of it opens all of that.",
    fix: "Set enableKeyRotation to true.",
    remedies: [{ path: "enableKeyRotation", value: true }],
    references: ["aws-config:cmk-backing-key-rotation-enabled", "checkov:CKV_AWS_7", "cdk-nag:AwsSolutions-KMS5", "fsbp:KMS.4"],
    settings: {
        maxRotationDays: { type: "integer", minimum: 90, maximum: 2560, default: 365, description: "Days after which a key must have rotated." },
    },
    unless: c =>
        exempt(
            or(
                not(c.oneOf("customerMasterKeySpec", ["SYMMETRIC_DEFAULT"], "SYMMETRIC_DEFAULT")),
                not(c.oneOf("keyUsage", ["ENCRYPT_DECRYPT"], "ENCRYPT_DECRYPT")),
                c.has("customKeyStoreId"),
            ),
            "a key that KMS cannot rotate",
        ),
    facts: ({ maxRotationDays }) => [
        on("enableKeyRotation", false, "The key does not rotate."),
        atMost("rotationPeriodInDays", maxRotationDays, 365, "The key rotates too seldom."),
    ],
});

const ENABLED = "The key is disabled, and nothing that it encrypts can be read.";

export const kmsKeyDeletionGuarded = mustByType({
    name: "aws-kms-key-deletion-guarded",
    title: "Keys cannot be deleted in haste, and stay enabled",
    commitment: "standards-met",
    topic: "deletion-protection",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "When a key is gone, so is everything that it encrypts, backups among it; the waiting time is the only way back.",
    fix: "Leave deletionWindowInDays out or set it to 30, and leave the key enabled.",
    remedies: [{ path: "deletionWindowInDays", value: 30 }],
    references: ["aws-config:kms-cmk-not-scheduled-for-deletion", "checkov:CKV_AWS_227", "fsbp:KMS.3"],
    settings: {
        minDeletionWindowDays: { type: "integer", minimum: 7, maximum: 30, default: 30, description: "Days that must pass before a key is deleted." },
    },
    facts({ minDeletionWindowDays }) {
        const guarded = [
            atLeast("deletionWindowInDays", minDeletionWindowDays, 30, "The key is deleted too soon after the order."),
            off("bypassPolicyLockoutSafetyCheck", false, "The key's policy may lock its own account out."),
        ] as const;
        const copies = [...guarded, on("enabled", true, ENABLED)] as const;
        return {
            "aws:kms/key:Key": [...guarded, on("isEnabled", true, ENABLED)],
            "aws:kms/replicaKey:ReplicaKey": copies,
            "aws:kms/externalKey:ExternalKey": copies,
            "aws:kms/replicaExternalKey:ReplicaExternalKey": copies,
        };
    },
});
