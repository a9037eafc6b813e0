import { type Colors } from "picocolors/types";
import { COMMITMENTS } from "../charter/commitments";
import { countsOf, counted, isBlocked } from "./counts";
import { blocks, noticesOf, wordOf } from "./levels";
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
    const word = wordOf(finding);
    if (finding.advice) return colors.blue(word);
    if (blocks(finding, failOnUndetermined)) return colors.red(word);
    return finding.verdict === "undetermined" ? colors.magenta(word) : colors.yellow(word);
}

function verdictLine(report: StackReport, { colors, failOnUndetermined }: TextOptions): string {
    const counts = countsOf(report);
    return `${isBlocked(report, failOnUndetermined) ? colors.red("✗ blocked") : colors.green("✓ not blocked")}: ${counts.map(([n, what]) => counted(n, what)).join(", ")} on ${counted(report.source.resources, "resources")}${report.resolved ? `, ${String(report.resolved)} told only with stand-ins` : ""}`;
}
