import { must } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";

export const aksLocalAccountsDisabled = must({
    name: "azure-aks-local-accounts-disabled",
    title: "Kubernetes clusters have no accounts of their own",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:containerservice:ManagedCluster"],
    why: "The local administrator's certificate opens the cluster past Entra, and so past MFA and Conditional Access.",
    fix: "Set disableLocalAccounts and aadProfile.managed to true.",
    references: ["azure-policy:993c2fcd-2b29-49d2-9eb0-df2c3a730c32", "azure-policy:450d2877-ebea-41e8-b00c-e286317d21bf", "checkov:CKV_AZURE_141"],
    facts: [
        on("disableLocalAccounts", false, "The cluster keeps local accounts."),
        on("aadProfile.managed", false, "People do not sign in to the cluster through Entra."),
    ],
});
