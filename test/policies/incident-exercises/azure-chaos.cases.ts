import { type Cases, UNKNOWN, of } from "../support/cases";

const experiment = of("azure-native:chaos:Experiment");

const fault = { type: "continuous", name: "urn:csci:microsoft:virtualMachine:shutdown/1.0", duration: "PT10M", selectorId: "vms" } as const;
const steps = (action: unknown) => [{ name: "one", branches: [{ name: "one", actions: [action] }] }] as never;
const selectors = [{ type: "List", id: "vms", targets: [{ id: UNKNOWN, type: "ChaosTarget" }] }] as never;
const identity = { type: "SystemAssigned" } as const;

export const cases: Cases = {
    "azure-chaos-experiment-exercises-faults": {
        compliant: {
            "a fault in listed targets": experiment({ identity, properties: { selectors, steps: steps(fault) } }),
            "targets found by a query": experiment({
                identity,
                properties: {
                    selectors: [{ type: "Query", id: "vms", queryString: "resources", subscriptionIds: ["s"] }] as never,
                    steps: steps(fault),
                },
            }),
        },
        violating: {
            "a delay only": [
                experiment({ identity, properties: { selectors, steps: steps({ type: "delay", name: "wait", duration: "PT1M" }) } }),
                "properties.steps",
            ],
            "no targets": [
                experiment({ identity, properties: { selectors: [{ type: "List", id: "vms", targets: [] }] as never, steps: steps(fault) } }),
                "properties.selectors",
            ],
            "no identity": [experiment({ properties: { selectors, steps: steps(fault) } }), "identity.type"],
            "no identity, said outright": [
                experiment({ identity: { type: "None" }, properties: { selectors, steps: steps(fault) } }),
                "identity.type",
            ],
        },
        undetermined: {
            "an action that is not known": [
                experiment({ identity, properties: { selectors, steps: steps({ ...fault, type: UNKNOWN }) } }),
                "properties.steps",
            ],
            "an identity that is not known": [
                experiment({ identity: { type: UNKNOWN }, properties: { selectors, steps: steps(fault) } }),
                "identity.type",
            ],
        },
    },
};
