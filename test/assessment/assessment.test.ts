import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { policies } from "../../policies";
import { type Assessment, assess } from "../../src/assessment/assessment";
import { type Attestations, readAttestations } from "../../src/assessment/attestations";
import { assessmentMarkdown } from "../../src/assessment/markdown";
import { STATES, type State, worst } from "../../src/assessment/states";
import { attestationsTemplate } from "../../src/assessment/template";
import { ATTESTATION_QUESTIONS } from "../../src/charter/attestations";
import { COMMITMENTS } from "../../src/charter/commitments";
import type { PolicySummary, StackReport } from "../../src/report/model";
import { sampleReport } from "../report/sample";

const TODAY = "2026-11-22";
let folder: string;
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "assessment-"));
});
afterAll(() => {
    rmSync(folder, { recursive: true });
});

type Counts = Partial<Record<"pass" | "fail" | "waived" | "undetermined" | "error" | "partial", number>>;

function report(kind: StackReport["run"]["kind"], counts: Readonly<Record<string, Counts>>, stack = "prod"): StackReport {
    const rows = Object.entries(counts).map(([name, own]): PolicySummary => ({
        name,
        enforcementLevel: "mandatory",
        pass: 0,
        fail: 0,
        waived: 0,
        undetermined: 0,
        notApplicable: 0,
        error: 0,
        partial: 0,
        ...own,
    }));
    return {
        schemaVersion: 1,
        tool: { version: "1.0.0", lifecyclesCheckedOn: TODAY },
        run: { kind, date: TODAY, preset: "charter", selection: "all" },
        source: { path: "x", sha256: "0".repeat(64), project: "records", stack, resources: 1, unseenTypes: [] },
        summary: { pass: 0, fail: 0, waived: 0, undetermined: 0, notApplicable: 0, error: 0 },
        findings: [],
        policies: rows,
        waivers: [],
        inherited: [],
    };
}

const signed = `    owner: { name: A, role: CTO }
    approvedBy: B
    madeOn: 2026-11-01
    validUntil: 2026-12-31
`;
const answer = (
    id: string,
    more = `    answer: yes\n    statement: So it is.\n    evidence:\n      - { title: E, location: https://example.org }\n${signed}`,
): string => `  - question: ${id}\n${more}`;
const whole = (entries: readonly string[]): string =>
    `organisation: { name: Acme }\nscope: { products: [Records] }\nattestations:${entries.length === 0 ? " []" : ""}\n${entries.join("")}`;
const ALL = ATTESTATION_QUESTIONS.map(question => answer(question.id));

function attested(text: string, stacks: readonly string[] = ["records/prod"]): Attestations {
    const file = path.join(folder, "attestations.yaml");
    writeFileSync(file, text);
    return readAttestations(file, TODAY, stacks);
}

function assessed(reports: readonly StackReport[], attestations?: Attestations, previous?: Assessment): Assessment {
    return assess({
        reports,
        policies,
        date: TODAY,
        version: "1.0.0",
        lifecyclesCheckedOn: TODAY,
        ...(attestations ? { attestations } : {}),
        ...(previous ? { previous } : {}),
    });
}

function stateOf(assessment: Assessment, id: string): State | undefined {
    return assessment.commitments.find(c => c.id === id)?.state;
}

const core = (evidence: string): string =>
    policies.find(p => p.commitment === "backup-and-recovery" && p.strength === "core" && p.evidence === evidence)?.name ?? "";
const PROVED = core("proved");

