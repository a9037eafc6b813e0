import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { isFilled, read } from "../../src/policy/values";
import { byOwnId } from "../shared/azure-links";

const EXTENSION = "azure-native:compute:VirtualMachineExtension";
const ASSOCIATION = "azure-native:monitor:DataCollectionRuleAssociation";

export const vmMonitorAgent = stackPolicy({
    name: "azure-vm-monitor-agent-present",
    title: "Virtual machines send the logs of their systems",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:compute:VirtualMachine"],
    reads: [EXTENSION, ASSOCIATION],
    why: "Who signed in to a machine and what ran on it stands in its own logs, which an intruder deletes unless they have left it.",
    fix: "Add a VirtualMachineExtension of type 'AzureMonitorLinuxAgent' or 'AzureMonitorWindowsAgent', and a DataCollectionRuleAssociation with the machine's id.",
    references: [
        "azure-policy:1afdc4b6-581a-45fb-b630-f1e6051e3e7a",
        "azure-policy:c02729e5-e5e7-4458-97fa-2b5ad0661f28",
        "azure-policy:32ade945-311e-4249-b8a4-a549924234d7",
        "azure-policy:3672e6f7-a74d-4763-b138-fcf332042f8f",
    ],
    checkResource({ graph, resource, require }) {
        const agent = linkedSatisfies(graph.into(resource, EXTENSION, "vmName"), ({ props }) =>
            isOneOf(read(props, "type"), ["AzureMonitorLinuxAgent", "AzureMonitorWindowsAgent"]),
        );
        require(agent, "", "No extension puts the Azure Monitor agent on the machine.");
        const collected = linkedSatisfies(byOwnId(graph, resource, ASSOCIATION, "resourceUri"), ({ props }) =>
            isFilled(props, "dataCollectionRuleId"),
        );
        require(collected, "", "No association says which of the machine's logs are collected.");
    },
});
