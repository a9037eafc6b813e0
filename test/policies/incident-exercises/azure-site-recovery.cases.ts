import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:recoveryservices:Vault");
const item = of("azure-native:recoveryservices:ReplicationProtectedItem");
const plan = of("azure-native:recoveryservices:ReplicationRecoveryPlan");

const resourceGroupName = "rg-recovery";
const at = { resourceGroupName, resourceName: "rsv", fabricName: "uksouth", protectionContainerName: "c" } as const;
const named = item({ ...at, replicatedProtectedItemName: "app" });

type Groups = Extract<CaseProps<"azure-native:recoveryservices:ReplicationRecoveryPlan">["properties"], { readonly groups?: unknown }>["groups"];
const withGroups = (groups: NonNullable<Groups>, resourceName: string | typeof UNKNOWN = "rsv", links: Parameters<typeof plan>[1] = {}) =>
    plan({ resourceGroupName, resourceName, properties: { primaryFabricId: UNKNOWN, recoveryFabricId: UNKNOWN, groups } }, links);
const covering = (id: string | typeof UNKNOWN, resourceName?: string | typeof UNKNOWN, links: Parameters<typeof plan>[1] = {}) =>
    withGroups([{ groupType: "Shutdown" }, { groupType: "Boot", replicationProtectedItems: [{ id }] }], resourceName, links);
const idOf = (name: string, of = "rsv") =>
    `/subscriptions/s/resourceGroups/rg-recovery/providers/Microsoft.RecoveryServices/vaults/${of}/replicationFabrics/uksouth/replicationProtectionContainers/c/replicationProtectedItems/${name}`;

/** A vault of the stack, named by Pulumi, with an item. */
function linked() {
    const own = vault({ resourceGroupName });
    const one = item({ resourceGroupName, resourceName: UNKNOWN }, { resourceName: own });
    const second = item({ resourceGroupName, resourceName: UNKNOWN }, { resourceName: own });
    return { own, one, second };
}

const step = (...failoverTypes: (string | typeof UNKNOWN)[]) => [{ actionName: "point names at the copy", failoverTypes }];
const GROUPS = "properties.groups";

export const cases: Cases = {
    "azure-site-recovery-plan-covers-replicas": {
        compliant: {
            "a plan by id": [named, covering(idOf("APP"))],
            "a plan by dependency": (() => {
                const { own, one } = linked();
                return [one, covering(UNKNOWN, UNKNOWN, { resourceName: own, properties: one })];
            })(),
            "a plan of several items": (() => {
                const { own, one, second } = linked();
                const both = withGroups([{ groupType: "Boot", replicationProtectedItems: [{ id: UNKNOWN }, { id: UNKNOWN }] }], UNKNOWN, {
                    resourceName: own,
                    properties: [one, second],
                });
                return [one, second, both];
            })(),
        },
        violating: {
            "no plan": [named, ""],
            "a plan of another item": [[named, covering(idOf("web"))], ""],
            "a plan of an item of that name in another vault": [[named, covering(idOf("app", "other"), "other")], ""],
            "a plan of one of two items": [
                (() => {
                    const { own, one, second } = linked();
                    return [one, second, covering(UNKNOWN, UNKNOWN, { resourceName: own, properties: one })];
                })(),
                "",
            ],
            "a plan without items": [[named, withGroups([{ groupType: "Boot" }])], ""],
        },
        undetermined: {
            "a plan of items not known yet": [[named, covering(UNKNOWN)], ""],
            "a plan whose groups are not known yet": [[named, withGroups(UNKNOWN)], ""],
            "a plan of a vault not known yet": [[named, covering(idOf("app"), UNKNOWN)], ""],
        },
        notApplicable: { "a stack that is thrown away": { resources: [named], estate: { ephemeral: true } } },
    },
    "azure-site-recovery-plan-has-runbook-steps": {
        compliant: {
            "a step before the machines start": withGroups([{ groupType: "Boot", startGroupActions: step("TestFailover", "UnplannedFailover") }]),
            "a step after they have started": withGroups([{ groupType: "Shutdown" }, { groupType: "Boot", endGroupActions: step("TestFailover") }]),
        },
        violating: {
            "no steps": [withGroups([{ groupType: "Boot" }]), GROUPS],
            "steps in earnest only": [withGroups([{ groupType: "Boot", startGroupActions: step("UnplannedFailover") }]), GROUPS],
            "nothing started": [withGroups([{ groupType: "Shutdown", startGroupActions: step("TestFailover") }]), GROUPS],
            "no groups": [withGroups([]), GROUPS],
        },
        undetermined: {
            "groups known only after the update": [withGroups(UNKNOWN), GROUPS],
            "kinds of failover known only after the update": [withGroups([{ groupType: "Boot", startGroupActions: step(UNKNOWN) }]), GROUPS],
            "a kind of group known only after the update": [withGroups([{ groupType: UNKNOWN, startGroupActions: step("TestFailover") }]), GROUPS],
        },
    },
};
