import { resourcePolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { absent, off, together } from "../../src/policy/facts";
import { is } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { endsWithin, goDurationHours } from "../shared/lifetimes";

const APPLICATION = "azuread:index/application:Application";
const APPLICATION_PASSWORD = "azuread:index/applicationPassword:ApplicationPassword";
const PRINCIPAL_PASSWORD = "azuread:index/servicePrincipalPassword:ServicePrincipalPassword";
const APPLICATION_CERTIFICATE = "azuread:index/applicationCertificate:ApplicationCertificate";
const PRINCIPAL_CERTIFICATE = "azuread:index/servicePrincipalCertificate:ServicePrincipalCertificate";

const SECRET = "The application proves itself by a client secret.";

export const noClientSecret = mustByType({
    name: "entra-application-no-client-secret",
    title: "Applications prove themselves without client secrets",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    why: "A client secret is a password without a second factor: whoever reads it once is the application, from anywhere.",
    fix: "Use a managed identity or a federated identity credential instead, or at least a certificate.",
    references: [],
    facts: {
        [APPLICATION]: [absent("password", SECRET)],
        [APPLICATION_PASSWORD]: [together("applicationId", SECRET, () => false)],
        [PRINCIPAL_PASSWORD]: [together("servicePrincipalId", SECRET, () => false)],
    },
});

/** Where the end of each kind of credential stands, and which setting bounds it. */
const CREDENTIALS = {
    [APPLICATION]: { end: "password.endDate", bound: "maxSecretDays" },
    [APPLICATION_PASSWORD]: { end: "endDate", bound: "maxSecretDays" },
    [PRINCIPAL_PASSWORD]: { end: "endDate", bound: "maxSecretDays" },
    [APPLICATION_CERTIFICATE]: { end: "endDate", bound: "maxCertificateDays" },
    [PRINCIPAL_CERTIFICATE]: { end: "endDate", bound: "maxCertificateDays" },
} as const;

export const credentialLifetime = resourcePolicy({
    name: "entra-application-credential-lifetime",
    title: "Credentials of applications run out before long",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: Object.keys(CREDENTIALS) as (keyof typeof CREDENTIALS)[],
    why: "A secret or a key that gets out is good until it runs out, which is about two years where the program does not say.",
    fix: "Set endDate (password.endDate of an application) to a day within the policy's settings, and replace the credential before it.",
    references: [],
    settings: {
        maxSecretDays: { type: "integer", minimum: 1, default: 180, description: "Days from today within which a secret must run out." },
        maxCertificateDays: { type: "integer", minimum: 1, default: 397, description: "Days from today within which a certificate must run out." },
    },
    check({ type, today, settings, has, get, require, notApplicable }) {
        const { end, bound } = CREDENTIALS[type];
        if (type === APPLICATION && !has("password")) {
            notApplicable("an application without a password of its own");
            return;
        }
        const days = settings[bound];
        const ends = get(end);
        const bounded =
            ends !== undefined || type === APPLICATION
                ? endsWithin(ends, today, days)
                : is(get("endDateRelative"), span => (goDurationHours(text(span ?? "")) ?? Infinity) <= days * 24);
        require(bounded, end, `The credential is good for more than ${String(days)} days.`);
    },
});

const IMPLICIT = "Access tokens are handed to the browser in the address of a page.";
const PASSWORDS = "The application may take people's passwords itself, past MFA.";

export const noRopcOrImplicitFlow = mustByType({
    name: "entra-application-no-ropc-or-implicit-flow",
    title: "Applications neither take passwords nor hand access tokens to browsers",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "The password flow knows no second factor, and a token in an address ends up in histories and logs.",
    fix: "Leave implicit issuance of access tokens and the fallback to a public client off, and use the authorisation code flow with PKCE.",
    remedies: [{ path: "fallbackPublicClientEnabled", value: false }],
    references: [],
    facts: {
        [APPLICATION]: [off("web.implicitGrant.accessTokenIssuanceEnabled", false, IMPLICIT), off("fallbackPublicClientEnabled", false, PASSWORDS)],
        "azuread:index/applicationRegistration:ApplicationRegistration": [off("implicitAccessTokenIssuanceEnabled", false, IMPLICIT)],
        "azuread:index/applicationFallbackPublicClient:ApplicationFallbackPublicClient": [off("enabled", false, PASSWORDS)],
    },
});
