import type { ResourceValidationArgs, PolicyResource } from "@pulumi/policy";
import { canonicalType } from "../policy/families";
import type { Props, ProviderReference, Resource, Value } from "../policy/resource";
import { isRecord, markUnknowns } from "../policy/values";
import { UNKNOWN } from "../policy/unknown";

/**
 * The properties behind the SDK's proxy, which throws on reading an unknown value. Property descriptors do not pass through its only
 * trap, so the sentinels can be read and marked instead.
 */
export function unproxied(proxy: object): Props {
    return markUnknowns(rawProps(proxy)) as Props;
}

/** The same with the protocol's words for what is unknown. */
export function rawProps(proxy: object): Record<string, unknown> {
    const props: Record<string, unknown> = {};
    for (const key of Object.keys(proxy)) {
        const value: unknown = Object.getOwnPropertyDescriptor(proxy, key)?.value;
        if (value !== undefined) props[key] = value;
    }
    return props;
}

/** Is it nothing but what JSON has words for: no secret, file or folder? */
export function isPlain(value: unknown): boolean {
    if (Array.isArray(value)) return value.every(isPlain);
    return typeof value !== "object" || value === null || (isRecord(value) && Object.values(value).every(isPlain));
}

let latestProvider: { readonly urn: string; readonly reference: ProviderReference } | undefined;

function provider(args: NonNullable<ResourceValidationArgs["provider"]>): ProviderReference {
    // One provider serves most of a stack's resources: converted once while it stays the same.
    if (latestProvider?.urn === args.urn) return latestProvider.reference;
    const reference = { urn: args.urn, type: args.type, name: args.name, props: unproxied(args.props) };
    latestProvider = { urn: args.urn, reference };
    return reference;
}

/** A resource as `Analyze` hands it over: inputs, no relations. */
export function observeResource(args: ResourceValidationArgs, props = unproxied(args.props)): Resource {
    return {
        urn: args.urn,
        token: args.type,
        type: canonicalType(args.type),
        name: args.name,
        props,
        custom: args.provider !== undefined,
        ...(args.opts.parent === undefined ? {} : { parent: args.opts.parent }),
        ...(args.provider ? { provider: provider(args.provider) } : {}),
        dependencies: [],
        propertyDependencies: {},
        options: args.opts,
    };
}

/**
 * A resource as `AnalyzeStack` hands it over: outputs, and relations. What `Analyze` received of it before holds its inputs; a resource
 * that was never analysed (`--target`) is judged from its outputs, in which what is absent is unknown.
 */
export function observeInStack(args: PolicyResource, recorded: Resource | undefined): Resource {
    const outputs = unproxied(args.props);
    const id = outputs.id;
    const relations = {
        ...(args.parent ? { parent: args.parent.urn } : {}),
        ...(typeof id === "string" ? { id } : {}),
        outputs,
        dependencies: args.dependencies.map(d => d.urn),
        propertyDependencies: Object.fromEntries(Object.entries(args.propertyDependencies).map(([key, on]) => [key, on.map(d => d.urn)])),
    };
    if (recorded) return { ...recorded, ...relations };
    return {
        urn: args.urn,
        token: args.type,
        type: canonicalType(args.type),
        name: args.name,
        props: absentUnknown(outputs),
        inputsMissing: true,
        custom: args.provider !== undefined,
        ...(args.provider ? { provider: provider(args.provider) } : {}),
        ...relations,
        options: args.opts,
    };
}

/** Properties of which every absent one is UNKNOWN. */
export function absentUnknown(props: Props): Props {
    return new Proxy(props, {
        get: (target, key) => (typeof key === "string" && !Object.hasOwn(target, key) ? UNKNOWN : (Reflect.get(target, key) as Value)),
        has: () => true,
        getOwnPropertyDescriptor: (target, key) =>
            Reflect.getOwnPropertyDescriptor(target, key) ??
            (typeof key === "string" ? { value: UNKNOWN, configurable: true, enumerable: true, writable: true } : undefined),
    });
}
