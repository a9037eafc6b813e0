import { jsonValue } from "../../src/policy/documents";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, not, or, some } from "../../src/policy/unknown";
import { isRecord, list, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

/** Stands in a sample for a value that differs from event to event, and that a pattern may choose. */
export const ANY: unique symbol = Symbol("any");

/** An event as EventBridge delivers it, with the fields that every event of its kind has. */
export interface Sample {
    readonly [field: string]: string | number | boolean | typeof ANY | Sample;
}
type Field = Sample[string] | undefined;

/**
 * Does a rule's pattern let the event through? A field that the sample does not have narrows the pattern to some events of the kind.
 * Source: docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html.
 * @param pattern text or an object; absent lets nothing through.
 */
export function sees(pattern: Value | undefined, event: Sample): Answer {
    const parsed = jsonValue(pattern);
    if (parsed === undefined) return false;
    return parsed === UNKNOWN ? UNKNOWN : matchesFields(parsed, event);
}

function matchesFields(pattern: Value, event: Field): Answer {
    if (pattern === UNKNOWN) return UNKNOWN;
    if (event === ANY) return true;
    if (!isRecord(pattern)) return some(list(pattern), matcher => matchesOne(matcher, event));
    if (event !== undefined && typeof event !== "object") return false;
    return and(
        ...Object.entries(pattern).map(([field, inner]) =>
            field === "$or" ? some(list(inner), one => matchesFields(one, event)) : matchesFields(inner, event?.[field]),
        ),
    );
}

function matchesOne(matcher: Value, value: Field): Answer {
    if (matcher === UNKNOWN) return UNKNOWN;
    if (typeof value === "object") return false;
    if (!isRecord(matcher)) return matcher === value;
    const [first] = Object.entries(matcher);
    if (first === undefined || first[1] === UNKNOWN) return UNKNOWN;
    const [operator, operand] = first;
    if (operator === "exists") return value === undefined ? UNKNOWN : operand === true;
    // Leaving out a few is no narrowing.
    if (value === undefined) return operator === "anything-but" || operand === "";
    switch (operator) {
        case "anything-but":
            return isRecord(operand) ? not(matchesOne(operand, value)) : every(list(operand), one => not(matchesOne(one, value)));
        case "numeric":
            return typeof value === "number" && matchesNumber(operand, value);
        case "prefix":
        case "suffix":
        case "wildcard":
        case "equals-ignore-case":
            return typeof value === "string" && matchesText(operator, operand, value);
        default:
            return UNKNOWN;
    }
}

function matchesText(operator: string, operand: Value, value: string): Answer {
    // Prefixes and suffixes may be compared without regard to case.
    if (isRecord(operand)) {
        const inner = operand["equals-ignore-case"];
        return inner === undefined || inner === UNKNOWN ? UNKNOWN : matchesText(operator, text(inner).toLowerCase(), value.toLowerCase());
    }
    if (operand === UNKNOWN) return UNKNOWN;
    if (Array.isArray(operand)) return or(...operand.map((one: Value) => matchesText(operator, one, value)));
    const wanted = text(operand);
    if (operator === "prefix") return value.startsWith(wanted);
    if (operator === "suffix") return value.endsWith(wanted);
    return operator === "wildcard" ? matchesWildcard(wanted, value) : value.toLowerCase() === wanted.toLowerCase();
}

/** The comparisons of `numeric`: [">=", 4, "<", 9]. */
function matchesNumber(comparisons: Value, value: number): Answer {
    const parts = list(comparisons);
    if (parts === UNKNOWN) return UNKNOWN;
    return and(
        ...parts.map((operator, i): Answer => {
            if (i % 2 === 1) return true;
            const bound = parts[i + 1];
            if (operator === UNKNOWN || bound === UNKNOWN) return UNKNOWN;
            const number = Number(text(bound ?? ""));
            switch (operator) {
                case ">":
                    return value > number;
                case ">=":
                    return value >= number;
                case "<":
                    return value < number;
                case "<=":
                    return value <= number;
                default:
                    return value === number;
            }
        }),
    );
}
