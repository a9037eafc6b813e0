import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

type Cluster = CaseProps<"azure-native:containerservice:ManagedCluster">;
const cluster = of("azure-native:containerservice:ManagedCluster");

const config = { logAnalyticsWorkspaceResourceID: UNKNOWN };
const addonProfiles = { omsagent: { enabled: true, config } };
const defender = { logAnalyticsWorkspaceResourceId: "/subscriptions/s", securityMonitoring: { enabled: true } };
const watched = (props: Cluster = {}) => cluster({ addonProfiles, securityProfile: { defender }, ...props } as Cluster);

export const cases: Cases = {
    "azure-aks-monitoring-and-defender": {
        compliant: {
            "both are on": watched(),
            "keys in other case": watched({
                addonProfiles: { omsAgent: { enabled: true, config: { loganalyticsworkspaceresourceid: "/subscriptions/s" } } },
            }),
        },
        violating: {
            "nothing said": [cluster({}), "addonProfiles"],
            "the add-on is off": [watched({ addonProfiles: { omsagent: { enabled: false } } }), "addonProfiles"],
            "the add-on has no workspace": [watched({ addonProfiles: { omsagent: { enabled: true } } }), "addonProfiles"],
            "no Defender": [watched({ securityProfile: {} }), "securityProfile.defender.securityMonitoring.enabled"],
            "Defender without a workspace": [
                watched({ securityProfile: { defender: { securityMonitoring: { enabled: true } } } }),
                "securityProfile.defender.logAnalyticsWorkspaceResourceId",
            ],
        },
        undetermined: {
            "add-ons known only after the update": [watched({ addonProfiles: UNKNOWN }), "addonProfiles"],
            "a block of which one part is not known yet": [
                watched({ securityProfile: UNKNOWN }),
                "securityProfile.defender.securityMonitoring.enabled",
            ],
        },
    },
};
