import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const policy = of("azure-native:authorization:RoleManagementPolicy");
const definition = of("azure-native:managedservices:RegistrationDefinition");

const enablement = (
    enabledRules: readonly string[] | Unknown,
): { id: string; ruleType: "RoleManagementPolicyEnablementRule"; enabledRules: readonly string[] | Unknown } => ({
    id: "Enablement_EndUser_Assignment",
    ruleType: "RoleManagementPolicyEnablementRule" as const,
    enabledRules,
});
const context = (
    isEnabled: boolean | Unknown,
): { id: string; ruleType: "RoleManagementPolicyAuthenticationContextRule"; isEnabled: boolean | Unknown; claimValue: string } => ({
    id: "AuthenticationContext_EndUser_Assignment",
    ruleType: "RoleManagementPolicyAuthenticationContextRule" as const,
    isEnabled,
    claimValue: "c1",
});
const adminEnablement = {
    id: "Enablement_Admin_Assignment",
    ruleType: "RoleManagementPolicyEnablementRule" as const,
    enabledRules: ["MultiFactorAuthentication"],
};
const expiration = { id: "Expiration_EndUser_Assignment", ruleType: "RoleManagementPolicyExpirationRule" as const, maximumDuration: "PT8H" };

type Properties = NonNullable<Exclude<CaseProps<"azure-native:managedservices:RegistrationDefinition">["properties"], symbol>>;
const delegates = (properties: Properties) => definition({ scope: "/subscriptions/s", properties: { managedByTenantId: "t", ...properties } });

const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const permanent = [{ principalId: "p", roleDefinitionId: CONTRIBUTOR }];
type Eligible = { principalId: string; roleDefinitionId: string; justInTimeAccessPolicy: { multiFactorAuthProvider: string | Unknown } }[];
const eligible = (multiFactorAuthProvider: string | Unknown): Eligible => [
    { principalId: "p", roleDefinitionId: CONTRIBUTOR, justInTimeAccessPolicy: { multiFactorAuthProvider } },
];
const PROVIDER = "properties.eligibleAuthorizations[0].justInTimeAccessPolicy.multiFactorAuthProvider";

export const cases: Cases = {
    "azure-pim-role-policy-activation-mfa": {
        compliant: {
            "asks for MFA and a reason": policy({ rules: [expiration, enablement(["MultiFactorAuthentication", "Justification"])] }),
            "asks for an authentication context": { resources: [policy({ rules: [enablement(["Justification"]), context(true)] })], partial: true },
        },
        violating: {
            "asks for a reason only": [policy({ rules: [enablement(["Justification"])] }), "rules"],
            "asks for nothing": [policy({ rules: [enablement([])] }), "rules"],
            "asks administrators who assign, and not who activates": [policy({ rules: [adminEnablement, enablement(["Ticketing"])] }), "rules"],
            "an authentication context that is off": [policy({ rules: [enablement(["Justification"]), context(false)] }), "rules"],
        },
        undetermined: {
            "rules known only after the update": [policy({ rules: UNKNOWN }), "rules"],
            "what is asked is known only after the update": [policy({ rules: [enablement(UNKNOWN)] }), "rules"],
            "perhaps an authentication context": [policy({ rules: [enablement([]), context(UNKNOWN)] }), "rules"],
        },
        notApplicable: {
            "no rules": policy({ scope: "/subscriptions/s" }),
            "another rule": policy({ rules: [expiration] }),
        },
    },
    "azure-lighthouse-delegation-mfa": {
        compliant: {
            "MFA on activation": delegates({ authorizations: permanent, eligibleAuthorizations: eligible("Azure") }),
            "a permanent role that is not denied": {
                resources: [delegates({ authorizations: permanent })],
                settings: { deniedPermanentRoleIds: ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] },
            },
        },
        violating: {
            "no MFA": [delegates({ eligibleAuthorizations: eligible("None") }), PROVIDER],
            "no policy: the default is none": [
                delegates({ eligibleAuthorizations: [{ principalId: "p", roleDefinitionId: CONTRIBUTOR }] }),
                PROVIDER,
            ],
            "a role that may not be delegated for good": {
                resources: [delegates({ authorizations: permanent })],
                settings: { deniedPermanentRoleIds: [CONTRIBUTOR] },
                property: "properties.authorizations[0].roleDefinitionId",
            },
        },
        undetermined: {
            "known only after the update": [delegates({ eligibleAuthorizations: eligible(UNKNOWN) }), PROVIDER],
            "a list known only after the update": [delegates({ eligibleAuthorizations: UNKNOWN }), "properties.eligibleAuthorizations"],
        },
        notApplicable: { "permanent roles only": delegates({ authorizations: permanent }) },
    },
};
