import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { COMMITMENTS } from "../../src/charter/commitments";
import type { StackReport } from "../../src/report/model";
import { ROOT } from "./support";

const BEGIN = /<!-- policies: [^\n]*-->\n/;
const END = "<!-- end of policies -->";

export function readmeOf(stack: string): string {
    return path.join(ROOT, "reference-stacks", stack, "README.md");
}

/** The policies in a README's table. */
export function shownIn(readme: string): string[] {
    return [...split(readme).table.matchAll(/^\| [^|]+ \| `([a-z0-9-]+)`/gm)].map(row => row[1] ?? "");
}

/** Writes the table of the policies that judge a resource of the stack and pass. */
export function writeShown(file: string, report: StackReport): void {
    const { before, after } = split(readFileSync(file, "utf8"));
    const passed = new Map(report.policies.filter(row => row.pass > 0).map(row => [row.name, row.pass]));
    const rows = COMMITMENTS.flatMap(commitment =>
        policies
            .filter(policy => policy.commitment === commitment.id && passed.has(policy.name))
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .map(policy => [commitment.id.replaceAll("-", " "), `\`${policy.name}\``, policy.title, String(passed.get(policy.name))]),
    );
    writeFileSync(file, `${before}\n${table([["commitment", "policy", "holds that", "passes"], ...rows])}\n${after}`);
}

function split(readme: string): { before: string; table: string; after: string } {
    const begin = BEGIN.exec(readme);
    const end = readme.indexOf(END);
    if (!begin || end < begin.index) throw new Error("no place for the table of policies");
    const start = begin.index + begin[0].length;
    return { before: readme.slice(0, start), table: readme.slice(start, end), after: readme.slice(end) };
}

/** A Markdown table with aligned columns, as the formatter writes it. */
function table(rows: readonly (readonly string[])[]): string {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map(row => row[column]?.length ?? 0)));
    const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
    return rows.map((row, index) => line(row) + (index === 0 ? line(widths.map(width => "-".repeat(width))) : "")).join("");
}
