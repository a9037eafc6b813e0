import { type CaseProps, type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const subscriptionSetting = of("azure-native:monitor:SubscriptionDiagnosticSetting");
const setting = of("azure-native:monitor:DiagnosticSetting");
const alert = of("azure-native:monitor:ActivityLogAlert");
const plan = of("azure-native:security:Pricing");
const vault = of("azure-native:keyvault:Vault");

const workspaceId = "/subscriptions/s/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs";
const logs = (...categories: string[]) => categories.map(category => ({ category, enabled: true }));
const all = logs("Administrative", "Security", "Alert", "Policy");
const servers = plan({ pricingName: "VirtualMachines", pricingTier: "Standard", scopeId: "subscriptions/s" });
const baseline = (...resources: CaseResource[]) => holding("account-baseline", servers, ...resources);

const operations = [
    ...["Microsoft.Authorization/policyAssignments", "Microsoft.Network/networkSecurityGroups", "Microsoft.Security/securitySolutions"],
    ...["Microsoft.Sql/servers/firewallRules", "Microsoft.Network/publicIPAddresses"],
].flatMap(type => [`${type}/write`, `${type}/delete`]);
type Alert = CaseProps<"azure-native:monitor:ActivityLogAlert">;
type Conditions = Extract<Alert["condition"], { readonly allOf?: unknown }>["allOf"];
const scopes = ["/subscriptions/s"];
const conditions = (operation: string | typeof UNKNOWN, more: readonly { readonly field: string; readonly equals: string }[] = []): Conditions => [
    { field: "category", equals: "Administrative" },
    { field: "operationName", equals: operation },
    ...more,
];
const tells = (allOf: Conditions, props: Alert = {}) => alert({ scopes, condition: { allOf }, actions: { actionGroups: [] }, ...props });
const [first = "", ...others] = operations;
const rest = others.map(operation => tells(conditions(operation)));

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
    "azure-activity-log-alerts-for-security-operations": {
        compliant: {
            "an alert each": [tells(conditions(first)), ...rest],
            "case does not matter": [tells(conditions(first.toUpperCase())), ...rest],
            "one alert for all of them": [
                tells([{ field: "category", equals: "Administrative" }, { anyOf: operations.map(equals => ({ field: "operationName", equals })) }]),
            ],
            "one alert with a list": [tells([{ field: "operationName", containsAny: operations }])],
            "an alert on all that is done": baseline(tells([{ field: "category", equals: "Administrative" }])),
            "once it is done": [tells(conditions(first, [{ field: "status", equals: "Succeeded" }])), ...rest],
        },
        violating: {
            "no alert in the baseline": baseline(alert({})),
            "one too few": [rest, ""],
            "one that is off": [[tells(conditions(first), { enabled: false }), ...rest], ""],
            "one of a group only": [[tells(conditions(first), { scopes: ["/subscriptions/s/resourceGroups/rg"] }), ...rest], ""],
            "only what fails": [[tells(conditions(first, [{ field: "status", equals: "Failed" }])), ...rest], ""],
            "only what one person does": [[tells(conditions(first, [{ field: "caller", equals: "a@example.org" }])), ...rest], ""],
        },
        undetermined: {
            "an operation not known yet": [[tells(conditions(UNKNOWN)), ...rest], ""],
            "conditions not known yet": [[tells(UNKNOWN), ...rest], ""],
            "scopes not known yet": [[tells(conditions(first), { scopes: UNKNOWN }), ...rest], ""],
            "perhaps on": [[tells(conditions(first), { enabled: UNKNOWN }), ...rest], ""],
        },
        notApplicable: {
            "no alerts": vault({}),
            "an application's own alert": tells(conditions("Microsoft.Web/sites/stop/action")),
            "one of these operations in one group": tells(conditions(first), { scopes: ["/subscriptions/s/resourceGroups/rg"] }),
        },
    },
};
