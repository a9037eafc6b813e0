import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Answer, and, is, not, or } from "../../src/policy/unknown";
import { ADMIN_PORTS, type IngressRule, PREFIX_LISTS, ingressRules, letsIn } from "../shared/security-groups";

const ON = [
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
] as const;
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** Says of each source that is the internet what the test finds of its rule. */
function judgeRules(c: StackCheck<(typeof ON)[number] | typeof DEFAULT_GROUP>, message: string, breaks: (rule: IngressRule) => Answer): void {
    const ingress = c.oneOf("type", ["ingress"], "ingress");
    if (ingress === false) {
        c.notApplicable("a rule for what goes out");
        return;
    }
    for (const rule of ingressRules(c, message)) {
        const broken = and(ingress, breaks(rule));
        for (const { path, open } of rule.sources) c.requireAt(not(and(open, broken)), path, message);
    }
}

export const securityGroupNoOpenAdminPorts = stackPolicy({
    name: "aws-security-group-no-open-admin-ports",
    title: "No security group opens administration to the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [...ON, DEFAULT_GROUP],
    reads: PREFIX_LISTS,
    why: "Ports of remote administration that face the internet are tried with stolen passwords and fresh exploits within minutes.",
    fix: "Take the open block out of the rule and reach the host by SSM Session Manager, or name the few addresses that need it.",
    references: [
        "aws-config:incoming-ssh-disabled",
        "aws-config:restricted-incoming-traffic",
        "checkov:CKV_AWS_24",
        "checkov:CKV_AWS_25",
        "cdk-nag:AwsSolutions-EC23",
        "fsbp:EC2.13",
        "fsbp:EC2.14",
        "fsbp:EC2.53",
        "fsbp:EC2.54",
    ],
    settings: { adminPorts: { type: "array", items: { type: "integer" }, default: ADMIN_PORTS, description: "Ports of remote administration." } },
    checkResource(c) {
        judgeRules(c, "A port of remote administration is open to the internet.", rule =>
            or(...c.settings.adminPorts.map(port => letsIn(rule, port))),
        );
    },
});

export const securityGroupOpenOnlyToAuthorisedPorts = stackPolicy({
    name: "aws-security-group-open-only-to-authorised-ports",
    title: "Security groups open only authorised ports to the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ON,
    reads: PREFIX_LISTS,
    why: "Every open port is a service that everyone may try; databases and consoles are the ones that get found first.",
    fix: "Put the service behind a load balancer, or limit the rule to the addresses and security groups that need it.",
    references: [
        "aws-config:vpc-sg-open-only-to-authorized-ports",
        "aws-config:restricted-incoming-traffic",
        "checkov:CKV_AWS_260",
        "checkov:CKV_AWS_277",
        "fsbp:EC2.18",
        "fsbp:EC2.19",
    ],
    settings: {
        authorisedTcpPorts: {
            type: "array",
            items: { type: "integer" },
            default: [443, 80],
            description: "TCP ports that may be open to the internet.",
        },
        authorisedUdpPorts: { type: "array", items: { type: "integer" }, default: [443], description: "UDP ports that may be open to the internet." },
        highRiskPorts: {
            type: "array",
            items: { type: "integer" },
            default: [
                20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 6379, 8080, 8088, 8888, 9200, 9300, 11211,
                27017,
            ],
            description: "Ports that may not be open to the internet though they be authorised.",
        },
    },
    checkResource(c) {
        const { authorisedTcpPorts, authorisedUdpPorts, highRiskPorts } = c.settings;
        const allowed = (ports: readonly number[]): readonly number[] => ports.filter(port => !highRiskPorts.includes(port));
        const breaks = (rule: IngressRule): Answer => {
            // Rules that open administration are reported by aws-security-group-no-open-admin-ports.
            if (or(rule.everyProtocol, ...ADMIN_PORTS.map(port => letsIn(rule, port))) === true) return false;
            const within = (ports: readonly number[]): Answer =>
                is(rule.from, from =>
                    is(
                        rule.to,
                        to =>
                            to - from < ports.length && Array.from({ length: to - from + 1 }, (_, i) => from + i).every(port => ports.includes(port)),
                    ),
                );
            return or(and(rule.tcp, not(within(allowed(authorisedTcpPorts)))), and(rule.udp, not(within(allowed(authorisedUdpPorts)))));
        };
        judgeRules(c, "A port that is not authorised is open to the internet.", breaks);
    },
});
