import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, is } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

/** The parts of an ARN: "arn:aws:backup:eu-west-2:111122223333:backup-vault:daily". */
export interface Arn {
    readonly service: string;
    readonly region: string;
    readonly account: string;
    readonly rest: string;
}

export function parseArn(text: string): Arn | undefined {
    const [arn, partition, service, region, account, ...rest] = text.split(":");
    if (arn !== "arn" || !partition || !service || region === undefined || account === undefined || rest.length === 0) return undefined;
    return { service, region, account, rest: rest.join(":") };
}

/** The region in which a resource stands: its own `region`, else its provider's; UNKNOWN where neither is known. */
export function regionOf(resource: Resource): string | Unknown {
    return known(read(resource.props, "region")) ?? known(read(resource.provider?.props ?? {}, "region")) ?? UNKNOWN;
}

/** The account in which a resource stands, where its provider is held to one or takes a role in one. */
export function accountOf(resource: Resource): string | Unknown {
    const provider = resource.provider?.props ?? {};
    const allowed = known(read(provider, "allowedAccountIds"));
    if (allowed !== undefined) return /^\[?"?(\d{12})"?\]?$/.exec(allowed)?.[1] ?? UNKNOWN;
    const roles = known(read(provider, "assumeRoles")) ?? known(read(provider, "assumeRole")) ?? "";
    return /arn:[\w-]+:iam::(\d{12}):role\/(?!.*arn:)/s.exec(roles)?.[1] ?? UNKNOWN;
}

/** A provider's properties are text, or JSON where they are lists and objects. */
function known(value: Value | undefined): string | undefined {
    if (value === undefined || value === null || value === UNKNOWN) return undefined;
    const found = typeof value === "object" ? JSON.stringify(value) : text(value);
    return found === "" ? undefined : found;
}

/** Are both values known, and do they differ? UNKNOWN where one is not. */
export function differ(a: string | Unknown, b: string | Unknown): Answer {
    return is(a, x => is(b, y => x !== y));
}

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
