import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { ProgramError } from "../errors";
import type { ProgramEnd } from "./child";
import type { Configuration } from "./configuration";
import type { Project } from "./project";
import type { LogEntry } from "./server";
import { ENCRYPTED, SENTINEL } from "./wire";

/** What is known of a run that failed. */
export interface Failure {
    readonly project: Project;
    readonly configuration: Configuration;
    readonly end: ProgramEnd;
    readonly logs: readonly LogEntry[];
    /** What the engine itself ended the run with. */
    readonly engineError?: string;
    readonly timeoutSeconds: number;
    /** Data sources without an answer. */
    readonly unanswered: ReadonlySet<string>;
    /** The program had run to its end. */
    readonly finished: boolean;
}

/** At most this many lines of an error are shown. */
const LINES = 12;

/** A failed run in the program's own words: the first meaningful lines, the place in the program, no frames. */
export function programError(failure: Failure): ProgramError {
    const { end, project, engineError } = failure;
    if (end.stopped === "abort") return new ProgramError("interrupted");
    if (end.stopped === "timeout") {
        return new ProgramError(`the program did not end within ${String(failure.timeoutSeconds)} s and was stopped`, {
            mend: "It may wait for something that never comes, or run in circles. Give it longer with --timeout SECONDS where it only needs time.",
        });
    }
    if (end.stopped === "flood") return new ProgramError("the program printed more than 64 MiB and was stopped");

    const errors = failure.logs.filter(entry => entry.severity === "error").map(entry => entry.message);
    const text = engineError ?? errors.find(message => message.trim() !== "") ?? end.stderr.trim();
    // The SDK's word on promises that were left is no news of a program that ended itself in the middle.
    const left = !failure.finished && text.startsWith("The Pulumi runtime detected that");
    if (text === "" || left) {
        return new ProgramError(left ? EARLY : silentEnd(end), { mend: "A program ends by itself: it must not call process.exit()." });
    }
    const words = meaningful(text);
    return new ProgramError(words === "" ? silentEnd(end) : words, { ...placeOf(text, project), mend: mendOf(words, failure) });
}

const EARLY = "the program ended itself before it was through";

function silentEnd(end: ProgramEnd): string {
    if (end.signal !== null) return `the program was ended by ${end.signal}`;
    if (end.code === 0) return EARLY;
    return `the program ended itself with exit code ${String(end.code)} and said nothing`;
}

const HEADING = /^Running program '.*' failed with an unhandled exception:\s*/;
const FRAME = /^\s+at .*/;

function meaningful(text: string): string {
    const lines: string[] = [];
    let inDetails = false;
    for (const line of text.replace(HEADING, "").replaceAll(SENTINEL, "[unknown]").replaceAll(ENCRYPTED, "[encrypted]").split("\n")) {
        // The SDK prints an error as an inspected object: frames, then its properties in braces.
        if (FRAME.test(line)) {
            inDetails = /\{\s*$/.test(line);
            continue;
        }
        if (line === "Require stack:") break;
        if (inDetails || /^<ref \*\d+>\s*$/.test(line)) continue;
        lines.push(line.replace(/^<ref \*\d+> /, "").trimEnd());
    }
    return lines
        .filter((line, i) => line.trim() !== "" && line !== lines[i - 1])
        .slice(0, LINES)
        .join("\n")
        .replace(/^\[(\w*Error: [^]*)\]$/, "$1")
        .replace(/\s*\{$/, "");
}

/** The innermost frame, or position that a compiler names, that lies in the program itself. */
function placeOf(text: string, project: Project): { file?: string; line?: number } {
    for (const [, raw = "", line] of text.matchAll(/(?:^|[\s(])((?:file:\/\/)?\/[^\s():]+):(\d+)(?::\d+)?/gm)) {
        const file = raw.startsWith("file://") ? fileURLToPath(raw) : raw;
        const relative = path.relative(project.root, file);
        if (!relative.startsWith("..") && !relative.includes("node_modules")) return { file: relative.split(path.sep).join("/"), line: Number(line) };
    }
    return {};
}

function mendOf(words: string, { configuration, project, unanswered }: Failure): string | undefined {
    const missing = /Missing required configuration variable '([^']+)'/.exec(words)?.[1];
    if (missing !== undefined) return `Or give it here with --config ${missing}=VALUE.`;
    const secrets = configuration.secretKeys.filter(
        key => words.includes(key) || words.includes(`'${key.slice(key.indexOf(":") + 1)}'`) || words.includes("[encrypted]"),
    );
    if (secrets.length > 0) {
        const named = secrets.map(key => (key.startsWith(`${project.name}:`) ? key.slice(project.name.length + 1) : key));
        return `Encrypted configuration cannot be read offline. Give a value with ${named.map(key => `--config ${key}=VALUE`).join(" ")}.`;
    }
    const packageName = /Cannot find module '([^'./][^']*)'/.exec(words)?.[1];
    if (packageName !== undefined) return `The package ${packageName} is not installed for the program: run npm install in its folder first.`;
    if (unanswered.size > 0) return `Data sources without an answer: ${[...unanswered].sort().join(", ")}. Give them one with --answers FILE.yaml.`;
    return undefined;
}
