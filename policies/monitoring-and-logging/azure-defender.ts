import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, isUnknown, not, or, some } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { PRICING, isSubscriptionPlan } from "../shared/azure-subscription";

export const defenderPlanStandard = resourcePolicy({
    name: "azure-defender-plan-standard",
    title: "Defender plans that are declared are on",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [PRICING],
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

export const defenderPlansComplete = stackPolicy({
    name: "azure-defender-plans-complete",
    title: "Defender watches every kind of resource that a subscription may hold",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [PRICING],
    why: "A plan that is not declared stays as somebody once left it, mostly off, and nobody sees the attack on what it would have watched.",
    fix: "Declare a security Pricing with pricingTier 'Standard' for each missing plan of the subscription.",
    references: [
        "azure-policy:1f90fc71-a595-4066-8974-d4d0802e8ef0",
        "azure-policy:adbe85b5-83e6-4350-ab58-bf3a4f736e5e",
        "azure-policy:7926a6d1-b268-4586-8197-e8ae90c877d7",
        "azure-policy:1c988dd6-ade4-430f-a608-2a3e5b0a6d38",
        "azure-policy:a1181c5f-672a-477a-979a-7d58aa086233",
        "cis-azure-2.0:2.1.17",
        "cis-azure-2.0:2.1.3",
        "cis-azure-2.0:2.1.8",
        "cis-azure-2.0:2.1.9",
        "cis-azure-3.0:3.1.4.1",
        "cis-azure-3.0:3.1.7.1",
        "mcsb:DP-1",
        "mcsb:DP-2",
        "mcsb:IR-3",
        "mcsb:IR-5",
        "mcsb:LT-1",
        "mcsb:LT-2",
        "ms-caf-3.2",
    ],
    settings: {
        requiredPlans: {
            type: "array",
            items: { type: "string" },
            default: ["VirtualMachines", "SqlServers", "StorageAccounts", "KeyVaults", "Arm", "Containers", "AppServices"],
            description: "Plans that a stack which declares any must declare for the same subscription.",
        },
    },
    checkStack({ graph, settings, require, notApplicable }) {
        const plans = graph.of(PRICING).filter(plan => isSubscriptionPlan(graph, plan) !== false);
        if (plans.length === 0) {
            notApplicable("no plan of a subscription");
            return;
        }
        const asked = some(plans, plan => isSubscriptionPlan(graph, plan));
        const known = [...new Set(plans.map(scopeOf).filter(scope => scope !== undefined))];
        // Scopes that are not known yet are taken for one subscription's.
        const scopes = known.length > 0 ? known : [undefined];
        const declared = (scope: string | undefined, name: string): Answer =>
            some(plans, plan => {
                const own = scopeOf(plan);
                return and(own === scope ? true : own === undefined ? UNKNOWN : false, isOneOf(read(plan.props, "pricingName") ?? UNKNOWN, [name]));
            });
        const { requiredPlans } = settings;
        const missing = requiredPlans.filter(name => scopes.some(scope => declared(scope, name) !== true));
        require(or(
            not(asked),
            every(scopes, scope => every(requiredPlans, name => declared(scope, name))),
        ), "", `The stack declares Defender plans of a subscription, but not ${missing.join(", ")}.`);
    },
});

/** The subscription of a plan, `undefined` where it is not known. */
function scopeOf(plan: Resource): string | undefined {
    const scope = read(plan.props, "scopeId");
    return scope === UNKNOWN || scope === undefined
        ? undefined
        : text(scope)
              .toLowerCase()
              .replace(/^\/|\/$/g, "");
}

export const defenderForStorageScans = mustByType({
    name: "azure-defender-for-storage-malware-scanning",
    title: "Defender for Storage is on, and scans what is uploaded",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "A service that takes files from outside stores malware for whoever opens them next.",
    fix: "Set properties.isEnabled and properties.malwareScanning.onUpload.isEnabled of DefenderForStorage (isEnabled of AdvancedThreatProtection).",
    references: [
        "azure-policy:640d2586-54d2-465f-877f-9ffc1d2109f4",
        "cis-azure-2.0:2.1.7",
        "mcsb:DP-2",
        "mcsb:IR-3",
        "mcsb:IR-5",
        "mcsb:LT-1",
        "mcsb:LT-2",
    ],
    facts: {
        "azure-native:security:DefenderForStorage": [
            on("properties.isEnabled", false, "Defender for Storage is off."),
            on("properties.malwareScanning.onUpload.isEnabled", false, "What is uploaded is not scanned for malware."),
        ],
        // The protection that came before has no scanner.
        "azure-native:security:AdvancedThreatProtection": [on("isEnabled", false, "Advanced threat protection is off.")],
    },
});
