import { InputError } from "../errors";
import type { Project, Stack } from "./project";
import { ENCRYPTED } from "./wire";
import { isYamlMap, Timestamp, type YamlMap, type YamlValue } from "./yaml";

/** A stack's configuration as the CLI hands it to a program. */
export interface Configuration {
    /** "namespace:name" to its text; structured values are JSON. An encrypted value is the text that the protocol has for unknown ones. */
    readonly values: Readonly<Record<string, string>>;
    /** Keys whose value is encrypted, wholly or in part. */
    readonly secretKeys: readonly string[];
    readonly notices: readonly string[];
}

/**
 * Merges, the later winning: defaults of Pulumi.yaml, Pulumi.STACK.yaml, `--config KEY=VALUE`. Throws InputError for a key that is none, for a
 * value that Pulumi.yaml declares and nobody gives, and for one of another type than declared.
 */
export function configure(project: Project, stack: Stack, overrides: Readonly<Record<string, string>> = {}): Configuration {
    const values: Record<string, string> = {};
    const secretKeys = new Set<string>();
    const notices: string[] = [];
    const stackName = fileNameOf(stack.path);

    if (stack.file) {
        const { value } = stack.file;
        if (value !== null && !isYamlMap(value)) {
            throw new InputError("is no map of keys and values", { file: stackName, line: 1, mend: "it starts with config:" });
        }
        const config = value?.config ?? null;
        if (config !== null && !isYamlMap(config)) {
            throw new InputError("config is no map of keys and values", {
                file: stackName,
                line: stack.file.lineOf("config"),
                mend: "write KEY: VALUE below it",
            });
        }
        for (const [key, given] of Object.entries(config ?? {})) {
            const full = fullKey(project.name, key, { file: stackName, line: stack.file.lineOf("config", key) });
            values[full] = textOf(given);
            if (hasSecret(given)) secretKeys.add(full);
        }
        if (value?.environment !== undefined && value.environment !== null) {
            notices.push(`${stackName} imports an environment, which is not read offline: give its values with --config KEY=VALUE.`);
        }
    }
    const given = new Set(Object.keys(values));
    for (const [key, value] of Object.entries(overrides)) {
        const full = fullKey(project.name, key, {});
        values[full] = value;
        given.add(full);
    }
    applyProject(project, stackName, values, given);
    return { values, secretKeys: [...secretKeys], notices };
}

/** Defaults and declarations of Pulumi.yaml. */
function applyProject(project: Project, stackName: string, values: Record<string, string>, given: ReadonlySet<string>): void {
    const missing: string[] = [];
    for (const [key, declared] of Object.entries(project.config)) {
        const place = { file: project.fileName, line: project.file.lineOf("config", key) };
        const full = fullKey(project.name, key, place);
        const declaration: YamlMap = isYamlMap(declared) ? declared : { value: declared };
        if (given.has(full)) {
            if (typeof declaration.type === "string" && !isOfType(values[full] ?? "", declaration.type)) {
                throw new InputError(`${full} is not of type ${declaration.type}`, {
                    ...place,
                    mend: `give another value in ${stackName} or with --config ${key}=VALUE`,
                });
            }
            continue;
        }
        const value = declaration.default ?? declaration.value ?? null;
        if (value !== null) values[full] = projectText(value);
        else if (full.startsWith(`${project.name}:`)) missing.push(key);
    }
    const [first] = missing;
    if (first !== undefined) {
        throw new InputError(`declares ${missing.join(", ")} without a value`, {
            file: project.fileName,
            line: project.file.lineOf("config", first),
            mend: `give it in ${stackName} or with --config ${first}=VALUE`,
        });
    }
}

function fileNameOf(path: string): string {
    return path.split(/[\\/]/).at(-1) ?? path;
}

/** "name" belongs to the project; "namespace:config:name" is the old form of "namespace:name". */
function fullKey(project: string, key: string, place: Pick<InputError, "file" | "line">): string {
    const parts = key.split(":");
    const [namespace = "", middle = "", name = ""] = parts;
    if (parts.length === 1 && namespace !== "") return `${project}:${key}`;
    if (parts.length === 2 && namespace !== "" && middle !== "") return key;
    if (parts.length === 3 && middle === "config" && namespace !== "" && name !== "") return `${namespace}:${name}`;
    throw new InputError(`"${key}" is no configuration key`, { ...place, mend: "write it as NAMESPACE:NAME, or NAME for the project's own" });
}

/** A value of a stack's file as text: scalars as they are, maps and lists as JSON with sorted keys, dates as Go writes them. */
function textOf(value: YamlValue): string {
    if (value === null) return "";
    if (typeof value === "string") return value;
    if (value instanceof Timestamp) return value.toGoText();
    if (typeof value === "boolean" || typeof value === "number" || typeof value === "bigint") return String(value);
    if (isSecure(value)) return ENCRYPTED;
    return JSON.stringify(plainOf(value, time => time.toGoText()));
}

/** A value of Pulumi.yaml as text: as in a stack's file, but dates as JSON has them. */
function projectText(value: YamlValue): string {
    if (value instanceof Timestamp) return value.toRfc3339();
    return typeof value === "object" && value !== null && !isSecure(value) ? JSON.stringify(plainOf(value, time => time.toRfc3339())) : textOf(value);
}

function isSecure(value: YamlValue): boolean {
    return isYamlMap(value) && typeof value.secure === "string" && Object.keys(value).length === 1;
}

function hasSecret(value: YamlValue): boolean {
    if (isSecure(value)) return true;
    if (Array.isArray(value)) return (value as readonly YamlValue[]).some(hasSecret);
    return isYamlMap(value) && Object.values(value).some(hasSecret);
}

function plainOf(value: YamlValue, dateText: (time: Timestamp) => string): unknown {
    if (value instanceof Timestamp) return dateText(value);
    if (typeof value === "bigint") return Number(value);
    if (Array.isArray(value)) return (value as readonly YamlValue[]).map(element => plainOf(element, dateText));
    if (!isYamlMap(value)) return value;
    if (isSecure(value)) return ENCRYPTED;
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map(key => [key, plainOf(value[key] ?? null, dateText)]),
    );
}

/** Does a value's text fit the type that Pulumi.yaml declares? An encrypted value fits all. */
function isOfType(text: string, type: string): boolean {
    if (text === ENCRYPTED) return true;
    switch (type) {
        case "integer":
            return /^[-+]?\d+$/.test(text);
        case "boolean":
            return text === "true" || text === "false";
        case "array":
        case "object":
            try {
                const value: unknown = JSON.parse(text);
                return Array.isArray(value) === (type === "array") && typeof value === "object" && value !== null;
            } catch {
                return false;
            }
        default:
            return true;
    }
}
