import * as securityinsights from "@pulumi/azure-native/securityinsights";

import { groups, security } from "./config";
import { workspace } from "./logs";

const place = { resourceGroupName: groups.operations.name, workspaceName: workspace.name };
const onboarded = new securityinsights.SentinelOnboardingState("sentinel", { ...place, sentinelOnboardingStateName: "default" });
const options = { dependsOn: onboarded };

// Attacks in several stages, which single rules do not see. The template is Microsoft's.
new securityinsights.FusionAlertRule(
    "fusion",
    { ...place, ruleId: "fusion", kind: "Fusion", enabled: true, alertRuleTemplateName: "f71aba3d-28fb-450b-b192-4e76a83015c8" },
    options,
);

interface Watched {
    displayName: string;
    severity: string;
    tactics: string[];
    query: string;
}
/** What raises an incident, by rule. */
const watched: Record<string, Watched> = {
    "records-stopped": {
        displayName: "Someone stops what is recorded of the subscription",
        severity: "High",
        tactics: ["DefenseEvasion"],
        query: 'AzureActivity | where OperationNameValue =~ "MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE" and ActivityStatusValue =~ "Success"',
    },
    "locks-removed": {
        displayName: "Someone takes away what protects from deletion",
        severity: "High",
        tactics: ["Impact"],
        query: 'AzureActivity | where OperationNameValue =~ "MICROSOFT.AUTHORIZATION/LOCKS/DELETE" and ActivityStatusValue =~ "Success"',
    },
    "owners-added": {
        displayName: "Someone is given a role in the subscription",
        severity: "Medium",
        tactics: ["Persistence", "PrivilegeEscalation"],
        query: 'AzureActivity | where OperationNameValue =~ "MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE" and ActivityStatusValue =~ "Success"',
    },
    "sign-ins-guessed": {
        displayName: "Many sign-ins of one user fail",
        severity: "Medium",
        tactics: ["CredentialAccess"],
        query: 'SigninLogs | where ResultType in ("50053", "50126") | summarize Failures = count() by UserPrincipalName | where Failures > 20',
    },
};
for (const [ruleId, rule] of Object.entries(watched)) {
    new securityinsights.ScheduledAlertRule(
        ruleId,
        {
            ...place,
            ruleId,
            kind: "Scheduled",
            enabled: true,
            queryFrequency: "PT1H",
            queryPeriod: "PT1H",
            triggerOperator: "GreaterThan",
            triggerThreshold: 0,
            suppressionEnabled: false,
            suppressionDuration: "PT5H",
            incidentConfiguration: { createIncident: true },
            ...rule,
        },
        options,
    );
}

// Every incident has an owner from its first minute.
new securityinsights.AutomationRule(
    "owner",
    {
        ...place,
        automationRuleId: "owner",
        displayName: "Give every incident to the security team",
        order: 1,
        triggeringLogic: { isEnabled: true, triggersOn: "Incidents", triggersWhen: "Created" },
        actions: [
            {
                actionType: "ModifyProperties",
                order: 1,
                actionConfiguration: { owner: { objectId: security.groupId, ownerType: "Group" }, status: "Active" },
            },
        ],
    },
    options,
);
