import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { readCharterFile } from "../audit/charter-file";
import { readExport } from "../audit/export";
import { InputError } from "../errors";
import { DEFAULT_CONFIGURATION } from "../policy/configuration";
import { judgeStack } from "../report/assemble";
import type { StackReport } from "../report/model";
import { VERSION } from "../version";
import { type JudgingOptions, dayOf, presetOf, readPackConfig, withPreset } from "./judging";
import { deliver, formatsOf, progress } from "./output";

export interface AuditCommandOptions extends JudgingOptions {
    readonly config?: string;
}

/** `charter audit`. @returns the exit code. */
export function audit(paths: readonly string[], options: AuditCommandOptions): Promise<number> {
    formatsOf(options);
    const today = dayOf(options);
    const preset = presetOf(options);
    const packConfig = readPackConfig(options.policyPackConfig, policies);
    const charterFile = options.config ?? (existsSync("charter.yaml") ? "charter.yaml" : undefined);
    const charter = charterFile === undefined ? undefined : readCharterFile(charterFile, policies, today);
    const files = paths.flatMap(exportsAt);
    const shown = progress();
    const reports: StackReport[] = [];
    try {
        files.forEach((file, i) => {
            if (files.length > 1) shown.say(`${String(i + 1)}/${String(files.length)} ${file}`);
            const state = readExport(file);
            const configuration = withPreset(charter?.configurationOf(state.project, state.stack) ?? DEFAULT_CONFIGURATION, preset);
            reports.push(
                judgeStack(
                    state.resources,
                    {
                        policies,
                        configuration,
                        today,
                        project: state.project,
                        stack: state.stack,
                        packVersion: VERSION,
                        levels: packConfig.levels,
                        settings: packConfig.settingsFor(configuration),
                    },
                    { kind: "state", path: file, sha256: state.sha256, preset: configuration.preset, selection: "all" },
                ),
            );
        });
    } finally {
        shown.done();
    }
    return Promise.resolve(deliver(reports, options));
}

/** A file, or the *.json files below a folder, in the order of their names. @throws InputError */
function exportsAt(at: string): string[] {
    if (!existsSync(at)) throw new InputError("does not exist", { file: at, mend: "name files or folders of `pulumi stack export`" });
    if (!statSync(at).isDirectory()) return [at];
    const found = readdirSync(at, { recursive: true, encoding: "utf8" })
        .filter(name => name.endsWith(".json"))
        .sort()
        .map(name => path.join(at, name));
    if (found.length === 0)
        throw new InputError("holds no *.json", { file: at, mend: "write exports there with `pulumi stack export --file FILE.json`" });
    return found;
}
