import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { home, name, retentionDays, tags, vpcCidr } from "./config";
import { document, trust } from "./documents";
import { key } from "./keys";

const { account, region } = home;

// A private network with no way to or from the internet.
const vpc = new aws.ec2.Vpc("network", { cidrBlock: vpcCidr, enableDnsSupport: true, enableDnsHostnames: true, tags: { ...tags, Name: name } });
new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id, ingress: [], egress: [], tags });

const routes = new aws.ec2.RouteTable("private", { vpcId: vpc.id, tags });
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

// S3 and DynamoDB are reached without the internet, and only for data of this account.
for (const [service, actions] of Object.entries({ s3: "s3:*", dynamodb: "dynamodb:*" })) {
    new aws.ec2.VpcEndpoint(service, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Gateway",
        routeTableIds: [routes.id],
        policy: document([
            {
                Sid: "OwnAccountOnly",
                Effect: "Allow",
                Principal: "*",
                Action: actions,
                Resource: "*",
                Condition: { StringEquals: { "aws:PrincipalAccount": account, "aws:ResourceAccount": account } },
            },
        ]),
        tags,
    });
}

/** Workloads that use the database and the file system join this group. */
export const clients = new aws.ec2.SecurityGroup("clients", {
    name: `${name}-clients`,
    description: "Workloads that use the database and the file system",
    vpcId: vpc.id,
    tags,
});

/** A group that admits the clients on one port, and nobody else. */
export function admitClients(id: string, port: number, description: string): aws.ec2.SecurityGroup {
    const group = new aws.ec2.SecurityGroup(id, { name: `${name}-${id}`, description, vpcId: vpc.id, tags });
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port, description, tags };
    new aws.vpc.SecurityGroupIngressRule(id, { ...rule, securityGroupId: group.id, referencedSecurityGroupId: clients.id });
    new aws.vpc.SecurityGroupEgressRule(id, { ...rule, securityGroupId: clients.id, referencedSecurityGroupId: group.id });
    return group;
}

// Logs: who spoke to whom, which names were asked for.
const logKey = key("logs", "Logs of the network and of the database", home, [
    {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:*` } },
    },
]);
export function logGroup(id: string, groupName: string): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(id, {
        name: groupName,
        retentionInDays: retentionDays.logs,
        kmsKeyId: logKey.arn,
        deletionProtectionEnabled: true,
        tags,
    });
}

const flowLogName = `/${name}/vpc-flow`;
const flowLogArn = pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${flowLogName}`;
const flowLogs = logGroup("flow", flowLogName);
const flowRole = new aws.iam.Role("flow", { name: `${name}-flow-logs`, assumeRolePolicy: trust("vpc-flow-logs.amazonaws.com"), tags });
new aws.iam.RolePolicy("flow", {
    name: "write-flow-logs",
    role: flowRole.name,
    policy: document([
        {
            Sid: "Write",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
            Resource: [flowLogArn, pulumi.interpolate`${flowLogArn}:*`],
        },
        { Sid: "List", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ]),
});
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
