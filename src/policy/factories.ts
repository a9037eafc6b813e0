import type { Check, StackCheck } from "./check";
import { type ResourcePolicyForm, type StackPolicyForm, resourcePolicy, stackPolicy, type Policy } from "./definition";
import type { EstateRole } from "./estate";
import type { Fact } from "./facts";
import { linkedSatisfies } from "./graph";
import type { Remedy } from "./remediation";
import type { Resource } from "./resource";
import { type Settings, type SettingSchema, defaultsOf } from "./settings";
import type { Path, Token } from "./types";
import { type Answer, UNKNOWN, type Unknown, isUnknown, or, some } from "./unknown";

type Schemas = Record<string, SettingSchema>;
type NoSettings = Record<string, never>;

/** Why a policy does not ask something of a resource; UNKNOWN where it may or may not, `undefined` where it does. */
export type Exemption = string | Unknown | undefined;

/** For `unless`: the reason where the answer is yes, UNKNOWN where that cannot be told. */
export function exempt(answer: Answer, reason: string): Exemption {
    return answer === true ? reason : answer === UNKNOWN ? UNKNOWN : undefined;
}

/** A policy that is nothing but facts about the resource's own properties. */
export function must<const T extends Token, const S extends Schemas = NoSettings>(
    form: Omit<ResourcePolicyForm<T, S>, "check"> & {
        /** Where it does not speak of the resource, the reason; UNKNOWN where that cannot be told. */
        readonly unless?: (c: Check<T, S>) => Exemption;
        readonly facts: readonly Fact<Path<T>>[] | ((settings: Settings<S>) => readonly Fact<Path<T>>[]);
    },
): Policy {
    const { unless, facts, ...rest } = form;
    return resourcePolicy<T, S>({
        ...rest,
        check(c) {
            ask(c, unless?.(c), typeof facts === "function" ? facts(c.settings) : facts);
        },
    });
}

/** As `must`, with facts of its own for each type; the types it judges are the keys. */
export function mustByType<const T extends Token, const S extends Schemas = NoSettings>(
    form: Omit<ResourcePolicyForm<T, S>, "check" | "on" | "remedies"> & {
        // Its types are told by the facts, which the compiler reads last; that every path is one of theirs, test/policies/remedies.test.ts holds.
        readonly remedies?: readonly Remedy[];
        readonly unless?: (c: Check<T, S>) => Exemption;
        readonly facts: FactsByType<T> | ((settings: Settings<S>) => FactsByType<T>);
    },
): Policy {
    const { unless, facts, remedies, ...rest } = form;
    const at = (settings: Settings<S>): FactsByType<T> => (typeof facts === "function" ? facts(settings) : facts);
    const policy = resourcePolicy<T, S>({
        ...rest,
        on: Object.keys(at(defaultsOf(form.settings ?? {}) as Settings<S>)) as T[],
        check(c) {
            ask(c, unless?.(c), at(c.settings)[c.type]);
        },
    });
    return remedies ? { ...policy, remedies } : policy;
}

/** What `must` does, for a check that says more than facts: each of them is required, unless there is a reason why not. */
export function ask<T extends Token, S extends Schemas>(c: Check<T, S>, reason: Exemption, facts: readonly Fact[]): void {
    if (typeof reason === "string") {
        c.notApplicable(reason);
        return;
    }
    for (const fact of facts) {
        for (const { path, answer } of fact.judge(c.resource.props)) c.requireAt(or(isUnknown(reason) ? UNKNOWN : false, answer), path, fact.message);
    }
}

type FactsByType<T extends Token> = { readonly [K in T]: readonly Fact<Path<K>>[] };

/** Each resource of `on` has a resource of `with` that names it and satisfies the test, or its own properties do. */
export function mustHave<const T extends Token, const R extends Token, const S extends Schemas = NoSettings>(
    form: Omit<StackPolicyForm<T, R, S>, "reads" | "checkResource" | "checkStack"> & {
        readonly with: readonly R[];
        /** Further types the answers look at. */
        readonly reads?: readonly Token[];
        /** Property of `with` that names the judged resource. */
        readonly by: Path<R> | readonly Path<R>[];
        readonly test: (resource: Resource, settings: Settings<S>, c: StackCheck<T, S>) => Answer;
        /** Satisfied by the resource itself or by something else in the stack. */
        readonly or?: (c: StackCheck<T, S>) => Answer;
        /** Where the policy does not ask, the reason; UNKNOWN where that cannot be told. */
        readonly unless?: (c: StackCheck<T, S>) => Exemption;
        readonly property?: Path<T> | "";
        readonly message: string;
    },
): Policy {
    const { with: siblings, by, test, or: otherwise, unless, property, message, reads, ...rest } = form;
    return stackPolicy<T, Token, S>({
        ...rest,
        reads: [...siblings, ...(reads ?? [])],
        checkResource(c) {
            const reason = unless?.(c);
            if (typeof reason === "string") {
                c.notApplicable(reason);
                return;
            }
            const linked = c.graph.into(c.resource, siblings, by);
            c.require(
                or(
                    isUnknown(reason) ? UNKNOWN : false,
                    otherwise?.(c) ?? false,
                    linkedSatisfies(linked, r => test(r, c.settings, c)),
                ),
                property ?? "",
                message,
            );
        },
    });
}

/** A stack in a role of the estate holds a resource that satisfies the test; judged once, on the root stack. */
export function stackMustHold<const T extends Token, const S extends Schemas = NoSettings>(
    form: Omit<StackPolicyForm<T, never, S>, "checkResource" | "checkStack" | "holds"> & {
        readonly holds: EstateRole;
        readonly test?: (resource: Resource, c: StackCheck<T, S>) => Answer;
        readonly message: string;
    },
): Policy {
    const { test, message, holds, ...rest } = form;
    return stackPolicy<T, never, S>({
        ...rest,
        holds,
        checkStack(c) {
            c.require(
                some(c.graph.of(...form.on), r => test?.(r, c) ?? true),
                "",
                message,
            );
        },
    });
}
