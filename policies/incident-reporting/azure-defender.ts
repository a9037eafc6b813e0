import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";

const AUTOMATION = "azure-native:security:Automation";

function exportsAlerts(automation: Resource): Answer {
    return some(list(read(automation.props, "sources")), source => is(source, known => isOneOf(read(known, "eventSource"), ["Alerts"])));
}

export const defenderAlertsExported = stackPolicy({
    name: "azure-defender-alerts-exported",
    title: "Alerts of Defender for Cloud go on to where people look",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [AUTOMATION],
    why: "Defender keeps its alerts for 90 days, in a portal of its own, away from the incidents that people work on.",
    fix: "Set isEnabled, a source with eventSource 'Alerts', the subscription in scopes, and an action that leads to a workspace, an event hub or a logic app.",
    references: [],
    checkResource({ graph, resource, get, on, require, notApplicable }) {
        const alerts = exportsAlerts(resource);
        const byAnother = some(graph.of(AUTOMATION), other =>
            and(other !== resource, truth(read(other.props, "isEnabled")) ?? false, exportsAlerts(other)),
        );
        if (alerts === false && byAnother === true) {
            notApplicable("an automation for other events, beside one that exports alerts");
            return;
        }
        require(or(alerts, and(not(alerts), byAnother)), "sources", "The automation does not export alerts.");
        require(on("isEnabled", false), "isEnabled", "The automation is off.");
        for (const property of ["actions", "scopes"] as const)
            require(is(list(get(property)), entries => entries.length > 0), property, property === "actions"
                ? "The automation sends what it hears of nowhere."
                : "The automation hears of nothing.");
    },
});
