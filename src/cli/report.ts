import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { SCHEMA_VERSION, type StackReport } from "../report/model";
import { type OutputOptions, deliver, formatsOf } from "./output";

/** `charter report`: renders what the pack, preview or audit wrote as JSON. @returns the exit code. */
export function report(file: string, options: OutputOptions): Promise<number> {
    formatsOf(options);
    return Promise.resolve(deliver(readReports(file), options));
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
    reports.forEach((entry: unknown, i) => {
        const version = typeof entry === "object" && entry !== null && "schemaVersion" in entry ? entry.schemaVersion : undefined;
        if (version !== SCHEMA_VERSION)
            throw new InputError(`entry ${String(i)} has schemaVersion ${String(version)}; ${String(SCHEMA_VERSION)} is read`, { file, mend });
    });
    return reports as StackReport[];
}
