import * as chaos from "@pulumi/azure-native/chaos";

import { grant, groups, location, name, tags } from "./config";
import { virtualMachine, vmName } from "./data";

// What people rehearse: the machine is gone, without warning. Do they notice, and do they restore it from its vault within the time agreed?
// Nothing starts this by itself: people do, on the day of an exercise.
const machine = {
    resourceGroupName: groups.data.name,
    parentProviderNamespace: "Microsoft.Compute",
    parentResourceType: "virtualMachines",
    parentResourceName: virtualMachine.name,
};
const target = new chaos.Target("machine", { ...machine, targetName: "Microsoft-VirtualMachine", location, properties: {} });
const shutdown = new chaos.Capability("machine", { ...machine, targetName: target.name, capabilityName: "Shutdown-1.0" });

const experiment = new chaos.Experiment(
    "machine-lost",
    {
        resourceGroupName: groups.operations.name,
        experimentName: `exp-${name}-machine-lost`,
        location,
        identity: { type: "SystemAssigned" },
        properties: {
            selectors: [{ id: vmName, type: "List", targets: [{ id: target.id, type: "ChaosTarget" }] }],
            steps: [
                {
                    name: "lose-the-machine",
                    branches: [
                        {
                            name: "machine",
                            actions: [
                                {
                                    name: "urn:csci:microsoft:virtualMachine:shutdown/1.0",
                                    type: "continuous",
                                    duration: "PT4H",
                                    selectorId: vmName,
                                    parameters: [{ key: "abruptShutdown", value: "true" }],
                                },
                            ],
                        },
                    ],
                },
            ],
        },
        tags,
    },
    { dependsOn: shutdown },
);
grant(
    "exercise",
    experiment.identity.apply(identity => identity?.principalId ?? ""),
    "Virtual Machine Contributor",
    virtualMachine.id,
);
