import * as monitor from "@pulumi/azure-native/monitor";
import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";

import {
    administrators,
    alertEmail,
    groups,
    kept,
    location,
    lock,
    name,
    patientData,
    retention,
    sqlSku,
    subscription,
    suffix,
    tenantId,
} from "./config";
import { key, keyUser, vaultName } from "./keys";
import { diagnostics, workspace } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;

// Records in SQL: private, open to Entra identities only, encrypted with a key of the stack's own.
const sqlKey = key("sql");
const serverName = pulumi.interpolate`sql-${name}-${suffix}`;
export const server = new sql.Server(
    "records",
    {
        resourceGroupName,
        serverName,
        location,
        version: "12.0",
        minimalTlsVersion: "1.2",
        publicNetworkAccess: "Disabled",
        restrictOutboundNetworkAccess: "Enabled",
        administrators: {
            administratorType: "ActiveDirectory",
            azureADOnlyAuthentication: true,
            principalType: "Group",
            login: administrators.name,
            sid: administrators.id,
            tenantId,
        },
        identity: { type: "UserAssigned", userAssignedIdentities: [keyUser.id] },
        primaryUserAssignedIdentityId: keyUser.id,
        keyId: sqlKey.keyUriWithVersion,
        tags: patientData,
    },
    { ...kept, dependsOn: keyUser.mayUseKeys },
);
lock("records", server.id);
privateEndpoint("records", server.id, "sqlServer", ["privatelink.database.windows.net"]);

// The server knows a key by the names of its vault and of the key, and its version.
const serverKey = new sql.ServerKey("records", {
    resourceGroupName,
    serverName: server.name,
    serverKeyType: "AzureKeyVault",
    keyName: pulumi.interpolate`${vaultName}_sql_${sqlKey.keyUriWithVersion.apply(uri => uri.slice(uri.lastIndexOf("/") + 1))}`,
    uri: sqlKey.keyUriWithVersion,
});
new sql.EncryptionProtector("records", {
    resourceGroupName,
    serverName: server.name,
    encryptionProtectorName: "current",
    serverKeyType: "AzureKeyVault",
    serverKeyName: serverKey.name,
    autoRotationEnabled: true,
});

export const database = new sql.Database(
    "records",
    {
        resourceGroupName,
        serverName: server.name,
        databaseName: "records",
        location,
        sku: { name: sqlSku },
        zoneRedundant: true,
        requestedBackupStorageRedundancy: "GeoZone",
        // Every row's history can be proved not to have been changed behind its back.
        isLedgerOn: true,
        tags: patientData,
    },
    kept,
);
new sql.TransparentDataEncryption("records", {
    resourceGroupName,
    serverName: server.name,
    databaseName: database.name,
    tdeName: "current",
    state: "Enabled",
});

// Back to any minute of the last weeks, and to any week, month and year for longer.
new sql.BackupShortTermRetentionPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    databaseName: database.name,
    policyName: "default",
    retentionDays: retention.days,
    diffBackupIntervalInHours: 12,
});
new sql.LongTermRetentionPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    databaseName: database.name,
    policyName: "default",
    weeklyRetention: "P13W",
    monthlyRetention: "P13M",
    yearlyRetention: "P8Y",
    weekOfYear: 1,
});

// Who signed in and read what goes to the workspace, through the diagnostic setting of the server's own database.
const auditing = new sql.ServerBlobAuditingPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    blobAuditingPolicyName: "default",
    state: "Enabled",
    isAzureMonitorTargetEnabled: true,
    auditActionsAndGroups: [
        "BATCH_COMPLETED_GROUP",
        "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
        "FAILED_DATABASE_AUTHENTICATION_GROUP",
        "DATABASE_PERMISSION_CHANGE_GROUP",
        "DATABASE_ROLE_MEMBER_CHANGE_GROUP",
    ],
});
// Built from names, so that it is known before the first update which server the setting belongs to.
const masterId = pulumi.interpolate`${subscription}/resourceGroups/rg-${name}-data/providers/Microsoft.Sql/servers/${serverName}/databases/master`;
new monitor.DiagnosticSetting(
    "records-audit",
    {
        name: "audit-to-workspace",
        resourceUri: masterId,
        workspaceId: workspace.id,
        logs: [
            { category: "SQLSecurityAuditEvents", enabled: true },
            { category: "DevOpsOperationsAudit", enabled: true },
        ],
    },
    { dependsOn: auditing },
);
diagnostics("records", database.id);

// Attacks are noticed and told; wrong settings and open rights are looked for every week.
const detection = new sql.ServerSecurityAlertPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    securityAlertPolicyName: "Default",
    state: "Enabled",
    emailAccountAdmins: true,
    emailAddresses: [alertEmail],
});
new sql.SqlVulnerabilityAssessmentsSetting(
    "records",
    { resourceGroupName, serverName: server.name, vulnerabilityAssessmentName: "default", state: "Enabled" },
    { dependsOn: detection },
);
