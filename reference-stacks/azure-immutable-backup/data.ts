import * as compute from "@pulumi/azure-native/compute";
import * as postgresql from "@pulumi/azure-native/dbforpostgresql";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

import { database, groups, kept, location, lock, machine, name, patientData, retention, storageLockState, suffix, tags, tenantId } from "./config";
import { here, key, paired } from "./keys";
import { diagnostics, workspace } from "./logs";
import { subnetId, zone } from "./network";
import { storageAccount } from "./storage";

// The critical data. Each store also has the native protection that its service offers.
const resourceGroupName = groups.data.name;

// Documents: a storage account whose blobs can be neither changed nor deleted before their time.
const storageKey = key(here, "storage");
const { account, blobs } = storageAccount(
    "data",
    groups.data,
    { ...patientData, purpose: "records", backup: "vaulted" },
    {
        identity: { type: "UserAssigned", userAssignedIdentities: [here.identityId] },
        encryption: {
            keySource: "Microsoft.Keyvault",
            keyVaultProperties: { keyName: storageKey.name, keyVaultUri: here.vault.properties.vaultUri },
            encryptionIdentity: { encryptionUserAssignedIdentity: here.identityId },
            requireInfrastructureEncryption: true,
            services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
        },
        immutableStorageWithVersioning: {
            enabled: true,
            immutabilityPolicy: { state: storageLockState, immutabilityPeriodSinceCreationInDays: retention.days, allowProtectedAppendWrites: false },
        },
    },
    [here.mayUseKeys],
);
export const documents = account;
lock("documents", documents.id);
diagnostics("documents", blobs.id, ["StorageRead", "StorageWrite", "StorageDelete"]);
export const containerNames = ["documents", "images"];
export const containers = containerNames.map(
    containerName =>
        new storage.BlobContainer(
            containerName,
            {
                resourceGroupName,
                accountName: documents.name,
                containerName,
                publicAccess: "None",
                immutableStorageWithVersioning: { enabled: true },
            },
            kept,
        ),
);

// Records: a PostgreSQL server with a standby in another zone, private, and open to Entra identities only.
export const serverName = pulumi.interpolate`psql-${name}-${suffix}`;
export const server = new postgresql.Server(
    "records",
    {
        resourceGroupName,
        serverName,
        location,
        createMode: "Default",
        version: database.version,
        sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
        storage: { storageSizeGB: 128, autoGrow: "Enabled" },
        availabilityZone: "1",
        highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
        authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled", tenantId },
        backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
        network: {
            delegatedSubnetResourceId: subnetId("database"),
            privateDnsZoneArmResourceId: zone(`${name}.private.postgres.database.azure.com`).id,
        },
        identity: {
            type: "UserAssigned",
            userAssignedIdentities: pulumi.all([here.identityId, paired.identityId]).apply(ids => Object.fromEntries(ids.map(id => [id, {}]))),
        },
        dataEncryption: {
            type: "AzureKeyVault",
            primaryKeyURI: key(here, "database").keyUri,
            primaryUserAssignedIdentityId: here.identityId,
            geoBackupKeyURI: key(paired, "database").keyUri,
            geoBackupUserAssignedIdentityId: paired.identityId,
        },
        maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 0, startHour: 3, startMinute: 0 },
        tags: { ...patientData, criticality: "high", backup: "vaulted" },
    },
    { ...kept, dependsOn: [here.mayUseKeys, paired.mayUseKeys] },
);
lock("records", server.id);
diagnostics("records", server.id);
let previous: pulumi.Resource = new postgresql.AdministratorsMicrosoftEntra("records", {
    resourceGroupName,
    serverName: server.name,
    objectId: database.adminGroupId,
    principalName: database.adminGroupName,
    principalType: "Group",
    tenantId,
});
// The server takes one change at a time.
for (const [configurationName, value] of Object.entries({
    require_secure_transport: "on",
    ssl_min_protocol_version: "TLSv1.2",
    shared_preload_libraries: "pg_cron,pg_stat_statements,pgaudit",
    "pgaudit.log": "ddl,role,write",
    log_checkpoints: "on",
    log_connections: "on",
    log_disconnections: "on",
    "connection_throttle.enable": "on",
})) {
    previous = new postgresql.Configuration(
        configurationName.replace(/[._]/g, "-"),
        { resourceGroupName, serverName: server.name, configurationName, source: "user-override", value },
        { dependsOn: previous },
    );
}

