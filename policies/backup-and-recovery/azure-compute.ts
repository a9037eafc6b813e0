import type { Check } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { type Exemption, exempt, mustHave } from "../../src/policy/factories";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { isFilled, list, read } from "../../src/policy/values";
import { isBackingUp } from "../shared/azure-backup";
import { isCritical } from "../shared/criticality";
import { REGIONS_WITHOUT_ZONES, standsIn } from "../shared/azure-regions";

type Machine = "azure-native:compute:VirtualMachine";

/** A machine of a scale set is made anew, not restored. */
function inScaleSet(c: Check<Machine>): Answer {
    return is(c.get("virtualMachineScaleSet"), set => set !== undefined);
}

export const vmProtectedByBackup = stackPolicy({
    name: "azure-vm-protected-by-backup",
    title: "Virtual machines are backed up",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:compute:VirtualMachine"],
    reads: ["azure-native:recoveryservices:ProtectedItem"],
    why: "A machine that no vault protects cannot be brought back once its disks are encrypted or deleted.",
    fix: "Add a recoveryservices ProtectedItem with properties.sourceResourceId of the machine and a policyId.",
    references: ["azure-policy:013e242c-8828-4970-87b3-ab247555486d", "checkov:CKV2_AZURE_12", "mcsb:BR-1", "mcsb:BR-2"],
    checkResource(c) {
        const spared: Exemption = c.estate.ephemeral
            ? "a stack that is thrown away"
            : exempt(or(inScaleSet(c), c.tagged("backup", "not-required")), "a machine of a scale set, or one with nothing to recover, by its tags");
        if (typeof spared === "string") {
            c.notApplicable(spared);
            return;
        }
        const items = c.graph.into(c.resource, "azure-native:recoveryservices:ProtectedItem", "properties.sourceResourceId");
        const protectedHere = linkedSatisfies(items, isBackingUp);
        // Azure Policy enrols machines by a tag.
        const enrolled = c.tagged("backup");
        c.require(
            or(isUnknown(spared) ? UNKNOWN : false, protectedHere, enrolled),
            "",
            "No protected item with a backup policy names the machine, and no backup tag enrols it.",
        );
        if (protectedHere !== true && enrolled === true) c.partial("enrolled by its backup tag, through Azure Policy");
    },
});

export const vmDisasterRecovery = mustHave({
    name: "azure-vm-disaster-recovery-configured",
    title: "Critical virtual machines are replicated to a second region",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:compute:VirtualMachine"],
    with: ["azure-native:recoveryservices:ReplicationProtectedItem"],
    by: "properties.providerSpecificDetails.fabricObjectId",
    why: "A machine that stands in one region only is lost for as long as the region is.",
    fix: "Add a ReplicationProtectedItem with providerSpecificDetails of type A2A, the machine's id as fabricObjectId, and a policyId.",
    references: ["azure-policy:0015ea4d-51ff-4ce3-8d8c-f3f8f0179a56", "ms-caf-3.2:6d220abf-cf6f-4b17-8f7e-0644c4cc84b4", "ncsc-cloud-principles:5.3"],
    settings: { allVms: { type: "boolean", default: false, description: "Ask it of every machine, not only of those tagged as critical." } },
    unless: c =>
        exempt(or(inScaleSet(c), and(!c.settings.allVms, not(isCritical(c)))), "a machine of a scale set, or one that is not tagged as critical"),
    test: item => isFilled(item.props, "properties.policyId"),
    message: "No replicated item with a replication policy names the machine.",
});

export const computeOverZones = resourcePolicy({
    name: "azure-compute-spread-over-zones",
    title: "Compute is spread over availability zones",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [
        "azure-native:compute:VirtualMachine",
        "azure-native:compute:VirtualMachineScaleSet",
        "azure-native:containerservice:ManagedCluster",
        "azure-native:containerservice:AgentPool",
    ],
    why: "Compute without a zone may stand in one building, and goes down with it.",
    fix: "List at least the setting minZones in zones or availabilityZones; give a single machine a zone or an availability set.",
    references: [
        "azure-policy:d3903bdf-ab85-4cce-85d3-2934d77629d4",
        "azure-policy:42f4f3a2-7d20-4c13-a05d-01857a626c22",
        "azure-policy:2dec5f47-bc40-40d1-8c7d-a39d9d6808d1",
    ],
    settings: {
        minZones: { type: "integer", minimum: 1, maximum: 3, default: 2, description: "Zones over which scale sets and node pools must be spread." },
        regionsWithoutZones: REGIONS_WITHOUT_ZONES,
    },
    check(c) {
        const { minZones, regionsWithoutZones } = c.settings;
        const withoutZones = standsIn(c.resource, regionsWithoutZones);
        const automatic = c.type === "azure-native:containerservice:ManagedCluster" ? c.oneOf("sku.name", ["Automatic"]) : false;
        if (c.estate.ephemeral || withoutZones === true || automatic === true) {
            c.notApplicable("a region without zones, a cluster that spreads itself, or a stack that is thrown away");
            return;
        }
        const over = (zones: ReturnType<typeof c.get>, least: number): Answer =>
            or(
                withoutZones,
                automatic,
                is(list(zones), found => found.length >= least),
            );
        const message = `It is not spread over ${String(minZones)} availability zones.`;
        switch (c.type) {
            case "azure-native:compute:VirtualMachine": {
                const placed = or(
                    is(c.get("availabilitySet"), set => set !== undefined),
                    inScaleSet(c as Check<Machine>),
                );
                c.require(or(over(c.get("zones"), 1), placed), "zones", "The machine has neither a zone nor an availability set.");
                break;
            }
            case "azure-native:compute:VirtualMachineScaleSet":
                c.require(over(c.get("zones"), minZones), "zones", message);
                break;
            case "azure-native:containerservice:AgentPool":
                c.require(over(c.get("availabilityZones"), minZones), "availabilityZones", message);
                break;
            case "azure-native:containerservice:ManagedCluster":
                for (const pool of c.all("agentPoolProfiles[]"))
                    c.requireAt(
                        is(pool.value, p => over(read(p, "availabilityZones"), minZones)),
                        `${pool.path}.availabilityZones`,
                        message,
                    );
        }
    },
});
