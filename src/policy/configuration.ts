import type { Ajv, ErrorObject, SchemaObject } from "ajv";
import { closest } from "fastest-levenshtein";
import { COMMITMENTS } from "../charter/commitments";
import { daysBetween, isDate, plainDate } from "./dates";
import type { Policy } from "./definition";
import { DEFAULT_ESTATE, DEFAULT_TAG_KEYS, ESTATE_ROLES, type Estate } from "./estate";
import { PRESETS, type Preset } from "./presets";
import { type SettingValues, defaultsOf } from "./settings";
import { type Inheritance, MAX_WAIVER_DAYS, type Waiver, type WaiverDays } from "./waivers";
import { hasWildcard } from "./wildcard";

/** The namespace of the pack's keys in a stack's configuration. */
export const NAMESPACE = "nhs-supplier-charter";

/** What a stack's own configuration asks of the pack, read and checked. */
export interface Configuration {
    readonly preset: Preset;
    readonly estate: Estate;
    /** By policy name, only what differs from the defaults. */
    readonly settings: Readonly<Record<string, SettingValues>>;
    readonly waivers: readonly Waiver[];
    readonly inheritedFrom: readonly Inheritance[];
    readonly maxWaiverDays: WaiverDays;
}

export const DEFAULT_CONFIGURATION: Configuration = {
    preset: "charter",
    estate: DEFAULT_ESTATE,
    settings: {},
    waivers: [],
    inheritedFrom: [],
    maxWaiverDays: MAX_WAIVER_DAYS,
};

/** Configuration that is wrong. `message` is one line that says what and how to mend it; `path` leads to the place, from the namespace's key on. */
export class ConfigurationError extends Error {
    constructor(
        message: string,
        readonly path: readonly (string | number)[],
    ) {
        super(message);
        this.name = "ConfigurationError";
    }
}

const KEYS = ["preset", "estate", "settings", "waivers", "inheritedFrom", "maxWaiverDays"] as const;

const text: SchemaObject = { type: "string", minLength: 1 };
const texts: SchemaObject = { type: "array", items: text };
const date: SchemaObject = { type: "string", format: "charter-date" };

function closed(properties: Record<string, SchemaObject>, required: readonly string[] = []): SchemaObject {
    return { type: "object", properties, required: [...required], additionalProperties: false };
}

/** JSON Schema of everything but the policies' own settings. */
export const CONFIGURATION_SCHEMAS: Readonly<Record<Exclude<(typeof KEYS)[number], "settings">, SchemaObject>> = {
    preset: { type: "string", enum: [...PRESETS] },
    estate: closed({
        holds: { type: "array", items: { type: "string", enum: [...ESTATE_ROLES] } },
        ephemeral: { type: "boolean" },
        trustedAccounts: texts,
        trustedOrganisations: texts,
        trustedTenants: texts,
        approvedRegions: texts,
        tags: closed(Object.fromEntries(Object.keys(DEFAULT_TAG_KEYS).map(role => [role, text]))),
    }),
    waivers: {
        type: "array",
        items: closed(
            {
                policy: text,
                resource: text,
                reason: text,
                approvedBy: text,
                approvedOn: date,
                expires: date,
                owner: text,
                compensatingControl: text,
                ticket: text,
            },
            ["policy", "resource", "reason", "approvedBy", "approvedOn", "expires"],
        ),
    },
    inheritedFrom: {
        type: "array",
        items: closed({ policy: text, commitment: text, from: text, reason: text, approvedBy: text, expires: date }, [
            "from",
            "reason",
            "approvedBy",
            "expires",
        ]),
    },
    maxWaiverDays: closed(
        Object.fromEntries(Object.entries(MAX_WAIVER_DAYS).map(([severity, days]) => [severity, { type: "integer", minimum: 1, maximum: days }])),
    ),
};

/** JSON Schema of the settings of one policy, as an object. */
export function settingsSchema(policy: Policy): SchemaObject {
    return closed(policy.settings);
}

let ajv: Ajv | undefined;

/** Loaded when there is something to check: most stacks configure little, and a pack's start is waited for. */
function validator(): Ajv {
    if (!ajv) {
        const library = require("ajv") as typeof import("ajv");
        ajv = new library.Ajv({ strict: false, verbose: true, formats: { "charter-date": isDate } });
    }
    return ajv;
}