describe("the state of a commitment", () => {
    test("a green run with attestations missing is not met, and says so", () => {
        const found = assessed([report("state", { [PROVED]: { pass: 3 } })]).commitments.find(c => c.id === "backup-and-recovery");
        expect(found?.state).toBe("missing");
        expect(found?.because).toMatch(/^The technical part passes; attestation outstanding: 5 questions have no answer/);
    });

    test("everything attested and proved is attested, a preview alone is partial", () => {
        expect(stateOf(assessed([report("state", { [PROVED]: { pass: 3 } })], attested(whole(ALL))), "backup-and-recovery")).toBe("attested");
        expect(stateOf(assessed([report("preview", { [PROVED]: { pass: 3 } })], attested(whole(ALL))), "backup-and-recovery")).toBe("partial");
    });

    test("the preview of a stack whose state was given holds it down only where it is worse", () => {
        const state = report("state", { [PROVED]: { pass: 3 } });
        expect(stateOf(assessed([state, report("preview", { [PROVED]: { pass: 3 } })], attested(whole(ALL))), "backup-and-recovery")).toBe(
            "attested",
        );
        expect(stateOf(assessed([state, report("preview", { [PROVED]: { fail: 1 } })], attested(whole(ALL))), "backup-and-recovery")).toBe("failed");
        expect(stateOf(assessed([state, report("preview", { [PROVED]: { pass: 3 } }, "other")], attested(whole(ALL))), "backup-and-recovery")).toBe(
            "partial",
        );
    });

    test.each([
        [{ fail: 1, pass: 9 }, "failed"],
        [{ undetermined: 1, pass: 9 }, "undetermined"],
        [{ waived: 1, pass: 9 }, "partial"],
        [{ partial: 1, pass: 9 }, "partial"],
    ] as const)("%j is %s", (counts, state) => {
        expect(stateOf(assessed([report("state", { [PROVED]: counts })], attested(whole(ALL))), "backup-and-recovery")).toBe(state);
    });

    test("it is never better than its worst part, nor proved or attested with an answer missing, and exercises are never proved", () => {
        const names = policies.filter((_, i) => i % 7 === 0).map(p => p.name);
        const count = fc.record({ pass: fc.nat(3), fail: fc.nat(1), waived: fc.nat(1), undetermined: fc.nat(1), partial: fc.nat(1) });
        const reports = fc.array(
            fc.tuple(
                fc.constantFrom("preview" as const, "state" as const),
                fc.dictionary(fc.constantFrom(...names), count),
                fc.constantFrom("prod", "test"),
            ),
            { maxLength: 3 },
        );
        const given = fc.subarray(ALL);
        fc.assert(
            fc.property(reports, given, (runs, entries) => {
                const result = assessed(
                    runs.map(([kind, counts, stack]) => report(kind, counts, stack)),
                    attested(whole(entries)),
                );
                for (const c of result.commitments) {
                    const isMissing = c.attestations.some(a => a.state === "missing");
                    expect(isMissing && ["proved", "attested", "partial", "supporting", "undetermined"].includes(c.state)).toBe(false);
                    const parts = [c.technical.deployed, c.technical.preview, c.attested].filter(s => s !== "supporting");
                    expect(c.state).toBe(worst(parts));
                    if (c.policies.some(p => p.strength === "core" && p.fail > 0)) expect(c.state).toBe("failed");
                    if (c.id === "incident-exercises") expect([c.state, c.technical.deployed, c.technical.preview]).not.toContain("proved");
                }
            }),
            { numRuns: 100 },
        );
    });
});

