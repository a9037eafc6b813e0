import { jsonValue } from "../../src/policy/documents";
import type { Resource, Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { type At, isRecord, read, readAll } from "../../src/policy/values";

export const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
export const DAEMON_TASK = "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition";
export const EXPRESS_SERVICE = "aws:ecs/expressGatewayService:ExpressGatewayService";
export const JOB_DEFINITION = "aws:batch/jobDefinition:JobDefinition";

const TASKS = "taskProperties[].containers[]";
const PODS = ["podProperties.containers[]", "podProperties.initContainers[]"] as const;
const inNodes = (steps: string): string => `nodeRangeProperties[].${steps}`;

/** Where containers stand, by type: properties, which may be JSON text, and the steps inside them. */
const PLACES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    [TASK_DEFINITION]: { containerDefinitions: ["[]"] },
    [DAEMON_TASK]: { containerDefinitions: ["[]"] },
    [EXPRESS_SERVICE]: { primaryContainer: [""] },
    [JOB_DEFINITION]: {
        containerProperties: [""],
        ecsProperties: [TASKS],
        eksProperties: PODS,
        nodeProperties: [inNodes("container"), inNodes(`ecsProperties.${TASKS}`), ...PODS.map(steps => inNodes(`eksProperties.${steps}`))],
    },
};

/** The containers of a resource, each at its path. A document that is not known, or cannot be read, is one unknown container. */
export function containersOf({ type, props }: Resource): readonly At[] {
    return Object.entries(PLACES[type] ?? {}).flatMap(([property, places]) => {
        const document = jsonValue(read(props, property));
        if (document === undefined) return [];
        if (document === UNKNOWN) return [{ path: property, value: UNKNOWN }];
        return places
            .flatMap(steps => readAll(document, steps))
            .map(({ path, value }) => ({ path: path === "" || path.startsWith("[") ? property + path : `${property}.${path}`, value }));
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
