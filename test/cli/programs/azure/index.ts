import * as pulumi from "@pulumi/pulumi";
import * as authorization from "@pulumi/azure-native/authorization";
import * as compute from "@pulumi/azure-native/compute";
import * as containerservice from "@pulumi/azure-native/containerservice";
import * as dataprotection from "@pulumi/azure-native/dataprotection";
import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as network from "@pulumi/azure-native/network";
import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as random from "@pulumi/random";

const client = authorization.getClientConfigOutput();
const group = new resources.ResourceGroup("group", { resourceGroupName: "rg-records" });
const unnamed = new resources.ResourceGroup("unnamed");
const suffix = new random.RandomString("suffix", { length: 6, special: false });

// Linked by output, by literal name, and to nothing.
const byOutput = new storage.StorageAccount("by-output", {
    resourceGroupName: group.name,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    tags: { Role: "backup" },
});
new storage.BlobServiceProperties("by-output", {
    resourceGroupName: group.name,
    accountName: byOutput.name,
    blobServicesName: "default",
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 30 },
    containerDeleteRetentionPolicy: { enabled: true, days: 3 },
});
new storage.StorageAccount("by-name", {
    resourceGroupName: "rg-records",
    accountName: "strecords",
    kind: "StorageV2",
    sku: { name: "Standard_GZRS" },
});
new storage.BlobServiceProperties("by-name", {
    resourceGroupName: "RG-Records",
    accountName: "strecords",
    blobServicesName: "default",
    isVersioningEnabled: false,
});
new storage.StorageAccount("alone", {
    resourceGroupName: unnamed.name,
    accountName: pulumi.interpolate`st${suffix.result}`,
    kind: "StorageV2",
    sku: { name: suffix.result },
});

new keyvault.Vault("good", {
    resourceGroupName: group.name,
    properties: {
        tenantId: client.tenantId,
        sku: { family: "A", name: "standard" },
        enablePurgeProtection: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
    },
});
new keyvault.Vault("bad", {
    resourceGroupName: group.name,
    properties: { tenantId: client.tenantId, sku: { family: "A", name: "standard" }, softDeleteRetentionInDays: 7 },
});

const vault = new recoveryservices.Vault("vault", {
    resourceGroupName: group.name,
    sku: { name: "Standard" },
    properties: {
        securitySettings: {
            immutabilitySettings: { state: "Unlocked" },
            softDeleteSettings: { softDeleteState: "Enabled", softDeleteRetentionPeriodInDays: 14 },
        },
    },
});
new recoveryservices.Vault("secret", {
    resourceGroupName: group.name,
    sku: { name: "Standard" },
    properties: pulumi.secret({ securitySettings: { immutabilitySettings: { state: "Locked" } } }),
});
new dataprotection.BackupVault("backup", {
    resourceGroupName: group.name,
    properties: {
        storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
        securitySettings: { immutabilitySettings: { state: suffix.result }, softDeleteSettings: { state: "Off" } },
    },
});
const guard = new dataprotection.ResourceGuard("guard", {
    resourceGroupName: group.name,
    properties: { vaultCriticalOperationExclusionList: ["deleteProtection"] },
});
new recoveryservices.ResourceGuardProxy("guard", {
    resourceGroupName: group.name,
    vaultName: vault.name,
    resourceGuardProxyName: "VaultProxy",
    properties: { resourceGuardResourceId: guard.id },
});

const machine = (name: string, offer: string, options: pulumi.CustomResourceOptions = {}) =>
    new compute.VirtualMachine(
        name,
        {
            resourceGroupName: group.name,
            vmName: name,
            hardwareProfile: { vmSize: "Standard_D2s_v5" },
            storageProfile: {
                imageReference: { publisher: "Canonical", offer, sku: "server", version: "latest" },
                osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
            },
            osProfile: {
                computerName: name,
                linuxConfiguration: { patchSettings: { patchMode: name === "current" ? "AutomaticByPlatform" : "ImageDefault" } },
            },
            networkProfile: { networkInterfaces: [] },
            zones: name === "current" ? ["1"] : undefined,
        },
        options,
    );
const current = machine("current", "ubuntu-24_04-lts");
machine("old", "UbuntuServer", { dependsOn: current, protect: true });
new recoveryservices.ProtectedItem("current", {
    resourceGroupName: group.name,
    vaultName: vault.name,
    fabricName: "Azure",
    containerName: "iaasvmcontainer;iaasvmcontainerv2;rg-records;current",
    protectedItemName: "vm;iaasvmcontainerv2;rg-records;current",
    properties: {
        protectedItemType: "Microsoft.Compute/virtualMachines",
        sourceResourceId: current.id,
        policyId: pulumi.interpolate`${vault.id}/backupPolicies/daily`,
    },
});
const cluster = new containerservice.ManagedCluster("cluster", {
    resourceGroupName: group.name,
    kubernetesVersion: "1.24",
    agentPoolProfiles: [{ name: "system", mode: "System", count: 3, vmSize: "Standard_D2s_v5", orchestratorVersion: suffix.result }],
    autoUpgradeProfile: { upgradeChannel: "none" },
});
new containerservice.AgentPool("pool", { resourceGroupName: group.name, resourceName: cluster.name, mode: "User", osSKU: "CBLMariner" });
new dbforpostgresql.Server("database", { resourceGroupName: group.name, version: "12", createMode: "Default" });
new dbforpostgresql.Server("unknown", { resourceGroupName: group.name, version: suffix.result });
new network.PublicIPAddress("basic", { resourceGroupName: group.name, sku: { name: "Basic" } });
new network.PublicIPAddress("standard", { resourceGroupName: group.name, sku: { name: "Standard" }, zones: ["1", "2", "3"] });
export const vaultId = vault.id;
