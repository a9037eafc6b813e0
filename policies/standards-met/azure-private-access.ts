import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { exempt, mustByType, mustHave } from "../../src/policy/factories";
import { type Fact, off, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, not, or } from "../../src/policy/unknown";
import { isFilled, read } from "../../src/policy/values";
import { ENDPOINT_TARGETS, PRIVATE_ENDPOINT } from "../shared/azure-private-endpoints";
import { closed, isClosed, isFiltered } from "../shared/azure-public-access";

const OPEN = "It can be reached from any address.";

/** What the policies have in common. */
const access = {
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
} as const;

const REGISTRY = "azure-native:containerregistry:Registry";
const VAULT_FILTER = { denies: "properties.networkAcls.defaultAction", addresses: "properties.networkAcls.ipRules[].value" };

export const secretsAndRegistryNoPublicNetwork = mustByType({
    ...access,
    name: "azure-secrets-and-registry-no-public-network",
    title: "Key vaults, registries and configuration stores cannot be reached from any address",
    why: "What they hold opens everything else; a stolen token is of no use to somebody who cannot reach them.",
    fix: "Set publicNetworkAccess to 'Disabled' and use a private endpoint, or deny by default and name the networks that may come in.",
    references: [
        "azure-policy:55615ac9-af46-4a59-874e-391cc3dfb490",
        "azure-policy:405c5871-3e91-4644-8a63-58e19d68ff5b",
        "azure-policy:19ea9d63-adee-4431-a95e-1913c6c1c75f",
        "azure-policy:0fdf0491-d080-4575-b627-ad0e843cba0f",
        "azure-policy:d0793b48-0edc-4296-a390-4c75d1bdfd71",
        "azure-policy:3d9f5e4c-9947-4579-9539-2a7695fbc187",
        "checkov:CKV_AZURE_109",
        "checkov:CKV_AZURE_189",
        "checkov:CKV_AZURE_139",
        "checkov:CKV_AZURE_185",
        "checkov:CKV2_AZURE_32",
        "mcsb:DP-8",
        "mcsb:NS-2",
        "ms-caf-3.2",
    ],
    unless: c =>
        c.type === REGISTRY ? exempt(not(c.oneOf("sku.name", ["Premium"])), "a registry below Premium, which has no rules for networks") : undefined,
    facts: {
        "azure-native:keyvault:Vault": [closed("properties.publicNetworkAccess", OPEN, VAULT_FILTER)],
        "azure-native:keyvault:ManagedHsm": [closed("properties.publicNetworkAccess", OPEN, VAULT_FILTER)],
        [REGISTRY]: [
            closed("publicNetworkAccess", OPEN, {
                denies: "networkRuleSet.defaultAction",
                addresses: "networkRuleSet.ipRules[].iPAddressOrRange",
            }),
        ],
        "azure-native:appconfiguration:ConfigurationStore": [closed("publicNetworkAccess", OPEN)],
    },
});

const BUS = "azure-native:servicebus:Namespace";
const HUBS = "azure-native:eventhub:Namespace";
const API_MANAGEMENT = "azure-native:apimanagement:ApiManagementService";
const SIGNALR = "azure-native:signalrservice:SignalR";
const PUBSUB = "azure-native:webpubsub:WebPubSub";
const IOT = "azure-native:iothub:IotHubResource";
const RULE_SETS = ["azure-native:servicebus:NamespaceNetworkRuleSet", "azure-native:eventhub:NamespaceNetworkRuleSet"] as const;
const TOPIC_FILTER = { addresses: "inboundIpRules[].ipMask" };

