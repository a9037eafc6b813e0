import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const entra = (type: string, name: string): string => `azuread:index/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}::${name}`;
const azure = (module: string, type: string, name: string): string => `azure-native:${module}:${type}::${name}`;

const access = (name: string): string => entra("ConditionalAccessPolicy", name);
const EVERYONE = access("everyone");
const ADMINISTRATORS = access("administrators");
const LEGACY = access("legacy");
const RISKY_USERS = access("risky-users");
const OWNER_POLICY = azure("authorization", "RoleManagementPolicy", "owner");
const DELIVERER = azure("authorization", "RoleDefinition", "deliverer");
const DELIVERY_ROLE = azure("authorization", "RoleAssignment", "delivery");
const PARTNER = azure("managedservices", "RegistrationDefinition", "partner");
const PORTAL = entra("Application", "portal");
const DELIVERY = entra("ApplicationFederatedIdentityCredential", "delivery");
const ACCOUNT = entra("User", "break-glass-1");
const PEOPLE = azure("monitor", "ActionGroup", "people");
const ALERT = azure("monitor", "ScheduledQueryRule", "break-glass");

const REPORT_ONLY = "enabledForReportingButNotEnforced";
const OWNER = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const DIRECTORY_WRITE = "19dbc75e-c2e2-444c-a770-ec69d8559fc7";
const GRAPH = "00000003-0000-0000-c000-000000000000";

const allUsers = "entra-conditional-access-mfa-all-users";
const unphishable = "entra-conditional-access-admins-phishing-resistant";
const enforced = "entra-conditional-access-not-report-only";
const notOptional = "entra-conditional-access-mfa-not-optional";
const exclusions = "entra-conditional-access-exclusions-limited";
const subject = "azure-federated-credential-subject-exact";

const everyone: readonly Mutation[] = [
    // The policy for everyone is taken away, only reports, asks for one factor, or leaves people, applications or clients out.
    { resource: EVERYONE, removed: true, then: { [allUsers]: "fail" } },
    { resource: EVERYONE, set: { state: REPORT_ONLY }, then: { [allUsers]: "fail", [enforced]: "fail" } },
    { resource: EVERYONE, set: { state: UNKNOWN }, then: { [allUsers]: "undetermined", [enforced]: "undetermined" } },
    { resource: EVERYONE, set: { "grantControls.authenticationStrengthPolicyId": undefined }, then: { [allUsers]: "fail" } },
    { resource: EVERYONE, set: { grantControls: UNKNOWN }, then: { [allUsers]: "undetermined", [notOptional]: "undetermined" } },
    { resource: EVERYONE, set: { "conditions.users.includedUsers": undefined }, then: { [allUsers]: "fail" } },
    { resource: EVERYONE, set: { "conditions.users.includedUsers": UNKNOWN }, then: { [allUsers]: "undetermined" } },
    {
        resource: EVERYONE,
        set: { "conditions.users.excludedGroups": UNKNOWN },
        then: { [allUsers]: "undetermined", [exclusions]: "undetermined" },
    },
    { resource: EVERYONE, set: { "conditions.applications.includedApplications": UNKNOWN }, then: { [allUsers]: "undetermined" } },
    { resource: EVERYONE, set: { "conditions.applications.includedApplications": ["Office365"] }, then: { [allUsers]: "fail" } },
    { resource: EVERYONE, set: { "conditions.clientAppTypes": ["browser"] }, then: { [allUsers]: "fail" } },
    { resource: EVERYONE, set: { "conditions.users.excludedUsers": ["GuestsOrExternalUsers"] }, then: { [allUsers]: "fail", [exclusions]: "fail" } },
    // What counts as a second factor is a password, or is not known.
    {
        resource: entra("AuthenticationStrengthPolicy", "everyone"),
        set: { allowedCombinations: UNKNOWN },
        then: { [allUsers]: "undetermined" },
    },
    { resource: entra("AuthenticationStrengthPolicy", "everyone"), set: { allowedCombinations: ["password"] }, then: { [allUsers]: "fail" } },
    // Whoever changes the password need not show a second factor.
    { resource: RISKY_USERS, set: { "grantControls.operator": "OR" }, then: { [notOptional]: "fail" } },
    { resource: RISKY_USERS, set: { "grantControls.operator": UNKNOWN }, then: { [notOptional]: "undetermined" } },
    // Old protocols, which show no second factor, are let in again by nothing less than two changes.
    { resource: LEGACY, removed: true, then: {} },
    {
        resource: LEGACY,
        removed: true,
        and: [{ resource: EVERYONE, set: { "conditions.clientAppTypes": ["browser", "mobileAppsAndDesktopClients"] } }],
        then: { "entra-conditional-access-blocks-legacy-auth": "fail" },
    },
    { resource: LEGACY, set: { state: REPORT_ONLY }, then: { [enforced]: "fail" } },
    { resource: LEGACY, set: { state: UNKNOWN }, then: { [enforced]: "undetermined" } },
];

