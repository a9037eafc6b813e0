import type { OutputInstance } from "@pulumi/pulumi";
import type { EstateRole } from "../../../src/policy/estate";
import type { ResourceTypes } from "../../../src/policy/resource-types";
import type { Token } from "../../../src/policy/types";
import type { Unknown } from "../../../src/policy/unknown";

export { UNKNOWN } from "../../../src/policy/unknown";

/** An argument as a case writes it: plain, with any part left out or UNKNOWN. */
export type CaseValue<V> = V extends string | number | boolean | undefined | null
    ? V | Unknown
    : V extends OutputInstance<unknown> | Promise<unknown>
      ? never
      : V extends readonly (infer E)[]
        ? readonly CaseValue<E>[] | Unknown
        : V extends object
          ? { readonly [K in keyof V]?: CaseValue<V[K]> } | Unknown
          : V;

export type CaseProps<T extends Token> = { readonly [K in keyof ResourceTypes[T]]?: CaseValue<ResourceTypes[T][K]> };

export interface CaseResource {
    readonly type: string;
    readonly props: Readonly<Record<string, unknown>>;
    /** Property to the resources that its value comes from. */
    readonly links: Readonly<Record<string, CaseResource | readonly CaseResource[]>>;
    readonly read?: boolean;
    readonly name?: string;
}

/** A builder of resources of one type: `const bucket = of("aws:s3/bucket:Bucket")`, then `bucket({ bucket: "records" })`. */
export function of<T extends Token>(
    type: T,
): (
    props?: CaseProps<T>,
    links?: { readonly [K in keyof ResourceTypes[T]]?: CaseResource | readonly CaseResource[] },
    name?: string,
) => CaseResource {
    return (props = {}, links = {}, name) => ({
        type,
        props: props,
        links: links as Readonly<Record<string, CaseResource | readonly CaseResource[]>>,
        ...(name === undefined ? {} : { name }),
    });
}

export interface Case {
    readonly resources: readonly CaseResource[];
    /** The property reported; "" where the finding speaks of the resource or stack as a whole. */
    readonly property?: string;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly estate?: Readonly<Record<string, unknown>>;
    /** YYYY-MM-DD; the day of the tests where left out. */
    readonly today?: string;
    /** It passes with advice. */
    readonly advice?: true;
    /** It passes, graded lower. */
    readonly partial?: true;
}

/** A resource, several, or a case in full. */
export type Short = CaseResource | readonly CaseResource[] | Case;
/** The same with the property that is reported: `[bucket({}), "versioning"]`. */
export type Reported = readonly [CaseResource | readonly CaseResource[], string] | Case;

/** Cases of one policy by the verdict expected, each under a sentence that says what is so. The verdict of a case is the worst over its resources. */
export interface PolicyCases {
    readonly compliant: Readonly<Record<string, Short>>;
    readonly violating: Readonly<Record<string, Reported>>;
    readonly undetermined?: Readonly<Record<string, Reported>>;
    readonly notApplicable?: Readonly<Record<string, Short>>;
}

/** Cases by policy name. */
export type Cases = Readonly<Record<string, PolicyCases>>;

/** Says of the stack that it plays a role in the estate: the resources are all that it holds. */
export function holding(role: EstateRole, ...resources: readonly CaseResource[]): Case {
    return { resources, estate: { holds: [role] }, property: "" };
}

export const EXPECTED = ["compliant", "violating", "undetermined", "notApplicable"] as const;
export type Expected = (typeof EXPECTED)[number];

/** The cases of one expectation, each with its sentence. */
export function casesOf(own: PolicyCases, expected: Expected): readonly (readonly [string, Case])[] {
    const cases: Readonly<Record<string, Short | Reported>> = own[expected] ?? {};
    return Object.entries(cases).map(([title, short]) => [title, inFull(short)]);
}

export function inFull(short: Short | Reported): Case {
    if (isCase(short)) return short;
    if (isList(short)) {
        const [first, second] = short;
        if (typeof second === "string") return { resources: isList(first) ? first : [first], property: second };
        return { resources: short as readonly CaseResource[] };
    }
    return { resources: [short] };
}

function isCase(short: Short | Reported): short is Case {
    return "resources" in short;
}

function isList(value: unknown): value is readonly unknown[] {
    return Array.isArray(value);
}
