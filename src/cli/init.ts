import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import picocolors from "picocolors";
import { type Document, isMap, parseDocument } from "yaml";
import { InputError } from "../errors";
import { NAMESPACE } from "../policy/configuration";
import { PRESETS } from "../policy/presets";
import { chooseStack, readProject } from "../preview/project";
import { workflow } from "./workflow";

export interface InitCommandOptions {
    readonly stack?: string;
    readonly preset: string;
    /** False leaves the workflow out. */
    readonly workflow: boolean;
}

/** The place for waivers, as comments under the stack's configuration. */
const WAIVERS = ` ${NAMESPACE}:waivers:
   - policy: aws-rds-backup-retention
     resource: a name, a URN or a pattern
     reason: why it is accepted, and what is done instead
     approvedBy: who answers for it
     approvedOn: 2026-11-22
     expires: 2027-01-22`;

/** `charter init`: writes what a project needs to be judged, and says what it did. Nothing that exists is changed. @returns the exit code. */
export function init(directory: string, options: InitCommandOptions): Promise<number> {
    if (!PRESETS.some(preset => preset === options.preset))
        throw new InputError(`unknown preset '${options.preset}'`, { mend: `must be one of ${PRESETS.join(", ")}` });
    const project = readProject(directory);
    const stack = stackOf(project, options.stack);
    const said = [configure(stack.path, options.preset)];
    if (options.workflow) said.push(writeWorkflow(project.root, stack.name));
    process.stdout.write(`${[...said, ...nextSteps(project.root, stack.name)].join("\n")}\n`);
    return Promise.resolve(0);
}

/** The stack asked for may have no file yet: this is where it begins. */
function stackOf(project: ReturnType<typeof readProject>, asked: string | undefined): { readonly name: string; readonly path: string } {
    if (asked === undefined) return chooseStack(project);
    const name = asked.split("/").at(-1) ?? asked;
    if (!/^[\w.-]+$/.test(name)) throw new InputError(`"${asked}" is no name of a stack`, { mend: "give one with --stack NAME" });
    return { name, path: path.join(project.stackDirectory, `Pulumi.${name}.yaml`) };
}

function shown(file: string): string {
    return path.relative(process.cwd(), file) || file;
}

function configure(file: string, preset: string): string {
    const name = shown(file);
    const document = existsSync(file) ? parseDocument(readFileSync(file, "utf8")) : parseDocument("");
    const [fault] = document.errors;
    if (fault) throw new InputError(`malformed YAML: ${fault.message}`, { file: name, mend: "mend it first" });
    if (document.contents !== null && !isMap(document.contents))
        throw new InputError("is no map of keys and values", { file: name, line: 1, mend: "it starts with config:" });
    const config = document.get("config");
    if (isMap(config) && config.items.some(({ key }) => String(key).startsWith(`${NAMESPACE}:`)))
        return `${picocolors.dim("kept")}   ${name}, which configures ${NAMESPACE} already`;
    // An empty map in flow style, `config: {}`, would take the key on its own line.
    if (!isMap(config) || config.items.length === 0) document.set("config", document.createNode({}));
    document.setIn(["config", `${NAMESPACE}:preset`], preset);
    const filled = document.get("config");
    if (isMap(filled)) filled.comment = [filled.comment, WAIVERS].filter(Boolean).join("\n");
    save(file, textOf(document));
    return `${picocolors.green("wrote")}  ${name}: preset ${preset}, and the place for waivers`;
}

function textOf(document: Document): string {
    return document.toString({ lineWidth: 0 });
}

function writeWorkflow(root: string, stack: string): string {
    const repository = repositoryOf(root);
    const file = path.join(repository, ".github/workflows/charter.yml");
    if (existsSync(file)) return `${picocolors.dim("kept")}   ${shown(file)}, which exists`;
    mkdirSync(path.dirname(file), { recursive: true });
    save(file, workflow(stack, path.relative(repository, root).split(path.sep).join("/")));
    return `${picocolors.green("wrote")}  ${shown(file)}: judges every pull request`;
}

/** The folder that holds .git, else the project's own. */
function repositoryOf(root: string): string {
    for (let folder = root; ; folder = path.dirname(folder)) {
        if (existsSync(path.join(folder, ".git"))) return folder;
        if (folder === path.dirname(folder)) return root;
    }
}

function save(file: string, text: string): void {
    try {
        writeFileSync(file, text);
    } catch (error) {
        throw new InputError(`cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
            file: shown(file),
            mend: "check the path",
        });
    }
}

function nextSteps(root: string, stack: string): string[] {
    const steps = [`npx charter preview ${path.relative(process.cwd(), root) || "."} --stack ${stack}`];
    if (!isInstalled(root)) steps.unshift("npm install --save-dev nhs-supplier-charter");
    return ["", "Next:", ...steps.map(step => `  ${step}`)];
}

function isInstalled(root: string): boolean {
    try {
        const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Readonly<
            Record<string, Readonly<Record<string, string>>>
        >;
        return ["dependencies", "devDependencies"].some(kind => manifest[kind]?.["nhs-supplier-charter"] !== undefined);
    } catch {
        return false;
    }
}
