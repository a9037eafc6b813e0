/**
 * What a preview cannot know. A value that the cloud makes up (an ARN, an id) is UNKNOWN until the update runs: it is neither
 * false nor true, and neither absent. A symbol, so that text built from it by mistake throws instead of leaking.
 */
export const UNKNOWN: unique symbol = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** The answer to a question about a resource: yes, no, or not to be told before the update. */
export type Answer = boolean | Unknown;

export function isUnknown(value: unknown): value is Unknown {
    return value === UNKNOWN;
}

/** False where one is false, else UNKNOWN where one is unknown; true of nothing. */
export function and(...answers: readonly Answer[]): Answer {
    let result: Answer = true;
    for (const answer of answers) {
        if (answer === false) return false;
        if (answer === UNKNOWN) result = UNKNOWN;
    }
    return result;
}

/** True where one is true, else UNKNOWN where one is unknown; false of nothing. */
export function or(...answers: readonly Answer[]): Answer {
    let result: Answer = false;
    for (const answer of answers) {
        if (answer === true) return true;
        if (answer === UNKNOWN) result = UNKNOWN;
    }
    return result;
}

export function not(answer: Answer): Answer {
    return answer === UNKNOWN ? UNKNOWN : !answer;
}

/** The test of a value, or UNKNOWN where the value is unknown. */
export function is<T>(value: T, test: (known: Exclude<T, Unknown>) => Answer): Answer {
    return value === UNKNOWN ? UNKNOWN : test(value as Exclude<T, Unknown>);
}

/** Does one element satisfy the test? Of an unknown list: UNKNOWN; of none: false. */
export function some<T>(values: readonly T[] | Unknown, test: (value: T) => Answer): Answer {
    if (values === UNKNOWN) return UNKNOWN;
    let result: Answer = false;
    for (const value of values) {
        const answer = test(value);
        if (answer === true) return true;
        if (answer === UNKNOWN) result = UNKNOWN;
    }
    return result;
}

/** Do all elements satisfy the test? Of an unknown list: UNKNOWN; of none: true. */
export function every<T>(values: readonly T[] | Unknown, test: (value: T) => Answer): Answer {
    if (values === UNKNOWN) return UNKNOWN;
    let result: Answer = true;
    for (const value of values) {
        const answer = test(value);
        if (answer === false) return false;
        if (answer === UNKNOWN) result = UNKNOWN;
    }
    return result;
}
