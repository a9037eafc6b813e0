import { asNumber, isOneOf } from "./check";
import type { Props, Value } from "./resource";
import { type Answer, UNKNOWN, is, not, or } from "./unknown";
import { isFilled, isRecord, isSet, read, readAll, truth } from "./values";

/** A statement about a property of one resource, with what a breach is to be called. */
export interface Fact<P extends string = string> {
    readonly path: P;
    readonly message: string;
    /** The answer for the property, or for each element where the path has "[]" steps. */
    readonly judge: (props: Props) => readonly { readonly path: string; readonly answer: Answer }[];
}

/** A fact about the value at a path. `test` sees the value, `undefined` where it is absent, never UNKNOWN. */
export function fact<const P extends string>(path: P, message: string, test: (value: Exclude<Value, typeof UNKNOWN> | undefined) => Answer): Fact<P> {
    if (path.includes("[]"))
        return { path, message, judge: props => readAll(props, path).map(at => ({ path: at.path, answer: is(at.value, test) })) };
    return { path, message, judge: props => [{ path, answer: is(read(props, path), value => test(value)) }] };
}

/** The switch is on. `absent` is what the provider does where it is left out. */
export function on<const P extends string>(path: P, absent: boolean, message: string): Fact<P> {
    return fact(path, message, value => truth(value) ?? absent);
}

/** The switch is off. */
export function off<const P extends string>(path: P, absent: boolean, message: string): Fact<P> {
    return fact(path, message, value => not(truth(value) ?? absent));
}

/** The value is one of these words, without regard to case. */
export function oneOf<const P extends string>(path: P, words: readonly string[], absent: string | undefined, message: string): Fact<P> {
    return fact(path, message, value => isOneOf(value, words, absent));
}

/** The value is none of these words, without regard to case. */
export function noneOf<const P extends string>(path: P, words: readonly string[], absent: string | undefined, message: string): Fact<P> {
    return fact(path, message, value => not(isOneOf(value, words, absent)));
}

/** The number is at least `minimum`; absent counts as `absent`, and as a breach where that is undefined. */
export function atLeast<const P extends string>(path: P, minimum: number, absent: number | undefined, message: string): Fact<P> {
    return fact(path, message, value => is(asNumber(value) ?? absent, n => n !== undefined && n >= minimum));
}

/** The number is at most `maximum`. */
export function atMost<const P extends string>(path: P, maximum: number, absent: number | undefined, message: string): Fact<P> {
    return fact(path, message, value => is(asNumber(value) ?? absent, n => n !== undefined && n <= maximum));
}

/** It is set, to whatever: a value that is not known yet is, but not one in a block of which nothing is known. */
export function given<const P extends string>(path: P, message: string): Fact<P> {
    return { path, message, judge: props => [{ path, answer: isSet(props, path) }] };
}

/** As `given`, and not to empty text. */
export function filled<const P extends string>(path: P, message: string): Fact<P> {
    return { path, message, judge: props => [{ path, answer: isFilled(props, path) }] };
}

/** It is left out. A value that is not known yet may turn out to be nothing. */
export function absent<const P extends string>(path: P, message: string): Fact<P> {
    return fact(path, message, value => value === undefined);
}

/** A fact that several properties decide together; a breach is reported at the path. */
export function together<const P extends string>(path: P, message: string, test: (props: Props) => Answer): Fact<P> {
    return { path, message, judge: props => [{ path, answer: test(props) }] };
}

/** The facts are asked where the condition holds: false lets the property be, UNKNOWN lets no breach be certain. */
export function where<P extends string>(condition: (props: Props) => Answer, ...facts: readonly Fact<P>[]): readonly Fact<P>[] {
    return facts.map(one => ({
        ...one,
        judge: props => {
            const asked = condition(props);
            return asked === false ? [] : one.judge(props).map(({ path, answer }) => ({ path, answer: or(not(asked), answer) }));
        },
    }));
}

/**
 * The facts hold of each element of a list, in which a property that an element leaves out counts as absent. Their paths start at the
 * element; the path of the list may have "[]" steps of its own ("rules[].actions").
 */
export function each<const P extends string>(path: P, ...facts: readonly Fact[]): readonly Fact<P>[] {
    return facts.map(one => ({
        path,
        message: one.message,
        judge: props =>
            readAll(props, `${path}[]`).flatMap(at =>
                isRecord(at.value)
                    ? one.judge(at.value).map(found => ({ path: `${at.path}.${found.path}`, answer: found.answer }))
                    : at.value === UNKNOWN
                      ? [{ path: at.path, answer: UNKNOWN }]
                      : [],
            ),
    }));
}
