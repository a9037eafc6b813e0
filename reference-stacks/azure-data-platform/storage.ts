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
 * A zone- and geo-redundant account without public access, keys or anonymous reading, with a private address for each of the services that are
 * used. Deleted blobs and containers can be brought back, and blobs to how they were at a point in time.
 * `overrides` adds what only one account has, such as its own key.
 */
export function storageAccount(
    role: string,
    group: resources.ResourceGroup,
    tags: Record<string, string>,
    services: ("blob" | "queue" | "table")[],
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
            // Network Watcher comes in as a trusted service; everybody else by a private endpoint.
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
        // Shorter than what keeps deleted blobs, as Azure asks.
        restorePolicy: { enabled: true, days: retention.days - 7 },
        containerDeleteRetentionPolicy: { enabled: true, days: retention.days },
    });
    for (const service of services) privateEndpoint(`${role}-${service}`, account.id, service, [`privatelink.${service}.core.windows.net`]);
    return { account, blobs };
}
