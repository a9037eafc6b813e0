import * as alertsmanagement from "@pulumi/azure-native/alertsmanagement";
import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

import { alertEmail, groups, name, subscription, tags } from "./config";

const resourceGroupName = groups.operations.name;

const people = new monitor.ActionGroup("people", {
    resourceGroupName,
    actionGroupName: `ag-${name}`,
    groupShortName: name,
    location: "Global",
    enabled: true,
    emailReceivers: [{ name: "backup-team", emailAddress: alertEmail, useCommonAlertSchema: true }],
    tags,
});

/** Operations of which people are told, by what they touch. */
const watched: Record<string, Record<string, string[]>> = {
    // Deletion of backups, and changes that weaken vaults: immutability, soft delete and redundancy are set by a vault's write.
    "Microsoft.RecoveryServices/vaults": {
        "": ["write", "delete"],
        backupPolicies: ["write", "delete"],
        backupconfig: ["write"],
        backupResourceGuardProxies: ["write", "delete"],
        "backupFabrics/protectionContainers/protectedItems": ["write", "delete"],
    },
    "Microsoft.DataProtection/backupVaults": {
        "": ["write", "delete"],
        backupPolicies: ["write", "delete"],
        backupInstances: ["write", "delete"],
        backupResourceGuardProxies: ["write", "delete"],
    },
    "Microsoft.DataProtection/resourceGuards": { "": ["write", "delete"] },
    "Microsoft.Authorization/locks": { "": ["write", "delete"] },
    "Microsoft.KeyVault/vaults": { "": ["write", "delete"] },
    "Microsoft.Storage/storageAccounts": { "": ["write", "delete"] },
    "Microsoft.DBforPostgreSQL/flexibleServers": { "": ["write", "delete"] },
    // What weakens the subscription around them.
    "Microsoft.Authorization/policyAssignments": { "": ["write", "delete"] },
    "Microsoft.Network/networkSecurityGroups": { "": ["write", "delete"] },
    "Microsoft.Network/publicIPAddresses": { "": ["write", "delete"] },
    "Microsoft.Security/securitySolutions": { "": ["write", "delete"] },
    "Microsoft.Sql/servers": { firewallRules: ["write", "delete"] },
};
const operations = Object.entries(watched).flatMap(([resource, parts]) =>
    Object.entries(parts).flatMap(([part, verbs]) => verbs.map(verb => [resource, part, verb].filter(Boolean).join("/"))),
);

function activityLogAlert(id: string, description: string, conditions: { field: string; equals: string }[]): void {
    new monitor.ActivityLogAlert(id, {
        resourceGroupName,
        activityLogAlertName: `al-${name}-${id}`,
        location: "Global",
        description,
        enabled: true,
        scopes: [subscription],
        condition: { allOf: conditions },
        actions: { actionGroups: [{ actionGroupId: people.id }] },
        tags,
    });
}
for (const operation of operations) {
    activityLogAlert(operation.replace(/^Microsoft\./, "").replace(/\//g, "-"), `Someone carried out ${operation}`, [
        { field: "category", equals: "Administrative" },
        { field: "operationName", equals: operation },
    ]);
}
activityLogAlert("service-health", "Azure reports an event that touches this subscription", [{ field: "category", equals: "ServiceHealth" }]);

/** Azure Backup's own alerts, on failed jobs and on deleted backup data, go to the same people. */
export function routeBackupAlerts(vaultIds: pulumi.Input<string>[]): void {
    new alertsmanagement.AlertProcessingRuleByName("backup", {
        resourceGroupName,
        alertProcessingRuleName: `apr-${name}-backup`,
        location: "Global",
        properties: {
            description: "Tells people of what Azure Backup reports",
            enabled: true,
            scopes: vaultIds,
            actions: [{ actionType: "AddActionGroups", actionGroupIds: [people.id] }],
        },
        tags,
    });
}
