import { type Cases, UNKNOWN, of } from "../support/cases";

const policy = of("azuread:index/groupRoleManagementPolicy:GroupRoleManagementPolicy");

const assignment = of("azuread:index/directoryRoleAssignment:DirectoryRoleAssignment");
const member = of("azuread:index/directoryRoleMember:DirectoryRoleMember");
const role = of("azuread:index/directoryRole:DirectoryRole");
const customRole = of("azuread:index/customDirectoryRole:CustomDirectoryRole");
const user = of("azuread:index/user:User");
const group = of("azuread:index/group:Group");
const groupMember = of("azuread:index/groupMember:GroupMember");
const eligible = of("azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule");

const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const SOMEBODY = "11112222-3333-4444-5555-666677778888";
const administrators = role({ displayName: "Global Administrator" });
const glass = user({ displayName: "Break glass 1", userPrincipalName: "glass1@us.example" });
const team = group({ displayName: "Administrators", assignableToRole: true });
const onRequest = eligible({ assignmentType: "member", groupId: UNKNOWN, principalId: UNKNOWN, duration: "P90D" }, { groupId: team });

const MFA = "activationRules.requireMultifactorAuthentication";
const strict = { strictActivation: true };

export const cases: Cases = {
    "entra-pim-group-activation-mfa": {
        compliant: {
            "asks for MFA": policy({ roleId: "owner", activationRules: { requireMultifactorAuthentication: true } }),
            "asks for an authentication context": {
                resources: [policy({ roleId: "owner", activationRules: { requiredConditionalAccessAuthenticationContext: "c1" } })],
                partial: true,
            },
            "asks for a reason and ends soon, where that is asked": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "PT4H30M" } }),
                ],
                settings: strict,
            },
        },
        violating: {
            "no rules: the tenant's default": [policy({ roleId: "owner" }), MFA],
            "the default said outright": [policy({ activationRules: { requireMultifactorAuthentication: false, requireJustification: true } }), MFA],
            "no reason, where that is asked": {
                resources: [policy({ activationRules: { requireMultifactorAuthentication: true, maximumDuration: "PT1H" } })],
                settings: strict,
                property: "activationRules.requireJustification",
            },
            "for a whole day, where that is asked": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "P1D" } }),
                ],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
            "for no stated time, where that is asked": {
                resources: [policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true } })],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
        },
        undetermined: {
            "known only after the update": [policy({ activationRules: { requireMultifactorAuthentication: UNKNOWN } }), MFA],
            "rules known only after the update": {
                resources: [policy({ activationRules: UNKNOWN })],
                settings: strict,
                property: "activationRules.requireJustification",
            },
            "a time that cannot be read": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "P1M" } }),
                ],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
        },
    },
    "entra-privileged-role-not-permanent": {
        compliant: {
            "a break-glass account, by its id": {
                resources: [assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: SOMEBODY })],
                settings: { breakGlassAccounts: [SOMEBODY] },
            },
            "a break-glass account of the stack, by its name": {
                resources: [glass, assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: UNKNOWN }, { principalObjectId: glass })],
                settings: { breakGlassAccounts: ["glass1@us.example"] },
            },
            "a group whose members are only eligible": [
                team,
                onRequest,
                assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: UNKNOWN }, { principalObjectId: team }),
            ],
        },
        violating: {
            "for good": [assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: SOMEBODY }), "principalObjectId"],
            "for good, through a role of the stack": [
                [administrators, member({ roleObjectId: UNKNOWN, memberObjectId: SOMEBODY }, { roleObjectId: administrators })],
                "memberObjectId",
            ],
            "for good, through a role by its template": (() => {
                const security = role({ templateId: "194ae4cb-b126-40b2-bd5b-6091b380977d" });
                return [[security, assignment({ roleId: UNKNOWN, principalObjectId: UNKNOWN }, { roleId: security })], "principalObjectId"] as const;
            })(),
            "no break-glass account": {
                resources: [assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: "another" })],
                settings: { breakGlassAccounts: [SOMEBODY] },
                property: "principalObjectId",
            },
            "a group with members for good": [
                [
                    team,
                    onRequest,
                    groupMember({ groupObjectId: UNKNOWN, memberObjectId: SOMEBODY }, { groupObjectId: team }),
                    assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: UNKNOWN }, { principalObjectId: team }),
                ],
                "principalObjectId",
            ],
            "a group that nobody asks for": [
                [team, assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: UNKNOWN }, { principalObjectId: team })],
                "principalObjectId",
            ],
        },
        undetermined: {
            "a role known only after the update": [assignment({ roleId: UNKNOWN, principalObjectId: SOMEBODY }), "principalObjectId"],
            "an activated role by its own id": [member({ roleObjectId: SOMEBODY, memberObjectId: SOMEBODY }), "memberObjectId"],
            "perhaps a break-glass account": {
                resources: [assignment({ roleId: GLOBAL_ADMINISTRATOR, principalObjectId: UNKNOWN })],
                settings: { breakGlassAccounts: [SOMEBODY] },
                property: "principalObjectId",
            },
        },
        notApplicable: {
            "a role that may only read": assignment({ roleId: READER, principalObjectId: SOMEBODY }),
            "another role of the stack": (() => {
                const reader = role({ displayName: "Global Reader" });
                return [reader, member({ roleObjectId: UNKNOWN, memberObjectId: SOMEBODY }, { roleObjectId: reader })];
            })(),
            "a role of one's own": (() => {
                const own = customRole({ displayName: "Own", enabled: true, version: "1", permissions: [] });
                return [own, assignment({ roleId: UNKNOWN, principalObjectId: SOMEBODY }, { roleId: own })];
            })(),
        },
    },
};
