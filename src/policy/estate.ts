/** What another stack of the same estate may hold instead of this one. */
export const ESTATE_ROLES = ["account-baseline", "security-account", "organisation", "identity"] as const;
export type EstateRole = (typeof ESTATE_ROLES)[number];

/** What a tag can say of a resource. The value is the tag's key in this estate. */
export const DEFAULT_TAG_KEYS = {
    environment: "environment",
    role: "role",
    dataClassification: "data-classification",
    criticality: "criticality",
    service: "service",
    backup: "backup",
    purpose: "purpose",
    exposure: "exposure",
    rotation: "rotation",
    patching: "patching",
    audience: "audience",
} as const;
export type TagRole = keyof typeof DEFAULT_TAG_KEYS;

/** What many policies need to know once about where a stack stands. */
export interface Estate {
    readonly holds: readonly EstateRole[];
    /** A stack that is thrown away within days: irreversible locks are not asked of it. */
    readonly ephemeral: boolean;
    readonly trustedAccounts: readonly string[];
    readonly trustedOrganisations: readonly string[];
    readonly trustedTenants: readonly string[];
    readonly approvedRegions: readonly string[];
    readonly tags: Readonly<Record<TagRole, string>>;
}

export const DEFAULT_ESTATE: Estate = {
    holds: [],
    ephemeral: false,
    trustedAccounts: [],
    trustedOrganisations: [],
    trustedTenants: [],
    approvedRegions: ["eu-west-1", "eu-west-2", "uksouth", "ukwest"],
    tags: DEFAULT_TAG_KEYS,
};
