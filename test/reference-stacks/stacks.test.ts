import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { type Resource, type Value, isJudged } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { todayUtc } from "../../src/policy/dates";
import { readmeOf, shownIn, writeShown } from "./readme";
import { type Mutation, type Recording, STACKS, changesOf, judge, kindsOf, mutated, newVerdicts, record, the } from "./support";

function mutationsOf(stack: string): readonly Mutation[] {
    const file = path.join(__dirname, `${stack}.mutations.ts`);
    if (!existsSync(file)) return [];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by the stack's name
    return (require(file) as { readonly mutations: readonly Mutation[] }).mutations;
}

describe.each(STACKS)("%s", stack => {
    let recording: Recording;
    beforeAll(async () => {
        recording = await record(stack);
    }, 60_000);

    test("passes every policy in strict: no violation, error, advice or waiver, and at most three undetermined", () => {
        const report = judge(recording);
        const findings = report.findings.map(f => `${f.advice ? "advice" : f.verdict} ${f.policy} ${f.name} ${f.property ?? ""}: ${f.message}`);
        expect(findings.filter(f => !f.startsWith("undetermined"))).toEqual([]);
        expect(findings.length).toBeLessThanOrEqual(3);
    });

    test("what is undetermined stands in its README", () => {
        const readme = readFileSync(readmeOf(stack), "utf8");
        for (const { policy } of judge(recording).findings) expect(readme).toContain(policy);
    });

    test("what its README says it shows, it shows", () => {
        const report = judge(recording);
        if (process.env.CHARTER_UPDATE_READMES) writeShown(readmeOf(stack), report);
        const listed = shownIn(readFileSync(readmeOf(stack), "utf8"));
        expect(listed.length).toBeGreaterThan(0);
        expect(listed.filter(name => !report.policies.some(row => row.name === name && row.pass > 0))).toEqual([]);
    });

    // What the real date adds is no failure: it says which version the stack should move to next.
    afterAll(() => {
        const findings = judge(recording, recording.run.resources, todayUtc()).findings.filter(f => f.verdict !== "undetermined");
        if (findings.length > 0) console.warn(`${stack}, as of today: ${findings.map(f => `${f.policy} on ${f.name}`).join("; ")}`);
    });

    const mutations = mutationsOf(stack);
    if (mutations.length > 0) {
        test.each(mutations.map(m => [describeMutation(m), m] as const))("%s", (_, mutation) => {
            const before = judge(recording);
            const after = judge(recording, mutated(recording.run.resources, mutation));
            expect(newVerdicts(before, after)).toEqual(mutation.then);
        });
    }

    test("each type that a policy judges, or looks at to judge another, is changed by some mutation", () => {
        const { policies: rows } = judge(recording);
        const speaking = policies.filter(policy => rows.some(row => row.name === policy.name && row.pass > 0));
        const types = new Set(speaking.flatMap(policy => [...policy.on, ...policy.reads]));
        const judged = new Set(recording.run.resources.filter(r => isJudged(r) && types.has(r.type)).map(r => r.token));
        const changed = new Set(mutations.flatMap(changesOf).map(change => the(recording.run.resources, change.resource).token));
        expect([...judged].filter(token => !changed.has(token)).sort()).toEqual([]);
    });

    test("no property that becomes unknown is a violation: it might turn out to be what it was", () => {
        const before = judge(recording);
        const found: string[] = [];
        for (const resource of oneOfEachType(recording.run.resources)) {
            for (const property of pathsIn(resource.props)) {
                const change: Mutation = { resource: `${resource.token}::${resource.name}`, set: { [property]: UNKNOWN }, then: {} };
                const verdicts = newVerdicts(before, judge(recording, mutated(recording.run.resources, change)));
                for (const [policy, verdict] of Object.entries(verdicts))
                    if (verdict !== "undetermined") found.push(`${verdict} ${policy}: ${change.resource} ${property}`);
            }
        }
        expect(found).toEqual([]);
    }, 60_000);

    test("three quarters of the policies that pass are broken by some mutation, and left undetermined by others", () => {
        const passed = judge(recording).policies.filter(row => row.pass > 0);
        const broken = new Set(mutations.flatMap(({ then }) => Object.keys(then).filter(policy => ["fail", "advice"].includes(then[policy] ?? ""))));
        const never = passed.map(row => row.name).filter(name => !broken.has(name));
        expect({ never: never.length <= passed.length / 4 ? [] : never }).toEqual({ never: [] });
        expect(new Set(mutations.flatMap(kindsOf))).toEqual(new Set(["flipped", "removed", "unknown"]));
        expect(mutations.filter(({ then }) => Object.values(then).includes("undetermined")).length).toBeGreaterThan(10);
    });
});

function oneOfEachType(resources: readonly Resource[]): Iterable<Resource> {
    return new Map(resources.filter(isJudged).map(r => [r.token, r])).values();
}

/** The paths of a resource's properties, down to three levels. Names with a dot or a space, as in tags, have none. */
function pathsIn(value: Value, depth = 3): string[] {
    if (depth === 0 || typeof value !== "object" || value === null) return [];
    const isList = Array.isArray(value);
    return Object.entries(value as Readonly<Record<string, Value>>)
        .filter(([name, inner]) => inner !== UNKNOWN && /^\w+$/.test(name))
        .flatMap(([name, inner]) => {
            const step = isList ? `[${name}]` : name;
            return [step, ...pathsIn(inner, depth - 1).map(rest => (rest.startsWith("[") ? step + rest : `${step}.${rest}`))];
        });
}

function describeMutation(mutation: Mutation): string {
    return changesOf(mutation)
        .map(({ resource, removed, set }) =>
            removed
                ? `${resource} removed`
                : `${resource} ${JSON.stringify(set, (_, v: unknown) => (v === undefined ? "left out" : typeof v === "symbol" ? "unknown" : v))}`,
        )
        .join(", ");
}
