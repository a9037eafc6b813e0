import path from "node:path";
import { policies } from "../../policies";
import { InputError } from "../errors";
import { ownConfiguration } from "../pack/environment";
import { type Configuration, ConfigurationError, NAMESPACE, readConfiguration } from "../policy/configuration";
import { type PreviewRun, previewProgram } from "../preview";
import { readYaml } from "../preview/yaml";
import { judgeStack } from "../report/assemble";
import { VERSION } from "../version";
import { type JudgingOptions, dayOf, presetOf, readPackConfig, withPreset } from "./judging";
import { deliver, formatsOf, progress } from "./output";

export interface PreviewCommandOptions extends JudgingOptions {
    readonly stack?: string;
    readonly config: readonly string[];
    readonly answers?: string;
    readonly typeCheck?: boolean;
    readonly timeout: string;
}

/** `charter preview`. @returns the exit code. */
export async function preview(directory: string, options: PreviewCommandOptions): Promise<number> {
    formatsOf(options);
    const today = dayOf(options);
    const preset = presetOf(options);
    const packConfig = readPackConfig(options.policyPackConfig, policies);
    const timeoutSeconds = Number(options.timeout);
    if (!(timeoutSeconds > 0)) throw new InputError(`'${options.timeout}' is no number of seconds`, { mend: "write --timeout SECONDS" });
    const shown = progress();
    const stop = new AbortController();
    const interrupted = (): void => {
        stop.abort();
    };
    process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
    let run: PreviewRun;
    try {
        run = await previewProgram({
            directory,
            config: Object.fromEntries(options.config.map(pair)),
            timeoutSeconds,
            signal: stop.signal,
            onProgress: line => {
                shown.say(line);
            },
            ...(options.stack === undefined ? {} : { stack: options.stack }),
            ...(options.answers === undefined ? {} : { answers: options.answers }),
            ...(options.typeCheck ? { typeCheck: true } : {}),
        });
    } finally {
        shown.done();
        process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    }
    const configuration = withPreset(configurationOf(run, today), preset);
    const report = judgeStack(
        run.resources,
        {
            policies,
            configuration,
            today,
            project: run.project,
            stack: run.stack,
            packVersion: VERSION,
            levels: packConfig.levels,
            settings: packConfig.settingsFor(configuration),
        },
        { kind: "preview", path: directory, preset: configuration.preset, selection: "all", notices: run.notices },
    );
    return deliver([report], options);
}

function pair(text: string): [string, string] {
    const at = text.indexOf("=");
    if (at <= 0) throw new InputError(`'${text}' is no configuration value`, { mend: "write --config KEY=VALUE" });
    return [text.slice(0, at), text.slice(at + 1)];
}

/** The pack's own configuration of the stack, with the line of a fault in the stack's file. */
function configurationOf(run: PreviewRun, today: string): Configuration {
    try {
        return readConfiguration(ownConfiguration(run.config), policies, today);
    } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        throw new InputError(error.message, placeOf(run, error));
    }
}

function placeOf(run: PreviewRun, error: ConfigurationError): { file?: string; line?: number } {
    const [key, ...rest] = error.path;
    for (const file of [run.stackConfigFile, path.join(run.directory, "Pulumi.yaml")]) {
        const name = path.relative(process.cwd(), file);
        try {
            const line = readYaml(file, name).lineOf("config", `${NAMESPACE}:${String(key)}`, ...rest);
            const top = readYaml(file, name).lineOf("config");
            if (line !== undefined && line !== top) return { file: name, line };
        } catch {
            continue; // it need not exist
        }
    }
    return {};
}
