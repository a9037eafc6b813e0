import type { Policy } from "../../src/policy/definition";
import { readConfiguration } from "../../src/policy/configuration";
import type { Resource, Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { judgeStack } from "../../src/report/assemble";
import { type StackReport, VERDICTS, type Verdict } from "../../src/report/model";
import { type Case, EXPECTED, type Expected, type PolicyCases, casesOf } from "../policies/support/cases";
import { PROJECT, STACK, TODAY, worldOf } from "../policies/support/world";

/** A case of a policy, ready to be judged with other resources than its own. */
export interface Prepared {
    readonly title: string;
    readonly expected: Expected;
    readonly resources: readonly Resource[];
    judge(resources: readonly Resource[]): StackReport;
}

export function prepared(policy: Policy, cases: PolicyCases): Prepared[] {
    return EXPECTED.flatMap(expected => casesOf(cases, expected).map(([title, one]) => ({ title, expected, ...ready(policy, one) })));
}

function ready(policy: Policy, one: Case): Omit<Prepared, "title" | "expected"> {
    const today = one.today ?? TODAY;
    const raw = {
        preset: "strict",
        ...(one.settings ? { settings: { [policy.name]: one.settings } } : {}),
        ...(one.estate ? { estate: one.estate } : {}),
    };
    const configuration = readConfiguration(raw, [policy], today);
    return {
        resources: worldOf(one),
        judge: resources =>
            judgeStack(
                resources,
                { policies: [policy], configuration, today, project: PROJECT, stack: STACK, packVersion: "1.0.0" },
                { kind: "preview", path: ".", preset: "strict", selection: "all" },
            ),
    };
}

/** The worst verdict of a report. */
export function worst({ summary }: StackReport): Verdict {
    return VERDICTS.find(verdict => summary[verdict] > 0) ?? "notApplicable";
}

export type Path = readonly (string | number)[];

/** A place in one of the resources. */
export interface Place {
    readonly resource: number;
    readonly path: Path;
}

/** Every place in the resources' properties, objects and lists themselves among them. */
export function placesIn(resources: readonly Resource[], depth = 8): Place[] {
    return resources.flatMap((resource, i) => paths(resource.props, depth).map(path => ({ resource: i, path })));
}

function paths(value: Value, depth: number): Path[] {
    if (depth === 0 || typeof value !== "object" || value === null) return [];
    return Object.entries(value as Readonly<Record<string, Value>>).flatMap(([key, inner]) => {
        const step = Array.isArray(value) ? Number(key) : key;
        return [[step], ...paths(inner, depth - 1).map(rest => [step, ...rest])];
    });
}

export function valueAt(value: Value | undefined, [step, ...rest]: Path): Value | undefined {
    if (step === undefined) return value;
    if (typeof value !== "object" || value === null) return undefined;
    return valueAt((value as Readonly<Record<string, Value>>)[step], rest);
}

/** Where a value that was made unknown comes from: somewhere that the stack does not hold. */
const ELSEWHERE = `urn:pulumi:${STACK}::elsewhere::pulumi:pulumi:StackReference::elsewhere`;

/** The resources with another value in one place; `undefined` takes it away. */
export function withValue(resources: readonly Resource[], { resource, path }: Place, value: Value | undefined): Resource[] {
    return resources.map((r, i) => {
        if (i !== resource) return r;
        const [top] = path;
        const propertyDependencies = { ...r.propertyDependencies };
        if (value === UNKNOWN) propertyDependencies[String(top)] = [ELSEWHERE];
        return { ...r, props: replaced(r.props, path, value) as Resource["props"], propertyDependencies };
    });
}

function replaced(value: Value, [step, ...rest]: Path, replacement: Value | undefined): Value {
    if (step === undefined) return replacement ?? null;
    if (Array.isArray(value)) {
        const elements = [...(value as readonly Value[])];
        if (rest.length === 0 && replacement === undefined) elements.splice(Number(step), 1);
        else elements[Number(step)] = replaced(elements[Number(step)] ?? null, rest, replacement);
        return elements;
    }
    const copy: Record<string, Value> = { ...(value as Readonly<Record<string, Value>>) };
    if (rest.length === 0 && replacement === undefined) Reflect.deleteProperty(copy, step);
    else copy[step] = replaced(copy[step] ?? null, rest, replacement);
    return copy;
}
