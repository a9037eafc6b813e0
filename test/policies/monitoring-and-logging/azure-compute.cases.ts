import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const extension = of("azure-native:compute:VirtualMachineExtension");
const association = of("azure-native:monitor:DataCollectionRuleAssociation");

const resourceGroupName = "rg-app";
const vm = machine({ resourceGroupName, vmName: "app" });
const agent = (props: CaseProps<"azure-native:compute:VirtualMachineExtension"> = {}) =>
    extension({ resourceGroupName, vmName: "app", publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent", ...props });
const resourceUri = "/subscriptions/s/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/app";
const rule = association({ resourceUri, dataCollectionRuleId: UNKNOWN });

export const cases: Cases = {
    "azure-vm-monitor-agent-present": {
        compliant: {
            "agent and association": [vm, agent(), rule],
            "on Windows, by dependency": [
                vm,
                extension({ vmName: UNKNOWN, type: "AzureMonitorWindowsAgent" }, { vmName: vm }),
                association({ resourceUri: UNKNOWN, dataCollectionRuleId: UNKNOWN }, { resourceUri: vm }),
            ],
        },
        violating: {
            neither: [vm, ""],
            "no association": [[vm, agent()], ""],
            "an association without a rule": [[vm, agent(), association({ resourceUri, dataCollectionEndpointId: UNKNOWN })], ""],
            "the agent that came before": [[vm, agent({ type: "OmsAgentForLinux" }), rule], ""],
            "another machine's agent": [[vm, agent({ vmName: "other" }), rule], ""],
        },
        undetermined: {
            "the agent of a machine not known yet": [[vm, agent({ vmName: UNKNOWN }), rule], ""],
            "an extension of a type not known yet": [[vm, agent({ type: UNKNOWN }), rule], ""],
            "an association with something not known yet": [[vm, agent(), association({ resourceUri: UNKNOWN, dataCollectionRuleId: UNKNOWN })], ""],
        },
    },
};
