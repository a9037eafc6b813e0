import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { ownConfiguration } from "../../src/pack/environment";
import { type Configuration, readConfiguration } from "../../src/policy/configuration";
import type { Resource, Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { type PreviewRun, previewProgram } from "../../src/preview";
import { judgeStack } from "../../src/report/assemble";
import type { StackReport, Verdict } from "../../src/report/model";

export const ROOT = path.join(__dirname, "../..");

/** The day at which reference stacks are judged, from package.json. */
export const REFERENCE_DATE = (JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { config: { referenceDate: string } }).config
    .referenceDate;

export const STACKS: readonly string[] = readdirSync(path.join(ROOT, "reference-stacks"), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);

/** A stack's program, run once: what its mutations change. */
export interface Recording {
    readonly run: PreviewRun;
    readonly configuration: Configuration;
}

export async function record(stack: string): Promise<Recording> {
    const run = await previewProgram({ directory: path.join(ROOT, "reference-stacks", stack) });
    return { run, configuration: { ...readConfiguration(ownConfiguration(run.config), policies, REFERENCE_DATE), preset: "strict" } };
}

export function judge({ run, configuration }: Recording, resources: readonly Resource[] = run.resources, today = REFERENCE_DATE): StackReport {
    return judgeStack(
        resources,
        { policies, configuration, today, project: run.project, stack: run.stack, packVersion: "1.0.0", ownAccounts: run.ownAccounts },
        { kind: "preview", path: ".", sha256: "", preset: "strict", selection: "all" },
    );
}

/** A change to one recorded resource. */
export interface Change {
    /** The resource's name; with several of that name, "TOKEN::NAME". */
    readonly resource: string;
    /** Path to a new value; `undefined` takes the property away. */
    readonly set?: Readonly<Record<string, Value | undefined>>;
    /** Takes the whole resource away. */
    readonly removed?: true;
}

/** A change, and exactly the verdicts that it brings. */
export interface Mutation extends Change {
    /** Further changes, where one alone is made good by something else. */
    readonly and?: readonly Change[];
    /** Policy to the verdict that it now has on some resource where it had none such before. */
    readonly then: Readonly<Record<string, Verdict | "advice">>;
}

export function changesOf({ and = [], ...first }: Mutation): readonly Change[] {
    return [first, ...and];
}

/** What kind of changes they are: a value flipped, taken away (with its resource or alone), made unknown. */
export function kindsOf(mutation: Mutation): readonly ("flipped" | "removed" | "unknown")[] {
    return changesOf(mutation).flatMap(({ removed, set = {} }) => [
        ...(removed ? ["removed" as const] : []),
        ...Object.values(set).map(value => (value === UNKNOWN ? "unknown" : value === undefined ? "removed" : "flipped")),
    ]);
}

export function mutated(resources: readonly Resource[], mutation: Mutation): Resource[] {
    return changesOf(mutation).reduce<readonly Resource[]>(changed, resources) as Resource[];
}

/** Where a value that was made unknown comes from: somewhere that the stack does not hold. */
const ELSEWHERE = "urn:pulumi:dev::elsewhere::pulumi:pulumi:StackReference::elsewhere";

function changed(resources: readonly Resource[], change: Change): Resource[] {
    const target = the(resources, change.resource);
    if (change.removed) return resources.filter(r => r !== target);
    let props: Value = target.props;
    const propertyDependencies = { ...target.propertyDependencies };
    for (const [at, value] of Object.entries(change.set ?? {})) {
        const steps = at
            .replaceAll("[", ".[")
            .split(".")
            .filter(step => step !== "");
        props = withValue(props, steps, value);
        const [top = "", ...rest] = steps;
        // What is written down comes from nowhere.
        if (rest.length === 0) Reflect.deleteProperty(propertyDependencies, top);
        if (value === UNKNOWN) propertyDependencies[top] = [...(propertyDependencies[top] ?? []), ELSEWHERE];
    }
    const result: Resource = { ...target, props: props as Resource["props"], propertyDependencies };
    return resources.map(r => (r === target ? result : r));
}

/** The recorded resource that a change speaks of. */
export function the(resources: readonly Resource[], name: string): Resource {
    const found = resources.filter(r => r.custom && (name.includes("::") ? `${r.token}::${r.name}` === name : r.name === name));
    const [only] = found;
    if (!only || found.length > 1) throw new Error(`${String(found.length)} resources are called '${name}'`);
    return only;
}

function withValue(value: Value | undefined, steps: readonly string[], replacement: Value | undefined): Value {
    const [step, ...rest] = steps;
    if (step === undefined) return replacement ?? null;
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (index !== undefined) {
        if (!Array.isArray(value)) throw new Error(`no list at ${step}`);
        const elements: Value[] = [...(value as readonly Value[])];
        if (rest.length === 0 && replacement === undefined) elements.splice(Number(index), 1);
        else elements[Number(index)] = withValue(elements[Number(index)], rest, replacement);
        return elements;
    }
    if (value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value))) throw new Error(`no object at ${step}`);
    const copy: Record<string, Value> = { ...(value as Readonly<Record<string, Value>> | undefined) };
    if (rest.length === 0 && replacement === undefined) {
        if (!(step in copy)) throw new Error(`no property ${step} to take away`);
        Reflect.deleteProperty(copy, step);
    } else copy[step] = withValue(copy[step], rest, replacement);
    return copy;
}

/** A change to a program's text, and what the user is told of it. */
export interface Edit {
    readonly file: string;
    readonly from: string;
    readonly to: string;
    readonly policy: string;
    readonly resource: string;
    /** Or what is missing, where it is the whole stack that lacks something. */
    readonly property: string;
    /** Words of the mend. */
    readonly mend: string;
}

/** What a report says that another did not: the verdict of each policy; several, where it has several. */
export function newVerdicts(before: StackReport, after: StackReport): Record<string, string> {
    const key = (f: StackReport["findings"][number]): string => `${f.policy} ${f.advice ? "advice" : f.verdict} ${f.urn}`;
    const known = new Set(before.findings.map(key));
    const fresh = new Map<string, Set<string>>();
    for (const f of after.findings) {
        if (!known.has(key(f))) fresh.set(f.policy, (fresh.get(f.policy) ?? new Set()).add(f.advice ? "advice" : f.verdict));
    }
    return Object.fromEntries([...fresh].map(([policy, verdicts]) => [policy, [...verdicts].sort().join(" and ")]));
}
