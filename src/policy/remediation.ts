import type { Policy } from "./definition";
import type { Judge, PolicyInForce } from "./evaluate";
import { type Props, type Resource, type Value, isJudged } from "./resource";
import type { SettingValues } from "./settings";
import { UNKNOWN } from "./unknown";
import { isRecord, read } from "./values";

/**
 * A property whose change mends a breach in place: nothing is replaced, lowered, or locked for good. It is made only where the policy faults
 * this property, and only if the policy finds less to fault afterwards.
 */
export interface Remedy<P extends string = string> {
    /** "[]" stands for the element that is at fault. */
    readonly path: P;
    /** `undefined` lets the property be. */
    readonly value: Mend | ((about: RemedyContext) => Mend | undefined);
    /** The types of the policy to which it may be done, where not to all. */
    readonly types?: readonly string[];
}

/** What a property is set to: plain data, all of it known. */
export type Mend = boolean | number | string | readonly Mend[] | { readonly [key: string]: Mend };

export interface RemedyContext {
    readonly props: Props;
    readonly settings: SettingValues;
    /** What stands at the path now. */
    readonly current: Value | undefined;
}

/** What a setting of the policy says. */
export function setting(name: string): (about: RemedyContext) => Mend | undefined {
    return ({ settings }) => settings[name] as Mend | undefined;
}

/** A security policy of AWS, but not in the place of one that keeps to FIPS 140, which it does not. */
export function unlessFips(policy: string): (about: RemedyContext) => Mend | undefined {
    return ({ current }) => (typeof current === "string" && /fips/i.test(current) ? undefined : policy);
}

/** The words that are there, and those of a setting that are not; nothing where a word is not known. */
export function withWords(name: string): (about: RemedyContext) => Mend | undefined {
    return ({ settings, current }) => {
        const words = current === undefined ? [] : current;
        if (!Array.isArray(words) || words.some((word: Value) => typeof word !== "string")) return undefined;
        return [...new Set([...(words as readonly string[]), ...((settings[name] ?? []) as readonly string[])])];
    };
}

/** One property of a resource, as it is and as a policy's remedy sets it. */
export interface Change {
    readonly policy: Policy;
    /** With positions: "containers[0].securityContext.privileged". */
    readonly path: string;
    /** `undefined` where it was left out. */
    readonly before: Value | undefined;
    readonly after: Mend;
}

/** Can the policy set things right? */
export function canRemediate({ policy }: PolicyInForce): boolean {
    return policy.remedies !== undefined;
}

/** Does its level ask it to? */
export function isAtRemediate(entry: PolicyInForce): boolean {
    return entry.level === "remediate" && canRemediate(entry);
}

/** What remedies change of a resource. Each policy sees what those before it changed. */
export function remediate(judge: Judge, resource: Resource, entries: readonly PolicyInForce[]): readonly Change[] {
    const changes: Change[] = [];
    let current = resource;
    if (!isJudged(resource)) return changes;
    for (const entry of entries) {
        const breaches = breachesOf(judge, entry, current);
        const own = (entry.policy.remedies ?? []).flatMap(remedy => changesBy(remedy, entry, current, breaches));
        if (own.length === 0) continue;
        const mended = {
            ...current,
            props: own.reduce<Value>((props, { path, after }) => assigned(props, steps(path), after), current.props) as Props,
        };
        if (breachesOf(judge, entry, mended).length >= breaches.length) continue;
        current = mended;
        changes.push(...own);
    }
    return changes;
}

/** Where the policy faults the resource: waived breaches are let be. */
function breachesOf(judge: Judge, entry: PolicyInForce, resource: Resource): string[] {
    const { verdict, findings } = judge.judgePair(entry, resource);
    return verdict === "fail" ? findings.filter(f => f.verdict === "fail").map(f => f.property ?? "") : [];
}

function changesBy(remedy: Remedy, { policy, settings }: PolicyInForce, { type, props }: Resource, breaches: readonly string[]): Change[] {
    if (remedy.types && !remedy.types.includes(type)) return [];
    const paths = new Set(breaches.flatMap(breach => placed(remedy.path, breach) ?? []));
    return [...paths].flatMap(path => {
        const before = read(props, path);
        if (before === UNKNOWN) return [];
        const after = typeof remedy.value === "function" ? remedy.value({ props, settings, current: before }) : remedy.value;
        return after === undefined ? [] : [{ policy, path, before, after }];
    });
}

/** The remedy's path with the positions of a breach that is at it, in it or around it; `undefined` where the breach is elsewhere. */
function placed(path: string, breach: string): string | undefined {
    if (breach === "") return undefined;
    const own = path.split(/(?=\[)|\./);
    const found = breach.split(/(?=\[)|\./);
    const shared = Math.min(own.length, found.length);
    for (let i = 0; i < shared; i++) if (own[i] !== found[i] && !(own[i] === "[]" && found[i]?.startsWith("["))) return undefined;
    const joined = own.map((step, i) => (i < shared ? (found[i] ?? step) : step));
    if (joined.includes("[]")) return undefined;
    return joined.reduce((text, step) => (text === "" || step.startsWith("[") ? text + step : `${text}.${step}`), "");
}

/** A path without "[]" as its steps: numbers are positions. */
export function steps(path: string): readonly (string | number)[] {
    return path.split(/(?=\[)|\./).map(step => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}

/** A copy in which the value stands at the path. Objects on the way that were left out are made. */
function assigned(value: Value | undefined, [step, ...rest]: readonly (string | number)[], after: Mend): Value {
    if (step === undefined) return after;
    if (typeof step === "number") {
        const list = Array.isArray(value) ? [...(value as readonly Value[])] : [];
        list[step] = assigned(list[step], rest, after);
        return list;
    }
    return { ...(isRecord(value) ? value : {}), [step]: assigned(isRecord(value) ? value[step] : undefined, rest, after) };
}
