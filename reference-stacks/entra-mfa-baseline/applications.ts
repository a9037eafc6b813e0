import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";

import { delivery, name, portal, subscription, tenantId } from "./config";

// Applications prove themselves by tokens of whoever runs them. There is no secret or certificate that could get out.
const audiences = ["api://AzureADTokenExchange"];

/** Delivers releases of the product: runs of one repository, in the one environment that has its reviewers. It asks for nothing in the directory. */
const deliveryApplication = new azuread.Application("delivery", {
    displayName: `app-${name}-delivery`,
    description: "Delivers releases of the product from GitHub",
    signInAudience: "AzureADMyOrg",
    preventDuplicateNames: true,
});
new azuread.ApplicationFederatedIdentityCredential("delivery", {
    applicationId: deliveryApplication.id,
    displayName: "github-environment",
    description: "Runs in the environment that has its reviewers",
    issuer: "https://token.actions.githubusercontent.com",
    subject: `repo:${delivery.repository}:environment:${delivery.environment}`,
    audiences,
});
const deliveryPrincipal = new azuread.ServicePrincipal("delivery", { clientId: deliveryApplication.clientId, appRoleAssignmentRequired: true });

/** Puts a new revision of a container app into service, and takes it out again. It makes no other change. */
const deliverer = new authorization.RoleDefinition("deliverer", {
    roleName: `${name} deliverer`,
    roleType: "CustomRole",
    description: "Puts revisions of container apps into service and takes them out again",
    assignableScopes: [subscription],
    scope: subscription,
    permissions: [
        {
            actions: [
                "Microsoft.App/containerApps/read",
                "Microsoft.App/containerApps/write",
                "Microsoft.App/containerApps/revisions/read",
                "Microsoft.App/containerApps/revisions/activate/action",
                "Microsoft.App/containerApps/revisions/deactivate/action",
                "Microsoft.App/managedEnvironments/read",
                "Microsoft.App/managedEnvironments/join/action",
                "Microsoft.Resources/subscriptions/resourceGroups/read",
            ],
            notActions: [],
            dataActions: [],
            notDataActions: [],
        },
    ],
});
new authorization.RoleAssignment("delivery", {
    principalId: deliveryPrincipal.objectId,
    principalType: "ServicePrincipal",
    roleDefinitionId: deliverer.id,
    scope: subscription,
});

/** The product that staff sign in to, under the tenant's conditional access. Its managed identity takes the place of a client secret. */
const graph = { appId: "00000003-0000-0000-c000-000000000000", signIn: "e1fe6dd8-ba31-4d61-89e7-88639da4683d" };
const staff = "5b1f0c9e-2f0c-4a55-9a3e-7d1a6a3c3f10";
const portalApplication = new azuread.Application("portal", {
    displayName: `app-${name}-portal`,
    description: "The product that staff sign in to",
    signInAudience: "AzureADMyOrg",
    preventDuplicateNames: true,
    web: {
        homepageUrl: portal.url,
        redirectUris: [`${portal.url}/auth/callback`],
        logoutUrl: `${portal.url}/auth/logout`,
        implicitGrant: { accessTokenIssuanceEnabled: false, idTokenIssuanceEnabled: false },
    },
    fallbackPublicClientEnabled: false,
    appRoles: [{ id: staff, value: "Staff", displayName: "Staff", description: "May use the product", allowedMemberTypes: ["User"], enabled: true }],
    // User.Read of Microsoft Graph, on behalf of the person who signs in.
    requiredResourceAccesses: [{ resourceAppId: graph.appId, resourceAccesses: [{ id: graph.signIn, type: "Scope" }] }],
});
new azuread.ApplicationFederatedIdentityCredential("portal", {
    applicationId: portalApplication.id,
    displayName: "managed-identity",
    description: "The managed identity with which the product runs",
    issuer: pulumi.interpolate`https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: portal.identityId,
    audiences,
});
// Only those who are given the role can sign in at all.
const portalPrincipal = new azuread.ServicePrincipal("portal", { clientId: portalApplication.clientId, appRoleAssignmentRequired: true });
new azuread.AppRoleAssignment("staff", { appRoleId: staff, principalObjectId: portal.groupId, resourceObjectId: portalPrincipal.objectId });

export const deliveryClientId = deliveryApplication.clientId;
export const portalClientId = portalApplication.clientId;