/**
 * Reads the configuration under the pack's namespace. Values are objects, or JSON text as the engine hands them on.
 * @param today YYYY-MM-DD: a waiver cannot have been approved after it.
 * @throws ConfigurationError on the first fault.
 */
export function readConfiguration(raw: Readonly<Record<string, unknown>>, policies: readonly Policy[], today: string): Configuration {
    const names = policyNames(policies);
    const values: Partial<Record<(typeof KEYS)[number], unknown>> = {};
    for (const [key, value] of Object.entries(raw)) {
        if (!isKey(key)) throw new ConfigurationError(`unknown key '${NAMESPACE}:${key}'${didYouMean(key, KEYS)}`, [key]);
        if (value !== undefined && value !== null) values[key] = withPlainDates(parsed(key, value));
    }
    for (const key of KEYS) {
        if (key === "settings" || values[key] === undefined) continue;
        validate(CONFIGURATION_SCHEMAS[key], values[key], [key]);
    }
    const estate = (values.estate ?? {}) as Partial<Estate>;
    const maxWaiverDays: WaiverDays = { ...MAX_WAIVER_DAYS, ...(values.maxWaiverDays as Partial<WaiverDays> | undefined) };
    return {
        preset: (values.preset as Preset | undefined) ?? DEFAULT_CONFIGURATION.preset,
        estate: { ...DEFAULT_ESTATE, ...estate, tags: { ...DEFAULT_ESTATE.tags, ...estate.tags } },
        settings: readSettings(values.settings, names),
        waivers: ((values.waivers ?? []) as readonly Waiver[]).map((waiver, i) => checkWaiver(waiver, i, names, today)),
        inheritedFrom: ((values.inheritedFrom ?? []) as readonly Inheritance[]).map((entry, i) => checkInheritance(entry, i, names)),
        maxWaiverDays,
    };
}

/** Settings in force for a policy: its defaults and what the configuration changes. */
export function settingsOf(policy: Policy, configuration: Configuration): SettingValues {
    const changed = configuration.settings[policy.name];
    return changed ? { ...defaultsOf(policy.settings), ...changed } : defaultsOf(policy.settings);
}

/** Checks settings of one policy from whatever source. */
export function checkSettings(policy: Policy, values: unknown, path: readonly (string | number)[]): SettingValues {
    validate(settingsSchema(policy), values, path);
    return values as SettingValues;
}

/** Every name, past ones too, by which a policy may be called. */
export function policyNames(policies: readonly Policy[]): ReadonlyMap<string, Policy> {
    const names = new Map<string, Policy>();
    for (const policy of policies) for (const name of [policy.name, ...(policy.formerly ?? [])]) names.set(name, policy);
    return names;
}

/** The policy of a name, or an error that names the nearest one. */
export function policyNamed(name: string, names: ReadonlyMap<string, Policy>, path: readonly (string | number)[]): Policy {
    const policy = names.get(name);
    if (!policy) throw new ConfigurationError(`unknown policy '${name}'${didYouMean(name, [...names.keys()])}`, path);
    return policy;
}

/** "; did you mean 'x'?" where something near exists. */
export function didYouMean(word: string, words: readonly string[]): string {
    return words.length === 0 ? "" : `; did you mean '${closest(word, words)}'?`;
}

function isKey(key: string): key is (typeof KEYS)[number] {
    return (KEYS as readonly string[]).includes(key);
}

function parsed(key: (typeof KEYS)[number], value: unknown): unknown {
    if (typeof value !== "string" || key === "preset") return value;
    if (value === "[secret]")
        throw new ConfigurationError(`'${NAMESPACE}:${key}' is encrypted, and a policy pack cannot read secrets; write it in plain`, [key]);
    try {
        return JSON.parse(value) as unknown;
    } catch {
        throw new ConfigurationError(`'${NAMESPACE}:${key}' is neither a structure nor JSON text`, [key]);
    }
}

function withPlainDates(value: unknown): unknown {
    if (typeof value === "string") return plainDate(value);
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (Array.isArray(value)) return value.map(withPlainDates);
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withPlainDates(v)]));
    return value;
}

