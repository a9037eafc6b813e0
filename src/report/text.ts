import { type Colors } from "picocolors/types";
import { COMMITMENTS } from "../charter/commitments";
import { blocks, noticesOf } from "./levels";
import type { Finding, StackReport } from "./model";
import { oneLine } from "./sentences";

export interface TextOptions {
    readonly colors: Colors;
    readonly failOnUndetermined?: boolean;
}

/** One stack's report for people: nothing but a line where all is well, else what, where, why and how to mend, by commitment. */
export function textReport(report: StackReport, options: TextOptions): string {
    const { colors } = options;
    const { source, run } = report;
    const sections = COMMITMENTS.map(({ id, number, title }) =>
        section(
            `${String(number)} ${title}`,
            report.findings.filter(f => f.commitment === id),
            options,
        ),
    ).filter(s => s !== "");
    const notices = noticesOf(report).map(notice => colors.yellow(`! ${oneLine(notice)}`));
    const head = `${colors.bold(`${oneLine(source.project)}/${oneLine(source.stack)}`)} ${colors.dim(`${run.kind}, preset ${run.preset}, ${run.date}`)}`;
    return [
        head,
        ...sections.map(s => `\n${s}`),
        ...(notices.length > 0 ? ["", ...notices] : []),
        ...(sections.length > 0 || notices.length > 0 ? [""] : []),
        verdictLine(report, options),
    ].join("\n");
}

function section(title: string, findings: readonly Finding[], options: TextOptions): string {
    if (findings.length === 0) return "";
    return [options.colors.bold(title), ...grouped(findings).map(group => entry(group, options))].join("\n");
}

/** Findings of one policy on one resource stand together. */
function grouped(findings: readonly Finding[]): Finding[][] {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
        const key = `${finding.policy} ${finding.urn} ${finding.verdict} ${String(finding.advice ?? false)}`;
        const group = groups.get(key);
        if (group) group.push(finding);
        else groups.set(key, [finding]);
    }
    return [...groups.values()];
}

function entry(group: readonly Finding[], options: TextOptions): string {
    const [first] = group;
    if (!first) return "";
    const { colors } = options;
    const at = first.location ? colors.dim(`  ${oneLine(first.location.file)}:${String(first.location.line)}`) : "";
    const lines = [
        `  ${mark(first, options)}  ${first.policy}  ${colors.dim(first.severity)}`,
        `      ${colors.bold(oneLine(first.name))}  ${colors.dim(oneLine(first.type))}${at}`,
    ];
    for (const finding of group)
        lines.push(`      ${finding.message}${finding.property === undefined ? "" : `  ${colors.cyan(oneLine(finding.property))}`}`);
    if (first.standIns && first.standIns.length > 0) lines.push(colors.dim(`      told with stand-ins: ${first.standIns.map(oneLine).join(", ")}`));
    if (first.waiver)
        lines.push(`      waived until ${first.waiver.expires}, approved by ${oneLine(first.waiver.approvedBy)}: ${oneLine(first.waiver.reason)}`);
    else if (first.verdict !== "error" && first.verdict !== "undetermined") lines.push(`      ${colors.green("→")} ${first.fix}`);
    return lines.join("\n");
}

function mark(finding: Finding, { colors, failOnUndetermined }: TextOptions): string {
    if (finding.advice) return colors.blue("advice");
    const word = finding.baselined ? "baselined" : finding.verdict === "fail" ? finding.enforcementLevel : finding.verdict;
    if (blocks(finding, failOnUndetermined)) return colors.red(word);
    return finding.verdict === "undetermined" ? colors.magenta(word) : colors.yellow(word);
}

function verdictLine(report: StackReport, { colors, failOnUndetermined }: TextOptions): string {
    const pairs = (wanted: (finding: Finding) => boolean): number => new Set(report.findings.filter(wanted).map(f => `${f.policy} ${f.urn}`)).size;
    const blocking = pairs(f => blocks(f, failOnUndetermined));
    const counts: readonly (readonly [number, string])[] = [
        [pairs(f => f.verdict === "fail" && f.enforcementLevel === "mandatory" && !f.advice), "mandatory violations"],
        [pairs(f => f.verdict === "fail" && f.enforcementLevel !== "mandatory" && !f.advice && !f.baselined), "advisory violations"],
        [pairs(f => f.baselined === true), "baselined"],
        [report.summary.error, "errors"],
        [report.summary.waived, "waived"],
        [report.summary.undetermined, "undetermined"],
        [pairs(f => f.advice === true), "with advice"],
    ];
    const said = counts.filter(([n]) => n > 0).map(([n, what]) => counted(n, what));
    const resolved = report.resolved ? `, ${String(report.resolved)} told only with stand-ins` : "";
    const passed = `${counted(report.summary.pass, "checks")} passed on ${counted(report.source.resources, "resources")}${resolved}`;
    return `${blocking > 0 ? colors.red("✗ blocked") : colors.green("✓ not blocked")}: ${[...said, passed].join(", ")}`;
}

/** "1 check", "2 checks". */
export function counted(n: number, plural: string): string {
    return `${String(n)} ${n === 1 ? plural.replace(/s$/, "") : plural}`;
}
