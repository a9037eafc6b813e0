import type { StackCheck } from "../../src/policy/check";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

const BROAD = /^\/?$|^\/?(subscriptions|providers\/microsoft\.management\/managementgroups)\/[^/]+\/?$/i;

/** Is the scope a subscription, a management group or all of the tenant? One made from a resource of the stack is that resource. */
export function isBroad({ graph, resource }: Pick<StackCheck, "graph" | "resource">, property: string, scope: Value): Answer {
    if (scope !== UNKNOWN) return BROAD.test(text(scope).trim());
    const made = (resource.propertyDependencies[property] ?? []).map(urn => graph.get(urn)?.type ?? "");
    const narrow = made.length > 0 && made.every(type => /^azure-native:(?!management:|subscription:)/.test(type));
    return narrow ? false : UNKNOWN;
}
