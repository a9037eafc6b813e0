import { baselineOf } from "../report/baseline";
import type { StackReport } from "../report/model";
import { counted } from "../report/counts";
import { reportsAt } from "./inputs";
import { type JudgingOptions, judgementOf } from "./judging";
import { write } from "./output";
import type { ProgramOptions } from "./preview";

export interface BaselineCommandOptions extends ProgramOptions, Pick<JudgingOptions, "date" | "only" | "policyPackConfig"> {
    readonly charterFile?: string;
}

/**
 * `charter baseline write`: records the violations of programs (folders with Pulumi.yaml), exports and reports.
 * @returns the exit code.
 */
export async function writeBaseline(file: string, paths: readonly string[], options: BaselineCommandOptions): Promise<number> {
    const judgement = judgementOf({ ...options, format: "text" });
    const reports: StackReport[] = [];
    for (const at of paths) reports.push(...(await reportsAt(at, options, judgement)));
    const baseline = baselineOf(reports, judgement.today);
    write(`${JSON.stringify(baseline, undefined, 2)}\n`, file, "check the path");
    process.stdout.write(`${file} holds ${counted(baseline.findings.length, "violations")}; judge with --baseline ${file}\n`);
    return 0;
}
