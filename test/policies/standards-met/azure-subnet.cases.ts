import { type Cases, UNKNOWN, of } from "../support/cases";

const subnet = of("azure-native:network:Subnet");
const network = of("azure-native:network:VirtualNetwork");

export const cases: Cases = {
    "azure-subnet-has-network-security-group": {
        compliant: {
            "a group": subnet({ subnetName: "app", networkSecurityGroup: { id: UNKNOWN } }),
            "groups in a network": network({
                subnets: [
                    { name: "app", networkSecurityGroup: { id: "/nsg" } },
                    { name: "GatewaySubnet" },
                    { name: "hsm", delegations: [{ name: "d", serviceName: "Microsoft.HardwareSecurityModules/dedicatedHSMs" }] },
                ],
            }),
        },
        violating: {
            "no group": [subnet({ subnetName: "app" }), "networkSecurityGroup"],
            "no name and no group": [subnet({}), "networkSecurityGroup"],
            "none on one in a network": [
                network({ subnets: [{ name: "a", networkSecurityGroup: { id: "/nsg" } }, { name: "b" }] }),
                "subnets[1].networkSecurityGroup",
            ],
            "delegated to a service that takes groups": [
                subnet({ subnetName: "db", delegations: [{ serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }] }),
                "networkSecurityGroup",
            ],
        },
        undetermined: {
            "a name known only after the update": [subnet({ subnetName: UNKNOWN }), "networkSecurityGroup"],
            "subnets known only after the update": [network({ subnets: UNKNOWN }), "subnets"],
        },
        notApplicable: {
            "a subnet of the platform": subnet({ subnetName: "AzureBastionSubnet" }),
            "no subnets of its own": network({}),
        },
    },
};
