import type { Finding } from "./model";

/** A finding in at most three lines: what is wrong and where, and what to do. Names and property paths only. */
export function sentences(finding: Finding): string {
    const where = finding.property === undefined ? "" : ` (${finding.property})`;
    const why = finding.waiver
        ? `\nWaived until ${finding.waiver.expires}, approved by ${finding.waiver.approvedBy}: ${oneLine(finding.waiver.reason)}`
        : "";
    return `${finding.message}${where}${why}${finding.verdict === "error" ? "" : `\n${finding.fix}`}`;
}

/** Text of other people in one line, without control characters. */
export function oneLine(text: string): string {
    return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
