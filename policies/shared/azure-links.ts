import type { Graph, Linked } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

/** The resources of Azure from which a property was made. A resource group says where something is, not what. */
export function madeFrom(graph: Graph, source: Resource, property: string): readonly Resource[] {
    return (source.propertyDependencies[property] ?? [])
        .map(urn => graph.get(urn))
        .filter(
            (resource): resource is Resource =>
                resource !== undefined && resource.type.startsWith("azure-native:") && resource.type !== "azure-native:resources:ResourceGroup",
        );
}

/**
 * Resources of `types` whose property is the target's own id. `graph.into` also follows what a value was made from, and that from what:
 * right for a name that is handed on, and wrong for an id, which is that of the resource that it was read from.
 */
export function byOwnId(graph: Graph, target: Resource, types: string | readonly string[], property: string): Linked {
    const linked = graph.into(target, types, property);
    const own = (source: Resource): boolean => {
        if (read(source.props, property) !== UNKNOWN) return true;
        const origins = madeFrom(graph, source, property);
        return origins.length === 0 || origins.includes(target);
    };
    return { ...linked, certain: linked.certain.filter(own), possible: linked.possible.filter(own) };
}
