import * as pulumi from "@pulumi/pulumi";
import * as azuread from "@pulumi/azuread";

const breakGlass = new azuread.Group("break-glass", { displayName: "Break glass", securityEnabled: true });
const location = new azuread.NamedLocation("offices", { displayName: "Offices", ip: { ipRanges: ["203.0.113.0/24"], trusted: true } });
const policy = (
    name: string,
    state: pulumi.Input<string>,
    conditions: Partial<azuread.types.input.ConditionalAccessPolicyConditions>,
    controls: pulumi.Input<string>[],
) =>
    new azuread.ConditionalAccessPolicy(name, {
        displayName: name,
        state,
        conditions: {
            clientAppTypes: ["all"],
            applications: { includedApplications: ["All"] },
            users: { includedUsers: ["All"], excludedGroups: [breakGlass.objectId] },
            ...conditions,
        },
        grantControls: { operator: "OR", builtInControls: controls },
    });
policy("mfa-for-all", "enabled", {}, ["mfa"]);
policy("report-only", "enabledForReportingButNotEnforced", {}, ["mfa"]);
policy("legacy", "enabled", { clientAppTypes: ["exchangeActiveSync", "other"] }, ["block"]);
policy("offices", "enabled", { locations: { includedLocations: ["All"], excludedLocations: [location.id] } }, ["mfa"]);
policy("admins", "enabled", { users: { includedRoles: ["62e90394-69f5-4237-9190-012177145e10"] } }, ["mfa", "compliantDevice"]);
policy("unknown-state", breakGlass.displayName, {}, ["mfa"]);
policy("unknown-control", "enabled", {}, [breakGlass.objectId]);

const owner = azuread.getClientConfigOutput();
const application = new azuread.Application("application", {
    displayName: "Records",
    owners: [owner.objectId],
    signInAudience: "AzureADandPersonalMicrosoftAccount",
    web: { redirectUris: ["http://records.example.org/"], implicitGrant: { accessTokenIssuanceEnabled: true } },
});
new azuread.ApplicationPassword("password", { applicationId: application.id, endDate: "2099-01-01T00:00:00Z" });
new azuread.User("user", {
    userPrincipalName: "a@example.onmicrosoft.com",
    displayName: "A",
    password: pulumi.secret("of-the-test"),
    disablePasswordExpiration: true,
});
