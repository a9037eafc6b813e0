import { exempt, must } from "../../src/policy/factories";
import { off } from "../../src/policy/facts";

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
    references: ["aws-config:subnet-auto-assign-public-ip-disabled", "checkov:CKV_AWS_130", "fsbp:EC2.15"],
    unless: c => exempt(c.tagged("exposure", "public"), "a public subnet, by its tag"),
    facts: [
        off("mapPublicIpOnLaunch", false, "Machines in the subnet get public addresses."),
        off("assignIpv6AddressOnCreation", false, "Machines in the subnet get public IPv6 addresses."),
    ],
});
