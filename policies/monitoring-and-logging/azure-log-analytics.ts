import { resourcePolicy } from "../../src/policy/definition";
import { setting } from "../../src/policy/remediation";
import { is } from "../../src/policy/unknown";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const COMPONENT = "azure-native:applicationinsights:Component";

export const logAnalyticsRetention = resourcePolicy({
    name: "azure-log-analytics-retention",
    title: "Logs are kept long enough to investigate",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [WORKSPACE, COMPONENT],
    why: "Attackers are often found months after they came in; logs that are gone by then say nothing.",
    fix: "Set retentionInDays to at least the setting minRetentionDays.",
    remedies: [{ path: "retentionInDays", value: setting("minRetentionDays"), types: [WORKSPACE] }],
    references: ["azure-policy:b02aacc0-b073-424e-8298-42b22829ee0a", "checkov:CKV_AZURE_37"],
    settings: { minRetentionDays: { type: "integer", minimum: 30, default: 90, description: "Days for which logs must be kept." } },
    check({ type, has, number, settings, require, notApplicable }) {
        if (type === COMPONENT && has("workspaceResourceId")) {
            notApplicable("its data are kept in a workspace");
            return;
        }
        const absent = type === WORKSPACE ? 30 : 90;
        const enough = is(number("retentionInDays", absent), days => days !== undefined && days >= settings.minRetentionDays);
        require(enough, "retentionInDays", `Logs are kept for fewer than ${String(settings.minRetentionDays)} days.`);
    },
});
