import type { Graph } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, and, is, or, some } from "../../src/policy/unknown";
import { isRecord, list, read, text } from "../../src/policy/values";
import { runsWindows } from "./azure-machines";
import { locationOf } from "./azure-regions";

const GROUP = "azure-native:resources:ResourceGroup";

/** Is the resource in a group that the other names, by the same dependency or by an equal name? */
function sameGroup(graph: Graph, a: Resource, b: Resource): Answer {
    const groups = graph.from(a, "resourceGroupName", GROUP).certain;
    if (graph.from(b, "resourceGroupName", GROUP).certain.some(group => groups.includes(group))) return true;
    return is(read(a.props, "resourceGroupName"), x => is(read(b.props, "resourceGroupName"), y => same(x, y)));
}

function same(a: Value | undefined, b: Value | undefined): Answer {
    return is(a, x => is(b, y => text(x ?? "").toLowerCase() === text(y ?? "").toLowerCase()));
}

/** An empty list, and one that is left out, narrow nothing. */
function listed(values: Value | undefined, test: (value: Value) => Answer): Answer {
    const found = list(values);
    return or(found !== UNKNOWN && found.length === 0, some(found, test));
}

/**
 * Does a dynamic assignment of a maintenance configuration reach the machine, by its filter?
 * Source: learn.microsoft.com/azure/virtual-machines/maintenance-configurations#dynamic-scopes.
 */
export function coversByFilter(graph: Graph, assignment: Resource, machine: Resource): Answer {
    const filter = read(assignment.props, "filter");
    const ofGroup = assignment.type === "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup";
    if (filter === UNKNOWN) return UNKNOWN;
    if (filter === undefined) return false;
    return and(
        ofGroup ? sameGroup(graph, assignment, machine) : true,
        listed(read(filter, "locations"), location => same(text(location === UNKNOWN ? "" : location).replaceAll(" ", ""), locationOf(machine))),
        listed(read(filter, "osTypes"), system =>
            is(system, word => is(runsWindows(machine.props), windows => (text(word).toLowerCase() === "windows") === windows)),
        ),
        listed(read(filter, "resourceGroups"), group => same(group, read(machine.props, "resourceGroupName"))),
        listed(read(filter, "resourceTypes"), type => same(type, "Microsoft.Compute/virtualMachines")),
        hasTags(filter, machine),
    );
}

function hasTags(filter: Value, machine: Resource): Answer {
    const tags = read(filter, "tagSettings.tags");
    if (tags === undefined) return true;
    if (!isRecord(tags)) return UNKNOWN;
    const answers = Object.entries(tags)
        .filter(([, values]) => values !== null)
        .map(([key, values]) => is(tagValue(machine, key), tag => tag !== undefined && listed(values, value => same(value, tag))));
    return is(read(filter, "tagSettings.filterOperator"), operator =>
        text(operator ?? "All").toLowerCase() === "any" ? or(...answers) : and(...answers),
    );
}
