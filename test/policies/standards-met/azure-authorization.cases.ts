import { type Cases, UNKNOWN, of } from "../support/cases";

const assignment = of("azure-native:authorization:RoleAssignment");
const role = of("azure-native:authorization:RoleDefinition");
const group = of("azure-native:resources:ResourceGroup");
const management = of("azure-native:management:ManagementGroup");

const SUBSCRIPTION = "/subscriptions/11112222-3333-4444-5555-666677778888";
const of_ = (guid: string): string => `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const OWNER = of_("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
const READER = of_("acdd72a7-3385-48ef-bd42-f606fba81ae7");
const may = (...actions: readonly string[]): ReturnType<typeof role> =>
    role({ scope: SUBSCRIPTION, assignableScopes: [SUBSCRIPTION], permissions: [{ actions }] });
const data = group({ resourceGroupName: "data" });

export const cases: Cases = {
    "azure-role-assignment-no-broad-standing-privilege": {
        compliant: {
            "a reader of the subscription": assignment({ roleDefinitionId: READER, scope: SUBSCRIPTION }),
            "an owner of a resource group": assignment({ roleDefinitionId: OWNER, scope: `${SUBSCRIPTION}/resourceGroups/data` }),
            "an owner of a resource group that the stack makes": [data, assignment({ roleDefinitionId: OWNER, scope: UNKNOWN }, { scope: data })],
            "an owner within a condition": assignment({ roleDefinitionId: OWNER, scope: SUBSCRIPTION, condition: UNKNOWN }),
            "a role of the stack's own": (() => {
                const own = may("Microsoft.Compute/*/read");
                return [own, assignment({ roleDefinitionId: UNKNOWN, scope: SUBSCRIPTION }, { roleDefinitionId: own })];
            })(),
        },
        violating: {
            "an owner of the subscription": [assignment({ roleDefinitionId: OWNER, scope: SUBSCRIPTION }), "scope"],
            "an administrator of access to a management group": [
                assignment({
                    roleDefinitionId: of_("18D7D88D-D35E-4FB5-A5C3-7773C20A72D9"),
                    scope: "/providers/Microsoft.Management/managementGroups/nhs",
                    principalType: "ServicePrincipal",
                }),
                "scope",
            ],
            "an owner of everything": [assignment({ roleDefinitionId: OWNER, scope: "/" }), "scope"],
            "a role of one's own list": {
                resources: [assignment({ roleDefinitionId: of_("b24988ac-6180-42a0-ab88-20f7382dd24c"), scope: SUBSCRIPTION })],
                settings: { privilegedRoleIds: ["b24988ac-6180-42a0-ab88-20f7382dd24c"] },
                property: "scope",
            },
        },
        undetermined: {
            "a role known only after the update": [assignment({ roleDefinitionId: UNKNOWN, scope: SUBSCRIPTION }), "scope"],
            "a scope known only after the update": [assignment({ roleDefinitionId: OWNER, scope: UNKNOWN }), "scope"],
            "a management group that the stack makes": (() => {
                const own = management({ groupId: "nhs" });
                return [[own, assignment({ roleDefinitionId: OWNER, scope: UNKNOWN }, { scope: own })], "scope"] as const;
            })(),
        },
    },
    "azure-custom-role-no-wildcard": {
        compliant: {
            "operations by name": may("Microsoft.Compute/virtualMachines/start/action", "Microsoft.Authorization/roleAssignments/write"),
            "reading everything": may("*/read", "Microsoft.Authorization/*/read"),
            "everything of one provider": may("Microsoft.Compute/*"),
            "no permissions": role({ scope: SUBSCRIPTION }),
            "everything in a resource group": role({
                scope: SUBSCRIPTION,
                assignableScopes: [`${SUBSCRIPTION}/resourceGroups/data`],
                permissions: [{ actions: ["*"] }],
            }),
            "everything in a resource group that the stack makes": [
                data,
                role({ scope: UNKNOWN, assignableScopes: [UNKNOWN], permissions: [{ actions: ["*"] }] }, { assignableScopes: data }),
            ],
        },
        violating: {
            everything: [may("*"), "permissions[0].actions[0]"],
            "all writing": [may("*/read", "*/write"), "permissions[0].actions[1]"],
            "all deleting": [may("*/delete"), "permissions[0].actions[0]"],
            "all doing": [may("*/action"), "permissions[0].actions[0]"],
            "all of authorization": [may("Microsoft.Authorization/*"), "permissions[0].actions[0]"],
            "the giving of roles": [may("*/roleAssignments/write"), "permissions[0].actions[0]"],
            "scopes left out": [role({ scope: SUBSCRIPTION, permissions: [{ actions: ["*"] }] }), "permissions[0].actions[0]"],
            "all data": [
                role({ scope: SUBSCRIPTION, assignableScopes: [SUBSCRIPTION], permissions: [{ dataActions: ["*"] }] }),
                "permissions[0].dataActions[0]",
            ],
        },
        undetermined: {
            "actions known only after the update": [
                role({ scope: SUBSCRIPTION, assignableScopes: [SUBSCRIPTION], permissions: [{ actions: UNKNOWN }] }),
                "permissions[0].actions",
            ],
            "scopes known only after the update": [
                role({ scope: SUBSCRIPTION, assignableScopes: UNKNOWN, permissions: [{ actions: ["*"] }] }),
                "permissions[0].actions[0]",
            ],
        },
    },
};
