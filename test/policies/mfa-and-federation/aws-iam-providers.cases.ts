import type { Unknown } from "../../../src/policy/unknown";
import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const openId = of("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
const samlProvider = of("aws:iam/samlProvider:SamlProvider");

const oidc = (url: string | Unknown, ...clientIdLists: readonly (string | Unknown)[]): CaseResource => openId({ url, clientIdLists });
const github = oidc("https://token.actions.githubusercontent.com", "sts.amazonaws.com");
const saml = (...locations: readonly string[]): CaseResource =>
    samlProvider({
        samlMetadataDocument: `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://idp.example.org">
<md:IDPSSODescriptor>${locations.map(l => `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${l}"/>`).join("\n")}</md:IDPSSODescriptor></md:EntityDescriptor>`,
    });
const METADATA = "samlMetadataDocument";

export const cases: Cases = {
    "aws-identity-provider-trustworthy": {
        compliant: {
            GitHub: github,
            "a bare host is reached over HTTPS": oidc("gitlab.example.org", "https://gitlab.example.org"),
            "an issuer of the list": { resources: [github], settings: { allowedIssuers: ["token.actions.githubusercontent.com/"] } },
            "a cluster by a pattern": {
                resources: [oidc("https://oidc.eks.eu-west-2.amazonaws.com/id/ABC", "sts.amazonaws.com")],
                settings: { allowedIssuers: ["https://oidc.eks.eu-west-2.amazonaws.com/id/*"] },
            },
            "SAML over HTTPS": saml("https://idp.example.org/sso", "https://idp.example.org/sso/post"),
            "SAML without a prefix": samlProvider({
                samlMetadataDocument:
                    "<EntityDescriptor><SingleSignOnService Binding='b' Location='https://idp.example.org/sso' /></EntityDescriptor>",
            }),
        },
        violating: {
            "plain http": [oidc("http://gitlab.example.org", "a"), "url"],
            "an issuer that is not on the list": {
                resources: [oidc("https://gitlab.example.org", "a")],
                settings: { allowedIssuers: ["https://token.actions.githubusercontent.com"] },
                property: "url",
            },
            "any audience": [oidc("https://gitlab.example.org", "*"), "clientIdLists"],
            "no audience": [oidc("https://gitlab.example.org"), "clientIdLists"],
            "an empty one": [oidc("https://gitlab.example.org", ""), "clientIdLists"],
            "a sign-on location over plain http": [saml("https://idp.example.org/sso", "http://idp.example.org/sso"), METADATA],
        },
        undetermined: {
            "an issuer that is not known": [oidc(UNKNOWN, "sts.amazonaws.com"), "url"],
            "an audience that is not known": [oidc("https://gitlab.example.org", UNKNOWN), "clientIdLists"],
            "metadata that is not known": [samlProvider({ samlMetadataDocument: UNKNOWN }), METADATA],
            "metadata without a sign-on location": [saml(), METADATA],
            "metadata by its address": [samlProvider({ samlMetadataDocument: "https://idp.example.org/metadata" }), METADATA],
        },
    },
};
