import { isOneOf } from "../../src/policy/check";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

/**
 * What a trail records, by its basic or its advanced selectors; a trail without either records all management events.
 * Source: docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html.
 */
interface Wanted {
    /** Does a basic selector record the events, reads and writes aside? */
    readonly basic: (selector: Value) => Answer;
    /** The fields that an advanced selector must equal, by name. */
    readonly advanced: Readonly<Record<string, string>>;
    /** The answer where an advanced selector names the resources that it records. */
    readonly some: Answer;
}

export function recordsManagementEvents(trail: Props): Answer {
    const wanted: Wanted = {
        basic: selector => truth(read(selector, "includeManagementEvents")) ?? true,
        advanced: { eventCategory: "Management" },
        some: true,
    };
    return or(and(isEmpty(trail, "eventSelectors"), isEmpty(trail, "advancedEventSelectors")), records(trail, wanted));
}

/**
 * Does the trail record data events of a type, of all resources or of some?
 * @param type as CloudTrail calls it: "AWS::S3::Object". @param ofSome the answer where only some resources are recorded.
 */
export function recordsDataEvents(trail: Props, type: string, ofSome: Answer = true): Answer {
    const all = (arn: Value): Answer => is(arn, a => /^arn:[\w-]+:\w+:*$/.test(text(a)));
    return records(trail, {
        basic: selector =>
            some(list(read(selector, "dataResources")), r =>
                is(r, data =>
                    and(
                        isOneOf(read(data, "type"), [type]),
                        is(list(read(data, "values")), values => or(some(values, all), and(values.length > 0, ofSome))),
                    ),
                ),
            ),
        advanced: { eventCategory: "Data", "resources.type": type },
        some: ofSome,
    });
}

/** Reads and writes may be recorded by one selector or by two. */
function records(trail: Props, wanted: Wanted): Answer {
    return and(...["ReadOnly", "WriteOnly"].map(kind => or(basicSelectors(trail, wanted, kind), advancedSelectors(trail, wanted, kind))));
}

/** Fields that narrow to single events or users. Which resources are recorded, and which are left out, is the stack's choice. */
const NARROWING = ["eventName", "eventSource", "eventType", "userIdentity.arn"];

function basicSelectors(trail: Props, wanted: Wanted, kind: string): Answer {
    return some(list(read(trail, "eventSelectors")), selector =>
        is(selector, s => and(wanted.basic(s), isOneOf(read(s, "readWriteType"), ["All", kind], "All"))),
    );
}

function advancedSelectors(trail: Props, wanted: Wanted, kind: string): Answer {
    const readOnly = kind === "ReadOnly" ? "true" : "false";
    return some(list(read(trail, "advancedEventSelectors")), selector =>
        is(selector, s => {
            const fields = list(read(s, "fieldSelectors"));
            if (isUnknown(fields)) return UNKNOWN;
            return and(
                ...Object.entries(wanted.advanced).map(([name, value]) =>
                    or(...fields.map(f => and(isOneOf(read(f, "field"), [name]), equals(f, value)))),
                ),
                ...fields.map(f => or(not(isOneOf(read(f, "field"), ["readOnly"])), equals(f, readOnly))),
                ...fields.map(f => or(not(isOneOf(read(f, "field"), NARROWING)), not(picks(f)))),
                ...fields.map(f => or(not(isOneOf(read(f, "field"), ["resources.ARN"])), not(picks(f)), wanted.some)),
            );
        }),
    );
}

function equals(field: Value, value: string): Answer {
    return some(list(read(field, "equals")), e => is(e, v => text(v).toLowerCase() === value.toLowerCase()));
}

/** Does the field name what is recorded, rather than what is left out? */
function picks(field: Value): Answer {
    return or(...["equals", "startsWiths", "endsWiths"].map(operator => is(list(read(field, operator)), values => values.length > 0)));
}

function isEmpty(trail: Props, selectors: string): Answer {
    return is(list(read(trail, selectors)), elements => elements.length === 0);
}
