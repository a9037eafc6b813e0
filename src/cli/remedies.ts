import type { Colors } from "picocolors/types";
import type { Judge, PolicyInForce } from "../policy/evaluate";
import type { Resource, Value } from "../policy/resource";
import type { PreviewOptions, ProjectStack } from "../preview";
import { type ChangeOfBag, type Remedied, remedied } from "../preview/remedied";
import { oneLine } from "../report/sentences";

/** For a preview: sets right what the wanted policies can, and tells of each. */
export function remediator(
    judge: Judge,
    wanted: (entry: PolicyInForce) => boolean,
    onChange: (resource: Resource, step: Remedied) => void,
): NonNullable<PreviewOptions["remediate"]> {
    return (resource, bag) => {
        const steps = remedied(judge, resource, bag, judge.policiesFor(resource.type).filter(wanted));
        for (const step of steps) onChange(resource, step);
        return steps.at(-1)?.bag;
    };
}

/** What one policy would change of one resource. */
export interface Planned extends Remedied {
    readonly resource: Resource;
}

/** The plan as a diff by resource, and the levels that make it so. */
export function fixPlanText({ project, stack }: ProjectStack, planned: readonly Planned[], today: string, colours: Colors): string {
    const head = `${colours.bold(`${oneLine(project)}/${oneLine(stack)}`)} ${colours.dim(`fix plan, ${today}`)}`;
    if (planned.length === 0) return `${head}\n\nNo policy has a remedy for anything here.\n`;
    // A program registers its resources in no certain order.
    const resources = [...new Set(planned.map(step => step.resource))].sort((a, b) => (a.urn < b.urn ? -1 : 1));
    const parts = resources.map(resource => {
        const at = resource.location ? colours.dim(`  ${oneLine(resource.location.file)}:${String(resource.location.line)}`) : "";
        const steps = planned.filter(step => step.resource === resource);
        return [
            `${colours.bold(oneLine(resource.name))}  ${colours.dim(oneLine(resource.token))}${at}`,
            ...steps.flatMap(({ policy, changes }) => [`  ${policy.name}`, ...changes.flatMap(change => diff(change, colours))]),
        ].join("\n");
    });
    const changes = planned.reduce((sum, step) => sum + step.changes.length, 0);
    const levels = JSON.stringify(Object.fromEntries([...new Set(planned.map(step => step.policy.name))].sort().map(name => [name, "remediate"])));
    const count = (n: number, one: string): string => `${String(n)} ${one}${n === 1 ? "" : "s"}`;
    return `${head}\n\n${parts.join("\n\n")}\n\n${count(changes, "change")} to ${count(resources.length, "resource")}; nothing was changed. In a preview and an update the policies make them with this file as --policy-pack-config:\n${levels}\n`;
}

function diff({ path, before, after, secret }: ChangeOfBag, colours: Colors): string[] {
    const line = (sign: string, value: Value): string =>
        `${sign}     ${path}: ${secret ? "[secret]" : oneLine(JSON.stringify(value, (_, part: unknown) => (typeof part === "symbol" ? "(not known)" : part)))}`;
    return [...(before === undefined ? [] : [colours.red(line("-", before))]), colours.green(line("+", after))];
}
