import { stackPolicy } from "../../src/policy/definition";
import { AUDIT_GROUPS, DIAGNOSTIC_SETTING, sendEach, settingsOf } from "../shared/azure-diagnostics";

export const keyVaultAuditEvents = stackPolicy({
    name: "azure-keyvault-audit-events-logged",
    title: "Key vaults log who used which key or secret",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:keyvault:Vault", "azure-native:keyvault:ManagedHsm"],
    reads: [DIAGNOSTIC_SETTING],
    why: "Whoever reads a secret holds what it opens. Without the vault's audit events nobody can say who that was.",
    fix: "Add a monitor DiagnosticSetting with the vault's id as resourceUri, a workspaceId, and logs enabled for the categoryGroup 'audit'.",
    references: [
        "azure-policy:cf820ca0-f99e-4f3e-84fb-66e913812d21",
        "azure-policy:a2a5b911-5617-447e-a49e-59dbe0e0434b",
        "cis-azure-2.0:5.1.5",
        "cis-azure-2.0:5.4",
        "cis-azure-3.0:6.1.4",
        "mcsb:DP-8",
        "mcsb:LT-3",
    ],
    checkResource({ graph, resource, require }) {
        const logged = sendEach(settingsOf(graph, resource), ["AuditEvent"], AUDIT_GROUPS);
        require(logged, "", "No diagnostic setting sends the vault's audit events anywhere.");
    },
});
