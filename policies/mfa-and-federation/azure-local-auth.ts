import { isOneOf } from "../../src/policy/check";
import { exempt, must, mustByType } from "../../src/policy/factories";
import { fact, on, together } from "../../src/policy/facts";
import { UNKNOWN, and, is, not, some } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

/** What a service's own keys are called in messages. */
const KEYS = "The service's own keys open it.";
const COMPUTE = "azure-native:machinelearningservices:Compute";

/** What the three policies have in common: a key is no identity. */
const local = {
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    evidence: "supporting",
    since: "1.0",
    why: "A key opens the service for whoever has it, past MFA and past every role, until somebody changes it.",
} as const;

export const messagingLocalAuthDisabled = must({
    ...local,
    name: "azure-messaging-local-auth-disabled",
    title: "Queues, hubs and event topics are reached by identity, not by key",
    severity: "high",
    on: [
        "azure-native:servicebus:Namespace",
        "azure-native:eventhub:Namespace",
        "azure-native:eventgrid:Topic",
        "azure-native:eventgrid:Domain",
        "azure-native:signalrservice:SignalR",
        "azure-native:webpubsub:WebPubSub",
    ],
    fix: "Set disableLocalAuth to true and give identities roles for sending and receiving.",
    references: [
        "azure-policy:cfb11c26-f069-4c14-8e36-56c394dae5af",
        "azure-policy:5d4e3c65-4873-47be-94f3-6f8b953a3598",
        "azure-policy:ae9fb87f-8a17-4428-94a4-8135d431055c",
        "azure-policy:8bfadddb-ee1c-4639-8911-a38cb8e0b3bd",
        "azure-policy:f70eecba-335d-4bbc-81d5-5b17b03d498f",
        "azure-policy:b66ab71c-582d-4330-adfd-ac162e78691e",
        "checkov:CKV_AZURE_203",
        "checkov:CKV_AZURE_192",
        "checkov:CKV_AZURE_195",
        "ms-caf-3.2",
    ],
    facts: [on("disableLocalAuth", false, KEYS)],
});

export const aiLocalAuthDisabled = mustByType({
    ...local,
    name: "azure-ai-and-search-local-auth-disabled",
    title: "AI services, search and machine learning are reached by identity, not by key",
    severity: "high",
    fix: "Set disableLocalAuth to true (properties.disableLocalAuth on AI services and compute) and give identities roles.",
    references: [
        "azure-policy:71ef260a-8f18-47b7-abcb-62d0673d94dc",
        "azure-policy:6300012e-e9a4-4649-b41f-a85f5c43be91",
        "azure-policy:e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f",
        "checkov:CKV_AZURE_236",
        "checkov:CKV_AZURE_142",
        "mcsb:IM-1",
        "ms-caf-3.2",
    ],
    unless: c =>
        c.type === COMPUTE
            ? exempt(
                  not(c.oneOf("properties.computeType", ["AmlCompute", "ComputeInstance"])),
                  "compute of another service, which signs people in itself",
              )
            : undefined,
    facts: {
        "azure-native:cognitiveservices:Account": [on("properties.disableLocalAuth", false, KEYS)],
        "azure-native:search:Service": [on("disableLocalAuth", false, KEYS)],
        [COMPUTE]: [on("properties.disableLocalAuth", false, "The compute has accounts of its own.")],
    },
});

export const platformLocalAuthDisabled = mustByType({
    ...local,
    name: "azure-platform-services-local-auth-disabled",
    title: "Configuration, automation, monitoring, batch, cache and IoT services are reached by identity, not by key",
    severity: "medium",
    fix: "Set disableLocalAuth to true, or what the service calls it: see its property in the finding.",
    references: [
        "azure-policy:b08ab3ca-1062-4db3-8803-eec9cae605d6",
        "azure-policy:48c5f1cb-14ad-4797-8e3b-f78ab3f8d700",
        "azure-policy:e15effd4-2278-4c65-a0da-4d6f6d1890e2",
        "azure-policy:199d5677-e4d9-4264-9465-efe1839c06bd",
        "azure-policy:6f68b69f-05fe-49cd-b361-777ee9ca7e35",
        "azure-policy:3827af20-8f80-4b15-8300-6db0873ec901",
        "azure-policy:672d56b3-23a7-4a3c-a233-b77ed7777518",
        "checkov:CKV_AZURE_184",
    ],
    facts: {
        "azure-native:appconfiguration:ConfigurationStore": [on("disableLocalAuth", false, KEYS)],
        "azure-native:automation:AutomationAccount": [on("disableLocalAuth", false, KEYS)],
        "azure-native:operationalinsights:Workspace": [on("features.disableLocalAuth", false, KEYS)],
        "azure-native:applicationinsights:Component": [on("disableLocalAuth", false, KEYS)],
        "azure-native:batch:BatchAccount": [
            together("allowedAuthenticationModes", KEYS, props => {
                const modes = list(read(props, "allowedAuthenticationModes"));
                return and(
                    is(modes, named => named.length > 0),
                    not(some(modes, mode => isOneOf(mode, ["SharedKey"]))),
                );
            }),
        ],
        "azure-native:redis:Redis": [on("disableAccessKeyAuthentication", false, KEYS)],
        // Left out, it is the API's version that decides.
        "azure-native:redisenterprise:Database": [
            fact("accessKeysAuthentication", KEYS, value => (value === undefined ? UNKNOWN : isOneOf(value, ["Disabled"]))),
        ],
        "azure-native:iothub:IotHubResource": [on("properties.disableLocalAuth", false, KEYS)],
    },
});
