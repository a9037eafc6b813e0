import { type Cases, UNKNOWN, of } from "../support/cases";

const application = of("azuread:index/application:Application");
const registration = of("azuread:index/applicationRegistration:ApplicationRegistration");
const fallback = of("azuread:index/applicationFallbackPublicClient:ApplicationFallbackPublicClient");
const password = of("azuread:index/applicationPassword:ApplicationPassword");
const principalPassword = of("azuread:index/servicePrincipalPassword:ServicePrincipalPassword");
const certificate = of("azuread:index/applicationCertificate:ApplicationCertificate");
const principalCertificate = of("azuread:index/servicePrincipalCertificate:ServicePrincipalCertificate");

const displayName = "records";
const IMPLICIT = "web.implicitGrant.accessTokenIssuanceEnabled";

export const cases: Cases = {
    "entra-application-no-client-secret": {
        compliant: { "no password": application({ displayName }) },
        violating: {
            "a password of its own": [application({ displayName, password: { displayName: "ci", endDate: "2027-01-01T00:00:00Z" } }), "password"],
            "a password of an application": [password({ applicationId: UNKNOWN }), "applicationId"],
            "a password of a service principal": [principalPassword({ servicePrincipalId: "/servicePrincipals/s" }), "servicePrincipalId"],
        },
        undetermined: { "known only after the update": [application({ displayName, password: UNKNOWN }), "password"] },
    },
    "entra-application-credential-lifetime": {
        compliant: {
            "a secret for half a year": password({ applicationId: "a", endDate: "2027-05-21T23:59:59Z" }),
            "a secret of an application": application({ displayName, password: { displayName: "ci", endDate: "2027-01-01T00:00:00+01:00" } }),
            "a secret for a span": principalPassword({ servicePrincipalId: "s", endDateRelative: "4320h" }),
            "a certificate for a year": certificate({ applicationId: "a", value: UNKNOWN, endDate: "2027-11-22T00:00:00Z" }),
            "a certificate for a span": principalCertificate({ servicePrincipalId: "s", value: UNKNOWN, endDateRelative: "8760h30m" }),
        },
        violating: {
            "left out: about two years": [password({ applicationId: "a" }), "endDate"],
            "left out of an application": [application({ displayName, password: { displayName: "ci" } }), "password.endDate"],
            "a day too long": [password({ applicationId: "a", endDate: "2027-05-22T00:00:00Z" }), "endDate"],
            "a certificate for three years": [certificate({ applicationId: "a", value: "c", endDate: "2029-11-22T00:00:00Z" }), "endDate"],
            "a span too long": [principalPassword({ servicePrincipalId: "s", endDateRelative: "4320h1m" }), "endDate"],
            "a shorter time, where that is asked": {
                resources: [password({ applicationId: "a", endDate: "2027-01-01T00:00:00Z" })],
                settings: { maxSecretDays: 30 },
                property: "endDate",
            },
        },
        undetermined: {
            "known only after the update": [password({ applicationId: "a", endDate: UNKNOWN }), "endDate"],
            "a span known only after the update": [certificate({ applicationId: "a", value: "c", endDateRelative: UNKNOWN }), "endDate"],
            "no date": [password({ applicationId: "a", endDate: "next year" }), "endDate"],
        },
        notApplicable: { "an application without a password": application({ displayName }) },
    },
    "entra-application-no-ropc-or-implicit-flow": {
        compliant: {
            "left out": [application({ displayName }), registration({ displayName }), fallback({ applicationId: "a" })],
            "off, said outright": application({
                displayName,
                fallbackPublicClientEnabled: false,
                web: { implicitGrant: { accessTokenIssuanceEnabled: false } },
            }),
            "ID tokens, which App Service needs": [
                application({ displayName, web: { implicitGrant: { idTokenIssuanceEnabled: true } } }),
                registration({ displayName, implicitIdTokenIssuanceEnabled: true }),
            ],
        },
        violating: {
            "access tokens in the address": [application({ displayName, web: { implicitGrant: { accessTokenIssuanceEnabled: true } } }), IMPLICIT],
            "access tokens of a registration": [
                registration({ displayName, implicitAccessTokenIssuanceEnabled: true }),
                "implicitAccessTokenIssuanceEnabled",
            ],
            passwords: [application({ displayName, fallbackPublicClientEnabled: true }), "fallbackPublicClientEnabled"],
            "passwords, by a resource beside it": [fallback({ applicationId: UNKNOWN, enabled: true }), "enabled"],
        },
        undetermined: {
            "known only after the update": [application({ displayName, web: UNKNOWN }), IMPLICIT],
            "passwords known only after the update": [fallback({ applicationId: "a", enabled: UNKNOWN }), "enabled"],
        },
    },
};
