import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import * as path from "node:path";
import { InputError, ProgramError } from "../errors";
import { isYamlMap, readYaml, type YamlFile, type YamlMap, type YamlValue } from "./yaml";

/** A Pulumi project as its Pulumi.yaml describes it. */
export interface Project {
    /** The folder of Pulumi.yaml, absolute. */
    readonly root: string;
    readonly name: string;
    /** The file's own name: Pulumi.yaml, Pulumi.yml or Pulumi.json. */
    readonly fileName: string;
    readonly file: YamlFile;
    readonly runtime: Runtime;
    /** The `config:` block, where it declares values. */
    readonly config: YamlMap;
    /** The folder of the Pulumi.STACK.yaml files, absolute. */
    readonly stackDirectory: string;
    /** The folder the program runs in, and what it is asked to run there, as the CLI's `GetPwdMain` has them. */
    readonly workingDirectory: string;
    readonly entryPoint: string;
}

export interface Runtime {
    /** False where the project switches the TypeScript loader off. */
    readonly typescript: boolean;
    readonly tsconfig?: string;
    readonly nodeArguments: readonly string[];
}

export interface Stack {
    readonly name: string;
    /** The stack's own configuration file, absolute; it need not exist. */
    readonly path: string;
    readonly file?: YamlFile;
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Reads the project in a folder. Throws InputError where there is none or it is malformed, ProgramError where its language cannot be run. */
export function readProject(directory: string): Project {
    const asked = path.resolve(directory);
    if (!existsSync(asked) || !statSync(asked).isDirectory()) {
        throw new InputError(`${directory} is no folder`, { mend: "name the folder that holds Pulumi.yaml" });
    }
    // Frames and source positions name real paths.
    const root = realpathSync(asked);
    const fileName = PROJECT_FILES.find(name => existsSync(path.join(root, name)));
    if (fileName === undefined) throw new InputError(`there is no Pulumi.yaml in ${directory}`, { mend: "name the folder that holds one" });

    const file = readYaml(path.join(root, fileName), fileName);
    const { value } = file;
    if (!isYamlMap(value))
        throw new InputError("is no map of keys and values", { file: fileName, line: 1, mend: "it starts with name: and runtime:" });
    const { name } = value;
    if (typeof name !== "string" || name === "") {
        throw new InputError("has no name", { file: fileName, line: file.lineOf("name"), mend: "add name: PROJECT" });
    }
    const config = value.config ?? null;
    const stackFolder = typeof value.stackConfigDir === "string" ? value.stackConfigDir : typeof config === "string" ? config : ".";
    return {
        root,
        name,
        fileName,
        file,
        runtime: readRuntime(value.runtime, fileName, file),
        config: isYamlMap(config) ? config : {},
        stackDirectory: path.resolve(root, stackFolder),
        ...programOf(root, value.main, fileName, file),
    };
}

function readRuntime(runtime: YamlValue | undefined, fileName: string, file: YamlFile): Runtime {
    const name = isYamlMap(runtime) ? runtime.name : runtime;
    if (typeof name !== "string" || name === "") {
        throw new InputError("has no runtime", { file: fileName, line: file.lineOf("runtime"), mend: "add runtime: nodejs" });
    }
    if (name !== "nodejs") {
        throw new ProgramError(`the runtime ${name} cannot be run here: charter preview runs Node.js programs`, {
            file: fileName,
            line: file.lineOf("runtime"),
            mend: `Judge it with the policy pack in pulumi preview, or with charter audit of a pulumi stack export, which does for every language.`,
        });
    }
    const options = isYamlMap(runtime) && isYamlMap(runtime.options) ? runtime.options : {};
    return {
        typescript: options.typescript !== false,
        tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
        nodeArguments: typeof options.nodeargs === "string" ? options.nodeargs.split(/\s+/).filter(argument => argument !== "") : [],
    };
}

function programOf(root: string, main: YamlValue | undefined, fileName: string, file: YamlFile): Pick<Project, "workingDirectory" | "entryPoint"> {
    if (typeof main !== "string" || main === "") return { workingDirectory: root, entryPoint: "." };
    const program = path.resolve(root, main);
    if (!existsSync(program)) {
        throw new InputError(`main names ${main}, which does not exist`, {
            file: fileName,
            line: file.lineOf("main"),
            mend: "name the program's folder or file",
        });
    }
    return statSync(program).isDirectory()
        ? { workingDirectory: program, entryPoint: "." }
        : { workingDirectory: path.dirname(program), entryPoint: path.basename(program) };
}

/**
 * The stack to run: the one asked for ("dev" or "ORG/PROJECT/dev"), else the only one with a file, else `dev`.
 * Throws InputError where that leaves none or several, with the list of those there.
 */
export function chooseStack(project: Project, asked?: string): Stack {
    const files = stackFiles(project);
    const names = [...files.keys()].sort();
    const listed = `the stacks there are ${names.join(", ")}`;
    let name: string;
    if (asked !== undefined) {
        name = asked.split("/").at(-1) ?? asked;
        if (name === "") throw new InputError(`"${asked}" is no name of a stack`, { mend: names.length > 0 ? listed : "give one with --stack NAME" });
        if (names.length > 0 && !files.has(name)) {
            throw new InputError(`there is no stack ${name} in ${path.relative(process.cwd(), project.stackDirectory) || "."}`, { mend: listed });
        }
    } else if (names.length === 1) name = names[0] ?? "dev";
    else if (names.length === 0 || files.has("dev")) name = "dev";
    else throw new InputError("there are several stacks", { mend: `choose one with --stack: ${names.join(", ")}` });

    const fileName = files.get(name);
    const stackPath = path.join(project.stackDirectory, fileName ?? `Pulumi.${name}.yaml`);
    return { name, path: stackPath, file: fileName === undefined ? undefined : readYaml(stackPath, fileName) };
}

/** Stack name to file name. */
function stackFiles(project: Project): Map<string, string> {
    const found = new Map<string, string>();
    if (!existsSync(project.stackDirectory)) return found;
    for (const fileName of readdirSync(project.stackDirectory)) {
        const name = /^Pulumi\.(.+)\.(yaml|yml|json)$/.exec(fileName)?.[1];
        if (name !== undefined && !found.has(name)) found.set(name, fileName);
    }
    return found;
}
