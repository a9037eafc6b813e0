import { isOneOf } from "../../src/policy/check";
import type { Graph } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { read, readAll, text, truth } from "../../src/policy/values";

export const METRIC_FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
export const METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";

/** Is the rule in force? */
export function isEnabledRule(rule: Resource): Answer {
    return and(not(isOneOf(read(rule.props, "state"), ["DISABLED"], "ENABLED")), truth(read(rule.props, "isEnabled")) ?? true);
}

/** Does an alarm watch the metric that the filter counts? */
export function isAlarmed(graph: Graph, filter: Resource): Answer {
    const counts = (source: Value): Answer =>
        and(
            same(read(source, "metricName"), read(filter.props, "metricTransformation.name")),
            same(read(source, "namespace"), read(filter.props, "metricTransformation.namespace")),
        );
    return or(
        ...graph.of(METRIC_ALARM).map(({ props }) => or(counts(props), ...readAll(props, "metricQueries[].metric").map(at => counts(at.value)))),
    );
}

function same(a: Value | undefined, b: Value | undefined): Answer {
    if (a === undefined || b === undefined) return false;
    return is(a, x => is(b, y => text(x) === text(y)));
}

/** Does the filter's pattern, or the rule's, speak of an event? An unknown pattern may. */
export function speaksOf(watcher: Resource, event: RegExp): Answer {
    const pattern = read(watcher.props, watcher.type === EVENT_RULE ? "eventPattern" : "pattern");
    if (isUnknown(pattern)) return UNKNOWN;
    return pattern !== undefined && event.test(typeof pattern === "object" ? JSON.stringify(pattern) : text(pattern));
}