function validate(schema: SchemaObject, value: unknown, path: readonly (string | number)[]): void {
    const check = validator().compile(schema);
    if (check(value)) return;
    const error = check.errors?.[0];
    if (!error) throw new ConfigurationError("the value does not fit", path);
    const at = [...path, ...pointer(error.instancePath)];
    throw new ConfigurationError(
        `'${NAMESPACE}:${dotted(at)}' ${reason(error)}`,
        error.keyword === "additionalProperties" ? [...at, String(error.params.additionalProperty)] : at,
    );
}

function reason(error: ErrorObject): string {
    const params = error.params as Readonly<Record<string, unknown>>;
    switch (error.keyword) {
        case "additionalProperties": {
            const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
            const name = String(params.additionalProperty);
            return known.length === 0 ? `takes no keys, but has '${name}'` : `has the unknown key '${name}'${didYouMean(name, known)}`;
        }
        case "required":
            return `lacks the key '${String(params.missingProperty)}'`;
        case "enum":
            return `must be one of ${(params.allowedValues as readonly unknown[]).map(String).join(", ")}`;
        case "type":
            return `must be of type ${String(params.type)}`;
        case "format":
            return "must be a date of the form YYYY-MM-DD";
        case "minLength":
            return "must not be empty";
        case "minimum":
        case "maximum":
            return `must be ${String(params.comparison)} ${String(params.limit)}`;
        default:
            return error.message ?? "does not fit";
    }
}

function pointer(instancePath: string): (string | number)[] {
    return instancePath
        .split("/")
        .slice(1)
        .map(part => part.replaceAll("~1", "/").replaceAll("~0", "~"))
        .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

function dotted(path: readonly (string | number)[]): string {
    return path.map((part, i) => (typeof part === "number" ? `[${String(part)}]` : i === 0 ? part : `.${part}`)).join("");
}

function readSettings(value: unknown, names: ReadonlyMap<string, Policy>): Readonly<Record<string, SettingValues>> {
    if (value === undefined) return {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new ConfigurationError(`'${NAMESPACE}:settings' must be of type object, by policy name`, ["settings"]);
    }
    const settings: Record<string, SettingValues> = {};
    for (const [name, entry] of Object.entries(value)) {
        const policy = policyNamed(name, names, ["settings", name]);
        settings[policy.name] = checkSettings(policy, entry, ["settings", name]);
    }
    return settings;
}

function checkWaiver(waiver: Waiver, i: number, names: ReadonlyMap<string, Policy>, today: string): Waiver {
    const policy = policyNamed(waiver.policy, names, ["waivers", i, "policy"]);
    const fault = (key: keyof Waiver, message: string): ConfigurationError =>
        new ConfigurationError(`'${NAMESPACE}:waivers[${String(i)}].${key}' ${message}`, ["waivers", i, key]);
    if (policy.severity === "critical" && hasWildcard(waiver.resource))
        throw fault("resource", `is a pattern, but '${policy.name}' is critical: name one resource`);
    if (daysBetween(waiver.approvedOn, waiver.expires) < 0) throw fault("expires", "lies before approvedOn");
    if (daysBetween(today, waiver.approvedOn) > 0) throw fault("approvedOn", `lies in the future (today is ${today})`);
    return { ...waiver, policy: policy.name };
}

function checkInheritance(entry: Inheritance, i: number, names: ReadonlyMap<string, Policy>): Inheritance {
    const path = ["inheritedFrom", i] as const;
    if ((entry.policy === undefined) === (entry.commitment === undefined)) {
        throw new ConfigurationError(`'${NAMESPACE}:inheritedFrom[${String(i)}]' must name either a policy or a commitment`, path);
    }
    if (entry.policy !== undefined) return { ...entry, policy: policyNamed(entry.policy, names, [...path, "policy"]).name };
    const ids = COMMITMENTS.map(commitment => commitment.id) as readonly string[];
    if (!ids.includes(entry.commitment ?? "")) {
        throw new ConfigurationError(`unknown commitment '${entry.commitment ?? ""}'${didYouMean(entry.commitment ?? "", ids)}`, [
            ...path,
            "commitment",
        ]);
    }
    return entry;
}
