import { resourcePolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { fact } from "../../src/policy/facts";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { type At, read, readAll, text } from "../../src/policy/values";

const APPLICATION = "azuread:index/application:Application";
const API_ACCESS = "azuread:index/applicationApiAccess:ApplicationApiAccess";
const ROLE_ASSIGNMENT = "azuread:index/appRoleAssignment:AppRoleAssignment";
const DELEGATED = "azuread:index/servicePrincipalDelegatedPermissionGrant:ServicePrincipalDelegatedPermissionGrant";
const REDIRECTS = "azuread:index/applicationRedirectUris:ApplicationRedirectUris";

/** Permissions of Microsoft Graph by which an application can make itself, or another, an administrator: ids of the application permission. */
const TAKEOVER: Readonly<Record<string, string>> = {
    "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8": "RoleManagement.ReadWrite.Directory",
    "06b708a9-e830-4db3-a914-8e69da51d44f": "AppRoleAssignment.ReadWrite.All",
    "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9": "Application.ReadWrite.All",
    "19dbc75e-c2e2-444c-a770-ec69d8559fc7": "Directory.ReadWrite.All",
    "dd199f4a-f148-40a4-a2ec-f0069cc799ec": "RoleAssignmentSchedule.ReadWrite.Directory",
    "fee28b28-e1f3-4841-818e-2704dc62245f": "RoleEligibilitySchedule.ReadWrite.Directory",
};
const SCOPES = new Set(Object.values(TAKEOVER).map(scope => scope.toLowerCase()));

export const noTenantTakeover = resourcePolicy({
    name: "entra-application-no-tenant-takeover-permission",
    title: "No application can take over the tenant",
    commitment: "secure-software",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [APPLICATION, API_ACCESS, ROLE_ASSIGNMENT, DELEGATED],
    why: "With one of these permissions, whoever holds the application's credential makes themselves Global Administrator.",
    fix: "Ask for a narrower permission (Application.ReadWrite.OwnedBy, Group.Read.All, User.Read.All …), or give the identity a role of Entra for what it does.",
    references: [],
    settings: {
        deniedAppRoleIds: {
            type: "array",
            items: { type: "string" },
            default: Object.keys(TAKEOVER),
            description: "Ids of application permissions that no application may have.",
        },
    },
    check({ type, resource: { props }, settings, requireAt }) {
        const denied = new Set(settings.deniedAppRoleIds.map(id => id.toLowerCase()));
        const message = "The application may have a permission by which it can take over the tenant.";
        const role = (value: Value): Answer => is(value, id => denied.has(text(id).toLowerCase()));
        if (type === DELEGATED) {
            const forOne = is(read(props, "userObjectId"), user => user !== undefined && text(user) !== "");
            for (const { path, value } of readAll(props, "claimValues[]")) {
                const scope = is(value, claim =>
                    text(claim)
                        .split(/\s+/)
                        .some(word => SCOPES.has(word.toLowerCase())),
                );
                requireAt(or(forOne, not(scope)), path, "A permission by which the tenant can be taken over is granted for everybody.");
            }
            return;
        }
        const ids: readonly At[] =
            type === ROLE_ASSIGNMENT ? readAll(props, "appRoleId") : type === API_ACCESS ? readAll(props, "roleIds[]") : requested(props);
        for (const { path, value } of ids) requireAt(not(role(value)), path, message);
    },
});

/** The permissions that an application asks for, for itself; those that it asks for on behalf of a person have other ids. */
function requested(props: Props): readonly At[] {
    return readAll(props, "requiredResourceAccesses[].resourceAccesses[]").flatMap(({ path, value }): readonly At[] =>
        isUnknown(value) ? [{ path, value }] : readAll(value, "id").map(id => ({ path: `${path}.id`, value: id.value })),
    );
}

/** May tokens be sent there: to a page under TLS, to the developer's own machine, or to a program that has claimed the scheme? */
function isSecure(uri: string, ownScheme: boolean): boolean {
    if (uri.includes("*")) return false;
    if (/^https:\/\/[^/\s]+/i.test(uri)) return true;
    if (/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i.test(uri)) return true;
    return ownScheme && !/^(http|javascript|data|file):/i.test(uri) && /^[a-z][a-z0-9+.-]*:/i.test(uri);
}

const INSECURE = "Tokens may be sent to an address without TLS, or with a wildcard.";

export const redirectUrisSecure = mustByType({
    name: "entra-application-redirect-uris-secure",
    title: "Tokens are only sent to addresses of one's own, under TLS",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "A token or code that is sent to a plain or a guessed address is read on the way, or taken by whoever owns the address.",
    fix: "Write whole https addresses without wildcards into redirectUris; http only for localhost, a scheme of one's own only for public clients.",
    references: [],
    facts: {
        [APPLICATION]: [
            fact("web.redirectUris[]", INSECURE, uri => isSecure(text(uri ?? ""), false)),
            fact("singlePageApplication.redirectUris[]", INSECURE, uri => isSecure(text(uri ?? ""), false)),
            fact("publicClient.redirectUris[]", INSECURE, uri => isSecure(text(uri ?? ""), true)),
        ],
        [REDIRECTS]: [
            {
                path: "redirectUris[]",
                message: INSECURE,
                judge: props =>
                    readAll(props, "redirectUris[]").map(({ path, value }) => ({
                        path,
                        answer: is(value, uri =>
                            isSecure(text(uri), false)
                                ? true
                                : and(
                                      is(read(props, "type"), type => text(type ?? "") === "PublicClient"),
                                      isSecure(text(uri), true),
                                  ),
                        ),
                    })),
            },
        ],
    },
});
