import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const managedCluster = of("azure-native:containerservice:ManagedCluster");
const pool = of("azure-native:containerservice:AgentPool");
const cluster = (props: CaseProps<"azure-native:containerservice:ManagedCluster">) =>
    managedCluster({ resourceGroupName: "rg", resourceName: "aks", ...props });

function pooled(kubernetesVersion: string, supportPlan?: string | typeof UNKNOWN) {
    const one = managedCluster({ kubernetesVersion: "1.36", ...(supportPlan === undefined ? {} : { supportPlan }) });
    return [one, pool({ resourceName: UNKNOWN, orchestratorVersion: kubernetesVersion }, { resourceName: one })];
}

export const cases: Cases = {
    "azure-aks-kubernetes-version-supported": {
        compliant: {
            "left to AKS, which chooses one in support": cluster({ agentPoolProfiles: [{ name: "system" }] }),
            "a minor version in support": cluster({ kubernetesVersion: "1.36" }),
            "a patch of it, and pools": cluster({
                kubernetesVersion: "1.36.2",
                agentPoolProfiles: [{ name: "system", orchestratorVersion: "1.36" }],
            }),
            "one that ends soon, with advice": { resources: [cluster({ kubernetesVersion: "1.34" })], advice: true },
            "an older one on the long-term plan": cluster({ kubernetesVersion: "1.33", supportPlan: "AKSLongTermSupport" }),
            "one that ends soon, on the long-term plan": cluster({ kubernetesVersion: "1.34", supportPlan: "AKSLongTermSupport" }),
            "one newer than the table": cluster({ kubernetesVersion: "1.41" }),
            "a pool of a cluster on the long-term plan": pooled("1.33", "AKSLongTermSupport"),
        },
        violating: {
            "past standard support": [cluster({ kubernetesVersion: "1.33" }), "kubernetesVersion"],
            "the same with the default plan said outright": [
                cluster({ kubernetesVersion: "1.33", supportPlan: "KubernetesOfficial" }),
                "kubernetesVersion",
            ],
            "past all support": [cluster({ kubernetesVersion: "1.29.7", supportPlan: "AKSLongTermSupport" }), "kubernetesVersion"],
            "older than the table": [cluster({ kubernetesVersion: "1.19" }), "kubernetesVersion"],
            "one of the cluster's own pools": [
                cluster({ kubernetesVersion: "1.36", agentPoolProfiles: [{ name: "a" }, { name: "b", orchestratorVersion: "1.30" }] }),
                "agentPoolProfiles[1].orchestratorVersion",
            ],
            "a pool of a cluster without the plan": [pooled("1.33"), "orchestratorVersion"],
        },
        undetermined: {
            "known only after the update": [cluster({ kubernetesVersion: UNKNOWN }), "kubernetesVersion"],
            "an older one on a plan not known yet": [cluster({ kubernetesVersion: "1.33", supportPlan: UNKNOWN }), "kubernetesVersion"],
            "an older pool of a cluster in another stack": [pool({ resourceName: "elsewhere", orchestratorVersion: "1.33" }), "orchestratorVersion"],
        },
    },
    "azure-aks-auto-upgrade-channel": {
        compliant: {
            patches: cluster({ autoUpgradeProfile: { upgradeChannel: "patch" }, kubernetesVersion: "1.36" }),
            "an automatic cluster": cluster({ sku: { name: "Automatic", tier: "Standard" } }),
            "a pinned patch, with advice": {
                resources: [cluster({ autoUpgradeProfile: { upgradeChannel: "stable" }, kubernetesVersion: "1.36.2" })],
                advice: true,
            },
            "node images, where they will do": {
                resources: [cluster({ autoUpgradeProfile: { upgradeChannel: "node-image" } })],
                settings: { allowNodeImageOnly: true },
            },
        },
        violating: {
            none: [cluster({}), "autoUpgradeProfile.upgradeChannel"],
            "none said outright": [cluster({ autoUpgradeProfile: { upgradeChannel: "none" } }), "autoUpgradeProfile.upgradeChannel"],
            "node images only": [cluster({ autoUpgradeProfile: { upgradeChannel: "node-image" } }), "autoUpgradeProfile.upgradeChannel"],
        },
        undetermined: {
            "known only after the update": [cluster({ autoUpgradeProfile: { upgradeChannel: UNKNOWN } }), "autoUpgradeProfile.upgradeChannel"],
        },
    },
    "azure-aks-node-os-upgrade-channel": {
        compliant: {
            "left out: node images": cluster({}),
            "the default said outright": cluster({ autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" } }),
            "security patches": cluster({ autoUpgradeProfile: { nodeOSUpgradeChannel: "SecurityPatch" } }),
            "an automatic cluster": cluster({ sku: { name: "Automatic", tier: "Standard" }, autoUpgradeProfile: { nodeOSUpgradeChannel: "None" } }),
        },
        violating: {
            none: [cluster({ autoUpgradeProfile: { nodeOSUpgradeChannel: "None" } }), "autoUpgradeProfile.nodeOSUpgradeChannel"],
            "unmanaged: the nodes patch themselves and are not restarted": [
                cluster({ autoUpgradeProfile: { nodeOSUpgradeChannel: "Unmanaged" } }),
                "autoUpgradeProfile.nodeOSUpgradeChannel",
            ],
        },
        undetermined: { "known only after the update": [cluster({ autoUpgradeProfile: UNKNOWN }), "autoUpgradeProfile.nodeOSUpgradeChannel"] },
    },
    "azure-aks-node-os-sku-supported": {
        compliant: {
            "left out": cluster({ agentPoolProfiles: [{ name: "system" }] }),
            "the default said outright": cluster({ agentPoolProfiles: [{ name: "system", osSKU: "Ubuntu" }] }),
            "a pool of Azure Linux": pool({ osSKU: "AzureLinux" }),
            "one that ends soon, with advice": { resources: [pool({ osSKU: "Windows2022" })], advice: true },
        },
        violating: {
            "a retired family": [pool({ osSKU: "CBLMariner" }), "osSKU"],
            "one of the cluster's own pools": [
                cluster({ agentPoolProfiles: [{ name: "system" }, { name: "win", osSKU: "Windows2019" }] }),
                "agentPoolProfiles[1].osSKU",
            ],
        },
        undetermined: { "known only after the update": [pool({ osSKU: UNKNOWN }), "osSKU"] },
    },
};
