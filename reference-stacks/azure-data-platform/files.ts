import * as storage from "@pulumi/azure-native/storage";

import { groups, kept, lock, patientData } from "./config";
import { key, keyUser, vaultUri } from "./keys";
import { diagnostics } from "./logs";
import { storageAccount } from "./storage";

// What suppliers and trusts send and take as files. The pipelines read it, the functions write it.
const filesKey = key("files");
const { account, blobs } = storageAccount(
    "data",
    groups.data,
    { ...patientData, purpose: "exchange" },
    ["blob"],
    {
        identity: { type: "UserAssigned", userAssignedIdentities: [keyUser.id] },
        encryption: {
            keySource: "Microsoft.Keyvault",
            keyVaultProperties: { keyName: filesKey.name, keyVaultUri: vaultUri },
            encryptionIdentity: { encryptionUserAssignedIdentity: keyUser.id },
            requireInfrastructureEncryption: true,
            services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
        },
    },
    [keyUser.mayUseKeys],
);
export const files = account;
lock("files", files.id);
diagnostics("files", blobs.id, ["StorageRead", "StorageWrite", "StorageDelete"]);
for (const containerName of ["received", "to-send"]) {
    new storage.BlobContainer(
        containerName,
        { resourceGroupName: groups.data.name, accountName: files.name, containerName, publicAccess: "None" },
        kept,
    );
}
