import { must } from "../../src/policy/factories";
import { filled, off } from "../../src/policy/facts";

export const entraClients = must({
    name: "azure-service-fabric-entra-client-auth",
    title: "Service Fabric clusters admit people through Entra",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:servicefabric:ManagedCluster"],
    why: "A client certificate is a file that can be copied; whoever has it manages the cluster without a second factor.",
    fix: "Set tenantId, clusterApplication and clientApplication of azureActiveDirectory, and leave allowRdpAccess off.",
    references: ["azure-policy:b54ed75b-3e1a-44ac-a333-05ba39b99ff0", "checkov:CKV_AZURE_126", "mcsb:IM-1", "ncsc-cloud-principles:10"],
    facts: [
        filled("azureActiveDirectory.tenantId", "The cluster has no Entra tenant."),
        filled("azureActiveDirectory.clusterApplication", "The cluster has no Entra application."),
        filled("azureActiveDirectory.clientApplication", "The cluster's clients have no Entra application."),
        off("allowRdpAccess", false, "The cluster's machines are open to remote desktop."),
    ],
});
