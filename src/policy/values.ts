import type { Props, Value } from "./resource";
import { type Answer, UNKNOWN, type Unknown } from "./unknown";

/** The strings by which the engine's protocol says that a value is not known yet (`@pulumi/policy` proxy.ts, `@pulumi/pulumi` rpc.ts). */
export const UNKNOWN_SENTINELS: ReadonlySet<string> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
    "030794c1-ac77-496b-92df-f27374a8bd58", // asset
    "e48ece36-62e2-4504-bad9-02848725956a", // archive
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** What `pulumi policy analyze` and `pulumi stack export` write for a secret that they cannot or may not show, whatever its type. */
const REDACTED = "[secret]";

function marked(text: string): Value {
    return text === REDACTED || (text.length === 36 && UNKNOWN_SENTINELS.has(text)) ? UNKNOWN : text;
}

/** Replaces, in place, every sentinel and redacted secret inside a plain value by UNKNOWN and returns the value. Objects with a class of their own (assets) are left alone. */
export function markUnknowns(value: unknown): Value {
    if (typeof value === "string") return marked(value);
    if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) {
            const element: unknown = value[i];
            if (typeof element === "string" || (typeof element === "object" && element !== null)) value[i] = markUnknowns(element);
        }
        return value as readonly Value[];
    }
    if (isRecord(value)) {
        const record = value as Record<string, unknown>;
        for (const key of Object.keys(record)) {
            const element = record[key];
            if (typeof element === "string" || (typeof element === "object" && element !== null)) record[key] = markUnknowns(element);
        }
    }
    return value as Value;
}

/** A plain object, as JSON has them. */
export function isRecord(value: unknown): value is Readonly<Record<string, Value>> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}

const PATHS = new Map<string, readonly string[]>();

/** "a.b[].c" as ["a", "b", "[]", "c"], and "a[2].b" as ["a", "2", "b"]. */
function steps(path: string): readonly string[] {
    let found = PATHS.get(path);
    if (!found) {
        found = path
            .replaceAll("[]", ".[]")
            .replaceAll(/\[(\d+)\]/g, ".$1")
            .split(".")
            .filter(step => step !== "");
        PATHS.set(path, found);
    }
    return found;
}

function step(value: Value, key: string): Value | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value) && /^\d+$/.test(key)) return value[Number(key)] as Value | undefined;
    // Where a provider's older major wrapped a single block in a list, the block is meant.
    const object = Array.isArray(value) ? (value.length === 1 ? (value[0] as Value) : undefined) : value;
    if (object === UNKNOWN) return UNKNOWN;
    return typeof object === "object" && object !== null && Object.hasOwn(object, key) ? (object as Readonly<Record<string, Value>>)[key] : undefined;
}

/** The value at a dotted path; `undefined` where it or a part before it is absent or null, UNKNOWN where it or a part before it is unknown. */
export function read(props: Value, path: string): Value | undefined {
    let value: Value | undefined = props;
    for (const key of steps(path)) {
        if (value === UNKNOWN) return UNKNOWN;
        if (value === undefined || value === null) return undefined;
        value = step(value, key);
    }
    return value === null ? undefined : value;
}

/** Where the first unknown value stands on the way to a path, or below it; `undefined` where all of that is known. */
export function unknownPath(props: Value, path: string): string | undefined {
    let value: Value | undefined = props;
    let at = "";
    for (const key of steps(path)) {
        if (value === UNKNOWN || value === undefined || key === "[]") break;
        const list = Array.isArray(value) && /^\d+$/.test(key);
        value = step(value, key);
        at = list ? `${at}[${key}]` : joined(at, key);
    }
    return value === undefined ? undefined : firstUnknown(value, at);
}

