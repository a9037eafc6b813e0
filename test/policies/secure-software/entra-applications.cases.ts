import { type Cases, UNKNOWN, of } from "../support/cases";

const application = of("azuread:index/application:Application");
const apiAccess = of("azuread:index/applicationApiAccess:ApplicationApiAccess");
const assignment = of("azuread:index/appRoleAssignment:AppRoleAssignment");
const grant = of("azuread:index/servicePrincipalDelegatedPermissionGrant:ServicePrincipalDelegatedPermissionGrant");
const redirects = of("azuread:index/applicationRedirectUris:ApplicationRedirectUris");

const GRAPH = "00000003-0000-0000-c000-000000000000";
const USER_READ = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";
const ROLE_MANAGEMENT = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8";
const asking = (id: string | typeof UNKNOWN) =>
    application({
        requiredResourceAccesses: [
            {
                resourceAppId: GRAPH,
                resourceAccesses: [
                    { id: USER_READ, type: "Scope" },
                    { id, type: "Role" },
                ],
            },
        ],
    });

export const cases: Cases = {
    "entra-application-no-tenant-takeover-permission": {
        compliant: {
            "no permissions": application({ displayName: "records" }),
            "a narrow permission": asking("df021288-bdef-4463-88db-98f22de89214"),
            "a role that is no such permission": assignment({
                appRoleId: "df021288-bdef-4463-88db-98f22de89214",
                principalObjectId: UNKNOWN,
                resourceObjectId: UNKNOWN,
            }),
            "narrow scopes for everybody": grant({ claimValues: ["openid", "User.Read.All"] }),
            "a wide scope for one person": grant({ claimValues: ["Directory.ReadWrite.All"], userObjectId: "55555555-5555-5555-5555-555555555555" }),
            "access to an API of one's own": apiAccess({ roleIds: ["44444444-4444-4444-4444-444444444444"], scopeIds: [USER_READ] }),
            "a permission that the estate denies no longer": {
                resources: [asking("19dbc75e-c2e2-444c-a770-ec69d8559fc7")],
                settings: { deniedAppRoleIds: [ROLE_MANAGEMENT] },
            },
        },
        violating: {
            "asks for it": [asking(ROLE_MANAGEMENT), "requiredResourceAccesses[0].resourceAccesses[1].id"],
            "asks for it, in capitals": [asking(ROLE_MANAGEMENT.toUpperCase()), "requiredResourceAccesses[0].resourceAccesses[1].id"],
            "asks for it beside the application": [apiAccess({ roleIds: ["06b708a9-e830-4db3-a914-8e69da51d44f"] }), "roleIds[0]"],
            "is given it": [assignment({ appRoleId: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9" }), "appRoleId"],
            "is given it through schedules": [assignment({ appRoleId: "dd199f4a-f148-40a4-a2ec-f0069cc799ec" }), "appRoleId"],
            "a scope for everybody": [grant({ claimValues: ["openid", "RoleManagement.ReadWrite.Directory"] }), "claimValues[1]"],
        },
        undetermined: {
            "a permission that is not known": [asking(UNKNOWN), "requiredResourceAccesses[0].resourceAccesses[1].id"],
            "a role that is not known": [assignment({ appRoleId: UNKNOWN }), "appRoleId"],
            "a wide scope for somebody who is not known": [
                grant({ claimValues: ["Directory.ReadWrite.All"], userObjectId: UNKNOWN }),
                "claimValues[0]",
            ],
            "scopes that are not known": [grant({ claimValues: UNKNOWN }), "claimValues"],
        },
    },
    "entra-application-redirect-uris-secure": {
        compliant: {
            "nobody signs in": application({ displayName: "job" }),
            "a page under TLS": application({ web: { redirectUris: ["https://records.example/signin-oidc"] } }),
            "the developer's machine": application({
                singlePageApplication: { redirectUris: ["http://localhost:3000/", "https://records.example/"] },
            }),
            "a scheme of one's own": application({
                publicClient: { redirectUris: ["msauth.records://auth", "ms-appx-web://microsoft.aad.brokerplugin/x"] },
            }),
            "beside the application": redirects({ type: "PublicClient", redirectUris: ["msauth.records://auth"] }),
        },
        violating: {
            "a page without TLS": [
                application({ web: { redirectUris: ["https://records.example/", "http://records.example/"] } }),
                "web.redirectUris[1]",
            ],
            "a wildcard": [application({ web: { redirectUris: ["https://*.records.example/"] } }), "web.redirectUris[0]"],
            "a host that only begins like the own machine": [
                application({ web: { redirectUris: ["http://localhost.example/"] } }),
                "web.redirectUris[0]",
            ],
            "a scheme of its own, for a page": [
                application({ singlePageApplication: { redirectUris: ["records://auth"] } }),
                "singlePageApplication.redirectUris[0]",
            ],
            "a program without TLS": [application({ publicClient: { redirectUris: ["http://records.example/"] } }), "publicClient.redirectUris[0]"],
            "beside the application": [redirects({ type: "Web", redirectUris: ["records://auth"] }), "redirectUris[0]"],
        },
        undetermined: {
            "an address that is not known": [application({ web: { redirectUris: [UNKNOWN] } }), "web.redirectUris[0]"],
            "a kind that is not known": [redirects({ type: UNKNOWN, redirectUris: ["records://auth"] }), "redirectUris[0]"],
        },
    },
};
