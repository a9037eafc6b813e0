import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../errors";
import type { StackReport } from "../report/model";
import { auditReports } from "./audit";
import type { Judgement } from "./judging";
import { type ProgramOptions, previewReport } from "./preview";
import { isReport, readReports } from "./report";

/** The reports on what stands at a path: a program (a folder with Pulumi.yaml), stack exports, or reports that were written before. */
export async function reportsAt(
    at: string,
    options: ProgramOptions & { readonly charterFile?: string },
    judgement: Judgement,
): Promise<StackReport[]> {
    if (!existsSync(at)) throw new InputError("does not exist", { file: at, mend: "name folders with Pulumi.yaml, stack exports or reports" });
    if (statSync(at).isDirectory() && existsSync(path.join(at, "Pulumi.yaml"))) return [await previewReport(at, options, judgement)];
    return isReport(at) ? readReports(at) : auditReports([at], options.charterFile, judgement);
}
