import { type Fact, fact } from "../../src/policy/facts";
import type { Value } from "../../src/policy/resource";
import { type Answer, and, is, some } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";

/** Does the list hold all of these words, without regard to case? One that is missing may be an element that is not known. */
export function holdsAll(value: Value | undefined, words: readonly string[]): Answer {
    return and(...words.map(word => some(list(value), element => is(element, e => text(e).toLowerCase() === word.toLowerCase()))));
}

/** The list at the path holds all of these words. */
export function includes<const P extends string>(path: P, words: readonly string[], message: string): Fact<P> {
    return fact(path, message, value => holdsAll(value, words));
}

/** Does the list hold one of these words, without regard to case? */
export function holdsOne(value: Value | undefined, words: readonly string[]): Answer {
    return some(list(value), element => is(element, e => words.some(word => text(e).toLowerCase() === word.toLowerCase())));
}
