import { must } from "../../src/policy/factories";
import { fact } from "../../src/policy/facts";
import { text } from "../../src/policy/values";

export const noClassicResources = must({
    name: "azure-no-classic-resources",
    title: "Nothing is deployed to Azure's classic model",
    commitment: "standards-met",
    topic: "unsupported-runtime-or-engine",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:resources:Resource"],
    why: "Classic machines, storage and networks are retired, and know neither roles nor policies nor locks.",
    fix: "Use the resource types of Resource Manager instead.",
    references: [
        "azure-policy:1d84d5fb-01f6-4d12-ba4f-4a26081d403d",
        "azure-policy:37e0d2fe-28a5-43d6-a273-67d37d1f5606",
        "mcsb:AM-2",
        "ncsc-cloud-principles:10",
    ],
    facts: [
        fact(
            "resourceProviderNamespace",
            "The resource belongs to the classic model.",
            namespace => !/^microsoft\.classic/i.test(text(namespace ?? "")),
        ),
    ],
});
