import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on, together } from "../../src/policy/facts";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text, truth } from "../../src/policy/values";
import { ACTIVITY_ALERT, type LogEvent, groupsProperty, letsThrough, namesGroup, watchesSubscription } from "../shared/azure-alerts";
import { madeFrom } from "../shared/azure-links";
import { endsWithin } from "../shared/lifetimes";
import { PRICING, setsUpSubscription } from "../shared/azure-subscription";

const ACTION_GROUP = "azure-native:monitor:ActionGroup";
const PROCESSING_RULE = "azure-native:alertsmanagement:AlertProcessingRuleByName";
const SMART_DETECTOR = "azure-native:alertsmanagement:SmartDetectorAlertRule";

const RECEIVERS = [
    "emailReceivers",
    "smsReceivers",
    "voiceReceivers",
    "webhookReceivers",
    "logicAppReceivers",
    "azureFunctionReceivers",
    "azureAppPushReceivers",
    "eventHubReceivers",
    "itsmReceivers",
    "armRoleReceivers",
    "automationRunbookReceivers",
    "incidentReceivers",
];

export const actionGroupDeliverable = must({
    name: "azure-action-group-deliverable",
    title: "Action groups reach somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [ACTION_GROUP],
    why: "An alert whose action group is off or empty ends there.",
    fix: "Give the action group at least as many receivers as the setting minReceivers, and leave enabled on.",
    remedies: [{ path: "enabled", value: true }],
    references: ["azure-policy:3b980d31-7904-4bb7-8575-5665739a8052", "cis-azure-2.0:5.1.2"],
    settings: { minReceivers: { type: "integer", minimum: 1, default: 1, description: "Receivers of any kind that a group must have at least." } },
    facts: ({ minReceivers }) => [
        on("enabled", true, "The action group is turned off."),
        together("emailReceivers", `The action group has fewer than ${String(minReceivers)} receivers.`, props => {
            const lists = RECEIVERS.map(path => list(read(props, path)));
            const known = lists.reduce<number>((sum, found) => sum + (found === UNKNOWN ? 0 : found.length), 0);
            if (known >= minReceivers) return true;
            return lists.includes(UNKNOWN) ? UNKNOWN : false;
        }),
    ],
});

export const alertRuleRouted = stackPolicy({
    name: "azure-alert-rule-routed",
    title: "Alert rules are on and tell somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [ACTIVITY_ALERT, "azure-native:monitor:MetricAlert", "azure-native:monitor:ScheduledQueryRule", SMART_DETECTOR],
    reads: [PROCESSING_RULE],
    why: "An alert without an action group shows in the portal only, to whoever happens to look.",
    fix: "Name an action group in the rule's actions (actionGroups.groupIds of smart detection), and leave it on.",
    references: [
        "azure-policy:3b980d31-7904-4bb7-8575-5665739a8052",
        "azure-policy:b954148f-4c11-4c38-8221-be76711e194a",
        "cis-azure-2.0:5.1.2",
        "cis-azure-2.0:5.2.3",
        "cis-azure-2.0:5.2.4",
        "cis-azure-2.0:5.2.5",
        "cis-azure-2.0:5.2.6",
        "cis-azure-2.0:5.2.7",
        "cis-azure-2.0:5.2.8",
        "ms-caf-3.2",
    ],
    checkResource(c) {
        const metric = c.type === "azure-native:monitor:ScheduledQueryRule" ? c.oneOf("kind", ["LogToMetric"]) : false;
        if (metric === true) {
            c.notApplicable("a rule that makes a metric, not an alert");
            return;
        }
        const off = "The alert rule is turned off.";
        if (c.type === SMART_DETECTOR) c.require(c.oneOf("state", ["Enabled"]), "state", off);
        else c.require(or(metric, c.on("enabled", true)), "enabled", off);
        const routed = some(c.graph.of(PROCESSING_RULE), rule => addsGroupsTo(rule, c.resource));
        c.requireAt(or(metric, namesGroup(c.resource), routed), groupsProperty(c.resource), "The alert rule tells nobody.");
    },
});

