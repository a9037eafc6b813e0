import fc from "fast-check";
import { policies } from "../../policies";
import type { Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { caseFiles } from "../policies/support/files";
import { type Prepared, placesIn, prepared, valueAt, withValue, worst } from "./inputs";
import { BY_LITERAL, BY_NAME, FALSE_ALARMS, GIVEN_BY_REFERENCE, NULLS_IN_DOCUMENTS, SILENT } from "./known";

/** Inputs a policy; TRUST_INPUTS=2000 for a long run. The seed is fixed, so that a failure is the change's own; TRUST_SEED=N takes another. */
const INPUTS = Number(process.env.TRUST_INPUTS ?? 200);
const SEED = Number(process.env.TRUST_SEED ?? 20261122);
/** Longer than any input may take, in milliseconds, on a machine that does other things too. */
const MOST = 2000;

const deep = (value: Value, depth: number): Value => (depth === 0 ? value : deep(depth % 2 === 0 ? [value] : { a: value }, depth - 1));
const GARBAGE: readonly Value[] = [
    "",
    "x",
    " ",
    "\u0000\u202e𝕏\ud800",
    "{broken",
    '{"Statement":',
    "[]",
    "null",
    "a".repeat(100_000),
    `{"Statement":${"[".repeat(2000)}`,
    0,
    -1,
    1e308,
    0.1,
    true,
    false,
    [],
    {},
    [null],
    [UNKNOWN],
    [[]],
    { a: UNKNOWN },
    deep("x", 200),
    deep(UNKNOWN, 50),
    JSON.parse('{"__proto__":{"x":1},"constructor":1,"toString":2,"hasOwnProperty":null}') as Value,
    Array.from({ length: 5000 }, (_, i) => i),
];

const byName = new Map(policies.map(policy => [policy.name, policy]));
const show = (value: unknown): string => {
    const text = JSON.stringify(value, (_, v: unknown) => (typeof v === "symbol" ? "UNKNOWN" : v)) as string | undefined;
    return (text ?? "nothing").slice(0, 120);
};

/** Values that stand at the same place in any case of the policy: what people write there. */
class Likely {
    readonly #values = new Map<string, Map<string, Value>>();

    constructor(all: readonly Prepared[]) {
        for (const { resources } of all)
            for (const place of placesIn(resources)) {
                const resource = resources[place.resource];
                const value = resource && valueAt(resource.props, place.path);
                if (!resource || value === undefined || value === UNKNOWN || isEmpty(value)) continue;
                const key = keyOf(resource.type, place.path);
                this.#values.set(key, (this.#values.get(key) ?? new Map<string, Value>()).set(show(value), value));
            }
    }

    at(type: string, path: readonly (string | number)[]): readonly Value[] {
        return [...(this.#values.get(keyOf(type, path))?.values() ?? [])];
    }
}

const keyOf = (type: string, path: readonly (string | number)[]): string =>
    `${type} ${path.map(step => (typeof step === "number" ? "[]" : step)).join(".")}`;

function isEmpty(value: Value): boolean {
    return value === "" || value === null || (typeof value === "object" && Object.values(value).every(inner => isEmpty(inner)));
}

for (const { cases } of caseFiles) {
    for (const [name, own] of Object.entries(cases)) {
        const policy = byName.get(name);
        if (!policy) continue;
        test(`${name}: nothing throws, null is as good as absent, and what is unknown decides nothing`, () => {
            const all = prepared(policy, own);
            const places = all.flatMap((one, i) => placesIn(one.resources).map(place => ({ i, place })));
            if (places.length === 0) return;
            const likely = new Likely(all);
            fc.assert(
                fc.property(fc.constantFrom(...places), fc.constantFrom(...GARBAGE), ({ i, place }, garbage) => {
                    const one = all[i];
                    const resource = one?.resources[place.resource];
                    if (!one || !resource) return;
                    const where = keyOf(resource.type, place.path);
                    const with_ = (value: Value | undefined): string => worst(one.judge(withValue(one.resources, place, value)));
                    const told = (what: string): string => `${one.expected}: ${one.title}; ${where}: ${what}`;

                    const started = performance.now();
                    expect({ at: told(show(garbage)), error: with_(garbage) === "error" }).toEqual({ at: told(show(garbage)), error: false });
                    expect({ at: told(show(garbage)), slow: performance.now() - started > MOST }).toEqual({ at: told(show(garbage)), slow: false });

                    if (typeof place.path.at(-1) === "string" && !NULLS_IN_DOCUMENTS.test(where))
                        expect(told(`null is ${with_(null)}`)).toBe(told(`null is ${with_(undefined)}`));

                    const original = valueAt(resource.props, place.path);
                    if (original === undefined || original === UNKNOWN) return;
                    const unknown = with_(UNKNOWN);
                    expect(unknown).not.toBe("error");
                    for (const value of likely.at(resource.type, place.path)) {
                        const known = with_(value);
                        if (known === "pass" && unknown === "fail" && !BY_NAME.test(where) && !isKnown(FALSE_ALARMS, name, where))
                            throw new Error(told(`a violation while it is unknown, but ${show(value)} passes`));
                        if (known === "fail" && unknown === "pass" && !mayPass(name, where))
                            throw new Error(told(`passes while it is unknown, but ${show(value)} is a violation`));
                    }
                }),
                { numRuns: INPUTS, seed: SEED },
            );
        }, 120_000);
    }
}

function mayPass(name: string, where: string): boolean {
    return GIVEN_BY_REFERENCE.test(where) || BY_LITERAL.has(name) || BY_NAME.test(where) || isKnown(SILENT, name, where);
}

function isKnown(table: Readonly<Record<string, readonly string[]>>, name: string, where: string): boolean {
    return (table[name] ?? []).some(end => where.endsWith(end));
}
