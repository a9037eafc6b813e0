import { resourcePolicy } from "../../src/policy/definition";
import { or } from "../../src/policy/unknown";
import { thrownAway } from "../shared/ephemeral";

export const keyVaultPurgeProtection = resourcePolicy({
    name: "azure-keyvault-purge-protection",
    title: "Key stores cannot be purged before their deleted keys' time is up",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:keyvault:Vault", "azure-native:keyvault:ManagedHsm", "azure-native:appconfiguration:ConfigurationStore"],
    why: "Whoever purges the keys destroys everything that they encrypt, backups included. Purge protection leaves time to bring them back.",
    fix: "Set enablePurgeProtection to true (under properties for vaults and managed HSMs). It cannot be undone.",
    references: [
        "azure-policy:0b60c0b2-2dc2-4e1c-b5c9-abbed971de53",
        "azure-policy:c39ba22d-4428-4149-b981-70acb31fc383",
        "checkov:CKV_AZURE_110",
        "checkov:CKV_AZURE_42",
        "checkov:CKV_AZURE_187",
        "cis-azure-2.0:8.5",
        "cis-azure-3.0:3.3.5",
        "mcsb:DP-8",
    ],
    check(c) {
        const store = c.type === "azure-native:appconfiguration:ConfigurationStore";
        const cannot = store ? c.oneOf("sku.name", ["Free", "Developer"]) : false;
        const spared = cannot === true ? "a tier of store that cannot be protected from purging" : thrownAway(c);
        if (typeof spared === "string") {
            c.notApplicable(spared);
            return;
        }
        const path = store ? "enablePurgeProtection" : "properties.enablePurgeProtection";
        const purgeProtected = c.on(path, c.type === "azure-native:keyvault:ManagedHsm");
        c.require(
            or(cannot, purgeProtected),
            path,
            "The store, or a key in it, can be purged for good at once. Purge protection cannot be switched off again.",
        );
    },
});
