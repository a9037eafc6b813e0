import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { canonicalType } from "../policy/families";
import { PROVIDER_PREFIX, type ProviderReference, type Props, type Resource, STACK_TYPE, type Value } from "../policy/resource";
import { UNKNOWN } from "../policy/unknown";
import { markUnknowns } from "../policy/values";

/** A state as `pulumi stack export` writes it. */
export interface StackExport {
    /** As the user wrote it. */
    readonly path: string;
    readonly sha256: string;
    readonly project: string;
    readonly stack: string;
    readonly resources: readonly Resource[];
}

/** What the deployment's format holds of one resource (apitype.ResourceV3 of the Pulumi CLI). */
interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly custom?: boolean;
    readonly delete?: boolean;
    readonly external?: boolean;
    readonly id?: string;
    readonly inputs?: Record<string, unknown>;
    readonly outputs?: Record<string, unknown>;
    readonly parent?: string;
    readonly provider?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
    readonly protect?: boolean;
    readonly retainOnDelete?: boolean;
    readonly ignoreChanges?: readonly string[];
}

/** Marks that the state's format puts on values that are more than JSON (`sdk/go/common/resource/sig`). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** @throws InputError where the file cannot be read or is no export of version 3 or later. */
export function readExport(path: string): StackExport {
    let bytes: Buffer;
    try {
        bytes = readFileSync(path);
    } catch (error) {
        throw new InputError(`cannot be read: ${error instanceof Error ? error.message : String(error)}`, { file: path, mend: "check the path" });
    }
    const resources = deploymentResources(parse(bytes.toString("utf8"), path), path);
    const { project, stack } = namesOf(resources);
    return { path, sha256: createHash("sha256").update(bytes).digest("hex"), project, stack, resources: observe(resources) };
}

function parse(text: string, path: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw new InputError("is no complete JSON", { file: path, mend: "write it again with `pulumi stack export --file FILE`" });
    }
}

function deploymentResources(document: unknown, path: string): readonly StateResource[] {
    const mend = "write it with `pulumi stack export --file FILE`";
    if (!isObject(document) || !isObject(document.deployment))
        throw new InputError("is no stack export: it has no `deployment`", { file: path, mend });
    const { version } = document;
    if (typeof version !== "number" || version < 3)
        throw new InputError(`is an export of version ${String(version)}; version 3 or later is read`, { file: path, mend });
    const resources = document.deployment.resources ?? [];
    if (!Array.isArray(resources)) throw new InputError("`deployment.resources` is no list", { file: path, mend });
    const seen = new Set<string>();
    return resources.map((resource: unknown, i) => {
        if (!isObject(resource) || typeof resource.urn !== "string" || typeof resource.type !== "string") {
            throw new InputError(`resource ${String(i)} of the deployment has no urn or no type`, { file: path, mend });
        }
        if (!/^urn:pulumi:[^:]+::[^:]+::/.test(resource.urn))
            throw new InputError(`the urn of resource ${String(i)} of the deployment is none of Pulumi's`, { file: path, mend });
        if (resource.delete !== true) {
            if (seen.has(resource.urn))
                throw new InputError(`resource ${String(i)} of the deployment repeats the URN of another`, { file: path, mend });
            seen.add(resource.urn);
        }
        return resource as unknown as StateResource;
    });
}

function namesOf(resources: readonly StateResource[]): { project: string; stack: string } {
    const urn = (resources.find(r => r.type === STACK_TYPE) ?? resources[0])?.urn ?? "";
    const [stack, project] = urn.replace(/^urn:pulumi:/, "").split("::");
    return { project: project ?? "", stack: stack ?? "" };
}

function observe(all: readonly StateResource[]): Resource[] {
    const kept = all.filter(r => r.delete !== true);
    const providers = new Map(kept.filter(r => r.type.startsWith(PROVIDER_PREFIX)).map(r => [r.urn, r]));
    const converted = new Map<string, ProviderReference>();
    const providerOf = (reference: string | undefined): ProviderReference | undefined => {
        const urn = reference?.slice(0, reference.lastIndexOf("::"));
        if (urn === undefined || urn === "") return undefined;
        let provider = converted.get(urn);
        if (!provider) {
            provider = { urn, type: urn.split("::")[2]?.split("$").at(-1) ?? "", name: lastOf(urn), props: propsOf(providers.get(urn)?.inputs) };
            converted.set(urn, provider);
        }
        return provider;
    };
    return kept.map((r): Resource => {
        const provider = providerOf(r.provider);
        return {
            urn: r.urn,
            token: r.type,
            type: canonicalType(r.type),
            name: lastOf(r.urn),
            props: propsOf(r.inputs),
            outputs: propsOf(r.outputs),
            ...(r.id === undefined || r.id === "" ? {} : { id: r.id }),
            custom: r.custom === true,
            ...(r.external === true ? { read: true } : {}),
            ...(r.parent === undefined ? {} : { parent: r.parent }),
            ...(provider ? { provider } : {}),
            dependencies: r.dependencies ?? [],
            propertyDependencies: Object.fromEntries(Object.entries(r.propertyDependencies ?? {}).map(([property, urns]) => [property, urns ?? []])),
            options: { protect: r.protect === true, retainOnDelete: r.retainOnDelete === true, ignoreChanges: r.ignoreChanges ?? [] },
        };
    });
}

function lastOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

function propsOf(values: Record<string, unknown> | undefined): Props {
    return isObject(values) ? (markUnknowns(plain(values)) as Props) : {};
}

/** A state's value as plain data: encrypted secrets are unknown, references stand for the id, assets stay as they are written. */
function plain(value: unknown): Value | undefined {
    if (value === "[secret]") return UNKNOWN;
    if (Array.isArray(value)) return value.map(v => plain(v) ?? null);
    if (!isObject(value)) return value as Value;
    const signature = value[SIGNATURE];
    if (signature === SECRET) {
        if (typeof value.plaintext !== "string") return UNKNOWN;
        try {
            return plain(JSON.parse(value.plaintext) as unknown);
        } catch {
            return UNKNOWN;
        }
    }
    if (signature === OUTPUT) return "value" in value ? plain(value.value) : UNKNOWN;
    if (signature === REFERENCE)
        return typeof value.id === "string" && value.id !== "" ? value.id : typeof value.urn === "string" ? value.urn : UNKNOWN;
    const result: Record<string, Value> = {};
    for (const [key, v] of Object.entries(value)) {
        const known = plain(v);
        // Assigned as own property even where the key is "__proto__".
        if (known !== undefined) Object.defineProperty(result, key, { value: known, enumerable: true, configurable: true, writable: true });
    }
    return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
