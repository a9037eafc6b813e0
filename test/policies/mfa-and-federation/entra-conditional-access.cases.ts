import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

type Props = CaseProps<"azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy">;
type Inner<K extends keyof Props> = Exclude<NonNullable<Props[K]>, symbol>;

const build = of("azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy");
const strength = of("azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy");

const EVERYONE: Inner<"conditions"> = {
    clientAppTypes: ["all"],
    users: { includedUsers: ["All"] },
    applications: { includedApplications: ["All"] },
};
const MFA: Inner<"grantControls"> = { operator: "OR", builtInControls: ["mfa"] };

function policy(conditions: Inner<"conditions"> = {}, grantControls: Inner<"grantControls"> = MFA, state: Props["state"] = "enabled") {
    return build({ displayName: "policy", state, conditions: { ...EVERYONE, ...conditions }, grantControls });
}

const LEGACY = { clientAppTypes: ["exchangeActiveSync", "other"] };
const BLOCK: Inner<"grantControls"> = { operator: "OR", builtInControls: ["block"] };
const RESISTANT: Inner<"grantControls"> = {
    operator: "OR",
    authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
};
const ROLES = [
    "62e90394-69f5-4237-9190-012177145e10",
    "e8611ab8-c189-46e8-94e1-60213ab1f814",
    "194ae4cb-b126-40b2-bd5b-6091b380977d",
    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
];
const APP = "797f4846-ba00-4fd7-ba43-dac1f8f63013";
const user = of("azuread:index/user:User");

