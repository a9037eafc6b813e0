import * as authorization from "@pulumi/azure-native/authorization";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
if (!/^[a-z][a-z0-9]{2,8}$/.test(name)) throw new pulumi.RunError(`name must be 3 to 9 lower-case letters and digits, not ${name}`);
export const location = new pulumi.Config("azure-native").require("location");
export const pairedLocation = config.require("pairedLocation");
export const alertEmail = config.require("alertEmail");
export const networkPrefix = config.require("networkPrefix");
export const networkWatcher = { name: config.require("networkWatcherName"), resourceGroup: config.require("networkWatcherResourceGroup") };
export const administrators = { name: config.require("databaseAdminGroupName"), id: config.require("databaseAdminGroupId") };
export const operatorGroupId = config.require("operatorGroupId");
export const sqlSku = config.require("sqlSku");
export const mysql = {
    version: config.require("mysqlVersion"),
    sku: config.require("mysqlSku"),
    initialPassword: config.requireSecret("mysqlInitialPassword"),
};
export const cacheSku = config.require("cacheSku");
export const pythonVersion = config.require("pythonVersion");
export const managedNetworkExists = config.requireBoolean("managedNetworkExists");
export const retention = { days: config.requireNumber("deletedDays"), logDays: config.requireNumber("logRetentionDays") };

const client = authorization.getClientConfigOutput();
export const tenantId = client.tenantId;
export const subscriptionId = client.subscriptionId;
export const subscription = pulumi.interpolate`/subscriptions/${subscriptionId}`;
/** Makes global names unique. */
export const suffix = subscriptionId.apply(id => id.slice(0, 8));

export const tags = { owner: config.require("owner"), service: config.require("service"), environment: config.require("environment") };
/** The patients' data: encrypted with keys of the stack's own, every access logged. */
export const patientData = { ...tags, "data-classification": "patient" };

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept: pulumi.CustomResourceOptions = { protect: true };

const group = (role: string) => new resources.ResourceGroup(role, { resourceGroupName: `rg-${name}-${role}`, location, tags }, kept);
export const groups = { data: group("data"), work: group("work"), operations: group("operations") };

/** Lets an identity use one resource in one role. */
export function grant(
    id: string,
    principalId: pulumi.Input<string>,
    role: keyof typeof roles,
    scope: pulumi.Input<string>,
): authorization.RoleAssignment {
    return new authorization.RoleAssignment(id, {
        principalId,
        principalType: "ServicePrincipal",
        roleDefinitionId: pulumi.interpolate`${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roles[role]}`,
        scope,
    });
}
const roles = {
    "Azure Event Hubs Data Sender": "2b629674-e913-4c01-ae53-ef4638d8f975",
    "Azure Service Bus Data Receiver": "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
    "Cosmos DB Operator": "230815da-be43-4aae-9cb4-875f7bd000aa",
    "Key Vault Crypto Service Encryption User": "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    "Monitoring Metrics Publisher": "3913510d-42f4-4e42-8a64-420c390055eb",
    "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "Storage Blob Data Owner": "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    "Storage Queue Data Contributor": "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    "Storage Table Data Contributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
};

/** Stops deletion by anyone who does not first remove the lock. */
export function lock(id: string, scope: pulumi.Input<string>): void {
    new authorization.ManagementLockByScope(id, {
        lockName: "keep",
        level: "CanNotDelete",
        notes: "Holds data of patients, or the keys to them",
        scope,
    });
}
