import { isOneOf } from "../../src/policy/check";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Props, Resource, Value } from "../../src/policy/resource";
import { type Answer, and, every, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, isRecord, list, read, text } from "../../src/policy/values";

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
    "platforms.excludedPlatforms",
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

function isNarrowed({ props }: Resource): Answer {
    const within = (at: string, everything: string): Answer => {
        const included = read(props, at);
        return and(not(isEmpty(included)), not(lists(props, at, everything)));
    };
    return or(
        ...CONDITIONS_THAT_NARROW.map(condition => not(isEmpty(read(props, `conditions.${condition}`)))),
        within("conditions.platforms.includedPlatforms", "all"),
        within("conditions.locations.includedLocations", "All"),
    );
}

/** Enabled, and for every sign-in of the users, applications and clients that it names. */
export function isEnforced(policy: Resource): Answer {
    return and(isOneOf(read(policy.props, "state"), ["enabled"]), not(isNarrowed(policy)));
}

/** Is there no way round the MFA that the policy asks for, save by one of the accepted controls? */
export function isNotOptional(policy: Resource, accepted: readonly string[]): Answer {
    const { props } = policy;
    const others = ["termsOfUses", "customAuthenticationFactors"].map(name => isEmpty(read(props, `grantControls.${name}`)));
    const controls = every(list(read(props, "grantControls.builtInControls")), control => isOneOf(control, ["mfa", ...accepted]));
    return or(isOneOf(read(props, "grantControls.operator"), ["AND"]), and(controls, ...others));
}

/** Is a strength asked for, and does none of the combinations that a custom one allows make do with a single factor? */
function isStrongerThanAPassword(policy: Resource, graph: Graph): Answer {
    const path = "grantControls.authenticationStrengthPolicyId";
    if (!isFilled(policy.props, path)) return false;
    const custom = graph.from(policy, path, STRENGTH).certain;
    return every(custom, strength => every(list(read(strength.props, "allowedCombinations")), c => not(isOneOf(c, SINGLE_FACTOR))));
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

/** Everyone who signs in to anything. */
export function coversEveryone({ props }: Resource): Answer {
    return and(lists(props, "conditions.users.includedUsers", "All"), lists(props, "conditions.applications.includedApplications", "All"));
}

/** All of these clients, or "all". */
export function coversClients({ props }: Resource, clients: readonly string[]): Answer {
    const path = "conditions.clientAppTypes";
    return or(lists(props, path, "all"), and(...clients.map(client => lists(props, path, client))));
}
