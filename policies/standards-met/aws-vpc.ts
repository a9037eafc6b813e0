import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { exempt, must } from "../../src/policy/factories";
import { off } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { isInternet } from "../../src/policy/networks";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, is, not, or } from "../../src/policy/unknown";
import { isSet, list, read, readAll, text, truth } from "../../src/policy/values";

export const subnetNoAutoPublicIp = must({
    name: "aws-subnet-no-auto-public-ip",
    title: "Subnets give no public addresses unasked",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ec2/subnet:Subnet"],
    why: "In such a subnet every machine gets a public address that nobody asked for.",
    fix: "Leave mapPublicIpOnLaunch and assignIpv6AddressOnCreation off, or tag a subnet for load balancers and gateways with exposure 'public'.",
    remedies: [{ path: "mapPublicIpOnLaunch", value: false }],
    references: ["aws-config:subnet-auto-assign-public-ip-disabled", "checkov:CKV_AWS_130", "fsbp:EC2.15"],
    unless: c => exempt(c.tagged("exposure", "public"), "a public subnet, by its tag"),
    facts: [
        off("mapPublicIpOnLaunch", false, "Machines in the subnet get public addresses."),
        off("assignIpv6AddressOnCreation", false, "Machines in the subnet get public IPv6 addresses."),
    ],
});

const VPC = "aws:ec2/vpc:Vpc";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";

export const defaultVpcAndGroupClosed = stackPolicy({
    name: "aws-default-vpc-and-security-group-closed",
    title: "Default security groups let nothing through, and the default VPC is not used",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [VPC, DEFAULT_GROUP, DEFAULT_VPC],
    why: "What is launched without a security group lands in the default one, whose members may talk to each other and to everyone.",
    fix: "Declare a DefaultSecurityGroup for each VPC without ingress and egress, and a VPC of your own in place of the default one.",
    references: ["aws-config:vpc-default-security-group-closed", "checkov:CKV2_AWS_12", "checkov:CKV_AWS_148", "fsbp:EC2.2"],
    checkResource({ type, graph, resource, get, on, require }) {
        if (type === VPC) {
            const adopted = linkedSatisfies(graph.into(resource, DEFAULT_GROUP, "vpcId"), () => true);
            require(adopted, "", "The VPC keeps the default security group that AWS made, with its rules.");
        } else if (type === DEFAULT_GROUP) {
            for (const rules of ["ingress", "egress"] as const)
                require(is(list(get(rules)), found => found.length === 0), rules, "The default security group lets traffic through.");
        } else require(on("forceDestroy", false), "forceDestroy", "The default VPC, all of whose subnets are public, is taken into use.");
    },
});

const ACL = "aws:ec2/networkAcl:NetworkAcl";
const DEFAULT_ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";
const ACL_ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

/** An entry of a network ACL for what comes in. */
interface Entry {
    readonly number: number | Unknown;
    readonly allows: Answer;
    /** From all of one family's internet. */
    readonly open: Answer;
    readonly family: "ipv4" | "ipv6" | Unknown;
    readonly everyProtocol: Answer;
    readonly tcp: Answer;
    readonly from: number | Unknown;
    readonly to: number | Unknown;
}

/** Where the ports for the answers to what went out end on Linux. */
const LAST_RETURN_PORT = 60999;

function entryOf(entry: Value): Entry {
    const protocol = read(entry, "protocol");
    const family = entry === UNKNOWN ? UNKNOWN : isSet(entry, "ipv6CidrBlock") ? "ipv6" : "ipv4";
    const block = read(entry, family === "ipv6" ? "ipv6CidrBlock" : "cidrBlock");
    const from = asNumber(read(entry, "fromPort")) ?? 0;
    return {
        number: asNumber(read(entry, "ruleNo") ?? read(entry, "ruleNumber")) ?? UNKNOWN,
        allows: isOneOf(read(entry, "action") ?? read(entry, "ruleAction"), ["allow"]),
        open: is(block, cidr => isInternet(text(cidr ?? ""))),
        family,
        everyProtocol: isOneOf(protocol, ["-1", "all"]),
        tcp: isOneOf(protocol, ["6", "tcp"]),
        from,
        to: asNumber(read(entry, "toPort")) ?? from,
    };
}

