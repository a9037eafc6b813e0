import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const pricing = of("azure-native:security:Pricing");
const containers = (props: CaseProps<"azure-native:security:Pricing">) => pricing({ pricingName: "Containers", pricingTier: "Standard", ...props });
const scanning = (isEnabled: "True" | "False") => ({ name: "ContainerRegistriesVulnerabilityAssessments", isEnabled });

export const cases: Cases = {
    "azure-defender-containers-image-scanning": {
        compliant: {
            "no list: the plan's own defaults": containers({}),
            "the extension named": containers({ extensions: [{ name: "AgentlessDiscoveryForKubernetes", isEnabled: "True" }, scanning("True")] }),
        },
        violating: {
            "not bought": [containers({ pricingTier: "Free" }), "pricingTier"],
            "switched off": [containers({ extensions: [scanning("False")] }), "extensions"],
            "left out of the list": [containers({ extensions: [{ name: "AgentlessDiscoveryForKubernetes", isEnabled: "True" }] }), "extensions"],
        },
        undetermined: {
            "a tier known only after the update": [containers({ pricingTier: UNKNOWN }), "pricingTier"],
            "extensions known only after the update": [containers({ extensions: UNKNOWN }), "extensions"],
            "perhaps the plan for containers": [pricing({ pricingName: UNKNOWN, pricingTier: "Free" }), "pricingTier"],
        },
        notApplicable: { "another plan": pricing({ pricingName: "KeyVaults", pricingTier: "Free" }) },
    },
};
