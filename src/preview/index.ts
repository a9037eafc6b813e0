import type { Resource } from "../policy/resource";
import { Answers, readAnswersFile } from "./answers";
import { startProgram, type RunningProgram } from "./child";
import { configure } from "./configuration";
import { openDoor } from "./door";
import { programError } from "./failure";
import { Monitor } from "./monitor";
import { chooseStack, readProject } from "./project";
import { loadProtocol } from "./protocol";
import { serve, type LogEntry } from "./server";
import { type Registered, standIns } from "./stand-ins";
import type { Wire } from "./wire";

/** What to run, and how. */
export interface PreviewOptions {
    /** The folder of Pulumi.yaml. */
    readonly directory: string;
    /** "dev" or "ORG/PROJECT/dev"; without it the only stack there, or `dev`. */
    readonly stack?: string;
    /** Values that win over both files: "name" or "namespace:name" to text. */
    readonly config?: Readonly<Record<string, string>>;
    /** Path of a YAML file of answers for data sources and other stacks. */
    readonly answers?: string;
    /** Check types as the CLI does; by default a TypeScript program is only transpiled. */
    readonly typeCheck?: boolean;
    /** 120 by default. */
    readonly timeoutSeconds?: number;
    /** Stops the run and everything it started. */
    readonly signal?: AbortSignal;
    /** "organization" by default, as without Pulumi Cloud. */
    readonly organization?: string;
    /** One line each about what is being done. */
    onProgress?(line: string): void;
    /** Run the program a second time beside the first, with what the cloud would answer of identities made up. */
    readonly resolve?: boolean;
    /** What policies make of a resource's inputs before the program sees them again; `undefined` where they let them be. */
    remediate?(resource: Resource, bag: Wire): Wire | undefined;
}

/** A stack of a project, before its program runs. */
export interface ProjectStack {
    readonly project: string;
    readonly stack: string;
    /** The folder of Pulumi.yaml, absolute. */
    readonly directory: string;
    /** "namespace:name" to text, as the CLI hands it to programs and policy packs; structured values are JSON. */
    readonly config: Readonly<Record<string, string>>;
    /** The stack's configuration file, absolute; it need not exist. */
    readonly stackConfigFile: string;
}

/** A program's run, as far as judgement needs it. */
export interface PreviewRun extends ProjectStack {
    /** All that the program registered, with default providers, components and the root stack, in the order of registration. */
    readonly resources: readonly Resource[];
    /** Accounts of AWS that data sources gave as the program's own: the stand-in, and what the answers file says instead. */
    readonly ownAccounts: readonly string[];
    /** What a reader must know about the run, one line each. */
    readonly notices: readonly string[];
    /** Keys of encrypted values: their text stands for a value that is not known. */
    readonly secretKeys: readonly string[];
    /** What the program told the engine: information and warnings. */
    readonly logs: readonly LogEntry[];
    /** What the program printed, bounded. */
    readonly stdout: string;
    readonly stderr: string;
    /** With `resolve`: the same resources where stand-ins answer for the cloud; nothing where the program does not run with them. */
    readonly resolved?: ResolvedRun;
}

export interface ResolvedRun {
    readonly resources: readonly Resource[];
    /** Every answer that was made up. */
    readonly standIns: ReadonlySet<string>;
}

export type { LogEntry } from "./server";

/** Reads a stack's configuration and runs nothing. Throws InputError as `previewProgram` does. */
export function readProjectStack({ directory, stack: asked, config }: Pick<PreviewOptions, "directory" | "stack" | "config">): ProjectStack {
    const project = readProject(directory);
    const stack = chooseStack(project, asked);
    const { values } = configure(project, stack, config);
    return { project: project.name, stack: stack.name, directory: project.root, config: values, stackConfigFile: stack.path };
}

/**
 * Runs a Pulumi program with no cloud, no CLI and no network, against stand-ins for the engine and for data sources.
 * Throws InputError for a project, stack, configuration or answers file that is wrong, ProgramError for a program that fails or cannot be run.
 */
