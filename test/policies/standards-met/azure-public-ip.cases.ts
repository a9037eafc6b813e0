import { type Cases, UNKNOWN, of } from "../support/cases";

const address = of("azure-native:network:PublicIPAddress");
const network = of("azure-native:network:VirtualNetwork");
const subnet = of("azure-native:network:Subnet");
const plan = of("azure-native:network:DdosProtectionPlan");
const nat = of("azure-native:network:NatGateway");
const gateway = of("azure-native:network:ApplicationGateway");
const bastion = of("azure-native:network:BastionHost");

const resourceGroupName = "rg-net";
const MODE = "ddosSettings.protectionMode";
const own = plan({ resourceGroupName, ddosProtectionPlanName: "ddos" });
const guarded = network(
    { resourceGroupName, virtualNetworkName: "hub", enableDdosProtection: true, ddosProtectionPlan: { id: UNKNOWN } },
    { ddosProtectionPlan: own },
);
const bare = network({ resourceGroupName, virtualNetworkName: "spoke" });
const front = address({ resourceGroupName, publicIpAddressName: "front" });
const inHub = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: guarded });
const inSpoke = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: bare });
const entrance = (where: ReturnType<typeof subnet>) =>
    gateway(
        { frontendIPConfigurations: [{ publicIPAddress: { id: UNKNOWN } }], gatewayIPConfigurations: [{ subnet: { id: UNKNOWN } }] },
        { frontendIPConfigurations: front, gatewayIPConfigurations: where },
    );

export const cases: Cases = {
    "azure-public-ip-ddos-protected": {
        compliant: {
            "protection of its own": address({ ddosSettings: { protectionMode: "Enabled" } }),
            "the network's, by the gateway that uses it": [own, guarded, bare, inHub, front, entrance(inHub)],
            "the network's, by the only network": [guarded, front],
            "an address that is protected by the plan": [
                own,
                bare,
                address({ ddosSettings: { protectionMode: "Enabled", ddosProtectionPlan: { id: UNKNOWN } } }, { ddosSettings: own }),
            ],
        },
        violating: {
            "left out, in a bare network": [[bare, front], MODE],
            "left out, by the gateway that uses it": [[guarded, bare, inSpoke, front, entrance(inSpoke)], MODE],
            "the default said outright": [[bare, address({ ddosSettings: { protectionMode: "VirtualNetworkInherited" } })], MODE],
            "switched off": [[guarded, address({ ddosSettings: { protectionMode: "Disabled" } })], MODE],
            "a network that names no plan": [[network({ enableDdosProtection: true }), front], MODE],
            "a plan that no network is under": [[own, bare], ""],
        },
        undetermined: {
            "known only after the update": [address({ ddosSettings: UNKNOWN }), MODE],
            "a network of another stack": [front, MODE],
            "one of two networks": [[guarded, bare, front], MODE],
            "a host in a network of another stack": [
                [
                    bare,
                    front,
                    bastion(
                        { ipConfigurations: [{ publicIPAddress: { id: UNKNOWN }, subnet: { id: "/subscriptions/s/x/subnets/y" } }] },
                        { ipConfigurations: front },
                    ),
                ],
                MODE,
            ],
        },
        notApplicable: {
            "an address of a NAT gateway": [bare, front, nat({ publicIpAddresses: [{ id: UNKNOWN }] }, { publicIpAddresses: front })],
            "a plan for other stacks": own,
        },
    },
};