function speaksOfPort({ everyProtocol, tcp, from, to }: Entry, port: number): Answer {
    return or(
        everyProtocol,
        and(
            tcp,
            is(from, first => is(to, last => first <= port && port <= last)),
        ),
    );
}

/** Does the entry let the internet in to the port, without an earlier one that keeps it out? Network ACLs keep no state, so answers need open ports of their own. */
function opens(entry: Entry, port: number, all: readonly Entry[]): Answer {
    const { everyProtocol, from, to, family } = entry;
    const forAnswers = and(
        not(everyProtocol),
        is(from, first => is(to, last => first >= 1024 && last >= LAST_RETURN_PORT)),
    );
    const earlier = (other: Entry): Answer => is(other.number, a => is(entry.number, b => a < b));
    const related = all.filter(one => one.family === family || one.family === UNKNOWN || family === UNKNOWN);
    const refused = related.map(one => and(not(one.allows), one.open, speaksOfPort(one, port), earlier(one)));
    return and(entry.allows, entry.open, speaksOfPort(entry, port), not(forAnswers), not(or(...refused)));
}

export const networkAclRestrictive = stackPolicy({
    name: "aws-network-acl-restrictive-and-used",
    title: "Network ACLs open no administration to the internet, and each guards a subnet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ACL, DEFAULT_ACL, ACL_RULE],
    reads: [ACL_ASSOCIATION],
    why: "An ACL that lets everything in, or that guards no subnet, is no second line behind a security group that somebody opened.",
    fix: "Allow the internet in only to the ports of services and to a range from 1024 for answers, and name subnetIds.",
    references: [
        "aws-config:vpc-network-acl-unused-check",
        "aws-config:nacl-no-unrestricted-ssh-rdp",
        "checkov:CKV_AWS_229",
        "checkov:CKV_AWS_230",
        "checkov:CKV_AWS_231",
        "checkov:CKV_AWS_232",
        "checkov:CKV_AWS_352",
        "checkov:CKV2_AWS_1",
        "fsbp:EC2.16",
        "fsbp:EC2.21",
    ],
    settings: { adminPorts: { type: "array", items: { type: "integer" }, default: [22, 3389], description: "TCP ports of administration." } },
    checkResource({ type, graph, resource, get, on, settings, require, requireAt, notApplicable }) {
        const message = "The ACL lets the internet in to a port of administration.";
        const opensOne = (entry: Entry, all: readonly Entry[]): Answer => or(...settings.adminPorts.map(port => opens(entry, port, all)));
        const rulesOf = (acl: Resource): readonly Entry[] => [
            ...readAll(acl.props, "ingress[]").map(at => entryOf(at.value)),
            ...graph
                .into(acl, ACL_RULE, "networkAclId")
                .certain.filter(rule => (truth(read(rule.props, "egress")) ?? false) === false)
                .map(rule => entryOf(rule.props)),
        ];
        if (type === ACL_RULE) {
            const egress = on("egress", false);
            if (egress === true) {
                notApplicable("a rule for what goes out");
                return;
            }
            const [acl] = graph.from(resource, "networkAclId", [ACL, DEFAULT_ACL]).certain;
            const own = entryOf(resource.props);
            require(or(egress, not(opensOne(own, acl ? rulesOf(acl) : []))), "cidrBlock", message);
            return;
        }
        const all = rulesOf(resource);
        for (const { path, value } of readAll(resource.props, "ingress[]")) requireAt(not(opensOne(entryOf(value), all)), path, message);
        if (type === DEFAULT_ACL) return;
        const used = or(
            is(list(get("subnetIds")), subnets => subnets.length > 0),
            linkedSatisfies(graph.into(resource, ACL_ASSOCIATION, "networkAclId"), () => true),
        );
        require(used, "subnetIds", "The ACL guards no subnet.");
    },
});
