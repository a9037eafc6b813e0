import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

/** Do two resources certainly stand in one account and region? Two providers may, or may not. */
export function samePlace(a: Resource, b: Resource): Answer {
    const first = read(a.props, "region");
    const second = read(b.props, "region");
    if (first === UNKNOWN || second === UNKNOWN || a.provider?.urn !== b.provider?.urn) return UNKNOWN;
    return first === second || (first !== undefined && second !== undefined ? false : UNKNOWN);
}

/** Do two resources certainly stand in one account, in whichever region? */
export function sameAccount(a: Resource, b: Resource): Answer {
    return a.provider?.urn === b.provider?.urn ? true : UNKNOWN;
}
