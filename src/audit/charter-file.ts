import { closest } from "fastest-levenshtein";
import { InputError } from "../errors";
import { ConfigurationError, type Configuration, readConfiguration } from "../policy/configuration";
import type { Policy } from "../policy/definition";
import { matchesWildcard } from "../policy/wildcard";
import { type YamlFile, type YamlValue, isYamlMap, plainYaml, readYaml } from "../preview/yaml";

/** `charter.yaml`: what exports cannot say of the stacks they come from. */
export interface CharterFile {
    /** The configuration of a stack: every entry that matches applies, later ones win. @throws InputError */
    configurationOf(project: string, stack: string): Configuration;
    /** Every entry by itself, with the configuration that it alone makes. */
    readonly entries: readonly { readonly match: string; readonly configuration: Configuration }[];
    /** Where the value of a stack stands: the last entry that matches and holds it. */
    placeOf(project: string, stack: string, path: readonly (string | number)[]): number | undefined;
}

type Entry = Readonly<Record<string, unknown>>;

const ENTRY_KEYS = ["match", "preset", "estate", "settings", "waivers", "inheritedFrom", "maxWaiverDays"];

/** @throws InputError where the file is wrong, with the line. */
export function readCharterFile(path: string, policies: readonly Policy[], today: string): CharterFile {
    const file = readYaml(path, path);
    const entries = entriesOf(file, path);
    // Each entry must be right by itself, whether a stack matches it or not.
    const alone = entries.map((entry, i) => {
        const { match, ...own } = entry;
        return { match: String(match), configuration: located(file, path, i, () => readConfiguration(own, policies, today)) };
    });
    return {
        entries: alone,
        placeOf(project, stack, at) {
            const holder = entries.findLastIndex(
                entry => matchesWildcard(String(entry.match), `${project}/${stack}`) && valueAt(entry, at) !== undefined,
            );
            return holder < 0 ? undefined : file.lineOf("stacks", holder, ...at);
        },
        configurationOf(project, stack) {
            const matching = entries.filter(entry => matchesWildcard(String(entry.match), `${project}/${stack}`));
            return readConfiguration(matching.reduce(merged, {}), policies, today);
        },
    };
}

function entriesOf(file: YamlFile, path: string): Entry[] {
    const mend = "write `stacks:` with a list of entries that each have `match: PROJECT/STACK`";
    if (!isYamlMap(file.value)) throw new InputError("must be a map with the key 'stacks'", { file: path, line: 1, mend });
    for (const key of Object.keys(file.value)) {
        if (key !== "stacks") throw new InputError(`unknown key '${key}'`, { file: path, line: file.lineOf(key), mend: "only 'stacks' is read" });
    }
    const stacks = file.value.stacks ?? [];
    if (!Array.isArray(stacks)) throw new InputError("'stacks' must be a list", { file: path, line: file.lineOf("stacks"), mend });
    return (stacks as readonly YamlValue[]).map((entry, i): Entry => {
        const plain = plainYaml(entry);
        if (typeof plain !== "object" || plain === null || Array.isArray(plain))
            throw new InputError("an entry of 'stacks' must be a map", { file: path, line: file.lineOf("stacks", i), mend });
        const unknown = Object.keys(plain).find(key => !ENTRY_KEYS.includes(key));
        if (unknown !== undefined) {
            throw new InputError(`unknown key '${unknown}'`, {
                file: path,
                line: file.lineOf("stacks", i, unknown),
                mend: `did you mean '${closest(unknown, ENTRY_KEYS)}'?`,
            });
        }
        if (typeof (plain as Entry).match !== "string")
            throw new InputError("an entry of 'stacks' lacks 'match'", { file: path, line: file.lineOf("stacks", i), mend });
        return plain as Entry;
    });
}

function located<T>(file: YamlFile, path: string, i: number, read: () => T): T {
    try {
        return read();
    } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        throw new InputError(error.message, { file: path, line: file.lineOf("stacks", i, ...error.path) });
    }
}

function valueAt(entry: unknown, at: readonly (string | number)[]): unknown {
    return at.reduce<unknown>(
        (value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined),
        entry,
    );
}

function merged(before: Entry, entry: Entry): Entry {
    const { match: _, ...own } = entry;
    const both = (key: string): object => ({ ...(before[key] as object | undefined), ...(own[key] as object | undefined) });
    const lists = (key: string): readonly unknown[] => [
        ...((before[key] as unknown[] | undefined) ?? []),
        ...((own[key] as unknown[] | undefined) ?? []),
    ];
    const result: Record<string, unknown> = { ...before, ...own };
    for (const key of ["estate", "maxWaiverDays"]) if (before[key] !== undefined && own[key] !== undefined) result[key] = both(key);
    if (before.settings !== undefined && own.settings !== undefined) {
        const settings = both("settings") as Record<string, object>;
        for (const name of Object.keys(before.settings as object)) {
            settings[name] = { ...(before.settings as Record<string, object>)[name], ...(own.settings as Record<string, object>)[name] };
        }
        result.settings = settings;
    }
    for (const key of ["waivers", "inheritedFrom"]) if (before[key] !== undefined || own[key] !== undefined) result[key] = lists(key);
    return result;
}
