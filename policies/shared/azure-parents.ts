import type { Graph, Linked } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";

/** Do two children name the same parent? Databases of two servers may bear one name. @param path the property of both that names it. @param type its own. */
export function sameParent(graph: Graph, a: Resource, b: Resource, path: string, type: string): Answer {
    const first = read(a.props, path);
    const second = read(b.props, path);
    if (first !== UNKNOWN && second !== UNKNOWN) return text(first ?? "").toLowerCase() === text(second ?? "").toLowerCase();
    const parents = graph.from(a, path, type).certain;
    const others = graph.from(b, path, type).certain;
    if (parents.some(parent => others.includes(parent))) return true;
    return parents.length > 0 && others.length > 0 ? false : UNKNOWN;
}

/**
 * Of what is linked to a child by its name, that which names the same parent.
 * @param path the property of both that names the parent. @param type the parent's.
 */
export function ofSameParent(graph: Graph, linked: Linked, child: Resource, path: string, type: string): Linked {
    const answers = new Map([...linked.certain, ...linked.possible].map(other => [other, sameParent(graph, child, other, path, type)]));
    return {
        certain: linked.certain.filter(other => answers.get(other) === true),
        possible: [...answers.keys()].filter(
            other => answers.get(other) === UNKNOWN || (answers.get(other) === true && !linked.certain.includes(other)),
        ),
        outside: linked.outside,
    };
}
