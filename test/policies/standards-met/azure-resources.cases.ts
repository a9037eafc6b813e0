import { type Cases, UNKNOWN, of } from "../support/cases";

const resource = of("azure-native:resources:Resource");

export const cases: Cases = {
    "azure-no-classic-resources": {
        compliant: {
            "a resource of Resource Manager": resource({ resourceProviderNamespace: "Microsoft.Compute", resourceType: "virtualMachines" }),
        },
        violating: {
            "a classic machine": [
                resource({ resourceProviderNamespace: "Microsoft.ClassicCompute", resourceType: "virtualMachines" }),
                "resourceProviderNamespace",
            ],
            "classic storage, in other letters": [
                resource({ resourceProviderNamespace: "microsoft.classicstorage", resourceType: "storageAccounts" }),
                "resourceProviderNamespace",
            ],
        },
        undetermined: {
            "known only after the update": [resource({ resourceProviderNamespace: UNKNOWN, resourceType: UNKNOWN }), "resourceProviderNamespace"],
        },
    },
};
