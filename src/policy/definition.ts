import type { CommitmentId } from "../charter/commitments";
import type { Topic } from "../charter/frameworks";
import type { Severity } from "../report/model";
import type { Check, StackCheck } from "./check";
import type { EstateRole } from "./estate";
import type { Remedy } from "./remediation";
import type { SettingSchema, SettingSchemas } from "./settings";
import type { Path, Token } from "./types";

/** How much a passing verdict proves: the control itself, a part of it, or only something that helps. */
export type Evidence = "proved" | "partial" | "supporting";

interface Described {
    /** `aws-…`, `azure-…` or `entra-…`; never changes, never used again for something else. */
    readonly name: string;
    /** What holds where the policy passes, as one sentence without a full stop. */
    readonly title: string;
    readonly commitment: CommitmentId;
    /** Half of `mfa-and-federation` that the policy speaks for. */
    readonly part?: "own-estate" | "product";
    /** Ties the policy to the frameworks (`src/charter/controls.yaml`, policyTopicMappings). */
    readonly topic: Topic;
    /** `core`: the charter asks for it. `supporting`: it only helps. */
    readonly strength: "core" | "supporting";
    readonly severity: Severity;
    readonly evidence: Evidence;
    /** The version that brought the policy, "1.0". */
    readonly since: string;
    /** Names it had before; waivers and settings under them still count. */
    readonly formerly?: readonly string[];
    /** What goes wrong without it, in one or two sentences. */
    readonly why: string;
    /** What to write in the program, in one sentence. */
    readonly fix: string;
    /** Where the rule comes from: "aws-config:db-instance-backup-enabled", "checkov:CKV_AWS_133", "azure-policy:…", a vendor's page. */
    readonly references: readonly string[];
}

/** A policy as the engine of judgement knows it. */
export interface Policy extends Described {
    readonly kind: "resource" | "stack";
    /** Types it judges, by their family's token. */
    readonly on: readonly string[];
    /** Types it looks at besides, to judge those. */
    readonly reads: readonly string[];
    readonly settings: SettingSchemas;
    /** The role in the estate whose stack must hold something; the question is asked of the root stack where `estate.holds` names the role. */
    readonly holds?: EstateRole;
    /** What it sets right by itself at the level `remediate`. */
    readonly remedies?: readonly Remedy[];
    check?(c: Check): void;
    checkResource?(c: StackCheck): void;
    checkStack?(c: StackCheck): void;
}

export interface ResourcePolicyForm<T extends Token, S extends SettingSchemas> extends Described {
    readonly on: readonly T[];
    readonly settings?: S;
    readonly remedies?: readonly Remedy<Path<NoInfer<T>>>[];
    /** Judges one resource from its own inputs. */
    check(c: Check<T, S>): void;
}

export interface StackPolicyForm<T extends Token, R extends Token, S extends SettingSchemas> extends Described {
    readonly on: readonly T[];
    readonly reads?: readonly R[];
    readonly settings?: S;
    readonly holds?: EstateRole;
    /** Judges one resource of the types `on`, with the stack's graph at hand. */
    checkResource?(c: StackCheck<T, S>): void;
    /** Judges the stack as a whole, once; what it finds falls on the root stack. */
    checkStack?(c: StackCheck<T, S>): void;
}

/** A policy about one resource's own inputs. */
export function resourcePolicy<const T extends Token, const S extends Record<string, SettingSchema> = Record<string, never>>(
    form: ResourcePolicyForm<T, S>,
): Policy {
    return { ...form, kind: "resource", reads: [], settings: form.settings ?? {} };
}

/** A policy about resources and what stands beside them, or about the stack as a whole. */
export function stackPolicy<
    const T extends Token,
    const R extends Token = never,
    const S extends Record<string, SettingSchema> = Record<string, never>,
>(form: StackPolicyForm<T, R, S>): Policy {
    return { ...form, kind: "stack", reads: form.reads ?? [], settings: form.settings ?? {} };
}

export type Provider = "aws" | "azure" | "entra";

export function providerOf(policy: Policy): Provider {
    const prefix = policy.name.split("-", 1)[0];
    return prefix === "azure" || prefix === "entra" ? prefix : "aws";
}
