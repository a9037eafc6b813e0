import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toBeValidSarifLog } from "@microsoft/jest-sarif";
import { parse } from "csv-parse/sync";
import type { Log } from "sarif";
import picocolors from "picocolors";
import { convert } from "xmlbuilder2";
import { policies } from "../../policies";
import { codequality } from "../../src/report/formats/codequality";
import { csv } from "../../src/report/formats/csv";
import type { Format } from "../../src/report/formats/format";
import { html } from "../../src/report/formats/html";
import { junit } from "../../src/report/formats/junit";
import { markdown } from "../../src/report/formats/markdown";
import { sarif } from "../../src/report/formats/sarif";
import type { StackReport } from "../../src/report/model";
import { textReport } from "../../src/report/text";
import { sampleReport } from "./sample";

expect.extend({ toBeValidSarifLog: toBeValidSarifLog as never });

const text: Format = {
    extension: "txt",
    render: reports => `${reports.map(r => textReport(r, { colors: picocolors.createColors(false) })).join("\n\n")}\n`,
};
const json: Format = { extension: "json", render: reports => `${JSON.stringify(reports, undefined, 2)}\n` };
const FORMATS: Readonly<Record<string, Format>> = { text, json, sarif, junit, markdown, html, csv, codequality };
const report = sampleReport();
const rendered = (format: Format, of: StackReport = report): string => format.render([of], { policies });

interface Element {
    readonly [key: string]: string | Element | readonly Element[];
}
const list = (value: Element[string] | undefined): readonly Element[] => (value === undefined ? [] : ([value].flat() as Element[]));
/** The one suite of a JUnit report. */
const suite = (text: string): Element =>
    (convert(text, { format: "object" }) as unknown as { testsuites: { testsuite: Element } }).testsuites.testsuite;

test.each(Object.entries(FORMATS))("%s is what it was: CHARTER_UPDATE_GOLDEN=1 writes it anew", (name, format) => {
    const file = path.join(__dirname, "golden", `report.${format.extension}`);
    // The version moves on without the format.
    const now = rendered(format).replaceAll(report.tool.version, "VERSION");
    if (process.env.CHARTER_UPDATE_GOLDEN) writeFileSync(file, now);
    expect({ name, text: now }).toEqual({ name, text: readFileSync(file, "utf8") });
    expect(rendered(format)).toBe(rendered(format));
});

test("SARIF is valid by its schema, and shows rules, places, waivers and counts", () => {
    const log = JSON.parse(rendered(sarif)) as Log;
    (expect(log) as unknown as { toBeValidSarifLog(): void }).toBeValidSarifLog();
    const [run] = log.runs;
    expect(run?.results).toHaveLength(report.findings.length);
    expect(run?.properties?.summary).toEqual(report.summary);
    for (const result of run?.results ?? []) {
        expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
        expect(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("Pulumi.yaml");
    }
    const rule = run?.tool.driver.rules?.find(({ id }) => id === "aws-rds-backup-retention");
    expect(rule?.helpUri).toContain("aws-rds-backup-retention");
    expect(rule?.help?.text).toContain("aws-config:");
    expect(run?.results?.filter(({ suppressions }) => suppressions).map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
        "Waived until 2027-01-01, approved by Head: Known.",
    ]);
    expect(new Set(run?.results?.map(({ partialFingerprints }) => partialFingerprints?.["charterFinding/v1"])).size).toBe(report.findings.length);
});

test("JUnit says in its attributes what its cases are", () => {
    const read = suite(rendered(junit));
    const cases = list(read.testcase);
    const having = (part: string): number => cases.filter(c => c[part] !== undefined).length;
    expect(read).toMatchObject({
        "@tests": String(cases.length),
        "@failures": String(having("failure")),
        "@errors": String(having("error")),
        "@skipped": String(having("skipped")),
        "@timestamp": "2026-11-22T00:00:00",
    });
    for (const testCase of cases) {
        expect(
            Object.keys(testCase)
                .filter(key => key.startsWith("@"))
                .sort(),
        ).toEqual(expect.arrayContaining(["@classname", "@name", "@time"]) as unknown);
        expect(Object.keys(testCase).filter(key => !key.startsWith("@")).length).toBeLessThanOrEqual(1);
    }
});

