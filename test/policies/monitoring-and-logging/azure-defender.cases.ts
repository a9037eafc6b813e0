import { type Cases, UNKNOWN, of } from "../support/cases";

const pricing = of("azure-native:security:Pricing");
const storage = of("azure-native:security:DefenderForStorage");
const protection = of("azure-native:security:AdvancedThreatProtection");

const names = ["VirtualMachines", "SqlServers", "StorageAccounts", "KeyVaults", "Arm", "Containers", "AppServices"];
const plans = (some: readonly string[], scopeId: string | typeof UNKNOWN = "subscriptions/s") =>
    some.map(pricingName => pricing({ pricingName, pricingTier: "Standard", scopeId }));

export const cases: Cases = {
    "azure-defender-plan-standard": {
        compliant: { "a plan that is on": pricing({ pricingName: "VirtualMachines", pricingTier: "Standard" }) },
        violating: { "the free tier": [pricing({ pricingName: "VirtualMachines", pricingTier: "Free" }), "pricingTier"] },
        undetermined: { "known only after the update": [pricing({ pricingName: "VirtualMachines", pricingTier: UNKNOWN }), "pricingTier"] },
        notApplicable: { "a plan folded into another": pricing({ pricingName: "Dns", pricingTier: "Free" }) },
    },
    "azure-defender-plans-complete": {
        compliant: {
            "every plan": plans(names),
            "more than is asked": [...plans(names), ...plans(["CosmosDbs"])],
            "of two subscriptions": [...plans(names), ...plans(names, "/subscriptions/T/")],
            "of a subscription whose id is not known yet": plans(names, UNKNOWN),
            "fewer by setting": { resources: plans(["Arm"]), settings: { requiredPlans: ["arm"] } },
        },
        violating: {
            "one too few": [plans(names.slice(1)), ""],
            "one too few of the second subscription": [[...plans(names), ...plans(names.slice(1), "subscriptions/t")], ""],
        },
        undetermined: {
            "a name not known yet": [
                [...plans(names.slice(1)), pricing({ pricingName: UNKNOWN, pricingTier: "Standard", scopeId: "subscriptions/s" })],
                "",
            ],
            "perhaps of one resource": [plans(["StorageAccounts"], UNKNOWN), ""],
            "perhaps of the same subscription": [[...plans(names.slice(1)), ...plans(names.slice(0, 1), UNKNOWN)], ""],
        },
        notApplicable: {
            "a plan of one account": pricing(
                { pricingName: "StorageAccounts", pricingTier: "Standard", scopeId: UNKNOWN },
                { scopeId: of("azure-native:storage:StorageAccount")({}) },
            ),
        },
    },
    "azure-defender-for-storage-malware-scanning": {
        compliant: {
            "on, and scanning": storage({ properties: { isEnabled: true, malwareScanning: { onUpload: { isEnabled: true, capGBPerMonth: 5000 } } } }),
            "the protection that came before": protection({ isEnabled: true }),
        },
        violating: {
            "nothing said": [storage({}), "properties.isEnabled"],
            "an explicit off": [
                storage({ properties: { isEnabled: false, malwareScanning: { onUpload: { isEnabled: true } } } }),
                "properties.isEnabled",
            ],
            "no scanning": [storage({ properties: { isEnabled: true } }), "properties.malwareScanning.onUpload.isEnabled"],
            "the protection that came before, off": [protection({}), "isEnabled"],
        },
        undetermined: {
            "known only after the update": [storage({ properties: UNKNOWN }), "properties.isEnabled"],
            "perhaps scanning": [
                storage({ properties: { isEnabled: true, malwareScanning: { onUpload: { isEnabled: UNKNOWN } } } }),
                "properties.malwareScanning.onUpload.isEnabled",
            ],
        },
    },
};
