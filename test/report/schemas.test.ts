import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { policies } from "../../policies";
import { describe as described } from "../../src/cli/policies";
import { readConfiguration } from "../../src/policy/configuration";
import { judgeStack } from "../../src/report/assemble";
import { Baseline, baselineOf } from "../../src/report/baseline";
import { of } from "../policies/support/cases";
import { worldOf } from "../policies/support/world";
import { TODAY, sampleReport } from "./sample";

function schema(name: string): ReturnType<Ajv["compile"]> {
    const text = readFileSync(path.join(__dirname, "../../docs/schemas", `${name}.schema.json`), "utf8");
    return new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(text) as object);
}

test("a report with every kind of finding fits its published schema", () => {
    const report = sampleReport();
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

test("the hash of what was judged tells one configuration from another, and leaves out what is written only", () => {
    const secret = of("aws:secretsmanager/secretVersion:SecretVersion");
    const hash = (props: Parameters<typeof secret>[0]): string =>
        judgeStack(
            worldOf({ resources: [secret(props)] }),
            {
                policies,
                configuration: readConfiguration({}, policies, TODAY),
                today: TODAY,
                project: "records",
                stack: "test",
                packVersion: "1.0.0",
            },
            { kind: "preview", path: ".", preset: "charter", selection: "all" },
        ).source.sha256;
    expect(hash({ secretId: "s", secretStringWo: "a" })).toBe(hash({ secretId: "s", secretStringWo: "b" }));
    expect(hash({ secretId: "s" })).not.toBe(hash({ secretId: "t" }));
});
