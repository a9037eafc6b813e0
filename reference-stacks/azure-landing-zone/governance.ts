import * as authorization from "@pulumi/azure-native/authorization";
import * as management from "@pulumi/azure-native/management";
import * as pulumi from "@pulumi/pulumi";

import { allowedLocations, kept, location, name } from "./config";

// Every subscription of the supplier stands below one management group, and what is assigned to it holds for all of them.
export const supplier = new management.ManagementGroup("supplier", { groupId: `mg-${name}`, displayName: "NHS supplier" }, kept);
new management.ManagementGroupSubscription("supplier", { groupId: supplier.name });

const definition = (kind: string, id: string): string => `/providers/Microsoft.Authorization/${kind}/${id}`;

/** What Azure itself checks after deployment, whoever deploys. The definitions are Azure's own. */
const assignments = {
    "uk-official-nhs": {
        displayName: "UK OFFICIAL and UK NHS",
        policyDefinitionId: definition("policySetDefinitions", "3937f550-eedd-4639-9c5e-294358be442e"),
        // Some of its policies prepare machines for their audit.
        identity: { type: "SystemAssigned" as const },
        location,
    },
    "allowed-locations": {
        displayName: "Allowed locations",
        policyDefinitionId: definition("policyDefinitions", "e56962a6-4747-49cd-b67b-bf8b01975c4c"),
        parameters: { listOfAllowedLocations: { value: allowedLocations } },
    },
};
for (const [id, assignment] of Object.entries(assignments)) {
    new authorization.PolicyAssignment(id, {
        policyAssignmentName: id,
        scope: pulumi.interpolate`/providers/Microsoft.Management/managementGroups/${supplier.name}`,
        enforcementMode: "Default",
        ...assignment,
    });
}
