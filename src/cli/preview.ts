import path from "node:path";
import picocolors from "picocolors";
import { policies } from "../../policies";
import { InputError } from "../errors";
import { ownConfiguration } from "../pack/environment";
import { type Configuration, ConfigurationError, NAMESPACE, readConfiguration } from "../policy/configuration";
import type { Judge } from "../policy/evaluate";
import { canRemediate, isAtRemediate } from "../policy/remediation";
import { type PreviewOptions, type PreviewRun, type ProjectStack, previewProgram, readProjectStack } from "../preview";
import { readYaml } from "../preview/yaml";
import type { StackReport } from "../report/model";
import { type Judgement, type JudgingOptions, judgementOf } from "./judging";
import { coloured, deliver, checkFormats, progress, write } from "./output";
import { type Planned, fixPlanText, remediator } from "./remedies";

/** A day. Timers of Node.js end at once where they are given more than 24 of them. */
const MOST_SECONDS = 86_400;

export interface PreviewCommandOptions extends JudgingOptions {
    readonly stack?: string;
    readonly config: readonly string[];
    readonly answers?: string;
    readonly typeCheck?: boolean;
    readonly timeout: string;
    readonly fixPlan?: boolean;
    readonly resolve?: boolean;
}

/** `charter preview`. @returns the exit code. */
export async function preview(directory: string, options: PreviewCommandOptions): Promise<number> {
    if (options.fixPlan) {
        write(await fixPlan(directory, options, judgementOf(options)), options.output);
        return 0;
    }
    checkFormats(options);
    return deliver([await previewReport(directory, options, judgementOf(options))], options);
}

export type ProgramOptions = Omit<PreviewCommandOptions, keyof JudgingOptions>;

/** Runs a program, with policies at the level `remediate` setting things right, and judges what it registers. @throws InputError, ProgramError */
export async function previewReport(directory: string, options: ProgramOptions, judgement: Judgement): Promise<StackReport> {
    const done = new Set<string>();
    const remediate = judgement.remediates
        ? remediator(judgeOf(stackOf(directory, options), judgement), isAtRemediate, (resource, { policy, changes }) => {
              done.add(`${policy.name} set ${changes.map(change => change.path).join(", ")} of ${resource.name} (${resource.token}).`);
          })
        : undefined;
    const run = await observed(directory, options, remediate);
    const { project, stack, resources, ownAccounts } = run;
    const notices = [...run.notices, ...[...done].sort()];
    return judgement.report(
        {
            project,
            stack,
            resources,
            ownAccounts,
            facts: { kind: "preview", path: directory, notices },
            ...(run.resolved ? { resolved: run.resolved } : {}),
        },
        configurationOf(run, judgement.today),
    );
}

/** What remedies would change of the program's resources. Changes nothing. @throws InputError, ProgramError */
async function fixPlan(directory: string, options: PreviewCommandOptions, judgement: Judgement): Promise<string> {
    const stack = stackOf(directory, options);
    const planned: Planned[] = [];
    const plan = remediator(judgeOf(stack, judgement), canRemediate, (resource, step) => planned.push({ resource, ...step }));
    await observed(directory, options, (resource, bag) => {
        plan(resource, bag);
        return undefined;
    });
    return fixPlanText(stack, planned, judgement.today, picocolors.createColors(coloured(options.output)));
}

/** The judge of a stack whose program has not run: nobody knows the accounts it is in. */
function judgeOf(stack: ProjectStack, judgement: Judgement): Judge {
    return judgement.judge(stack, configurationOf(stack, judgement.today));
}

function stackOf(directory: string, { stack, config }: ProgramOptions): ProjectStack {
    return readProjectStack({ directory, config: overridesOf(config), ...(stack === undefined ? {} : { stack }) });
}

async function observed(directory: string, options: ProgramOptions, remediate?: PreviewOptions["remediate"]): Promise<PreviewRun> {
    const timeoutSeconds = Number(options.timeout);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= MOST_SECONDS))
        throw new InputError(`'${options.timeout}' is no number of seconds from 1 to ${String(MOST_SECONDS)}`, { mend: "write --timeout SECONDS" });
    const shown = progress();
    const stop = new AbortController();
    const interrupted = (): void => {
        stop.abort();
    };
    process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
    try {
        return await previewProgram({
            directory,
            config: overridesOf(options.config),
            timeoutSeconds,
            signal: stop.signal,
            onProgress: line => {
                shown.say(line);
            },
            ...(options.stack === undefined ? {} : { stack: options.stack }),
            ...(options.answers === undefined ? {} : { answers: options.answers }),
            ...(options.typeCheck ? { typeCheck: true } : {}),
            ...(options.resolve ? { resolve: true } : {}),
            ...(remediate ? { remediate } : {}),
        });
    } finally {
        shown.done();
        process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    }
}

/** @throws InputError where one is no KEY=VALUE. */
export function overridesOf(given: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(given.map(pair));
}

function pair(text: string): [string, string] {
    const at = text.indexOf("=");
    if (at <= 0) throw new InputError(`'${text}' is no configuration value`, { mend: "write --config KEY=VALUE" });
    return [text.slice(0, at), text.slice(at + 1)];
}

/** The pack's own configuration of the stack. @throws InputError with the line of a fault in the stack's file. */
export function configurationOf(run: StackConfiguration, today: string): Configuration {
    try {
        return readConfiguration(ownConfiguration(run.config), policies, today);
    } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        throw new InputError(error.message, placeOf(run, error.path));
    }
}

type StackConfiguration = Pick<PreviewRun, "config" | "directory" | "stackConfigFile">;

/** Where the value stands that a path under the namespace leads to; nothing where it came from the command line. */
export function placeOf({ directory, stackConfigFile }: StackConfiguration, at: readonly (string | number)[]): { file?: string; line?: number } {
    const [key, ...rest] = at;
    for (const file of [stackConfigFile, path.join(directory, "Pulumi.yaml")]) {
        const name = path.relative(process.cwd(), file);
        try {
            const yaml = readYaml(file, name);
            const line = yaml.lineOf("config", `${NAMESPACE}:${String(key)}`, ...rest);
            if (line !== undefined && line !== yaml.lineOf("config")) return { file: name, line };
        } catch {
            continue; // it need not exist
        }
    }
    return {};
}
