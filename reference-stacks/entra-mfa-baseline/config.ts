import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
if (!/^[a-z][a-z0-9]{2,8}$/.test(name)) throw new pulumi.RunError(`name must be 3 to 9 lower-case letters and digits, not ${name}`);
export const location = new pulumi.Config("azure-native").require("location");
export const allowedCountries = config.requireObject<string[]>("allowedCountries");
export const officeRanges = config.requireObject<string[]>("officeRanges");
export const administratorIds = {
    directory: config.requireObject<string[]>("directoryAdministratorIds"),
    security: config.requireObject<string[]>("securityAdministratorIds"),
    platform: config.requireObject<string[]>("platformAdministratorIds"),
};
export const ownerPolicyName = config.require("ownerPolicyName");
export const delivery = { repository: config.require("deliveryRepository"), environment: config.require("deliveryEnvironment") };
export const portal = { url: config.require("portalUrl"), identityId: config.require("portalIdentityId"), groupId: config.require("portalGroupId") };
export const partner = {
    tenantId: config.require("partnerTenantId"),
    groupId: config.require("partnerGroupId"),
    approverGroupId: config.require("partnerApproverGroupId"),
};
export const workspaceId = config.require("workspaceId");
export const alertEmail = config.require("alertEmail");

const client = authorization.getClientConfigOutput();
export const tenantId = client.tenantId;
export const subscriptionId = client.subscriptionId;
export const subscription = pulumi.interpolate`/subscriptions/${subscriptionId}`;
/** The domain that the tenant was made with, which no other provider of identities can take over. */
export const initialDomain = azuread.getDomainsOutput({ onlyInitial: true }).apply(({ domains }) => domains[0]?.domainName ?? "");

export const tags = { owner: config.require("owner"), service: config.require("service"), environment: config.require("environment") };

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept: pulumi.CustomResourceOptions = { protect: true };
