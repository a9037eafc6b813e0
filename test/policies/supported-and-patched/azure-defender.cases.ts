import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const pricing = of("azure-native:security:Pricing");
const containers = (props: CaseProps<"azure-native:security:Pricing">) => pricing({ pricingName: "Containers", pricingTier: "Standard", ...props });
const scanning = (isEnabled: "True" | "False") => ({ name: "ContainerRegistriesVulnerabilityAssessments", isEnabled });

const machine = of("azure-native:compute:VirtualMachine");
const serversSetting = of("azure-native:security:AzureServersSetting");
const assessment = of("azure-native:security:ServerVulnerabilityAssessment");

const servers = (props: CaseProps<"azure-native:security:Pricing"> = {}) =>
    pricing({ pricingName: "VirtualMachines", pricingTier: "Standard", ...props });
const agentless = <const E extends "True" | "False" | typeof UNKNOWN>(isEnabled: E) => ({ name: "AgentlessVmScanning", isEnabled });
const ofMachine = (resourceName: string | typeof UNKNOWN) =>
    assessment({ resourceGroupName: "rg", resourceNamespace: "Microsoft.Compute", resourceType: "virtualMachines", resourceName });

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
    "azure-defender-servers-vulnerability-assessment": {
        compliant: {
            "no sub-plan and no list: the plan's own defaults": servers(),
            "the second plan": servers({ subPlan: "P2" }),
            "the extension named": servers({ subPlan: "P2", extensions: [agentless("True")] }),
            "the first plan, with Defender's own agent": [servers({ subPlan: "P1" }), serversSetting({ selectedProvider: "MdeTvm" })],
            "the first plan, with an assessment of each machine": [
                servers({ subPlan: "P1" }),
                machine({ resourceGroupName: "rg", vmName: "app" }),
                ofMachine("app"),
            ],
            "an assessment of another stack's machine": [servers({ subPlan: "P1" }), ofMachine("app")],
        },
        violating: {
            "the first plan alone": [servers({ subPlan: "P1" }), "extensions"],
            "the first plan, whose extension does nothing": [servers({ subPlan: "P1", extensions: [agentless("True")] }), "extensions"],
            "switched off": [servers({ subPlan: "P2", extensions: [agentless("False")] }), "extensions"],
            "left out of the list": [servers({ extensions: [{ name: "MdeDesignatedSubscription", isEnabled: "True" }] }), "extensions"],
            "one of two machines assessed": [
                [
                    servers({ subPlan: "P1" }),
                    machine({ resourceGroupName: "rg", vmName: "app" }),
                    machine({ resourceGroupName: "rg", vmName: "web" }),
                    ofMachine("app"),
                ],
                "extensions",
            ],
        },
        undetermined: {
            "a sub-plan known only after the update": [servers({ subPlan: UNKNOWN }), "extensions"],
            "an extension known only after the update": [servers({ extensions: [agentless(UNKNOWN)] }), "extensions"],
            "extensions known only after the update": [servers({ extensions: UNKNOWN }), "extensions"],
            "perhaps the plan for machines": [pricing({ pricingName: UNKNOWN, pricingTier: "Standard", subPlan: "P1" }), "extensions"],
            "a provider known only after the update": [[servers({ subPlan: "P1" }), serversSetting({ selectedProvider: UNKNOWN })], "extensions"],
            "an assessment of a machine not known yet": [
                [servers({ subPlan: "P1" }), machine({ resourceGroupName: "rg", vmName: "app" }), ofMachine(UNKNOWN)],
                "extensions",
            ],
        },
        notApplicable: {
            "not bought": servers({ pricingTier: "Free" }),
            "another plan": pricing({ pricingName: "KeyVaults", pricingTier: "Standard" }),
        },
    },
};
