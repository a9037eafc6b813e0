import { readFileSync } from "node:fs";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { InputError } from "../errors";

/** A point in time as YAML writes it without quotes. The CLI gives it different texts in different places. */
export class Timestamp {
    constructor(readonly time: Date) {}

    /** As Go's `time.Time.String`: "2026-12-31 00:00:00 +0000 UTC". */
    toGoText(): string {
        const iso = this.time.toISOString();
        const fraction = iso.slice(20, 23).replace(/0+$/, "");
        return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction === "" ? "" : `.${fraction}`} +0000 UTC`;
    }

    /** As Go's JSON encoder: "2026-12-31T00:00:00Z". */
    toRfc3339(): string {
        return this.time.toISOString().replace(/\.?0*Z$/, "Z");
    }
}

/** What a YAML file holds once read. */
export type YamlValue = null | boolean | number | string | bigint | Timestamp | readonly YamlValue[] | YamlMap;
export interface YamlMap {
    readonly [key: string]: YamlValue;
}

/** A YAML file with the lines its parts stand on. */
export interface YamlFile {
    readonly path: string;
    readonly value: YamlValue;
    /** The line of the node at these keys, or of the nearest one that contains it; counted from 1. */
    lineOf(...keys: readonly (string | number)[]): number | undefined;
}

export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Timestamp);
}

/**
 * Reads a YAML file as the Pulumi CLI's own reader (go-yaml v3) does. `name` is what messages call it.
 * Throws InputError where the file cannot be read or is no YAML.
 */
export function readYaml(path: string, name: string): YamlFile {
    let text: string;
    try {
        text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    } catch (error) {
        throw new InputError(`cannot be read: ${error instanceof Error ? error.message : String(error)}`, { file: name, mend: "check the path" });
    }
    return parseYaml(text, name, path);
}

/** As `readYaml`, of a text. */
export function parseYaml(text: string, name: string, path = name): YamlFile {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, version: "1.2", merge: true, prettyErrors: false, logLevel: "error" });
    const [fault] = document.errors;
    if (fault) {
        const { line } = lines.linePos(fault.pos[0]);
        throw new InputError(`malformed YAML: ${fault.message}`, { file: name, line, mend: "mend the syntax at this line" });
    }
    const lineOf = (...keys: readonly (string | number)[]): number | undefined => {
        for (let depth = keys.length; depth >= 0; depth--) {
            const node: unknown = depth === 0 ? document.contents : keyNode(document, keys.slice(0, depth));
            const range = (node as Node | null | undefined)?.range;
            if (range) return lines.linePos(range[0]).line;
        }
        return undefined;
    };
    return { path, value: valueOf(document.contents, document), lineOf };
}

/** The key's own node where it is a map's key: its value may start on a later line. */
function keyNode(document: Document.Parsed, keys: readonly (string | number)[]): unknown {
    const parent: unknown = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const last = keys.at(-1);
    if (isMap(parent)) return parent.items.find(item => isScalar(item.key) && String(item.key.value) === String(last))?.key;
    return document.getIn(keys, true);
}

function valueOf(node: unknown, document: Document.Parsed): YamlValue {
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return valueOf(node.resolve(document), document);
    if (isScalar(node)) return node.type === "PLAIN" && node.tag === undefined ? plainScalar(node.source ?? "") : quoted(node.value);
    if (isSeq(node)) return node.items.map(item => valueOf(item, document));
    if (isMap(node)) {
        const map: Record<string, YamlValue> = {};
        for (const { key, value } of node.items) {
            const name = isScalar(key) ? (key.source ?? String(key.value)) : String(key);
            if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
                const merged = valueOf(value, document);
                for (const base of Array.isArray(merged) ? (merged as readonly YamlValue[]) : [merged]) {
                    if (isYamlMap(base)) for (const [k, v] of Object.entries(base)) map[k] ??= v;
                }
            } else map[name] = valueOf(value, document);
        }
        return map;
    }
    return null;
}

function quoted(value: unknown): YamlValue {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? value : null;
}

const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const TRUE = new Set(["true", "True", "TRUE"]);
const FALSE = new Set(["false", "False", "FALSE"]);

/** An unquoted scalar, resolved as go-yaml v3 does: dates are timestamps, a leading 0 means octal, "_" may group digits, yes and no are text. */
function plainScalar(text: string): YamlValue {
    if (NULLS.has(text)) return null;
    if (TRUE.has(text)) return true;
    if (FALSE.has(text)) return false;
    if (!/^[-+.0-9]/.test(text)) return text;
    return timestamp(text) ?? number(text.replaceAll("_", "")) ?? text;
}

function timestamp(text: string): Timestamp | undefined {
    const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:([Tt])| )(\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[-+]\d\d:\d\d)?)?$/.exec(text);
    if (!parts) return undefined;
    const [, year = "", month = "", day = "", t, hour = "0", minute = "0", second = "0", fraction = "", zone] = parts;
    // With a T a zone is required, with a space there must be none.
    if ((t !== undefined && zone === undefined) || (t === undefined && zone !== undefined)) return undefined;
    const pad = (part: string): string => part.padStart(2, "0");
    const time = new Date(`${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${fraction}${zone ?? "Z"}`);
    return Number.isNaN(time.getTime()) || (zone === undefined && time.getUTCDate() !== Number(day)) ? undefined : new Timestamp(time);
}

function number(text: string): number | bigint | undefined {
    const parts = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(text);
    if (parts) {
        const [, sign = "", hex, binary, octal, decimal] = parts;
        const whole =
            hex !== undefined
                ? BigInt(`0x${hex}`)
                : binary !== undefined
                  ? BigInt(`0b${binary}`)
                  : octal !== undefined
                    ? BigInt(`0o${octal}`)
                    : BigInt(decimal ?? "0");
        const signed = sign === "-" ? -whole : whole;
        return signed >= Number.MIN_SAFE_INTEGER && signed <= Number.MAX_SAFE_INTEGER ? Number(signed) : signed;
    }
    return /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A YAML value as readers of plain data take it: dates as YYYY-MM-DD. */
export function plainYaml(value: YamlValue): unknown {
    if (value instanceof Timestamp) return value.toRfc3339().slice(0, 10);
    if (Array.isArray(value)) return value.map(v => plainYaml(v as YamlValue));
    if (isYamlMap(value)) return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, plainYaml(v)]));
    return value;
}
