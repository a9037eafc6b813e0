import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import type * as pulumi from "@pulumi/pulumi";

import { grant, groups, location, name, networkWatcher, retention, tags } from "./config";
import { privateEndpoint, virtualNetwork } from "./network";
import { storageAccount } from "./storage";

const resourceGroupName = groups.operations.name;

// Where logs go. They are read with Entra identities, from inside the network.
export const workspace = new operationalinsights.Workspace("logs", {
    resourceGroupName,
    workspaceName: `log-${name}`,
    location,
    sku: { name: "PerGB2018" },
    retentionInDays: retention.logDays,
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Disabled",
    tags,
});
const scope = new monitor.PrivateLinkScope("logs", {
    resourceGroupName,
    scopeName: `ampls-${name}`,
    location: "Global",
    accessModeSettings: { ingestionAccessMode: "Open", queryAccessMode: "Open" },
    tags,
});
/** What the private address for logs leads to. */
const behind = (id: string, linkedResourceId: pulumi.Input<string>): void => {
    new monitor.PrivateLinkScopedResource(id, { resourceGroupName, scopeName: scope.name, name: id, linkedResourceId });
};
behind("workspace", workspace.id);
privateEndpoint("logs", scope.id, "azuremonitor", [
    "privatelink.monitor.azure.com",
    "privatelink.oms.opinsights.azure.com",
    "privatelink.ods.opinsights.azure.com",
    "privatelink.agentsvc.azure-automation.net",
    "privatelink.blob.core.windows.net",
]);

/** Sends the logs of a resource to the workspace: all of them, or the given categories where a service has no groups. */
export function diagnostics(id: string, resourceUri: pulumi.Input<string>, categories?: string[]): void {
    new monitor.DiagnosticSetting(id, {
        name: "to-workspace",
        resourceUri,
        workspaceId: workspace.id,
        ...(categories && { logAnalyticsDestinationType: "Dedicated" }),
        logs: categories ? categories.map(category => ({ category, enabled: true })) : [{ categoryGroup: "allLogs", enabled: true }],
    });
}

/** Where the functions tell how they fare. Nobody can send there with the connection string alone. */
export const insights = new applicationinsights.Component("functions", {
    resourceGroupName,
    resourceName: `appi-${name}`,
    location,
    kind: "web",
    applicationType: "web",
    workspaceResourceId: workspace.id,
    ingestionMode: "LogAnalytics",
    disableLocalAuth: true,
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
    tags,
});
behind("functions", insights.id);

// Who spoke to whom in the network.
const { account: flowLogStorage } = storageAccount("logs", groups.operations, { ...tags, purpose: "logs" }, ["blob"]);
const flowLogIdentity = new managedidentity.UserAssignedIdentity("flow-logs", {
    resourceGroupName,
    resourceName: `id-${name}-flow-logs`,
    location,
    tags,
});
const mayWrite = grant("flow-logs", flowLogIdentity.principalId, "Storage Blob Data Contributor", flowLogStorage.id);
new network.FlowLog(
    "network",
    {
        resourceGroupName: networkWatcher.resourceGroup,
        networkWatcherName: networkWatcher.name,
        flowLogName: `fl-${name}`,
        location,
        targetResourceId: virtualNetwork.id,
        storageId: flowLogStorage.id,
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
