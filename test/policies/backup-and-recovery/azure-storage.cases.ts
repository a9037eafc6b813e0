import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const storageAccount = of("azure-native:storage:StorageAccount");
const blobService = of("azure-native:storage:BlobServiceProperties");
const container = of("azure-native:storage:BlobContainer");
const containerPolicy = of("azure-native:storage:BlobContainerImmutabilityPolicy");

const resourceGroupName = "rg-records";
const accountName = "records";

const account = (props: CaseProps<"azure-native:storage:StorageAccount"> = {}) =>
    storageAccount({ resourceGroupName, accountName, kind: "StorageV2", sku: { name: "Standard_GZRS" }, ...props });
const service = (props: CaseProps<"azure-native:storage:BlobServiceProperties">) => blobService({ resourceGroupName, accountName, ...props });

const kept = { enabled: true, days: 14 };
const softDelete = { deleteRetentionPolicy: kept, containerDeleteRetentionPolicy: kept };

/** A service tied to an account whose name is made up. */
function linked(props: CaseProps<"azure-native:storage:BlobServiceProperties">): readonly CaseResource[] {
    const one = storageAccount({ resourceGroupName, kind: "StorageV2" });
    return [one, blobService({ accountName: UNKNOWN, ...props }, { accountName: one })];
}

const backups = { purpose: "backup" };
const immutable = (immutabilityPolicy: { state?: string | typeof UNKNOWN; immutabilityPeriodSinceCreationInDays?: number | typeof UNKNOWN }) =>
    account({ tags: backups, immutableStorageWithVersioning: { enabled: true, immutabilityPolicy } });
const daily = (props: CaseProps<"azure-native:storage:BlobContainer"> = {}) =>
    container({ resourceGroupName, accountName, containerName: "daily", ...props });
const worm = (props: CaseProps<"azure-native:storage:BlobContainerImmutabilityPolicy"> = {}) =>
    containerPolicy({ resourceGroupName, accountName, containerName: "daily", immutabilityPeriodSinceCreationInDays: 30, ...props });

