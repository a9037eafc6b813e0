import { resourcePolicy } from "../../src/policy/definition";
import { isOneOf } from "../../src/policy/check";
import { UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

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
            some(extensions, extension => is(extension, e => and(isOneOf(read(e, "name"), SCANNING), not(isOneOf(read(e, "isEnabled"), ["False"]))))),
        );
        c.require(or(other, scans), "extensions", "The plan's list of extensions leaves the scanning of registries out, or switches it off.");
    },
});
