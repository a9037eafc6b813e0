import { type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:keyvault:Vault");
const hsm = of("azure-native:keyvault:ManagedHsm");
const registry = of("azure-native:containerregistry:Registry");
const store = of("azure-native:appconfiguration:ConfigurationStore");
const bus = of("azure-native:servicebus:Namespace");
const hubs = of("azure-native:eventhub:Namespace");
const busRules = of("azure-native:servicebus:NamespaceNetworkRuleSet");
const hubRules = of("azure-native:eventhub:NamespaceNetworkRuleSet");
const topic = of("azure-native:eventgrid:Topic");
const apim = of("azure-native:apimanagement:ApiManagementService");
const automation = of("azure-native:automation:AutomationAccount");
const batch = of("azure-native:batch:BatchAccount");
const factory = of("azure-native:datafactory:Factory");
const iot = of("azure-native:iothub:IotHubResource");
const sync = of("azure-native:storagesync:StorageSyncService");
const ai = of("azure-native:cognitiveservices:Account");
const search = of("azure-native:search:Service");
const learning = of("azure-native:machinelearningservices:Workspace");
const kusto = of("azure-native:kusto:Cluster");
const grafana = of("azure-native:dashboard:Grafana");
const account = of("azure-native:storage:StorageAccount");
const postgresql = of("azure-native:dbforpostgresql:Server");
const endpoint = of("azure-native:network:PrivateEndpoint");

const resourceGroupName = "rg-records";
const sku = { family: "A", name: "standard" } as const;
const PUBLIC = "publicNetworkAccess";
const BELOW = "properties.publicNetworkAccess";
const premium = bus({ resourceGroupName, namespaceName: "bus", sku: { name: "Premium", tier: "Premium" } });
const standard = hubs({ resourceGroupName, namespaceName: "hubs", sku: { name: "Standard" } });
const shut = account({ resourceGroupName, accountName: "strecords", publicNetworkAccess: "Disabled" });
const idOf = (name: string): string => `/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.Storage/storageAccounts/${name}`;

export const cases: Cases = {
    "azure-secrets-and-registry-no-public-network": {
        compliant: {
            "a vault that is shut": vault({ properties: { tenantId: "t", sku, publicNetworkAccess: "disabled" } }),
            "a vault that names who may come in": vault({
                properties: {
                    tenantId: "t",
                    sku,
                    publicNetworkAccess: "enabled",
                    networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.0/24" }] },
                },
            }),
            "a vault in a perimeter": vault({ properties: { tenantId: "t", sku, publicNetworkAccess: "SecuredByPerimeter" } }),
            "an HSM that is shut": hsm({ properties: { publicNetworkAccess: "Disabled" } }),
            "a registry that denies by default": registry({ sku: { name: "Premium" }, networkRuleSet: { defaultAction: "Deny" } }),
            "a store that is shut": store({ publicNetworkAccess: "Disabled" }),
        },
        violating: {
            "a vault that says nothing": [vault({ properties: { tenantId: "t", sku } }), BELOW],
            "a vault that is open, said outright": [
                vault({ properties: { tenantId: "t", sku, publicNetworkAccess: "enabled", networkAcls: { defaultAction: "Allow" } } }),
                BELOW,
            ],
            "a vault with a rule for everyone": [
                vault({ properties: { tenantId: "t", sku, networkAcls: { defaultAction: "Deny", ipRules: [{ value: "0.0.0.0/0" }] } } }),
                BELOW,
            ],
            "a Premium registry that says nothing": [registry({ sku: { name: "Premium" } }), PUBLIC],
            "a store that says nothing": [store({}), PUBLIC],
        },
        undetermined: {
            "known only after the update": [vault({ properties: { tenantId: "t", sku, publicNetworkAccess: UNKNOWN } }), BELOW],
            "an address that is not known": [
                vault({ properties: { tenantId: "t", sku, networkAcls: { defaultAction: "Deny", ipRules: [{ value: UNKNOWN }] } } }),
                BELOW,
            ],
            "a registry of a tier that is not known": [registry({ sku: { name: UNKNOWN } }), PUBLIC],
        },
        notApplicable: { "a Standard registry": registry({ sku: { name: "Standard" } }) },
    },
    "azure-integration-services-no-public-network": {
        compliant: {
            shut: [bus({ sku: { name: "Premium", tier: "Premium" }, publicNetworkAccess: "Disabled" }), factory({ publicNetworkAccess: "Disabled" })],
            "rules beside the namespace, by name": [premium, busRules({ resourceGroupName, namespaceName: "bus", publicNetworkAccess: "Disabled" })],
            "rules beside the namespace, made from it": [
                standard,
                hubRules({ namespaceName: UNKNOWN, defaultAction: "Deny", ipRules: [{ ipMask: "203.0.113.7" }] }, { namespaceName: standard }),
            ],
            "a topic that names who may come in": topic({
                publicNetworkAccess: "Enabled",
                inboundIpRules: [{ ipMask: "203.0.113.0/24", action: "Allow" }],
            }),
            automation: automation({ publicNetworkAccess: false }),
            "batch that denies by default": batch({ networkProfile: { accountAccess: { defaultAction: "Deny" } } }),
            "file synchronisation": sync({ incomingTrafficPolicy: "AllowVirtualNetworksOnly" }),
            "an internal gateway, where gateways are asked too": {
                resources: [apim({ virtualNetworkType: "Internal" })],
                settings: { publicTypes: [] },
            },
        },
        violating: {
            "left out": [premium, PUBLIC],
            "open, said outright": [factory({ publicNetworkAccess: "Enabled" }), PUBLIC],
            "rules that let everyone in": [
                [standard, hubRules({ resourceGroupName, namespaceName: "hubs", defaultAction: "Deny", ipRules: [{ ipMask: "0.0.0.0/0" }] })],
                PUBLIC,
            ],
            "rules of another namespace": [
                [standard, hubRules({ resourceGroupName, namespaceName: "other", publicNetworkAccess: "Disabled" })],
                PUBLIC,
            ],
            "a topic that says nothing": [topic({}), PUBLIC],
            "automation that says nothing": [automation({}), PUBLIC],
            "file synchronisation that says nothing": [sync({}), "incomingTrafficPolicy"],
            "a gateway on the internet, where gateways are asked too": {
                resources: [apim({ virtualNetworkType: "External" })],
                settings: { publicTypes: [] },
                property: PUBLIC,
            },
        },
        undetermined: {
            "known only after the update": [batch({ publicNetworkAccess: UNKNOWN }), PUBLIC],
            "perhaps rules of this namespace": [[standard, hubRules({ namespaceName: UNKNOWN, publicNetworkAccess: "Disabled" })], PUBLIC],
            "a tier that is not known": [bus({ sku: { name: UNKNOWN } }), PUBLIC],
        },
        notApplicable: {
            "a Standard bus": bus({ sku: { name: "Standard", tier: "Standard" } }),
            "Basic hubs": hubs({ sku: { name: "Basic" } }),
            "a gateway": apim({}),
            "a hub for devices": iot({ properties: { publicNetworkAccess: "Enabled" } }),
        },
    },
    "azure-ai-and-analytics-no-public-network": {
        compliant: {
            shut: [
                ai({ properties: { publicNetworkAccess: "Disabled" } }),
                learning({ publicNetworkAccess: "Disabled" }),
                grafana({ properties: { publicNetworkAccess: "Disabled" } }),
            ],
            "AI that names who may come in": ai({ properties: { networkAcls: { defaultAction: "Deny", virtualNetworkRules: [{ id: UNKNOWN }] } } }),
            "search that names who may come in": search({ networkRuleSet: { ipRules: [{ value: "203.0.113.7" }] } }),
            "a cluster that names who may come in": kusto({ allowedIpRangeList: ["203.0.113.0/24"] }),
        },
        violating: {
            "left out": [ai({ properties: {} }), BELOW],
            "open, said outright": [search({ publicNetworkAccess: "enabled", networkRuleSet: { ipRules: [] } }), PUBLIC],
            "a cluster that lets everyone in": [kusto({ allowedIpRangeList: ["0.0.0.0/0"] }), PUBLIC],
            "a hub": [learning({ kind: "Hub" }), PUBLIC],
        },
        undetermined: {
            "known only after the update": [grafana({ properties: UNKNOWN }), BELOW],
            "addresses known only after the update": [search({ networkRuleSet: { ipRules: UNKNOWN } }), PUBLIC],
            "perhaps a project": [learning({ kind: UNKNOWN }), PUBLIC],
        },
        notApplicable: { "a project": learning({ kind: "Project", hubResourceId: UNKNOWN }) },
    },
    "azure-paas-private-endpoint-present": {
        compliant: {
            "an endpoint, made from it": [
                shut,
                endpoint(
                    { privateLinkServiceConnections: [{ name: "blob", groupIds: ["blob"], privateLinkServiceId: UNKNOWN }] },
                    { privateLinkServiceConnections: shut },
                ),
            ],
            "an endpoint, by its id": [shut, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: idOf("strecords") }] })],
            "an endpoint that is approved by hand": [
                shut,
                endpoint({ manualPrivateLinkServiceConnections: [{ privateLinkServiceId: idOf("strecords") }] }),
            ],
        },
        violating: {
            none: [shut, ""],
            "an endpoint of another account": [[shut, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: idOf("other") }] })], ""],
            "an endpoint of another service": [
                [
                    shut,
                    endpoint({
                        privateLinkServiceConnections: [
                            { privateLinkServiceId: "/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.KeyVault/vaults/strecords" },
                        ],
                    }),
                ],
                "",
            ],
        },
        undetermined: {
            "perhaps an endpoint of this one": [[shut, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: UNKNOWN }] })], ""],
            "perhaps shut": [account({ publicNetworkAccess: UNKNOWN }), ""],
        },
        notApplicable: {
            "a public door": account({}),
            "a public door, said outright": vault({ properties: { tenantId: "t", sku, publicNetworkAccess: "enabled" } }),
            "a server in one's own network": postgresql({
                network: { publicNetworkAccess: "Disabled", delegatedSubnetResourceId: UNKNOWN },
            }),
        },
    },
};
