import { lifecycle } from "../../src/charter/lifecycles";
import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { everyLinked } from "../../src/policy/graph";
import type { Props, Resource } from "../../src/policy/resource";
import type { Path } from "../../src/policy/types";
import { type Answer, UNKNOWN, and, or } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { compareVersions } from "../../src/policy/versions";
import { WARN_WITHIN_DAYS } from "../shared/azure-retired";
import { judgeLifecycle } from "../shared/lifecycle";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const POOL = "azure-native:containerservice:AgentPool";

/** Does the cluster pay for long-term support? */
function isOnLongTermPlan({ props }: Resource): Answer {
    return isOneOf(read(props, "supportPlan"), ["AKSLongTermSupport"]);
}

/** An Automatic cluster looks after its own upgrades. */
function managesItself(props: Props): Answer {
    return isOneOf(read(props, "sku.name"), ["Automatic"]);
}

export const aksVersion = stackPolicy({
    name: "azure-aks-kubernetes-version-supported",
    title: "Kubernetes clusters and their node pools run a version in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER, POOL],
    why: "A Kubernetes version past its end gets no security patches, and a cluster that runs it is not supported.",
    fix: "Leave kubernetesVersion out, or name a minor version in support; an older one needs supportPlan 'AKSLongTermSupport'.",
    references: ["azure-policy:fb893a29-21bb-418c-a157-e99480ec364c", "endoflife:azure-kubernetes-service"],
    settings: {
        minimumVersion: {
            type: "string",
            default: "1.34",
            description: "From which version on one is accepted that the lifecycle table does not list.",
        },
        minimumLtsVersion: { type: "string", default: "1.31", description: "The same for clusters on the long-term support plan." },
        warnWithinDays: WARN_WITHIN_DAYS,
    },
    checkResource(c) {
        const { today, settings } = c;
        // A pool's plan is its cluster's.
        const longTerm =
            c.type === POOL ? everyLinked(c.graph.from(c.resource, "resourceName", CLUSTER), isOnLongTermPlan) : isOnLongTermPlan(c.resource);
        const versions =
            c.type === POOL ? c.all("orchestratorVersion") : [...c.all("kubernetesVersion"), ...c.all("agentPoolProfiles[].orchestratorVersion")];
        for (const { path, value } of versions) {
            if (value === UNKNOWN) {
                c.undeterminedAt(path, "The Kubernetes version is not known before the update.");
                continue;
            }
            const version = text(value);
            if (version === "") continue;
            const found = lifecycle("aks", version, today, { warnWithinDays: settings.warnWithinDays });
            const what = `Kubernetes ${found.row?.cycle ?? "version"}`;
            if (found.state === "extended") {
                c.requireAt(
                    longTerm,
                    path,
                    `${what} is past standard support and needs the long-term support plan, which covers it until ${found.row?.extendedEnds ?? ""}.`,
                );
            } else if (found.state.startsWith("unlisted")) {
                const accepted = or(
                    compareVersions(version, settings.minimumVersion) >= 0,
                    and(longTerm, compareVersions(version, settings.minimumLtsVersion) >= 0),
                );
                c.requireAt(
                    accepted,
                    path,
                    "The Kubernetes version is older than the setting minimumVersion (minimumLtsVersion on the long-term plan).",
                );
            } else if (found.state !== "ending" || longTerm !== true) judgeLifecycle(c, path as Path<typeof CLUSTER | typeof POOL>, what, found);
        }
    },
});

