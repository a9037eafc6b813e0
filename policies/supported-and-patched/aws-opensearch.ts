import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { isUnknown } from "../../src/policy/unknown";
import { LIFECYCLE_SETTINGS, judgeVersion } from "../shared/aws-versions";

export const opensearchEngine = resourcePolicy({
    name: "aws-opensearch-engine-in-support",
    title: "Search domains run an engine version in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    why: "A search engine past its end gets no security fixes.",
    fix: "Set engineVersion to an OpenSearch version in standard support.",
    references: ["endoflife:amazon-opensearch"],
    settings: LIFECYCLE_SETTINGS,
    check(c) {
        if (c.type === "aws:elasticsearch/domain:Domain") {
            if (c.has("elasticsearchVersion")) judgeVersion(c, "elasticsearchVersion", { product: "elasticsearch", label: "Elasticsearch" });
            else c.violation("elasticsearchVersion", "Without elasticsearchVersion, the domain runs Elasticsearch 1.5, which has ended.");
            return;
        }
        const version = c.word("engineVersion");
        const elastic = !isUnknown(version) && version?.toLowerCase().startsWith("elasticsearch_");
        judgeVersion(
            c,
            "engineVersion",
            elastic ? { product: "elasticsearch", label: "Elasticsearch" } : { product: "opensearch", label: "OpenSearch" },
        );
    },
});

export const opensearchSoftwareUpdate = must({
    name: "aws-opensearch-auto-software-update",
    title: "OpenSearch domains take service software updates by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:opensearch/domain:Domain"],
    why: "Service software updates carry the security fixes of the domain's hosts and engine.",
    fix: "Set softwareUpdateOptions.autoSoftwareUpdateEnabled to true.",
    remedies: [{ path: "softwareUpdateOptions.autoSoftwareUpdateEnabled", value: true }],
    references: ["aws-config:opensearch-update-check", "fsbp:Opensearch.10"],
    facts: [on("softwareUpdateOptions.autoSoftwareUpdateEnabled", false, "Service software updates wait for someone to start them.")],
});
