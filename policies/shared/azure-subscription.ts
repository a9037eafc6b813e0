import type { StackCheck } from "../../src/policy/check";
import type { Graph } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, or, some } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { isBroad } from "./azure-scopes";

export const PRICING = "azure-native:security:Pricing";

/** Is the Defender plan one of a whole subscription, not of a single resource? */
export function isSubscriptionPlan(graph: Graph, plan: Resource): Answer {
    return isBroad({ graph, resource: plan }, "scopeId", read(plan.props, "scopeId") ?? UNKNOWN);
}

/** Does the stack look after the security of a subscription? By its role in the estate, or because it holds the subscription's Defender plans. */
export function setsUpSubscription({ graph, estate }: Pick<StackCheck, "graph" | "estate">): Answer {
    return or(
        estate.holds.includes("account-baseline"),
        some(graph.of(PRICING), plan => isSubscriptionPlan(graph, plan)),
    );
}
