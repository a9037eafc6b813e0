import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:apigateway/domainName:DomainName");
const domainV2 = of("aws:apigatewayv2/domainName:DomainName");
const restApi = of("aws:apigateway/restApi:RestApi");

const stage = of("aws:apigateway/stage:Stage");
const integration = of("aws:apigateway/integration:Integration");
const integrationV2 = of("aws:apigatewayv2/integration:Integration");
const methods = of("aws:apigateway/methodSettings:MethodSettings");
const apiCache = of("aws:appsync/apiCache:ApiCache");

const cached = stage({ stageName: "live", cacheClusterEnabled: true });

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
    "aws-api-gateway-backend-authenticated-tls": {
        compliant: {
            "a backend whose certificate is checked": integration({ type: "HTTP", uri: "https://app.example.nhs.uk" }),
            "a private backend whose name is checked": integrationV2({
                integrationType: "HTTP_PROXY",
                connectionType: "VPC_LINK",
                tlsConfig: { serverNameToVerify: "app.example.nhs.uk" },
            }),
            "a function": integrationV2({ integrationType: "AWS_PROXY" }),
            "a certificate, where one is asked for": {
                resources: [stage({ clientCertificateId: UNKNOWN })],
                settings: { requireClientCertificate: true },
            },
        },
        violating: {
            "a backend whose certificate is not checked": [
                integration({ type: "HTTP", tlsConfig: { insecureSkipVerification: true } }),
                "tlsConfig.insecureSkipVerification",
            ],
            "a private backend": [integrationV2({ integrationType: "HTTP_PROXY", connectionType: "VPC_LINK" }), "tlsConfig.serverNameToVerify"],
            "no certificate, where one is asked for": {
                resources: [stage({ stageName: "live" })],
                settings: { requireClientCertificate: true },
                property: "clientCertificateId",
            },
        },
        undetermined: {
            "known only after the update": [integration({ tlsConfig: { insecureSkipVerification: UNKNOWN } }), "tlsConfig.insecureSkipVerification"],
            "a connection that is not known": [
                integrationV2({ integrationType: "HTTP_PROXY", connectionType: UNKNOWN }),
                "tlsConfig.serverNameToVerify",
            ],
        },
        notApplicable: { "no certificates are asked for": stage({ stageName: "live" }) },
    },
    "aws-api-gateway-cache-encrypted": {
        compliant: {
            "an encrypted cache": [cached, methods({ stageName: "live", settings: { cachingEnabled: true, cacheDataEncrypted: true } })],
            "AppSync with both": apiCache({ atRestEncryptionEnabled: true, transitEncryptionEnabled: true }),
        },
        violating: {
            "encryption left out": [[cached, methods({ stageName: "live", settings: { cachingEnabled: true } })], "settings.cacheDataEncrypted"],
            "said to be off": [
                [cached, methods({ stageName: "live", settings: { cachingEnabled: true, cacheDataEncrypted: false } })],
                "settings.cacheDataEncrypted",
            ],
            "AppSync without": [apiCache({ atRestEncryptionEnabled: true }), "transitEncryptionEnabled"],
        },
        undetermined: {
            "known only after the update": [
                [cached, methods({ stageName: "live", settings: { cachingEnabled: true, cacheDataEncrypted: UNKNOWN } })],
                "settings.cacheDataEncrypted",
            ],
            "a stage elsewhere, which may have no cache": [
                methods({ stageName: "elsewhere", settings: { cachingEnabled: true } }),
                "settings.cacheDataEncrypted",
            ],
        },
        notApplicable: {
            "caching is off": methods({ stageName: "live", settings: { metricsEnabled: true } }),
            "a stage without a cache": [stage({ stageName: "live" }), methods({ stageName: "live", settings: { cachingEnabled: true } })],
        },
    },
};
