import { must, mustByType } from "../../src/policy/factories";
import { off, on, oneOf, together } from "../../src/policy/facts";
import { parseBlock } from "../../src/policy/networks";
import { and, every, is, or } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

export const aksRbacEnabled = must({
    name: "azure-aks-rbac-enabled",
    title: "Kubernetes clusters check what each identity may do",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [CLUSTER],
    why: "Without role-based access control, everyone who reaches the cluster may do everything in it.",
    fix: "Leave enableRBAC on.",
    references: ["azure-policy:ac4a19c2-fa67-49b4-8ae5-0b2e78c49457", "checkov:CKV_AZURE_5", "mcsb:PA-7"],
    facts: [on("enableRBAC", true, "Role-based access control is switched off.")],
});

export const aksApiServerRestricted = must({
    name: "azure-aks-api-server-restricted",
    title: "The control plane of Kubernetes clusters answers few addresses",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: [CLUSTER],
    why: "A control plane that faces the internet is open to stolen credentials and fresh flaws from anywhere.",
    fix: "Set apiServerAccessProfile.authorizedIPRanges to the addresses that need it, or make the cluster private, which replaces it.",
    references: [
        "azure-policy:040732e8-d947-40b8-95d6-854c95024bf8",
        "azure-policy:0e246bcf-5f6f-4f87-bc6f-775d4712c7ea",
        "checkov:CKV_AZURE_115",
        "checkov:CKV_AZURE_6",
        "mcsb:NS-2",
    ],
    settings: { minPrefix: { type: "integer", minimum: 8, maximum: 32, default: 24, description: "Fixed bits that an authorised range must have." } },
    facts: ({ minPrefix }) => [
        together("apiServerAccessProfile.authorizedIPRanges", "The control plane answers the internet, or ranges too wide.", props =>
            or(
                truth(read(props, "apiServerAccessProfile.enablePrivateCluster")) ?? false,
                is(list(read(props, "apiServerAccessProfile.authorizedIPRanges")), ranges =>
                    and(
                        ranges.length > 0,
                        every(ranges, range => is(range, cidr => (parseBlock(text(cidr))?.bits ?? 0) >= minPrefix)),
                    ),
                ),
            ),
        ),
    ],
});

export const aksNetworkPolicy = must({
    name: "azure-aks-network-policy",
    title: "Kubernetes clusters can limit who speaks with whom inside",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CLUSTER],
    why: "Without a network policy engine, one container that is taken over reaches every other.",
    fix: "Set networkProfile.networkPolicy to 'cilium', 'calico' or 'azure' when the cluster is made.",
    references: ["azure-policy:46238e2f-3f6f-4589-9f3f-77bed4116e67", "checkov:CKV_AZURE_7"],
    facts: [oneOf("networkProfile.networkPolicy", ["azure", "calico", "cilium"], "none", "The cluster has no network policy engine.")],
});

export const aksNoNodePublicIp = mustByType({
    name: "azure-aks-no-node-public-ip",
    title: "Kubernetes nodes have no public addresses",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    why: "A node with a public address can be attacked past every load balancer and firewall.",
    fix: "Leave enableNodePublicIP off.",
    references: ["checkov:CKV_AZURE_143"],
    facts: {
        [CLUSTER]: [off("agentPoolProfiles[].enableNodePublicIP", false, "The pool's nodes have public addresses.")],
        "azure-native:containerservice:AgentPool": [off("enableNodePublicIP", false, "The pool's nodes have public addresses.")],
    },
});
