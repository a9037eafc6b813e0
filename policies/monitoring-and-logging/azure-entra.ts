import { stackPolicy } from "../../src/policy/definition";
import { type Answer, and, every, some } from "../../src/policy/unknown";
import { DIRECTORY_SETTING, collects, hasDestination } from "../shared/azure-diagnostics";

export const signInLogsExported = stackPolicy({
    name: "azure-entra-sign-in-logs-exported",
    title: "Sign-ins and changes of the directory are sent to where they are kept",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [DIRECTORY_SETTING],
    why: "Stolen accounts show in the sign-in logs, also in those of services and of refreshed tokens, which Entra keeps for 30 days at most.",
    fix: "Enable each of the setting requiredCategories in logs, and set workspaceId.",
    references: [],
    settings: {
        requiredCategories: {
            type: "array",
            items: { type: "string" },
            default: ["AuditLogs", "SignInLogs", "NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs"],
            description: "Categories of the directory's logs that must be exported, by one setting or several.",
        },
    },
    checkResource({ graph, resource, settings, require }) {
        const exported = (category: string): Answer =>
            some(graph.of(DIRECTORY_SETTING), setting => and(hasDestination(setting), collects(setting, [category])));
        const missing = settings.requiredCategories.filter(category => exported(category) !== true);
        require(every(
            settings.requiredCategories,
            exported,
        ), "logs", `These categories of the directory's logs are not exported: ${missing.join(", ")}.`);
        require(hasDestination(resource), "workspaceId", "The setting sends what it collects nowhere.");
    },
});
