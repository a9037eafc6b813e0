import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import type { StackReport } from "../../src/report/model";
import { importOtherStacks } from "./other-stacks";
import { Providers, type Mode } from "./provider";

export const REPOSITORY = resolve(__dirname, "../..");
/** Inside the repository, so that copies of programs find its packages; ignored by git. */
export const SCRATCH = join(REPOSITORY, ".cache/cli");
/** The passphrase of every secret that a program under test keeps in its configuration. */
const PASSPHRASE = "charter";
const STACK = "dev";
/** The day on which everything is judged. */
export const DATE = "2026-11-22";

/** A violation as the CLI itself reports it. */
export interface Violation {
    readonly policy: string;
    readonly urn: string;
    readonly level: string;
    readonly message: string;
}

export interface Outcome {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

export interface Run extends Outcome {
    readonly violations: readonly Violation[];
    /** What the pack wrote to CHARTER_REPORT, where it did. */
    readonly report?: StackReport;
}

export interface RunOptions {
    /** The folder of a policy pack; none runs without. */
    readonly pack?: string;
    readonly packConfig?: Readonly<Record<string, unknown>>;
    /** Added to the configuration of the stack. */
    readonly stackConfig?: Readonly<Record<string, unknown>>;
    readonly mode?: Mode;
    readonly env?: Readonly<Record<string, string>>;
}

let binaries: string | undefined;

/** The folder of the `pulumi` command; built where it is not there yet. */
function cli(): string {
    binaries ??= execFileSync(process.execPath, [join(__dirname, "setup.mjs")], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
    return binaries;
}

/** Runs a command in a process group of its own, which ends with it whatever the command leaves behind. */
export async function command(
    name: string,
    args: readonly string[],
    options: { cwd: string; env?: Readonly<Record<string, string>>; timeout?: number },
): Promise<Outcome> {
    const child = spawn(name, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    const end = (): void => {
        try {
            if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        } catch {
            // The group has ended.
        }
    };
    const timer = setTimeout(end, options.timeout ?? 300_000);
    try {
        const code = await new Promise<number>((done, fail) => {
            child.on("error", fail);
            child.on("exit", end);
            child.on("close", status => {
                done(status ?? -1);
            });
        });
        return { code, ...output };
    } finally {
        clearTimeout(timer);
        end();
    }
}

/** A copy of a Pulumi project with a state of its own, in which the real CLI runs. */
export class Project {
    private selected = false;

    private constructor(
        /** The copy. */
        readonly directory: string,
        private readonly home: string,
    ) {}

    /** Copies a project without what was built or installed in it. */
    static copy(source: string, change?: (directory: string) => void): Project {
        mkdirSync(SCRATCH, { recursive: true });
        const home = mkdtempSync(join(SCRATCH, `${basename(source)}-`));
        const directory = join(home, basename(source));
        cpSync(source, directory, { recursive: true, filter: path => !["node_modules", "bin", "dist"].includes(basename(path)) });
        change?.(directory);
        return new Project(directory, home);
    }

    remove(): void {
        rmSync(this.home, { recursive: true, force: true });
    }

    /** The stack's configuration file, changed in place. */
    configure(values: Readonly<Record<string, unknown>>): void {
        const file = join(this.directory, `Pulumi.${STACK}.yaml`);
        const settings = existsSync(file) ? (parse(readFileSync(file, "utf8")) as { config?: Record<string, unknown> } | null) : null;
        writeFileSync(file, stringify({ ...settings, config: { ...settings?.config, ...values } }));
    }

    preview(options: RunOptions = {}): Promise<Run> {
        return this.run(["preview"], options);
    }

    up(options: RunOptions = {}): Promise<Run> {
        return this.run(["up", "--yes", "--skip-preview"], options);
    }

    /** The state of the stack as `pulumi stack export` writes it, its secrets in plain where asked. */
    async exportTo(file: string, showSecrets: boolean): Promise<void> {
        await this.succeed(["stack", "export", "--stack", STACK, "--file", file, ...(showSecrets ? ["--show-secrets"] : [])]);
    }

    /** Runs a command that must not fail. */
    private async succeed(args: readonly string[], folder = this.directory): Promise<void> {
        const { code, stderr } = await this.pulumi(args, {}, folder);
        if (code !== 0) throw new Error(`pulumi ${args.join(" ")}: ${stderr}`);
    }

    /** Runs the command in the project, as a user would. */
    pulumi(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = this.directory): Promise<Outcome> {
        const backend = join(this.home, "state");
        mkdirSync(backend, { recursive: true });
        return pulumi(args, { cwd, home: this.home, env: { PULUMI_BACKEND_URL: `file://${backend}`, ...env } });
    }

    /** The file of answers that the program has, for data sources and other stacks. */
    get answers(): string | undefined {
        const file = join(this.directory, "answers.yaml");
        return existsSync(file) ? file : undefined;
    }

    private async run(operation: readonly string[], options: RunOptions): Promise<Run> {
        if (options.stackConfig) this.configure(options.stackConfig);
        if (!this.selected) {
            if (this.answers !== undefined) await importOtherStacks(this.answers, this.home, (args, folder) => this.succeed(args, folder));
            await this.succeed(["stack", "select", "--create", STACK]);
            this.selected = true;
        }
        const providers = await Providers.start(options.mode ?? "echoing", this.directory, this.answers);
        const events = join(this.home, "events.json");
        const reportFile = join(this.home, "report.json");
        for (const file of [events, reportFile]) rmSync(file, { force: true });
        try {
            const args = [...operation, "--stack", STACK, "--suppress-progress", "--event-log", events, ...packArguments(this.home, options)];
            const env = { PULUMI_DEBUG_COMMANDS: "true", PULUMI_DEBUG_PROVIDERS: providers.attach, CHARTER_REPORT: reportFile, ...options.env };
            const outcome = await this.pulumi(args, env);
            return { ...outcome, violations: violationsOf(existsSync(events) ? readFileSync(events, "utf8") : ""), ...reportIn(reportFile) };
        } finally {
            providers.stop();
        }
    }
}

/** Runs `pulumi policy analyze` on an exported state. */
export async function policyAnalyze(stateFile: string, options: RunOptions): Promise<Run> {
    const home = mkdtempSync(join(dirname(stateFile), "analyze-"));
    const reportFile = join(home, "report.json");
    try {
        const args = ["policy", "analyze", "--file", stateFile, "--json", ...packArguments(home, options)];
        const outcome = await pulumi(args, {
            cwd: home,
            home,
            env: { CHARTER_REPORT: reportFile, PULUMI_BACKEND_URL: `file://${home}`, ...options.env },
        });
        return { ...outcome, violations: violationsOf(outcome.stdout), ...reportIn(reportFile) };
    } finally {
        rmSync(home, { recursive: true, force: true });
    }
}

/** Makes a project of a template folder, as `pulumi new` does for a user, and hands over its folder until the work is done. */
export async function withNewProject(template: string, name: string, work: (directory: string) => Promise<void>): Promise<void> {
    mkdirSync(SCRATCH, { recursive: true });
    const home = mkdtempSync(join(SCRATCH, "new-"));
    const directory = join(home, name);
    mkdirSync(directory);
    try {
        const { code, stderr } = await pulumi(["new", template, "--generate-only", "--yes", "--name", name], { cwd: directory, home, env: {} });
        if (code !== 0) throw new Error(`pulumi new: ${stderr}`);
        await work(directory);
    } finally {
        rmSync(home, { recursive: true, force: true });
    }
}

/** Publishes a pack to a service at a local address. */
export async function publish(pack: string, service: string, home: string): Promise<Outcome> {
    const env = { PULUMI_BACKEND_URL: service, PULUMI_ACCESS_TOKEN: "token" };
    return await pulumi(["policy", "publish", "--cwd", pack], { cwd: pack, home, env });
}

function pulumi(args: readonly string[], options: { cwd: string; home: string; env: Readonly<Record<string, string>> }): Promise<Outcome> {
    const pulumiHome = join(options.home, ".pulumi");
    mkdirSync(pulumiHome, { recursive: true });
    return command("pulumi", [...args, "--non-interactive", "--color", "never"], {
        cwd: options.cwd,
        env: {
            PATH: [cli(), process.env.PATH ?? ""].join(delimiter),
            PULUMI_HOME: pulumiHome,
            PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
            PULUMI_SKIP_UPDATE_CHECK: "1",
            PULUMI_NODEJS_TRANSPILE_ONLY: "true",
            CHARTER_DATE: DATE,
            ...options.env,
        },
    });
}

function packArguments(home: string, { pack, packConfig }: RunOptions): readonly string[] {
    if (pack === undefined) return [];
    if (packConfig === undefined) return ["--policy-pack", pack];
    const file = join(home, "pack-config.json");
    writeFileSync(file, JSON.stringify(packConfig));
    return ["--policy-pack", pack, "--policy-pack-config", file];
}

function reportIn(file: string): { report?: StackReport } {
    if (!existsSync(file)) return {};
    const [report, ...more] = JSON.parse(readFileSync(file, "utf8")) as StackReport[];
    if (!report || more.length > 0) throw new Error(`${file} does not hold the report of one stack`);
    return { report };
}

interface PolicyEvent {
    readonly policyEvent?: {
        readonly policyName: string;
        readonly resourceUrn?: string;
        readonly enforcementLevel: string;
        readonly message: string;
    };
}

/** The policy events among the engine's, one JSON object a line. */
function violationsOf(lines: string): readonly Violation[] {
    return lines
        .split("\n")
        .filter(line => line.startsWith("{"))
        .map(line => (JSON.parse(line) as PolicyEvent).policyEvent)
        .filter(event => event !== undefined)
        .map(event => ({ policy: event.policyName, urn: event.resourceUrn ?? "", level: event.enforcementLevel, message: event.message }));
}
