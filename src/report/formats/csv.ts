import { stringify } from "csv-stringify/sync";
import type { Finding, StackReport } from "../model";
import type { Format } from "./format";
import { placeOf } from "./place";

/** Findings for spreadsheets, a line each. */
export const csv: Format = {
    extension: "csv",
    render: reports => {
        const rows = reports.flatMap(report => report.findings.map(finding => rowOf(report, finding)));
        return csvText([HEAD, ...rows]);
    },
};

const HEAD = [
    "stack",
    "commitment",
    "severity",
    "verdict",
    "level",
    "advice",
    "baselined",
    "resolved",
    "policy",
    "resource",
    "type",
    "property",
    "message",
    "fix",
    "file",
    "line",
    "urn",
    "waived until",
    "approved by",
    "reason",
];

function rowOf(report: StackReport, f: Finding): readonly string[] {
    const { file, line } = placeOf(report, f);
    return [
        `${report.source.project}/${report.source.stack}`,
        f.commitment,
        f.severity,
        f.verdict,
        f.enforcementLevel,
        f.advice ? "yes" : "",
        f.baselined ? "yes" : "",
        f.resolved ? "yes" : "",
        f.policy,
        f.name,
        f.type,
        f.property ?? "",
        f.message,
        f.fix,
        file,
        String(line),
        f.urn,
        f.waiver?.expires ?? "",
        f.waiver?.approvedBy ?? "",
        f.waiver?.reason ?? "",
    ];
}

/** RFC 4180. A name that a spreadsheet would take for a formula is kept from being one. */
export function csvText(rows: readonly (readonly string[])[]): string {
    return stringify(
        rows.map(row => [...row]),
        { record_delimiter: "windows", escape_formulas: true },
    );
}
