import type { Policy } from "../policy/definition";
import type { Judge, PolicyInForce } from "../policy/evaluate";
import { type Change, remediate, steps } from "../policy/remediation";
import type { Resource } from "../policy/resource";
import { type Wire, holdsFiles, isSecretAt, withValue } from "./wire";

/** What one policy sets right of a resource. */
export interface Remedied {
    readonly policy: Policy;
    readonly changes: readonly ChangeOfBag[];
    /** The whole bag of inputs afterwards: byte by byte as it was, but for the changes. */
    readonly bag: Wire;
}

/** A change; what is secret must not be shown. */
export interface ChangeOfBag extends Change {
    readonly secret: boolean;
}

/** What remedies change of a resource's inputs, policy by policy. Of a resource that carries files, nothing. */
export function remedied(judge: Judge, resource: Resource, bag: Wire, entries: readonly PolicyInForce[]): readonly Remedied[] {
    const changes = remediate(judge, resource, entries);
    if (changes.length === 0 || holdsFiles(bag)) return [];
    const done: Remedied[] = [];
    let current = bag;
    for (const policy of new Set(changes.map(change => change.policy))) {
        const own = changes.filter(change => change.policy === policy);
        const before = current;
        current = own.reduce((inputs, { path, after }) => withValue(inputs, steps(path), after) as Wire, before);
        done.push({ policy, bag: current, changes: own.map(change => ({ ...change, secret: isSecretAt(before, steps(change.path)) })) });
    }
    return done;
}
