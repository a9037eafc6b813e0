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
    "azure-aks-workload-identity": {
        compliant: {
            "both on": cluster({ oidcIssuerProfile: { enabled: true }, securityProfile: { workloadIdentity: { enabled: true } } }),
            "an issuer by default": cluster({ kubernetesVersion: "1.35", securityProfile: { workloadIdentity: { enabled: true } } }),
            "both by default": cluster({ sku: { name: "Automatic", tier: "Standard" } }),
            "no pod identity, said outright": cluster({
                oidcIssuerProfile: { enabled: true },
                securityProfile: { workloadIdentity: { enabled: true } },
                podIdentityProfile: { enabled: false },
            }),
        },
        violating: {
            "left out": [cluster({ kubernetesVersion: "1.33" }), "oidcIssuerProfile.enabled"],
            "no workload identity": [cluster({ oidcIssuerProfile: { enabled: true } }), "securityProfile.workloadIdentity.enabled"],
            "the default said outright": [
                cluster({ oidcIssuerProfile: { enabled: true }, securityProfile: { workloadIdentity: { enabled: false } } }),
                "securityProfile.workloadIdentity.enabled",
            ],
            "pod identity": [
                cluster({
                    oidcIssuerProfile: { enabled: true },
                    securityProfile: { workloadIdentity: { enabled: true } },
                    podIdentityProfile: { enabled: true },
                }),
                "podIdentityProfile.enabled",
            ],
        },
        undetermined: {
            "known only after the update": [
                cluster({ oidcIssuerProfile: { enabled: true }, securityProfile: UNKNOWN }),
                "securityProfile.workloadIdentity.enabled",
            ],
        },
    },
};
