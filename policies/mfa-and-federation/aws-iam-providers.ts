import { mustByType } from "../../src/policy/factories";
import { fact } from "../../src/policy/facts";
import { type Answer, UNKNOWN, and, every, is } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

/** The issuer without its scheme and last slash; undefined where it is reached other than by HTTPS. */
function issuerOf(url: string): string | undefined {
    const [scheme, rest] = url.includes("://") ? url.split("://", 2) : ["https", url];
    return scheme?.toLowerCase() === "https" ? rest?.replace(/\/$/, "").toLowerCase() : undefined;
}

/** The addresses at which SAML metadata says that people sign in. */
function signOnLocations(metadata: string): readonly string[] {
    return metadata
        .split("<")
        .filter(tag => /^([\w.-]+:)?SingleSignOnService\s/.test(tag))
        .flatMap(tag => /\sLocation\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? []);
}

export const identityProviderTrustworthy = mustByType({
    name: "aws-identity-provider-trustworthy",
    title: "Identity providers are reached over HTTPS and sign for named audiences",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "AWS believes what its identity providers sign; one that anybody on the network can answer for, or that signs for any audience, opens every role that trusts it.",
    fix: "Give an https url that allowedIssuers lists, name the audiences in clientIdLists, and use SAML metadata whose sign-on locations are https.",
    references: ["prowler:iam_check_saml_providers_sts"],
    settings: {
        allowedIssuers: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Issuers of OpenID Connect tokens that may be trusted, '*' standing for anything; where none is listed, any.",
        },
    },
    facts: ({ allowedIssuers }) => {
        const allowed = allowedIssuers.map(issuer => issuerOf(issuer) ?? issuer);
        return {
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider": [
                fact("url", "The provider is not reached over HTTPS.", url => issuerOf(text(url ?? "")) !== undefined),
                fact("url", "The provider is not one of those that the setting allowedIssuers lists.", url => {
                    const issuer = issuerOf(text(url ?? ""));
                    return allowed.length === 0 || issuer === undefined || allowed.some(pattern => matchesWildcard(pattern, issuer));
                }),
                fact("clientIdLists", "The provider's tokens are accepted for any audience, or for none that is named.", (clients): Answer => {
                    const audiences = list(clients);
                    return and(
                        is(audiences, known => known.length > 0),
                        every(audiences, audience => is(audience, a => text(a) !== "*" && text(a) !== "")),
                    );
                }),
            ],
            "aws:iam/samlProvider:SamlProvider": [
                fact("samlMetadataDocument", "People are sent to a sign-on location that is not HTTPS.", document => {
                    const locations = signOnLocations(text(document ?? ""));
                    return locations.length === 0 ? UNKNOWN : locations.every(location => /^https:\/\//i.test(location));
                }),
            ],
        };
    },
});
