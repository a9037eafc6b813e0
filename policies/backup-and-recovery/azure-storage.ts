import { stackPolicy } from "../../src/policy/definition";
import { exempt, must } from "../../src/policy/factories";
import { atLeast, fact, off, on } from "../../src/policy/facts";
import { type Linked, linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { asNumber } from "../../src/policy/check";
import { read, text, truth } from "../../src/policy/values";
import { ofSameParent } from "../shared/azure-parents";
import { judgeBlobService, nothingToRecover } from "../shared/azure-storage";
import { thrownAway } from "../shared/ephemeral";

export const storageBlobSoftDelete = stackPolicy({
    name: "azure-storage-blob-soft-delete",
    title: "Storage accounts keep deleted blobs and containers for the minimum time",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:storage:BlobServiceProperties", "azure-native:storage:StorageAccount"],
    why: "An account made by a program keeps nothing of what is deleted or overwritten in it, by ransomware or by mistake.",
    fix: "Add BlobServiceProperties for the account with deleteRetentionPolicy and containerDeleteRetentionPolicy enabled for the setting minDays.",
    references: ["checkov:CKV2_AZURE_38"],
    settings: {
        minDays: {
            type: "integer",
            minimum: 1,
            maximum: 365,
            default: 7,
            description: "Days for which deleted blobs and containers can be brought back.",
        },
    },
    checkResource(c) {
        const { minDays } = c.settings;
        judgeBlobService(c, account => nothingToRecover(c, account), "No BlobServiceProperties of the account switches soft delete on.", [
            on("deleteRetentionPolicy.enabled", false, "Deleted blobs are not kept."),
            atLeast("deleteRetentionPolicy.days", minDays, undefined, `Deleted blobs are kept for fewer than ${String(minDays)} days.`),
            off("deleteRetentionPolicy.allowPermanentDelete", false, "Deleted blobs can be purged before their time is up."),
            on("containerDeleteRetentionPolicy.enabled", false, "Deleted containers are not kept."),
            atLeast("containerDeleteRetentionPolicy.days", minDays, undefined, `Deleted containers are kept for fewer than ${String(minDays)} days.`),
        ]);
    },
});

const CONTAINER = "azure-native:storage:BlobContainer";
const CONTAINER_POLICY = "azure-native:storage:BlobContainerImmutabilityPolicy";
const IMMUTABLE = "immutableStorageWithVersioning";

export const storageBackupImmutability = stackPolicy({
    name: "azure-storage-backup-immutability",
    title: "Storage that holds backups or records cannot be changed for the minimum time",
    commitment: "backup-and-recovery",
    topic: "backup-immutability",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:storage:StorageAccount"],
    reads: [CONTAINER, CONTAINER_POLICY],
    why: "Backups and records that an administrator can overwrite are no help once an attacker holds the administrator's account.",
    fix: "Set immutableStorageWithVersioning with an immutabilityPolicy of at least the setting minDays, and lock it by a later update.",
    references: [],
    settings: {
        minDays: { type: "integer", minimum: 1, default: 30, description: "Days for which blobs must be immutable." },
        requireLocked: { type: "boolean", default: false, description: "Ask that the policy is locked, which cannot be undone." },
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const asked = c.tagged("purpose", "backup", "records", "audit");
        const spared = asked === false ? "not tagged for backups, records or audit" : thrownAway(c);
        if (typeof spared === "string") {
            c.notApplicable(spared);
            return;
        }
        const lasts = (days: ReturnType<typeof read>): Answer => is(asNumber(days), n => n !== undefined && n >= settings.minDays);
        const account = (...states: readonly string[]): Answer =>
            and(
                c.on(`${IMMUTABLE}.enabled`, false),
                lasts(c.get(`${IMMUTABLE}.immutabilityPolicy.immutabilityPeriodSinceCreationInDays`)),
                c.oneOf(`${IMMUTABLE}.immutabilityPolicy.state`, states, "Disabled"),
            );
        const containers = graph.into(resource, CONTAINER, "accountName");
        // A container's policy is made unlocked; whether somebody locked it afterwards is not in the program.
        const byContainers = and(
            someContainer(containers),
            ...[...containers.certain, ...containers.possible].map(container =>
                linkedSatisfies(
                    ofSameParent(
                        graph,
                        graph.into(container, CONTAINER_POLICY, "containerName"),
                        container,
                        "accountName",
                        "azure-native:storage:StorageAccount",
                    ),
                    policy => lasts(read(policy.props, "immutabilityPeriodSinceCreationInDays")),
                ),
            ),
            settings.requireLocked ? UNKNOWN : true,
        );
        const locked = account("Locked");
        const met = settings.requireLocked ? or(locked, byContainers) : or(account("Locked", "Unlocked"), byContainers);
        c.require(
            or(not(asked), met),
            IMMUTABLE,
            `Neither the account nor each of its containers has an immutability policy of ${String(settings.minDays)} days.`,
        );
        if (met === true && locked !== true) c.partial("the immutability policy is not locked");
    },
});

/** Is there a container at all? */
function someContainer({ certain, possible }: Linked): Answer {
    return certain.length > 0 ? true : possible.length > 0 ? UNKNOWN : false;
}

export const storageBlobVersioning = stackPolicy({
    name: "azure-storage-blob-versioning",
    title: "Storage accounts keep earlier versions of their blobs",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:storage:BlobServiceProperties", "azure-native:storage:StorageAccount"],
    why: "With versions and a change feed, what ransomware overwrote can be found and brought back blob by blob.",
    fix: "Set isVersioningEnabled and changeFeed.enabled in the account's BlobServiceProperties.",
    references: [],
    settings: { requireRestorePolicy: { type: "boolean", default: false, description: "Ask for point-in-time restore of block blobs too." } },
    checkResource(c) {
        // Accounts with a hierarchical namespace cannot keep versions.
        const spares = (account: Parameters<typeof nothingToRecover>[1]): Answer =>
            or(nothingToRecover(c, account), truth(read(account.props, "isHnsEnabled")) ?? false);
        judgeBlobService(c, spares, "No BlobServiceProperties of the account switches versioning on.", [
            on("isVersioningEnabled", false, "Earlier versions of blobs are not kept."),
            on("changeFeed.enabled", false, "The account keeps no feed of what changed."),
            ...(c.settings.requireRestorePolicy ? [on("restorePolicy.enabled", false, "Containers cannot be restored to a point in time.")] : []),
        ]);
    },
});

export const storageRedundant = must({
    name: "azure-storage-redundant",
    title: "Storage accounts keep copies in more than one data centre",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:storage:StorageAccount"],
    why: "Locally redundant storage is lost with the one building that it stands in.",
    fix: "Set sku.name to one that ends in ZRS, GRS or GZRS.",
    references: ["azure-policy:bf045164-79ba-4215-8f95-f8048dc1780b", "azure-policy:85b005b2-95fc-4953-b9cb-f9ee6427c754", "checkov:CKV_AZURE_206"],
    settings: {
        acceptedRedundancy: {
            type: "array",
            items: { type: "string" },
            default: ["ZRS", "GRS", "GZRS", "RAGRS", "RAGZRS"],
            description: "Endings of sku.name that will do.",
        },
    },
    unless: c =>
        c.estate.ephemeral ? "a stack that is thrown away" : exempt(c.tagged("backup", "not-required"), "holds nothing to recover, by its tags"),
    facts: ({ acceptedRedundancy }) => [
        fact("sku.name", "The account's data stands in one data centre only.", sku =>
            acceptedRedundancy.some(ending =>
                text(sku ?? "")
                    .toLowerCase()
                    .endsWith(`_${ending.toLowerCase()}`),
            ),
        ),
    ],
});
