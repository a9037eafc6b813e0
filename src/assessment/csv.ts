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
    return [head, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(text: string): string {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
