import * as mysql from "@pulumi/azure-native/dbformysql";
import * as pulumi from "@pulumi/pulumi";

import { administrators, groups, kept, location, lock, mysql as settings, name, retention, suffix, tags, tenantId } from "./config";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;

// The catalogue of services in MySQL, which many web products bring along. No patient's data: those stand in SQL and Cosmos DB.
const identity = new managedidentity.UserAssignedIdentity("catalogue", { resourceGroupName, resourceName: `id-${name}-catalogue`, location, tags });
const server = new mysql.Server(
    "catalogue",
    {
        resourceGroupName,
        serverName: pulumi.interpolate`mysql-${name}-${suffix}`,
        location,
        createMode: "Default",
        // Azure creates no server without them; `aad_auth_only`, below, makes them useless.
        administratorLogin: "initial",
        administratorLoginPassword: settings.initialPassword,
        version: settings.version,
        sku: { name: settings.sku, tier: "GeneralPurpose" },
        storage: { storageSizeGB: 64, autoGrow: "Enabled", autoIoScaling: "Enabled" },
        availabilityZone: "1",
        highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
        backup: { backupRetentionDays: retention.days, geoRedundantBackup: "Enabled" },
        network: { publicNetworkAccess: "Disabled" },
        // With it the server looks up in the directory who signs in.
        identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 0, startHour: 3, startMinute: 0 },
        tags,
    },
    kept,
);
lock("catalogue", server.id);
diagnostics("catalogue", server.id);
privateEndpoint("catalogue", server.id, "mysqlServer", ["privatelink.mysql.database.azure.com"]);

let previous: pulumi.Resource = new mysql.AzureADAdministrator("catalogue", {
    resourceGroupName,
    serverName: server.name,
    administratorName: "ActiveDirectory",
    administratorType: "ActiveDirectory",
    login: administrators.name,
    sid: administrators.id,
    tenantId,
    identityResourceId: identity.id,
});
// The server takes one change at a time; passwords end once there is an administrator without one.
for (const [configurationName, value] of Object.entries({
    aad_auth_only: "ON",
    require_secure_transport: "ON",
    tls_version: "TLSv1.2,TLSv1.3",
    audit_log_enabled: "ON",
    audit_log_events: "CONNECTION,DCL,DDL,DML_NONSELECT",
})) {
    previous = new mysql.Configuration(
        configurationName.replace(/_/g, "-"),
        { resourceGroupName, serverName: server.name, configurationName, source: "user-override", value },
        { dependsOn: previous },
    );
}
