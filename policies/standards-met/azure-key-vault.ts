import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { is, or } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { endsWithinSeconds, periodDays } from "../shared/lifetimes";

export const vaultRoleBasedAccess = must({
    name: "azure-keyvault-rbac-authorisation",
    title: "Key vaults give access by roles",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:keyvault:Vault"],
    why: "Access policies are all or nothing for a vault, know neither activation nor reviews, and whoever may change the vault may write one for himself.",
    fix: "Set properties.enableRbacAuthorization to true and give identities roles on the vault.",
    references: ["azure-policy:12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5", "cis-azure-2.0:8.6", "cis-azure-3.0:3.3.6", "mcsb:PA-7", "ms-caf-3.2"],
    facts: [on("properties.enableRbacAuthorization", false, "The vault gives access by access policies.")],
});

const KEY = "azure-native:keyvault:Key";
const EXPIRES = "properties.attributes.expires";

export const keyAndSecretExpiry = resourcePolicy({
    name: "azure-keyvault-key-and-secret-expiry",
    title: "Keys and secrets run out, or change by themselves",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [KEY, "azure-native:keyvault:Secret"],
    why: "A secret that never runs out is never changed, and works for whoever once copied it.",
    fix: "Set properties.attributes.expires and renew it in time, or give a key a rotationPolicy: a database whose own key runs out stops.",
    references: [
        "azure-policy:152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0",
        "azure-policy:98728c90-32c7-4049-8429-847dc0f4fe37",
        "azure-policy:49a22571-d204-4c91-a7b6-09b1a586fbc9",
        "azure-policy:342e8053-e12e-4c44-be01-c3c2f318400f",
        "azure-policy:d8cf8476-a2ec-4916-896e-992351803c44",
        "checkov:CKV_AZURE_40",
        "checkov:CKV_AZURE_41",
        "cis-azure-2.0:8.1",
        "cis-azure-2.0:8.2",
        "cis-azure-2.0:8.3",
        "cis-azure-2.0:8.4",
        "cis-azure-3.0:3.3.1",
        "cis-azure-3.0:3.3.2",
        "cis-azure-3.0:3.3.3",
        "cis-azure-3.0:3.3.4",
        "mcsb:DP-6",
        "ms-caf-3.2",
    ],
    settings: {
        maxDays: { type: "integer", minimum: 1, default: 365, description: "Days within which a key or secret must run out or change." },
    },
    check({ type, today, settings, number, get, require }) {
        const { maxDays } = settings;
        const rotates =
            type === KEY &&
            is(get("properties.rotationPolicy.attributes.expiryTime"), period => (periodDays(text(period ?? "")) ?? Infinity) <= maxDays);
        require(or(
            endsWithinSeconds(number(EXPIRES), today, maxDays),
            rotates,
        ), EXPIRES, `It does not run out within ${String(maxDays)} days, nor change by itself.`);
    },
});