export async function previewProgram(options: PreviewOptions): Promise<PreviewRun> {
    if (!options.resolve) return run(options);
    const stop = new AbortController();
    const abort = (): void => {
        stop.abort();
    };
    options.signal?.addEventListener("abort", abort);
    const made = new Set<string>();
    const second = run({ ...options, onProgress: () => undefined, signal: stop.signal }, made).then(
        ({ resources }) => ({ resources, standIns: made }),
        (error: unknown) => error,
    );
    try {
        const first = await run(options);
        const resolved = await second;
        if (!(resolved instanceof Error)) return { ...first, resolved: resolved as ResolvedRun };
        return { ...first, notices: [...first.notices, unresolved(resolved)] };
    } finally {
        stop.abort();
        options.signal?.removeEventListener("abort", abort);
    }
}

function unresolved(error: Error): string {
    return `The program does not run with stand-ins for what the cloud answers, so that what a preview cannot know stays undetermined: ${error.message}`;
}

/** @param made takes the stand-ins; without it what the cloud answers is unknown. */
async function run(options: PreviewOptions, made?: Set<string>): Promise<PreviewRun> {
    const project = readProject(options.directory);
    const stack = chooseStack(project, options.stack);
    const configuration = configure(project, stack, options.config);
    const answers = new Answers(project.workingDirectory, options.answers === undefined ? undefined : readAnswersFile(options.answers));
    const organization = options.organization ?? "organization";
    const timeoutSeconds = options.timeoutSeconds ?? 120;
    options.onProgress?.(`running ${project.name}, stack ${stack.name}`);

    const logs: LogEntry[] = [];
    const door = await openDoor();
    let program: RunningProgram | undefined;
    let close = (): void => undefined;
    try {
        const running = startProgram({
            project,
            stack: stack.name,
            organization,
            configuration,
            address: door.address,
            typeCheck: options.typeCheck ?? false,
            timeoutSeconds,
            signal: options.signal,
        });
        program = running;
        running.ended.catch(() => undefined);

        // Loaded while the program starts: it takes longer to reach its first call than this does.
        await loadProtocol();
        let engineError: string | undefined;
        const monitor = new Monitor({
            project: project.name,
            stack: stack.name,
            organization,
            configuration: configuration.values,
            secretKeys: configuration.secretKeys,
            root: project.root,
            answers,
            ...(made
                ? {
                      standIns(registered: Registered) {
                          const answer = standIns(registered, project.workingDirectory);
                          for (const text of [answer.id, ...Object.values(answer.outputs)]) made.add(text);
                          return answer;
                      },
                  }
                : {}),
            ...(options.remediate ? { remediate: options.remediate.bind(options) } : {}),
            fail(message) {
                engineError ??= message;
                running.stop("engine");
            },
        });
        const server = serve(door, monitor, entry => {
            if (entry.severity !== "debug") logs.push(entry);
        });
        close = () => {
            monitor.close();
            server.forceShutdown();
        };

        const end = await running.ended;
        if (end.code !== 0 || end.stopped !== undefined || !monitor.finished || logs.some(entry => entry.severity === "error")) {
            throw programError({
                project,
                configuration,
                end,
                logs,
                engineError,
                timeoutSeconds,
                unanswered: answers.unanswered,
                finished: monitor.finished,
            });
        }
        options.onProgress?.(`${project.name} registered ${String(monitor.resources.length)} resources`);
        return {
            project: project.name,
            stack: stack.name,
            directory: project.root,
            resources: monitor.judged(),
            ownAccounts: [...answers.accounts],
            notices: [...configuration.notices, ...monitor.notices, ...unansweredNotice(answers)],
            config: configuration.values,
            secretKeys: configuration.secretKeys,
            stackConfigFile: stack.path,
            logs,
            stdout: end.stdout,
            stderr: end.stderr,
        };
    } finally {
        program?.stop("engine");
        close();
        door.close();
    }
}

function unansweredNotice(answers: Answers): string[] {
    if (answers.unanswered.size === 0) return [];
    return [`Data sources without an answer, unknown here: ${[...answers.unanswered].sort().join(", ")}; --answers FILE.yaml gives them one.`];
}
