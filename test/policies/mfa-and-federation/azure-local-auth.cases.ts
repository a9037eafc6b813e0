import { type Cases, UNKNOWN, of } from "../support/cases";

const bus = of("azure-native:servicebus:Namespace");
const hubs = of("azure-native:eventhub:Namespace");
const topic = of("azure-native:eventgrid:Topic");
const domain = of("azure-native:eventgrid:Domain");
const signalR = of("azure-native:signalrservice:SignalR");
const pubSub = of("azure-native:webpubsub:WebPubSub");
const ai = of("azure-native:cognitiveservices:Account");
const search = of("azure-native:search:Service");
const compute = of("azure-native:machinelearningservices:Compute");
const store = of("azure-native:appconfiguration:ConfigurationStore");
const automation = of("azure-native:automation:AutomationAccount");
const workspace = of("azure-native:operationalinsights:Workspace");
const insights = of("azure-native:applicationinsights:Component");
const batch = of("azure-native:batch:BatchAccount");
const redis = of("azure-native:redis:Redis");
const enterprise = of("azure-native:redisenterprise:Database");
const iot = of("azure-native:iothub:IotHubResource");

const LOCAL = "disableLocalAuth";
const UNDER = "properties.disableLocalAuth";

export const cases: Cases = {
    "azure-messaging-local-auth-disabled": {
        compliant: {
            "keys are off": [bus({ disableLocalAuth: true }), hubs({ disableLocalAuth: true }), topic({ disableLocalAuth: true })],
            "keys are off, for browsers too": [
                domain({ disableLocalAuth: true }),
                signalR({ disableLocalAuth: true }),
                pubSub({ disableLocalAuth: true }),
            ],
        },
        violating: {
            "left out": [bus({}), LOCAL],
            "the default said outright": [topic({ disableLocalAuth: false }), LOCAL],
        },
        undetermined: { "known only after the update": [hubs({ disableLocalAuth: UNKNOWN }), LOCAL] },
    },
    "azure-ai-and-search-local-auth-disabled": {
        compliant: {
            "keys are off": [ai({ properties: { disableLocalAuth: true } }), search({ disableLocalAuth: true })],
            "no accounts on the compute": compute({ properties: { computeType: "ComputeInstance", disableLocalAuth: true } }),
        },
        violating: {
            "left out": [ai({ kind: "OpenAI", properties: { customSubDomainName: "records" } }), UNDER],
            "left out of search": [search({ authOptions: { apiKeyOnly: {} } }), LOCAL],
            "the default said outright": [compute({ properties: { computeType: "AmlCompute", disableLocalAuth: false } }), UNDER],
        },
        undetermined: {
            "known only after the update": [ai({ properties: UNKNOWN }), UNDER],
            "compute of a kind that is not known": [compute({ properties: UNKNOWN }), UNDER],
        },
        notApplicable: { "a cluster that signs people in itself": compute({ properties: { computeType: "Kubernetes" } }) },
    },
    "azure-platform-services-local-auth-disabled": {
        compliant: {
            "keys are off": [store({ disableLocalAuth: true }), automation({ disableLocalAuth: true }), insights({ disableLocalAuth: true })],
            "keys are off, by other names": [
                workspace({ features: { disableLocalAuth: true } }),
                iot({ properties: { disableLocalAuth: true } }),
                redis({ disableAccessKeyAuthentication: true }),
                enterprise({ accessKeysAuthentication: "Disabled" }),
            ],
            "identities only": batch({ allowedAuthenticationModes: ["AAD", "TaskAuthenticationToken"] }),
        },
        violating: {
            "left out": [workspace({}), "features.disableLocalAuth"],
            "left out of batch": [batch({}), "allowedAuthenticationModes"],
            "keys among the modes": [batch({ allowedAuthenticationModes: ["AAD", "SharedKey"] }), "allowedAuthenticationModes"],
            "the default said outright": [redis({ disableAccessKeyAuthentication: false }), "disableAccessKeyAuthentication"],
            "keys said outright": [enterprise({ accessKeysAuthentication: "Enabled" }), "accessKeysAuthentication"],
        },
        undetermined: {
            "known only after the update": [store({ disableLocalAuth: UNKNOWN }), LOCAL],
            "modes known only after the update": [batch({ allowedAuthenticationModes: UNKNOWN }), "allowedAuthenticationModes"],
            "left to the API's version": [enterprise({}), "accessKeysAuthentication"],
        },
    },
};
