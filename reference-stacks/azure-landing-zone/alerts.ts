import * as monitor from "@pulumi/azure-native/monitor";

import { groups, name, security, subscription, tags } from "./config";

const resourceGroupName = groups.operations.name;

const people = new monitor.ActionGroup("people", {
    resourceGroupName,
    actionGroupName: `ag-${name}`,
    groupShortName: name,
    location: "Global",
    enabled: true,
    emailReceivers: security.emails.map((emailAddress, index) => ({ name: `people-${String(index + 1)}`, emailAddress, useCommonAlertSchema: true })),
    tags,
});

/** Operations of which people are told, by what they touch. */
const watched: Record<string, Record<string, string[]>> = {
    // What is recorded, and what protects it.
    "Microsoft.Authorization/locks": { "": ["write", "delete"] },
    "Microsoft.Insights/diagnosticSettings": { "": ["write", "delete"] },
    "Microsoft.OperationalInsights/workspaces": { "": ["write", "delete"] },
    "Microsoft.Storage/storageAccounts": { "": ["write", "delete"] },
    // Who may do what.
    "Microsoft.Authorization/roleAssignments": { "": ["write", "delete"] },
    "Microsoft.Authorization/policyAssignments": { "": ["write", "delete"] },
    // What is open to whom.
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
