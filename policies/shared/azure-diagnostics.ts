import { isOneOf } from "../../src/policy/check";
import { type Graph, type Linked, linkedSatisfies } from "../../src/policy/graph";
import { ownNameProperties } from "../../src/policy/identity";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, isUnknown, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text, truth } from "../../src/policy/values";
import { byOwnId, madeFrom } from "./azure-links";

export const DIAGNOSTIC_SETTING = "azure-native:monitor:DiagnosticSetting";
export const DIRECTORY_SETTING = "azure-native:aadiam:DiagnosticSetting";
export const SUBSCRIPTION_SETTING = "azure-native:monitor:SubscriptionDiagnosticSetting";

/** Groups of categories that hold a service's audit records. */
export const AUDIT_GROUPS = ["audit", "allLogs"];

/** Where a diagnostic setting can send what it collects. */
const DESTINATIONS = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"];

export function hasDestination(setting: Resource): Answer {
    return DESTINATIONS.some(path => isFilled(setting.props, path));
}

/** Does the setting collect logs of one of the categories, or of a group that has them? Of any where none are named. */
export function collects(setting: Resource, categories: readonly string[] = [], groups: readonly string[] = []): Answer {
    return some(list(read(setting.props, "logs")), entry => {
        if (isUnknown(entry)) return UNKNOWN;
        const wanted =
            categories.length + groups.length === 0 ||
            or(isOneOf(read(entry, "category"), categories), isOneOf(read(entry, "categoryGroup"), groups));
        return and(truth(read(entry, "enabled")) ?? false, wanted);
    });
}

/** Do the settings, taken together, collect each of the categories and send it somewhere? */
export function sendEach(settings: Linked, categories: readonly string[], groups: readonly string[]): Answer {
    return every(categories, category => linkedSatisfies(settings, s => and(hasDestination(s), collects(s, [category], groups))));
}

/** The diagnostic settings of a resource. */
export function settingsOf(graph: Graph, resource: Resource): Linked {
    return byOwnId(graph, resource, DIAGNOSTIC_SETTING, "resourceUri");
}

/**
 * The diagnostic settings of a part of a resource that the program need not declare.
 * @param part how its id goes on after the resource's: "/databases/master". What an id that is not known yet goes on with is not known either.
 * @param child the type under which a program can declare it all the same, and the property that names the resource.
 */
export function settingsUnder(graph: Graph, resource: Resource, part: string, child?: { readonly type: string; readonly by: string }): Linked {
    const certain: Resource[] = [];
    const possible: Resource[] = [];
    const children = child ? graph.into(resource, child.type, child.by) : undefined;
    const unnamed = ownNameProperties(resource.type).some(path => read(resource.props, path) === UNKNOWN);
    for (const setting of graph.of(DIAGNOSTIC_SETTING)) {
        const uri = read(setting.props, "resourceUri");
        const origins = madeFrom(graph, setting, "resourceUri");
        if (children?.certain.some(one => origins.includes(one))) certain.push(setting);
        else if (children?.possible.some(one => origins.includes(one))) possible.push(setting);
        else if (uri === UNKNOWN) {
            if (origins.length === 0 || origins.includes(resource)) possible.push(setting);
        } else if (
            text(uri ?? "")
                .toLowerCase()
                .endsWith(part.toLowerCase())
        ) {
            const of = graph.named(text(uri ?? "").slice(0, -part.length), resource.type);
            if (of.includes(resource) || origins.includes(resource)) certain.push(setting);
            else if (unnamed && of.length === 0) possible.push(setting);
        }
    }
    return { certain, possible, outside: false };
}
