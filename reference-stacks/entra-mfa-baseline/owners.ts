import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";

import { administratorIds, alertEmail, kept, ownerPolicyName, subscription } from "./config";

// Nobody owns the subscription for good: the members of this group may become its owners for four hours.
export const platformAdministrators = new azuread.Group(
    "platform",
    {
        displayName: "sg-platform-administrators",
        description: "May become owners of the subscription",
        securityEnabled: true,
        assignableToRole: true,
        preventDuplicateNames: true,
        members: administratorIds.platform,
    },
    kept,
);

const target = (caller: "EndUser" | "Admin", level: "Assignment" | "Eligibility") => ({
    caller,
    level,
    operations: ["All"],
    targetObjects: [],
    inheritableSettings: [],
    enforcedSettings: [],
});
const activation = target("EndUser", "Assignment");

// Azure makes one such policy for each role and scope, with rules of its own; the stack changes those that it names.
const ownerPolicy = new authorization.RoleManagementPolicy("owner", {
    scope: subscription,
    roleManagementPolicyName: ownerPolicyName,
    rules: [
        {
            ruleType: "RoleManagementPolicyEnablementRule",
            id: "Enablement_EndUser_Assignment",
            enabledRules: ["MultiFactorAuthentication", "Justification"],
            target: activation,
        },
        {
            ruleType: "RoleManagementPolicyExpirationRule",
            id: "Expiration_EndUser_Assignment",
            isExpirationRequired: true,
            maximumDuration: "PT4H",
            target: activation,
        },
        {
            ruleType: "RoleManagementPolicyNotificationRule",
            id: "Notification_Admin_EndUser_Assignment",
            notificationType: "Email",
            recipientType: "Admin",
            notificationLevel: "All",
            isDefaultRecipientsEnabled: true,
            notificationRecipients: [alertEmail],
            target: activation,
        },
        {
            ruleType: "RoleManagementPolicyExpirationRule",
            id: "Expiration_Admin_Eligibility",
            isExpirationRequired: true,
            maximumDuration: "P180D",
            target: target("Admin", "Eligibility"),
        },
        {
            ruleType: "RoleManagementPolicyEnablementRule",
            id: "Enablement_Admin_Assignment",
            enabledRules: ["MultiFactorAuthentication", "Justification"],
            target: target("Admin", "Assignment"),
        },
    ],
});

new authorization.PimRoleEligibilitySchedule(
    "owner",
    {
        scope: subscription,
        principalId: platformAdministrators.objectId,
        roleDefinitionId: pulumi.interpolate`${subscription}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`,
        justification: "Listed in the configuration of this stack, reviewed twice a year",
        scheduleInfo: { expiration: { type: "AfterDuration", duration: "P180D" } },
    },
    { dependsOn: ownerPolicy },
);
