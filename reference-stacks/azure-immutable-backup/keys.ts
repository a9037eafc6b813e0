import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import { grant, groups, kept, location, lock, name, pairedLocation, suffix, tags, tenantId } from "./config";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;

interface KeyRing {
    vault: keyvault.Vault;
    /** The identity that the data stores use the keys with. */
    identity: managedidentity.UserAssignedIdentity;
    identityId: pulumi.Output<string>;
    mayUseKeys: pulumi.Resource;
}

/** A key vault in one location that cannot be purged, and an identity that may wrap and unwrap with its keys. */
function keyRing(id: string, place: string): KeyRing {
    const vault = new keyvault.Vault(
        id,
        {
            resourceGroupName,
            vaultName: pulumi.interpolate`kv-${name}-${id === "keys" ? "a" : "b"}-${suffix}`,
            location: place,
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
    diagnostics(id, vault.id);
    lock(id, vault.id);
    privateEndpoint(id, vault.id, "vault", ["privatelink.vaultcore.azure.net"]);
    const resourceName = `id-${name}-${id}`;
    const identity = new managedidentity.UserAssignedIdentity(id, { resourceGroupName, resourceName, location: place, tags });
    return {
        vault,
        identity,
        identityId: identity.id,
        mayUseKeys: grant(id, identity.principalId, "Key Vault Crypto Service Encryption User", vault.id),
    };
}
export const here = keyRing("keys", location);
export const paired = keyRing("paired-keys", pairedLocation);

/** A key that renews itself every 11 months; the stores follow to the newest version. Old versions stay, as old backups need them. */
export function key(ring: KeyRing, keyName: string): keyvault.Key {
    return new keyvault.Key(
        `${ring === here ? "" : "paired-"}${keyName}`,
        {
            resourceGroupName,
            vaultName: ring.vault.name,
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
