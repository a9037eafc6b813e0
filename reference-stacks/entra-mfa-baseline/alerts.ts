import * as monitor from "@pulumi/azure-native/monitor";
import * as resources from "@pulumi/azure-native/resources";

import { names } from "./break-glass";
import { alertEmail, kept, location, name, tags, workspaceId } from "./config";

const group = new resources.ResourceGroup("operations", { resourceGroupName: `rg-${name}-operations`, location, tags }, kept);

const people = new monitor.ActionGroup("people", {
    resourceGroupName: group.name,
    actionGroupName: `ag-${name}`,
    groupShortName: name,
    location: "Global",
    enabled: true,
    emailReceivers: [{ name: "security", emailAddress: alertEmail, useCommonAlertSchema: true }],
    tags,
});

// A break-glass account is used in an emergency, in a rehearsal, or by an intruder: somebody looks at once, whether it worked or not.
new monitor.ScheduledQueryRule("break-glass", {
    resourceGroupName: group.name,
    ruleName: `sqr-${name}-break-glass`,
    location,
    kind: "LogAlert",
    displayName: "A break-glass account was used",
    description: "Somebody signed in, or tried to, with an account that is kept for emergencies",
    severity: 0,
    enabled: true,
    scopes: [workspaceId],
    evaluationFrequency: "PT5M",
    windowSize: "PT15M",
    autoMitigate: false,
    criteria: {
        allOf: [
            {
                query: names.apply(all => `SigninLogs | where UserPrincipalName in~ (${all.map(one => `"${one}"`).join(", ")})`),
                timeAggregation: "Count",
                operator: "GreaterThan",
                threshold: 0,
                failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
            },
        ],
    },
    actions: { actionGroups: [people.id] },
    tags,
});
