import { writeFileSync } from "node:fs";
import { closest } from "fastest-levenshtein";
import picocolors from "picocolors";
import { policies } from "../../policies";
import { InputError } from "../errors";
import { isBlocked } from "../report/counts";
import type { Format } from "../report/formats/format";
import type { StackReport } from "../report/model";

export interface OutputOptions {
    readonly format: string;
    readonly output?: string;
    readonly failOnUndetermined?: boolean;
}

/** Each loaded when it is asked for. */
const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
    text: async () => {
        const { textReport } = await import("../report/text");
        return {
            extension: "txt",
            render: (reports, { colour = false, failOnUndetermined }) => {
                const options = { colors: picocolors.createColors(colour), ...(failOnUndetermined ? { failOnUndetermined } : {}) };
                return `${reports.map(report => textReport(report, options)).join("\n\n")}\n`;
            },
        };
    },
    json: () => Promise.resolve({ extension: "json", render: reports => `${JSON.stringify(reports, undefined, 2)}\n` }),
    sarif: async () => (await import("../report/formats/sarif")).sarif,
    junit: async () => (await import("../report/formats/junit")).junit,
    markdown: async () => (await import("../report/formats/markdown")).markdown,
    html: async () => (await import("../report/formats/html")).html,
    csv: async () => (await import("../report/formats/csv")).csv,
    codequality: async () => (await import("../report/formats/codequality")).codequality,
};

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** The formats asked for. @throws InputError on one that does not exist: ask before anything long is begun. */
export function checkFormats({ format, output }: OutputOptions): readonly string[] {
    const names = format.split(",").map(name => name.trim());
    for (const name of names)
        if (!Object.hasOwn(FORMATS, name))
            throw new InputError(`unknown format '${name}'`, {
                mend: `did you mean '${closest(name, FORMAT_NAMES)}'? There are ${FORMAT_NAMES.join(", ")}`,
            });
    if (names.length > 1 && output === undefined)
        throw new InputError("several formats need files to go to", {
            mend: "add -o FILE: text goes to the terminal, every other format to FILE.EXTENSION",
        });
    return names;
}

/** Writes the reports in every format asked for: text beside others goes to the terminal. @returns the exit code: 1 where something blocks, else 0. */
export async function deliver(reports: readonly StackReport[], options: OutputOptions): Promise<number> {
    const { output, failOnUndetermined } = options;
    const names = checkFormats(options);
    for (const name of names) {
        const format = await FORMATS[name]?.();
        if (!format) continue;
        const file = names.length === 1 ? output : name === "text" ? undefined : `${String(output)}.${format.extension}`;
        write(format.render(reports, { policies, colour: coloured(file), ...(failOnUndetermined ? { failOnUndetermined } : {}) }), file);
    }
    return reports.some(report => isBlocked(report, failOnUndetermined)) ? 1 : 0;
}

/** Does what goes there bear colours? */
export function coloured(file: string | undefined): boolean {
    return file === undefined && picocolors.isColorSupported && (process.stdout.isTTY || (process.env.FORCE_COLOR ?? "") !== "");
}

/** @throws InputError where the file cannot be written. */
export function write(text: string, file: string | undefined, mend = "check the path of -o"): void {
    if (file === undefined) {
        process.stdout.write(text);
        return;
    }
    try {
        writeFileSync(file, text);
    } catch (error) {
        throw new InputError(`cannot be written: ${error instanceof Error ? error.message : String(error)}`, { file, mend });
    }
}

/** A line about work under way, on standard error of a terminal only; `done` clears it. */
export function progress(): { say(line: string): void; done(): void } {
    const shown = process.stderr.isTTY;
    return {
        say(line) {
            if (shown) process.stderr.write(`\r\u001b[K${line}`);
        },
        done() {
            if (shown) process.stderr.write("\r\u001b[K");
        },
    };
}
