import { type Cases, UNKNOWN, of } from "../support/cases";

const assignment = of("azure-native:authorization:PolicyAssignment");
const managementGroup = of("azure-native:management:ManagementGroup");
const group = of("azure-native:resources:ResourceGroup");

const scope = "/subscriptions/0b1c2d3e-0000-1111-2222-333344445555";
const initiative = (guid: string): string => `/providers/Microsoft.Authorization/policySetDefinitions/${guid}`;
const NHS = initiative("3937f550-eedd-4639-9c5e-294358be442e");
const CAF = initiative("6d220abf-cf6f-4b17-8f7e-0644c4cc84b4");
const OTHER = initiative("1f3afdf9-d0c9-4c3d-847f-89da613e70a8");
const other = assignment({ scope, policyDefinitionId: OTHER });
const supplier = managementGroup({ groupId: "supplier" });
const rg = group({ resourceGroupName: "rg" });

export const cases: Cases = {
    "azure-nhs-policy-initiative-assigned": {
        compliant: {
            "UK OFFICIAL and UK NHS": assignment({ scope, policyDefinitionId: NHS }),
            "NCSC CAF, beside another": [
                other,
                assignment({ scope: "/providers/Microsoft.Management/managementGroups/nhs", policyDefinitionId: CAF, enforcementMode: "Default" }),
            ],
            "on a management group of the stack": [supplier, assignment({ scope: UNKNOWN, policyDefinitionId: NHS }, { scope: supplier })],
            "an initiative of the estate's": {
                resources: [other],
                settings: { initiativeIds: ["1f3afdf9-d0c9-4c3d-847f-89da613e70a8"] },
            },
        },
        violating: {
            "another alone": [other, ""],
            "not enforced": [assignment({ scope, policyDefinitionId: NHS, enforcementMode: "DoNotEnforce" }), ""],
            "on a resource group only": [[other, assignment({ scope: `${scope}/resourceGroups/rg`, policyDefinitionId: NHS })], ""],
        },
        undetermined: {
            "known only after the update": [assignment({ scope, policyDefinitionId: UNKNOWN }), ""],
            "a scope that is not known": [assignment({ scope: UNKNOWN, policyDefinitionId: OTHER }), ""],
        },
        notApplicable: {
            "for one resource group": [rg, assignment({ scope: UNKNOWN, policyDefinitionId: OTHER }, { scope: rg })],
            "no assignment": rg,
        },
    },
};
