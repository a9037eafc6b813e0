import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const workflow = of("azure-native:logic:Workflow");
const group = of("azure-native:containerinstance:ContainerGroup");
const search = of("azure-native:search:Service");

export const cases: Cases = {
    "azure-workload-managed-identity": {
        compliant: {
            "of the system's": app({ identity: { type: "SystemAssigned" } }),
            both: app({ identity: { type: "SystemAssigned, UserAssigned" } }),
            "a workflow": workflow({ identity: { type: "SystemAssigned" } }),
            "of the user's": group({ identity: { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s/identity"] } }),
        },
        violating: {
            "left out": [app({ name: "records" }), "identity.type"],
            "none, said outright": [search({ identity: { type: "None" } }), "identity.type"],
        },
        undetermined: { "known only after the update": [app({ identity: { type: UNKNOWN } }), "identity.type"] },
    },
};