export const aksUpgradeChannel = resourcePolicy({
    name: "azure-aks-auto-upgrade-channel",
    title: "Kubernetes clusters upgrade themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER],
    why: "A cluster without an upgrade channel stays on the patch it was made with until somebody thinks of it.",
    fix: "Set autoUpgradeProfile.upgradeChannel to 'patch', 'stable' or 'rapid', and name at most a minor version in kubernetesVersion.",
    references: ["azure-policy:5c345cdf-2049-47e0-b8fe-b0e96bc2df35", "checkov:CKV_AZURE_171"],
    settings: {
        allowNodeImageOnly: {
            type: "boolean",
            default: false,
            description: "Accept the channel 'node-image', which leaves the control plane as it is.",
        },
    },
    check(c) {
        const channels = ["patch", "stable", "rapid", ...(c.settings.allowNodeImageOnly ? ["node-image"] : [])];
        const upgrades = or(managesItself(c.resource.props), c.oneOf("autoUpgradeProfile.upgradeChannel", channels, "none"));
        c.require(upgrades, "autoUpgradeProfile.upgradeChannel", "No upgrade channel keeps the cluster's control plane and nodes patched.");
        const version = c.word("kubernetesVersion");
        if (upgrades === true && typeof version === "string" && /^\d+\.\d+\.\d+/.test(version)) {
            c.advice(
                "kubernetesVersion",
                "The channel moves the cluster past the patch that is named here, and a later update is refused as a downgrade: name the minor version only.",
            );
        }
    },
});

export const aksNodeChannel = resourcePolicy({
    name: "azure-aks-node-os-upgrade-channel",
    title: "Kubernetes nodes get their operating system's patches",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER],
    why: "Nodes that are patched by nobody, or patched and never restarted, run kernels with known holes.",
    fix: "Leave autoUpgradeProfile.nodeOSUpgradeChannel out, or set it to 'SecurityPatch' or 'NodeImage'.",
    references: ["azure-policy:04408ca5-aa10-42ce-8536-98955cdddd4c"],
    check(c) {
        const patched = or(
            managesItself(c.resource.props),
            c.oneOf("autoUpgradeProfile.nodeOSUpgradeChannel", ["SecurityPatch", "NodeImage"], "NodeImage"),
        );
        c.require(patched, "autoUpgradeProfile.nodeOSUpgradeChannel", "Azure does not patch the nodes' operating system.");
    },
});

/** The families of node images that end, with their rows of the lifecycle table. What is not listed is current. */
const NODE_IMAGES = {
    cblmariner: ["azure-retired", "aks-azure-linux-2.0"],
    mariner: ["azure-retired", "aks-azure-linux-2.0"],
    windows2019: ["azure-retired", "aks-windows-server-2019"],
    windows2022: ["azure-retired", "aks-windows-server-2022"],
    windowsannual: ["windows-server-annual", "23h2"],
    ubuntu1804: ["azure-retired", "aks-ubuntu-18.04-nodes"],
    ubuntu2004: ["azure-retired", "aks-ubuntu-20.04-nodes"],
} as const;

export const aksNodeImage = resourcePolicy({
    name: "azure-aks-node-os-sku-supported",
    title: "Kubernetes nodes run an operating system in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER, POOL],
    why: "AKS makes no more node images of a retired operating system, so its nodes get no patches.",
    fix: "Leave osSKU out, or set it to a family in support, such as 'Ubuntu' or 'AzureLinux'.",
    references: ["azure-policy:fb893a29-21bb-418c-a157-e99480ec364c"],
    settings: { warnWithinDays: WARN_WITHIN_DAYS },
    check(c) {
        for (const { path, value } of c.type === POOL ? c.all("osSKU") : c.all("agentPoolProfiles[].osSKU")) {
            if (value === UNKNOWN) {
                c.undeterminedAt(path, "The nodes' operating system is not known before the update.");
                continue;
            }
            const family = text(value).toLowerCase();
            if (!(family in NODE_IMAGES)) continue;
            const [product, cycle] = NODE_IMAGES[family as keyof typeof NODE_IMAGES];
            judgeLifecycle(
                c,
                path as Path<typeof CLUSTER | typeof POOL>,
                `The node image family ${family}`,
                lifecycle(product, cycle, c.today, c.settings),
            );
        }
    },
});
