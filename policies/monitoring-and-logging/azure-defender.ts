import { resourcePolicy } from "../../src/policy/definition";
import { isUnknown } from "../../src/policy/unknown";

export const defenderPlanStandard = resourcePolicy({
    name: "azure-defender-plan-standard",
    title: "Defender plans that are declared are on",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:security:Pricing"],
    why: "The free tier only recommends; it detects no attack.",
    fix: "Set pricingTier to 'Standard'.",
    references: [
        "azure-policy:a1181c5f-672a-477a-979a-7d58aa086233",
        "azure-policy:4da35fc9-c9e7-4960-aec9-797fe7d9051d",
        "azure-policy:2913021d-f2fd-4f3d-b958-22354e2bdbcb",
        "azure-policy:7fe3b40f-802b-4cdd-8bd4-fd799c948cc2",
        "azure-policy:6581d072-105e-4418-827f-bd446d56421b",
        "azure-policy:0e6763cc-5078-4e64-889d-ff4d9a839047",
        "azure-policy:c3d20c29-b36d-48fe-808b-99a87530ad99",
        "azure-policy:0a9fbe0d-c5c4-4da8-87d8-f4fd77338835",
        "azure-policy:640d2586-54d2-465f-877f-9ffc1d2109f4",
        "checkov:CKV_AZURE_19",
        "mcsb:LT-1",
    ],
    settings: {
        exemptPlans: {
            type: "array",
            items: { type: "string" },
            default: ["Dns", "KubernetesService", "ContainerRegistry"],
            description: "Plans that Azure has retired or folded into others.",
        },
    },
    check({ word, oneOf, settings, require, notApplicable }) {
        const plan = word("pricingName");
        if (plan !== undefined && !isUnknown(plan) && settings.exemptPlans.includes(plan)) notApplicable("a plan that Azure has folded into another");
        else require(oneOf("pricingTier", ["Standard"]), "pricingTier", "The Defender plan is on the free tier.");
    },
});
