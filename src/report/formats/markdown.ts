import { COMMITMENTS } from "../../charter/commitments";
import { policyUrl } from "../../version";
import { countsOf, counted, isBlocked } from "../counts";
import { blocks, noticesOf, wordOf } from "../levels";
import { plain, table } from "../markdown-text";
import { type Finding, SEVERITIES, type StackReport } from "../model";
import { waiverText } from "../sentences";
import type { Format } from "./format";
import { placeOf } from "./place";

/** Characters that GitHub takes in a comment, less some for what is around. */
const ROOM = 60_000;

/** Markdown for a pull request's comment or a job's summary: the verdict, the counts, and what was found by commitment. */
export const markdown: Format = {
    extension: "md",
    render(reports, { policies, failOnUndetermined }) {
        const known = new Set(policies.map(policy => policy.name));
        let room = Math.floor(ROOM / Math.max(1, reports.length));
        const parts = reports.map(report => {
            const blocked = isBlocked(report, failOnUndetermined);
            const head = [
                `## ${blocked ? "❌" : "✅"} ${plain(`${report.source.project}/${report.source.stack}`)}: ${blocked ? "blocked" : "not blocked"}`,
                `${countsOf(report)
                    .map(([n, what]) => counted(n, what))
                    .join(
                        ", ",
                    )} on ${counted(report.source.resources, "resources")} (${report.run.kind}, preset ${plain(report.run.preset)}, ${report.run.date}).`,
                ...noticesOf(report).map(notice => `> ${plain(notice)}`),
            ];
            const rows: string[] = [];
            let left = 0;
            for (const { id, number, title } of COMMITMENTS) {
                const found = report.findings
                    .filter(f => f.commitment === id)
                    .sort((a, b) => rank(a, failOnUndetermined) - rank(b, failOnUndetermined));
                if (found.length === 0) continue;
                const lines = found.map(f => rowOf(report, f, known));
                const fitting = lines.filter(line => (room -= line.length + 1) > 0);
                left += lines.length - fitting.length;
                if (fitting.length > 0)
                    rows.push(
                        `### ${String(number)} ${title}`,
                        `${table(["", "policy", "resource", "what", "how to mend"], [])}\n${fitting.join("\n")}`,
                    );
            }
            if (left > 0) rows.push(`${counted(left, "findings")} more: see the whole report.`);
            return [...head, ...rows].join("\n\n");
        });
        return `${parts.join("\n\n")}\n`;
    },
};

/** What blocks comes first, then what is graver. */
function rank(finding: Finding, failOnUndetermined?: boolean): number {
    return (blocks(finding, failOnUndetermined) ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(finding.severity);
}

function rowOf(report: StackReport, finding: Finding, known: ReadonlySet<string>): string {
    const { file, line } = placeOf(report, finding);
    const policy = known.has(finding.policy) ? `[${finding.policy}](${policyUrl(finding.policy)})` : plain(finding.policy);
    const standIns = finding.standIns && finding.standIns.length > 0 ? ` Told with stand-ins: ${finding.standIns.join(", ")}.` : "";
    const cells = [
        `**${wordOf(finding)}**<br>${finding.severity}`,
        policy,
        `${plain(finding.name)}<br>${plain(`${file}:${String(line)}`)}`,
        plain(`${finding.message}${finding.property === undefined ? "" : ` (${finding.property})`}${waiverText(finding)}${standIns}`),
        finding.verdict === "error" || finding.verdict === "undetermined" ? "" : plain(finding.fix),
    ];
    return `| ${cells.join(" | ")} |`;
}
