import * as eventhub from "@pulumi/azure-native/eventhub";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as pulumi from "@pulumi/pulumi";

import { groups, kept, location, lock, name, patientData, suffix } from "./config";
import { key, keyUser, vaultUri } from "./keys";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;
const identity = { type: "UserAssigned" as const, userAssignedIdentities: [keyUser.id] };
const encryption = (keyName: pulumi.Input<string>) => ({
    keySource: "Microsoft.KeyVault" as const,
    keyVaultProperties: [{ keyName, keyVaultUri: vaultUri, identity: { userAssignedIdentity: keyUser.id } }],
    requireInfrastructureEncryption: true,
});
const zoneNames = ["privatelink.servicebus.windows.net"];

// Commands and messages, each of which somebody must handle once. What nobody can handle is kept, and told (alerts.ts).
export const bus = new servicebus.Namespace(
    "messages",
    {
        resourceGroupName,
        namespaceName: pulumi.interpolate`sb-${name}-${suffix}`,
        location,
        sku: { name: "Premium", tier: "Premium", capacity: 1 },
        premiumMessagingPartitions: 1,
        zoneRedundant: true,
        disableLocalAuth: true,
        publicNetworkAccess: "Disabled",
        minimumTlsVersion: "1.2",
        identity,
        encryption: encryption(key("messages").name),
        tags: patientData,
    },
    { ...kept, dependsOn: keyUser.mayUseKeys },
);
lock("messages", bus.id);
diagnostics("messages", bus.id);
privateEndpoint("messages", bus.id, "namespace", zoneNames);
export const received = new servicebus.Queue("received", {
    resourceGroupName,
    namespaceName: bus.name,
    queueName: "received",
    requiresDuplicateDetection: true,
    duplicateDetectionHistoryTimeWindow: "PT1H",
    deadLetteringOnMessageExpiration: true,
    maxDeliveryCount: 10,
});

// Streams of events that many may read, each at their own pace.
export const events = new eventhub.Namespace(
    "events",
    {
        resourceGroupName,
        namespaceName: pulumi.interpolate`evhns-${name}-${suffix}`,
        location,
        sku: { name: "Premium", tier: "Premium", capacity: 1 },
        zoneRedundant: true,
        disableLocalAuth: true,
        publicNetworkAccess: "Disabled",
        minimumTlsVersion: "1.2",
        identity,
        encryption: encryption(key("events").name),
        tags: patientData,
    },
    { ...kept, dependsOn: keyUser.mayUseKeys },
);
lock("events", events.id);
diagnostics("events", events.id);
privateEndpoint("events", events.id, "namespace", zoneNames);
export const changes = new eventhub.EventHub("changes", {
    resourceGroupName,
    namespaceName: events.name,
    eventHubName: "changes",
    partitionCount: 4,
    retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: 168 },
});