/** What closes each service. A namespace may be closed by a set of rules beside it instead. */
const INTEGRATION = {
    [BUS]: closed("publicNetworkAccess", OPEN),
    [HUBS]: closed("publicNetworkAccess", OPEN),
    "azure-native:eventgrid:Topic": closed("publicNetworkAccess", OPEN, TOPIC_FILTER),
    "azure-native:eventgrid:Domain": closed("publicNetworkAccess", OPEN, TOPIC_FILTER),
    "azure-native:eventgrid:Namespace": closed("publicNetworkAccess", OPEN, TOPIC_FILTER),
    [SIGNALR]: closed("publicNetworkAccess", OPEN),
    [PUBSUB]: closed("publicNetworkAccess", OPEN),
    "azure-native:relay:Namespace": closed("publicNetworkAccess", OPEN),
    [API_MANAGEMENT]: closed("publicNetworkAccess", OPEN),
    "azure-native:automation:AutomationAccount": off("publicNetworkAccess", true, OPEN),
    "azure-native:batch:BatchAccount": closed("publicNetworkAccess", OPEN, {
        denies: "networkProfile.accountAccess.defaultAction",
        addresses: "networkProfile.accountAccess.ipRules[].value",
    }),
    "azure-native:datafactory:Factory": closed("publicNetworkAccess", OPEN),
    [IOT]: closed("properties.publicNetworkAccess", OPEN, {
        denies: "properties.networkRuleSets.defaultAction",
        addresses: "properties.networkRuleSets.ipRules[].ipMask",
    }),
    "azure-native:storagesync:StorageSyncService": oneOf("incomingTrafficPolicy", ["AllowVirtualNetworksOnly"], "AllowAllTraffic", OPEN),
} as const satisfies Readonly<Record<string, Fact>>;
type Integration = keyof typeof INTEGRATION;

export const integrationNoPublicNetwork = stackPolicy({
    ...access,
    name: "azure-integration-services-no-public-network",
    title: "Queues, hubs, factories and automation cannot be reached from any address",
    on: Object.keys(INTEGRATION) as Integration[],
    reads: RULE_SETS,
    why: "Messages and jobs pass through them between systems; nobody outside needs to reach them.",
    fix: "Set publicNetworkAccess to 'Disabled' and use a private endpoint, or name the networks that may come in.",
    references: [
        "azure-policy:cbd11fd3-3002-4907-b6c8-579f0e700e13",
        "azure-policy:0602787f-9896-402a-a6e1-39ee63ee435e",
        "azure-policy:1adadefe-5f21-44f7-b931-a59b54ccdb45",
        "azure-policy:f8f774be-6aee-492a-9e29-486ef81f3a68",
        "azure-policy:67dcad1a-ec60-45df-8fd0-14c9d29eeaa2",
        "azure-policy:21a9766a-82a5-4747-abb5-650b6dbba6d0",
        "azure-policy:bf45113f-264e-4a87-88f9-29ac8a0aca6a",
        "azure-policy:df73bd95-24da-4a4f-96b9-4e8b94b402bd",
        "azure-policy:ef619a2c-cc4d-4d03-b2ba-8c94a834d85b",
        "azure-policy:955a914f-bf86-4f0e-acd5-e0766b0efcb6",
        "azure-policy:74c5a0ae-5e48-4738-b093-65e23a060488",
        "azure-policy:1cf164be-6819-4a50-b8fa-4bcaa4f98fb6",
        "azure-policy:2d6830fb-07eb-48e7-8c4d-2a442b35f0fb",
        "azure-policy:21a8cd35-125e-4d13-b82d-2e19b7208bb7",
        "checkov:CKV_AZURE_204",
        "checkov:CKV_AZURE_193",
        "checkov:CKV_AZURE_106",
        "checkov:CKV_AZURE_107",
        "checkov:CKV_AZURE_174",
        "checkov:CKV_AZURE_104",
        "checkov:CKV_AZURE_108",
        "checkov:CKV_AZURE_64",
        "checkov:CKV2_AZURE_24",
        "checkov:CKV_AZURE_248",
        "checkov:CKV_AZURE_250",
        "mcsb:NS-2",
        "ms-caf-3.2",
    ],
    settings: {
        publicTypes: {
            type: "array",
            items: { type: "string" },
            default: [API_MANAGEMENT, SIGNALR, PUBSUB, IOT],
            description: "Type tokens of services that are there to be reached from outside.",
        },
    },
    checkResource(c) {
        const { graph, resource, settings, type } = c;
        if (settings.publicTypes.includes(type)) {
            c.notApplicable("a service that is there to be reached from outside, by publicTypes");
            return;
        }
        const spared = or(
            type === BUS && not(or(c.oneOf("sku.tier", ["Premium"]), c.oneOf("sku.name", ["Premium"]))),
            type === HUBS && c.oneOf("sku.name", ["Basic"]),
        );
        if (spared === true) {
            c.notApplicable("a tier that has neither rules for networks nor private endpoints");
            return;
        }
        const internal = type === API_MANAGEMENT && c.oneOf("virtualNetworkType", ["Internal"]);
        const beside = (type === BUS || type === HUBS) && linkedSatisfies(graph.into(resource, RULE_SETS, "namespaceName"), isRestrictive);
        for (const { path, answer } of INTEGRATION[type].judge(resource.props)) c.requireAt(or(spared, internal, beside, answer), path, OPEN);
    },
});

