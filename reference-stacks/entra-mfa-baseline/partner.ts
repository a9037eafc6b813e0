import * as managedservices from "@pulumi/azure-native/managedservices";
import * as pulumi from "@pulumi/pulumi";

import { name, partner, subscription } from "./config";

const roles = {
    "Security Reader": "39bc4728-0917-49c7-9d2c-d95423bc2eb4",
    "Managed Services Registration assignment Delete Role": "91c1777a-f3dc-4fae-b103-61d183457e46",
    "Microsoft Sentinel Responder": "3e150937-b8fe-4cfb-8069-0eaf05ecd056",
};
const analysts = { principalId: partner.groupId, principalIdDisplayName: "Analysts" };

// The partner who watches security comes in through Azure Lighthouse, with accounts of its own tenant: no guests here. Its analysts see what is
// found, and may end the delegation; they deal with incidents after a second factor, a colleague's consent, and for four hours.
const delegation = new managedservices.RegistrationDefinition("partner", {
    scope: subscription,
    properties: {
        registrationDefinitionName: `${name} security partner`,
        description: "Watches security around the clock",
        managedByTenantId: partner.tenantId,
        authorizations: [
            { ...analysts, roleDefinitionId: roles["Security Reader"] },
            { ...analysts, roleDefinitionId: roles["Managed Services Registration assignment Delete Role"] },
        ],
        eligibleAuthorizations: [
            {
                ...analysts,
                roleDefinitionId: roles["Microsoft Sentinel Responder"],
                justInTimeAccessPolicy: {
                    multiFactorAuthProvider: "Azure",
                    maximumActivationDuration: "PT4H",
                    managedByTenantApprovers: [{ principalId: partner.approverGroupId, principalIdDisplayName: "Approvers" }],
                },
            },
        ],
    },
});
new managedservices.RegistrationAssignment("partner", {
    scope: subscription,
    properties: { registrationDefinitionId: pulumi.interpolate`${delegation.id}` },
});
