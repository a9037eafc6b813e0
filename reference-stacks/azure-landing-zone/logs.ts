import * as monitor from "@pulumi/azure-native/monitor";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import type * as pulumi from "@pulumi/pulumi";

import { groups, kept, location, lock, name, retention, tags } from "./config";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.operations.name;

// Where logs go. They are read with Entra identities, from inside the network.
export const workspace = new operationalinsights.Workspace(
    "logs",
    {
        resourceGroupName,
        workspaceName: `log-${name}`,
        location,
        sku: { name: "PerGB2018" },
        retentionInDays: retention.logDays,
        features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
        publicNetworkAccessForIngestion: "Enabled",
        publicNetworkAccessForQuery: "Disabled",
        tags: { ...tags, role: "security-monitoring" },
    },
    kept,
);
lock("logs", workspace.id);
const scope = new monitor.PrivateLinkScope("logs", {
    resourceGroupName,
    scopeName: `ampls-${name}`,
    location: "Global",
    accessModeSettings: { ingestionAccessMode: "Open", queryAccessMode: "Open" },
    tags,
});
const scoped = new monitor.PrivateLinkScopedResource("logs", {
    resourceGroupName,
    scopeName: scope.name,
    name: "workspace",
    linkedResourceId: workspace.id,
});
privateEndpoint("logs", scope.id, "azuremonitor", [
    "privatelink.monitor.azure.com",
    "privatelink.oms.opinsights.azure.com",
    "privatelink.ods.opinsights.azure.com",
    "privatelink.agentsvc.azure-automation.net",
    "privatelink.blob.core.windows.net",
]);
export const logsReady: pulumi.Resource = scoped;

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
