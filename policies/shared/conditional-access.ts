import { isOneOf } from "../../src/policy/check";
import { type Graph, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Props, Resource, Value } from "../../src/policy/resource";
import type { Settings, SettingSchemas } from "../../src/policy/settings";
import { type Answer, UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, isRecord, list, read, readAll, text } from "../../src/policy/values";

/**
 * Conditional Access as Entra applies it: every enabled policy that matches a sign-in must be met, so what is enforced is the sum of the
 * stack's policies. A policy in report-only state enforces nothing, and a condition that narrows one leaves everything else as it was.
 */
export const ACCESS_POLICY = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";
export const STRENGTH = "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy";

/** Clients that can show a prompt for MFA, and those that know nothing but a password. */
export const MODERN_CLIENTS = ["browser", "mobileAppsAndDesktopClients"] as const;
export const LEGACY_CLIENTS = ["exchangeActiveSync", "other"] as const;

/** Microsoft's own strengths have fixed ids that end in 2 (MFA), 3 (passwordless) and 4 (phishing-resistant). */
const BUILT_IN = /(^|\/)00000000-0000-0000-0000-00000000000[2-4]$/;
const BUILT_IN_PHISHING_RESISTANT = /(^|\/)00000000-0000-0000-0000-000000000004$/;
const PHISHING_RESISTANT = ["fido2", "windowsHelloForBusiness", "x509CertificateMultiFactor"];
const SINGLE_FACTOR = ["password", "federatedSingleFactor", "sms", "qrCodePin", "x509CertificateSingleFactor"];

const CONDITIONS_THAT_NARROW = [
    "signInRiskLevels",
    "userRiskLevels",
    "servicePrincipalRiskLevels",
    "insiderRiskLevels",
    "authenticationFlowTransferMethods",
    "clientApplications",
    "devices.filter",
] as const;

/** Does the list hold one of the words, without regard to case? */
export function lists(props: Props, path: string, ...words: readonly string[]): Answer {
    return some(list(read(props, path)), value => isOneOf(value, words));
}

/** Is there nothing at the path, or nothing in what is there? */
function isEmpty(value: Value | undefined): Answer {
    return is(value, (v): Answer => {
        if (v === undefined || v === null || v === "") return true;
        if (Array.isArray(v)) return v.length === 0;
        return isRecord(v) ? and(...Object.values(v).map(isEmpty)) : false;
    });
}

/** Enabled, and whatever the risk, the flow and the device. Whom and what it names, and where, is another question (`sumCovers`). */
export function isEnforced({ props }: Resource): Answer {
    const conditions = CONDITIONS_THAT_NARROW.map(condition => isEmpty(read(props, `conditions.${condition}`)));
    return and(isOneOf(read(props, "state"), ["enabled"]), ...conditions);
}

/** Is there no way round the MFA that the policy asks for, save by one of the accepted controls? */
export function isNotOptional(policy: Resource, accepted: readonly string[]): Answer {
    const { props } = policy;
    const others = ["termsOfUses", "customAuthenticationFactors"].map(name => isEmpty(read(props, `grantControls.${name}`)));
    const controls = every(list(read(props, "grantControls.builtInControls")), control => isOneOf(control, ["mfa", ...accepted]));
    return or(isOneOf(read(props, "grantControls.operator"), ["AND"]), and(controls, ...others));
}

/** Is a strength asked for that is Microsoft's own, or one of the stack whose every combination takes more than a single factor? */
function isStrongerThanAPassword(policy: Resource, graph: Graph): Answer {
    const path = "grantControls.authenticationStrengthPolicyId";
    if (!isFilled(policy.props, path)) return false;
    if (is(read(policy.props, path) ?? null, id => BUILT_IN.test(text(id))) === true) return true;
    const isStrong = (strength: Resource): Answer => every(list(read(strength.props, "allowedCombinations")), c => not(isOneOf(c, SINGLE_FACTOR)));
    return everyLinked(graph.from(policy, path, STRENGTH), isStrong);
}

/** Does the policy ask for MFA, with or without accepted alternatives? */
export function demandsMfa(policy: Resource, graph: Graph, accepted: readonly string[]): Answer {
    const asked = or(lists(policy.props, "grantControls.builtInControls", "mfa"), isStrongerThanAPassword(policy, graph));
    return and(asked, isNotOptional(policy, accepted));
}

