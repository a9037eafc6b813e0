import type { Graph } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

/**
 * Is what the property names one of a setting's entries? An entry is the text itself, in which "*" stands for anything, or calls a resource of
 * the stack by its name, ARN or id.
 */
export function isListed(graph: Graph, source: Resource, path: string, type: string, entries: readonly string[]): Answer {
    if (entries.length === 0) return false;
    const value = read(source.props, path);
    const word = value === UNKNOWN || value === undefined ? undefined : text(value);
    if (word !== undefined && entries.some(entry => matchesWildcard(entry, word))) return true;
    const listed = new Set(entries.flatMap(entry => graph.named(entry, type)));
    if (graph.from(source, path, type).certain.some(resource => listed.has(resource))) return true;
    return value === UNKNOWN ? UNKNOWN : false;
}
