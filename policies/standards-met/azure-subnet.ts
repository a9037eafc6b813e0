import { resourcePolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, or, some } from "../../src/policy/unknown";
import { isSet, read, readAll, text } from "../../src/policy/values";

/** Subnets of the platform, by the name that makes them so: Azure refuses a group on the first, and protects the others itself. */
const OF_PLATFORM = ["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet", "AzureBastionSubnet"];

/** Services whose delegated subnets take no group. Source: learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services. */
const WITHOUT_GROUPS = /^microsoft\.(hardwaresecuritymodules|baremetal|avs)\//i;

/** Does Azure, and not a security group, look after the subnet? */
function isSpared(subnet: Value): Answer {
    return or(
        is(read(subnet, "subnetName") ?? read(subnet, "name"), name => OF_PLATFORM.some(own => own.toLowerCase() === text(name ?? "").toLowerCase())),
        some(readAll(subnet, "delegations[]"), at => is(read(at.value, "serviceName"), service => WITHOUT_GROUPS.test(text(service ?? "")))),
    );
}

export const subnetHasSecurityGroup = resourcePolicy({
    name: "azure-subnet-has-network-security-group",
    title: "Subnets filter what comes in",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:network:Subnet", "azure-native:network:VirtualNetwork"],
    why: "Without a network security group, everything in the network reaches everything in the subnet, and so may the internet.",
    fix: "Set networkSecurityGroup.id on every subnet.",
    references: [
        "azure-policy:e71308d3-144b-4262-b144-efdc3cc90517",
        "azure-policy:f6de0be7-9a8a-4b8a-b349-43cf02d22f7c",
        "azure-policy:bb91dfba-c30d-4263-9add-9c2384e659a6",
        "checkov:CKV2_AZURE_31",
        "mcsb:NS-1",
    ],
    check({ type, resource, requireAt, notApplicable }) {
        const message = "The subnet has no network security group.";
        const alone = type === "azure-native:network:Subnet";
        const subnets = alone ? [{ path: "", value: resource.props }] : readAll(resource.props, "subnets[]");
        if (subnets.length === 0) notApplicable("a network whose subnets are resources of their own");
        for (const { path, value } of subnets) {
            const spared = isSpared(value);
            if (alone && spared === true) notApplicable("a subnet of the platform, or of a service that takes no group");
            else if (value === UNKNOWN) requireAt(UNKNOWN, path, message);
            else
                requireAt(or(spared, isSet(value, "networkSecurityGroup")), alone ? "networkSecurityGroup" : `${path}.networkSecurityGroup`, message);
        }
    },
});