/** Does the policy ask for a factor that no false sign-in page can pass on: Microsoft's own strength for it, or a custom one of nothing else? */
export function demandsPhishingResistance(policy: Resource, graph: Graph): Answer {
    const path = "grantControls.authenticationStrengthPolicyId";
    const id = read(policy.props, path);
    if (id === undefined) return false;
    const named = is(id, value => BUILT_IN.test(text(value)));
    if (named === true) return is(id, value => BUILT_IN_PHISHING_RESISTANT.test(text(value)));
    const resists = (strength: Resource): Answer => every(list(read(strength.props, "allowedCombinations")), c => isOneOf(c, PHISHING_RESISTANT));
    return linkedSatisfies(graph.from(policy, path, STRENGTH), resists);
}

/** All of these clients, or "all". */
export function coversClients({ props }: Resource, clients: readonly string[]): Answer {
    const path = "conditions.clientAppTypes";
    return or(lists(props, path, "all"), and(...clients.map(client => lists(props, path, client))));
}

/** What a policy may leave out that still asks everyone. */
export const EXCLUSION_SETTINGS = {
    maxExclusions: {
        type: "integer",
        minimum: 0,
        default: 4,
        description: "Users and groups that may be excluded, for accounts to break the glass with.",
    },
    allowedExcludedRoles: {
        type: "array",
        items: { type: "string" },
        default: ["d29b2b05-8046-44ba-8758-1e26182fcf32"],
        description: "Ids of role templates that may be excluded (by default directory synchronisation accounts).",
    },
    allowedExcludedApps: {
        type: "array",
        items: { type: "string" },
        default: ["d4ebce55-015a-49b5-a083-c84d1797ae8c"],
        description: "Ids of applications that may be excluded (by default Microsoft Intune enrolment).",
    },
} as const satisfies SettingSchemas;

export type ExclusionSettings = Settings<typeof EXCLUSION_SETTINGS>;

type Dimension = "users" | "applications" | "locations" | "platforms";

/** Something that a policy leaves out beyond what it may. */
export interface Gap {
    readonly path: string;
    /** What is left out, in words. */
    readonly what: string;
    readonly dimension: Dimension;
    /** True, or UNKNOWN where it may be one of what is allowed. */
    readonly isOpen: true | typeof UNKNOWN;
    /** Does another policy name just this? */
    readonly isNamedBy: (other: Resource) => Answer;
}

const EVERYTHING = {
    applications: ({ props }: Resource) => lists(props, "conditions.applications.includedApplications", "All"),
    locations: (policy: Resource) => isAbsentOr(policy, "conditions.locations.includedLocations", "All"),
    platforms: (policy: Resource) => isAbsentOr(policy, "conditions.platforms.includedPlatforms", "all"),
};

function isAbsentOr({ props }: Resource, path: string, everything: string): Answer {
    return or(isEmpty(read(props, path)), lists(props, path, everything));
}

const GUESTS = "GuestsOrExternalUsers";
const GUEST_TYPES = [
    "internalGuest",
    "b2bCollaborationGuest",
    "b2bCollaborationMember",
    "b2bDirectConnectUser",
    "otherExternalUser",
    "serviceProvider",
];

/** Does the policy name all guests of these types, of whatever tenant? */
function namesGuests({ props }: Resource, types: readonly Value[]): Answer {
    const blocks = list(read(props, "conditions.users.includedGuestsOrExternalUsers"));
    const named = every(types, type =>
        some(blocks, block =>
            is(block, b => {
                if (!isRecord(b)) return false;
                const limited = readAll(b, "externalTenants[].membershipKind");
                const anyTenant = every(limited, at => isOneOf(at.value, ["all"]));
                return and(
                    anyTenant,
                    some(list(read(b, "guestOrExternalUserTypes")), t => is(type, known => isOneOf(t, [text(known)]))),
                );
            }),
        ),
    );
    return or(lists(props, "conditions.users.includedUsers", GUESTS), named);
}

