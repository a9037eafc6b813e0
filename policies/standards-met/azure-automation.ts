import { must } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";

export const automationVariablesEncrypted = must({
    name: "azure-automation-variables-encrypted",
    title: "Automation variables are encrypted",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:automation:Variable"],
    why: "A plain variable can be read by everyone who may look at the account, and often holds a password.",
    fix: "Set isEncrypted to true; on a variable that exists this makes a new one.",
    references: ["azure-policy:3657f5a0-770e-44a3-b44e-9431ba1e9735", "checkov:CKV_AZURE_73", "mcsb:DP-4", "ncsc-cloud-principles:2.3"],
    facts: [on("isEncrypted", false, "The variable is not encrypted.")],
});
