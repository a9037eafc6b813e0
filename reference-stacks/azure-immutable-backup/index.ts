import * as dataprotection from "@pulumi/azure-native/dataprotection";
import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";

import { routeBackupAlerts } from "./alerts";
import { backupGeoCode, grant, groups, kept, location, lock, name, resourceGuardId, retention, tags } from "./config";
import { containerNames, containers, documents, server, serverName, virtualMachine, vmName } from "./data";
import "./exercise";
import { diagnostics, workspace } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.backup.name;

// The vault of machines: locked, soft-deleting for ever, copied to the paired region. Azure's own key encrypts it, so that whoever destroys the
// data's keys does not destroy the backups with them.
const machineVault = new recoveryservices.Vault(
    "machines",
    {
        resourceGroupName,
        vaultName: `rsv-${name}`,
        location,
        sku: { name: "RS0", tier: "Standard" },
        identity: { type: "SystemAssigned" },
        properties: {
            publicNetworkAccess: "Disabled",
            redundancySettings: { standardTierStorageRedundancy: "GeoRedundant", crossRegionRestore: "Enabled" },
            securitySettings: {
                immutabilitySettings: { state: "Locked" },
                softDeleteSettings: { softDeleteState: "AlwaysON", softDeleteRetentionPeriodInDays: 30, enhancedSecurityState: "AlwaysON" },
            },
            monitoringSettings: {
                azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" },
                classicAlertSettings: { alertsForCriticalOperations: "Disabled" },
            },
        },
        tags,
    },
    kept,
);
lock("machines", machineVault.id);
diagnostics("machines", machineVault.id, [
    "CoreAzureBackup",
    "AddonAzureBackupJobs",
    "AddonAzureBackupPolicy",
    "AddonAzureBackupStorage",
    "AddonAzureBackupProtectedInstance",
    "AzureBackupOperations",
]);
// A vault takes private endpoints only before it protects anything.
const reachable = privateEndpoint("machines", machineVault.id, "AzureBackup", [
    `privatelink.${backupGeoCode}.backup.windowsazure.com`,
    "privatelink.blob.core.windows.net",
    "privatelink.queue.core.windows.net",
]);

const backupTime = "2026-01-01T01:00:00Z";
const machinePolicy = new recoveryservices.ProtectionPolicy("machines", {
    resourceGroupName,
    vaultName: machineVault.name,
    policyName: "machines-daily",
    properties: {
        backupManagementType: "AzureIaasVM",
        policyType: "V2",
        instantRpRetentionRangeInDays: 7,
        timeZone: "GMT Standard Time",
        schedulePolicy: {
            schedulePolicyType: "SimpleSchedulePolicyV2",
            scheduleRunFrequency: "Daily",
            dailySchedule: { scheduleRunTimes: [backupTime] },
        },
        retentionPolicy: {
            retentionPolicyType: "LongTermRetentionPolicy",
            dailySchedule: { retentionTimes: [backupTime], retentionDuration: { count: retention.days, durationType: "Days" } },
            weeklySchedule: {
                daysOfTheWeek: ["Sunday"],
                retentionTimes: [backupTime],
                retentionDuration: { count: retention.weeks, durationType: "Weeks" },
            },
            monthlySchedule: {
                retentionScheduleFormatType: "Weekly",
                retentionScheduleWeekly: { daysOfTheWeek: ["Sunday"], weeksOfTheMonth: ["First"] },
                retentionTimes: [backupTime],
                retentionDuration: { count: retention.months, durationType: "Months" },
            },
        },
    },
});
const protectedMachine = new recoveryservices.ProtectedItem(
    "machine",
    {
        resourceGroupName,
        vaultName: machineVault.name,
        fabricName: "Azure",
        containerName: pulumi.interpolate`iaasvmcontainer;iaasvmcontainerv2;${groups.data.name};${vmName}`,
        protectedItemName: pulumi.interpolate`vm;iaasvmcontainerv2;${groups.data.name};${vmName}`,
        properties: { protectedItemType: "Microsoft.Compute/virtualMachines", sourceResourceId: virtualMachine.id, policyId: machinePolicy.id },
    },
    { ...kept, dependsOn: reachable },
);

// The vault of blobs and databases, protected in the same way.
const dataVault = new dataprotection.BackupVault(
    "data",
    {
        resourceGroupName,
        vaultName: `bvault-${name}`,
        location,
        identity: { type: "SystemAssigned" },
        properties: {
            storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }],
            featureSettings: { crossRegionRestoreSettings: { state: "Enabled" } },
            securitySettings: {
                immutabilitySettings: { state: "Locked" },
                softDeleteSettings: { state: "AlwaysOn", retentionDurationInDays: 30 },
            },
            monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" } },
        },
        tags,
    },
    kept,
);
lock("data", dataVault.id);
diagnostics("data", dataVault.id, [
    "CoreAzureBackup",
    "AddonAzureBackupJobs",
    "AddonAzureBackupPolicy",
    "AddonAzureBackupProtectedInstance",
    "AzureBackupOperations",
]);
routeBackupAlerts([machineVault.id, dataVault.id]);