describe("attestations", () => {
    const one = "supported-and-patched/inventory";
    const entry = (more: string): string => whole([answer(one, more)]);
    const good = `    answer: yes\n    statement: So.\n    evidence: [{ title: E, location: here }]\n`;

    test.each([
        ["without an owner", `${good}    approvedBy: B\n    madeOn: 2026-11-01\n    validUntil: 2026-12-31\n`, "it has no owner"],
        ["without an approver", `${good}${signed.replace("    approvedBy: B\n", "")}`, "it has no approver"],
        ["without evidence", `    answer: yes\n    statement: So.\n${signed}`, "it has no evidence"],
        ["from the future", `${good}${signed.replace("2026-11-01", "2026-11-23")}`, "it is dated in the future, 2026-11-23"],
        ["past its day", `${good}${signed.replace("2026-12-31", "2026-11-21")}`, "it is stale since 2026-11-21"],
        ["past its renewal", `${good}${signed.replace("2026-11-01", "2026-08-01")}`, "it is stale since 2026-11-01"],
        [
            "of a product out of scope",
            `${good}${signed}    scope: { products: [Other] }\n`,
            "it speaks of the product 'Other', which is out of scope",
        ],
        ["of a stack not assessed", `${good}${signed}    scope: { stacks: [other/*] }\n`, "it speaks of the stack 'other/*', which is not assessed"],
        [
            "with a hash and no file",
            `${good.replace("location: here", `location: here, sha256: "${"0".repeat(64)}"`)}${signed}`,
            "has a sha256, and no file at here",
        ],
        ["partly, without a reason", `${good.replace("yes", "partly")}${signed}`, "the answer 'partly' needs a reason"],
    ])("%s is refused with its line", (_, more, why) => {
        const found = attested(entry(more)).answers.find(a => a.question.id === one);
        expect(found).toMatchObject({ state: "missing", refused: expect.stringMatching(/attestations\.yaml:4: /) as string });
        expect(found?.refused).toContain(why);
    });

    test.each([
        [
            "an unknown question",
            whole([answer("supported-and-patched/inventry")]),
            /:4: unknown question 'supported-and-patched\/inventry'; did you mean 'supported-and-patched\/inventory'/,
        ],
        ["an unknown key", whole([`${answer(one)}    ownr: x\n`]), /:\d+: 'attestations\.0' has the unknown key 'ownr'/],
        ["an answer that is none", whole([answer(one, "    answer: perhaps\n")]), /:\d+: 'attestations\.0\.answer' must be one of yes, partly/],
        ["a question answered twice", whole([answer(one), answer(one)]), /answered twice/],
    ])("%s makes the file malformed", (_, text, words) => {
        expect(() => attested(text)).toThrow(words);
    });

    test("the file that --init writes is read, with every question open", () => {
        const { answers } = attested(attestationsTemplate().replace('name: ""', "name: Acme"));
        expect(answers.map(a => a.question.id)).toEqual(ATTESTATION_QUESTIONS.map(q => q.id));
        expect(new Set(answers.map(a => a.state))).toEqual(new Set(["missing"]));
    });
});

test("what changed since an earlier assessment", () => {
    const finding = {
        policy: PROVED,
        commitment: "backup-and-recovery",
        severity: "high",
        enforcementLevel: "mandatory",
        verdict: "fail",
        urn: "u",
        type: "t",
        name: "n",
        message: "m",
        fix: "f",
        references: [],
    } as const;
    const before = assessed([{ ...report("state", { [PROVED]: { fail: 1 } }), findings: [finding] }], attested(whole(ALL)));
    const mended = assessed([report("state", { [PROVED]: { pass: 1 } })], attested(whole(ALL.slice(1))), before).changes;
    expect(mended).toMatchObject({ since: TODAY, newlyFailing: [], mended: [{ policy: PROVED, urn: "u" }], lapsed: [ATTESTATION_QUESTIONS[0]?.id] });
    const again = assessed(
        [{ ...report("state", { [PROVED]: { fail: 1 } }), findings: [finding] }],
        attested(whole(ALL)),
        assessed([report("state", { [PROVED]: { pass: 1 } })]),
    ).changes;
    expect(again?.newlyFailing).toHaveLength(1);
});

test("names and reasons bring no markup into the Markdown", () => {
    const text = assessmentMarkdown(
        assessed(
            [],
            attested(whole([answer(COMMITMENTS[0] ? "supported-and-patched/inventory" : "")]).replace("Acme", "'<script>x</script> | [a](b)'")),
        ),
    );
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
});

test("states are ordered from failed to proved", () => {
    expect(worst([...STATES])).toBe("failed");
    expect(worst(["not-applicable", "proved"])).toBe("proved");
    expect(worst([])).toBe("not-applicable");
});

test("an assessment fits its published schema", () => {
    const schema = JSON.parse(readFileSync(path.join(__dirname, "../../docs/schemas/assessment.schema.json"), "utf8")) as object;
    const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
    const before = assessed([report("state", { [PROVED]: { pass: 3 } })], attested(whole(ALL)));
    for (const assessment of [
        before,
        assessed([sampleReport(), report("preview", { [PROVED]: { fail: 1, waived: 1 } })]),
        assess({ reports: [sampleReport()], policies, date: TODAY, version: "1.0.0", lifecyclesCheckedOn: TODAY, previous: before }),
    ])
        expect({ valid: validate(JSON.parse(JSON.stringify(assessment))), errors: validate.errors }).toEqual({ valid: true, errors: null });
});