const administrators: readonly Mutation[] = [
    { resource: ADMINISTRATORS, removed: true, then: { [unphishable]: "fail" } },
    { resource: ADMINISTRATORS, set: { state: REPORT_ONLY }, then: { [unphishable]: "fail", [enforced]: "fail" } },
    { resource: ADMINISTRATORS, set: { "conditions.users.includedRoles": UNKNOWN }, then: { [unphishable]: "undetermined" } },
    // A role is forgotten, or a code by telephone is good enough.
    { resource: ADMINISTRATORS, set: { "conditions.users.includedRoles[6]": undefined }, then: { [unphishable]: "fail" } },
    {
        resource: entra("AuthenticationStrengthPolicy", "administrators"),
        set: { "allowedCombinations[0]": "password,sms" },
        then: { [unphishable]: "fail" },
    },
    {
        resource: entra("AuthenticationStrengthPolicy", "administrators"),
        set: { allowedCombinations: UNKNOWN },
        then: { [unphishable]: "undetermined" },
    },
    // Roles are activated without a second factor.
    {
        resource: entra("GroupRoleManagementPolicy", "directory"),
        set: { "activationRules.requireMultifactorAuthentication": false },
        then: { "entra-pim-group-activation-mfa": "fail" },
    },
    {
        resource: entra("GroupRoleManagementPolicy", "directory"),
        set: { activationRules: UNKNOWN },
        then: { "entra-pim-group-activation-mfa": "undetermined" },
    },
    {
        resource: OWNER_POLICY,
        set: { "rules[0].enabledRules": ["Justification"] },
        then: { "azure-pim-role-policy-activation-mfa": "fail" },
    },
    { resource: OWNER_POLICY, set: { rules: UNKNOWN }, then: { "azure-pim-role-policy-activation-mfa": "undetermined" } },
    // A role is given to a person for good, or to somebody who is not known.
    {
        resource: entra("DirectoryRoleAssignment", "security-security-administrator"),
        set: { principalObjectId: "11111111-2222-3333-4444-000000000003" },
        then: { "entra-privileged-role-not-permanent": "fail" },
    },
    {
        resource: entra("DirectoryRoleAssignment", "security-security-administrator"),
        set: { principalObjectId: UNKNOWN },
        then: { "entra-privileged-role-not-permanent": "undetermined" },
    },
    {
        resource: entra("PrivilegedAccessGroupEligibilitySchedule", "security-1"),
        removed: true,
        then: { "entra-privileged-role-not-permanent": "undetermined" },
    },
    { resource: entra("Group", "security"), removed: true, then: { "entra-privileged-role-not-permanent": "undetermined" } },
    // An account for emergencies is switched off, or not the one that was agreed.
    { resource: ACCOUNT, set: { accountEnabled: false }, then: { "entra-disabled-account-without-role": "fail" } },
    { resource: ACCOUNT, set: { accountEnabled: UNKNOWN }, then: { "entra-disabled-account-without-role": "undetermined" } },
    {
        resource: ACCOUNT,
        set: { userPrincipalName: "somebody@example.onmicrosoft.com" },
        then: { "entra-privileged-role-not-permanent": "fail" },
    },
    {
        resource: ACCOUNT,
        set: { userPrincipalName: "a_person#EXT#@example.onmicrosoft.com" },
        then: { "entra-privileged-role-not-permanent": "fail", "entra-guest-without-privileged-role": "fail" },
    },
];

