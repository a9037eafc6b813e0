import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("azure-native:containerservice:ManagedCluster");
const pool = of("azure-native:containerservice:AgentPool");

export const cases: Cases = {
    "azure-aks-rbac-enabled": {
        compliant: { "on by default": cluster({}), "on, said outright": cluster({ enableRBAC: true }) },
        violating: { off: [cluster({ enableRBAC: false }), "enableRBAC"] },
        undetermined: { "known only after the update": [cluster({ enableRBAC: UNKNOWN }), "enableRBAC"] },
    },
    "azure-aks-api-server-restricted": {
        compliant: {
            "a private cluster": cluster({ apiServerAccessProfile: { enablePrivateCluster: true } }),
            "few addresses": cluster({ apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24", "198.51.100.7"] } }),
        },
        violating: {
            "left out": [cluster({}), "apiServerAccessProfile.authorizedIPRanges"],
            "no ranges": [cluster({ apiServerAccessProfile: { authorizedIPRanges: [] } }), "apiServerAccessProfile.authorizedIPRanges"],
            "a range too wide": [
                cluster({ apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24", "10.0.0.0/16"] } }),
                "apiServerAccessProfile.authorizedIPRanges",
            ],
            "integrated with the network only": [
                cluster({ apiServerAccessProfile: { enableVnetIntegration: true } }),
                "apiServerAccessProfile.authorizedIPRanges",
            ],
        },
        undetermined: {
            "known only after the update": [
                cluster({ apiServerAccessProfile: { authorizedIPRanges: UNKNOWN } }),
                "apiServerAccessProfile.authorizedIPRanges",
            ],
        },
    },
    "azure-aks-network-policy": {
        compliant: {
            Cilium: cluster({ networkProfile: { networkPolicy: "cilium" } }),
            "Azure's": cluster({ networkProfile: { networkPolicy: "azure" } }),
        },
        violating: {
            "left out": [cluster({}), "networkProfile.networkPolicy"],
            "none, said outright": [cluster({ networkProfile: { networkPolicy: "none" } }), "networkProfile.networkPolicy"],
        },
        undetermined: { "known only after the update": [cluster({ networkProfile: UNKNOWN }), "networkProfile.networkPolicy"] },
    },
    "azure-aks-no-node-public-ip": {
        compliant: {
            "none by default": [cluster({ agentPoolProfiles: [{ name: "system" }] }), pool({})],
            "none, said outright": [
                cluster({ agentPoolProfiles: [{ name: "system", enableNodePublicIP: false }] }),
                pool({ enableNodePublicIP: false }),
            ],
        },
        violating: {
            "in a cluster's pool": [
                cluster({ agentPoolProfiles: [{ name: "a" }, { name: "b", enableNodePublicIP: true }] }),
                "agentPoolProfiles[1].enableNodePublicIP",
            ],
            "in a pool of its own": [pool({ enableNodePublicIP: true }), "enableNodePublicIP"],
        },
        undetermined: { "known only after the update": [pool({ enableNodePublicIP: UNKNOWN }), "enableNodePublicIP"] },
    },
};
