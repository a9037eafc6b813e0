import { type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const subscriptionSetting = of("azure-native:monitor:SubscriptionDiagnosticSetting");
const setting = of("azure-native:monitor:DiagnosticSetting");
const plan = of("azure-native:security:Pricing");
const vault = of("azure-native:keyvault:Vault");

const workspaceId = "/subscriptions/s/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs";
const logs = (...categories: string[]) => categories.map(category => ({ category, enabled: true }));
const all = logs("Administrative", "Security", "Alert", "Policy");
const servers = plan({ pricingName: "VirtualMachines", pricingTier: "Standard", scopeId: "subscriptions/s" });
const baseline = (...resources: CaseResource[]) => holding("account-baseline", servers, ...resources);

export const cases: Cases = {
    "azure-activity-log-exported": {
        compliant: {
            "a setting of the subscription": baseline(subscriptionSetting({ workspaceId, logs: all })),
            "a setting with the subscription's id": baseline(setting({ resourceUri: "/subscriptions/s", storageAccountId: UNKNOWN, logs: all })),
            "all logs": baseline(subscriptionSetting({ workspaceId, logs: [{ categoryGroup: "allLogs", enabled: true }] })),
            "two settings together": baseline(
                subscriptionSetting({ workspaceId, logs: logs("Administrative", "Policy") }),
                subscriptionSetting({ storageAccountId: UNKNOWN, logs: logs("Security", "Alert") }),
            ),
            "beside the subscription's Defender plans, without a role": [servers, subscriptionSetting({ workspaceId, logs: all })],
        },
        violating: {
            none: baseline(),
            "none beside the subscription's Defender plans": [servers, ""],
            "a category too few": baseline(subscriptionSetting({ workspaceId, logs: logs("Administrative", "Security", "Alert") })),
            "a category that is off": baseline(
                subscriptionSetting({ workspaceId, logs: [...logs("Administrative", "Security", "Alert"), { category: "Policy", enabled: false }] }),
            ),
            "sent nowhere": baseline(subscriptionSetting({ logs: all })),
            "a setting of a vault": baseline(setting({ resourceUri: UNKNOWN, workspaceId, logs: all }, { resourceUri: vault({}) })),
        },
        undetermined: {
            "of what is not known yet": baseline(setting({ resourceUri: UNKNOWN, workspaceId, logs: all })),
            "categories not known yet": baseline(subscriptionSetting({ workspaceId, logs: UNKNOWN })),
            "perhaps the plan of one resource": [plan({ pricingName: "Api", pricingTier: "Standard", scopeId: UNKNOWN }), ""],
        },
        notApplicable: {
            "no role and no plans": vault({}),
            "the plan of one resource": plan(
                { pricingName: "StorageAccounts", pricingTier: "Standard", scopeId: UNKNOWN },
                {
                    scopeId: of("azure-native:storage:StorageAccount")({}),
                },
            ),
        },
    },
};
