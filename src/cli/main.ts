import { Command, Option } from "commander";
import { VERSION } from "../version";

/** The exit codes of `charter`. */
export const EXIT = { clean: 0, blocked: 1, input: 2, program: 3 } as const;

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
const dateOption = (): Option => new Option("--date <YYYY-MM-DD>", "judge as of this day (UTC)").env("CHARTER_DATE");
const presetOption = (): Option => new Option("--preset <name>", "charter, adopt or strict: which violations block").env("CHARTER_PRESET");
const outputOptions = (command: Command): Command =>
    command
        .option("--format <names>", "text, json, sarif, junit, markdown, html, csv, codequality; several separated by commas", "text")
        .option("-o, --output <file>", "write to a file; with several formats text goes to the terminal, the others to FILE.json, FILE.sarif, …")
        .option("--fail-on-undetermined", "let an undetermined mandatory policy block too");
const packConfigOption = (): Option =>
    new Option("--policy-pack-config <file>", "levels and settings by policy, as JSON, as `pulumi preview` takes them");
const onlyOption = (): Option =>
    new Option(
        "--only <words>",
        "take policies by commitment, provider, severity, strength, reference or name; words of one kind are alternatives",
    ).argParser((value, before?: readonly string[]) => [...(before ?? []), ...value.split(",").filter(word => word !== "")]);
const judgeOptions = (command: Command): Command =>
    outputOptions(command)
        .addOption(presetOption())
        .addOption(dateOption())
        .addOption(onlyOption())
        .addOption(packConfigOption())
        .addOption(
            new Option("--baseline <file>", "let the violations that `charter baseline write` recorded block no more").env("CHARTER_BASELINE"),
        );
const programOptions = (command: Command): Command =>
    command
        .option("-s, --stack <name>", "the stack whose configuration is used")
        .option("-c, --config <key=value>", "a configuration value that wins over the files; may be repeated", collect, [])
        .option("--answers <file>", "YAML with answers for data sources and other stacks")
        .option("--resolve", "run the program a second time with stand-ins for what the cloud answers, and judge what a preview cannot know")
        .option("--type-check", "check types, as the Pulumi CLI does")
        .option("--timeout <seconds>", "end the program after this time", "120");
const stackOptions = (command: Command): Command =>
    command
        .argument("[stack]", "the folder of Pulumi.yaml, or PROJECT/STACK of charter.yaml", ".")
        .option("-s, --stack <name>", "the stack whose configuration is used")
        .option("-c, --config <key=value>", "a configuration value that wins over the files; may be repeated", collect, [])
        .option("--charter-file <file>", "charter.yaml, for stacks that are audited (./charter.yaml where there is no Pulumi.yaml)")
        .addOption(dateOption())
        .addOption(new Option("--format <name>", "text or json").choices(["text", "json"]).default("text"))
        .option("-o, --output <file>", "write to a file");

const program = new Command("charter")
    .description("Judges Pulumi programs and states by NHS England's cyber security charter for suppliers. An independent project.")
    .version(VERSION, "-v, --version")
    .showHelpAfterError("(charter --help shows what there is)")
    .exitOverride();

programOptions(judgeOptions(program.command("preview")))
    .description("run a Node.js Pulumi program without cloud, CLI or network, and judge what it would deploy")
    .argument("[directory]", "the folder of Pulumi.yaml", ".")
    .option("--fix-plan", "show as a diff what policies can set right by themselves; judges and changes nothing")
    .action(async (directory: string, options: object) => {
        const { preview } = await import("./preview");
        process.exitCode = await preview(directory, options as never);
    });

program
    .command("init")
    .description("write what a project needs to be judged: configuration, the place for waivers, a GitHub workflow")
    .argument("[directory]", "the folder of Pulumi.yaml", ".")
    .option("-s, --stack <name>", "the stack that is configured")
    .option("--preset <name>", "charter, adopt or strict", "adopt")
    .option("--no-workflow", "leave the workflow out")
    .action(async (directory: string, options: object) => {
        const { init } = await import("./init");
        process.exitCode = await init(directory, options as never);
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

programOptions(program.command("baseline").description("known violations that do not block while they stay").command("write"))
    .description("record the violations of today, for --baseline")
    .argument("<file>", "the file to write")
    .argument("[paths...]", "folders with Pulumi.yaml, stack exports, or reports as JSON", ["."])
    .option("--charter-file <file>", "charter.yaml, for stack exports (./charter.yaml where it exists)")
    .addOption(dateOption())
    .addOption(onlyOption())
    .addOption(packConfigOption())
    .action(async (file: string, paths: string[], options: object) => {
        const { writeBaseline } = await import("./baseline");
        process.exitCode = await writeBaseline(file, paths, options as never);
    });

programOptions(program.command("assess"))
    .description("write the self-assessment: what code shows, what people attest, what is missing")
    .argument("[paths...]", "folders with Pulumi.yaml, stack exports, or reports as JSON", [])
    .option("--attestations <file>", "what people attest (./attestations.yaml where it exists)")
    .option("--init [file]", "write a file of attestations with every question, and nothing else")
    .option("--previous <file>", "the assessment.json of an earlier assessment: show what changed")
    .option("--charter-file <file>", "charter.yaml, for stack exports (./charter.yaml where it exists)")
    .option("--fail-below <state>", "exit with 1 where a commitment is worse: missing, undetermined, partial, attested or proved")
    .option("-o, --output <folder>", "where to write it", "charter-assessment")
    .addOption(presetOption())
    .addOption(dateOption())
    .addOption(onlyOption())
    .addOption(packConfigOption())
    .action(async (paths: string[], options: object) => {
        const { assess } = await import("./assess");
        process.exitCode = await assess(paths, options as never);
    });

stackOptions(program.command("waivers"))
    .description("list a stack's waivers with the days they have left")
    .option("--fail-if-expiring-in <days>", "exit with 1 where one ends within so many days, or counts no more")
    .action(async (at: string, options: object) => {
        const { waivers } = await import("./waivers");
        process.exitCode = await waivers(at, options as never);
    });

const configCommand: Command = stackOptions(program.command("config"))
    .description("show what is in force for a stack, and where each value comes from")
    .addOption(presetOption())
    .addOption(packConfigOption())
    .option("--all", "also what has its default: every level and setting")
    .action(async (at: string, options: object) => {
        const { config } = await import("./config");
        process.exitCode = await config(at, { ...options, presetFromEnvironment: configCommand.getOptionValueSource("preset") === "env" } as never);
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
