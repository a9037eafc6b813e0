/**
 * The inputs of each resource type by its token, so that a policy's `props` have the types of the provider's own SDK. The members stand in
 * `policies/resource-types.generated.ts`, which `npm run generate` writes from the tokens that policies use: the interface is merged there,
 * and this folder needs no cloud SDK.
 */
export interface ResourceTypes {
    /** The root stack, on which findings about what is missing fall, has no inputs. */
    "pulumi:pulumi:Stack": Readonly<Record<string, never>>;
}

/** A type token that policies use. */
export type ResourceType = keyof ResourceTypes;
