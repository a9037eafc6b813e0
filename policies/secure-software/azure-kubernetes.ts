import { isOneOf } from "../../src/policy/check";
import { must } from "../../src/policy/factories";
import { absent, oneOf, together } from "../../src/policy/facts";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, or } from "../../src/policy/unknown";
import { isRecord, read, truth } from "../../src/policy/values";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** An add-on of a cluster, whose name is free text without regard to case. */
function addon(props: Props, name: string): Value | undefined {
    const profiles = read(props, "addonProfiles");
    if (!isRecord(profiles)) return profiles === UNKNOWN ? UNKNOWN : undefined;
    const key = Object.keys(profiles).find(own => own.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : profiles[key];
}

/** The switch of something that may be absent as a whole. */
function isOn(value: Value | undefined, path: string): Answer {
    return is(value, known => (known === undefined ? false : (truth(read(known, path)) ?? false)));
}

export const aksPolicyAddon = must({
    name: "azure-aks-policy-addon",
    title: "Azure Policy decides what clusters admit",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CLUSTER],
    why: "Without admission control a cluster runs whatever it is handed: privileged, from anywhere, as root.",
    fix: "Add addonProfiles.azurepolicy with enabled true.",
    references: ["azure-policy:0a15ec92-a229-4763-bb14-0ea34a568f8d", "checkov:CKV_AZURE_116", "mcsb:PV-2"],
    facts: [
        together("addonProfiles", "Azure Policy does not judge what the cluster is asked to run.", props =>
            or(isOneOf(read(props, "sku.name"), ["Automatic"]), isOn(addon(props, "azurepolicy"), "enabled")),
        ),
    ],
});

/** The settings of an add-on are texts by names without regard to case. */
function rotates(provider: Value | undefined): Answer {
    if (provider === undefined || provider === UNKNOWN) return provider === UNKNOWN ? UNKNOWN : false;
    const config = read(provider, "config");
    if (!isRecord(config)) return config === UNKNOWN ? UNKNOWN : false;
    const key = Object.keys(config).find(own => own.toLowerCase() === "enablesecretrotation");
    return key === undefined ? false : (truth(config[key]) ?? false);
}

export const aksSecretStoreRotation = must({
    name: "azure-aks-secret-store-rotation",
    title: "Clusters take their secrets from Key Vault, and take up new ones",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CLUSTER],
    why: "A secret in the cluster's own store stays what it was when somebody put it there, and is only base64 to whoever reads it.",
    fix: "Add addonProfiles.azureKeyvaultSecretsProvider with enabled true and config.enableSecretRotation 'true'.",
    references: ["checkov:CKV_AZURE_172"],
    facts: [
        together("addonProfiles", "The cluster does not take secrets from Key Vault, or does not take up new ones.", props => {
            const provider = addon(props, "azureKeyvaultSecretsProvider");
            return and(isOn(provider, "enabled"), rotates(provider));
        }),
    ],
});

export const aksManagedIdentity = must({
    name: "azure-aks-managed-identity",
    title: "Clusters act in Azure by a managed identity",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CLUSTER],
    why: "A service principal's password lies on every node, and stops the cluster on the day on which it runs out.",
    fix: "Set identity.type to 'SystemAssigned' or 'UserAssigned', and take servicePrincipalProfile.secret out.",
    references: ["azure-policy:da6e2401-19da-4532-9141-fb8fbde08431"],
    facts: [
        oneOf("identity.type", ["SystemAssigned", "UserAssigned"], undefined, "The cluster has no managed identity."),
        absent("servicePrincipalProfile.secret", "The cluster acts with a service principal's password."),
    ],
});
