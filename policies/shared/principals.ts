import type { Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

/** Does the value of a `principal` property mean everyone? */
export function isEveryone(principal: Exclude<Value, typeof UNKNOWN> | undefined): boolean {
    return principal !== undefined && text(principal) === "*";
}

/** Is a source or organisation named? One that is known only after the update is; nothing but wildcards names none. */
export function isPinned(source: Value | undefined): boolean {
    return source === UNKNOWN || (source !== undefined && !/^[*?]*$/.test(text(source)));
}
