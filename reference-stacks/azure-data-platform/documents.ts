import * as cosmosdb from "@pulumi/azure-native/cosmosdb";
import * as pulumi from "@pulumi/pulumi";

import { groups, kept, location, lock, name, pairedLocation, patientData, suffix } from "./config";
import { key, keyUser, vaultUri } from "./keys";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.data.name;

// Documents in Cosmos DB: in two regions, without keys, back to any second of the last 30 days.
const cosmosKey = key("documents");
export const account = new cosmosdb.DatabaseAccount(
    "documents",
    {
        resourceGroupName,
        accountName: pulumi.interpolate`cosmos-${name}-${suffix}`,
        location,
        kind: "GlobalDocumentDB",
        databaseAccountOfferType: "Standard",
        locations: [
            { locationName: location, failoverPriority: 0, isZoneRedundant: true },
            // The pair has no zones.
            { locationName: pairedLocation, failoverPriority: 1, isZoneRedundant: false },
        ],
        consistencyPolicy: { defaultConsistencyLevel: "Session" },
        enableAutomaticFailover: true,
        disableLocalAuth: true,
        disableKeyBasedMetadataWriteAccess: true,
        publicNetworkAccess: "Disabled",
        minimalTlsVersion: "Tls12",
        backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous30Days" } },
        identity: { type: "UserAssigned", userAssignedIdentities: [keyUser.id] },
        defaultIdentity: pulumi.interpolate`UserAssignedIdentity=${keyUser.id}`,
        // Without a version: the account follows to the newest.
        keyVaultKeyUri: pulumi.interpolate`${vaultUri}keys/${cosmosKey.name}`,
        tags: patientData,
    },
    { ...kept, dependsOn: keyUser.mayUseKeys },
);
lock("documents", account.id);
diagnostics("documents", account.id);
privateEndpoint("documents", account.id, "Sql", ["privatelink.documents.azure.com"]);

const database = new cosmosdb.SqlResourceSqlDatabase(
    "documents",
    { resourceGroupName, accountName: account.name, databaseName: "documents", resource: { id: "documents" } },
    kept,
);
new cosmosdb.SqlResourceSqlContainer(
    "letters",
    {
        resourceGroupName,
        accountName: account.name,
        databaseName: database.name,
        containerName: "letters",
        resource: { id: "letters", partitionKey: { kind: "Hash", version: 2, paths: ["/patientId"] } },
        options: { autoscaleSettings: { maxThroughput: 1000 } },
    },
    kept,
);

/** Lets an identity read and write documents. Whoever administers the account cannot, for that reason alone. */
export function mayReadAndWrite(id: string, principalId: pulumi.Input<string>): void {
    new cosmosdb.SqlResourceSqlRoleAssignment(id, {
        resourceGroupName,
        accountName: account.name,
        principalId,
        // Built-in data contributor.
        roleDefinitionId: pulumi.interpolate`${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002`,
        scope: account.id,
    });
}
