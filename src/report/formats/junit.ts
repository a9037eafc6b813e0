import { create } from "xmlbuilder2";
import { blocks, wordOf } from "../levels";
import type { Finding, StackReport } from "../model";
import { waiverText } from "../sentences";
import type { Format } from "./format";
import { placeOf } from "./place";

/**
 * JUnit XML, as GitLab, Azure DevOps and Jenkins read it: a suite a stack, a case for each finding and for each policy that only passed. What
 * blocks is a failure, a broken policy an error, everything else is skipped with its reason. The exact counts are the suite's properties.
 */
export const junit: Format = {
    extension: "xml",
    render(reports, { failOnUndetermined }) {
        const suites = reports.map(report => suiteOf(report, failOnUndetermined));
        const total = (count: "tests" | "failures" | "errors" | "skipped"): number => suites.reduce((sum, { counts }) => sum + counts[count], 0);
        const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
            name: "nhs-supplier-charter",
            tests: total("tests"),
            failures: total("failures"),
            errors: total("errors"),
            skipped: total("skipped"),
        });
        for (const { report, cases, counts } of suites) {
            const suite = root.ele("testsuite", {
                name: text(`${report.source.project}/${report.source.stack}`),
                timestamp: `${report.run.date}T00:00:00`,
                time: 0,
                ...counts,
            });
            const properties = suite.ele("properties");
            for (const [name, value] of Object.entries({ ...report.summary, preset: report.run.preset, kind: report.run.kind }))
                properties.ele("property", { name, value });
            for (const { name, commitment, file, line, outcome } of cases) {
                const testCase = suite.ele("testcase", {
                    name: text(name),
                    classname: text(commitment),
                    time: 0,
                    ...(file === undefined ? {} : { file: text(file), line }),
                });
                if (outcome)
                    testCase
                        .ele(outcome.kind, { message: text(outcome.message), ...(outcome.kind === "skipped" ? {} : { type: outcome.type }) })
                        .txt(text(outcome.details));
            }
        }
        return `${root.end({ prettyPrint: true })}\n`;
    },
};

interface Case {
    readonly name: string;
    readonly commitment: string;
    readonly file?: string;
    readonly line?: number;
    readonly outcome?: { readonly kind: "failure" | "error" | "skipped"; readonly type: string; readonly message: string; readonly details: string };
}

function suiteOf(
    report: StackReport,
    failOnUndetermined?: boolean,
): { report: StackReport; cases: readonly Case[]; counts: Record<"tests" | "failures" | "errors" | "skipped", number> } {
    const found = new Set(report.findings.map(finding => finding.policy));
    const cases: Case[] = [
        ...report.findings.map((finding): Case => {
            const { file, line } = placeOf(report, finding);
            return {
                name: `${finding.policy}: ${finding.name}${finding.property === undefined ? "" : ` ${finding.property}`}`,
                commitment: finding.commitment,
                file,
                line,
                outcome: outcomeOf(finding, failOnUndetermined),
            };
        }),
        ...report.policies.filter(row => row.pass > 0 && !found.has(row.name)).map(row => ({ name: row.name, commitment: "passed" })),
    ];
    const of = (kind: string): number => cases.filter(c => c.outcome?.kind === kind).length;
    return { report, cases, counts: { tests: cases.length, failures: of("failure"), errors: of("error"), skipped: of("skipped") } };
}

function outcomeOf(finding: Finding, failOnUndetermined?: boolean): NonNullable<Case["outcome"]> {
    const kind = finding.verdict === "error" ? "error" : blocks(finding, failOnUndetermined) ? "failure" : "skipped";
    const waiver = finding.waiver ? [waiverText(finding).trim()] : [];
    const mend = finding.verdict === "error" || finding.verdict === "undetermined" ? [] : [finding.fix];
    return {
        kind,
        type: `${finding.severity} ${wordOf(finding)}`,
        message: kind === "skipped" ? `${wordOf(finding)}: ${finding.message}` : finding.message,
        details: [finding.urn, ...waiver, ...mend, `References: ${finding.references.join(", ")}`].join("\n"),
    };
}

/** Without the characters that XML 1.0 cannot hold. */
function text(value: string): string {
    return value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
