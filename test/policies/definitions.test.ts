import { readdirSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { COMMITMENTS } from "../../src/charter/commitments";
import { isTopic } from "../../src/charter/topics";
import { type Policy, providerOf } from "../../src/policy/definition";
import { defaultsOf } from "../../src/policy/settings";
import { checkSettings } from "../../src/policy/configuration";
import { canonicalType } from "../../src/policy/families";

const table = policies.map(policy => [policy.name, policy] as const);

test("no name is used twice, not even one of the past", () => {
    const names = policies.flatMap(p => [p.name, ...(p.formerly ?? [])]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("all eight commitments have policies", () => {
    expect([...new Set(policies.map(p => p.commitment))].sort()).toEqual(COMMITMENTS.map(c => c.id).sort());
});

/** The most that a passing policy may prove, by commitment (charter.md, section 4). */
const BEST = new Map(COMMITMENTS.map(c => [c.id, c.bestEvidence]));
const GRADES = ["supporting", "partial", "proved"];

function grade(evidence: string): number {
    return GRADES.indexOf(evidence);
}

describe.each(table)("%s", (name, policy: Policy) => {
    test("is named after its provider", () => {
        expect(name).toMatch(/^(aws|azure|entra)-[a-z0-9]+(-[a-z0-9]+)*$/);
        const prefix = { aws: "aws:", azure: "azure-native:", entra: "azuread:" }[providerOf(policy)];
        // An Azure policy may look at Entra, and an Entra one at Azure's part of the directory.
        expect(policy.on.some(type => type.startsWith(prefix)) || (prefix !== "aws:" && policy.on.every(type => type.startsWith("azure")))).toBe(
            true,
        );
    });
    test("claims no more than its commitment allows", () => {
        expect(grade(policy.evidence)).toBeLessThanOrEqual(grade(BEST.get(policy.commitment) ?? "supporting"));
        if (policy.strength === "supporting" || policy.commitment === "incident-exercises") expect(policy.evidence).toBe("supporting");
    });
    test("says in plain sentences what, why and how", () => {
        expect(policy.title).toMatch(/^[A-Z].*[^.]$/);
        expect(policy.why).toMatch(/^([A-Z"']|[a-z]+[A-Z]).*\.$/s);
        expect(policy.fix).toMatch(/^[A-Z].*\.$/s);
        for (const text of [policy.title, policy.why, policy.fix]) expect(text).not.toMatch(/\n/);
        expect(policy.title.length).toBeLessThanOrEqual(110);
    });
    test("has a topic, a part where its commitment has two, and canonical types", () => {
        expect(isTopic(policy.topic)).toBe(true);
        expect(policy.part === undefined).toBe(policy.commitment !== "mfa-and-federation");
        for (const type of [...policy.on, ...policy.reads]) expect(canonicalType(type)).toBe(type);
        expect(new Set(policy.on).size).toBe(policy.on.length);
    });
    test("has references of known kinds, and settings whose defaults fit their schema", () => {
        for (const reference of policy.references) {
            expect(reference).toMatch(
                /^(ms-caf-3\.2(:\S+)?|(aws-config|checkov|cdk-nag|fsbp|prowler|endoflife|azure-policy|mcsb|cis-azure-[\d.]+|cis-aws-[\d.]+|ncsc-cloud-principles|vendor):\S+)$/,
            );
        }
        expect(new Set(policy.references).size).toBe(policy.references.length);
        expect(() => checkSettings(policy, defaultsOf(policy.settings), ["settings", name])).not.toThrow();
    });
    test("judges by one way that its kind has", () => {
        if (policy.kind === "resource")
            expect((["check", "checkResource", "checkStack"] as const).map(method => typeof policy[method])).toEqual([
                "function",
                "undefined",
                "undefined",
            ]);
        else expect(policy.check === undefined && (policy.checkResource !== undefined || policy.checkStack !== undefined)).toBe(true);
    });
});

test("policy files hold nothing but policies, and stand in a folder of their commitment", () => {
    const folder = path.join(__dirname, "../../policies");
    const wrong: string[] = [];
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isDirectory() || entry.name === "shared") continue;
        for (const file of readdirSync(path.join(folder, entry.name))) {
            // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found by their names
            const exported = Object.values(require(path.join(folder, entry.name, file)) as Readonly<Record<string, Policy | undefined>>);
            for (const policy of exported)
                if (policy?.commitment !== entry.name) wrong.push(`${entry.name}/${file}: ${policy?.name ?? "not a policy"}`);
        }
    }
    expect(wrong).toEqual([]);
});
