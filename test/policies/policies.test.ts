import { readFileSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { ConfigurationError, readConfiguration } from "../../src/policy/configuration";
import type { Policy } from "../../src/policy/definition";
import { judgeStack } from "../../src/report/assemble";
import { type Finding, type StackReport, VERDICTS, type Verdict } from "../../src/report/model";
import { sentences } from "../../src/report/sentences";
import { type Analysis, type Mode, throughRouting, throughSdk } from "./support/analyzer";
import { type Case, EXPECTED, type Expected, type PolicyCases, casesOf } from "./support/cases";
import { caseFiles } from "./support/files";
import { PROJECT, STACK, TODAY, worldOf } from "./support/world";

const root = path.join(__dirname, "../..");
const byName = new Map(policies.map(policy => [policy.name, policy]));

describe("cases and policies", () => {
    const withCases = caseFiles.flatMap(({ cases }) => Object.keys(cases));
    if (process.env.CASES === undefined) {
        test("every policy has cases, once, and every case has a policy", () => {
            expect([...withCases].sort()).toEqual(policies.map(p => p.name).sort());
        });
    }
    test.each(caseFiles.map(({ file, cases }) => [file, cases] as const))("%s stands where its policies do", (file, cases) => {
        const source = readFileSync(path.join(root, "policies", file.replace(".cases.ts", ".ts")), "utf8");
        for (const name of Object.keys(cases)) expect(source).toContain(`"${name}"`);
    });
});

for (const { file, cases } of caseFiles) {
    describe(file, () => {
        for (const [name, own] of Object.entries(cases)) {
            const policy = byName.get(name);
            if (!policy) continue;
            describe(name, () => {
                for (const expected of EXPECTED) {
                    for (const [title, one] of casesOf(own, expected)) {
                        test(`${expected}: ${title}`, async () => {
                            await verify(policy, expected, one, outputNamesOf(own));
                        });
                    }
                }
            });
        }
    });
}

const WORST: Readonly<Record<Expected, Verdict>> = {
    compliant: "pass",
    violating: "fail",
    undetermined: "undetermined",
    notApplicable: "notApplicable",
};

async function verify(policy: Policy, expected: Expected, one: Case, outputNames: (type: string) => readonly string[]): Promise<void> {
    const today = one.today ?? TODAY;
    const raw = {
        preset: "strict",
        ...(one.settings ? { settings: { [policy.name]: one.settings } } : {}),
        ...(one.estate ? { estate: one.estate } : {}),
    };
    const resources = worldOf(one);
    const report = judgeStack(
        resources,
        { policies: [policy], configuration: configurationOf(raw, policy, today), today, project: PROJECT, stack: STACK, packVersion: "1.0.0" },
        { kind: "preview", path: ".", preset: "strict", selection: "all" },
    );
    const findings = report.findings.filter(f => !f.advice);
    expect({ verdict: worst(report), findings: findings.map(f => `${f.verdict} ${f.property ?? ""}: ${f.message}`) }).toEqual({
        verdict: WORST[expected],
        findings: expect.anything() as unknown,
    });
    if (expected === "violating" || expected === "undetermined") {
        expect(one.property).toBeDefined();
        expect(findings.map(f => f.property ?? "")).toContain(one.property);
    }
    expect(report.findings.some(f => f.advice)).toBe(one.advice ?? false);
    if (expected === "compliant") expect((report.policies[0]?.partial ?? 0) > 0).toBe(one.partial ?? false);
    for (const finding of report.findings) expect(sentences(finding).split("\n").length).toBeLessThanOrEqual(3);
    const setup = { policies: [policy], configuration: raw, today };
    for (const mode of ["echoing", "computed"] as const satisfies readonly Mode[]) {
        for (const through of [throughSdk, throughRouting]) {
            agree(report, await through(setup, resources, mode, outputNames), policy, `${through.name}, ${mode}`);
        }
    }
}

/** The analyzer says the same violations and levels, and books no pass where the evaluator has none. */
function agree(report: StackReport, analysis: Analysis, policy: Policy, how: string): void {
    const line = (f: Finding): string => `${f.urn} ${f.policy} ${f.enforcementLevel === "mandatory" ? "1" : "0"} ${sentences(f)}`;
    const own = report.findings.filter(f => f.verdict !== "undetermined").map(line);
    const said = analysis.said.map(s => `${s.urn} ${s.policy} ${String(s.level)} ${s.message}`);
    expect({ how, said: said.sort() }).toEqual({ how, said: own.sort() });
    if (policy.kind === "resource" && report.summary.notApplicable === report.source.resources + 1) {
        for (const [urn, names] of analysis.notApplicable)
            if (urn !== "stack") expect({ how, urn, silent: names.has(policy.name) }).toEqual({ how, urn, silent: true });
    }
}

function configurationOf(raw: Readonly<Record<string, unknown>>, policy: Policy, today: string): ReturnType<typeof readConfiguration> {
    try {
        return readConfiguration(raw, [policy], today);
    } catch (error) {
        throw error instanceof ConfigurationError ? new Error(`the case's configuration is wrong: ${error.message}`) : error;
    }
}

function worst(report: StackReport): Verdict | undefined {
    return VERDICTS.find(verdict => report.summary[verdict] > 0);
}

/** Property names that a computing provider would answer as unknown: those that any case of the policy gives for the type. */
function outputNamesOf(own: PolicyCases): (type: string) => readonly string[] {
    const names = new Map<string, Set<string>>();
    for (const expected of EXPECTED) {
        for (const [, one] of casesOf(own, expected)) {
            for (const resource of worldOf(one)) {
                const known = names.get(resource.type) ?? new Set(["id", "arn"]);
                for (const property of Object.keys(resource.props)) known.add(property);
                names.set(resource.type, known);
            }
        }
    }
    return type => [...(names.get(type) ?? [])];
}
