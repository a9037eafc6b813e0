import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:codeartifact/domain:Domain");
const repository = of("aws:codeartifact/repository:Repository");
const NPM = { externalConnections: { externalConnectionName: "public:npmjs" } };
const proxy = repository({ domain: "acme", repository: "npm", ...NPM });

export const cases: Cases = {
    "aws-codeartifact-controlled-dependencies": {
        compliant: {
            "no connection": repository({ domain: "acme", repository: "records" }),
            "a connection of a repository for it": repository({ domain: "acme", repository: "npm-public-proxy", ...NPM }),
            "a connection of an upstream of others": [
                proxy,
                repository({ domain: "acme", repository: "records", upstreams: [{ repositoryName: "npm" }] }),
            ],
            "a domain with a key, where one is asked for": {
                resources: [domain({ domain: "acme", encryptionKey: UNKNOWN })],
                settings: { requireCustomerKey: true },
            },
        },
        violating: {
            "a connection of the repository that builds use": [repository({ domain: "acme", repository: "records", ...NPM }), "externalConnections"],
            "a domain without a key, where one is asked for": {
                resources: [domain({ domain: "acme" })],
                settings: { requireCustomerKey: true },
                property: "encryptionKey",
            },
        },
        undetermined: {
            "a connection that is not known": [
                repository({ domain: "acme", repository: "records", externalConnections: UNKNOWN }),
                "externalConnections",
            ],
            "a name that is not known": [repository({ domain: "acme", repository: UNKNOWN, ...NPM }), "externalConnections"],
        },
        notApplicable: { "a domain": domain({ domain: "acme" }) },
    },
};
