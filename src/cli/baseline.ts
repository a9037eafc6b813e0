import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../errors";
import { baselineOf } from "../report/baseline";
import type { StackReport } from "../report/model";
import { counted } from "../report/text";
import { auditReports } from "./audit";
import { type Judgement, type JudgingOptions, judgementOf } from "./judging";
import { write } from "./output";
import { type ProgramOptions, previewReport } from "./preview";
import { isReport, readReports } from "./report";

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

async function reportsAt(at: string, options: BaselineCommandOptions, judgement: Judgement): Promise<StackReport[]> {
    if (!existsSync(at)) throw new InputError("does not exist", { file: at, mend: "name folders with Pulumi.yaml, stack exports or reports" });
    if (statSync(at).isDirectory() && existsSync(path.join(at, "Pulumi.yaml"))) return [await previewReport(at, options, judgement)];
    return isReport(at) ? readReports(at) : auditReports([at], options.charterFile, judgement);
}
