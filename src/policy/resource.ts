import type { Unknown } from "./unknown";

/** A property's value: plain data, in which a part that a preview cannot know is UNKNOWN. Secrets are unwrapped. Assets and archives stay opaque objects. */
export type Value = Unknown | null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** A resource's inputs by their top-level names. An absent property has no key. */
export type Props = Readonly<Record<string, Value>>;

/** What judgement needs to know of one registered resource, whoever observed it: the engine, the offline preview or a state export. */
export interface Resource {
    readonly urn: string;
    /** The type token as registered, for example "aws:s3/bucketV2:BucketV2". */
    readonly token: string;
    /** The token of its family, under which policies know it, for example "aws:s3/bucket:Bucket". */
    readonly type: string;
    /** The last part of the URN. */
    readonly name: string;
    /** Checked inputs. Where `inputsMissing`, outputs, in which an absent property is unknown. */
    readonly props: Props;
    readonly inputsMissing?: boolean;
    /** Outputs as far as they are known: used for identity (id, arn, name) only. */
    readonly outputs?: Props;
    /** The provider-assigned id: "" or absent where it is not known. */
    readonly id?: string;
    /** A managed resource of a provider; false for components and the stack. */
    readonly custom: boolean;
    /** Only read (`.get`, `StackReference`): never judged. */
    readonly read?: boolean;
    /** URN of the parent. */
    readonly parent?: string;
    readonly provider?: ProviderReference;
    readonly dependencies: readonly string[];
    /** Top-level property name to the URNs its value was made from. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly options?: ResourceOptions;
    /** Where the program registers it. */
    readonly location?: { readonly file: string; readonly line: number };
}

export interface ProviderReference {
    readonly urn: string;
    /** For example "pulumi:providers:aws". */
    readonly type: string;
    readonly name: string;
    readonly props: Props;
}

export interface ResourceOptions {
    readonly protect?: boolean;
    readonly retainOnDelete?: boolean;
    readonly ignoreChanges?: readonly string[];
    readonly aliases?: readonly string[];
    readonly additionalSecretOutputs?: readonly string[];
}

export const STACK_TYPE = "pulumi:pulumi:Stack";
export const PROVIDER_PREFIX = "pulumi:providers:";

/** Policies judge managed resources: no components, no providers, nothing that is only read. */
export function isJudged(resource: Resource): boolean {
    return resource.custom && !resource.read && !resource.token.startsWith(PROVIDER_PREFIX) && resource.token !== STACK_TYPE;
}
