import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";

import { groups, location, name, networkPrefix, tags } from "./config";

const resourceGroupName = groups.network.name;

// One private network. Nothing comes in from the internet, and nothing goes out unless a workload brings a gateway or a firewall of its own.
const ranges = { workload: `${networkPrefix}.0/25`, endpoints: `${networkPrefix}.128/26` };

const rule = (ruleName: string, priority: number, access: string, source: string, destination: string, ports: string[], description: string) => ({
    name: ruleName,
    priority,
    access,
    direction: "Inbound",
    protocol: ports.length === 1 && ports[0] === "*" ? "*" : "Tcp",
    sourceAddressPrefix: source,
    sourcePortRange: "*",
    destinationAddressPrefix: destination,
    destinationPortRanges: ports,
    description,
});
const denyRest = rule("deny-rest", 4000, "Deny", "*", "*", ["*"], "Nothing else, from inside the network either");
const securityGroup = (role: string, rules: ReturnType<typeof rule>[]) =>
    new network.NetworkSecurityGroup(role, {
        resourceGroupName,
        networkSecurityGroupName: `nsg-${name}-${role}`,
        location,
        securityRules: [...rules, denyRest],
        tags,
    });

export const virtualNetwork = new network.VirtualNetwork("network", {
    resourceGroupName,
    virtualNetworkName: `vnet-${name}`,
    location,
    addressSpace: { addressPrefixes: [`${networkPrefix}.0/24`] },
    subnets: [
        {
            name: "workload",
            addressPrefix: ranges.workload,
            defaultOutboundAccess: false,
            networkSecurityGroup: { id: securityGroup("workload", []).id },
        },
        {
            name: "endpoints",
            addressPrefix: ranges.endpoints,
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Enabled",
            networkSecurityGroup: {
                id: securityGroup("endpoints", [
                    rule("from-workload", 100, "Allow", ranges.workload, ranges.endpoints, ["443"], "Storage and logs over TLS"),
                ]).id,
            },
        },
    ],
    tags,
});
export const subnetId = (subnet: keyof typeof ranges): pulumi.Output<string> => pulumi.interpolate`${virtualNetwork.id}/subnets/${subnet}`;
const zones = new Map<string, privatedns.PrivateZone>();
/** The private DNS zone of a name, made and linked to the network once. */
export function zone(zoneName: string): privatedns.PrivateZone {
    const known = zones.get(zoneName);
    if (known) return known;
    const result = new privatedns.PrivateZone(zoneName, { resourceGroupName, privateZoneName: zoneName, location: "Global", tags });
    new privatedns.VirtualNetworkLink(zoneName, {
        resourceGroupName,
        privateZoneName: result.name,
        virtualNetworkLinkName: name,
        location: "Global",
        registrationEnabled: false,
        virtualNetwork: { id: virtualNetwork.id },
        tags,
    });
    zones.set(zoneName, result);
    return result;
}

/** A private address for a resource, and the DNS names that lead to it. */
export function privateEndpoint(id: string, target: pulumi.Input<string>, groupId: string, zoneNames: string[]): network.PrivateDnsZoneGroup {
    const endpoint = new network.PrivateEndpoint(id, {
        resourceGroupName,
        privateEndpointName: `pe-${name}-${id}`,
        location,
        subnet: { id: subnetId("endpoints") },
        privateLinkServiceConnections: [{ name: id, privateLinkServiceId: target, groupIds: [groupId] }],
        tags,
    });
    return new network.PrivateDnsZoneGroup(id, {
        resourceGroupName,
        privateEndpointName: endpoint.name,
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: zoneNames.map(zoneName => ({ name: zoneName.replace(/\./g, "-"), privateDnsZoneId: zone(zoneName).id })),
    });
}
