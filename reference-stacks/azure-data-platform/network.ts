import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";

import { groups, location, name, networkPrefix, tags } from "./config";

const resourceGroupName = groups.work.name;

// One private network, without a way in from the internet or out to it. Every service is reached by an address in the subnet 'endpoints'.
const ranges = { workload: `${networkPrefix}.0/26`, functions: `${networkPrefix}.64/26`, endpoints: `${networkPrefix}.128/25` };

const rule = (
    ruleName: string,
    priority: number,
    access: string,
    sources: string[],
    destination: string,
    ports: string[],
    protocol: string,
    description: string,
) => ({
    name: ruleName,
    priority,
    access,
    direction: "Inbound",
    protocol,
    ...(sources.length === 1 ? { sourceAddressPrefix: sources[0] } : { sourceAddressPrefixes: sources }),
    sourcePortRange: "*",
    destinationAddressPrefix: destination,
    destinationPortRanges: ports,
    description,
});
const denyRest = rule("deny-rest", 4000, "Deny", ["*"], "*", ["*"], "*", "Nothing else, from inside the network either");
const securityGroup = (role: string, rules: ReturnType<typeof rule>[]) =>
    new network.NetworkSecurityGroup(role, {
        resourceGroupName,
        networkSecurityGroupName: `nsg-${name}-${role}`,
        location,
        securityRules: [...rules, denyRest],
        tags,
    });

/** HTTPS, AMQP, SQL (and the ports it redirects to inside Azure), MySQL, Redis: all by TLS. */
const servicePorts = ["443", "5671-5672", "1433", "11000-11999", "3306", "8500-10000"];

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
            name: "functions",
            addressPrefix: ranges.functions,
            defaultOutboundAccess: false,
            delegations: [{ name: "functions", serviceName: "Microsoft.Web/serverFarms" }],
            networkSecurityGroup: { id: securityGroup("functions", []).id },
        },
        {
            name: "endpoints",
            addressPrefix: ranges.endpoints,
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Enabled",
            networkSecurityGroup: {
                id: securityGroup("endpoints", [
                    rule(
                        "from-inside",
                        100,
                        "Allow",
                        [ranges.workload, ranges.functions],
                        ranges.endpoints,
                        servicePorts,
                        "Tcp",
                        "The services of this stack, over TLS",
                    ),
                ]).id,
            },
        },
    ],
    tags,
});
export const subnetId = (subnet: keyof typeof ranges): pulumi.Output<string> => pulumi.interpolate`${virtualNetwork.id}/subnets/${subnet}`;

const zones = new Map<string, privatedns.PrivateZone>();
/** The private DNS zone of a name, made and linked to the network once. */
function zone(zoneName: string): privatedns.PrivateZone {
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
