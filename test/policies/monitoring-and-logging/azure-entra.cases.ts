import { type Cases, UNKNOWN, of } from "../support/cases";

const setting = of("azure-native:aadiam:DiagnosticSetting");
const logs = (...categories: string[]) => categories.map(category => ({ category, enabled: true }));
const all = logs("AuditLogs", "SignInLogs", "NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs");

export const cases: Cases = {
    "azure-entra-sign-in-logs-exported": {
        compliant: {
            "every category to a workspace": setting({ workspaceId: UNKNOWN, logs: all }),
            "to an event hub, with more": setting({ eventHubAuthorizationRuleId: UNKNOWN, logs: [...all, ...logs("RiskyUsers")] }),
            "two settings together": [
                setting({ workspaceId: UNKNOWN, logs: logs("AuditLogs", "SignInLogs") }),
                setting({ storageAccountId: UNKNOWN, logs: logs("NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs") }),
            ],
            "fewer by setting": {
                resources: [setting({ workspaceId: UNKNOWN, logs: logs("AuditLogs") })],
                settings: { requiredCategories: ["AuditLogs"] },
            },
        },
        violating: {
            "no categories": [setting({ workspaceId: UNKNOWN }), "logs"],
            "only what needs no licence": [setting({ workspaceId: UNKNOWN, logs: logs("AuditLogs") }), "logs"],
            "a category that is off": [
                setting({ workspaceId: UNKNOWN, logs: [...all.slice(0, 3), { category: "ServicePrincipalSignInLogs", enabled: false }] }),
                "logs",
            ],
            "sent nowhere": [setting({ logs: all }), "workspaceId"],
        },
        undetermined: {
            "categories not known yet": [setting({ workspaceId: UNKNOWN, logs: UNKNOWN }), "logs"],
            "one not known yet": [setting({ workspaceId: UNKNOWN, logs: [...all.slice(1), { category: UNKNOWN, enabled: true }] }), "logs"],
        },
    },
};
