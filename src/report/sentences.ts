import type { Finding } from "./model";

/** A finding in at most three lines: what is wrong and where, and what to do. Names and property paths only. */
export function sentences(finding: Finding): string {
    const where = finding.property === undefined ? "" : ` (${finding.property})`;
    const why = finding.waiver ? `\n${waiverText(finding).trim()}` : "";
    return `${finding.message}${where}${why}${finding.verdict === "error" ? "" : `\n${finding.fix}`}`;
}

/** Until when, by whom and why a violation is waived, as a sentence that follows another; nothing where it is not. */
export function waiverText({ waiver }: Pick<Finding, "waiver">): string {
    return waiver ? ` Waived until ${waiver.expires}, approved by ${oneLine(waiver.approvedBy)}: ${oneLine(waiver.reason)}` : "";
}

/** Text of other people in one line, without control characters. */
export function oneLine(text: string): string {
    return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
