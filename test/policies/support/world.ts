import { canonicalType } from "../../../src/policy/families";
import type { ProviderReference, Props, Resource } from "../../../src/policy/resource";
import { STACK_TYPE } from "../../../src/policy/resource";
import type { Case, CaseResource } from "./cases";

/** The day of the tests. */
export const TODAY = "2026-11-22";
export const PROJECT = "records";
export const STACK = "test";

const ROOT_URN = `urn:pulumi:${STACK}::${PROJECT}::${STACK_TYPE}::${PROJECT}-${STACK}`;

/** The resources of a case, and the root stack, as a preview observes them. */
export function worldOf({ resources }: Case): Resource[] {
    const urns = new Map<CaseResource, string>();
    const all: CaseResource[] = [];
    const visit = (resource: CaseResource): void => {
        if (urns.has(resource)) return;
        urns.set(resource, urnOf(resource, resource.name ?? nameOf(resource.type, urns.size + 1)));
        for (const links of Object.values(resource.links)) for (const link of [links].flat()) visit(link);
        all.push(resource);
    };
    for (const resource of resources) visit(resource);
    return [stackResource(), ...all.map(r => toResource(r, urns))];
}

function stackResource(): Resource {
    return {
        urn: ROOT_URN,
        token: STACK_TYPE,
        type: STACK_TYPE,
        name: `${PROJECT}-${STACK}`,
        props: {},
        custom: false,
        dependencies: [],
        propertyDependencies: {},
    };
}

function toResource(resource: CaseResource, urns: ReadonlyMap<CaseResource, string>): Resource {
    const urn = urns.get(resource) ?? "";
    const propertyDependencies = Object.fromEntries(
        Object.entries(resource.links).map(([property, links]) => [property, [links].flat().map(link => urns.get(link) ?? "")]),
    );
    return {
        urn,
        token: resource.type,
        type: canonicalType(resource.type),
        name: urn.split("::").at(-1) ?? "",
        props: resource.props as Props,
        custom: true,
        ...(resource.read ? { read: true } : {}),
        parent: ROOT_URN,
        provider: providerOf(resource.type),
        dependencies: [...new Set(Object.values(propertyDependencies).flat())],
        propertyDependencies,
    };
}

function providerOf(token: string): ProviderReference {
    const type = `pulumi:providers:${token.split(":", 1)[0] ?? ""}`;
    return { urn: `urn:pulumi:${STACK}::${PROJECT}::${type}::default`, type, name: "default", props: {} };
}

function urnOf(resource: CaseResource, name: string): string {
    return `urn:pulumi:${STACK}::${PROJECT}::${resource.type}::${name}`;
}

function nameOf(type: string, n: number): string {
    const word = type.split(":").at(-1) ?? "resource";
    return `${word.charAt(0).toLowerCase()}${word.slice(1)}${String(n)}`;
}
