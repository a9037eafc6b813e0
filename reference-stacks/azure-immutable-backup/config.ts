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
export const backupGeoCode = config.require("backupGeoCode");
export const resourceGuardId = config.get("resourceGuardId");
export const storageLockState = config.require("storageLockState");
export const networkPrefix = config.require("networkPrefix");
export const networkWatcher = { name: config.require("networkWatcherName"), resourceGroup: config.require("networkWatcherResourceGroup") };
export const machine = { size: config.require("vmSize"), sshPublicKey: config.require("sshPublicKey") };
export const database = {
    version: config.require("databaseVersion"),
    adminGroupName: config.require("databaseAdminGroupName"),
    adminGroupId: config.require("databaseAdminGroupId"),
};
export const retention = {
    days: config.requireNumber("dailyRetentionDays"),
    weeks: config.requireNumber("weeklyRetentionWeeks"),
    months: config.requireNumber("monthlyRetentionMonths"),
    logDays: config.requireNumber("logRetentionDays"),
};

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
export const groups = { data: group("data"), backup: group("backup"), operations: group("operations") };

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
    "Key Vault Crypto Service Encryption User": "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    "PostgreSQL Flexible Server Long Term Retention Backup Role": "c088a766-074b-43ba-90d4-1fb21feae531",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "Storage Account Backup Contributor": "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "Virtual Machine Contributor": "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
};

/** Stops deletion by anyone who does not first remove the lock, which raises an alert. */
export function lock(id: string, scope: pulumi.Input<string>): void {
    new authorization.ManagementLockByScope(id, {
        lockName: "keep",
        level: "CanNotDelete",
        notes: "Holds or protects backups of critical data",
        scope,
    });
}
