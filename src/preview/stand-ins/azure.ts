import { ownNameProperties } from "../../policy/identity";
import { type Subject, digits, textIn, uuid } from "./subject";

/*
 * The shapes of Azure's resource ids and host names. Source: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 * and the pages of each resource type under learn.microsoft.com/azure/templates.
 */

/** Where the namespace of an id is called otherwise than the SDK's module. */
const NAMESPACES: Readonly<Record<string, string>> = {
    monitor: "Insights",
    applicationinsights: "Insights",
    cosmosdb: "DocumentDB",
    redis: "Cache",
    redisenterprise: "Cache",
    iothub: "Devices",
    dns: "Network",
    privatedns: "Network",
    frontdoor: "Network",
    trafficmanager: "Network",
    webpubsub: "SignalRService",
    aadiam: "aadiam",
};

/** Types that are children of another, with the segments above them: the argument that names each parent. */
const PARENTS: Readonly<Record<string, string>> = {
    accountName: "storageAccounts",
    vaultName: "vaults",
    serverName: "servers",
    virtualNetworkName: "virtualNetworks",
    workspaceName: "workspaces",
    registryName: "registries",
    namespaceName: "namespaces",
    resourceName: "managedClusters",
    clusterName: "clusters",
    profileName: "profiles",
    serviceName: "service",
    routeTableName: "routeTables",
    networkSecurityGroupName: "networkSecurityGroups",
};

/** Last segments that the type's name does not give. */
const SEGMENTS: Readonly<Record<string, string>> = {
    BlobServiceProperties: "blobServices",
    FileServiceProperties: "fileServices",
    QueueServiceProperties: "queueServices",
    TableServiceProperties: "tableServices",
    WebApp: "sites",
    AppServicePlan: "serverfarms",
    ManagedHsm: "managedHSMs",
    PublicIPAddress: "publicIPAddresses",
    DiagnosticSetting: "diagnosticSettings",
};

export function azureId(subject: Subject): string {
    const { type, subscription, inputs, name } = subject;
    const [, module = "", kind = ""] = type.split(":");
    const scope = `/subscriptions/${subscription}`;
    const group = textIn(inputs, "resourceGroupName", "");
    if (type === "azure-native:resources:ResourceGroup") return `${scope}/resourceGroups/${name}`;
    const outer = textIn(inputs, "scope", "") || textIn(inputs, "resourceUri", "") || (group === "" ? scope : `${scope}/resourceGroups/${group}`);
    const own = ownNameProperties(type);
    const parents = Object.entries(PARENTS).flatMap(([argument, segment]) => {
        const parent = textIn(inputs, argument, "");
        return own.includes(argument) || parent === "" ? [] : [`${cosmos(module, segment)}/${parent}`];
    });
    const segments = [...parents, `${SEGMENTS[kind] ?? plural(kind)}/${name}`].join("/");
    return `${outer}/providers/Microsoft.${NAMESPACES[module] ?? module}/${segments}`;
}

function cosmos(module: string, segment: string): string {
    return module === "cosmosdb" && segment === "storageAccounts" ? "databaseAccounts" : segment;
}

/** "StorageAccount" as "storageAccounts", "Registry" as "registries". */
function plural(kind: string): string {
    const word = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
    return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** What stands in for an output of identity. */
export function azureOutput(subject: Subject, output: string): string {
    const { urn, name, type } = subject;
    if (output === "id") return azureId(subject);
    if (output === "name") return name;
    if (/(?:^|[a-z])(?:principal|client|tenant|object|customer|application|unique)Id$/i.test(output)) return uuid(urn, output);
    if (output.endsWith("Id")) return `${azureId(subject)}/${output}`;
    if (output.endsWith("Name") && !/(?:Dns|Domain|Host)Name$/.test(output)) return name;
    const host = `${name}.${type.split(":")[1] ?? "azure"}.azure.com`;
    return /(?:Url|Uri)$/.test(output) ? `https://${host}/` : host;
}

/** Entra's objects have a UUID each. */
export function entraOutput({ urn, name }: Subject, output: string): string {
    if (output === "id" || output.endsWith("Id")) return uuid(urn, output === "id" || output === "objectId" ? "objectId" : output);
    return output.endsWith("Name") ? name : digits(urn, 12, output);
}