function firstUnknown(value: Value, at: string): string | undefined {
    if (value === UNKNOWN) return at;
    const parts: readonly (readonly [string, Value])[] = Array.isArray(value)
        ? (value as readonly Value[]).map((element, i) => [`${at}[${String(i)}]`, element])
        : isRecord(value)
          ? Object.entries(value).map(([key, part]) => [joined(at, key), part])
          : [];
    for (const [path, part] of parts) {
        const found = firstUnknown(part, path);
        if (found !== undefined) return found;
    }
    return undefined;
}

function joined(at: string, key: string): string {
    return at === "" ? key : `${at}.${key}`;
}

/** A value and the path at which it stands, with list positions in it: "ingress[2].cidrBlocks". */
export interface At {
    readonly path: string;
    readonly value: Value;
}

/**
 * Every value at a path in which "[]" stands for each element of a list ("ingress[].cidrBlocks[]"). A single value where a list is
 * expected counts as a list of one. An unknown list gives one UNKNOWN under the list's own path; what is absent gives nothing.
 */
export function readAll(props: Value, path: string): readonly At[] {
    let found: At[] = [{ path: "", value: props }];
    for (const key of steps(path)) {
        const next: At[] = [];
        for (const at of found) {
            if (at.value === UNKNOWN) next.push(at);
            else if (key === "[]") {
                if (Array.isArray(at.value)) at.value.forEach((element: Value, i) => next.push({ path: `${at.path}[${String(i)}]`, value: element }));
                else next.push(at);
            } else {
                const value = step(at.value, key);
                if (value !== undefined && value !== null) next.push({ path: at.path === "" ? key : `${at.path}.${key}`, value });
            }
        }
        found = next;
    }
    return found.filter(at => at.value !== null);
}

/** The answer to "is it set?": always known of a property at the top, where only a block about which nothing is known leaves it open. */
export type IsSet<P extends string> = string extends P ? Answer : P extends `${string}.${string}` ? Answer : boolean;

/** Is it set? An unknown value is set; inside a block that is unknown as a whole, it cannot be told. */
export function isSet<const P extends string>(props: Props, path: P): IsSet<P>;
export function isSet(props: Value, path: string): Answer;
export function isSet(props: Value, path: string): Answer {
    return stands(props, path, value => value !== undefined);
}

/** Is it set to something, if only to what is not known yet? Empty text says nothing. */
export function isFilled<const P extends string>(props: Props, path: P): IsSet<P>;
export function isFilled(props: Value, path: string): Answer;
export function isFilled(props: Value, path: string): Answer {
    return stands(props, path, value => value !== undefined && value !== "");
}

function stands(props: Value, path: string, test: (value: Value | undefined) => boolean): Answer {
    const all = steps(path);
    let value: Value | undefined = props;
    for (const [i, key] of all.entries()) {
        if (value === undefined || value === null) break;
        if (value === UNKNOWN) return UNKNOWN;
        value = step(value, key);
        // A block in a list of one, as older majors have it, is the block.
        if (i < all.length - 1 && Array.isArray(value) && value.length === 1) value = value[0] as Value;
    }
    return test(value ?? undefined);
}

/** A boolean that providers also write as text: true, "true", "Enabled", "on", "1". Anything else known is false; absent stays absent. */
export function truth(value: Value | undefined): boolean | Unknown | undefined {
    if (value === undefined || value === UNKNOWN || typeof value === "boolean") return value;
    if (value === null) return undefined;
    return ["true", "1", "yes", "on", "enabled"].includes(text(value).toLowerCase());
}

/** A scalar as text; lists and objects as "". */
export function text(value: Exclude<Value, Unknown>): string {
    return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The value as a list: a single value is a list of one, absent and null are none; an unknown list is UNKNOWN. */
export function list(value: Value | undefined): readonly Value[] | Unknown {
    if (value === undefined || value === null) return [];
    if (value === UNKNOWN) return UNKNOWN;
    return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

/** Words of the field compare without regard to case where the provider's API does. */
export function sameWord(a: string, b: string): boolean {
    return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

export type { Props, Value };
