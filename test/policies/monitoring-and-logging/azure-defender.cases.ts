import { type Cases, UNKNOWN, of } from "../support/cases";

const pricing = of("azure-native:security:Pricing");

export const cases: Cases = {
    "azure-defender-plan-standard": {
        compliant: { "a plan that is on": pricing({ pricingName: "VirtualMachines", pricingTier: "Standard" }) },
        violating: { "the free tier": [pricing({ pricingName: "VirtualMachines", pricingTier: "Free" }), "pricingTier"] },
        undetermined: { "known only after the update": [pricing({ pricingName: "VirtualMachines", pricingTier: UNKNOWN }), "pricingTier"] },
        notApplicable: { "a plan folded into another": pricing({ pricingName: "Dns", pricingTier: "Free" }) },
    },
};
