import { isOneOf } from "../../src/policy/check";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

export const DIRECTORY = "aws:directoryservice/directory:Directory";
export const RADIUS = "aws:directoryservice/radiusSettings:RadiusSettings";

/** Does the directory ask RADIUS servers for a second factor? MS-CHAPv2 is the only protocol of the four that AWS holds to be sound. */
export function asksRadius(graph: Graph, directory: Resource, minServers = 1): Answer {
    return linkedSatisfies(graph.into(directory, RADIUS, "directoryId"), radius =>
        and(
            is(list(read(radius.props, "radiusServers")), servers => servers.length >= minServers),
            isOneOf(read(radius.props, "authenticationProtocol"), ["MS-CHAPv2"]),
        ),
    );
}
