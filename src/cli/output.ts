import { writeFileSync } from "node:fs";
import { closest } from "fastest-levenshtein";
import picocolors from "picocolors";
import { InputError } from "../errors";
import { blocks } from "../report/levels";
import type { StackReport } from "../report/model";
import { textReport } from "../report/text";

export interface OutputOptions {
    readonly format: string;
    readonly output?: string;
    readonly failOnUndetermined?: boolean;
}

interface Format {
    readonly extension: string;
    render(reports: readonly StackReport[], options: OutputOptions, colour: boolean): string;
}

const FORMATS: Readonly<Record<string, Format>> = {
    text: {
        extension: "txt",
        render: (reports, options, colour) =>
            `${reports
                .map(report =>
                    textReport(report, {
                        colors: picocolors.createColors(colour),
                        ...(options.failOnUndetermined ? { failOnUndetermined: true } : {}),
                    }),
                )
                .join("\n\n")}\n`,
    },
    json: { extension: "json", render: reports => `${JSON.stringify(reports, undefined, 2)}\n` },
};

/** @throws InputError on a format that does not exist: ask before anything long is begun. */
export function formatsOf(options: OutputOptions): readonly (readonly [string, Format])[] {
    return options.format.split(",").map(name => {
        const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
        if (!format) throw new InputError(`unknown format '${name}'`, { mend: `did you mean '${closest(name, Object.keys(FORMATS))}'?` });
        return [name, format] as const;
    });
}

/** Writes the reports in every format asked for. @returns the exit code: 1 where something blocks, else 0. */
export function deliver(reports: readonly StackReport[], options: OutputOptions): number {
    const formats = formatsOf(options);
    for (const [, format] of formats) {
        const file = options.output === undefined ? undefined : formats.length === 1 ? options.output : `${options.output}.${format.extension}`;
        write(format.render(reports, options, coloured(file)), file);
    }
    return reports.some(report => report.findings.some(finding => blocks(finding, options.failOnUndetermined))) ? 1 : 0;
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
