import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, or, some } from "../../src/policy/unknown";
import { isFilled, read, truth } from "../../src/policy/values";

const ADDRESS = "azure-native:network:PublicIPAddress";
const PLAN = "azure-native:network:DdosProtectionPlan";
const NETWORK = "azure-native:network:VirtualNetwork";
const SUBNET = "azure-native:network:Subnet";
const NAT = "azure-native:network:NatGateway";

/** Where those that stand in a network name their public address, and their subnet. */
const USERS = {
    "azure-native:network:NetworkInterface": ["ipConfigurations[].publicIPAddress.id", "ipConfigurations[].subnet.id"],
    "azure-native:network:ApplicationGateway": ["frontendIPConfigurations[].publicIPAddress.id", "gatewayIPConfigurations[].subnet.id"],
    "azure-native:network:AzureFirewall": ["ipConfigurations[].publicIPAddress.id", "ipConfigurations[].subnet.id"],
    "azure-native:network:BastionHost": ["ipConfigurations[].publicIPAddress.id", "ipConfigurations[].subnet.id"],
    "azure-native:network:VirtualNetworkGateway": ["ipConfigurations[].publicIPAddress.id", "ipConfigurations[].subnet.id"],
} as const;
type User = keyof typeof USERS;

export const publicIpDdosProtected = stackPolicy({
    name: "azure-public-ip-ddos-protected",
    title: "Public addresses are protected from floods of traffic",
    commitment: "standards-met",
    topic: "availability-design",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ADDRESS, PLAN],
    reads: [NETWORK, SUBNET, NAT, ...(Object.keys(USERS) as User[])],
    why: "A flood that Azure's basic protection lets through takes the service away from those who need it.",
    fix: "Set ddosSettings.protectionMode to 'Enabled', or give the network enableDdosProtection and a ddosProtectionPlan; Azure charges for either.",
    references: [
        "azure-policy:a7aca53f-2ed4-4466-a25e-0b45ade68efd",
        "azure-policy:94de2ad3-e0c1-4caf-ad78-5d47bbc83d3d",
        "mcsb:NS-5",
        "ncsc-cloud-principles:5.3",
    ],
    checkResource(c) {
        if (c.type === PLAN) judgePlan(c);
        else judgeAddress(c);
    },
});

type AddressCheck = StackCheck<typeof ADDRESS | typeof PLAN>;

function judgeAddress(c: AddressCheck): void {
    const { graph, resource } = c;
    const translates = linkedSatisfies(graph.into(resource, NAT, "publicIpAddresses[].id"), () => true);
    if (translates === true) {
        c.notApplicable("an address of a NAT gateway, which takes no traffic in");
        return;
    }
    const mode = "ddosSettings.protectionMode";
    const inherits = c.oneOf(mode, ["VirtualNetworkInherited"], "VirtualNetworkInherited");
    c.require(
        or(translates, c.oneOf(mode, ["Enabled"]), inherits === false ? false : and(inherits, isInProtectedNetwork(graph, resource))),
        mode,
        "Nothing protects the address from floods of traffic.",
    );
}

/** A plan may serve the networks of other stacks; where its own holds networks, one of them should be under it. */
function judgePlan(c: AddressCheck): void {
    if (c.graph.of(NETWORK).length === 0) c.notApplicable("a plan for networks of other stacks");
    else
        c.require(
            or(
                linkedSatisfies(c.graph.into(c.resource, NETWORK, "ddosProtectionPlan.id"), isProtected),
                linkedSatisfies(c.graph.into(c.resource, ADDRESS, "ddosSettings.ddosProtectionPlan.id"), () => true),
            ),
            "",
            "None of the stack's networks is under the plan.",
        );
}

function isProtected({ props }: Resource): Answer {
    return and(truth(read(props, "enableDdosProtection")) ?? false, isFilled(props, "ddosProtectionPlan.id"));
}

/** Is the network protected in which the address is used? Where nothing tells which that is, it is told only if all of the stack's are alike. */
function isInProtectedNetwork(graph: Graph, address: Resource): Answer {
    const users = (Object.keys(USERS) as User[]).flatMap(type => {
        const [named, subnet] = USERS[type];
        return graph.into(address, type, named).certain.map(user => ({ user, subnet }));
    });
    const ofSubnet = (subnet: Resource): Answer => linkedSatisfies(graph.from(subnet, "virtualNetworkName", NETWORK), isProtected);
    const ofUser = ({ user, subnet }: (typeof users)[number]): Answer => {
        const network = graph.from(user, subnet, NETWORK);
        // A subnet that the network defines itself, or one of its own.
        return network.certain.length > 0 ? linkedSatisfies(network, isProtected) : linkedSatisfies(graph.from(user, subnet, SUBNET), ofSubnet);
    };
    if (users.length > 0) return some(users, ofUser);
    const all = graph.of(NETWORK);
    if (all.length === 0) return UNKNOWN;
    return every(all, isProtected) === true || (some(all, isProtected) === false ? false : UNKNOWN);
}
