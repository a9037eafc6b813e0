import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { readCharterFile } from "../audit/charter-file";
import { readExport } from "../audit/export";
import { InputError } from "../errors";
import { DEFAULT_CONFIGURATION } from "../policy/configuration";
import type { StackReport } from "../report/model";
import { type Judgement, type JudgingOptions, judgementOf } from "./judging";
import { deliver, checkFormats, progress } from "./output";

export interface AuditCommandOptions extends JudgingOptions {
    readonly config?: string;
}

/** `charter audit`. @returns the exit code. */
export function audit(paths: readonly string[], options: AuditCommandOptions): Promise<number> {
    checkFormats(options);
    return deliver(auditReports(paths, options.config, judgementOf(options)), options);
}

/** Judges exports, by `charter.yaml` where there is one. @throws InputError */
export function auditReports(paths: readonly string[], config: string | undefined, judgement: Judgement): StackReport[] {
    const charterFile = config ?? charterFileHere();
    const charter = charterFile === undefined ? undefined : readCharterFile(charterFile, policies, judgement.today);
    const files = paths.flatMap(exportsAt);
    const shown = progress();
    try {
        return files.map((file, i) => {
            if (files.length > 1) shown.say(`${String(i + 1)}/${String(files.length)} ${file}`);
            const { project, stack, resources, sha256 } = readExport(file);
            const notices = resources.length === 0 ? [`${file} holds no resources: there was nothing to judge.`] : [];
            return judgement.report(
                { project, stack, resources, facts: { kind: "state", path: file, sha256, notices } },
                charter?.configurationOf(project, stack) ?? DEFAULT_CONFIGURATION,
            );
        });
    } finally {
        shown.done();
    }
}

/** The `charter.yaml` of the working directory, where there is one. */
export function charterFileHere(): string | undefined {
    return existsSync("charter.yaml") ? "charter.yaml" : undefined;
}

/** A file, or the *.json files below a folder in the order of their names, but for those of packages. @throws InputError */
function exportsAt(at: string): string[] {
    if (!existsSync(at)) throw new InputError("does not exist", { file: at, mend: "name files or folders of `pulumi stack export`" });
    if (!statSync(at).isDirectory()) return [at];
    const found = readdirSync(at, { recursive: true, encoding: "utf8" })
        .filter(name => name.endsWith(".json") && !name.split(path.sep).includes("node_modules"))
        .sort()
        .map(name => path.join(at, name));
    if (found.length === 0)
        throw new InputError("holds no *.json", { file: at, mend: "write exports there with `pulumi stack export --file FILE.json`" });
    return found;
}
