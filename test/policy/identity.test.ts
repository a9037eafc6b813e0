import { mayName, ownNameProperties, parseAzureId } from "../../src/policy/identity";
import type { Resource } from "../../src/policy/resource";

function resource(type: string, resourceGroupName?: string): Resource {
    return {
        urn: `urn:pulumi:test::records::${type}::one`,
        token: type,
        type,
        name: "one",
        props: resourceGroupName === undefined ? {} : { resourceGroupName },
        custom: true,
        dependencies: [],
        propertyDependencies: {},
    };
}

const id = (provider: string, group = "rg"): string => `/subscriptions/0000/resourceGroups/${group}/providers/${provider}/one`;

// What the drift test of the generated tables cannot tell: that the rule finds the argument which names the thing, and not its parent's or a property.
test.each([
    ["azure-native:storage:StorageAccount", ["accountName"]],
    ["azure-native:storage:BlobContainer", ["containerName"]],
    ["azure-native:compute:VirtualMachine", ["vmName"]],
    ["azure-native:recoveryservices:Vault", ["vaultName"]],
    ["azure-native:web:WebApp", ["name"]],
    ["azure-native:dataprotection:ResourceGuard", ["resourceGuardsName"]],
])("a literal calls %s by %p", (type, names) => {
    expect(ownNameProperties(type)).toEqual(names);
});

test.each([
    ["Microsoft.DocumentDB/databaseAccounts", "azure-native:cosmosdb:DatabaseAccount", true],
    ["Microsoft.Cache/redis", "azure-native:redis:Redis", true],
    ["Microsoft.Insights/actionGroups", "azure-native:monitor:ActionGroup", true],
    ["Microsoft.Network/privateDnsZones", "azure-native:privatedns:PrivateZone", true],
    ["microsoft.storage/storageaccounts", "azure-native:storage:StorageAccount", true],
    ["Microsoft.Storage/storageAccounts", "azure-native:keyvault:Vault", false],
])("an id of %s may name a %s: %s", (provider, type, expected) => {
    expect(mayName(id(provider), resource(type, "RG"))).toBe(expected);
    expect(mayName(id(provider, "other"), resource(type, "RG"))).toBe(false);
});

test("an id is taken apart, without regard to case", () => {
    expect(parseAzureId("/subscriptions/S/resourcegroups/RG/providers/Microsoft.Storage/storageAccounts/Data/blobServices/default")).toEqual({
        subscription: "s",
        resourceGroup: "rg",
        namespace: "microsoft.storage",
        segments: [
            ["storageaccounts", "data"],
            ["blobservices", "default"],
        ],
    });
});
