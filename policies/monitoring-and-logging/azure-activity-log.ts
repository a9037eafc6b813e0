import { stackPolicy } from "../../src/policy/definition";
import { type Answer, UNKNOWN, and, every, not, or, some } from "../../src/policy/unknown";
import type { Resource } from "../../src/policy/resource";
import { read } from "../../src/policy/values";
import { ACTIVITY_ALERT, letsThrough, operationEvent, watchesSubscription } from "../shared/azure-alerts";
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

export const activityLogAlerts = stackPolicy({
    name: "azure-activity-log-alerts-for-security-operations",
    title: "People are told when somebody changes what protects a subscription",
    commitment: "monitoring-and-logging",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ACTIVITY_ALERT],
    reads: [PRICING],
    why: "Policies, firewalls and security groups seldom change; an intruder changes them first.",
    fix: "Add a monitor ActivityLogAlert with the subscription in scopes for each missing operation, and conditions on category and operationName only.",
    references: [
        "azure-policy:3b980d31-7904-4bb7-8575-5665739a8052",
        "azure-policy:b954148f-4c11-4c38-8221-be76711e194a",
        "azure-policy:c5447c04-a4d7-4ba8-a263-c9ee321a6858",
        "cis-azure-2.0:5.1.2",
        "cis-azure-2.0:5.2.1",
        "cis-azure-2.0:5.2.2",
        "cis-azure-2.0:5.2.3",
        "cis-azure-2.0:5.2.4",
        "cis-azure-2.0:5.2.5",
        "cis-azure-2.0:5.2.6",
        "cis-azure-2.0:5.2.7",
        "cis-azure-2.0:5.2.8",
        "cis-azure-3.0:6.2.1",
        "cis-azure-3.0:6.2.2",
        "ms-caf-3.2",
    ],
    settings: {
        requiredOperations: {
            type: "array",
            items: { type: "string" },
            default: [
                "Microsoft.Authorization/policyAssignments/write",
                "Microsoft.Authorization/policyAssignments/delete",
                "Microsoft.Network/networkSecurityGroups/write",
                "Microsoft.Network/networkSecurityGroups/delete",
                "Microsoft.Security/securitySolutions/write",
                "Microsoft.Security/securitySolutions/delete",
                "Microsoft.Sql/servers/firewallRules/write",
                "Microsoft.Sql/servers/firewallRules/delete",
                "Microsoft.Network/publicIPAddresses/write",
                "Microsoft.Network/publicIPAddresses/delete",
            ],
            description: "Operations of which people must be told.",
        },
    },
    // Who watches one of these operations in a subscription watches over the subscription.
    checkStack(c) {
        const { requiredOperations } = c.settings;
        const alerts = c.graph.of(ACTIVITY_ALERT);
        const watched = (operation: string): Answer =>
            some(alerts, alert => and(watchesSubscription(c.graph, alert), letsThrough(alert, operationEvent(operation))));
        const asked = or(setsUpSubscription(c), some(requiredOperations, watched));
        if (asked === false) {
            c.notApplicable("another stack watches over the subscription");
            return;
        }
        const missing = requiredOperations.filter(operation => watched(operation) !== true);
        c.require(
            or(not(asked), every(requiredOperations, watched)),
            "",
            `No alert on the subscription's activity log tells of ${missing.join(", ")}.`,
        );
    },
});
