import * as aadiam from "@pulumi/azure-native/aadiam";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";

import { grant, groups, location, lock, name, networkWatcher, retention, storageLockState, subscription, tags } from "./config";
import { diagnostics, workspace } from "./logs";
import { virtualNetwork } from "./network";
import { storageAccount } from "./storage";

// The archive: records can be added, and neither changed nor deleted before their time, by anybody once the policy is locked.
const resourceGroupName = groups.operations.name;
const { account, blobs } = storageAccount(
    "records",
    groups.operations,
    { ...tags, purpose: "logs" },
    {
        immutableStorageWithVersioning: {
            enabled: true,
            immutabilityPolicy: {
                state: storageLockState,
                immutabilityPeriodSinceCreationInDays: retention.archiveDays,
                allowProtectedAppendWrites: true,
            },
        },
    },
);
export const archive = account;
lock("records", archive.id);
diagnostics("records", blobs.id, ["StorageRead", "StorageWrite", "StorageDelete"]);

const on = (category: string) => ({ category, enabled: true });

// What was done to the subscription, by whom.
new monitor.DiagnosticSetting("activity", {
    name: "to-workspace-and-archive",
    resourceUri: subscription,
    workspaceId: workspace.id,
    storageAccountId: archive.id,
    logs: ["Administrative", "Security", "ServiceHealth", "Alert", "Recommendation", "Policy", "Autoscale", "ResourceHealth"].map(on),
});

// Who signed in, and what changed in the directory.
new aadiam.DiagnosticSetting("directory", {
    name: "to-workspace-and-archive",
    workspaceId: workspace.id,
    storageAccountId: archive.id,
    logs: [
        "AuditLogs",
        "ManagedIdentitySignInLogs",
        "NonInteractiveUserSignInLogs",
        "ProvisioningLogs",
        "RiskyUsers",
        "ServicePrincipalSignInLogs",
        "SignInLogs",
        "UserRiskEvents",
    ].map(on),
});

// What Defender and Sentinel found goes from the workspace to the archive as it arrives.
new operationalinsights.DataExport("findings", {
    resourceGroupName,
    workspaceName: workspace.name,
    dataExportName: "findings",
    resourceId: archive.id,
    tableNames: ["SecurityAlert", "SecurityIncident"],
    enable: true,
});

// Who spoke to whom in the network. Flow logs are written over as they grow, which no locked archive allows.
const flowLogStorage = storageAccount("flows", groups.operations, { ...tags, purpose: "logs" });
diagnostics("flows", flowLogStorage.blobs.id, ["StorageRead", "StorageWrite", "StorageDelete"]);
const flowLogIdentity = new managedidentity.UserAssignedIdentity("flow-logs", {
    resourceGroupName,
    resourceName: `id-${name}-flow-logs`,
    location,
    tags,
});
const mayWrite = grant("flow-logs", flowLogIdentity.principalId, "Storage Blob Data Contributor", flowLogStorage.account.id);
new network.FlowLog(
    "network",
    {
        resourceGroupName: networkWatcher.resourceGroup,
        networkWatcherName: networkWatcher.name,
        flowLogName: `fl-${name}`,
        location,
        targetResourceId: virtualNetwork.id,
        storageId: flowLogStorage.account.id,
        identity: { type: "UserAssigned", userAssignedIdentities: [flowLogIdentity.id] },
        enabled: true,
        format: { type: "JSON", version: 2 },
        retentionPolicy: { enabled: true, days: 365 },
        flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: {
                enabled: true,
                workspaceId: workspace.customerId,
                workspaceRegion: location,
                workspaceResourceId: workspace.id,
                trafficAnalyticsInterval: 10,
            },
        },
        tags,
    },
    { dependsOn: mayWrite },
);
