import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:opensearch/domain:Domain");
const elasticsearch = of("aws:elasticsearch/domain:Domain");
const serverless = of("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy");

const network = (open: boolean): string =>
    JSON.stringify([{ Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }], AllowFromPublic: open }]);

export const cases: Cases = {
    "aws-search-encrypted-at-rest-and-between-nodes": {
        compliant: { "both on": domain({ encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } }) },
        violating: {
            "blocks left out": [domain(), "encryptAtRest.enabled"],
            "storage only": [elasticsearch({ encryptAtRest: { enabled: true } }), "nodeToNodeEncryption.enabled"],
            "said to be off": [domain({ encryptAtRest: { enabled: false }, nodeToNodeEncryption: { enabled: true } }), "encryptAtRest.enabled"],
        },
        undetermined: {
            "known only after the update": [
                domain({ encryptAtRest: { enabled: UNKNOWN }, nodeToNodeEncryption: { enabled: true } }),
                "encryptAtRest.enabled",
            ],
        },
    },
    "aws-search-https-modern-tls": {
        compliant: {
            "HTTPS is enforced where the block leaves it out": domain({
                domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
            }),
            "HTTPS said to be enforced": domain({ domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" } }),
        },
        violating: {
            "no block": [domain(), "domainEndpointOptions.enforceHttps"],
            "HTTPS not enforced": [
                domain({ domainEndpointOptions: { enforceHttps: false, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } }),
                "domainEndpointOptions.enforceHttps",
            ],
            "the default policy": [elasticsearch({ domainEndpointOptions: { enforceHttps: true } }), "domainEndpointOptions.tlsSecurityPolicy"],
            "TLS 1.0 said outright": [
                domain({ domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" } }),
                "domainEndpointOptions.tlsSecurityPolicy",
            ],
        },
        undetermined: {
            "a policy that is not known": [
                domain({ domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: UNKNOWN } }),
                "domainEndpointOptions.tlsSecurityPolicy",
            ],
            "a block that is not known": [domain({ domainEndpointOptions: UNKNOWN }), "domainEndpointOptions.enforceHttps"],
        },
    },
    "aws-search-in-vpc": {
        compliant: {
            "subnets given": domain({ vpcOptions: { subnetIds: ["subnet-1"] } }),
            "subnets that are made in the same update": elasticsearch({ vpcOptions: { subnetIds: UNKNOWN } }),
            "a closed network policy": serverless({ type: "network", policy: network(false) }),
        },
        violating: {
            "no VPC options": [domain(), "vpcOptions.subnetIds"],
            "an empty list": [domain({ vpcOptions: { subnetIds: [] } }), "vpcOptions.subnetIds"],
            "an open network policy": [serverless({ type: "network", policy: network(true) }), "policy"],
        },
        undetermined: {
            "a network policy that is not known": [serverless({ type: "network", policy: UNKNOWN }), "policy"],
            "a text that is no JSON": [serverless({ type: "network", policy: "{" }), "policy"],
        },
        notApplicable: { "an encryption policy": serverless({ type: "encryption", policy: "{}" }) },
    },
    "aws-search-fine-grained-access-control": {
        compliant: {
            "switched on": domain({ advancedSecurityOptions: { enabled: true } }),
            "anonymous users kept out": domain({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: false } }),
        },
        violating: {
            "no block": [domain(), "advancedSecurityOptions.enabled"],
            "said to be off": [elasticsearch({ advancedSecurityOptions: { enabled: false } }), "advancedSecurityOptions.enabled"],
            "anonymous users let in": [
                domain({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: true } }),
                "advancedSecurityOptions.anonymousAuthEnabled",
            ],
        },
        undetermined: {
            "known only after the update": [domain({ advancedSecurityOptions: { enabled: UNKNOWN } }), "advancedSecurityOptions.enabled"],
        },
    },
};