/** Everything that the policy leaves out beyond what the settings allow. */
export function gapsOf({ props }: Resource, settings: ExclusionSettings): readonly Gap[] {
    const found: Gap[] = [];
    const each = (
        dimension: Dimension,
        excluded: string,
        included: string,
        what: string,
        allowed: readonly string[] | undefined,
        extra: readonly string[] = [],
    ): void => {
        const path = `conditions.${dimension}.${excluded}`;
        const values = list(read(props, path));
        if (isUnknown(values)) found.push({ path, what, dimension, isOpen: UNKNOWN, isNamedBy: () => false });
        else
            for (const value of values) {
                const isAllowed = isOneOf(value, [...(allowed ?? []), ...extra]);
                if (isAllowed === true) continue;
                const isOpen = isAllowed === UNKNOWN && allowed !== undefined ? UNKNOWN : true;
                const isNamedBy = (other: Resource): Answer =>
                    is(value, known => lists(other.props, `conditions.${dimension}.${included}`, text(known)));
                found.push({ path, what, dimension, isOpen, isNamedBy });
            }
    };
    each("applications", "excludedApplications", "includedApplications", "An application", settings.allowedExcludedApps);
    each("locations", "excludedLocations", "includedLocations", "A location", undefined);
    each("platforms", "excludedPlatforms", "includedPlatforms", "A platform", undefined);
    each("users", "excludedRoles", "includedRoles", "A role", settings.allowedExcludedRoles);

    const guests = (path: string, types: readonly Value[], isOpen: Gap["isOpen"]): void => {
        found.push({ path, what: "A kind of guest", dimension: "users", isOpen, isNamedBy: other => namesGuests(other, types) });
    };
    const blocks = "conditions.users.excludedGuestsOrExternalUsers";
    const excludedGuests = list(read(props, blocks));
    if (isUnknown(excludedGuests)) guests(blocks, GUEST_TYPES, UNKNOWN);
    else if (excludedGuests.length > 0)
        guests(
            blocks,
            readAll(props, `${blocks}[].guestOrExternalUserTypes[]`).map(at => at.value),
            true,
        );
    if (lists(props, "conditions.users.excludedUsers", GUESTS) === true) guests("conditions.users.excludedUsers", GUEST_TYPES, true);

    const people = ["conditions.users.excludedUsers", "conditions.users.excludedGroups"].map(path => list(read(props, path)));
    const known = people.reduce<number>((sum, members) => sum + (isUnknown(members) ? 0 : members.length), 0);
    if (known > settings.maxExclusions || people.includes(UNKNOWN))
        found.push({
            path: "conditions.users.excludedUsers",
            what: `More than ${String(settings.maxExclusions)} users and groups`,
            dimension: "users",
            isOpen: known > settings.maxExclusions ? true : UNKNOWN,
            isNamedBy: () => false,
        });
    return found;
}

/** What the stack's policies together are asked for. */
export interface Demand {
    /** Does the policy ask for it, and of all clients, of whomever and whatever it names? */
    readonly asks: (policy: Resource) => Answer;
    /** Does it name all the users that the demand is about? */
    readonly users: (policy: Resource) => Answer;
    readonly settings: ExclusionSettings;
}

/** Everyone who signs in. */
export function namesEveryone({ props }: Resource): Answer {
    return lists(props, "conditions.users.includedUsers", "All");
}

/** Does the policy name all users, applications, locations and platforms, but for what it excludes? In `but`, the gap will do. */
function reaches(policy: Resource, demand: Demand, gap?: Gap): Answer {
    const everything = { users: demand.users, ...EVERYTHING };
    return and(
        ...(["users", "applications", "locations", "platforms"] as const).map(dimension =>
            gap?.dimension === dimension ? or(everything[dimension](policy), gap.isNamedBy(policy)) : everything[dimension](policy),
        ),
    );
}

/** Is what a policy leaves out asked for by another, which leaves nothing out itself? */
export function isFilledBy(gap: Gap, others: readonly Resource[], demand: Demand): Answer {
    return some(others, other => {
        const whole = every(gapsOf(other, demand.settings), own => not(own.isOpen));
        return and(whole, demand.asks(other), reaches(other, demand, gap));
    });
}

/**
 * Does one of the policies, with others that make up for what it excludes, ask everyone for everything? Where only an exclusion stands
 * between, `leftOut` says of which policy, at which property.
 */
export function sumCovers(policies: readonly Resource[], demand: Demand): { readonly answer: Answer; readonly leftOut: string } {
    const leftOut: string[] = [];
    const answer = some(policies, policy => {
        const reached = and(demand.asks(policy), reaches(policy, demand));
        if (reached === false) return false;
        const gaps = gapsOf(policy, demand.settings);
        const others = policies.filter(p => p !== policy);
        return and(
            reached,
            ...gaps.map(gap => {
                const closed = or(not(gap.isOpen), isFilledBy(gap, others, demand));
                if (closed === false) leftOut.push(`${policy.name} at ${gap.path}`);
                return closed;
            }),
        );
    });
    return { answer, leftOut: [...new Set(leftOut)].slice(0, 4).join(", ") };
}
