import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, not, or, some } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const ONBOARDING = "azure-native:securityinsights:SentinelOnboardingState";
const SOLUTION = "azure-native:operationsmanagement:Solution";

export const sentinelOnboarded = stackPolicy({
    name: "azure-sentinel-onboarded",
    title: "The workspace for security monitoring has Microsoft Sentinel",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [WORKSPACE],
    reads: [ONBOARDING, SOLUTION],
    why: "Logs that no rule reads show an attack only to those who already look for it.",
    fix: "Add a securityinsights SentinelOnboardingState named 'default' with the workspace's name as workspaceName.",
    references: ["azure-policy:3e596b57-105f-48a6-be97-03e9243bad6e", "ms-caf-3.2"],
    holds: "security-account",
    checkResource({ graph, resource, tagged, require, notApplicable }) {
        const asked = tagged("role", "security-monitoring");
        if (asked === false) {
            notApplicable("a workspace that is not tagged for security monitoring");
            return;
        }
        const onboarded = or(
            linkedSatisfies(graph.into(resource, ONBOARDING, "workspaceName"), () => true),
            linkedSatisfies(graph.into(resource, SOLUTION, "properties.workspaceResourceId"), isSentinel),
        );
        require(or(not(asked), onboarded), "", "The workspace is not onboarded to Microsoft Sentinel.");
    },
    checkStack({ graph, require }) {
        require(or(
            graph.of(ONBOARDING).length > 0,
            some(graph.of(SOLUTION), isSentinel),
        ), "", "The stack holds the security tools, but onboards no workspace to Microsoft Sentinel.");
    },
});

/** How a workspace was onboarded before there was a resource for it. */
function isSentinel(solution: Resource): Answer {
    return isOneOf(read(solution.props, "plan.product"), ["OMSGallery/SecurityInsights"]);
}
