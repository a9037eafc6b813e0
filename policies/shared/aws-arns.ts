import { known } from "../../src/policy/place";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { matchesWildcard } from "../../src/policy/wildcard";

/** Stands for the parts of an ARN that are not known yet. No ARN holds it. */
const HOLE = "\u0000";

/**
 * Does a pattern, in which "*" stands for any run of characters, match the ARN of a resource?
 * @param arn the ARN with `hole` where a part is not known.
 */
export function matchesArn(pattern: string, arn: string): Answer {
    if (matchesWildcard(pattern, arn)) return true;
    return arn.includes(HOLE) && overlap(pattern, arn) ? UNKNOWN : false;
}

/** A part of an ARN as `matchesArn` reads it. */
export function arnPart(value: Value | undefined): string {
    return known(value) ?? HOLE;
}

/** Is there a text that both match: a pattern with "*", and an ARN with holes? */
function overlap(pattern: string, arn: string): boolean {
    // reachable[a]: the pattern read so far and the first a characters of the ARN can be the same text.
    let reachable: boolean[] = [true];
    for (let a = 1; a <= arn.length; a++) reachable[a] = reachable[a - 1] === true && arn[a - 1] === HOLE;
    for (const c of pattern) {
        const next: boolean[] = [c === "*" && reachable[0] === true];
        for (let a = 1; a <= arn.length; a++) {
            const b = arn[a - 1];
            if (c === "*" || b === HOLE) next[a] = reachable[a] === true || next[a - 1] === true || reachable[a - 1] === true;
            else next[a] = reachable[a - 1] === true && c === b;
        }
        reachable = next;
    }
    return reachable[arn.length] === true;
}