export const cases: Cases = {
    "entra-conditional-access-mfa-all-users": {
        compliant: {
            "one policy for everyone": policy(),
            "browsers and modern clients": policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }),
            "platforms 'all' narrow nothing": policy({ platforms: { includedPlatforms: ["all"] } }),
            "a strength of Microsoft's own": policy({}, RESISTANT),
            "all but accounts to break the glass with": policy({ users: { includedUsers: ["All"], excludedUsers: ["one", "two"] } }),
            "all but an application that another policy asks for": [
                policy({ applications: { includedApplications: ["All"], excludedApplications: [APP] } }),
                policy({ applications: { includedApplications: [APP] } }, RESISTANT),
            ],
            "all but guests, whom another policy asks": [
                policy({ users: { includedUsers: ["All"], excludedUsers: ["GuestsOrExternalUsers"] } }),
                policy({ users: { includedUsers: ["GuestsOrExternalUsers"] } }),
            ],
            "beside one that only reports": [policy({}, MFA, "enabledForReportingButNotEnforced"), policy()],
        },
        violating: {
            "report only": [policy({}, MFA, "enabledForReportingButNotEnforced"), ""],
            "one application": [policy({ applications: { includedApplications: ["00000003-0000-0ff1-ce00-000000000000"] } }), ""],
            "only where there is risk": [policy({ signInRiskLevels: ["high"] }), ""],
            "only on some platforms": [policy({ platforms: { includedPlatforms: ["android"] } }), ""],
            "only for the device code flow": [policy({ authenticationFlowTransferMethods: ["deviceCodeFlow"] }), ""],
            "browsers only": [policy({ clientAppTypes: ["browser"] }), ""],
            "or the terms of use": [policy({}, { operator: "OR", builtInControls: ["mfa"], termsOfUses: ["terms"] }), ""],
            "all but an application": [policy({ applications: { includedApplications: ["All"], excludedApplications: [APP] } }), ""],
            "all but an application that only another policy of the office asks for": [
                [
                    policy({ applications: { includedApplications: ["All"], excludedApplications: [APP] } }),
                    policy({ applications: { includedApplications: [APP] }, users: { includedUsers: ["someone"] } }),
                ],
                "",
            ],
            "all but trusted locations": [policy({ locations: { includedLocations: ["All"], excludedLocations: ["AllTrusted"] } }), ""],
            "all but many groups": [policy({ users: { includedUsers: ["All"], excludedGroups: ["a", "b", "c", "d", "e"] } }), ""],
            "all but guests": [policy({ users: { includedUsers: ["All"], excludedUsers: ["GuestsOrExternalUsers"] } }), ""],
        },
        undetermined: {
            "a strength that is known only after the update": [policy({}, { operator: "OR", authenticationStrengthPolicyId: UNKNOWN }), ""],
            "a strength of another stack": [
                policy({}, { operator: "OR", authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/5f3a" }),
                "",
            ],
            "groups left out that are not known": [policy({ users: { includedUsers: ["All"], excludedGroups: UNKNOWN } }), ""],
            "a state that is not known": [policy({}, MFA, UNKNOWN), ""],
            "users that are not known": [policy({ users: UNKNOWN }), ""],
        },
        notApplicable: { "no Conditional Access": user({ userPrincipalName: "a@supplier.example", displayName: "A" }) },
    },
    "entra-conditional-access-blocks-legacy-auth": {
        compliant: {
            "a block": policy(LEGACY, BLOCK),
            "MFA of all clients, which such clients cannot do": policy(),
        },
        violating: {
            "MFA of modern clients only": [policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }), ""],
            "half of them": [policy({ clientAppTypes: ["exchangeActiveSync"] }, BLOCK), ""],
            "report only": [policy(LEGACY, BLOCK, "enabledForReportingButNotEnforced"), ""],
        },
        undetermined: { "clients that are not known": [policy({ clientAppTypes: UNKNOWN }, BLOCK), ""] },
        notApplicable: { "no Conditional Access": user({ userPrincipalName: "a@supplier.example", displayName: "A" }) },
    },
    "entra-conditional-access-not-report-only": {
        compliant: { enabled: policy() },
        violating: {
            "report only": [policy({}, MFA, "enabledForReportingButNotEnforced"), "state"],
            disabled: [policy({}, MFA, "disabled"), "state"],
        },
        undetermined: { "known only after the update": [policy({}, MFA, UNKNOWN), "state"] },
    },
    "entra-conditional-access-mfa-not-optional": {
        compliant: {
            "MFA alone": policy(),
            "or a compliant device": policy({}, { operator: "OR", builtInControls: ["mfa", "compliantDevice"] }),
            "and the terms of use": policy({}, { operator: "AND", builtInControls: ["mfa"], termsOfUses: ["terms"] }),
        },
        violating: {
            "or the terms of use": [policy({}, { operator: "OR", builtInControls: ["mfa"], termsOfUses: ["terms"] }), "grantControls.operator"],
            "or an approved application": [policy({}, { operator: "OR", builtInControls: ["mfa", "approvedApplication"] }), "grantControls.operator"],
        },
        undetermined: {
            "an operator that is not known": [
                policy({}, { operator: UNKNOWN, builtInControls: ["mfa"], termsOfUses: ["terms"] }),
                "grantControls.operator",
            ],
        },
        notApplicable: { "a block": policy(LEGACY, BLOCK) },
    },
    "entra-conditional-access-exclusions-limited": {
        compliant: {
            nobody: policy(),
            "two break-glass accounts whose ids are not known": policy({ users: { includedUsers: ["All"], excludedUsers: [UNKNOWN, UNKNOWN] } }),
        },
        violating: {
            "five groups": [
                policy({ users: { includedUsers: ["All"], excludedGroups: ["a", "b", "c", "d", "e"] } }),
                "conditions.users.excludedUsers",
            ],
            "a role": [
                policy({ users: { includedUsers: ["All"], excludedRoles: ["62e90394-69f5-4237-9190-012177145e10"] } }),
                "conditions.users.excludedRoles",
            ],
            "an application": [
                policy({ applications: { includedApplications: ["All"], excludedApplications: ["Office365"] } }),
                "conditions.applications.excludedApplications",
            ],
            "trusted locations": [
                policy({ locations: { includedLocations: ["All"], excludedLocations: ["AllTrusted"] } }),
                "conditions.locations.excludedLocations",
            ],
        },
        undetermined: {
            "a list that is not known": [policy({ users: { includedUsers: ["All"], excludedGroups: UNKNOWN } }), "conditions.users.excludedUsers"],
            "a role that is not known": [policy({ users: { includedUsers: ["All"], excludedRoles: [UNKNOWN] } }), "conditions.users.excludedRoles"],
        },
        notApplicable: { "a block": policy(LEGACY, BLOCK), "report only": policy({}, MFA, "enabledForReportingButNotEnforced") },
    },
    "entra-conditional-access-admins-phishing-resistant": {
        compliant: {
            "Microsoft's own strength": policy({ users: { includedRoles: ROLES } }, RESISTANT),
            everyone: policy({}, RESISTANT),
            "a custom strength of keys alone": (() => {
                const keys = strength({ displayName: "keys", allowedCombinations: ["fido2", "windowsHelloForBusiness"] });
                return [
                    keys,
                    build(
                        {
                            displayName: "admins",
                            state: "enabled",
                            conditions: { ...EVERYONE, users: { includedRoles: ROLES } },
                            grantControls: { operator: "OR", authenticationStrengthPolicyId: UNKNOWN },
                        },
                        { grantControls: keys },
                    ),
                ];
            })(),
        },
        violating: {
            "MFA of any kind": [policy({ users: { includedRoles: ROLES } }), ""],
            "one role only": [policy({ users: { includedRoles: ROLES.slice(0, 1) } }, RESISTANT), ""],
            "the strength for passwordless": [
                policy(
                    { users: { includedRoles: ROLES } },
                    {
                        operator: "OR",
                        authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000003",
                    },
                ),
                "",
            ],
        },
        undetermined: {
            "a strength that is not known": [
                policy({ users: { includedRoles: ROLES } }, { operator: "OR", authenticationStrengthPolicyId: UNKNOWN }),
                "",
            ],
        },
        notApplicable: { "no Conditional Access": user({ userPrincipalName: "a@supplier.example", displayName: "A" }) },
    },
};
