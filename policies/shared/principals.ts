import { narrows } from "../../src/policy/narrowing";
import type { Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

/** Does the value of a `principal` property mean everyone? */
export function isEveryone(principal: Exclude<Value, typeof UNKNOWN> | undefined): boolean {
    return principal !== undefined && text(principal) === "*";
}

/** Is a source or organisation named, as the condition key that the property stands for would have to? One that is known only after the update is. */
export function isPinned(source: Value | undefined, key: "aws:sourcearn" | "aws:sourceaccount" | "aws:principalorgid"): boolean {
    return source === UNKNOWN || (source !== undefined && source !== null && narrows(key, text(source)));
}
