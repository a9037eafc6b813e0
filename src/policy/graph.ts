import { type Identity, calls, identityOf, literalKeys, mayName } from "./identity";
import { mayMean } from "./place";
import type { Resource } from "./resource";
import { type Answer, UNKNOWN, and, every, or, some } from "./unknown";
import { readAll, text } from "./values";

/** Resources that a relation leads to. */
export interface Linked {
    /** Certainly related: by property dependency or by equal literal. */
    readonly certain: readonly Resource[];
    /** Perhaps related: the link's value is not known. */
    readonly possible: readonly Resource[];
    /** The link is set but leads to nothing that this stack holds for certain. */
    readonly outside: boolean;
}

/**
 * Does one of the linked resources satisfy the test? A possible one that would makes UNKNOWN, and so does a link that leads out of the
 * stack; a possible one that would not changes nothing.
 */
export function linkedSatisfies(linked: Linked, test: (resource: Resource) => Answer): Answer {
    return or(
        some(linked.certain, test),
        some(linked.possible, r => and(UNKNOWN, test(r))),
        linked.outside ? UNKNOWN : false,
    );
}

/** Do all of the linked resources satisfy the test? None at all: true. */
export function everyLinked(linked: Linked, test: (resource: Resource) => Answer): Answer {
    return and(
        every(linked.certain, test),
        every(linked.possible, r => or(UNKNOWN, test(r))),
        linked.outside ? UNKNOWN : true,
    );
}

interface Source {
    readonly resource: Resource;
    /** The top-level property, in lower case. */
    readonly key: string;
    /** URNs in this stack from which the property was made. */
    readonly dependencies: readonly string[];
    readonly literals: readonly string[];
    readonly unknown: boolean;
}

interface Index {
    readonly sources: readonly Source[];
    readonly byDependency: ReadonlyMap<string, readonly Source[]>;
    readonly byLiteral: ReadonlyMap<string, readonly Source[]>;
    readonly unknown: readonly Source[];
    readonly withLiterals: readonly Source[];
}

interface Names {
    readonly byName: ReadonlyMap<string, readonly Resource[]>;
    readonly unknownName: readonly Resource[];
}

/** Azure and Entra are one: a subscription and its tenant. */
export type Cloud = "aws" | "microsoft";
const CLOUD = /^(?:pulumi:providers:)?(aws|azure-native|azuread)(?=:|$)/;

/** The resources of one stack and the relations between them. Every relation is indexed once, when it is first asked for. */
export class Graph {
    private readonly byUrn = new Map<string, Resource>();
    private readonly byType = new Map<string, Resource[]>();
    private usedClouds: ReadonlySet<Cloud> | undefined;
    private readonly indexes = new Map<string, Index>();
    private readonly identities = new Map<string, Identity>();
    private readonly names = new Map<string, Names>();
    private readonly reached = new Map<string, Reach>();

    /** By URN, so that no verdict hangs on the order in which the engine, which changes it from run to run, or a state lists them. */
    readonly resources: readonly Resource[];

