import { must } from "../../src/policy/factories";
import { on, together } from "../../src/policy/facts";
import { UNKNOWN } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

const RECEIVERS = [
    "emailReceivers",
    "smsReceivers",
    "voiceReceivers",
    "webhookReceivers",
    "logicAppReceivers",
    "azureFunctionReceivers",
    "azureAppPushReceivers",
    "eventHubReceivers",
    "itsmReceivers",
    "armRoleReceivers",
    "automationRunbookReceivers",
    "incidentReceivers",
];

export const actionGroupDeliverable = must({
    name: "azure-action-group-deliverable",
    title: "Action groups reach somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:monitor:ActionGroup"],
    why: "An alert whose action group is off or empty ends there.",
    fix: "Give the action group at least as many receivers as the setting minReceivers, and leave enabled on.",
    references: ["azure-policy:3b980d31-7904-4bb7-8575-5665739a8052", "cis-azure-2.0:5.1.2"],
    settings: { minReceivers: { type: "integer", minimum: 1, default: 1, description: "Receivers of any kind that a group must have at least." } },
    facts: ({ minReceivers }) => [
        on("enabled", true, "The action group is turned off."),
        together("emailReceivers", `The action group has fewer than ${String(minReceivers)} receivers.`, props => {
            const lists = RECEIVERS.map(path => list(read(props, path)));
            const known = lists.reduce<number>((sum, found) => sum + (found === UNKNOWN ? 0 : found.length), 0);
            if (known >= minReceivers) return true;
            return lists.includes(UNKNOWN) ? UNKNOWN : false;
        }),
    ],
});
