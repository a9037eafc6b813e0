import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const scaleSet = of("azure-native:compute:VirtualMachineScaleSet");
const cluster = of("azure-native:containerservice:ManagedCluster");
const pool = of("azure-native:containerservice:AgentPool");
const protectedItem = of("azure-native:recoveryservices:ProtectedItem");
const replicated = of("azure-native:recoveryservices:ReplicationProtectedItem");

const resourceGroupName = "rg-records";
const location = "uksouth";
const vm = (props: CaseProps<"azure-native:compute:VirtualMachine"> = {}) => machine({ resourceGroupName, vmName: "app", location, ...props });
const idOf = (name: string, group = resourceGroupName) =>
    `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;

type Item = Extract<CaseProps<"azure-native:recoveryservices:ProtectedItem">["properties"], { readonly sourceResourceId?: unknown }>;
const item = (properties: Partial<Item>, links = {}) =>
    protectedItem({ properties: { protectedItemType: "Microsoft.Compute/virtualMachines", policyId: UNKNOWN, ...properties } as Item }, links);

const replica = (fabricObjectId: string | typeof UNKNOWN, policyId: string | typeof UNKNOWN | undefined = UNKNOWN, links = {}) =>
    replicated({ properties: { policyId, providerSpecificDetails: { instanceType: "A2A", fabricObjectId } } }, links);

const critical = { criticality: "high" };

function linked() {
    const one = machine({ resourceGroupName });
    const other = machine({ resourceGroupName, tags: { backup: "not-required" } });
    return { one, other };
}

export const cases: Cases = {
    "azure-vm-protected-by-backup": {
        compliant: {
            "an item by dependency": (() => {
                const { one } = linked();
                return [one, item({ sourceResourceId: UNKNOWN }, { properties: one })];
            })(),
            "an item by id, without regard to case": [
                vm(),
                item({ sourceResourceId: idOf("APP").toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions") }),
            ],
            "enrolled by its tag": { resources: [vm({ tags: { Backup: "daily" } })], partial: true },
        },
        violating: {
            "no item": [vm(), ""],
            "an item of another machine": [[vm(), item({ sourceResourceId: idOf("other") })], ""],
            "an item of a machine of that name in another group": [[vm(), item({ sourceResourceId: idOf("app", "rg-other") })], ""],
            "an item by another machine's id": [
                (() => {
                    const { one, other } = linked();
                    return [one, item({ sourceResourceId: UNKNOWN }, { properties: other })];
                })(),
                "",
            ],
            "an item whose protection is stopped": [[vm(), item({ sourceResourceId: idOf("app"), protectionState: "ProtectionStopped" })], ""],
            "an item without a policy": [[vm(), item({ sourceResourceId: idOf("app"), policyId: "" })], ""],
        },
        undetermined: {
            "an item of a machine not known yet": [[vm(), item({ sourceResourceId: UNKNOWN })], ""],
            "an item whose state is not known yet": [[vm(), item({ sourceResourceId: idOf("app"), protectionState: UNKNOWN })], ""],
            "tags known only after the update": [vm({ tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "a machine of a scale set": vm({ virtualMachineScaleSet: { id: UNKNOWN } }),
            "nothing to recover": vm({ tags: { backup: "not-required" } }),
            "a stack that is thrown away": { resources: [vm()], estate: { ephemeral: true } },
        },
    },
    "azure-vm-disaster-recovery-configured": {
        compliant: {
            "a replicated item by id": [vm({ tags: critical }), replica(idOf("app"))],
            "by dependency": (() => {
                const one = machine({ tags: critical });
                return [one, replica(UNKNOWN, UNKNOWN, { properties: one })];
            })(),
        },
        violating: {
            none: [vm({ tags: critical }), ""],
            "one without a policy": [[vm({ tags: critical }), replica(idOf("app"), "")], ""],
            "not critical, where all are asked": { resources: [vm()], settings: { allVms: true }, property: "" },
        },
        undetermined: {
            "of a machine not known yet": [[vm({ tags: critical }), replica(UNKNOWN)], ""],
            "tags known only after the update": [vm({ tags: { criticality: UNKNOWN } }), ""],
        },
        notApplicable: {
            "not tagged as critical": vm(),
            "tagged as not critical": vm({ tags: { criticality: "low" } }),
            "a machine of a scale set": vm({ tags: critical, virtualMachineScaleSet: { id: UNKNOWN } }),
        },
    },
    "azure-compute-spread-over-zones": {
        compliant: {
            "a machine in a zone": vm({ zones: ["1"] }),
            "a machine in an availability set": vm({ availabilitySet: { id: UNKNOWN } }),
            "a scale set over three zones": scaleSet({ location, zones: ["1", "2", "3"] }),
            "a cluster whose pools are spread": cluster({ location, agentPoolProfiles: [{ name: "system", availabilityZones: ["1", "2"] }] }),
            "a pool that is spread": pool({ resourceName: "aks", availabilityZones: ["1", "2", "3"] }),
        },
        violating: {
            "a machine without a zone": [vm(), "zones"],
            "a machine with an empty list": [vm({ zones: [] }), "zones"],
            "a scale set in one zone": [scaleSet({ location: "UK South", zones: ["1"] }), "zones"],
            "one of two pools": [
                cluster({ location, agentPoolProfiles: [{ name: "system", availabilityZones: ["1", "2"] }, { name: "work" }] }),
                "agentPoolProfiles[1].availabilityZones",
            ],
            "more zones by setting": { resources: [scaleSet({ location, zones: ["1", "2"] })], settings: { minZones: 3 }, property: "zones" },
        },
        undetermined: {
            "zones known only after the update": [scaleSet({ location, zones: UNKNOWN }), "zones"],
            "a region not known: it may have none": [scaleSet({}), "zones"],
            "a pool, whose region is its cluster's": [pool({ resourceName: "aks" }), "availabilityZones"],
        },
        notApplicable: {
            "a region without zones": vm({ location: "UK West" }),
            "a cluster that spreads itself": cluster({
                location,
                sku: { name: "Automatic", tier: "Standard" },
                agentPoolProfiles: [{ name: "system" }],
            }),
            "a stack that is thrown away": { resources: [vm()], estate: { ephemeral: true } },
        },
    },
};
