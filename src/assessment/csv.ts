import { csvText } from "../report/formats/csv";
import type { Assessment } from "./assessment";

/** Every control that a commitment maps to, for spreadsheets. */
export function controlsCsv(assessment: Assessment): string {
    const head = ["commitment", "state", "framework", "control", "title", "relation", "to be confirmed", "CAF 3.2"];
    const rows = assessment.commitments.flatMap(c =>
        c.controls.map(m => [
            c.id,
            c.state,
            m.framework,
            m.control,
            m.title,
            m.primary ? "core" : "related",
            m.verify ? "yes" : "",
            m.caf32 === undefined ? "" : "same outcome",
        ]),
    );
    return csvText([head, ...rows]);
}

/** Every finding, a line each. */
export function findingsCsv(assessment: Assessment): string {
    const head = [
        "commitment",
        "stack",
        "evidence of",
        "severity",
        "verdict",
        "advice",
        "policy",
        "resource",
        "type",
        "property",
        "message",
        "fix",
        "urn",
        "waived until",
        "approved by",
        "reason",
    ];
    const rows = assessment.commitments.flatMap(c =>
        c.findings.map(f => [
            c.id,
            f.stack,
            f.basis,
            f.severity,
            f.verdict,
            f.advice ? "yes" : "",
            f.policy,
            f.name,
            f.type,
            f.property ?? "",
            f.message,
            f.fix,
            f.urn,
            f.waiver?.expires ?? "",
            f.waiver?.approvedBy ?? "",
            f.waiver?.reason ?? "",
        ]),
    );
    return csvText([head, ...rows]);
}
