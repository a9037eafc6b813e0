import { type Cases, UNKNOWN, of } from "../support/cases";

const service = of("azure-native:apimanagement:ApiManagementService");
const api = of("azure-native:apimanagement:Api");
const backend = of("azure-native:apimanagement:Backend");

const GATEWAY = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10";
const BACKENDS = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Ssl30";
const API_VERSION = "apiVersionConstraint.minApiVersion";

export const cases: Cases = {
    "azure-apim-protocols-secure": {
        compliant: {
            "left out": [service({}), api({ path: "records" }), backend({})],
            "old protocols off, said outright": service({ customProperties: { [GATEWAY]: "False", [BACKENDS]: "false" } }),
            "other properties": service({ customProperties: { "Microsoft.WindowsAzure.ApiManagement.Gateway.Protocols.Server.Http2": "True" } }),
            "a version of the API": service({ apiVersionConstraint: { minApiVersion: "2021-08-01" } }),
            "TLS only": [api({ path: "records", protocols: ["https", "wss"] }), backend({ url: "https://records.example.nhs.uk" })],
            "a cluster of Service Fabric": backend({ url: "fabric:/app/service" }),
        },
        violating: {
            "an old protocol": [service({ customProperties: { [GATEWAY]: "True" } }), "customProperties"],
            "an old protocol towards backends": [service({ customProperties: { [BACKENDS]: "true" } }), "customProperties"],
            "an old version of the API": [service({ apiVersionConstraint: { minApiVersion: "2019-12-01" } }), API_VERSION],
            "no version of the API, where one is asked": {
                resources: [service({})],
                settings: { requireMinApiVersion: true },
                property: API_VERSION,
            },
            "plain HTTP": [api({ path: "records", protocols: ["https", "http"] }), "protocols[1]"],
            "a backend by plain HTTP": [backend({ url: "http://records.example.nhs.uk" }), "url"],
        },
        undetermined: {
            "known only after the update": [service({ customProperties: { [GATEWAY]: UNKNOWN } }), "customProperties"],
            "protocols known only after the update": [api({ path: "records", protocols: UNKNOWN }), "protocols"],
            "a backend known only after the update": [backend({ url: UNKNOWN }), "url"],
        },
    },
};