/** Does the processing rule name people for all that the alert rule finds? Its conditions and its schedule may leave some out. */
function addsGroupsTo(rule: Resource, alert: Resource): Answer {
    const whole = (path: string): Answer => is(list(read(rule.props, path)), limits => (limits.length === 0 ? true : UNKNOWN));
    const adds = some(list(read(rule.props, "properties.actions")), action =>
        and(
            isOneOf(read(action, "actionType"), ["AddActionGroups"]),
            is(list(read(action, "actionGroupIds")), groups => groups.length > 0),
        ),
    );
    const scopes = list(read(alert.props, alert.type === SMART_DETECTOR ? "scope" : "scopes"));
    const covered = and(
        is(scopes, found => found.length > 0),
        every(scopes, scope => some(list(read(rule.props, "properties.scopes")), over => holdsScope(over, scope))),
    );
    return and(truth(read(rule.props, "properties.enabled")) ?? true, adds, covered, whole("properties.conditions"), whole("properties.schedule"));
}

/** Is one scope the other, or a subscription or group that holds it? */
function holdsScope(over: Value, scope: Value): Answer {
    const path = (value: Exclude<Value, typeof UNKNOWN>): string => `${text(value).toLowerCase().replace(/\/+$/, "")}/`;
    return is(over, a => is(scope, b => path(b).startsWith(path(a))));
}

const incident = (kind: string): LogEvent => ({
    category: ["ServiceHealth"],
    "properties.incidenttype": [kind],
    "properties.impactedservices[*].servicename": "anything",
    "properties.impactedservices[*].impactedregions[*].regionname": "anything",
    status: ["Active"],
});

export const serviceHealthAlert = stackPolicy({
    name: "azure-service-health-alert",
    title: "People are told of Azure's own outages and security advisories",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ACTIVITY_ALERT],
    reads: [PRICING],
    why: "Microsoft tells of an outage, or of a breach that touches the subscription, in its service health, which nobody reads unasked.",
    fix: "Add a monitor ActivityLogAlert with the subscription in scopes, a condition on category 'ServiceHealth' alone, and an action group.",
    references: [],
    checkStack(c) {
        const alerts = c.graph.of(ACTIVITY_ALERT);
        const asked = or(
            setsUpSubscription(c),
            some(alerts, alert => watchesSubscription(c.graph, alert)),
        );
        if (asked === false) {
            c.notApplicable("another stack watches over the subscription");
            return;
        }
        const told = every(["Incident", "Security"], kind =>
            some(alerts, alert => and(watchesSubscription(c.graph, alert), letsThrough(alert, incident(kind)), namesGroup(alert))),
        );
        c.require(or(not(asked), told), "", "No alert tells people of incidents and of security advisories of Azure that touch the subscription.");
    },
});

export const alertSuppressionBounded = stackPolicy({
    name: "azure-alert-suppression-bounded",
    title: "Alerts are silenced for a time, not for ever",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:security:AlertsSuppressionRule", PROCESSING_RULE],
    reads: [ACTION_GROUP],
    why: "What was silenced for a week's work is still silent when the attack comes, and nobody remembers it.",
    fix: "Set expirationDateUtc within the setting maxDays; give a processing rule a schedule with effectiveUntil, or recurrences with a start and an end.",
    references: [],
    settings: { maxDays: { type: "integer", minimum: 1, default: 90, description: "Days for which alerts of Defender may be silenced." } },
    checkResource(c) {
        if (c.type === "azure-native:security:AlertsSuppressionRule") {
            const silences = c.oneOf("state", ["Enabled"]);
            const ends = endsWithin(c.get("expirationDateUtc"), c.today, c.settings.maxDays);
            if (silences === false) c.notApplicable("a rule that is off");
            else c.require(or(not(silences), ends), "expirationDateUtc", `Alerts are silenced for more than ${String(c.settings.maxDays)} days.`);
            return;
        }
        // The SDK makes the whole block unknown for the id of a group, and only a rule that adds groups names one.
        const adds = c.get("properties") === UNKNOWN && madeFrom(c.graph, c.resource, "properties").some(origin => origin.type === ACTION_GROUP);
        const removes = some(list(c.get("properties.actions")), action => isOneOf(read(action, "actionType"), ["RemoveAllActionGroups"]));
        const silences = adds ? false : and(removes, c.on("properties.enabled", true));
        if (silences === false) {
            c.notApplicable("a rule that silences nothing");
            return;
        }
        const window = (recurrence: Value): Answer => is(recurrence, known => isFilled(known, "startTime") && isFilled(known, "endTime"));
        const recurrences = list(c.get("properties.schedule.recurrences"));
        const bounded = or(
            is(c.get("properties.schedule"), schedule => isFilled(schedule ?? {}, "effectiveUntil")),
            and(
                is(recurrences, found => found.length > 0),
                every(recurrences, window),
            ),
        );
        c.require(or(not(silences), bounded), "properties.schedule", "The processing rule silences alerts without an end.");
    },
});
