import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Estate } from "../../src/policy/estate";
import { type Graph, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import { isInternet } from "../../src/policy/networks";
import type { Resource, Value } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { type At, read, readAll, text } from "../../src/policy/values";
import { isListed } from "../shared/listed-resources";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const VPN_GATEWAY = "aws:ec2/vpnGateway:VpnGateway";

/** Is the network meant to face the internet, by its tag? */
function isPublic(network: Resource, { tags }: Estate): Answer {
    return is(tagValue(network, tags.exposure), value => value?.toLowerCase() === "public");
}

export const internetGatewayAuthorisedVpcs = stackPolicy({
    name: "aws-internet-gateway-authorised-vpcs",
    title: "Only networks that are meant to face the internet have an internet gateway",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [GATEWAY, "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"],
    reads: [VPC],
    why: "With an internet gateway, one route and one public address put a machine on the internet; a network without one cannot be opened so.",
    fix: "Tag the VPC with exposure 'public', list it in the setting authorisedVpcIds, or leave the gateway out.",
    references: ["aws-config:internet-gateway-authorized-vpc-only"],
    settings: {
        authorisedVpcIds: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Ids of VPCs, or names of the stack's own, that may have an internet gateway.",
        },
    },
    checkResource({ graph, resource, estate, settings, has, require, notApplicable }) {
        if (!has("vpcId")) {
            notApplicable("attached to no VPC here; an attachment is judged itself");
            return;
        }
        const authorised = or(
            isListed(graph, resource, "vpcId", VPC, settings.authorisedVpcIds),
            linkedSatisfies(graph.from(resource, "vpcId", VPC), vpc => isPublic(vpc, estate)),
        );
        require(authorised, "vpcId", "The VPC is given an internet gateway, though nothing says that it is to face the internet.");
    },
});

const ROUTE = "aws:ec2/route:Route";
const TABLE = "aws:ec2/routeTable:RouteTable";
const DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

/** Does the route lead everything to an internet gateway? */
function leadsToInternet(graph: Graph, resource: Resource, route: Value, path: string): Answer {
    const everywhere = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"].map(property =>
        is(read(route, property), block => block !== undefined && isInternet(text(block))),
    );
    const gateway = read(route, "gatewayId");
    const linked = (type: string): boolean => graph.from(resource, path, type).certain.length > 0;
    const told = (): Answer => (linked(GATEWAY) === linked(VPN_GATEWAY) ? UNKNOWN : linked(GATEWAY));
    const byGateway = isUnknown(gateway)
        ? told()
        : gateway !== undefined && (/^igw-/i.test(text(gateway)) || graph.named(text(gateway), GATEWAY).length > 0);
    return and(or(...everywhere), byGateway);
}

/** Is it the table of all subnets that have none of their own? */
function isMain(graph: Graph, table: Resource): Answer {
    return table.type === DEFAULT_TABLE || linkedSatisfies(graph.into(table, MAIN_ASSOCIATION, "routeTableId"), () => true);
}

/** Are all the subnets of the table public ones? */
function servesPublic({ graph, estate }: StackCheck, table: Resource): Answer {
    return everyLinked(graph.into(table, ASSOCIATION, "routeTableId"), association =>
        everyLinked(graph.from(association, "subnetId", SUBNET), subnet => isPublic(subnet, estate)),
    );
}

export const internetRouteFromPublicSubnets = stackPolicy({
    name: "aws-route-to-internet-only-from-public-subnets",
    title: "Only public subnets have a route to an internet gateway",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ROUTE, TABLE, DEFAULT_TABLE],
    reads: [ASSOCIATION, MAIN_ASSOCIATION, SUBNET, GATEWAY, VPN_GATEWAY],
    why: "A route to an internet gateway is what makes a subnet public: in the wrong table it opens databases and machines that were to stay inside.",
    fix: "Give such routes a table of their own, associated with subnets tagged exposure 'public', and let other subnets leave through a NAT gateway.",
    references: ["aws-config:no-unrestricted-route-to-igw", "checkov:CKV2_AWS_35", "checkov:CKV2_AWS_44"],
    checkResource(c) {
        const { type, graph, resource, requireAt } = c;
        const routes: readonly At[] = type === ROUTE ? [{ path: "", value: resource.props }] : readAll(resource.props, "routes[]");
        const ofTable = (test: (table: Resource) => Answer): Answer =>
            type === ROUTE ? everyLinked(graph.from(resource, "routeTableId", [TABLE, DEFAULT_TABLE]), test) : test(resource);
        const notMain = ofTable(table => not(isMain(graph, table)));
        const onlyPublic = ofTable(table => or(isMain(graph, table), servesPublic(c, table)));
        for (const { path, value } of routes) {
            const leads = leadsToInternet(graph, resource, value, type === ROUTE ? "gatewayId" : "routes[].gatewayId");
            const at = type === ROUTE ? "gatewayId" : path;
            requireAt(or(not(leads), notMain), at, "The main route table, of every subnet without one of its own, leads to the internet.");
            requireAt(or(not(leads), onlyPublic), at, "A subnet that no tag calls public has a route to the internet.");
        }
    },
});
