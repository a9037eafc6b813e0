import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import { grant, groups, kept, location, lock, name, suffix, tags, tenantId } from "./config";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;

// A key vault that cannot be purged, and the identity with which the stores wrap and unwrap with its keys.
export const vaultName = pulumi.interpolate`kv-${name}-${suffix}`;
export const vault = new keyvault.Vault(
    "keys",
    {
        resourceGroupName,
        vaultName,
        location,
        properties: {
            tenantId,
            sku: { family: "A", name: "premium" },
            enableRbacAuthorization: true,
            enableSoftDelete: true,
            softDeleteRetentionInDays: 90,
            enablePurgeProtection: true,
            publicNetworkAccess: "Disabled",
            networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
        },
        tags,
    },
    kept,
);
export const vaultUri = pulumi.interpolate`https://${vaultName}.vault.azure.net/`;
diagnostics("keys", vault.id);
lock("keys", vault.id);
privateEndpoint("keys", vault.id, "vault", ["privatelink.vaultcore.azure.net"]);

const identity = new managedidentity.UserAssignedIdentity("keys", { resourceGroupName, resourceName: `id-${name}-keys`, location, tags });
export const keyUser = {
    id: identity.id,
    mayUseKeys: grant("keys", identity.principalId, "Key Vault Crypto Service Encryption User", vault.id),
};

/** A key that renews itself every 11 months; the stores follow to the newest version. Old versions stay, as old backups need them. */
export function key(keyName: string): keyvault.Key {
    return new keyvault.Key(
        keyName,
        {
            resourceGroupName,
            vaultName: vault.name,
            keyName,
            properties: {
                kty: "RSA-HSM",
                keySize: 3072,
                keyOps: ["wrapKey", "unwrapKey"],
                rotationPolicy: {
                    attributes: { expiryTime: "P1Y" },
                    lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P11M" } }],
                },
            },
            tags,
        },
        kept,
    );
}
