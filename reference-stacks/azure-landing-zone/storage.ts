import type * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

import { kept, location, name, retention, suffix } from "./config";
import { privateEndpoint } from "./network";

/** An account, and its blob service, which has diagnostic settings of its own. */
interface Storage {
    account: storage.StorageAccount;
    blobs: storage.BlobServiceProperties;
}

/**
 * A zone- and geo-redundant account without public access, keys or anonymous reading. Deleted blobs and containers can be brought back.
 * `overrides` adds what only one account has, such as its own key.
 */
export function storageAccount(
    role: string,
    group: resources.ResourceGroup,
    tags: Record<string, string>,
    overrides: Partial<storage.StorageAccountArgs> = {},
    dependsOn: pulumi.Resource[] = [],
): Storage {
    const account = new storage.StorageAccount(
        role,
        {
            resourceGroupName: group.name,
            accountName: pulumi.interpolate`st${name}${role}${suffix}`,
            location,
            kind: "StorageV2",
            sku: { name: "Standard_GZRS" },
            minimumTlsVersion: "TLS1_2",
            enableHttpsTrafficOnly: true,
            allowBlobPublicAccess: false,
            allowSharedKeyAccess: false,
            defaultToOAuthAuthentication: true,
            allowCrossTenantReplication: false,
            allowedCopyScope: "AAD",
            isLocalUserEnabled: false,
            isSftpEnabled: false,
            // Azure Backup and Network Watcher come in as trusted services; everybody else by the private endpoint.
            publicNetworkAccess: "Enabled",
            networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
            ...overrides,
            tags,
        },
        { ...kept, dependsOn },
    );
    const blobs = new storage.BlobServiceProperties(role, {
        resourceGroupName: group.name,
        accountName: account.name,
        blobServicesName: "default",
        isVersioningEnabled: true,
        changeFeed: { enabled: true },
        deleteRetentionPolicy: { enabled: true, days: retention.days, allowPermanentDelete: false },
        containerDeleteRetentionPolicy: { enabled: true, days: retention.days },
    });
    privateEndpoint(`storage-${role}`, account.id, "blob", ["privatelink.blob.core.windows.net"]);
    return { account, blobs };
}
