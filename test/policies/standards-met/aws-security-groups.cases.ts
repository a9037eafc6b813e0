import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("aws:ec2/securityGroup:SecurityGroup");
const rule = of("aws:ec2/securityGroupRule:SecurityGroupRule");
const ingressRule = of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
const defaultGroup = of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
const prefixList = of("aws:ec2/managedPrefixList:ManagedPrefixList");
const prefixListEntry = of("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry");

const ssh = { protocol: "tcp", fromPort: 22, toPort: 22 };
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const postgres = { protocol: "tcp", fromPort: 5432, toPort: 5432 };
const everywhere = { cidrBlocks: ["0.0.0.0/0"] };
const offices = prefixList({ name: "offices", addressFamily: "IPv4", maxEntries: 5, entries: [{ cidr: "203.0.113.0/24" }] });
const open = prefixList({ name: "open", addressFamily: "IPv4", maxEntries: 5 });

export const cases: Cases = {
    "aws-security-group-no-open-admin-ports": {
        compliant: {
            "no rules": group(),
            "SSH from a network of one's own": group({ ingress: [{ ...ssh, cidrBlocks: ["10.0.0.0/8"] }] }),
            "HTTPS from everywhere": group({ ingress: [{ ...https, ...everywhere }] }),
            "ICMP from everywhere": rule({ type: "ingress", protocol: "icmp", fromPort: -1, toPort: -1, ...everywhere }),
            "ICMP by its number": ingressRule({ ipProtocol: "58", fromPort: -1, toPort: -1, cidrIpv6: "::/0" }),
            "SSH from a list of addresses in the stack": [
                offices,
                rule({ type: "ingress", ...ssh, prefixListIds: [UNKNOWN] }, { prefixListIds: offices }),
            ],
            "SSH from another group": ingressRule({ ipProtocol: "tcp", fromPort: 22, toPort: 22, referencedSecurityGroupId: UNKNOWN }),
            "a port that is no longer one of administration": {
                resources: [group({ ingress: [{ ...ssh, ...everywhere }] })],
                settings: { adminPorts: [3389] },
            },
        },
        violating: {
            "SSH from everywhere": [group({ ingress: [{ ...ssh, ...everywhere }] }), "ingress[0].cidrBlocks[0]"],
            "a range that holds RDP": [
                rule({ type: "ingress", protocol: "tcp", fromPort: 3000, toPort: 4000, ipv6CidrBlocks: ["::/0"] }),
                "ipv6CidrBlocks[0]",
            ],
            "every protocol": [ingressRule({ ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }), "cidrIpv4"],
            "no ports named": [ingressRule({ ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" }), "cidrIpv4"],
            "UDP by its number": [rule({ type: "ingress", protocol: "17", fromPort: 3389, toPort: 3389, ...everywhere }), "cidrBlocks[0]"],
            "half of the internet": [group({ ingress: [{ ...ssh, cidrBlocks: ["10.0.0.0/8", "128.0.0.0/1"] }] }), "ingress[0].cidrBlocks[1]"],
            "the default group": [defaultGroup({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, ...everywhere }] }), "ingress[0].cidrBlocks[0]"],
            "an open list of addresses in the stack": [
                [
                    open,
                    prefixListEntry({ prefixListId: UNKNOWN, cidr: "0.0.0.0/0" }, { prefixListId: open }),
                    rule({ type: "ingress", ...ssh, prefixListIds: [UNKNOWN] }, { prefixListIds: open }),
                ],
                "prefixListIds[0]",
            ],
        },
        undetermined: {
            "a block that is not known": [group({ ingress: [{ ...ssh, cidrBlocks: [UNKNOWN] }] }), "ingress[0].cidrBlocks[0]"],
            "rules that are not known": [group({ ingress: UNKNOWN }), "ingress"],
            "a port that is not known": [
                rule({ type: "ingress", protocol: "tcp", fromPort: UNKNOWN, toPort: UNKNOWN, ...everywhere }),
                "cidrBlocks[0]",
            ],
            "a list of addresses elsewhere": [rule({ type: "ingress", ...ssh, prefixListIds: ["pl-1"] }), "prefixListIds[0]"],
            "a direction that is not known": [rule({ type: UNKNOWN, ...ssh, ...everywhere }), "cidrBlocks[0]"],
        },
        notApplicable: { "a rule for what goes out": rule({ type: "egress", protocol: "-1", fromPort: 0, toPort: 0, ...everywhere }) },
    },
    "aws-security-group-open-only-to-authorised-ports": {
        compliant: {
            "HTTPS from everywhere": group({ ingress: [{ ...https, ...everywhere }] }),
            "HTTP/3 from everywhere": ingressRule({ ipProtocol: "udp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" }),
            "a database within the VPC": group({ ingress: [{ ...postgres, cidrBlocks: ["10.0.0.0/16"] }] }),
            "every protocol, which the rule on administration reports": rule({
                type: "ingress",
                protocol: "-1",
                fromPort: 0,
                toPort: 0,
                ...everywhere,
            }),
            ICMP: rule({ type: "ingress", protocol: "icmp", fromPort: -1, toPort: -1, ...everywhere }),
            "another port, by setting": {
                resources: [rule({ type: "ingress", protocol: "tcp", fromPort: 8443, toPort: 8443, ...everywhere })],
                settings: { authorisedTcpPorts: [443, 8443] },
            },
            "an authorised port from a list of addresses elsewhere": rule({ type: "ingress", ...https, prefixListIds: ["pl-1"] }),
        },
        violating: {
            "a database": [group({ ingress: [{ ...postgres, ...everywhere }] }), "ingress[0].cidrBlocks[0]"],
            "a range wider than what is authorised": [
                rule({ type: "ingress", protocol: "tcp", fromPort: 443, toPort: 450, ...everywhere }),
                "cidrBlocks[0]",
            ],
            "HTTP by UDP": [ingressRule({ ipProtocol: "udp", fromPort: 80, toPort: 80, cidrIpv6: "::/0" }), "cidrIpv6"],
            "a risky port, though authorised": {
                resources: [rule({ type: "ingress", ...postgres, ...everywhere })],
                settings: { authorisedTcpPorts: [443, 5432] },
                property: "cidrBlocks[0]",
            },
        },
        undetermined: {
            "a block that is not known": [group({ ingress: [{ ...postgres, cidrBlocks: UNKNOWN }] }), "ingress[0].cidrBlocks"],
            "a port that is not known": [
                rule({ type: "ingress", protocol: "tcp", fromPort: UNKNOWN, toPort: UNKNOWN, ...everywhere }),
                "cidrBlocks[0]",
            ],
            "a list of addresses elsewhere": [ingressRule({ ipProtocol: "tcp", fromPort: 5432, toPort: 5432, prefixListId: "pl-1" }), "prefixListId"],
        },
        notApplicable: { "a rule for what goes out": rule({ type: "egress", ...postgres, ...everywhere }) },
    },
};