/** Does a namespace's set of rules close it, or let in only those whom it names? */
function isRestrictive({ props }: Resource): Answer {
    return or(isClosed(props, "publicNetworkAccess"), isFiltered(props, { denies: "defaultAction", addresses: "ipRules[].ipMask" }));
}

const LEARNING = "azure-native:machinelearningservices:Workspace";

export const aiNoPublicNetwork = mustByType({
    ...access,
    name: "azure-ai-and-analytics-no-public-network",
    title: "AI, search and analytics services cannot be reached from any address",
    why: "They read the records that they analyse: whoever reaches one with a stolen key or token reads them too.",
    fix: "Set publicNetworkAccess to 'Disabled' and use a private endpoint, or name the networks that may come in.",
    references: [
        "azure-policy:037eea7a-bd0a-46c5-9a66-03aea78705d3",
        "azure-policy:ee980b6d-0eca-4501-8d54-f6290fd512c3",
        "azure-policy:438c38d2-3772-465a-a9cc-7a6666a275ce",
        "azure-policy:38d8df46-cf4e-4073-8e03-48c24b29de0d",
        "azure-policy:0e7849de-b939-4c50-ab48-fc6b0f5eeba2",
        "azure-policy:43bc7be6-5e69-4b0d-a2bb-e815557ca673",
        "azure-policy:e8775d5a-73b7-4977-a39b-833ef0114628",
        "checkov:CKV_AZURE_134",
        "checkov:CKV_AZURE_124",
        "checkov:CKV_AZURE_144",
        "checkov:CKV_AZURE_158",
        "checkov:CKV2_AZURE_49",
        "checkov:CKV_AZURE_210",
        "mcsb:NS-2",
    ],
    unless: c => (c.type === LEARNING ? exempt(c.oneOf("kind", ["Project"]), "a project, which is reached as its hub is") : undefined),
    facts: {
        "azure-native:cognitiveservices:Account": [closed("properties.publicNetworkAccess", OPEN, VAULT_FILTER)],
        "azure-native:search:Service": [closed("publicNetworkAccess", OPEN, { addresses: "networkRuleSet.ipRules[].value" })],
        [LEARNING]: [closed("publicNetworkAccess", OPEN)],
        "azure-native:synapse:Workspace": [closed("publicNetworkAccess", OPEN)],
        "azure-native:databricks:Workspace": [closed("publicNetworkAccess", OPEN)],
        "azure-native:kusto:Cluster": [closed("publicNetworkAccess", OPEN, { addresses: "allowedIpRangeList[]" })],
        "azure-native:dashboard:Grafana": [closed("properties.publicNetworkAccess", OPEN)],
    },
});

const AT_TOP = "publicNetworkAccess";
const BELOW = "properties.publicNetworkAccess";
const IN_NETWORK = "network.publicNetworkAccess";

