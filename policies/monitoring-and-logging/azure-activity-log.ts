import { stackPolicy } from "../../src/policy/definition";
import { type Answer, UNKNOWN, and, every, not, or, some } from "../../src/policy/unknown";
import type { Resource } from "../../src/policy/resource";
import { read } from "../../src/policy/values";
import { DIAGNOSTIC_SETTING, SUBSCRIPTION_SETTING, collects, hasDestination } from "../shared/azure-diagnostics";
import { isBroad } from "../shared/azure-scopes";
import { PRICING, setsUpSubscription } from "../shared/azure-subscription";

export const activityLogExported = stackPolicy({
    name: "azure-activity-log-exported",
    title: "The subscription's activity log is kept for longer than Azure does by itself",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [SUBSCRIPTION_SETTING, DIAGNOSTIC_SETTING],
    reads: [PRICING],
    why: "Azure forgets after 90 days who changed what in a subscription, and shows it to nobody who is not looking.",
    fix: "Declare a SubscriptionDiagnosticSetting with a workspaceId, and logs enabled for each of the setting categories.",
    references: [
        "azure-policy:41388f1c-2db0-4c25-95b2-35d7f5ccbfa9",
        "azure-policy:1a4e592a-6a6e-44a5-9814-e36264ca96e7",
        "azure-policy:7796937f-307b-4598-941c-67d3a05ebfe7",
        "checkov:CKV_AZURE_38",
    ],
    settings: {
        categories: {
            type: "array",
            items: { type: "string" },
            default: ["Administrative", "Security", "Alert", "Policy"],
            description: "Categories of the activity log that must be exported.",
        },
    },
    // A Defender plan shows as well as the estate's role does that the subscription is set up here.
    checkStack(c) {
        const asked = setsUpSubscription(c);
        if (asked === false) {
            c.notApplicable("another stack sets up the subscription");
            return;
        }
        const ofSubscription = (setting: Resource): Answer =>
            setting.type === SUBSCRIPTION_SETTING ||
            isBroad({ graph: c.graph, resource: setting }, "resourceUri", read(setting.props, "resourceUri") ?? UNKNOWN);
        const exported = (category: string): Answer =>
            some(c.graph.of(SUBSCRIPTION_SETTING, DIAGNOSTIC_SETTING), setting =>
                and(ofSubscription(setting), hasDestination(setting), collects(setting, [category], ["allLogs"])),
            );
        const { categories } = c.settings;
        const missing = categories.filter(category => exported(category) !== true);
        c.require(
            or(not(asked), every(categories, exported)),
            "",
            `No diagnostic setting of the subscription exports these categories of its activity log: ${missing.join(", ")}.`,
        );
    },
});
