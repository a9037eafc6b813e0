import type { OutputInstance } from "@pulumi/pulumi";
import type { ResourceTypes } from "./resource-types";
import type { Unknown } from "./unknown";

/** A type token that policies know: the keys of the generated table of argument types. */
export type Token = Extract<keyof ResourceTypes, string>;

type KeysOf<U> = U extends unknown ? Extract<keyof U, string> : never;
type PropertyOf<U, K extends string> = U extends unknown ? (K extends keyof U ? U[K] : never) : never;

/** The names of the properties of one of several types. */
export type PropertyName<T extends Token> = KeysOf<ResourceTypes[T]>;

/** A path that starts with a property of the types: "ingress[].cidrBlocks". What follows the first step is proved by the cases, which are typed in full. */
export type Path<T extends Token> = PropertyName<T> | `${PropertyName<T>}.${string}` | `${PropertyName<T>}[${string}`;

/** An argument as a policy sees it: no inputs that are promises or outputs, and any part may be UNKNOWN. */
export type Known<V> = V extends string | number | boolean | undefined | null
    ? V | Unknown
    : V extends OutputInstance<unknown> | Promise<unknown>
      ? never
      : V extends readonly (infer E)[]
        ? readonly Known<E>[] | Unknown
        : V extends object
          ? { readonly [K in keyof V]: Known<V[K]> } | Unknown
          : V;

/** The inputs of a resource of one of several types. */
export type KnownProps<T extends Token> = { readonly [K in PropertyName<T>]?: Known<PropertyOf<ResourceTypes[T], K>> };
