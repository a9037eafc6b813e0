import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { ProgramError } from "../errors";
import type { Configuration } from "./configuration";
import type { Project } from "./project";

/** How to run a program. */
export interface ProgramOptions {
    readonly project: Project;
    readonly stack: string;
    readonly organization: string;
    readonly configuration: Configuration;
    /** "127.0.0.1:PORT" of the monitor and engine. */
    readonly address: string;
    readonly typeCheck: boolean;
    readonly timeoutSeconds: number;
    readonly signal?: AbortSignal;
    onOutput?(text: string): void;
}

export type Stop = "timeout" | "abort" | "flood" | "engine";

/** How a program ended. */
export interface ProgramEnd {
    readonly code: number | null;
    readonly signal: string | null;
    /** Why we ended it, where we did. */
    readonly stopped?: Stop;
    /** What it printed, bounded: the first and the last part of it where it is long. */
    readonly stdout: string;
    readonly stderr: string;
}

export interface RunningProgram {
    readonly ended: Promise<ProgramEnd>;
    stop(why: Stop): void;
}

/** A program that prints more than this is stopped. */
const FLOOD = 64 * 1024 * 1024;
/** How much of its output is kept, at the start and at the end alike. */
const KEPT = 64 * 1024;

/** Starts a program as the CLI's language host for Node.js does, in a process group of its own. Throws ProgramError where `@pulumi/pulumi` is missing. */
export function startProgram(options: ProgramOptions): RunningProgram {
    const { project } = options;
    const child = spawn(process.execPath, commandLine(options), {
        cwd: project.workingDirectory,
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
        env: environment(options),
    });

    let stopped: Stop | undefined;
    const killGroup = (): void => {
        if (child.pid === undefined) return;
        try {
            process.kill(-child.pid, "SIGKILL");
        } catch {
            child.kill("SIGKILL");
        }
    };
    const stop = (why: Stop): void => {
        stopped ??= why;
        killGroup();
    };
    const output = new Kept();
    const errors = new Kept();
    child.stdout.on("data", (chunk: Buffer) => {
        output.add(chunk);
        options.onOutput?.(chunk.toString());
        if (output.total > FLOOD) stop("flood");
    });
    child.stderr.on("data", (chunk: Buffer) => {
        errors.add(chunk);
        if (errors.total > FLOOD) stop("flood");
    });

    const timer = setTimeout(() => {
        stop("timeout");
    }, options.timeoutSeconds * 1000);
    const abort = (): void => {
        stop("abort");
    };
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener("abort", abort);
    process.on("exit", killGroup);

    const ended = new Promise<ProgramEnd>((resolve, reject) => {
        const tidy = (): void => {
            clearTimeout(timer);
            options.signal?.removeEventListener("abort", abort);
            process.off("exit", killGroup);
        };
        child.on("error", error => {
            tidy();
            reject(new ProgramError(`Node.js could not be started in ${project.workingDirectory}: ${error.message}`));
        });
        child.on("exit", () => {
            // Whatever the program started itself goes with it, and with it the pipes it holds open.
            killGroup();
        });
        child.on("close", (code, signal) => {
            tidy();
            resolve({ code, signal, stopped, stdout: output.text(), stderr: errors.text() });
        });
    });
    return { ended, stop };
}

function commandLine({ project, stack, organization, address }: ProgramOptions): string[] {
    return [
        ...project.runtime.nodeArguments,
        // One argument: the SDK turns its support for ES modules off where "--require" stands alone.
        `--require=${preloadPath()}`,
        runnerPath(project),
        "--monitor",
        address,
        "--engine",
        address,
        "--project",
        project.name,
        "--stack",
        stack,
        "--organization",
        organization,
        "--root-directory",
        project.root,
        "--pwd",
        project.workingDirectory,
        "--dry-run",
        "--parallel",
        "16",
        project.entryPoint,
    ];
}

/** The SDK's own runner, from the program's packages. */
function runnerPath(project: Project): string {
    try {
        return createRequire(path.join(project.workingDirectory, "program.js")).resolve("@pulumi/pulumi/cmd/run");
    } catch {
        throw new ProgramError(`the package @pulumi/pulumi is not installed for the program in ${project.root}`, {
            mend: "Run npm install there first.",
        });
    }
}

/** Beside this file, compiled; in the sources as it stands, since it is JavaScript too. */
function preloadPath(): string {
    const compiled = path.join(__dirname, "preload.js");
    return existsSync(compiled) ? compiled : path.join(__dirname, "preload.ts");
}

function environment({ project, configuration, typeCheck }: ProgramOptions): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(([name]) => name !== "TRACEPARENT" && !name.startsWith("PULUMI_CONFIG"));
    return {
        ...Object.fromEntries(inherited),
        PULUMI_CONFIG: JSON.stringify(configuration.values),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(configuration.secretKeys),
        ...(project.runtime.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
        ...(project.runtime.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: project.runtime.tsconfig }),
        ...(typeCheck ? {} : { PULUMI_NODEJS_TRANSPILE_ONLY: "true" }),
    };
}

/** The first and the last part of a stream. */
class Kept {
    total = 0;
    #head = Buffer.alloc(0);
    #tail = Buffer.alloc(0);

    add(chunk: Buffer): void {
        this.total += chunk.length;
        const room = KEPT - this.#head.length;
        if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
        if (chunk.length > room) this.#tail = Buffer.concat([this.#tail, chunk.subarray(Math.max(room, 0))]).subarray(-KEPT);
    }

    text(): string {
        const left = this.total - this.#head.length - this.#tail.length;
        return `${this.#head.toString()}${left > 0 ? `\n… ${String(left)} bytes left out …\n` : ""}${this.#tail.toString()}`;
    }
}
