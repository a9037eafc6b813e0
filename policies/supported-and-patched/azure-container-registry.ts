import { exempt, must } from "../../src/policy/factories";
import { oneOf } from "../../src/policy/facts";
import { not } from "../../src/policy/unknown";

export const registryQuarantine = must({
    name: "azure-acr-quarantine-policy",
    title: "Container registries hold images back until a scanner has released them, where that is asked",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:containerregistry:Registry"],
    why: "An image that can be pulled before it is scanned can be in production before its flaws are known.",
    fix: "Set policies.quarantinePolicy.status to 'enabled', with a scanner that releases what it finds good.",
    references: ["checkov:CKV_AZURE_166", "checkov:CKV_AZURE_163"],
    settings: {
        requireQuarantine: {
            type: "boolean",
            default: false,
            description: "Ask it. Only with a scanner that releases images, which Defender does not: without one, no image can be pulled.",
        },
    },
    unless: c =>
        c.settings.requireQuarantine
            ? exempt(not(c.oneOf("sku.name", ["Premium"])), "a tier of registry that cannot hold images back")
            : "quarantine is not asked for by the setting requireQuarantine",
    facts: [oneOf("policies.quarantinePolicy.status", ["enabled"], "disabled", "Images can be pulled before they are scanned.")],
});