test("every format counts the same", () => {
    const { pass, fail, undetermined, waived, error } = report.summary;
    const properties: unknown = Object.fromEntries(list((suite(rendered(junit)).properties as Element).property).map(p => [p["@name"], p["@value"]]));
    expect(properties).toMatchObject(Object.fromEntries(Object.entries(report.summary).map(([verdict, n]) => [verdict, String(n)])));
    const rows: Record<string, string>[] = parse(rendered(csv), { columns: true });
    const pairs = (verdict: string): number =>
        new Set(rows.filter(row => row.verdict === verdict && row.advice === "").map(row => `${String(row.policy)} ${String(row.urn)}`)).size;
    expect({ fail: pairs("fail"), undetermined: pairs("undetermined"), waived: pairs("waived"), error: pairs("error") }).toEqual({
        fail,
        undetermined,
        waived,
        error,
    });
    expect(rows).toHaveLength(report.findings.length);
    expect(JSON.parse(rendered(codequality))).toHaveLength(report.findings.length);
    for (const format of [text, markdown, html]) expect(rendered(format)).toContain(`${String(undetermined)} undetermined`);
    for (const format of [text, markdown, html]) expect(rendered(format)).toContain(`${String(pass)} checks passed`);
    expect(rendered(html).match(/<tr data-severity/g)).toHaveLength(report.findings.length);
    expect(rendered(markdown).match(/^\| \*\*/gm)).toHaveLength(report.findings.length);
});

describe("names are text, whatever they hold", () => {
    const hostile = sampleReport("=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> ]]> | [a](javascript:alert(1)) \u001b[31m\u0000 \u202e `x`");
    test("HTML", () => {
        const text = rendered(html, hostile);
        expect(text).toContain("&lt;img src=x onerror=alert(1)>");
        expect(text).not.toContain("<img");
        expect(text).not.toMatch(/[\u0000\u001b]/);
    });
    test("Markdown", () => {
        const text = rendered(markdown, hostile);
        expect(text).toContain("&lt;img src=x onerror=alert\\(1\\)&gt; \\]\\]&gt; \\| \\[a\\]\\(javascript:alert\\(1\\)\\)");
        expect(text).not.toMatch(/[\u0000\u001b\u202e]/);
    });
    test("JUnit", () => {
        const text = rendered(junit, hostile);
        expect(text).toContain("&lt;img src=x onerror=alert(1)&gt; ]]&gt; | [a](javascript:alert(1))");
        expect(list(suite(text).testcase)).toHaveLength(list(suite(rendered(junit)).testcase).length);
        expect(text).not.toMatch(/[\u0000\u001b]|<img/);
    });
    test("CSV: no formula", () => {
        const rows: Record<string, string>[] = parse(rendered(csv, hostile), { columns: true });
        expect(rows.some(row => row.resource?.startsWith("'=cmd|"))).toBe(true);
        expect(rows.some(row => Object.values(row).some(cell => /^[=+@\t\r-]/.test(cell)))).toBe(false);
    });
    test("SARIF", () => {
        const log = JSON.parse(rendered(sarif, hostile)) as Log;
        expect(JSON.stringify(log.runs[0]?.results?.map(({ message }) => message))).not.toContain("\\u001b");
    });
});

test("a comment has room for what GitHub takes, and says what is left out", () => {
    const finding = report.findings[0];
    if (!finding) throw new Error("no finding");
    const many = {
        ...report,
        findings: Array.from({ length: 2000 }, (_, i) => ({ ...finding, name: `bucket-${String(i)}`, urn: `${finding.urn}-${String(i)}` })),
    };
    const text = rendered(markdown, many);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\d+ findings more: see the whole report\./);
});
