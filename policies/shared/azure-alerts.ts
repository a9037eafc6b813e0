import { isOneOf } from "../../src/policy/check";
import type { Graph } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text, truth } from "../../src/policy/values";
import { isBroad } from "./azure-scopes";

export const ACTIVITY_ALERT = "azure-native:monitor:ActivityLogAlert";

/** What the events of a kind have in the fields of the activity log, by lower-cased field; "anything" where they differ. */
export type LogEvent = Readonly<Record<string, readonly string[] | "anything">>;

/** What the activity log says of an operation when it goes well: "Microsoft.Sql/servers/firewallRules/write". */
export function operationEvent(operation: string): LogEvent {
    return {
        category: ["Administrative", "Security"],
        operationname: [operation],
        resourceprovider: [operation.split("/", 1)[0] ?? ""],
        resourcetype: [operation.slice(0, operation.lastIndexOf("/"))],
        status: ["Started", "Accepted", "Succeeded"],
        level: ["Informational"],
    };
}

/** Does the condition of an activity log alert let through all events of the kind? A field that the kind says nothing of narrows it. */
export function letsThrough(alert: Resource, event: LogEvent): Answer {
    const leaf = (condition: Value): Answer =>
        is(read(condition, "field"), field => {
            const values = event[text(field ?? "").toLowerCase()];
            if (values === undefined) return false;
            if (values === "anything") return true;
            return or(
                isOneOf(read(condition, "equals"), values),
                some(list(read(condition, "containsAny")), word => isOneOf(word, values)),
            );
        });
    return every(list(read(alert.props, "condition.allOf")), condition =>
        read(condition, "anyOf") === undefined ? leaf(condition) : some(list(read(condition, "anyOf")), leaf),
    );
}

/** Is the alert one that is on, and of a whole subscription? */
export function watchesSubscription(graph: Graph, alert: Resource): Answer {
    return and(
        truth(read(alert.props, "enabled")) ?? true,
        some(list(read(alert.props, "scopes")), scope => isBroad({ graph, resource: alert }, "scopes", scope)),
    );
}

/** Where each kind of alert rule lists those whom it tells, and how an entry names the action group where it is more than the id. */
const GROUPS_AT: Readonly<Record<string, readonly [list: string, id?: string]>> = {
    [ACTIVITY_ALERT]: ["actions.actionGroups", "actionGroupId"],
    "azure-native:monitor:MetricAlert": ["actions", "actionGroupId"],
    "azure-native:monitor:ScheduledQueryRule": ["actions.actionGroups"],
    "azure-native:alertsmanagement:SmartDetectorAlertRule": ["actionGroups.groupIds"],
};

/** The property in which an alert rule lists action groups. */
export function groupsProperty(alert: Resource): string {
    return GROUPS_AT[alert.type]?.[0] ?? "";
}

/** Does the alert rule name an action group? One whose id is not known yet is named; a list that is not known may be empty. */
export function namesGroup(alert: Resource): Answer {
    const [path = "", id] = GROUPS_AT[alert.type] ?? [];
    return some(list(read(alert.props, path)), entry =>
        id === undefined ? entry === UNKNOWN || text(entry) !== "" : is(entry, known => isFilled(known, id)),
    );
}
