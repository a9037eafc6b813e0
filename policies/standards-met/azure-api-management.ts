import { mustByType } from "../../src/policy/factories";
import { fact, noneOf } from "../../src/policy/facts";
import type { Value } from "../../src/policy/resource";
import { type Answer, not, some } from "../../src/policy/unknown";
import { isRecord, text, truth } from "../../src/policy/values";

/** Switches of protocols before TLS 1.2, towards callers and towards backends. */
const OLD_PROTOCOL = /\.Security\.(?:Backend\.)?Protocols\.(?:Tls10|Tls11|Ssl30)$/i;

/** The version of the management API that stopped giving out secrets to whoever may only read. */
const SAFE_API = "2021-08-01";

export const apimProtocolsSecure = mustByType({
    name: "azure-apim-protocols-secure",
    title: "API Management speaks TLS 1.2 or later only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Over plain HTTP or an old protocol, requests with their tokens can be read on the way to the gateway or behind it.",
    fix: "List only 'https' (and 'wss') in protocols, leave old protocols out of customProperties, and begin a backend's url with https.",
    references: [
        "azure-policy:ee7495e7-3ba7-40b6-bfee-c29e22cc75d4",
        "azure-policy:b741306c-968e-4b67-b916-5675e5c709f4",
        "checkov:CKV_AZURE_173",
        "checkov:CKV_AZURE_215",
        "mcsb:DP-3",
        "mcsb:PV-2",
    ],
    settings: {
        requireMinApiVersion: { type: "boolean", default: false, description: "Ask that apiVersionConstraint.minApiVersion be set." },
    },
    facts: ({ requireMinApiVersion }) => ({
        "azure-native:apimanagement:ApiManagementService": [
            fact("customProperties", "The gateway takes versions of TLS before 1.2.", value => not(switchesOnOld(value))),
            fact(
                "apiVersionConstraint.minApiVersion",
                `The service may be managed by versions of the API before ${SAFE_API}, which give out secrets.`,
                value => (value === undefined ? !requireMinApiVersion : text(value) >= SAFE_API),
            ),
        ],
        "azure-native:apimanagement:Api": [noneOf("protocols[]", ["http", "ws"], undefined, "The API answers without TLS.")],
        "azure-native:apimanagement:Backend": [
            // Clusters of Service Fabric are called by a name of their own and asked by certificate.
            fact("url", "The gateway calls the backend without TLS.", value => value === undefined || /^(https|fabric):/i.test(text(value))),
        ],
    }),
});

function switchesOnOld(properties: Value | undefined): Answer {
    if (!isRecord(properties)) return false;
    return some(Object.entries(properties), ([name, value]) => OLD_PROTOCOL.test(name) && (truth(value) ?? false));
}
