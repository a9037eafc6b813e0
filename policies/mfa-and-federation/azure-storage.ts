import { must } from "../../src/policy/factories";
import { off } from "../../src/policy/facts";

export const storageSharedKeyDisabled = must({
    name: "azure-storage-shared-key-disabled",
    title: "Storage accounts are reached by identity, not by key",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:storage:StorageAccount"],
    why: "An account key opens everything for ever, past MFA and past every role.",
    fix: "Set allowSharedKeyAccess to false.",
    references: [
        "azure-policy:8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54",
        "azure-policy:fd9903f1-38c2-4d36-8e44-5c1c20c561e8",
        "checkov:CKV2_AZURE_40",
        "mcsb:IM-1",
    ],
    facts: [off("allowSharedKeyAccess", true, "The account's keys open it.")],
});
