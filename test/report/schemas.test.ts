import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { policies } from "../../policies";
import { describe as described } from "../../src/cli/policies";
import { readConfiguration } from "../../src/policy/configuration";
import { judgeStack } from "../../src/report/assemble";
import { Baseline, baselineOf } from "../../src/report/baseline";
import { UNKNOWN, of } from "../policies/support/cases";
import { worldOf } from "../policies/support/world";

const TODAY = "2026-11-22";

function schema(name: string): ReturnType<Ajv["compile"]> {
    const text = readFileSync(path.join(__dirname, "../../docs/schemas", `${name}.schema.json`), "utf8");
    return new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(text) as object);
}

test("a report with every kind of finding fits its published schema", () => {
    const instance = of("aws:rds/instance:Instance");
    const lambda = of("aws:lambda/function:Function");
    const waiver = {
        policy: "aws-rds-backup-retention",
        resource: "waived",
        reason: "Known.",
        approvedBy: "Head",
        approvedOn: "2026-11-01",
        expires: "2027-01-01",
        ticket: "OPS-1",
    };
    const raw = {
        estate: { holds: ["account-baseline"] },
        waivers: [waiver, { ...waiver, resource: "gone" }],
        inheritedFrom: [
            { policy: "aws-guardduty-enabled", from: "supplier/security/prod", reason: "Central.", approvedBy: "CISO", expires: "2027-06-30" },
        ],
    };
    const resources = worldOf({
        resources: [
            instance({ backupRetentionPeriod: 0 }, {}, "broken"),
            instance({ backupRetentionPeriod: 0 }, {}, "waived"),
            instance({ backupRetentionPeriod: UNKNOWN }, {}, "later"),
            lambda({ runtime: "nodejs22.x" }, {}, "ageing"),
        ],
    });
    const report = judgeStack(
        resources,
        { policies, configuration: readConfiguration(raw, policies, TODAY), today: TODAY, project: "records", stack: "test", packVersion: "1.0.0" },
        { kind: "preview", path: ".", preset: "charter", selection: "all", notices: ["A remote component was not judged."] },
    );
    const seen = new Set(report.findings.map(f => (f.advice ? "advice" : f.verdict)));
    expect([...seen].sort()).toEqual(expect.arrayContaining(["advice", "fail", "undetermined", "waived"]) as unknown);
    const validate = schema("report");
    expect({ valid: validate([JSON.parse(JSON.stringify(report))]), errors: validate.errors }).toEqual({ valid: true, errors: null });
});

test("a baseline, and what became of it, fit their published schemas", () => {
    const resources = worldOf({ resources: [of("aws:rds/instance:Instance")({ backupRetentionPeriod: 0 }, {}, "broken")] });
    const options = {
        policies,
        configuration: readConfiguration({}, policies, TODAY),
        today: TODAY,
        project: "records",
        stack: "test",
        packVersion: "1.0.0",
    };
    const facts = { kind: "preview", path: ".", preset: "charter", selection: "all" } as const;
    const file = baselineOf([judgeStack(resources, options, facts)], TODAY);
    const mended = { policy: "aws-rds-backup-retention", urn: "urn:pulumi:test::records::aws:rds/instance:Instance::gone" };
    const baseline = new Baseline({ ...file, findings: [...file.findings, mended] });
    const report = judgeStack(resources, { ...options, baseline }, facts);
    expect(report.baseline).toEqual({ known: file.findings.length, mended: [mended] });
    const [asFile, asReport] = [schema("baseline"), schema("report")];
    expect({ valid: asFile(file), errors: asFile.errors }).toEqual({ valid: true, errors: null });
    expect({ valid: asReport([JSON.parse(JSON.stringify(report))]), errors: asReport.errors }).toEqual({ valid: true, errors: null });
});

test("the list of policies fits its published schema", () => {
    const validate = schema("policies");
    expect({ valid: validate(JSON.parse(JSON.stringify(policies.map(described)))), errors: validate.errors }).toEqual({ valid: true, errors: null });
});
