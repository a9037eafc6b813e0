import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read, text, truth } from "../../src/policy/values";
import { sameParent } from "../shared/azure-parents";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const ONBOARDING = "azure-native:securityinsights:SentinelOnboardingState";
const RULE = "azure-native:securityinsights:AutomationRule";

export const sentinelIncidentAutomation = stackPolicy({
    name: "azure-sentinel-incident-automation",
    title: "A new incident in Sentinel is given to somebody at once",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ONBOARDING],
    reads: [RULE, WORKSPACE],
    why: "An incident that nobody owns waits until somebody happens to look, while the time in which it must be reported runs.",
    fix: "Add a securityinsights AutomationRule on 'Incidents' that are 'Created', with a 'RunPlaybook' action or a 'ModifyProperties' action that sets an owner.",
    references: [],
    checkResource({ graph, resource, today, require }) {
        const given = some(graph.of(RULE), rule => and(sameParent(graph, resource, rule, "workspaceName", WORKSPACE), givesIncidents(rule, today)));
        require(given, "", "No automation rule of the workspace runs a playbook on new incidents or gives them an owner.");
    },
});

function givesIncidents({ props }: Resource, today: string): Answer {
    const end = read(props, "triggeringLogic.expirationTimeUtc");
    const expired =
        end === undefined ? false : is(end, known => (Number.isNaN(Date.parse(text(known))) ? UNKNOWN : Date.parse(text(known)) < Date.parse(today)));
    return and(
        truth(read(props, "triggeringLogic.isEnabled")) ?? false,
        isOneOf(read(props, "triggeringLogic.triggersOn"), ["Incidents"]),
        isOneOf(read(props, "triggeringLogic.triggersWhen"), ["Created"]),
        not(expired),
        some(list(read(props, "actions")), action =>
            is(action, known =>
                or(
                    isOneOf(read(known, "actionType"), ["RunPlaybook"]),
                    and(
                        isOneOf(read(known, "actionType"), ["ModifyProperties"]),
                        is(read(known, "actionConfiguration"), changes => isSet(changes ?? {}, "owner")),
                    ),
                ),
            ),
        ),
    );
}
