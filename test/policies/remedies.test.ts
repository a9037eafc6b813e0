import { policies } from "../../policies";
import type { Policy } from "../../src/policy/definition";
import { steps } from "../../src/policy/remediation";
import { isJudged } from "../../src/policy/resource";
import { type Bag, onWire, remediatedBy } from "./support/analyzer";
import { EXPECTED, type PolicyCases, casesOf } from "./support/cases";
import { caseFiles } from "./support/files";
import { TODAY, worldOf } from "./support/world";

/*
 * What the policies set right at the level `remediate`, through the real analyzer: on every resource of their cases, with a secret and a value
 * that is not known beside it.
 */

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const BESIDE = {
    zSecret: { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" },
    zUnknown: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    zNull: null,
    zList: [1.5, "", { a: [] }],
};
const ARCHIVE = { zCode: { [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: {} } };

const all = caseFiles.flatMap(({ cases }) =>
    Object.entries(cases).flatMap(([name, own]) =>
        policies.filter(p => p.name === name && p.remedies !== undefined).map(policy => [name, policy, own] as const),
    ),
);

describe.each(all)("%s", (name, policy, own) => {
    test("sets right what it faults and no more, and lets everything else be", async () => {
        const mended = new Set<string>();
        for (const { expected, title, resource, bag, setup } of resourcesOf(policy, own)) {
            const { routed, sdk } = await remediatedBy(setup, resource, { ...bag, ...BESIDE });
            if (routed === undefined) continue;
            const at = `${expected}: ${title}`;
            const changed = differences({ ...bag, ...BESIDE }, routed);
            expect({ at, expected, changed: changed.length > 0 }).toEqual({ at, expected: "violating", changed: true });
            for (const path of changed) {
                const remedy = policy.remedies?.find(({ path: own, types }) => isWithin(path, own) && (!types || types.includes(resource.type)));
                expect({ at, path, remedy: remedy?.path }).toEqual({ at, path, remedy: expect.any(String) as string });
                mended.add(remedy?.path ?? "");
            }
            // The SDK writes secrets and files anew, so a policy in another pack lets a resource be that holds some.
            expect({ at, sdk }).toEqual({ at, sdk: undefined });
            const plain = await remediatedBy(setup, resource, bag);
            expect({ at, sdk: plain.sdk }).toEqual({ at, sdk: plain.routed });
            // Once is enough.
            expect((await remediatedBy(setup, resource, routed)).routed).toBeUndefined();
            expect((await remediatedBy(setup, resource, { ...bag, ...ARCHIVE })).routed).toBeUndefined();
        }
        expect({ name, mended: [...mended].sort() }).toEqual({
            name,
            mended: [...new Set((policy.remedies ?? []).map(remedy => remedy.path))].sort(),
        });
    });
});

test("policies that set something right are about one resource's own inputs", () => {
    expect(policies.filter(p => p.remedies && p.kind !== "resource").map(p => p.name)).toEqual([]);
});

function resourcesOf(policy: Policy, own: PolicyCases) {
    return EXPECTED.flatMap(expected =>
        casesOf(own, expected).flatMap(([title, one]) => {
            const configuration = {
                preset: "strict",
                ...(one.settings ? { settings: { [policy.name]: one.settings } } : {}),
                ...(one.estate ? { estate: one.estate } : {}),
            };
            const setup = { policies: [policy], configuration, today: one.today ?? TODAY };
            return worldOf(one)
                .filter(resource => isJudged(resource) && policy.on.includes(resource.type))
                .map(resource => ({ expected, title, resource, bag: onWire(resource.props) as Bag, setup }));
        }),
    );
}

/** The paths at which two values differ, "a.b[0].c". */
function differences(a: unknown, b: unknown, path = ""): string[] {
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
        return a.flatMap((value, i) => differences(value, b[i], `${path}[${String(i)}]`));
    if (isObject(a) && isObject(b)) {
        const join = (key: string): string => (path === "" ? key : `${path}.${key}`);
        return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(key => differences(a[key], b[key], join(key)));
    }
    return [path];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Does a changed path lie at a remedy's, in what it sets, or on the way to it? */
function isWithin(path: string, remedy: string): boolean {
    const wanted = remedy.split(/(?=\[)|\./);
    return steps(path).every((step, i) => wanted[i] === undefined || (typeof step === "number" ? wanted[i] === "[]" : wanted[i] === step));
}
