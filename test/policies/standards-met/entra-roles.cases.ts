import { type Cases, UNKNOWN, of } from "../support/cases";

const assignment = of("azure-native:authorization:RoleAssignment");
const directory = of("azuread:index/directoryRoleAssignment:DirectoryRoleAssignment");
const member = of("azuread:index/directoryRoleMember:DirectoryRoleMember");
const invitation = of("azuread:index/invitation:Invitation");
const user = of("azuread:index/user:User");
const identity = of("azure-native:managedidentity:UserAssignedIdentity");

const role = (guid: string): string => `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const CONTRIBUTOR = role("b24988ac-6180-42a0-ab88-20f7382dd24c");
const READER = role("acdd72a7-3385-48ef-bd42-f606fba81ae7");

const guest = invitation({ userEmailAddress: "them@elsewhere.example" });
const ownGuest = user({ userPrincipalName: "them_elsewhere.example#EXT#@us.onmicrosoft.com" });
const staff = user({ userPrincipalName: "us@us.example" });
const gone = user({ userPrincipalName: "gone@us.example", accountEnabled: false });
const app = identity({ resourceName: "app" });

export const cases: Cases = {
    "entra-guest-without-privileged-role": {
        compliant: {
            "a member of staff": [staff, assignment({ principalId: UNKNOWN, roleDefinitionId: CONTRIBUTOR }, { principalId: staff })],
            "a guest who may only read": [guest, assignment({ principalId: UNKNOWN, roleDefinitionId: READER }, { principalId: guest })],
        },
        violating: {
            "a guest who may change things": [
                [guest, assignment({ principalId: UNKNOWN, roleDefinitionId: CONTRIBUTOR }, { principalId: guest })],
                "principalId",
            ],
            "a guest by name": [
                [ownGuest, assignment({ principalId: UNKNOWN, roleDefinitionId: CONTRIBUTOR }, { principalId: ownGuest })],
                "principalId",
            ],
            "a guest in a role of the directory": [
                [guest, directory({ principalObjectId: UNKNOWN, roleId: UNKNOWN }, { principalObjectId: guest })],
                "principalObjectId",
            ],
            "a guest as a member of a role": [
                [guest, member({ memberObjectId: UNKNOWN, roleObjectId: UNKNOWN }, { memberObjectId: guest })],
                "memberObjectId",
            ],
            "a group of another directory": [
                assignment({ principalId: "11112222-3333-4444-5555-666677778888", principalType: "ForeignGroup", roleDefinitionId: CONTRIBUTOR }),
                "principalId",
            ],
            "a guest who may read, where none may": {
                resources: [guest, assignment({ principalId: UNKNOWN, roleDefinitionId: READER }, { principalId: guest })],
                settings: { readOnlyRoleIds: [] },
                property: "principalId",
            },
        },
        undetermined: {
            "somebody, beside a guest": [[guest, assignment({ principalId: UNKNOWN, roleDefinitionId: CONTRIBUTOR })], "principalId"],
            "a role known only after the update": [
                [guest, assignment({ principalId: UNKNOWN, roleDefinitionId: UNKNOWN }, { principalId: guest })],
                "principalId",
            ],
        },
        notApplicable: {
            "an application": [app, guest, assignment({ principalId: UNKNOWN, roleDefinitionId: CONTRIBUTOR }, { principalId: app })],
            "an object of the directory by its id": assignment({
                principalId: "11112222-3333-4444-5555-666677778888",
                principalType: "User",
                roleDefinitionId: CONTRIBUTOR,
            }),
        },
    },
    "entra-disabled-account-without-role": {
        compliant: {
            "on by default": [staff, assignment({ principalId: UNKNOWN, roleDefinitionId: READER }, { principalId: staff })],
            "on, said outright": (() => {
                const on = user({ userPrincipalName: "on@us.example", accountEnabled: true });
                return [on, directory({ principalObjectId: UNKNOWN }, { principalObjectId: on })];
            })(),
        },
        violating: {
            "in Azure": [[gone, assignment({ principalId: UNKNOWN, roleDefinitionId: READER }, { principalId: gone })], "principalId"],
            "in the directory": [[gone, directory({ principalObjectId: UNKNOWN }, { principalObjectId: gone })], "principalObjectId"],
        },
        undetermined: {
            "known only after the update": (() => {
                const person = user({ userPrincipalName: "x@us.example", accountEnabled: UNKNOWN });
                return [[person, assignment({ principalId: UNKNOWN }, { principalId: person })], "principalId"] as const;
            })(),
            "somebody, beside an account that is off": [[gone, assignment({ principalId: UNKNOWN })], "principalId"],
        },
        notApplicable: { "an application": [app, gone, assignment({ principalId: UNKNOWN }, { principalId: app })] },
    },
};
