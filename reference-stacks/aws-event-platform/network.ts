import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, partnerCidr, tags, vpcCidr } from "./config";
import { document } from "./documents";
import { logGroup } from "./logs";
import { role } from "./roles";

const { account, region } = home;

// A private network with no way to or from the internet: the index, the feed, the warehouse, the migration and the file server stand here.
export const vpc = new aws.ec2.Vpc("network", {
    cidrBlock: vpcCidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { ...tags, Name: name },
});
new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id, ingress: [], egress: [], tags });

export const routes = new aws.ec2.RouteTable("private", { vpcId: vpc.id, tags });
const blocks = quarters(vpcCidr);
export const subnets = ["a", "b", "c"].map((zone, index) => {
    const subnet = new aws.ec2.Subnet(`private-${zone}`, {
        vpcId: vpc.id,
        cidrBlock: blocks[index],
        availabilityZone: `${region}${zone}`,
        mapPublicIpOnLaunch: false,
        tags: { ...tags, Name: `${name}-${zone}`, tier: "private" },
    });
    new aws.ec2.RouteTableAssociation(`private-${zone}`, { subnetId: subnet.id, routeTableId: routes.id });
    return subnet;
});
export const subnetIds = subnets.map(subnet => subnet.id);

// A second line behind the security groups. It keeps no state: answers come to, and go to, ports from 1024 on.
const everything = { action: "allow", protocol: "-1", fromPort: 0, toPort: 0 };
const answers = { action: "allow", protocol: "tcp", fromPort: 1024, toPort: 65535 };
new aws.ec2.NetworkAcl("private", {
    vpcId: vpc.id,
    subnetIds,
    ingress: [
        { ...everything, ruleNo: 100, cidrBlock: vpcCidr },
        { action: "allow", protocol: "tcp", fromPort: 22, toPort: 22, ruleNo: 110, cidrBlock: partnerCidr },
        // S3 answers from public addresses, through its endpoint. This lets in the feed's partners, too.
        { ...answers, ruleNo: 120, cidrBlock: "0.0.0.0/0" },
    ],
    egress: [
        { ...everything, ruleNo: 100, cidrBlock: vpcCidr },
        { ...answers, ruleNo: 110, cidrBlock: partnerCidr },
        { action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, ruleNo: 120, cidrBlock: "0.0.0.0/0" },
    ],
    tags: { ...tags, Name: name },
});

/** Who stands in the network. */
const members = {
    analysts: "Notebooks of analysts",
    endpoints: "Endpoints of AWS services",
    feed: "Brokers of the feed, and Lambda's pollers, which stand beside them",
    "file-transfer": "File server for partners",
    index: "Function that fills the search index",
    migration: "Replication from the legacy database",
    search: "Search domain",
    warehouse: "Warehouse",
};
type Member = keyof typeof members;
const groups = new Map(
    Object.entries(members).map(([id, description]) => [
        id,
        new aws.ec2.SecurityGroup(id, { name: `${name}-${id}`, description, vpcId: vpc.id, tags: { ...tags, Name: `${name}-${id}` } }),
    ]),
);
export function group(id: Member): pulumi.Output<string> {
    const found = groups.get(id);
    if (!found) throw new pulumi.RunError(`no security group ${id}`);
    return found.id;
}

/** One member reaches another on one port, and nobody else does. */
function reach(from: Member, to: Member, port: number): void {
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port, description: `${from} to ${to}`, tags };
    new aws.vpc.SecurityGroupIngressRule(`${from}-to-${to}`, { ...rule, securityGroupId: group(to), referencedSecurityGroupId: group(from) });
    new aws.vpc.SecurityGroupEgressRule(`${from}-to-${to}`, { ...rule, securityGroupId: group(from), referencedSecurityGroupId: group(to) });
}
reach("analysts", "endpoints", 443);
reach("analysts", "warehouse", 5439);
reach("feed", "endpoints", 443);
reach("feed", "feed", 9098);
reach("index", "search", 443);
reach("migration", "endpoints", 443);
reach("warehouse", "endpoints", 443);

// Partners come, and the legacy database is reached, over a private connection (link.ts).
for (const [id, port] of Object.entries({ feed: 9098, "file-transfer": 22 })) {
    new aws.vpc.SecurityGroupIngressRule(`partners-to-${id}`, {
        securityGroupId: group(id as Member),
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrIpv4: partnerCidr,
        description: `Partners to ${id}`,
        tags,
    });
}
new aws.vpc.SecurityGroupEgressRule("migration-to-database", {
    securityGroupId: group("migration"),
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    cidrIpv4: partnerCidr,
    description: "Replication to the legacy database",
    tags,
});

// AWS services are reached without the internet, and only for data of this account.
const ownAccountOnly = (action: string) =>
    document([
        {
            Sid: "OwnAccountOnly",
            Effect: "Allow",
            Principal: "*",
            Action: action,
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": account, "aws:ResourceAccount": account } },
        },
    ]);
const s3 = new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: [routes.id],
    policy: ownAccountOnly("s3:*"),
    tags,
});
for (const id of ["analysts", "warehouse"] as const) {
    new aws.vpc.SecurityGroupEgressRule(`${id}-to-s3`, {
        securityGroupId: group(id),
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        prefixListId: s3.prefixListId,
        description: `${id} to S3`,
        tags,
    });
}
// Lambda's pollers of the feed need Lambda and STS, the replication Secrets Manager and Kinesis, the warehouse Kinesis, analysts
// Athena and the catalogue.
for (const [service, action] of Object.entries({
    athena: "athena:*",
    glue: "glue:*",
    "kinesis-streams": "kinesis:*",
    lambda: undefined,
    secretsmanager: "secretsmanager:*",
    sts: undefined,
})) {
    new aws.ec2.VpcEndpoint(service, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [group("endpoints")],
        // The pollers are AWS's own, and come with identities of no account that could be named.
        ...(action !== undefined && { policy: ownAccountOnly(action) }),
        tags,
    });
}

// Logs: who spoke to whom, which names were asked for.
const flowLogName = `/${name}/vpc-flow`;
const flowLogs = logGroup("flow", flowLogName);
const { role: flowRole } = role("flow-logs", "vpc-flow-logs.amazonaws.com", [
    {
        Sid: "Write",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        Resource: [arn("logs", `log-group:${flowLogName}`), arn("logs", `log-group:${flowLogName}:*`)],
    },
    { Sid: "List", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
]);
new aws.ec2.FlowLog("network", {
    vpcId: vpc.id,
    trafficType: "ALL",
    maxAggregationInterval: 60,
    logDestinationType: "cloud-watch-logs",
    logDestination: flowLogs.arn,
    iamRoleArn: flowRole.arn,
    tags,
});
const queryLog = new aws.route53.ResolverQueryLogConfig("dns", { name, destinationArn: logGroup("dns", `/${name}/dns-audit`).arn, tags });
new aws.route53.ResolverQueryLogConfigAssociation("dns", { resolverQueryLogConfigId: queryLog.id, resourceId: vpc.id });

/** The four /26 blocks of a /24. */
function quarters(cidr: string): string[] {
    const network = /^(\d+\.\d+\.\d+)\.0\/24$/.exec(cidr)?.[1];
    if (network === undefined) throw new pulumi.RunError(`vpcCidr must be a /24 such as 10.64.0.0/24, not ${cidr}`);
    return ["0", "64", "128", "192"].map(last => `${network}.${last}/26`);
}
