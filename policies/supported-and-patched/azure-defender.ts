import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { isOneOf } from "../../src/policy/check";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import { sameAccount } from "../../src/policy/place";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, not, or, some } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

/** Is it one of these extensions of a plan, and not switched off? */
function isExtension(extension: Value, names: readonly string[]): Answer {
    return and(isOneOf(read(extension, "name"), names), not(isOneOf(read(extension, "isEnabled"), ["False"])));
}

const SCANNING = ["ContainerRegistriesVulnerabilityAssessments"];

export const defenderImageScanning = resourcePolicy({
    name: "azure-defender-containers-image-scanning",
    title: "Defender scans container images for vulnerabilities",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:security:Pricing"],
    why: "Images that nobody scans carry known holes into production and keep them there.",
    fix: "Set pricingTier 'Standard' on the plan 'Containers', and name ContainerRegistriesVulnerabilityAssessments wherever extensions are listed.",
    references: [
        "azure-policy:1c988dd6-ade4-430f-a608-2a3e5b0a6d38",
        "azure-policy:090c7b07-b4ed-4561-ad20-e9075f3ccaff",
        "azure-policy:17f4b1cc-c55c-4d94-b1f9-2978f6ac2957",
        "checkov:CKV_AZURE_85",
        "checkov:CKV_AZURE_86",
        "cis-azure-2.0:2.1.17",
        "cis-azure-2.0:2.1.8",
        "cis-azure-3.0:3.1.4.1",
        "mcsb:DS-6",
        "mcsb:PV-6",
        "ms-caf-3.2:6d220abf-cf6f-4b17-8f7e-0644c4cc84b4",
    ],
    check(c) {
        const containers = c.has("pricingName") ? c.oneOf("pricingName", ["Containers"]) : UNKNOWN;
        if (containers === false) {
            c.notApplicable("a plan for something else");
            return;
        }
        const other = not(containers);
        c.require(or(other, c.oneOf("pricingTier", ["Standard"])), "pricingTier", "The plan that scans container images is not bought.");
        const extensions = list(c.get("extensions"));
        const scans = or(
            c.get("extensions") === undefined,
            some(extensions, extension => isExtension(extension, SCANNING)),
        );
        c.require(or(other, scans), "extensions", "The plan's list of extensions leaves the scanning of registries out, or switches it off.");
    },
});

const MACHINE = "azure-native:compute:VirtualMachine";
const SERVERS_SETTING = "azure-native:security:AzureServersSetting";
const ASSESSMENT = "azure-native:security:ServerVulnerabilityAssessment";

/** Is each machine of the stack assessed by a resource of its own? With no machine here, one of another stack's must be. */
function eachIsAssessed(graph: Graph): Answer {
    return and(
        graph.of(ASSESSMENT).length > 0,
        every(graph.of(MACHINE), machine => linkedSatisfies(graph.into(machine, ASSESSMENT, "resourceName"), () => true)),
    );
}

export const defenderServerScanning = stackPolicy({
    name: "azure-defender-servers-vulnerability-assessment",
    title: "Defender for Servers looks for known flaws in machines",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:security:Pricing"],
    reads: [SERVERS_SETTING, ASSESSMENT, MACHINE],
    why: "What is not scanned keeps its published flaws until someone else finds them.",
    fix: "Buy the plan with subPlan 'P2' and an extension 'AgentlessVmScanning', or add an AzureServersSetting with selectedProvider 'MdeTvm'.",
    references: [
        "azure-policy:501541f7-f7e7-4cd6-868c-4190fdad3ac9",
        "azure-policy:4da35fc9-c9e7-4960-aec9-797fe7d9051d",
        "cis-azure-2.0:2.1.1",
        "cis-azure-3.0:3.1.3.1",
        "mcsb:ES-1",
        "mcsb:IR-3",
        "mcsb:IR-5",
        "mcsb:LT-1",
        "mcsb:LT-2",
        "mcsb:PV-5",
        "ncsc-cloud-principles:5.2",
    ],
    checkResource(c) {
        const { graph, resource } = c;
        const asked = and(c.has("pricingName") ? c.oneOf("pricingName", ["VirtualMachines"]) : UNKNOWN, c.oneOf("pricingTier", ["Standard"]));
        if (asked === false) {
            c.notApplicable("a plan for something else, or one that is not bought");
            return;
        }
        // The lesser plan has no scanning without an agent; the other starts it unless a list of extensions says otherwise.
        const agentless = and(
            not(c.oneOf("subPlan", ["P1"])),
            or(
                c.get("extensions") === undefined,
                some(list(c.get("extensions")), extension => isExtension(extension, ["AgentlessVmScanning"])),
            ),
        );
        const byAgent = some(graph.of(SERVERS_SETTING), setting =>
            and(isOneOf(read(setting.props, "selectedProvider"), ["MdeTvm"]), sameAccount(setting, resource)),
        );
        c.require(
            or(not(asked), agentless, byAgent, eachIsAssessed(graph)),
            "extensions",
            "Nothing looks for known flaws in the machines that the plan protects.",
        );
    },
});
