import * as authorization from "@pulumi/azure-native/authorization";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
if (!/^[a-z][a-z0-9]{2,8}$/.test(name)) throw new pulumi.RunError(`name must be 3 to 9 lower-case letters and digits, not ${name}`);
export const location = new pulumi.Config("azure-native").require("location");
export const allowedLocations = config.requireObject<string[]>("allowedLocations");
if (!allowedLocations.includes(location)) throw new pulumi.RunError(`allowedLocations does not hold the home location, ${location}`);
export const security = {
    emails: config.requireObject<string[]>("securityEmails"),
    phone: config.require("securityPhone"),
    groupId: config.require("securityGroupId"),
};
export const storageLockState = config.require("storageLockState");
export const networkPrefix = config.require("networkPrefix");
export const networkWatcher = { name: config.require("networkWatcherName"), resourceGroup: config.require("networkWatcherResourceGroup") };
export const retention = {
    days: config.requireNumber("deletedDays"),
    archiveDays: config.requireNumber("archiveDays"),
    logDays: config.requireNumber("logRetentionDays"),
};

const client = authorization.getClientConfigOutput();
export const tenantId = client.tenantId;
export const subscriptionId = client.subscriptionId;
export const subscription = pulumi.interpolate`/subscriptions/${subscriptionId}`;
/** Makes global names unique. */
export const suffix = subscriptionId.apply(id => id.slice(0, 8));

export const tags = { owner: config.require("owner"), service: config.require("service"), environment: config.require("environment") };

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept: pulumi.CustomResourceOptions = { protect: true };

const group = (role: string) => new resources.ResourceGroup(role, { resourceGroupName: `rg-${name}-${role}`, location, tags }, kept);
export const groups = { network: group("network"), operations: group("operations") };

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
    "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
};

/** Stops deletion by anyone who does not first remove the lock, which raises an alert. */
export function lock(id: string, scope: pulumi.Input<string>): void {
    new authorization.ManagementLockByScope(id, {
        lockName: "keep",
        level: "CanNotDelete",
        notes: "Holds the records of the subscription",
        scope,
    });
}
