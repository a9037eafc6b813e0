import { type CaseProps, type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const group = of("azure-native:monitor:ActionGroup");
const email = { name: "on-call", emailAddress: "on-call@supplier.example" };

const activity = of("azure-native:monitor:ActivityLogAlert");
const metric = of("azure-native:monitor:MetricAlert");
const query = of("azure-native:monitor:ScheduledQueryRule");
const smart = of("azure-native:alertsmanagement:SmartDetectorAlertRule");
const processing = of("azure-native:alertsmanagement:AlertProcessingRuleByName");
const suppression = of("azure-native:security:AlertsSuppressionRule");

type Rule = Extract<CaseProps<"azure-native:alertsmanagement:AlertProcessingRuleByName">["properties"], { readonly scopes?: unknown }>;
const rule = (properties: Partial<Rule>) => processing({ properties: { scopes: ["/subscriptions/s"], ...properties } as Rule });
const adds = [
    { actionType: "AddActionGroups" as const, actionGroupIds: ["/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/a"] },
];
const removes = [{ actionType: "RemoveAllActionGroups" as const }];
const scopes = ["/subscriptions/s/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/app"];
const untold = metric({ enabled: true, scopes });

type Activity = CaseProps<"azure-native:monitor:ActivityLogAlert">;
type Condition = Extract<Extract<Activity["condition"], { readonly allOf?: unknown }>["allOf"], readonly unknown[]>[number];
const health = (more: readonly Condition[] = [], props: Activity = {}) =>
    activity({
        scopes: ["/subscriptions/s"],
        condition: { allOf: [{ field: "category", equals: "ServiceHealth" }, ...more] },
        actions: { actionGroups: [{ actionGroupId: UNKNOWN }] },
        ...props,
    });
const kind = (equals: string) => ({ field: "properties.incidentType", equals });
const baseline = (...resources: CaseResource[]) => holding("account-baseline", group({ emailReceivers: [email] }), ...resources);
const silence = { alertType: "VM_Example", reason: "FalsePositive", state: "Enabled" } as const;

export const cases: Cases = {
    "azure-action-group-deliverable": {
        compliant: {
            "an address": group({ enabled: true, groupShortName: "oncall", emailReceivers: [email] }),
            "on, where that is left out": group({ armRoleReceivers: [{ name: "owners", roleId: UNKNOWN }] }),
            "an address that is not known": group({ emailReceivers: [UNKNOWN] }),
        },
        violating: {
            "no receivers": [group({ enabled: true, groupShortName: "oncall" }), "emailReceivers"],
            "an empty list": [group({ enabled: true, emailReceivers: [] }), "emailReceivers"],
            "turned off": [group({ enabled: false, emailReceivers: [email] }), "enabled"],
        },
        undetermined: {
            "perhaps turned off": [group({ enabled: UNKNOWN, emailReceivers: [email] }), "enabled"],
            "a list that is not known": [group({ enabled: true, smsReceivers: UNKNOWN }), "emailReceivers"],
        },
    },
    "azure-alert-rule-routed": {
        compliant: {
            "an alert on the activity log": activity({ actions: { actionGroups: [{ actionGroupId: UNKNOWN }] } }),
            "an alert on a metric": metric({ enabled: true, actions: [{ actionGroupId: UNKNOWN }] }),
            "an alert on a query": query({ enabled: true, actions: { actionGroups: [UNKNOWN] } }),
            "smart detection": smart({ state: "Enabled", actionGroups: { groupIds: [UNKNOWN] } }),
            "by a processing rule of the subscription": [untold, rule({ actions: adds })],
            "by a processing rule of its group": [untold, rule({ scopes: ["/subscriptions/S/resourcegroups/RG-APP/"], actions: adds })],
        },
        violating: {
            "nobody is told": [metric({ enabled: true }), "actions"],
            "an empty list": [activity({ actions: { actionGroups: [] } }), "actions.actionGroups"],
            "a query that tells nobody": [query({ enabled: true, actions: { actionGroups: [""] } }), "actions.actionGroups"],
            "turned off": [metric({ enabled: false, actions: [{ actionGroupId: UNKNOWN }] }), "enabled"],
            "smart detection that is off": [smart({ state: "Disabled", actionGroups: { groupIds: [UNKNOWN] } }), "state"],
            "a processing rule that is off": [[untold, rule({ actions: adds, enabled: false })], "actions"],
            "a processing rule that takes people off": [[untold, rule({ actions: removes })], "actions"],
            "a processing rule of another group": [
                [untold, rule({ scopes: ["/subscriptions/s/resourceGroups/rg-app-2"], actions: adds })],
                "actions",
            ],
        },
        undetermined: {
            "a list that is not known": [metric({ enabled: true, actions: UNKNOWN }), "actions"],
            "perhaps on": [metric({ enabled: UNKNOWN, actions: [{ actionGroupId: UNKNOWN }] }), "enabled"],
            "a processing rule of what is not known": [[untold, rule({ scopes: [UNKNOWN], actions: adds })], "actions"],
            "a processing rule with conditions": [
                [untold, rule({ actions: adds, conditions: [{ field: "Severity", operator: "Equals", values: ["Sev0"] }] })],
                "actions",
            ],
            "a processing rule at night only": [[untold, rule({ actions: adds, schedule: { effectiveFrom: "2026-11-01T00:00:00" } })], "actions"],
            "perhaps a rule that makes a metric": [query({ kind: UNKNOWN }), "actions.actionGroups"],
        },
        notApplicable: { "a rule that makes a metric": query({ kind: "LogToMetric" }) },
    },
    "azure-service-health-alert": {
        compliant: {
            "all that service health says": health(),
            "incidents and advisories": health([{ anyOf: [kind("Incident"), kind("Security")] }]),
            "two alerts": [health([kind("Incident")]), health([kind("Security")])],
            "of the services in use": baseline(
                health([{ field: "properties.impactedServices[*].ServiceName", containsAny: ["Azure Monitor", "Virtual Machines"] }]),
            ),
        },
        violating: {
            "none in the baseline": baseline(),
            "another alert only": [health([], { condition: { allOf: [{ field: "category", equals: "Administrative" }] } }), ""],
            "maintenance only": [health([kind("Maintenance")]), ""],
            "incidents only": [health([kind("Incident")]), ""],
            "one that tells nobody": [health([], { actions: { actionGroups: [] } }), ""],
            "one that is off": baseline(health([], { enabled: false })),
        },
        undetermined: {
            "conditions not known yet": [health([], { condition: UNKNOWN }), ""],
            "scopes not known yet": [health([], { scopes: UNKNOWN }), ""],
        },
        notApplicable: {
            "no alerts": group({ emailReceivers: [email] }),
            "an application's own alert": activity({
                scopes: ["/subscriptions/s/resourceGroups/rg-app"],
                condition: { allOf: [{ field: "category", equals: "Administrative" }] },
            }),
        },
    },
    "azure-alert-suppression-bounded": {
        compliant: {
            "until next month": suppression({ ...silence, expirationDateUtc: "2026-12-20T00:00:00Z" }),
            "a processing rule with an end": rule({ actions: removes, schedule: { effectiveUntil: "2026-12-20T00:00:00" } }),
            "a window in every week": rule({
                actions: removes,
                schedule: {
                    recurrences: [{ recurrenceType: "Weekly", daysOfWeek: ["Sunday"], startTime: "02:00:00", endTime: "04:00:00" }],
                },
            }),
        },
        violating: {
            "without an end": [suppression(silence), "expirationDateUtc"],
            "for a year": [suppression({ ...silence, expirationDateUtc: "2027-11-01T00:00:00Z" }), "expirationDateUtc"],
            "a processing rule without an end": [rule({ actions: removes }), "properties.schedule"],
            "whole days of every week": [
                rule({ actions: removes, schedule: { recurrences: [{ recurrenceType: "Weekly", daysOfWeek: ["Sunday"] }] } }),
                "properties.schedule",
            ],
        },
        undetermined: {
            "an end not known yet": [suppression({ ...silence, expirationDateUtc: UNKNOWN }), "expirationDateUtc"],
            "perhaps in force": [suppression({ ...silence, state: UNKNOWN }), "expirationDateUtc"],
            "an end that is no date": [suppression({ ...silence, expirationDateUtc: "next month" }), "expirationDateUtc"],
            "a processing rule not known yet": [processing({ properties: UNKNOWN }), "properties.schedule"],
        },
        notApplicable: {
            "a rule that is off": suppression({ ...silence, state: "Disabled" }),
            "a processing rule that is off": rule({ actions: removes, enabled: false }),
            "a processing rule that adds people": rule({ actions: adds }),
            "one whose group is not known yet": processing({ properties: UNKNOWN }, { properties: group({ emailReceivers: [email] }) }),
        },
    },
};