/** Where each service that has private endpoints says whether it has a public door besides. */
const DOORS = {
    "azure-native:storage:StorageAccount": AT_TOP,
    "azure-native:keyvault:Vault": BELOW,
    "azure-native:sql:Server": AT_TOP,
    "azure-native:cosmosdb:DatabaseAccount": AT_TOP,
    "azure-native:dbforpostgresql:Server": IN_NETWORK,
    "azure-native:dbformysql:Server": IN_NETWORK,
    "azure-native:containerregistry:Registry": AT_TOP,
    "azure-native:appconfiguration:ConfigurationStore": AT_TOP,
    "azure-native:servicebus:Namespace": AT_TOP,
    "azure-native:eventhub:Namespace": AT_TOP,
    "azure-native:eventgrid:Topic": AT_TOP,
    "azure-native:eventgrid:Domain": AT_TOP,
    "azure-native:signalrservice:SignalR": AT_TOP,
    "azure-native:redis:Redis": AT_TOP,
    "azure-native:search:Service": AT_TOP,
    "azure-native:cognitiveservices:Account": BELOW,
    "azure-native:machinelearningservices:Workspace": AT_TOP,
    "azure-native:databricks:Workspace": AT_TOP,
    "azure-native:synapse:Workspace": AT_TOP,
    "azure-native:recoveryservices:Vault": BELOW,
} as const satisfies Readonly<Record<string, string>>;
type Door = keyof typeof DOORS;

export const privateEndpointPresent = mustHave({
    ...access,
    name: "azure-paas-private-endpoint-present",
    title: "Services whose public door is shut have a private one",
    on: Object.keys(DOORS) as Door[],
    why: "A service that nothing can reach is opened again in a hurry, to everyone, the day that it is needed.",
    fix: "Put a PrivateEndpoint with the service's id as privateLinkServiceId into the network of those who use it.",
    references: [
        "azure-policy:6edd7eda-6dd8-40f7-810d-67160c639cd9",
        "azure-policy:7698e800-9299-47a6-b3b6-5a0fee576eed",
        "azure-policy:a6abeaec-4d90-4a02-805f-6b26c4d3fbe9",
        "azure-policy:58440f8a-10c5-4151-bdce-dfbaad4a20b7",
        "azure-policy:7803067c-7d34-46e3-8c79-0ca68fc4036d",
        "azure-policy:e8eef0a8-67cf-4eb4-9386-14b0e78733d4",
        "azure-policy:ca610c1d-041c-4332-9d88-7ed3094967c7",
        "azure-policy:9830b652-8523-49cc-b1b3-e17dce1127ca",
        "azure-policy:4b90e17e-8448-49db-875e-bd83fb6f804f",
        "azure-policy:2393d2cf-a342-44cd-a2e2-fe0188fd1234",
        "azure-policy:258823f2-4595-4b52-b333-cc96192710d8",
        "azure-policy:45e05259-1eb5-4f70-9574-baf73e9d219b",
        "azure-policy:d6759c02-b87f-42b7-892e-71b3f471d782",
        "azure-policy:0564d078-92f5-4f97-8398-b9f58a51f70b",
        "azure-policy:deeddb44-9f94-4903-9fa0-081d524406e3",
        "checkov:CKV2_AZURE_32",
        "checkov:CKV2_AZURE_33",
        "checkov:CKV2_AZURE_42",
        "checkov:CKV2_AZURE_44",
        "checkov:CKV2_AZURE_45",
        "checkov:CKV2_AZURE_56",
        "checkov:CKV2_AZURE_57",
        "checkov:CKV_AZURE_243",
        "cis-azure-2.0:3.10",
        "cis-azure-2.0:4.5.2",
        "cis-azure-2.0:8.7",
        "cis-azure-3.0:4.9",
        "cis-azure-3.0:5.4.2",
        "mcsb:DP-8",
        "mcsb:NS-2",
    ],
    with: [PRIVATE_ENDPOINT],
    by: ENDPOINT_TARGETS,
    test: () => true,
    unless: ({ type, resource: { props } }) =>
        exempt(
            or(
                not(isOneOf(read(props, DOORS[type]), ["Disabled"])),
                DOORS[type] === IN_NETWORK && isFilled(props, "network.delegatedSubnetResourceId"),
            ),
            "a service with a public door, or inside a network of one's own",
        ),
    message: "Its public door is shut, and no private endpoint leads to it.",
});
