import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("azure-native:servicefabric:ManagedCluster");
const azureActiveDirectory = { tenantId: "t", clusterApplication: "a", clientApplication: "b" };

export const cases: Cases = {
    "azure-service-fabric-entra-client-auth": {
        compliant: {
            "through Entra": cluster({ azureActiveDirectory, allowRdpAccess: false }),
            "remote desktop left out: it is closed": cluster({ azureActiveDirectory: { ...azureActiveDirectory, clientApplication: UNKNOWN } }),
        },
        violating: {
            "certificates only": [cluster({ clients: [{ isAdmin: true, thumbprint: "x" }] }), "azureActiveDirectory.tenantId"],
            "no application for clients": [
                cluster({ azureActiveDirectory: { tenantId: "t", clusterApplication: "a" } }),
                "azureActiveDirectory.clientApplication",
            ],
            "remote desktop": [cluster({ azureActiveDirectory, allowRdpAccess: true }), "allowRdpAccess"],
        },
        undetermined: { "known only after the update": [cluster({ azureActiveDirectory, allowRdpAccess: UNKNOWN }), "allowRdpAccess"] },
    },
};
