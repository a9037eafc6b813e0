import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:apigateway/domainName:DomainName");
const domainV2 = of("aws:apigatewayv2/domainName:DomainName");
const restApi = of("aws:apigateway/restApi:RestApi");

export const cases: Cases = {
    "aws-api-gateway-domain-tls": {
        compliant: {
            "TLS 1.2": domain({ domainName: "api.example.nhs.uk", securityPolicy: "TLS_1_2" }),
            "one of the newer policies": domain({ domainName: "api.example.nhs.uk", securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }),
            "an HTTP API's domain": domainV2({ domainNameConfiguration: { securityPolicy: "TLS_1_2" } }),
            "a REST API that says nothing": restApi(),
        },
        violating: {
            "TLS 1.0": [domain({ domainName: "api.example.nhs.uk", securityPolicy: "TLS_1_0" }), "securityPolicy"],
            "TLS 1.0 on a REST API": [restApi({ securityPolicy: "TLS_1_0" }), "securityPolicy"],
            "a REST API that says nothing, where it is asked": {
                resources: [restApi()],
                settings: { requireOnRestApi: true },
                property: "securityPolicy",
            },
            "an HTTP API's domain without it": [
                domainV2({ domainNameConfiguration: { endpointType: "REGIONAL" } }),
                "domainNameConfiguration.securityPolicy",
            ],
        },
        undetermined: {
            "left out, where the default depends on the endpoint": [domain({ domainName: "api.example.nhs.uk" }), "securityPolicy"],
            "known only after the update": [restApi({ securityPolicy: UNKNOWN }), "securityPolicy"],
        },
    },
};
