import * as azuread from "@pulumi/azuread";
import { administratorIds, alertEmail, kept } from "./config";
import { type DirectoryRole, directoryRoles } from "./directory-roles";

/** What the members of each group may do, for as long as they have activated it. */
const groups: Record<"directory" | "security", { description: string; roles: DirectoryRole[] }> = {
    directory: {
        description: "Who may sign in, how, and as what",
        roles: ["Privileged Role Administrator", "Conditional Access Administrator", "User Administrator"],
    },
    security: { description: "Findings, incidents and what protects", roles: ["Security Administrator"] },
};

/**
 * Nobody is a member for good. Those who are eligible become one for four hours, by a second factor and with a reason, and a mailbox hears of it.
 * Who is eligible is looked at twice a year: after that, the eligibility is gone until the stack is deployed again.
 */
function administrators(id: keyof typeof groups): azuread.Group {
    const { description, roles } = groups[id];
    const group = new azuread.Group(
        id,
        {
            displayName: `sg-${id}-administrators`,
            description,
            securityEnabled: true,
            assignableToRole: true,
            preventDuplicateNames: true,
        },
        kept,
    );
    const activation = new azuread.GroupRoleManagementPolicy(id, {
        groupId: group.objectId,
        roleId: "member",
        activationRules: { maximumDuration: "PT4H", requireMultifactorAuthentication: true, requireJustification: true },
        activeAssignmentRules: {
            expirationRequired: true,
            expireAfter: "P15D",
            requireMultifactorAuthentication: true,
            requireJustification: true,
        },
        eligibleAssignmentRules: { expirationRequired: true, expireAfter: "P180D" },
        notificationRules: {
            activeAssignments: { adminNotifications: { notificationLevel: "All", defaultRecipients: true, additionalRecipients: [alertEmail] } },
            eligibleActivations: { adminNotifications: { notificationLevel: "All", defaultRecipients: true, additionalRecipients: [alertEmail] } },
            eligibleAssignments: { adminNotifications: { notificationLevel: "All", defaultRecipients: true, additionalRecipients: [alertEmail] } },
        },
    });
    administratorIds[id].forEach((principalId, index) => {
        new azuread.PrivilegedAccessGroupEligibilitySchedule(
            `${id}-${String(index + 1)}`,
            {
                groupId: group.objectId,
                principalId,
                assignmentType: "member",
                duration: "P180D",
                justification: "Listed in the configuration of this stack, reviewed twice a year",
            },
            // The group's rules first, so that nobody activates it under those that Entra starts with.
            { dependsOn: activation },
        );
    });
    for (const role of roles) {
        new azuread.DirectoryRoleAssignment(
            `${id}-${role.toLowerCase().replaceAll(" ", "-")}`,
            { roleId: directoryRoles[role], principalObjectId: group.objectId, directoryScopeId: "/" },
            { dependsOn: activation },
        );
    }
    return group;
}
export const directoryAdministrators = administrators("directory");
export const securityAdministrators = administrators("security");
