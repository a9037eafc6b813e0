import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";

export const searchLogging = resourcePolicy({
    name: "aws-search-logging",
    title: "Search domains send their error and audit logs to CloudWatch Logs",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    why: "A search domain holds copies of records; without its logs nobody can tell who searched for what.",
    fix: "Add logPublishingOptions of type ES_APPLICATION_LOGS, and AUDIT_LOGS where advancedSecurityOptions is on.",
    references: [
        "aws-config:opensearch-logs-to-cloudwatch",
        "aws-config:opensearch-audit-logging-enabled",
        "aws-config:elasticsearch-logs-to-cloudwatch",
        "checkov:CKV_AWS_84",
        "checkov:CKV_AWS_317",
        "cdk-nag:AwsSolutions-OS9",
        "fsbp:Opensearch.4",
        "fsbp:Opensearch.5",
        "fsbp:ES.4",
        "fsbp:ES.5",
    ],
    check({ get, on, require }) {
        const publishes = (logType: string): Answer =>
            some(list(get("logPublishingOptions")), entry =>
                is(entry, option => and(isOneOf(read(option, "logType"), [logType]), truth(read(option, "enabled")) ?? true)),
            );
        require(publishes("ES_APPLICATION_LOGS"), "logPublishingOptions", "The domain's error log goes nowhere (ES_APPLICATION_LOGS).");
        // Only fine-grained access control knows who asked.
        const audited = or(not(on("advancedSecurityOptions.enabled", false)), publishes("AUDIT_LOGS"));
        require(audited, "logPublishingOptions", "The domain's audit log goes nowhere (AUDIT_LOGS).");
    },
});
