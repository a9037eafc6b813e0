import { type Cases, UNKNOWN, of } from "../support/cases";

const policy = of("azure-native:network:FirewallPolicy");
const firewall = of("azure-native:network:AzureFirewall");

const THREATS = "threatIntelMode";
const INTRUSIONS = "intrusionDetection.mode";
const base = policy({ firewallPolicyName: "base", sku: { tier: "Premium" }, threatIntelMode: "Deny", intrusionDetection: { mode: "Deny" } });

export const cases: Cases = {
    "azure-firewall-threat-prevention": {
        compliant: {
            denies: policy({ threatIntelMode: "Deny" }),
            "denies, on Premium": base,
            "denies, as its base does": [base, policy({ sku: { tier: "Premium" }, basePolicy: { id: UNKNOWN } }, { basePolicy: base })],
            "a firewall with a policy": firewall({ firewallPolicy: { id: UNKNOWN } }),
            "a firewall that denies by itself": firewall({ threatIntelMode: "Deny" }),
            "Basic, which can only alert": policy({ sku: { tier: "Basic" } }),
            "alerts, while rules are tuned": { resources: [policy({ threatIntelMode: "Alert" })], settings: { acceptAlert: true } },
        },
        violating: {
            "left out": [policy({}), THREATS],
            "alerts, said outright": [policy({ threatIntelMode: "Alert" }), THREATS],
            "Premium without detection": [policy({ sku: { tier: "Premium" }, threatIntelMode: "Deny" }), INTRUSIONS],
            "Premium that only alerts": [
                policy({ sku: { tier: "Premium" }, threatIntelMode: "Deny", intrusionDetection: { mode: "Alert" } }),
                INTRUSIONS,
            ],
            "Basic, switched off": [policy({ sku: { tier: "Basic" }, threatIntelMode: "Off" }), THREATS],
            "a firewall with neither": [firewall({}), THREATS],
            "off, though alerts are accepted": {
                resources: [policy({ threatIntelMode: "Off" })],
                settings: { acceptAlert: true },
                property: THREATS,
            },
        },
        undetermined: {
            "known only after the update": [policy({ threatIntelMode: UNKNOWN }), THREATS],
            "a base of another stack": [policy({ basePolicy: { id: "/subscriptions/s/resourceGroups/r/x/firewallPolicies/central" } }), THREATS],
            "a tier that is not known": [policy({ sku: { tier: UNKNOWN }, threatIntelMode: "Deny" }), INTRUSIONS],
        },
    },
};
