import * as authorization from "@pulumi/azure-native/authorization";
import * as datafactory from "@pulumi/azure-native/datafactory";
import * as pulumi from "@pulumi/pulumi";

import { grant, groups, kept, location, lock, managedNetworkExists, name, operatorGroupId, patientData, suffix } from "./config";
import { files } from "./files";
import { key, keyUser, vaultUri } from "./keys";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";
import { database, server } from "./sql";

const resourceGroupName = groups.work.name;

// Pipelines between files and the database. They run in a network that Azure manages for the factory, and leave it by private endpoints only.
export const factory = new datafactory.Factory(
    "pipelines",
    {
        resourceGroupName,
        factoryName: pulumi.interpolate`adf-${name}-${suffix}`,
        location,
        publicNetworkAccess: "Disabled",
        identity: { type: "SystemAssigned,UserAssigned", userAssignedIdentities: [keyUser.id] },
        encryption: { vaultBaseUrl: vaultUri, keyName: key("pipelines").name, identity: { userAssignedIdentity: keyUser.id } },
        tags: patientData,
    },
    { ...kept, dependsOn: keyUser.mayUseKeys },
);
lock("pipelines", factory.id);
diagnostics("pipelines", factory.id);
privateEndpoint("pipelines", factory.id, "dataFactory", ["privatelink.datafactory.azure.net"]);

const mayUseFiles = grant(
    "pipelines-files",
    factory.identity.apply(identity => identity?.principalId ?? ""),
    "Storage Blob Data Contributor",
    files.id,
);

/** What stands in the factory's managed network, which the SDK cannot make and README.md says how to. */
function inManagedNetwork(): void {
    const ofFactory = { resourceGroupName, factoryName: factory.name };
    const managedNetwork = "default";
    const runtime = new datafactory.IntegrationRuntime("private", {
        ...ofFactory,
        integrationRuntimeName: "private",
        properties: {
            type: "Managed",
            managedVirtualNetwork: { type: "ManagedVirtualNetworkReference", referenceName: managedNetwork },
            computeProperties: { location },
        },
    });
    /** The owner of each target approves it, once. */
    const managedEndpoint = (id: string, privateLinkResourceId: pulumi.Input<string>, groupId: string) =>
        new datafactory.ManagedPrivateEndpoint(id, {
            ...ofFactory,
            managedVirtualNetworkName: managedNetwork,
            managedPrivateEndpointName: id,
            properties: { privateLinkResourceId, groupId },
        });
    const ways = [managedEndpoint("files", files.id, "blob"), managedEndpoint("records", server.id, "sqlServer")];

    // The factory signs in with its own identity; what it may do in the database is granted there (README.md).
    const connectVia = { type: "IntegrationRuntimeReference" as const, referenceName: runtime.name };
    new datafactory.LinkedService(
        "files",
        {
            ...ofFactory,
            linkedServiceName: "files",
            properties: {
                type: "AzureBlobStorage",
                connectVia,
                serviceEndpoint: pulumi.interpolate`https://${files.name}.blob.core.windows.net/`,
                accountKind: "StorageV2",
            },
        },
        { dependsOn: [...ways, mayUseFiles] },
    );
    new datafactory.LinkedService(
        "records",
        {
            ...ofFactory,
            linkedServiceName: "records",
            properties: {
                type: "AzureSqlDatabase",
                connectVia,
                server: pulumi.interpolate`${server.name}.database.windows.net`,
                database: database.name,
                authenticationType: "SystemAssignedManagedIdentity",
                encrypt: "mandatory",
            },
        },
        { dependsOn: ways },
    );
}
if (managedNetworkExists) inManagedNetwork();

// People see how pipelines fare and run them again, but neither change them nor see their data.
const operator = new authorization.RoleDefinition("pipeline-operator", {
    roleName: `${name} pipeline operator`,
    roleType: "CustomRole",
    description: "Sees pipelines and their runs, starts and stops runs",
    assignableScopes: [groups.work.id],
    scope: groups.work.id,
    permissions: [
        {
            actions: [
                "Microsoft.DataFactory/factories/read",
                "Microsoft.DataFactory/factories/pipelines/read",
                "Microsoft.DataFactory/factories/pipelines/createrun/action",
                "Microsoft.DataFactory/factories/cancelpipelinerun/action",
                "Microsoft.DataFactory/factories/querypipelineruns/action",
                "Microsoft.DataFactory/factories/pipelineruns/read",
                "Microsoft.DataFactory/factories/pipelineruns/queryactivityruns/action",
            ],
            notActions: [],
            dataActions: [],
            notDataActions: [],
        },
    ],
});
new authorization.RoleAssignment("pipeline-operator", {
    principalId: operatorGroupId,
    principalType: "Group",
    roleDefinitionId: operator.id,
    scope: factory.id,
});
