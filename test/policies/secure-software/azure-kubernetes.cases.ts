import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("azure-native:containerservice:ManagedCluster");
const provider = (rotation: string | typeof UNKNOWN) =>
    cluster({ addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: rotation } } } });

export const cases: Cases = {
    "azure-aks-policy-addon": {
        compliant: {
            on: cluster({ addonProfiles: { azurepolicy: { enabled: true } } }),
            "in another spelling": cluster({ addonProfiles: { azurePolicy: { enabled: true } } }),
            "AKS Automatic": cluster({ sku: { name: "Automatic", tier: "Standard" } }),
        },
        violating: {
            "left out": [cluster({}), "addonProfiles"],
            "off, said outright": [cluster({ addonProfiles: { azurepolicy: { enabled: false } } }), "addonProfiles"],
            "another add-on": [cluster({ addonProfiles: { omsagent: { enabled: true } } }), "addonProfiles"],
        },
        undetermined: {
            "known only after the update": [cluster({ addonProfiles: { azurepolicy: { enabled: UNKNOWN } } }), "addonProfiles"],
            "add-ons that are not known": [cluster({ addonProfiles: UNKNOWN }), "addonProfiles"],
        },
    },
    "azure-aks-secret-store-rotation": {
        compliant: { rotating: provider("true") },
        violating: {
            "no add-on": [cluster({}), "addonProfiles"],
            "an add-on that is off": [
                cluster({ addonProfiles: { azureKeyvaultSecretsProvider: { enabled: false, config: { enableSecretRotation: "true" } } } }),
                "addonProfiles",
            ],
            "no rotation, by default": [cluster({ addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } } }), "addonProfiles"],
            "no rotation, said outright": [provider("false"), "addonProfiles"],
        },
        undetermined: { "known only after the update": [provider(UNKNOWN), "addonProfiles"] },
    },
    "azure-aks-managed-identity": {
        compliant: {
            "of the system's": cluster({ identity: { type: "SystemAssigned" } }),
            "of the user's, with the profile that Azure shows": cluster({
                identity: { type: "UserAssigned" },
                servicePrincipalProfile: { clientId: "msi" },
            }),
        },
        violating: {
            "left out": [cluster({}), "identity.type"],
            "none, said outright": [cluster({ identity: { type: "None" } }), "identity.type"],
            "a service principal": [
                cluster({ servicePrincipalProfile: { clientId: "a", secret: "correct-horse" } }),
                "servicePrincipalProfile.secret",
            ],
        },
        undetermined: { "known only after the update": [cluster({ identity: UNKNOWN }), "identity.type"] },
    },
};
