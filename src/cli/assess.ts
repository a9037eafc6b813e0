import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { type Assessment, assess as assessed, stackOf } from "../assessment/assessment";
import { readAttestations } from "../assessment/attestations";
import { controlsCsv, findingsCsv } from "../assessment/csv";
import { assessmentHtml } from "../assessment/html";
import { assessmentMarkdown, stateWord } from "../assessment/markdown";
import { readAssessment } from "../assessment/previous";
import { STATES } from "../assessment/states";
import { attestationsTemplate } from "../assessment/template";
import { lifecyclesCheckedOn } from "../charter/lifecycles";
import { InputError } from "../errors";
import { daysBetween } from "../policy/dates";
import type { StackReport } from "../report/model";
import { VERSION } from "../version";
import { reportsAt } from "./inputs";
import { type JudgingOptions, judgementOf } from "./judging";
import { write } from "./output";
import type { ProgramOptions } from "./preview";

export interface AssessCommandOptions extends ProgramOptions, Pick<JudgingOptions, "date" | "only" | "policyPackConfig" | "preset"> {
    readonly charterFile?: string;
    readonly attestations?: string;
    readonly previous?: string;
    readonly init?: boolean | string;
    readonly output: string;
    readonly failBelow?: string;
}

const DEFAULT_FILE = "attestations.yaml";

/** `charter assess`: what code shows, what people say and what is missing. @returns the exit code: 1 where a commitment is below `--fail-below`. */
export async function assess(paths: readonly string[], options: AssessCommandOptions): Promise<number> {
    if (options.init !== undefined && options.init !== false) return initialise(options.init === true ? DEFAULT_FILE : options.init);
    const { failBelow } = options;
    if (failBelow !== undefined && !STATES.some(state => state === failBelow))
        throw new InputError(`unknown state '${failBelow}'`, { mend: `must be one of ${STATES.join(", ")}` });
    const judgement = judgementOf({ ...options, format: "text" });
    const reports: StackReport[] = [];
    for (const at of paths) reports.push(...(await reportsAt(at, options, judgement)));
    for (const report of reports)
        if (daysBetween(judgement.today, report.run.date) > 0)
            throw new InputError(`${stackOf(report)} was judged on ${report.run.date}, which is in the future`, { mend: "check --date" });
    const file = options.attestations ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : undefined);
    const attestations = file === undefined ? undefined : readAttestations(file, judgement.today, reports.map(stackOf));
    const previous = options.previous === undefined ? undefined : readAssessment(options.previous);
    const assessment = assessed({
        reports,
        policies,
        date: judgement.today,
        version: VERSION,
        lifecyclesCheckedOn,
        ...(attestations ? { attestations } : {}),
        ...(previous ? { previous } : {}),
    });
    deliver(assessment, options.output);
    return failBelow !== undefined && assessment.commitments.some(c => isBelow(c.state, failBelow)) ? 1 : 0;
}

function isBelow(state: Assessment["commitments"][number]["state"], limit: string): boolean {
    return state !== "not-applicable" && STATES.indexOf(state) < STATES.findIndex(known => known === limit);
}

function initialise(file: string): number {
    if (existsSync(file)) throw new InputError("exists already", { file, mend: "name another file: --init FILE" });
    write(attestationsTemplate(), file, "check the path of --init");
    process.stdout.write(`wrote ${file}: answer its questions, then run charter assess STACKS… --attestations ${file}\n`);
    return 0;
}

/** Writes every form of the assessment into a folder, and the states to standard output. */
function deliver(assessment: Assessment, folder: string): void {
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new InputError("is no folder", { file: folder, mend: "name a folder with -o" });
    mkdirSync(folder, { recursive: true });
    const files: Readonly<Record<string, string>> = {
        "assessment.json": `${JSON.stringify(assessment, undefined, 2)}\n`,
        "assessment.md": assessmentMarkdown(assessment),
        "assessment.html": assessmentHtml(assessment, policies),
        "findings.csv": findingsCsv(assessment),
        "controls.csv": controlsCsv(assessment),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const width = Math.max(...assessment.commitments.map(c => c.title.length));
    const lines = assessment.commitments.map(c => `${String(c.number)} ${c.title.padEnd(width)}  ${stateWord(c.state)}: ${c.because}`);
    const refused = assessment.commitments.flatMap(c => c.attestations.flatMap(a => (a.refused === undefined ? [] : [`! ${a.refused}`])));
    process.stdout.write(`${[...lines, ...refused, "", `wrote ${Object.keys(files).join(", ")} to ${folder}`].join("\n")}\n`);
}