const applications: readonly Mutation[] = [
    { resource: DELIVERY, set: { subject: "repo:example-supplier/patient-portal:pull_request" }, then: { [subject]: "fail" } },
    { resource: DELIVERY, set: { subject: UNKNOWN }, then: { [subject]: "undetermined" } },
    { resource: DELIVERY, set: { issuer: "https://tokens.example.org" }, then: { [subject]: "fail" } },
    { resource: DELIVERY, set: { audiences: undefined }, then: { [subject]: "fail" } },
    { resource: DELIVERER, set: { "permissions[0].actions[1]": "*" }, then: { "azure-custom-role-no-wildcard": "fail" } },
    { resource: DELIVERER, set: { "permissions[0].actions": UNKNOWN }, then: { "azure-custom-role-no-wildcard": "undetermined" } },
    {
        resource: DELIVERY_ROLE,
        set: { roleDefinitionId: OWNER },
        then: { "azure-role-assignment-no-broad-standing-privilege": "fail" },
    },
    {
        resource: DELIVERY_ROLE,
        set: { roleDefinitionId: UNKNOWN },
        then: { "azure-role-assignment-no-broad-standing-privilege": "undetermined" },
    },
    {
        resource: PORTAL,
        set: { "web.implicitGrant.accessTokenIssuanceEnabled": true },
        then: { "entra-application-no-ropc-or-implicit-flow": "fail" },
    },
    { resource: PORTAL, set: { "web.implicitGrant": UNKNOWN }, then: { "entra-application-no-ropc-or-implicit-flow": "undetermined" } },
    {
        resource: PORTAL,
        set: { "web.redirectUris[0]": "http://portal.example.nhs.uk/auth/callback" },
        then: { "entra-application-redirect-uris-secure": "fail" },
    },
    { resource: PORTAL, set: { "web.redirectUris": UNKNOWN }, then: { "entra-application-redirect-uris-secure": "undetermined" } },
    {
        resource: PORTAL,
        set: { requiredResourceAccesses: [{ resourceAppId: GRAPH, resourceAccesses: [{ id: DIRECTORY_WRITE, type: "Role" }] }] },
        then: { "entra-application-no-tenant-takeover-permission": "fail" },
    },
    { resource: PORTAL, set: { requiredResourceAccesses: UNKNOWN }, then: { "entra-application-no-tenant-takeover-permission": "undetermined" } },
    {
        resource: entra("AppRoleAssignment", "staff"),
        set: { appRoleId: UNKNOWN },
        then: { "entra-application-no-tenant-takeover-permission": "undetermined" },
    },
    // Other organisations sign in: then the product says whom to tell of flaws.
    { resource: PORTAL, set: { signInAudience: "AzureADMultipleOrgs" }, then: { "azure-product-security-contact-published": "fail" } },
];

const around: readonly Mutation[] = [
    // The partner comes in without a second factor.
    {
        resource: PARTNER,
        set: { "properties.eligibleAuthorizations[0].justInTimeAccessPolicy": undefined },
        then: { "azure-lighthouse-delegation-mfa": "fail" },
    },
    { resource: PARTNER, set: { "properties.authorizations": UNKNOWN }, then: { "azure-lighthouse-delegation-mfa": "undetermined" } },
    // Nobody hears that a break-glass account was used.
    { resource: PEOPLE, set: { emailReceivers: undefined }, then: { "azure-action-group-deliverable": "fail" } },
    { resource: PEOPLE, set: { enabled: UNKNOWN }, then: { "azure-action-group-deliverable": "undetermined" } },
    { resource: ALERT, set: { actions: undefined }, then: { "azure-alert-rule-routed": "fail" } },
    { resource: ALERT, set: { enabled: UNKNOWN }, then: { "azure-alert-rule-routed": "undetermined" } },
    {
        resource: azure("resources", "ResourceGroup", "operations"),
        set: { location: "eastus" },
        then: { "azure-uk-data-residency": "fail" },
    },
    { resource: azure("resources", "ResourceGroup", "operations"), set: { location: UNKNOWN }, then: { "azure-uk-data-residency": "undetermined" } },
];

export const mutations: readonly Mutation[] = [...everyone, ...administrators, ...applications, ...around];