    /** @param root the root stack resource, on which findings about what is missing fall. */
    constructor(
        resources: readonly Resource[],
        readonly root: Resource,
    ) {
        this.resources = [...resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
        for (const resource of this.resources) {
            this.byUrn.set(resource.urn, resource);
            const group = this.byType.get(resource.type);
            if (group) group.push(resource);
            else this.byType.set(resource.type, [resource]);
        }
    }

    /** The clouds that the stack uses, by its resources and providers. */
    get clouds(): ReadonlySet<Cloud> {
        return (this.usedClouds ??= new Set(
            [...this.byType.keys()].flatMap(type => CLOUD.exec(type)?.[1] ?? []).map(name => (name === "aws" ? "aws" : "microsoft")),
        ));
    }

    get(urn: string): Resource | undefined {
        return this.byUrn.get(urn);
    }

    /** The managed resources of these families, without those that are only read. */
    of(...types: readonly string[]): readonly Resource[] {
        const found = types.flatMap(type => this.byType.get(type) ?? []);
        return found.some(r => r.read) ? found.filter(r => !r.read) : found;
    }

    /** Resources of `types` whose property at one of `paths` names `target`: "which access blocks are this bucket's?" */
    into(target: Resource, types: string | readonly string[], paths: string | readonly string[]): Linked {
        const certain = new Set<Resource>();
        const possible = new Set<Resource>();
        for (const type of asList(types)) {
            for (const path of asList(paths)) this.collectInto(target, this.index(type, path), certain, possible);
        }
        certain.delete(target);
        possible.delete(target);
        return { certain: [...certain], possible: [...possible].filter(r => !certain.has(r)), outside: false };
    }

    private collectInto(target: Resource, index: Index, certain: Set<Resource>, possible: Set<Resource>): void {
        for (const source of index.byDependency.get(target.urn) ?? []) certain.add(source.resource);
        const identity = this.identity(target);
        for (const name of identity.names) {
            for (const source of index.byLiteral.get(name) ?? []) {
                if (this.isMadeFromAnother(source, target.type)) continue;
                const means = some(source.literals, l => and(this.calls(l, target), mayMean(l, source.resource, target)));
                if (means === true) certain.add(source.resource);
                else if (means === UNKNOWN) possible.add(source.resource);
            }
        }
        for (const source of index.unknown) {
            if (certain.has(source.resource)) continue;
            const { sure, reached } = this.reach(source.dependencies, target.type, source.key);
            if (sure && reached.has(target.urn) && reached.size === 1) certain.add(source.resource);
            else if (reached.size > 0 ? reached.has(target.urn) : source.dependencies.length === 0 || identity.unknownName)
                possible.add(source.resource);
        }
        if (identity.unknownName) {
            for (const source of index.withLiterals) {
                if (!certain.has(source.resource) && !source.literals.some(l => this.named(l, target.type).length > 0)) possible.add(source.resource);
            }
        }
    }

    /** A single value that was made from a resource of the type says by that which it means, whatever others are called. */
    private isMadeFromAnother(source: Source, type: string): boolean {
        return source.literals.length === 1 && source.dependencies.some(urn => this.byUrn.get(urn)?.type === type);
    }

    /** Resources of `types` that `source` names at `path`: "which key does this volume use?" */
    from(source: Resource, path: string, types: string | readonly string[]): Linked {
        const wanted = asList(types);
        const link = this.sourceOf(source, path);
        const certain = new Set<Resource>();
        const possible = new Set<Resource>();
        let set = link.unknown || link.literals.length > 0;
        for (const type of wanted) {
            const { sure, reached } = this.reach(link.dependencies, type, link.key);
            for (const urn of reached) {
                const target = this.byUrn.get(urn);
                if (target && !target.read) (sure ? certain : possible).add(target);
            }
            for (const literal of this.isMadeFromAnother(link, type) ? [] : link.literals) {
                for (const target of this.named(literal, type)) {
                    const same = mayMean(literal, source, target);
                    if (same === true) certain.add(target);
                    else if (same === UNKNOWN) possible.add(target);
                }
            }
        }
        if (certain.size > 0) set = true;
        else if (link.unknown) for (const type of wanted) for (const target of this.of(type)) possible.add(target);
        else if (link.literals.length > 0) for (const type of wanted) for (const target of this.namesOf(type).unknownName) possible.add(target);
        certain.delete(source);
        possible.delete(source);
        return { certain: [...certain], possible: [...possible], outside: set && certain.size === 0 };
    }

    /** Resources of the type that a literal calls by name, ARN or id. */
    named(literal: string, type: string): readonly Resource[] {
        const { byName } = this.namesOf(type);
        const found = literalKeys(literal).flatMap(key => byName.get(key) ?? []);
        return found.filter(r => this.calls(literal, r));
    }

    private calls(literal: string, resource: Resource): boolean {
        return calls(literal, this.identity(resource), resource.type) && mayName(literal, resource);
    }

    private sourceOf(resource: Resource, path: string): Source {
        const top = /^[^.[]+/.exec(path)?.[0] ?? path;
        const dependencies = (resource.propertyDependencies[top] ?? []).filter(urn => this.byUrn.has(urn));
        const literals: string[] = [];
        let unknown = false;
        for (const { value } of readAll(resource.props, path)) {
            if (value === UNKNOWN) unknown = true;
            else if (Array.isArray(value)) {
                for (const element of value) {
                    if (element === UNKNOWN) unknown = true;
                    else if (text(element as never) !== "") literals.push(text(element as never));
                }
            } else if (text(value) !== "") literals.push(text(value));
        }
        return { resource, key: top.toLowerCase(), dependencies, literals, unknown };
    }

    private index(type: string, path: string): Index {
        const key = `${type} ${path}`;
        let index = this.indexes.get(key);
        if (!index) {
            const sources: Source[] = [];
            const byDependency = new Map<string, Source[]>();
            const byLiteral = new Map<string, Source[]>();
            for (const resource of this.of(type)) {
                const source = this.sourceOf(resource, path);
                if (!source.unknown && source.literals.length === 0) continue;
                sources.push(source);
                for (const urn of source.dependencies) push(byDependency, urn, source);
                for (const literal of source.literals) for (const name of literalKeys(literal)) push(byLiteral, name, source);
            }
            index = {
                sources,
                byDependency,
                byLiteral,
                unknown: sources.filter(s => s.unknown),
                withLiterals: sources.filter(s => s.literals.length > 0),
            };
            this.indexes.set(key, index);
        }
        return index;
    }

    private identity(resource: Resource): Identity {
        let identity = this.identities.get(resource.urn);
        if (!identity) {
            identity = identityOf(resource);
            this.identities.set(resource.urn, identity);
        }
        return identity;
    }

    private namesOf(type: string): Names {
        let names = this.names.get(type);
        if (!names) {
            const byName = new Map<string, Resource[]>();
            const unknownName: Resource[] = [];
            for (const resource of this.of(type)) {
                const identity = this.identity(resource);
                for (const name of identity.names) push(byName, name, resource);
                if (identity.unknownName) unknownName.push(resource);
            }
            names = { byName, unknownName };
            this.names.set(type, names);
        }
        return names;
    }

    /**
     * The resources of a type to which the dependencies of a property lead: themselves, or what they in turn were made from
     * (`bucket: versioning.bucket` names the bucket that the versioning names). Only a property of a like name says so for sure: what else a
     * value was made from may be anything.
     */
    private reach(dependencies: readonly string[], type: string, key: string): Reach {
        if (dependencies.length === 0) return NOWHERE;
        const direct = dependencies.filter(urn => this.byUrn.get(urn)?.type === type);
        if (direct.length > 0) return { sure: true, reached: new Set(direct) };
        const all = dependencies.map(urn => this.reachFrom(urn, type, key));
        const sure = all.filter(r => r.sure && r.reached.size > 0);
        return { sure: sure.length > 0, reached: new Set((sure.length > 0 ? sure : all).flatMap(r => [...r.reached])) };
    }

    private reachFrom(urn: string, type: string, key: string): Reach {
        const question = `${type} ${key} ${urn}`;
        const known = this.reached.get(question);
        if (known) return known;
        this.reached.set(question, NOWHERE); // a cycle leads nowhere
        const entries = Object.entries(this.byUrn.get(urn)?.propertyDependencies ?? {});
        const alike = entries.filter(([name]) => isAlike(name.toLowerCase(), key));
        const through = (some: typeof entries): Reach => this.reach([...new Set(some.flatMap(([, urns]) => urns))], type, key);
        const sure = through(alike);
        const found = sure.sure && sure.reached.size > 0 ? sure : { sure: false, reached: through(entries).reached };
        this.reached.set(question, found);
        return found;
    }
}

interface Reach {
    /** Certainly one of them: the value was handed on under a like name. */
    readonly sure: boolean;
    readonly reached: ReadonlySet<string>;
}

const NOWHERE: Reach = { sure: false, reached: new Set() };

/** "bucket" and "s3BucketName" may hand on one value; "bucket" and "tags" do not. Both in lower case. */
function isAlike(a: string, b: string): boolean {
    return a.includes(b) || b.includes(a);
}

function asList(value: string | readonly string[]): readonly string[] {
    return typeof value === "string" ? [value] : value;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    const group = map.get(key);
    if (group) group.push(value);
    else map.set(key, [value]);
}
