import { must } from "../../src/policy/factories";
import { off, on, together } from "../../src/policy/facts";
import { isOneOf } from "../../src/policy/check";
import type { Props } from "../../src/policy/resource";
import type { Answer } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

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

const ISSUER = "oidcIssuerProfile.enabled";
const WORKLOADS = "securityProfile.workloadIdentity.enabled";

export const aksWorkloadIdentity = must({
    name: "azure-aks-workload-identity",
    title: "Workloads in clusters have identities of their own",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:containerservice:ManagedCluster"],
    why: "Without it, programs in the cluster keep secrets, or share the identity of the node and all its powers.",
    fix: "Set oidcIssuerProfile.enabled and securityProfile.workloadIdentity.enabled to true, and take podIdentityProfile out.",
    remedies: [
        { path: "oidcIssuerProfile.enabled", value: true },
        { path: "securityProfile.workloadIdentity.enabled", value: true },
    ],
    references: ["azure-policy:2cc2e023-0dac-4046-875b-178f683929d5"],
    facts: [
        // Left out, newer clusters have an issuer all the same; and workload identity cannot be on without one.
        together(ISSUER, "The cluster issues no identities to its workloads.", props => truth(read(props, ISSUER)) ?? hasWorkloadIdentity(props)),
        together(WORKLOADS, "Workloads cannot use identities of their own.", hasWorkloadIdentity),
        off("podIdentityProfile.enabled", false, "The cluster uses pod identity, which is retired."),
    ],
});

/** Is it on, by what the cluster says or, on AKS Automatic, by default? */
function hasWorkloadIdentity(props: Props): Answer {
    return truth(read(props, WORKLOADS)) ?? isOneOf(read(props, "sku.name"), ["Automatic"]);
}
