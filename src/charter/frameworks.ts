import type { CommitmentId } from "./commitments";
import { COMMITMENT_MAPPINGS, FRAMEWORKS, FRAMEWORKS_AS_OF } from "./frameworks.generated";

export type { Topic } from "./topics";

/** A fact about a framework: plain data, or `{value, verify: true}` where it is not certain. */
export type Fact = string | number | boolean | readonly Fact[] | { readonly [key: string]: Fact };

/** One control, outcome, assertion, principle or article. Titles are this project's short wording, not quotations. */
export interface Control {
    readonly id: string;
    readonly title: string;
    readonly number?: number;
    readonly parent?: string;
    readonly theme?: string;
    readonly note?: string;
    /** Not certain: to be confirmed at the primary source before it is shown as fact. */
    readonly verify?: boolean;
    /** Of CAF 4.0: CAF 3.2 has the same outcome under the same id. */
    readonly sameIn32?: boolean;
    readonly deadlineHours?: number;
    /** From when the deadline runs. */
    readonly from?: string;
    readonly qualifier?: string;
    /** Not in force: a proposal. */
    readonly proposed?: boolean;
}

/** A framework that charter evidence maps to (controls.yaml). */
export interface Framework {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly year: number;
    readonly publisher: string;
    readonly url?: string;
    readonly published?: string;
    readonly previous?: string;
    readonly outcomeCount?: number;
    /** It holds every control of that framework with `sameIn32`. */
    readonly inherits?: string;
    readonly usesIdsOf?: readonly string[];
    readonly note?: string;
    readonly verify?: boolean;
    readonly status?: Fact;
    readonly facts?: Readonly<Record<string, Fact>>;
    readonly controls: readonly Control[];
}

/** Control ids ("framework:control") at the core of a commitment, and those it contributes to. This project's judgement, not an official crosswalk. */
export interface CommitmentMapping {
    readonly primary: readonly string[];
    readonly related: readonly string[];
}

export { COMMITMENT_MAPPINGS, FRAMEWORKS, FRAMEWORKS_AS_OF };

export function framework(id: string): Framework | undefined {
    return FRAMEWORKS.find(candidate => candidate.id === id);
}

/** A framework's controls with those it takes over from another. */
export function controlsOf(id: string): readonly Control[] {
    const own = framework(id);
    if (!own) return [];
    const inherited = own.inherits === undefined ? [] : (framework(own.inherits)?.controls ?? []).filter(control => control.sameIn32);
    return [...inherited, ...own.controls].sort((a, b) => (own.inherits === undefined ? 0 : a.id.localeCompare(b.id, "en", { numeric: true })));
}

export interface ControlReference {
    /** "ncsc-caf-4.0:B5.c". */
    readonly reference: string;
    readonly framework: Framework;
    readonly control: Control;
    /** The framework or the control is not certain. */
    readonly verify: boolean;
}

/** What "ncsc-caf-4.0:B5.c" names. */
export function control(reference: string): ControlReference | undefined {
    const colon = reference.indexOf(":");
    const named = framework(reference.slice(0, colon));
    const found = named && controlsOf(named.id).find(candidate => candidate.id === reference.slice(colon + 1));
    return found && { reference, framework: named, control: found, verify: named.verify === true || found.verify === true };
}

/** The CAF 3.2 reference of a CAF 4.0 outcome, where both mean the same. DSPT cycles before 2026-27 use CAF 3.2. */
export function inCaf32(reference: string): string | undefined {
    const found = control(reference);
    return found?.framework.id === "ncsc-caf-4.0" && found.control.sameIn32 ? `ncsc-caf-3.2:${found.control.id}` : undefined;
}

/** Every control a commitment maps to, its core first. */
export function controlsOfCommitment(id: CommitmentId): readonly string[] {
    return [...COMMITMENT_MAPPINGS[id].primary, ...COMMITMENT_MAPPINGS[id].related];
}
