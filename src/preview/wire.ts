import type { Props, Value } from "../policy/resource";
import { markUnknowns } from "../policy/values";

/** How the engine's protocol writes what JSON has no word for (`@pulumi/pulumi` runtime/rpc.ts). */
export const SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/**
 * What stands for an encrypted configuration value: another of the protocol's words for unknown, which a program that parses numbers takes for
 * none (the usual one begins with digits).
 */
export const ENCRYPTED = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** A property bag as it travels: JSON, in which special objects carry a signature. */
export type Wire = Record<string, unknown>;

/** A file, text or URI; opaque to policies. */
export class Asset {
    constructor(readonly content: Wire) {}
}

/** A folder, a file or a map of assets; opaque to policies. */
export class Archive {
    constructor(readonly content: Wire) {}
}

function isWire(value: unknown): value is Wire {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapValues(value: Wire, change: (element: unknown) => unknown): Wire {
    const result: Wire = {};
    for (const key of Object.keys(value)) result[key] = change(value[key]);
    return result;
}

/** As a policy sees it: secrets unwrapped, unknowns as UNKNOWN, a reference to a resource as its id, or its URN where it has none. */
export function toProps(bag: Wire): Props {
    return markUnknowns(mapValues(bag, toPlain)) as Props;
}

/** As `toProps`, of one value, with unknowns still as the sentinel. */
export function toPlain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(toPlain);
    if (typeof value === "string") return known(value);
    if (!isWire(value)) return value;
    switch (value[SIGNATURE]) {
        case undefined:
            return mapValues(value, toPlain);
        case OUTPUT:
            return "value" in value ? toPlain(value.value) : SENTINEL;
        case SECRET:
            return toPlain(value.value);
        case RESOURCE: {
            if (!("id" in value)) return value.urn;
            const id = toPlain(value.id);
            return typeof id === "string" && id !== "" ? id : SENTINEL;
        }
        case ASSET:
            return new Asset(withoutSignature(value));
        case ARCHIVE:
            return new Archive(withoutSignature(value));
        default:
            return mapValues(value, toPlain);
    }
}

/** Text that an encrypted value is part of is unknown as a whole. */
function known(text: string): string {
    return text.length >= ENCRYPTED.length && text.includes(ENCRYPTED) ? SENTINEL : text;
}

function withoutSignature(value: Wire): Wire {
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== SIGNATURE));
}

/** As the engine answers it: output values become secrets, unknowns or plain values, which loses their dependencies. */
export function downgrade(bag: Wire, keepSecrets: boolean): Wire {
    const lower = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(lower);
        if (typeof value === "string") return known(value);
        if (!isWire(value)) return value;
        if (value[SIGNATURE] === OUTPUT) {
            const element = "value" in value ? lower(value.value) : SENTINEL;
            return value.secret === true && keepSecrets ? secret(element) : element;
        }
        if (value[SIGNATURE] === SECRET && !keepSecrets) return lower(value.value);
        return mapValues(value, lower);
    };
    return mapValues(bag, lower);
}

export function secret(value: unknown): Wire {
    return { [SIGNATURE]: SECRET, value };
}

export function isSecret(value: unknown): boolean {
    return isWire(value) && (value[SIGNATURE] === SECRET || (value[SIGNATURE] === OUTPUT && value.secret === true));
}

/** Adds the URNs that the output values inside a value were made from. */
export function addDependencies(urns: Set<string>, value: unknown): void {
    if (Array.isArray(value)) for (const element of value) addDependencies(urns, element);
    else if (isWire(value)) {
        if (value[SIGNATURE] === OUTPUT && Array.isArray(value.dependencies)) {
            for (const urn of value.dependencies) if (typeof urn === "string") urns.add(urn);
        }
        for (const key of Object.keys(value)) if (key !== "dependencies" || value[SIGNATURE] !== OUTPUT) addDependencies(urns, value[key]);
    }
}

/** Makes top-level properties output values that carry their dependencies, so that a transform which moves them keeps these. */
export function upgrade(bag: Wire, dependencies: ReadonlyMap<string, ReadonlySet<string>>): Wire {
    const result: Wire = {};
    for (const [key, value] of Object.entries(bag)) {
        const wanted = dependencies.get(key) ?? new Set<string>();
        const carried = new Set<string>();
        addDependencies(carried, value);
        result[key] = [...wanted].every(urn => carried.has(urn)) ? value : output(value, wanted);
    }
    return result;
}

function output(value: unknown, dependencies: ReadonlySet<string>): Wire {
    const all = new Set(dependencies);
    let result: Wire = { [SIGNATURE]: OUTPUT, value };
    if (value === SENTINEL) result = { [SIGNATURE]: OUTPUT };
    else if (isWire(value) && value[SIGNATURE] === SECRET) {
        result = { [SIGNATURE]: OUTPUT, secret: true, ...(value.value === SENTINEL ? {} : { value: value.value }) };
    } else if (isWire(value) && value[SIGNATURE] === OUTPUT) {
        result = { ...value };
        if (Array.isArray(value.dependencies)) for (const urn of value.dependencies) if (typeof urn === "string") all.add(urn);
    }
    return { ...result, dependencies: [...all] };
}

/** One plain value as a policy sees it. */
export function toValue(value: unknown): Value {
    return markUnknowns(toPlain(value));
}

/** Does the bag hold a file or a folder anywhere? */
export function holdsFiles(value: unknown): boolean {
    if (Array.isArray(value)) return value.some(holdsFiles);
    return isWire(value) && (value[SIGNATURE] === ASSET || value[SIGNATURE] === ARCHIVE || Object.values(value).some(holdsFiles));
}

/** A bag in which a plain value stands at a path, and everything else as it was. What is secret, or stands in a secret, stays one. */
export function withValue(value: unknown, [step, ...rest]: readonly (string | number)[], plain: unknown): unknown {
    if (isWire(value) && (value[SIGNATURE] === SECRET || value[SIGNATURE] === OUTPUT))
        return { ...value, value: withValue(value.value, step === undefined ? [] : [step, ...rest], plain) };
    if (step === undefined) return plain;
    if (typeof step === "number") {
        const list = Array.isArray(value) ? [...(value as unknown[])] : [];
        list[step] = withValue(list[step], rest, plain);
        return list;
    }
    const record = isWire(value) ? value : {};
    return { ...record, [step]: withValue(record[step], rest, plain) };
}

/** Is what stands at the path secret, or part of something that is? */
export function isSecretAt(value: unknown, [step, ...rest]: readonly (string | number)[]): boolean {
    if (isSecret(value)) return true;
    const inner = isWire(value) && value[SIGNATURE] === OUTPUT ? value.value : value;
    if (step === undefined) return false;
    return (isWire(inner) || Array.isArray(inner)) && isSecretAt((inner as Readonly<Record<string | number, unknown>>)[step], rest);
}
