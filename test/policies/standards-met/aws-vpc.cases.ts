import { type Cases, UNKNOWN, of } from "../support/cases";

const subnet = of("aws:ec2/subnet:Subnet");

const vpc = of("aws:ec2/vpc:Vpc");
const defaultGroup = of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
const defaultVpc = of("aws:ec2/defaultVpc:DefaultVpc");
const acl = of("aws:ec2/networkAcl:NetworkAcl");
const defaultAcl = of("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
const aclRule = of("aws:ec2/networkAclRule:NetworkAclRule");
const aclAssociation = of("aws:ec2/networkAclAssociation:NetworkAclAssociation");

const network = vpc({ cidrBlock: "10.0.0.0/16" });
const entry = { ruleNo: 100, action: "allow", protocol: "tcp", cidrBlock: "0.0.0.0/0", fromPort: 443, toPort: 443 };
const used = { vpcId: "vpc-1", subnetIds: ["subnet-1"] };
const bare = acl(used);
const associated = acl({ vpcId: "vpc-1" });
const rule = {
    networkAclId: UNKNOWN,
    ruleNumber: 100,
    ruleAction: "allow",
    protocol: "tcp",
    cidrBlock: "0.0.0.0/0",
    fromPort: 443,
    toPort: 443,
} as const;
const everything = { protocol: "-1", fromPort: 0, toPort: 0 };

export const cases: Cases = {
    "aws-subnet-no-auto-public-ip": {
        compliant: { "none where left out": subnet({ cidrBlock: "10.0.0.0/24" }), "said outright": subnet({ mapPublicIpOnLaunch: false }) },
        violating: {
            "public addresses": [subnet({ mapPublicIpOnLaunch: true }), "mapPublicIpOnLaunch"],
            "public IPv6 addresses": [subnet({ assignIpv6AddressOnCreation: true }), "assignIpv6AddressOnCreation"],
        },
        undetermined: {
            "known only after the update": [subnet({ mapPublicIpOnLaunch: UNKNOWN }), "mapPublicIpOnLaunch"],
            "perhaps public, by a tag that is not known": [subnet({ mapPublicIpOnLaunch: true, tags: UNKNOWN }), "mapPublicIpOnLaunch"],
        },
        notApplicable: { "a public subnet": subnet({ mapPublicIpOnLaunch: true, tags: { exposure: "public" } }) },
    },
    "aws-default-vpc-and-security-group-closed": {
        compliant: {
            "a closed group beside the VPC": [network, defaultGroup({ vpcId: UNKNOWN }, { vpcId: network })],
            "closed, said outright": [network, defaultGroup({ vpcId: UNKNOWN, ingress: [], egress: [] }, { vpcId: network })],
            "the default VPC on its way out": defaultVpc({ forceDestroy: true }),
        },
        violating: {
            "absent: AWS's own rules stay": [network, ""],
            "the group of another VPC": [[network, defaultGroup({ vpcId: "vpc-1" })], ""],
            "a group that lets its members in": [
                [network, defaultGroup({ vpcId: UNKNOWN, ingress: [{ protocol: "-1", self: true, fromPort: 0, toPort: 0 }] }, { vpcId: network })],
                "ingress",
            ],
            "a group that lets everything out": [
                defaultGroup({ vpcId: "vpc-1", egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
                "egress",
            ],
            "the default VPC": [defaultVpc({}), "forceDestroy"],
            "the default VPC, said outright": [defaultVpc({ forceDestroy: false }), "forceDestroy"],
        },
        undetermined: {
            "rules that are not known": [[network, defaultGroup({ vpcId: UNKNOWN, ingress: UNKNOWN }, { vpcId: network })], "ingress"],
            "the group of a VPC that is not known": [[network, defaultGroup({ vpcId: UNKNOWN })], ""],
        },
    },
    "aws-network-acl-restrictive-and-used": {
        compliant: {
            "one service and a range for answers": acl({
                ...used,
                ingress: [entry, { ...entry, ruleNo: 110, fromPort: 1024, toPort: 65535 }],
            }),
            "administration from inside": acl({ ...used, ingress: [{ ...entry, cidrBlock: "10.0.0.0/8", fromPort: 22, toPort: 22 }] }),
            "everything but administration": acl({
                ...used,
                ingress: [
                    { ...entry, ruleNo: 90, action: "deny", fromPort: 22, toPort: 22 },
                    { ...entry, ruleNo: 91, action: "deny", fromPort: 3389, toPort: 3389 },
                    { ...entry, ...everything },
                ],
            }),
            "ping from everywhere": acl({ ...used, ingress: [{ ...entry, protocol: "icmp", fromPort: 0, toPort: 0 }] }),
            "a rule of its own": [bare, aclRule(rule, { networkAclId: bare })],
            "associated with a subnet": [associated, aclAssociation({ networkAclId: UNKNOWN, subnetId: "subnet-1" }, { networkAclId: associated })],
            "the default ACL, closed and without subnets": defaultAcl({ defaultNetworkAclId: "acl-1" }),
        },
        violating: {
            "SSH from everywhere": [acl({ ...used, ingress: [{ ...entry, fromPort: 22, toPort: 22 }] }), "ingress[0]"],
            "remote desktops from everywhere": [acl({ ...used, ingress: [{ ...entry, fromPort: 3389, toPort: 3389 }] }), "ingress[0]"],
            "everything, by IPv6": [
                acl({ ...used, ingress: [{ ruleNo: 100, action: "allow", ipv6CidrBlock: "::/0", ...everything }] }),
                "ingress[0]",
            ],
            "refused too late": [
                acl({
                    ...used,
                    ingress: [
                        { ...entry, ...everything },
                        { ...entry, ruleNo: 200, action: "deny", fromPort: 0, toPort: 65535 },
                    ],
                }),
                "ingress[0]",
            ],
            "the default ACL lets everything in": [
                defaultAcl({ defaultNetworkAclId: "acl-1", ingress: [{ ...entry, ...everything }] }),
                "ingress[0]",
            ],
            "a rule of its own": [[bare, aclRule({ ...rule, fromPort: 22, toPort: 22 }, { networkAclId: bare })], "cidrBlock"],
            "a rule that lets everything in": [aclRule({ ...rule, networkAclId: "acl-1", protocol: "-1" }), "cidrBlock"],
            "an ACL without subnets": [acl({ vpcId: "vpc-1", ingress: [entry] }), "subnetIds"],
            "an ACL with none, said outright": [acl({ vpcId: "vpc-1", subnetIds: [] }), "subnetIds"],
        },
        undetermined: {
            "entries that are not known": [acl({ ...used, ingress: UNKNOWN }), "ingress"],
            "a block that is not known": [acl({ ...used, ingress: [{ ...entry, cidrBlock: UNKNOWN, fromPort: 22, toPort: 22 }] }), "ingress[0]"],
            "perhaps for what goes out": [aclRule({ ...rule, networkAclId: "acl-1", egress: UNKNOWN, fromPort: 22, toPort: 22 }), "cidrBlock"],
            "subnets that are not known": [acl({ vpcId: "vpc-1", subnetIds: UNKNOWN }), "subnetIds"],
        },
        notApplicable: { "a rule for what goes out": aclRule({ ...rule, egress: true, fromPort: 22, toPort: 22 }) },
    },
};
