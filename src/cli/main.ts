import { Command, Option } from "commander";
import { VERSION } from "../version";

/** The exit codes of `charter`. */
export const EXIT = { clean: 0, blocked: 1, input: 2, program: 3 } as const;

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
const dateOption = (): Option => new Option("--date <YYYY-MM-DD>", "judge as of this day (UTC)").env("CHARTER_DATE");
const presetOption = (): Option => new Option("--preset <name>", "charter, adopt or strict: which violations block").env("CHARTER_PRESET");
const outputOptions = (command: Command): Command =>
    command
        .option("--format <names>", "text, json; several separated by commas", "text")
        .option("-o, --output <file>", "write to a file; with several formats, to FILE.json, FILE.txt, …")
        .option("--fail-on-undetermined", "let an undetermined mandatory policy block too");
const judgeOptions = (command: Command): Command =>
    outputOptions(command)
        .addOption(presetOption())
        .addOption(dateOption())
        .option("--policy-pack-config <file>", "levels and settings by policy, as JSON, as `pulumi preview` takes them");

const program = new Command("charter")
    .description("Judges Pulumi programs and states by NHS England's cyber security charter for suppliers. An independent project.")
    .version(VERSION, "-v, --version")
    .showHelpAfterError("(charter --help shows what there is)")
    .exitOverride();

judgeOptions(program.command("preview"))
    .description("run a Node.js Pulumi program without cloud, CLI or network, and judge what it would deploy")
    .argument("[directory]", "the folder of Pulumi.yaml", ".")
    .option("-s, --stack <name>", "the stack whose configuration is used")
    .option("-c, --config <key=value>", "a configuration value that wins over the files; may be repeated", collect, [])
    .option("--answers <file>", "YAML with answers for data sources and other stacks")
    .option("--type-check", "check types, as the Pulumi CLI does")
    .option("--timeout <seconds>", "end the program after this time", "120")
    .action(async (directory: string, options: object) => {
        const { preview } = await import("./preview");
        process.exitCode = await preview(directory, options as never);
    });

judgeOptions(program.command("audit"))
    .description("judge stack exports (pulumi stack export)")
    .argument("<paths...>", "files, or folders of *.json")
    .option("--config <file>", "charter.yaml: presets, settings and waivers by stack (./charter.yaml where it exists)")
    .action(async (paths: string[], options: object) => {
        const { audit } = await import("./audit");
        process.exitCode = await audit(paths, options as never);
    });

outputOptions(program.command("report"))
    .description("render a report that the pack (CHARTER_REPORT), preview or audit wrote")
    .argument("<file>", "JSON")
    .action(async (file: string, options: object) => {
        const { report } = await import("./report");
        process.exitCode = await report(file, options as never);
    });

program
    .command("policies")
    .description("list the policies")
    .addOption(new Option("--format <name>", "text or json").choices(["text", "json"]).default("text"))
    .option("-o, --output <file>", "write to a file")
    .action(async (options: object) => {
        const { listPolicies } = await import("./policies");
        process.exitCode = await listPolicies(options as never);
    });

program
    .command("explain")
    .description("say what a policy asks, why, and how to meet it")
    .argument("<name>", "the policy's name")
    .action(async (name: string) => {
        const { explain } = await import("./explain");
        process.exitCode = await explain(name);
    });

async function main(): Promise<void> {
    try {
        await program.parseAsync();
    } catch (error) {
        process.exitCode = failed(error);
    }
}

/** The exit code of a failure, which is told on standard error: one line for what the user can mend. */
function failed(error: unknown): number {
    if (error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("commander.")) {
        return "exitCode" in error && error.exitCode === 0 ? EXIT.clean : EXIT.input;
    }
    if (error instanceof Error && "exitCode" in error && typeof error.exitCode === "number") {
        process.stderr.write(`charter: ${error.message}\n`);
        return error.exitCode;
    }
    process.stderr.write(`charter: unexpected failure, a defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.program;
}

void main();
