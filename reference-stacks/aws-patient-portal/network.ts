import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { home, name, tags, vpcCidr } from "./config";
import { homeLogs } from "./homelogs";
import { document, trust, type Statement } from "./documents";

const { account, region } = home;

// The load balancer, the service, the sessions and the database stand in private subnets. CloudFront comes in through interfaces of its own, for
// which it asks that the network has an internet gateway. Nothing is reached by way of it: it serves the NAT gateways, through which the
// load balancer asks Cognito who has signed in.
export const vpc = new aws.ec2.Vpc("network", {
    cidrBlock: vpcCidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { ...tags, Name: name, exposure: "public" },
});
new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id, ingress: [], egress: [], tags });

const gateway = new aws.ec2.InternetGateway("internet", { vpcId: vpc.id, tags: { ...tags, Name: name } });
const publicRoutes = new aws.ec2.RouteTable("public", { vpcId: vpc.id, tags: { ...tags, Name: `${name}-public` } });
const wayOut = new aws.ec2.Route("public", { routeTableId: publicRoutes.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
const blocks = blocksOf(vpcCidr);
const zones = ["a", "b", "c"].map((zone, index) => {
    const subnet = (tier: "private" | "public", cidrBlock: string | undefined, routes: aws.ec2.RouteTable) => {
        const id = `${tier}-${zone}`;
        const result = new aws.ec2.Subnet(id, {
            vpcId: vpc.id,
            cidrBlock,
            availabilityZone: `${region}${zone}`,
            mapPublicIpOnLaunch: false,
            tags: { ...tags, Name: `${name}-${id}`, tier, ...(tier === "public" && { exposure: "public" }) },
        });
        new aws.ec2.RouteTableAssociation(id, { subnetId: result.id, routeTableId: routes.id });
        return result;
    };
    const open = subnet("public", blocks.public[index], publicRoutes);
    const address = new aws.ec2.Eip(`nat-${zone}`, { domain: "vpc", tags: { ...tags, Name: `${name}-nat-${zone}` } }, { dependsOn: gateway });
    const nat = new aws.ec2.NatGateway(
        `nat-${zone}`,
        { subnetId: open.id, allocationId: address.id, tags: { ...tags, Name: `${name}-${zone}` } },
        { dependsOn: wayOut },
    );
    const routes = new aws.ec2.RouteTable(`private-${zone}`, { vpcId: vpc.id, tags: { ...tags, Name: `${name}-private-${zone}` } });
    new aws.ec2.Route(`private-${zone}`, { routeTableId: routes.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id });
    return { open, closed: subnet("private", blocks.private[index], routes), routes };
});
export const subnetIds = zones.map(({ closed }) => closed.id);

// A second line behind the security groups. It keeps no state: S3, which holds the layers of images, and Cognito answer from public addresses.
const everything = { action: "allow", protocol: "-1", fromPort: 0, toPort: 0, ruleNo: 100, cidrBlock: vpcCidr };
const anywhere = { action: "allow", protocol: "tcp", ruleNo: 110, cidrBlock: "0.0.0.0/0" };
new aws.ec2.NetworkAcl("subnets", {
    vpcId: vpc.id,
    subnetIds: zones.flatMap(({ open, closed }) => [open.id, closed.id]),
    ingress: [everything, { ...anywhere, fromPort: 1024, toPort: 65535 }],
    egress: [everything, { ...anywhere, fromPort: 443, toPort: 443 }],
    tags: { ...tags, Name: name },
});

/** Who stands in the network. */
const members = {
    balancer: "Load balancer",
    database: "Database",
    endpoints: "Endpoints of AWS services",
    service: "Tasks of the portal",
    sessions: "Session cache",
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
/** The port at which a task answers, over TLS. */
export const servicePort = 8443;
reach("balancer", "service", servicePort);
reach("service", "database", 5432);
reach("service", "sessions", 6379);
reach("service", "endpoints", 443);

const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443, tags };
new aws.vpc.SecurityGroupIngressRule("cloudfront-to-balancer", {
    ...https,
    securityGroupId: group("balancer"),
    prefixListId: aws.ec2.getManagedPrefixListOutput({ name: "com.amazonaws.global.cloudfront.origin-facing" }).id,
    description: "CloudFront to balancer",
});
new aws.vpc.SecurityGroupEgressRule("balancer-to-cognito", {
    ...https,
    securityGroupId: group("balancer"),
    cidrIpv4: "0.0.0.0/0",
    description: "balancer to Cognito, which has no fixed addresses",
});

// AWS services are reached without the internet, and only for data of this account.
const ownAccountOnly = (action: string): Statement => ({
    Sid: "OwnAccountOnly",
    Effect: "Allow",
    Principal: "*",
    Action: action,
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": account, "aws:ResourceAccount": account } },
});
// The layers of images are in a bucket of AWS, one a region.
const s3 = new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: zones.map(({ routes }) => routes.id),
    policy: document([
        { Sid: "Layers", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::prod-${region}-starport-layer-bucket/*` },
    ]),
    tags,
});
new aws.vpc.SecurityGroupEgressRule("service-to-s3", {
    ...https,
    securityGroupId: group("service"),
    prefixListId: s3.prefixListId,
    description: "service to the layers of its image",
});
for (const [service, action] of Object.entries({
    "ecr.api": "ecr:*",
    "ecr.dkr": "ecr:*",
    logs: "logs:*",
    secretsmanager: "secretsmanager:*",
    ssm: "ssm:*",
})) {
    new aws.ec2.VpcEndpoint(service, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [group("endpoints")],
        policy: document([ownAccountOnly(action)]),
        tags,
    });
}

// Who spoke to whom.
const flowLogName = `/${name}/vpc-flow`;
const flowLogArn = pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${flowLogName}`;
const flowRole = new aws.iam.Role("flow-logs", {
    name: `${name}-flow-logs`,
    assumeRolePolicy: trust("vpc-flow-logs.amazonaws.com", { "aws:SourceAccount": account }),
    tags,
});
new aws.iam.RolePolicy("flow-logs", {
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
    logDestination: homeLogs("flow", flowLogName).arn,
    iamRoleArn: flowRole.arn,
    tags,
});

/** Of a /24: three /26 for what is private, and three /28 for the way out. */
function blocksOf(cidr: string): { private: string[]; public: string[] } {
    const network = /^(\d+\.\d+\.\d+)\.0\/24$/.exec(cidr)?.[1];
    if (network === undefined) throw new pulumi.RunError(`vpcCidr must be a /24 such as 10.64.0.0/24, not ${cidr}`);
    return {
        private: ["0", "64", "128"].map(last => `${network}.${last}/26`),
        public: ["192", "208", "224"].map(last => `${network}.${last}/28`),
    };
}