const vaultStore = { dataStoreType: "VaultStore", objectType: "DataStoreInfoBase" };
function dataPolicy(id: string, datasourceType: string, backupType: string, every: string, keep: string): dataprotection.BackupPolicy {
    return new dataprotection.BackupPolicy(id, {
        resourceGroupName,
        vaultName: dataVault.name,
        backupPolicyName: id,
        properties: {
            objectType: "BackupPolicy",
            datasourceTypes: [datasourceType],
            policyRules: [
                {
                    objectType: "AzureBackupRule",
                    name: "Backup",
                    backupParameters: { objectType: "AzureBackupParams", backupType },
                    dataStore: vaultStore,
                    trigger: {
                        objectType: "ScheduleBasedTriggerContext",
                        schedule: { repeatingTimeIntervals: [`R/2026-01-04T02:00:00+00:00/${every}`], timeZone: "UTC" },
                        taggingCriteria: [{ isDefault: true, taggingPriority: 99, tagInfo: { tagName: "Default" } }],
                    },
                },
                {
                    objectType: "AzureRetentionRule",
                    name: "Default",
                    isDefault: true,
                    lifecycles: [
                        {
                            deleteAfter: { objectType: "AbsoluteDeleteOption", duration: keep },
                            sourceDataStore: vaultStore,
                            targetDataStoreCopySettings: [],
                        },
                    ],
                },
            ],
        },
    });
}
const blobType = "Microsoft.Storage/storageAccounts/blobServices";
const databaseType = "Microsoft.DBforPostgreSQL/flexibleServers";
const blobPolicy = dataPolicy("blobs-daily", blobType, "Discrete", "P1D", `P${String(retention.days)}D`);
const databasePolicy = dataPolicy("databases-weekly", databaseType, "Full", "P1W", `P${String(retention.months)}M`);

const vaultPrincipal = dataVault.identity.apply(identity => identity?.principalId ?? "");
const blobInstance = new dataprotection.BackupInstance(
    "documents",
    {
        resourceGroupName,
        vaultName: dataVault.name,
        backupInstanceName: "documents",
        properties: {
            objectType: "BackupInstance",
            friendlyName: "documents",
            dataSourceInfo: {
                objectType: "Datasource",
                datasourceType: blobType,
                resourceID: documents.id,
                resourceUri: documents.id,
                resourceName: documents.name,
                resourceType: "Microsoft.Storage/storageAccounts",
                resourceLocation: location,
            },
            policyInfo: {
                policyId: blobPolicy.id,
                policyParameters: {
                    backupDatasourceParametersList: [{ objectType: "BlobBackupDatasourceParameters", containersList: containerNames }],
                },
            },
        },
        tags,
    },
    {
        ...kept,
        dependsOn: [...containers, grant("backup-blobs", vaultPrincipal, "Storage Account Backup Contributor", documents.id)],
    },
);
const databaseInstance = new dataprotection.BackupInstance(
    "records",
    {
        resourceGroupName,
        vaultName: dataVault.name,
        backupInstanceName: "records",
        properties: {
            objectType: "BackupInstance",
            friendlyName: "records",
            dataSourceInfo: {
                objectType: "Datasource",
                datasourceType: databaseType,
                resourceID: server.id,
                resourceUri: server.id,
                resourceName: serverName,
                resourceType: databaseType,
                resourceLocation: location,
            },
            policyInfo: { policyId: databasePolicy.id },
        },
        tags,
    },
    {
        ...kept,
        dependsOn: [
            grant("backup-database", vaultPrincipal, "PostgreSQL Flexible Server Long Term Retention Backup Role", server.id),
            grant("backup-read", vaultPrincipal, "Reader", groups.data.id),
        ],
    },
);

// Two people for every operation that weakens a vault: who holds rights on the vault must hold, or be lent, rights on the guard too. It comes last,
// as from then on Pulumi itself needs them.
function resourceGuard(): pulumi.Input<string> {
    if (resourceGuardId) return resourceGuardId;
    const guard = new dataprotection.ResourceGuard(
        "guard",
        {
            resourceGroupName: groups.operations.name,
            resourceGuardsName: `rguard-${name}`,
            location,
            properties: { vaultCriticalOperationExclusionList: [] },
            tags,
        },
        kept,
    );
    lock("guard", guard.id);
    return guard.id;
}
const resourceGuardResourceId = resourceGuard();
new recoveryservices.ResourceGuardProxy(
    "machines",
    { resourceGroupName, vaultName: machineVault.name, resourceGuardProxyName: "VaultProxy", properties: { resourceGuardResourceId } },
    { dependsOn: protectedMachine },
);
new dataprotection.DppResourceGuardProxy(
    "data",
    { resourceGroupName, vaultName: dataVault.name, resourceGuardProxyName: "DppResourceGuardProxy", properties: { resourceGuardResourceId } },
    { dependsOn: [blobInstance, databaseInstance] },
);

export const machineVaultId = machineVault.id;
export const dataVaultId = dataVault.id;
export const workspaceId = workspace.id;
