import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { SCHEMA_VERSION, type StackReport, VERDICTS } from "../report/model";
import { type OutputOptions, deliver, checkFormats } from "./output";

/** `charter report`: renders what the pack, preview or audit wrote as JSON. @returns the exit code. */
export function report(file: string, options: OutputOptions): Promise<number> {
    checkFormats(options);
    return deliver(readReports(file), options);
}

/** Is the file a list, as reports are? */
export function isReport(file: string): boolean {
    try {
        return Array.isArray(JSON.parse(readFileSync(file, "utf8")));
    } catch {
        return false; // a folder, or no JSON: said by whoever reads it in earnest
    }
}

/** @throws InputError where the file is no report of a version that is known here. */
export function readReports(file: string): StackReport[] {
    let reports: unknown;
    try {
        reports = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const what =
            error instanceof SyntaxError ? "is no complete JSON" : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new InputError(what, { file, mend: "name a file written by CHARTER_REPORT or --format json" });
    }
    const mend = "name a file written by CHARTER_REPORT or --format json";
    if (!Array.isArray(reports)) throw new InputError("is no report: it must be a list, an entry a stack", { file, mend });
    if (reports.length === 0) throw new InputError("holds no report", { file, mend });
    reports.forEach((entry: unknown, i) => {
        const version = typeof entry === "object" && entry !== null && "schemaVersion" in entry ? entry.schemaVersion : undefined;
        if (version !== SCHEMA_VERSION)
            throw new InputError(`entry ${String(i)} has schemaVersion ${String(version)}; ${String(SCHEMA_VERSION)} is read`, { file, mend });
        const wrong = faultOf(entry as object);
        if (wrong !== undefined) throw new InputError(`entry ${String(i)} is no report: ${wrong}`, { file, mend });
    });
    return reports as StackReport[];
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
    run: ["kind", "date", "preset", "selection"],
    source: ["path", "project", "stack"],
    findings: ["policy", "commitment", "severity", "enforcementLevel", "verdict", "urn", "type", "name", "message", "fix"],
    policies: ["name", "enforcementLevel"],
    waivers: ["policy", "resource", "expires", "state"],
    inherited: ["policy", "from", "expires", "state"],
};
const LISTS = ["findings", "policies", "waivers", "inherited"];

/** What an entry lacks to be rendered. */
function faultOf(entry: object): string | undefined {
    const parts = entry as Readonly<Record<string, unknown>>;
    const { summary } = parts;
    if (!isObject(summary) || VERDICTS.some(verdict => typeof summary[verdict] !== "number")) return "'summary' must count every verdict";
    for (const [part, keys] of Object.entries(TEXTS)) {
        const held = parts[part];
        if (LISTS.includes(part) ? !Array.isArray(held) : !isObject(held)) return `it lacks '${part}'`;
        for (const one of [held].flat()) {
            const key = keys.find(name => !isObject(one) || typeof one[name] !== "string");
            if (key !== undefined) return `'${part}' lacks '${key}'`;
        }
    }
    return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
