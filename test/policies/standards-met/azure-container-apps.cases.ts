import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:app:ContainerApp");
const environment = of("azure-native:app:ManagedEnvironment");
const internal = { requireInternalEnvironment: true };

export const cases: Cases = {
    "azure-container-apps-ingress-hardened": {
        compliant: {
            "no ingress": app({}),
            "HTTPS by default": app({ configuration: { ingress: { external: true, targetPort: 8080 } } }),
            "HTTPS, said outright": app({ configuration: { ingress: { allowInsecure: false } } }),
            "an internal environment": {
                resources: [environment({ vnetConfiguration: { internal: true, infrastructureSubnetId: UNKNOWN } })],
                settings: internal,
            },
            "an environment without public access": { resources: [environment({ publicNetworkAccess: "Disabled" })], settings: internal },
        },
        violating: {
            "plain HTTP": [app({ configuration: { ingress: { allowInsecure: true } } }), "configuration.ingress.allowInsecure"],
            "a public environment where none may be": { resources: [environment({})], settings: internal, property: "vnetConfiguration.internal" },
            "an environment without a subnet": {
                resources: [environment({ vnetConfiguration: { internal: true } })],
                settings: internal,
                property: "vnetConfiguration.internal",
            },
        },
        undetermined: {
            "known only after the update": [app({ configuration: { ingress: UNKNOWN } }), "configuration.ingress.allowInsecure"],
            "a network known only after the update": {
                resources: [environment({ vnetConfiguration: UNKNOWN })],
                settings: internal,
                property: "vnetConfiguration.internal",
            },
        },
        notApplicable: { "an environment of which nothing is asked": environment({}) },
    },
};
