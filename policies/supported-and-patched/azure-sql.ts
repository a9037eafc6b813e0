import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { sameAccount } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, or, some } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

const PLAN = "azure-native:security:Pricing";
const EXPRESS = "azure-native:sql:SqlVulnerabilityAssessmentsSetting";
const CLASSIC = "azure-native:sql:ServerVulnerabilityAssessment";
const OF_INSTANCE = "azure-native:sql:ManagedInstanceVulnerabilityAssessment";

/** Does the express setting, or the classic assessment, scan again and again? */
function scans({ type, props }: Resource): Answer {
    return type === EXPRESS ? isOneOf(read(props, "state"), ["Enabled"]) : (truth(read(props, "recurringScans.isEnabled")) ?? false);
}

export const sqlVulnerabilityAssessment = stackPolicy({
    name: "azure-sql-vulnerability-assessment-enabled",
    title: "SQL servers and managed instances are scanned for known flaws",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:sql:Server", "azure-native:sql:ManagedInstance"],
    reads: [EXPRESS, CLASSIC, OF_INSTANCE, PLAN],
    why: "A database that nobody scans keeps its wrong settings and open rights until someone else finds them.",
    fix: "Add a SqlVulnerabilityAssessmentsSetting of the server with state 'Enabled', or an assessment with recurringScans.isEnabled.",
    references: [
        "azure-policy:ef2a8f2a-b3d9-49cd-a8a8-9a3aaaf647d9",
        "azure-policy:1b7aa243-30e4-4c9e-bca8-d0d3022b634a",
        "azure-policy:feedbf84-6b99-488c-acc2-71c829aa5ffc",
        "checkov:CKV2_AZURE_2",
        "checkov:CKV2_AZURE_3",
        "cis-azure-2.0:4.2.2",
        "cis-azure-2.0:4.2.3",
        "cis-azure-2.0:4.2.4",
        "cis-azure-2.0:4.2.5",
        "mcsb:PV-5",
        "mcsb:PV-6",
        "ncsc-cloud-principles:5.2",
    ],
    checkResource({ graph, resource, type, require }) {
        const server = type === "azure-native:sql:Server";
        const own = server ? graph.into(resource, [EXPRESS, CLASSIC], "serverName") : graph.into(resource, OF_INSTANCE, "managedInstanceName");
        // The plan for the whole subscription scans the servers that say nothing themselves.
        const byPlan = (): Answer =>
            some(graph.of(PLAN), plan =>
                and(
                    isOneOf(read(plan.props, "pricingName"), ["SqlServers"]),
                    isOneOf(read(plan.props, "pricingTier"), ["Standard"]),
                    sameAccount(plan, resource),
                ),
            );
        const saysNothing = own.certain.length === 0;
        require(or(
            linkedSatisfies(own, scans),
            server && saysNothing ? byPlan() : false,
        ), "", "No setting has it scanned for known flaws again and again.");
    },
});