// A machine with data on a disk of its own. It has no public address; people come in with Entra identities, from inside the network.
const diskEncryption = new compute.DiskEncryptionSet(
    "disks",
    {
        resourceGroupName,
        diskEncryptionSetName: `des-${name}`,
        location,
        encryptionType: "EncryptionAtRestWithCustomerKey",
        activeKey: { keyUrl: key(here, "disks").keyUri },
        rotationToLatestKeyVersionEnabled: true,
        identity: { type: "UserAssigned", userAssignedIdentities: [here.identityId] },
        tags,
    },
    { dependsOn: here.mayUseKeys },
);
const disk = new compute.Disk(
    "data",
    {
        resourceGroupName,
        diskName: `disk-${name}-data`,
        location,
        zones: ["1"],
        sku: { name: "Premium_LRS" },
        creationData: { createOption: "Empty" },
        diskSizeGB: 64,
        encryption: { type: "EncryptionAtRestWithCustomerKey", diskEncryptionSetId: diskEncryption.id },
        publicNetworkAccess: "Disabled",
        networkAccessPolicy: "DenyAll",
        tags: patientData,
    },
    kept,
);
const networkInterface = new network.NetworkInterface("machine", {
    resourceGroupName,
    networkInterfaceName: `nic-${name}`,
    location,
    enableIPForwarding: false,
    ipConfigurations: [{ name: "private", privateIPAllocationMethod: "Dynamic", subnet: { id: subnetId("workload") } }],
    tags,
});
export const vmName = `vm-${name}`;
export const virtualMachine = new compute.VirtualMachine(
    "machine",
    {
        resourceGroupName,
        vmName,
        location,
        zones: ["1"],
        identity: { type: "SystemAssigned" },
        hardwareProfile: { vmSize: machine.size },
        networkProfile: { networkInterfaces: [{ id: networkInterface.id, primary: true, deleteOption: "Detach" }] },
        securityProfile: {
            securityType: "TrustedLaunch",
            uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
            encryptionAtHost: true,
        },
        storageProfile: {
            imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
            osDisk: {
                name: `disk-${name}-os`,
                createOption: "FromImage",
                caching: "ReadWrite",
                deleteOption: "Detach",
                managedDisk: { storageAccountType: "Premium_LRS", diskEncryptionSet: { id: diskEncryption.id } },
            },
            dataDisks: [{ lun: 0, createOption: "Attach", deleteOption: "Detach", managedDisk: { id: disk.id } }],
        },
        osProfile: {
            computerName: vmName,
            adminUsername: "breakglass",
            allowExtensionOperations: true,
            linuxConfiguration: {
                disablePasswordAuthentication: true,
                provisionVMAgent: true,
                ssh: { publicKeys: [{ path: "/home/breakglass/.ssh/authorized_keys", keyData: machine.sshPublicKey }] },
                patchSettings: {
                    patchMode: "AutomaticByPlatform",
                    assessmentMode: "AutomaticByPlatform",
                    automaticByPlatformSettings: { rebootSetting: "IfRequired" },
                },
            },
        },
        diagnosticsProfile: { bootDiagnostics: { enabled: true } },
        tags,
    },
    kept,
);
const extensions = [
    { type: "AzureMonitorLinuxAgent", publisher: "Microsoft.Azure.Monitor", typeHandlerVersion: "1.33", enableAutomaticUpgrade: true },
    { type: "ConfigurationforLinux", publisher: "Microsoft.GuestConfiguration", typeHandlerVersion: "1.26", enableAutomaticUpgrade: true },
    { type: "GuestAttestation", publisher: "Microsoft.Azure.Security.LinuxAttestation", typeHandlerVersion: "1.0", enableAutomaticUpgrade: true },
    { type: "AADSSHLoginForLinux", publisher: "Microsoft.Azure.ActiveDirectory", typeHandlerVersion: "1.0" },
];
for (const extension of extensions) {
    new compute.VirtualMachineExtension(extension.type, {
        resourceGroupName,
        vmName: virtualMachine.name,
        vmExtensionName: extension.type,
        location,
        autoUpgradeMinorVersion: true,
        ...extension,
        tags,
    });
}
const collection = new monitor.DataCollectionRule("machine", {
    resourceGroupName: groups.operations.name,
    dataCollectionRuleName: `dcr-${name}`,
    location,
    kind: "Linux",
    dataSources: {
        syslog: [
            {
                name: "security",
                streams: ["Microsoft-Syslog"],
                facilityNames: ["auth", "authpriv", "daemon", "kern", "syslog"],
                logLevels: ["Notice", "Warning", "Error", "Critical", "Alert", "Emergency"],
            },
        ],
    },
    destinations: { logAnalytics: [{ name: "workspace", workspaceResourceId: workspace.id }] },
    dataFlows: [{ streams: ["Microsoft-Syslog"], destinations: ["workspace"] }],
    tags,
});
new monitor.DataCollectionRuleAssociation("machine", {
    resourceUri: virtualMachine.id,
    associationName: "security-logs",
    dataCollectionRuleId: collection.id,
});
