import { jsonValue } from "../../src/policy/documents";
import type { Resource, Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { type At, isRecord, read, readAll } from "../../src/policy/values";

export const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
export const DAEMON_TASK = "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition";
export const EXPRESS_SERVICE = "aws:ecs/expressGatewayService:ExpressGatewayService";
export const JOB_DEFINITION = "aws:batch/jobDefinition:JobDefinition";

/** Where containers stand: a property, which may be JSON text, and the steps inside it. */
const PLACES: Readonly<Record<string, readonly (readonly [property: string, steps: string])[]>> = {
    [TASK_DEFINITION]: [["containerDefinitions", "[]"]],
    [DAEMON_TASK]: [["containerDefinitions", "[]"]],
    [EXPRESS_SERVICE]: [["primaryContainer", ""]],
    [JOB_DEFINITION]: [
        ["containerProperties", ""],
        ["ecsProperties", "taskProperties[].containers[]"],
        ["nodeProperties", "nodeRangeProperties[].container"],
        ["eksProperties", "podProperties.containers[]"],
    ],
};

/** The containers of a resource, each at its path. A document that is not known, or cannot be read, is one unknown container. */
export function containersOf({ type, props }: Resource): readonly At[] {
    return (PLACES[type] ?? []).flatMap(([property, steps]) => {
        const document = jsonValue(read(props, property));
        if (document === undefined) return [];
        if (document === UNKNOWN) return [{ path: property, value: UNKNOWN }];
        return readAll(document, steps).map(({ path, value }) => ({
            path: path === "" || path.startsWith("[") ? property + path : `${property}.${path}`,
            value,
        }));
    });
}

/** A container's property. Documents are read without regard to the case of a key's first letter, as ECS and Batch read them. */
export function inContainer(container: Value, path: string): Value | undefined {
    return (
        read(container, path) ??
        read(
            container,
            path.replaceAll(/(^|\.)([a-z])/g, (_, dot: string, letter: string) => dot + letter.toUpperCase()),
        )
    );
}

/** A variable that a container is given in plain. */
export interface Variable {
    readonly path: string;
    readonly name: Value | undefined;
    readonly value: Value | undefined;
}

/** The plain variables of a container: `environment` of ECS and Batch, `environments` and `envs` where the SDK has types for it. */
export function variablesOf({ path, value: container }: At): readonly Variable[] {
    if (container === UNKNOWN) return [{ path, name: UNKNOWN, value: UNKNOWN }];
    return ["environment", "environments", "envs"].flatMap(property => {
        const entries = inContainer(container, property);
        if (entries === undefined) return [];
        return readAll({ [property]: entries }, `${property}[]`).map(at => {
            const step = `${path}.${at.path}`;
            if (at.value === UNKNOWN || !isRecord(at.value)) return { path: step, name: at.value, value: UNKNOWN };
            return { path: `${step}.value`, name: inContainer(at.value, "name"), value: inContainer(at.value, "value") };
        });
    });
}
