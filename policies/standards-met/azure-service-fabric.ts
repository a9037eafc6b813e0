import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { and, not, or } from "../../src/policy/unknown";
import { read, readAll } from "../../src/policy/values";

export const serviceFabricProtectionLevel = resourcePolicy({
    name: "azure-service-fabric-protection-level",
    title: "Service Fabric clusters sign and encrypt what their nodes say",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:servicefabric:ManagedCluster"],
    why: "Without it, whoever is on the network can read what the nodes say to each other, and speak as one of them.",
    fix: "Leave ClusterProtectionLevel out of the Security section, or set it to 'EncryptAndSign'.",
    references: ["azure-policy:617c02be-7f02-4efd-8836-3180d47b6c68", "checkov:CKV_AZURE_125", "mcsb:DP-4", "ncsc-cloud-principles:2.3"],
    check({ all, requireAt }) {
        for (const section of all("fabricSettings[]")) {
            const security = isOneOf(read(section.value, "name"), ["Security"]);
            for (const { path, value } of readAll(section.value, "parameters[]")) {
                const level = and(security, isOneOf(read(value, "name"), ["ClusterProtectionLevel"]));
                requireAt(
                    or(not(level), isOneOf(read(value, "value"), ["EncryptAndSign"])),
                    path === "" ? section.path : `${section.path}.${path}`,
                    "The nodes' traffic is not both signed and encrypted.",
                );
            }
        }
    },
});
