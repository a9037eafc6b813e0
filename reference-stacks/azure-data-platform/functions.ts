import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";

import { cacheHost, mayUseCache } from "./cache";
import { grant, groups, location, name, pythonVersion, suffix, tags } from "./config";
import { account as documents, mayReadAndWrite } from "./documents";
import { files } from "./files";
import { diagnostics, insights } from "./logs";
import { bus, changes, events, received } from "./messages";
import { privateEndpoint, subnetId } from "./network";
import { database, server } from "./sql";
import { storageAccount } from "./storage";

const resourceGroupName = groups.work.name;

// The functions act as one identity, which may do what is listed here and no more. They hold no password, key or connection string.
const identity = new managedidentity.UserAssignedIdentity("functions", { resourceGroupName, resourceName: `id-${name}-functions`, location, tags });
const { account: host } = storageAccount("func", groups.work, { ...tags, purpose: "functions-host" }, ["blob", "queue", "table"]);
const rights = [
    grant("host-blobs", identity.principalId, "Storage Blob Data Owner", host.id),
    grant("host-queues", identity.principalId, "Storage Queue Data Contributor", host.id),
    grant("host-tables", identity.principalId, "Storage Table Data Contributor", host.id),
    grant("insights", identity.principalId, "Monitoring Metrics Publisher", insights.id),
    grant("functions-files", identity.principalId, "Storage Blob Data Contributor", files.id),
    grant("functions-received", identity.principalId, "Azure Service Bus Data Receiver", received.id),
    grant("functions-changes", identity.principalId, "Azure Event Hubs Data Sender", changes.id),
];
mayReadAndWrite("functions", identity.principalId);
mayUseCache("functions", identity.principalId);

// A plan of its own in three zones: the others that reach private services share their code by a file share, which only a key opens.
const plan = new web.AppServicePlan("functions", {
    resourceGroupName,
    name: `asp-${name}`,
    location,
    kind: "linux",
    reserved: true,
    sku: { name: "P1v3", tier: "PremiumV3", capacity: 3 },
    zoneRedundant: true,
    tags,
});

/** How a trigger or binding finds a service and signs in to it: by the identity. */
const connection = (prefix: string, parts: Record<string, pulumi.Input<string>>) =>
    Object.fromEntries(
        Object.entries({ ...parts, credential: "managedidentity", clientId: identity.clientId }).map(([part, value]) => [
            `${prefix}__${part}`,
            value,
        ]),
    );
const storageUri = (service: string) => pulumi.interpolate`https://${host.name}.${service}.core.windows.net`;
const settings: Record<string, pulumi.Input<string>> = {
    FUNCTIONS_EXTENSION_VERSION: "~4",
    FUNCTIONS_WORKER_RUNTIME: "python",
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString,
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: pulumi.interpolate`Authorization=AAD;ClientId=${identity.clientId}`,
    ...connection("AzureWebJobsStorage", {
        blobServiceUri: storageUri("blob"),
        queueServiceUri: storageUri("queue"),
        tableServiceUri: storageUri("table"),
    }),
    ...connection("Messages", { fullyQualifiedNamespace: pulumi.interpolate`${bus.name}.servicebus.windows.net` }),
    ...connection("Events", { fullyQualifiedNamespace: pulumi.interpolate`${events.name}.servicebus.windows.net` }),
    ...connection("Documents", { accountEndpoint: pulumi.interpolate`https://${documents.name}.documents.azure.com:443/` }),
    ...connection("Files", { blobServiceUri: pulumi.interpolate`https://${files.name}.blob.core.windows.net` }),
    RECORDS_SERVER: pulumi.interpolate`${server.name}.database.windows.net`,
    RECORDS_DATABASE: database.name,
    CACHE_HOST: cacheHost,
};

const common = {
    resourceGroupName,
    location,
    kind: "functionapp,linux",
    serverFarmId: plan.id,
    reserved: true,
    httpsOnly: true,
    clientAffinityEnabled: false,
    publicNetworkAccess: "Disabled",
    virtualNetworkSubnetId: subnetId("functions"),
    outboundVnetRouting: { allTraffic: true },
    keyVaultReferenceIdentity: identity.id,
    identity: { type: web.ManagedServiceIdentityType.UserAssigned, userAssignedIdentities: [identity.id] },
    siteConfig: {
        linuxFxVersion: `PYTHON|${pythonVersion}`,
        alwaysOn: true,
        minTlsVersion: "1.2",
        scmMinTlsVersion: "1.2",
        ftpsState: "Disabled",
        http20Enabled: true,
        remoteDebuggingEnabled: false,
        healthCheckPath: "/api/health",
    },
    tags,
};
const app = new web.WebApp("functions", { ...common, name: pulumi.interpolate`func-${name}-${suffix}` }, { dependsOn: rights });
new web.WebAppApplicationSettings("functions", { resourceGroupName, name: app.name, properties: settings });
// A release is tried here before it takes the place of the one before.
const slot = "next";
const next = new web.WebAppSlot(slot, { ...common, name: app.name, slot }, { dependsOn: rights });
const ofNext = { resourceGroupName, name: app.name, slot };
new web.WebAppApplicationSettingsSlot(slot, { ...ofNext, properties: settings }, { dependsOn: next });
privateEndpoint("functions", app.id, "sites", ["privatelink.azurewebsites.net"]);
privateEndpoint("functions-next", app.id, `sites-${slot}`, ["privatelink.azurewebsites.net"]);
diagnostics("functions", app.id);
diagnostics("functions-next", next.id);

// Code is published by people and pipelines that sign in with Entra, never with the app's publishing password.
const ofApp = { resourceGroupName, name: app.name };
new web.WebAppScmAllowed("functions", { ...ofApp, allow: false });
new web.WebAppFtpAllowed("functions", { ...ofApp, allow: false });
new web.WebAppScmAllowedSlot(slot, { ...ofNext, allow: false }, { dependsOn: next });
new web.WebAppFtpAllowedSlot(slot, { ...ofNext, allow: false }, { dependsOn: next });
export const functionsIdentity = identity;
