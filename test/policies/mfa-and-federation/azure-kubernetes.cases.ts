import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("azure-native:containerservice:ManagedCluster");

export const cases: Cases = {
    "azure-aks-local-accounts-disabled": {
        compliant: { "Entra alone": cluster({ disableLocalAccounts: true, aadProfile: { managed: true } }) },
        violating: {
            "left out": [cluster({ aadProfile: { managed: true } }), "disableLocalAccounts"],
            "kept, said outright": [cluster({ disableLocalAccounts: false, aadProfile: { managed: true } }), "disableLocalAccounts"],
            "no Entra": [cluster({ disableLocalAccounts: true }), "aadProfile.managed"],
        },
        undetermined: {
            "known only after the update": [cluster({ disableLocalAccounts: UNKNOWN, aadProfile: { managed: true } }), "disableLocalAccounts"],
        },
    },
};
