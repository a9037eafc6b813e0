import type { Estate, TagRole } from "./estate";
import type { Graph } from "./graph";
import type { Props, Resource, Value } from "./resource";
import type { Settings, SettingSchemas, SettingValues } from "./settings";
import { tagValue } from "./tags";
import type { KnownProps, Path, Token } from "./types";
import { type Answer, UNKNOWN, type Unknown, is } from "./unknown";
import { type At, type IsSet, isSet, read, readAll, text, truth, unknownPath } from "./values";

/** What a check said, in the order in which it said it. */
export interface Remark {
    readonly kind: "violation" | "advice" | "undetermined" | "partial" | "notApplicable";
    /** "" where it speaks of the resource as a whole. */
    readonly property: string;
    readonly message: string;
}

/** What every check of one run has in common. */
export interface Surroundings {
    readonly estate: Estate;
    /** The day of judgement in UTC, YYYY-MM-DD. */
    readonly today: string;
    readonly project: string;
    readonly stack: string;
    /** Accounts of AWS that are the stack's own as far as the observer knows: an offline preview makes one up, the engine says nothing. */
    readonly ownAccounts: readonly string[];
}

/**
 * What a check is given: the resource and its inputs, settings, estate and day, and the words in which it answers. A check that says
 * nothing passes. All members can be taken apart: `check({ require, on }) { … }`.
 */
export class Check<T extends Token = Token, S extends SettingSchemas = SettingSchemas> {
    readonly remarks: Remark[] = [];
    readonly props: KnownProps<T>;
    readonly settings: Settings<S>;
    readonly estate: Estate;
    readonly today: string;

    constructor(
        readonly resource: Resource,
        settings: SettingValues,
        readonly surroundings: Surroundings,
    ) {
        this.props = resource.props as KnownProps<T>;
        this.settings = settings as Settings<S>;
        this.estate = surroundings.estate;
        this.today = surroundings.today;
    }

    /** The family token of the resource's type: tells apart the types of a policy that judges several. */
    get type(): T {
        return this.resource.type as T;
    }

    /** The value at a path: `undefined` where absent, UNKNOWN where the preview cannot know it. */
    readonly get = (path: Path<T>): Value | undefined => read(this.resource.props, path);

    /** Every value at a path with "[]" steps, each with its own path. */
    readonly all = (path: Path<T>): readonly At[] => readAll(this.resource.props, path);

    /** Is it set? An unknown value is; inside a block that is unknown as a whole, it cannot be told. */
    readonly has = <P extends Path<T>>(path: P): IsSet<P> => isSet<P>(this.resource.props, path);

    /** Is the switch on? `absent` is what the provider does where it is left out. */
    readonly on = (path: Path<T>, absent: boolean): Answer => truth(read(this.resource.props, path)) ?? absent;

    /** The value as text, without regard to its case lowered: undefined where absent. */
    readonly word = (path: Path<T>): string | Unknown | undefined => {
        const value = read(this.resource.props, path);
        return value === undefined || value === UNKNOWN ? value : text(value);
    };

    /** Is the value one of these words, without regard to case? `absent` is the provider's default. */
    readonly oneOf = (path: Path<T>, words: readonly string[], absent?: string): Answer => isOneOf(read(this.resource.props, path), words, absent);

    /** The number at a path. Text that is a number counts. */
    readonly number = (path: Path<T>, absent?: number): number | Unknown | undefined => asNumber(read(this.resource.props, path)) ?? absent;

    /** The value of the tag that plays this role in the estate, from the resource's own tags and the provider's default tags. */
    readonly tag = (role: TagRole): string | Unknown | undefined => tagValue(this.resource, this.estate.tags[role]);

    /** Does the tag that plays this role have one of these values (or any, where none is named)? */
    readonly tagged = (role: TagRole, ...values: readonly string[]): Answer =>
        is(this.tag(role), value => value !== undefined && (values.length === 0 || values.some(v => v.toLowerCase() === value.toLowerCase())));

    /** True passes, false is a violation, UNKNOWN is undetermined. */
    readonly require = (answer: Answer, property: Path<T> | "", message: string): Answer => {
        if (answer === false) this.remarks.push({ kind: "violation", property, message });
        if (answer === UNKNOWN)
            this.remarks.push({ kind: "undetermined", property, message: `${this.notKnown(property)} What may be wrong: ${message}` });
        return answer;
    };

    /** Says which value is not known, where it stands at the path or below it. A report on a state says "from the state" in place of the update. */
    private notKnown(property: string): string {
        const path = property === "" ? undefined : unknownPath(this.resource.props, property);
        return path === undefined ? "It cannot be told before the update." : `\`${path}\` is not known before the update.`;
    }

    /** As `require`, for a path that the check itself put together. */
    readonly requireAt = (answer: Answer, property: string, message: string): Answer => this.require(answer, property as Path<T>, message);

    readonly violation = (property: Path<T> | "", message: string): void => {
        this.remarks.push({ kind: "violation", property, message });
    };

    readonly violationAt = (property: string, message: string): void => {
        this.remarks.push({ kind: "violation", property, message });
    };

    /** What would be better; never blocks, never makes the verdict worse. */
    readonly advice = (property: Path<T> | "", message: string): void => {
        this.remarks.push({ kind: "advice", property, message });
    };

    readonly undetermined = (property: Path<T> | "", message: string): void => {
        this.remarks.push({ kind: "undetermined", property, message });
    };

    readonly undeterminedAt = (property: string, message: string): void => {
        this.remarks.push({ kind: "undetermined", property, message });
    };

    /** It passes, graded lower: a lock that can still be lifted. */
    readonly partial = (reason: string): void => {
        this.remarks.push({ kind: "partial", property: "", message: reason });
    };

    /** The policy does not speak of this resource. */
    readonly notApplicable = (reason: string): void => {
        this.remarks.push({ kind: "notApplicable", property: "", message: reason });
    };
}

/** What a stack policy is given besides: the stack's resources and their relations. For `checkStack`, the resource is the root stack. */
export class StackCheck<T extends Token = Token, S extends SettingSchemas = SettingSchemas> extends Check<T, S> {
    constructor(
        resource: Resource,
        settings: SettingValues,
        surroundings: Surroundings,
        readonly graph: Graph,
    ) {
        super(resource, settings, surroundings);
    }
}

export function isOneOf(value: Value | undefined, words: readonly string[], absent?: string): Answer {
    if (value === UNKNOWN) return UNKNOWN;
    const word = value === undefined ? absent : text(value);
    return word !== undefined && words.some(w => w.toLowerCase() === word.toLowerCase());
}

export function asNumber(value: Value | undefined): number | Unknown | undefined {
    if (value === UNKNOWN) return UNKNOWN;
    if (value === undefined || value === null || value === "") return undefined;
    const number = Number(text(value));
    return Number.isNaN(number) ? undefined : number;
}

export type { Props, Resource, Value };