export const cases: Cases = {
    "azure-storage-blob-soft-delete": {
        compliant: {
            "an account and its service, by dependency": linked(softDelete),
            "by name": [account(), service(softDelete)],
            "a service whose account is in another stack": service(softDelete),
            "the shortest time allowed": service({
                deleteRetentionPolicy: { enabled: true, days: 7, allowPermanentDelete: false },
                containerDeleteRetentionPolicy: { enabled: true, days: 7 },
            }),
        },
        violating: {
            "an account with no service": [account(), ""],
            "an account whose name another service bears in another group": [
                [account(), service({ ...softDelete, resourceGroupName: "rg-other" })],
                "",
            ],
            "a service that says nothing": [service({}), "deleteRetentionPolicy.enabled"],
            "blobs not kept": [service({ ...softDelete, deleteRetentionPolicy: { enabled: false } }), "deleteRetentionPolicy.enabled"],
            "containers not kept": [service({ deleteRetentionPolicy: kept }), "containerDeleteRetentionPolicy.enabled"],
            "for too few days": [service({ ...softDelete, deleteRetentionPolicy: { enabled: true, days: 3 } }), "deleteRetentionPolicy.days"],
            "purging allowed": [
                service({ ...softDelete, deleteRetentionPolicy: { ...kept, allowPermanentDelete: true } }),
                "deleteRetentionPolicy.allowPermanentDelete",
            ],
            "a longer minimum by setting": {
                resources: [service(softDelete)],
                settings: { minDays: 30 },
                property: "containerDeleteRetentionPolicy.days",
            },
        },
        undetermined: {
            "days known only after the update": [
                service({ ...softDelete, deleteRetentionPolicy: { enabled: true, days: UNKNOWN } }),
                "deleteRetentionPolicy.days",
            ],
            "a service of an account not known yet": [[account(), service({ ...softDelete, accountName: UNKNOWN })], ""],
            "tags known only after the update": [account({ tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "an account of file shares": account({ kind: "FileStorage" }),
            "logs, and their service": [account({ tags: { Purpose: "logs" } }), service({})],
            "nothing to recover": account({ tags: { backup: "not-required" } }),
        },
    },
    "azure-storage-backup-immutability": {
        compliant: {
            "locked on the account": immutable({ state: "Locked", immutabilityPeriodSinceCreationInDays: 30 }),
            "unlocked on the account": { resources: [immutable({ state: "Unlocked", immutabilityPeriodSinceCreationInDays: 90 })], partial: true },
            "on each container": { resources: [account({ tags: backups }), daily(), worm()], partial: true },
            "locked where that is asked": {
                resources: [immutable({ state: "Locked", immutabilityPeriodSinceCreationInDays: 30 })],
                settings: { requireLocked: true },
            },
        },
        violating: {
            "nothing said": [account({ tags: backups }), "immutableStorageWithVersioning"],
            "records, with a policy that is off": [
                immutable({ state: "Disabled", immutabilityPeriodSinceCreationInDays: 30 }),
                "immutableStorageWithVersioning",
            ],
            "a policy without a state": [immutable({ immutabilityPeriodSinceCreationInDays: 30 }), "immutableStorageWithVersioning"],
            "for too few days": [immutable({ state: "Locked", immutabilityPeriodSinceCreationInDays: 7 }), "immutableStorageWithVersioning"],
            "one of two containers without": [
                [account({ tags: backups }), daily(), worm(), daily({ containerName: "weekly" })],
                "immutableStorageWithVersioning",
            ],
            "a policy of a container of that name in another account": [
                [account({ tags: backups }), daily(), worm({ accountName: "other" })],
                "immutableStorageWithVersioning",
            ],
            "unlocked where locked is asked": {
                resources: [immutable({ state: "Unlocked", immutabilityPeriodSinceCreationInDays: 30 })],
                settings: { requireLocked: true },
                property: "immutableStorageWithVersioning",
            },
        },
        undetermined: {
            "a state known only after the update": [
                immutable({ state: UNKNOWN, immutabilityPeriodSinceCreationInDays: 30 }),
                "immutableStorageWithVersioning",
            ],
            "tags known only after the update": [account({ tags: UNKNOWN }), "immutableStorageWithVersioning"],
            "a policy of a container not known yet": [
                [account({ tags: backups }), daily(), worm({ containerName: UNKNOWN })],
                "immutableStorageWithVersioning",
            ],
            "containers, where locked is asked: nobody can lock them from here": {
                resources: [account({ tags: backups }), daily(), worm()],
                settings: { requireLocked: true },
                property: "immutableStorageWithVersioning",
            },
        },
        notApplicable: {
            "no tag": account(),
            "another purpose": account({ tags: { purpose: "website" } }),
            "a stack that is thrown away": { resources: [account({ tags: backups })], estate: { ephemeral: true } },
        },
    },
    "azure-storage-blob-versioning": {
        compliant: {
            "versions and a change feed": [account(), service({ isVersioningEnabled: true, changeFeed: { enabled: true } })],
            "by dependency": linked({ isVersioningEnabled: true, changeFeed: { enabled: true } }),
            "with restore where that is asked": {
                resources: [service({ isVersioningEnabled: true, changeFeed: { enabled: true }, restorePolicy: { enabled: true, days: 6 } })],
                settings: { requireRestorePolicy: true },
            },
        },
        violating: {
            "an account with no service": [account(), ""],
            "a service that says nothing": [service({}), "isVersioningEnabled"],
            "the default said outright": [service({ isVersioningEnabled: false, changeFeed: { enabled: true } }), "isVersioningEnabled"],
            "no change feed": [service({ isVersioningEnabled: true }), "changeFeed.enabled"],
            "no restore where that is asked": {
                resources: [service({ isVersioningEnabled: true, changeFeed: { enabled: true } })],
                settings: { requireRestorePolicy: true },
                property: "restorePolicy.enabled",
            },
        },
        undetermined: {
            "known only after the update": [service({ isVersioningEnabled: UNKNOWN, changeFeed: { enabled: true } }), "isVersioningEnabled"],
            "an account that may not be able to": [account({ isHnsEnabled: UNKNOWN }), ""],
        },
        notApplicable: {
            "a hierarchical namespace, which cannot": [account({ isHnsEnabled: true }), service({})],
            "an account of file shares": account({ kind: "FileStorage" }),
        },
    },
    "azure-storage-redundant": {
        compliant: {
            "zones and a second region": account(),
            zones: account({ sku: { name: "Premium_ZRS" } }),
            "a second region, readable": account({ sku: { name: "standard_ragrs" } }),
        },
        violating: {
            "one data centre": [account({ sku: { name: "Standard_LRS" } }), "sku.name"],
            "zones where two regions are asked": {
                resources: [account({ sku: { name: "Standard_ZRS" } })],
                settings: { acceptedRedundancy: ["GRS", "GZRS"] },
                property: "sku.name",
            },
        },
        undetermined: {
            "known only after the update": [account({ sku: { name: UNKNOWN } }), "sku.name"],
            "tags that may spare it": [account({ sku: { name: "Standard_LRS" }, tags: { backup: UNKNOWN } }), "sku.name"],
        },
        notApplicable: {
            "nothing to recover": account({ sku: { name: "Standard_LRS" }, tags: { Backup: "not-required" } }),
            "a stack that is thrown away": { resources: [account({ sku: { name: "Standard_LRS" } })], estate: { ephemeral: true } },
        },
    },
};
