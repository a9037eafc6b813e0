import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("azure-native:network:NetworkSecurityGroup");
const separate = of("azure-native:network:SecurityRule");

const allow = {
    access: "Allow",
    direction: "Inbound",
    priority: 200,
    protocol: "Tcp",
    sourceAddressPrefix: "Internet",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "443",
};
const ssh = { ...allow, destinationPortRange: "22" };
const deny = { ...allow, access: "Deny", priority: 100, protocol: "*", sourceAddressPrefix: "*", destinationPortRange: "*" };
const from = (sourceAddressPrefix: string): typeof allow => ({ ...ssh, sourceAddressPrefix });
const rules = (...securityRules: readonly (typeof allow)[]): ReturnType<typeof group> => group({ securityRules });

const shared = group({ networkSecurityGroupName: "nsg-web" });
const linked = { networkSecurityGroupName: shared };

export const cases: Cases = {
    "azure-nsg-no-management-ports-from-internet": {
        compliant: {
            "no rules, only the platform's own": group({}),
            "the web's port only": rules(allow),
            "a private source": rules(from("10.0.0.0/16")),
            "a service tag of Azure's own": rules({ ...from("GatewayManager"), destinationPortRange: "*" }),
            "a rule for what goes out": rules({ ...ssh, direction: "Outbound" }),
            "a rule that denies": rules({ ...ssh, access: "Deny" }),
            "a protocol without ports": rules({ ...ssh, protocol: "Icmp", destinationPortRange: "*" }),
            "application groups as the source": group({
                securityRules: [{ ...ssh, sourceAddressPrefix: "", sourceApplicationSecurityGroups: [{ id: "/subscriptions/s/asg" }] }],
            }),
            "a range that leaves them out": rules({ ...ssh, destinationPortRange: "8000-9000" }),
            "denied before it is allowed": rules(ssh, deny),
            "denied from the internet before it is allowed from everywhere": rules(from("*"), { ...deny, sourceAddressPrefix: "Internet" }),
            "denied by a rule beside the group": [
                group({ networkSecurityGroupName: "nsg-web", securityRules: [ssh] }),
                separate({ ...deny, networkSecurityGroupName: "nsg-web" }),
            ],
            "denied by another rule of the same group": [
                shared,
                separate({ ...ssh, networkSecurityGroupName: UNKNOWN }, linked, "allow"),
                separate({ ...deny, networkSecurityGroupName: UNKNOWN }, linked, "deny"),
            ],
            "denied by another rule of a group elsewhere": [
                separate({ ...ssh, networkSecurityGroupName: "nsg-old", resourceGroupName: "rg" }, {}, "allow"),
                separate({ ...deny, networkSecurityGroupName: "NSG-OLD", resourceGroupName: "rg" }, {}, "deny"),
            ],
        },
        violating: {
            "by the tag Internet": [rules(ssh), "securityRules[0].sourceAddressPrefix"],
            "by a star": [rules(from("*")), "securityRules[0].sourceAddressPrefix"],
            "by every address": [rules(from("0.0.0.0/0")), "securityRules[0].sourceAddressPrefix"],
            "by half of all addresses": [rules(from("128.0.0.0/1")), "securityRules[0].sourceAddressPrefix"],
            "by every address of IPv6": [rules(from("::/0")), "securityRules[0].sourceAddressPrefix"],
            "by every customer of Azure": [rules(from("AzureCloud.uksouth")), "securityRules[0].sourceAddressPrefix"],
            "in the plural": [
                group({ securityRules: [{ ...ssh, sourceAddressPrefix: UNKNOWN, sourceAddressPrefixes: ["10.0.0.0/8", "0.0.0.0/0"] }] }),
                "securityRules[0].sourceAddressPrefixes[1]",
            ],
            "inside a range": [rules({ ...ssh, destinationPortRange: "20-30" }), "securityRules[0].sourceAddressPrefix"],
            "among several ports": [
                group({ securityRules: [{ ...allow, destinationPortRanges: ["443", "3389"] }] }),
                "securityRules[0].sourceAddressPrefix",
            ],
            "every port of every protocol": [rules({ ...ssh, protocol: "*", destinationPortRange: "*" }), "securityRules[0].sourceAddressPrefix"],
            "denied too late": [rules(ssh, { ...deny, priority: 300 }), "securityRules[0].sourceAddressPrefix"],
            "denied for another protocol": [rules(ssh, { ...deny, protocol: "Udp" }), "securityRules[0].sourceAddressPrefix"],
            "denied for other ports": [rules(ssh, { ...deny, destinationPortRange: "3389" }), "securityRules[0].sourceAddressPrefix"],
            "denied for part of the machines": [
                rules(ssh, { ...deny, destinationAddressPrefix: "10.0.1.0/24" }),
                "securityRules[0].sourceAddressPrefix",
            ],
            "denied from elsewhere": [rules(ssh, { ...deny, sourceAddressPrefix: "203.0.113.0/24" }), "securityRules[0].sourceAddressPrefix"],
            "a rule of its own": [separate({ ...ssh, networkSecurityGroupName: "nsg-web" }), "sourceAddressPrefix"],
            "denied in another group": [
                [separate({ ...ssh, networkSecurityGroupName: "a" }, {}, "allow"), separate({ ...deny, networkSecurityGroupName: "b" }, {}, "deny")],
                "sourceAddressPrefix",
            ],
            "a port of one's own": {
                resources: [rules({ ...ssh, destinationPortRange: "8443" })],
                settings: { managementPorts: [8443] },
                property: "securityRules[0].sourceAddressPrefix",
            },
        },
        undetermined: {
            "rules known only after the update": [group({ securityRules: UNKNOWN }), "securityRules"],
            "a source known only after the update": [
                group({ securityRules: [{ ...ssh, sourceAddressPrefix: UNKNOWN }] }),
                "securityRules[0].sourceAddressPrefix",
            ],
            "ports known only after the update": [
                group({ securityRules: [{ ...allow, destinationPortRange: UNKNOWN }] }),
                "securityRules[0].sourceAddressPrefix",
            ],
            "denied by a rule of some group": [
                [group({ networkSecurityGroupName: UNKNOWN, securityRules: [ssh] }), separate({ ...deny, networkSecurityGroupName: UNKNOWN })],
                "securityRules[0].sourceAddressPrefix",
            ],
        },
    },
    "azure-nsg-no-unrestricted-inbound": {
        compliant: {
            "no rules": group({}),
            "the web's ports": rules(allow, { ...allow, destinationPortRange: "80" }),
            "the web's ports, in whatever protocol": rules({ ...allow, protocol: "*" }),
            "administration, which the other policy reports": rules({ ...allow, destinationPortRange: "*" }),
            "everything, from inside": rules({ ...allow, sourceAddressPrefix: "VirtualNetwork", destinationPortRange: "*" }),
            "all but the web denied": rules(
                { ...allow, destinationPortRange: "440-450" },
                { ...deny, destinationPortRange: "440-442" },
                {
                    ...deny,
                    priority: 101,
                    destinationPortRange: "444-65535",
                },
            ),
            "a UDP port that is allowed": {
                resources: [rules({ ...allow, protocol: "Udp" })],
                settings: { allowedPublicUdpPorts: [443] },
            },
        },
        violating: {
            "another port": [rules({ ...allow, destinationPortRange: "8080" }), "securityRules[0].sourceAddressPrefix"],
            "a range around an allowed port": [rules({ ...allow, destinationPortRange: "443-444" }), "securityRules[0].sourceAddressPrefix"],
            "a UDP port": [rules({ ...allow, protocol: "Udp" }), "securityRules[0].sourceAddressPrefix"],
            "what a denial leaves": [
                rules({ ...allow, destinationPortRange: "446-450" }, { ...deny, destinationPortRange: "446-447" }),
                "securityRules[0].sourceAddressPrefix",
            ],
            "a rule of its own": [
                separate({ ...allow, destinationPortRange: UNKNOWN, destinationPortRanges: ["443", "9000"], networkSecurityGroupName: "nsg" }),
                "sourceAddressPrefix",
            ],
        },
        undetermined: {
            "ports known only after the update": [separate({ ...allow, destinationPortRange: UNKNOWN }), "sourceAddressPrefix"],
            "rules known only after the update": [group({ securityRules: UNKNOWN }), "securityRules"],
        },
    },
};
