import { InputError } from "../errors";
import { type Asked, shortToken, type StandIn } from "./answers/asked";
import { ACCOUNT, AWS } from "./answers/aws";
import { AZURE } from "./answers/azure";
import { unknownResult } from "./answers/shape";
import type { Wire } from "./wire";
import { isYamlMap, readYaml, Timestamp, type YamlFile, type YamlValue } from "./yaml";

const STAND_INS: Readonly<Record<string, StandIn>> = { ...AWS, ...AZURE };

const IDENTITY = "aws:index:getCallerIdentity";

/** One answer of the file: for every call, or for those whose arguments hold `args`. */
interface Given {
    readonly args: Wire;
    readonly result: Wire;
}

/** What data sources and other stacks answer: the file's word first, then a plausible stand-in, then unknown. */
export class Answers {
    readonly #invokes: ReadonlyMap<string, readonly Given[]>;
    readonly #stackReferences: ReadonlyMap<string, Wire>;
    /** Tokens that nothing could answer. */
    readonly unanswered = new Set<string>();
    /** The accounts of AWS in which the program was told that it stands. */
    readonly accounts = new Set([ACCOUNT]);

    constructor(
        private readonly programDirectory: string,
        file?: YamlFile,
    ) {
        const { invokes, stackReferences } = file
            ? readAnswers(file)
            : { invokes: new Map<string, Given[]>(), stackReferences: new Map<string, Wire>() };
        this.#invokes = invokes;
        this.#stackReferences = stackReferences;
    }

    /** The result of a data source, or undefined where it is wholly unknown. Throws what the data source itself would complain of. */
    invoke(asked: Asked): Wire | undefined {
        const token = shortToken(asked.token);
        const standIn = Object.hasOwn(STAND_INS, token) ? STAND_INS[token]?.(asked) : undefined;
        const given = this.#invokes.get(token)?.find(({ args }) => holds(asked.args, args));
        if (given) {
            const { accountId } = given.result;
            if (token === IDENTITY && (typeof accountId === "string" || typeof accountId === "number")) this.accounts.add(String(accountId));
            return { ...standIn, ...given.result };
        }
        if (standIn) return standIn;
        this.unanswered.add(asked.token);
        return unknownResult(asked.token, this.programDirectory);
    }

    /** The outputs of another stack: "ORG/PROJECT/STACK", or its last parts. */
    stackReference(name: string): Wire | undefined {
        const exact = this.#stackReferences.get(name);
        if (exact) return exact;
        for (const [known, outputs] of this.#stackReferences) if (known.endsWith(`/${name}`) || name.endsWith(`/${known}`)) return outputs;
        return undefined;
    }
}

/** Reads an answers file. Throws InputError with file and line where its form is wrong. */
export function readAnswersFile(path: string): YamlFile {
    const file = readYaml(path, path);
    readAnswers(file);
    return file;
}

function readAnswers(file: YamlFile): { invokes: Map<string, Given[]>; stackReferences: Map<string, Wire> } {
    const wrong = (what: string, ...keys: readonly (string | number)[]): InputError =>
        new InputError(what, { file: file.path, line: file.lineOf(...keys), mend: "write invokes: {TOKEN: {…}} and stackReferences: {NAME: {…}}" });
    const { value } = file;
    if (value === null) return { invokes: new Map(), stackReferences: new Map() };
    if (!isYamlMap(value)) throw wrong("is no map of keys and values");
    for (const key of Object.keys(value)) if (key !== "invokes" && key !== "stackReferences") throw wrong(`has the unknown key ${key}`, key);

    const invokes = new Map<string, Given[]>();
    const answers = value.invokes ?? {};
    if (!isYamlMap(answers)) throw wrong("invokes is no map of tokens to results", "invokes");
    for (const [token, answer] of Object.entries(answers)) {
        if (!/^[^:]+(:[^:]+){1,2}$/.test(token)) throw wrong(`"${token}" is no token such as aws:ec2/getVpc:getVpc`, "invokes", token);
        const given: Given[] = [];
        if (isYamlMap(answer)) given.push({ args: {}, result: wireOf(answer) as Wire });
        else if (Array.isArray(answer)) {
            for (const [i, entry] of (answer as readonly YamlValue[]).entries()) {
                const args = isYamlMap(entry) ? (entry.args ?? {}) : null;
                if (!isYamlMap(entry) || !isYamlMap(entry.result) || !isYamlMap(args))
                    throw wrong(`${token} has an entry without result: {…}`, "invokes", token, i);
                given.push({ args: wireOf(args) as Wire, result: wireOf(entry.result) as Wire });
            }
        } else throw wrong(`${token} is neither a result nor a list of {args, result}`, "invokes", token);
        invokes.set(shortToken(token), given);
    }

    const stackReferences = new Map<string, Wire>();
    const stacks = value.stackReferences ?? {};
    if (!isYamlMap(stacks)) throw wrong("stackReferences is no map of stacks to outputs", "stackReferences");
    for (const [name, outputs] of Object.entries(stacks)) {
        if (!isYamlMap(outputs)) throw wrong(`${name} has no map of outputs`, "stackReferences", name);
        stackReferences.set(name, wireOf(outputs) as Wire);
    }
    return { invokes, stackReferences };
}

function wireOf(value: YamlValue): unknown {
    if (value instanceof Timestamp) return value.toRfc3339();
    if (typeof value === "bigint") return Number(value);
    if (Array.isArray(value)) return (value as readonly YamlValue[]).map(wireOf);
    return isYamlMap(value) ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, wireOf(element)])) : value;
}

/** Does a value hold all of a pattern: a map its keys, anything else exactly? */
function holds(value: unknown, pattern: unknown): boolean {
    if (typeof pattern !== "object" || pattern === null) return value === pattern;
    if (Array.isArray(pattern))
        return Array.isArray(value) && value.length === pattern.length && pattern.every((element, i) => holds(value[i], element));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return Object.entries(pattern).every(([key, element]) => holds((value as Wire)[key], element));
}
