import { type Subject, digits, textIn, uuid } from "./subject";

/*
 * The shapes of AWS's ARNs and ids, by type. Source: the service authorisation reference, "Resource types defined by …"
 * (docs.aws.amazon.com/service-authorization/latest/reference).
 */

/** Service and resource of an ARN. */
type Shape = (subject: Subject) => readonly [service: string, resource: string];

const named =
    (service: string, prefix: string): Shape =>
    ({ name }) => [service, `${prefix}${name}`];
const numbered =
    (service: string, prefix: string): Shape =>
    subject => [service, `${prefix}${awsId(subject)}`];

/** ARNs without region, and those without region and account. */
const GLOBAL = new Set(["iam", "route53", "cloudfront", "organizations", "globalaccelerator", "waf", "budgets", "shield"]);
const NOWHERE = new Set(["s3", "route53"]);

const iam =
    (kind: string): Shape =>
    ({ name, inputs }) => ["iam", `${kind}${textIn(inputs, "path", "/")}${name}`];

export const ARNS: Readonly<Record<string, Shape>> = {
    "aws:s3/bucket:Bucket": named("s3", ""),
    "aws:iam/role:Role": iam("role"),
    "aws:iam/user:User": iam("user"),
    "aws:iam/group:Group": iam("group"),
    "aws:iam/policy:Policy": iam("policy"),
    "aws:iam/instanceProfile:InstanceProfile": iam("instance-profile"),
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ({ inputs, name }) => [
        "iam",
        `oidc-provider/${textIn(inputs, "url", name).replace(/^https:\/\//, "")}`,
    ],
    "aws:iam/samlProvider:SamlProvider": named("iam", "saml-provider/"),
    "aws:sns/topic:Topic": named("sns", ""),
    "aws:sqs/queue:Queue": named("sqs", ""),
    "aws:lambda/function:Function": named("lambda", "function:"),
    "aws:kms/key:Key": numbered("kms", "key/"),
    "aws:kms/alias:Alias": ({ name }) => ["kms", name.startsWith("alias/") ? name : `alias/${name}`],
    "aws:dynamodb/table:Table": named("dynamodb", "table/"),
    "aws:secretsmanager/secret:Secret": ({ name, urn }) => ["secretsmanager", `secret:${name}-${digits(urn, 6)}`],
    "aws:ssm/parameter:Parameter": ({ name }) => ["ssm", `parameter${name.startsWith("/") ? "" : "/"}${name}`],
    "aws:cloudwatch/logGroup:LogGroup": named("logs", "log-group:"),
    "aws:cloudwatch/eventRule:EventRule": ({ name, inputs }) => {
        const bus = textIn(inputs, "eventBusName", "default");
        return ["events", bus === "default" ? `rule/${name}` : `rule/${bus}/${name}`];
    },
    "aws:cloudwatch/eventBus:EventBus": named("events", "event-bus/"),
    "aws:cloudwatch/metricAlarm:MetricAlarm": named("cloudwatch", "alarm:"),
    "aws:rds/instance:Instance": named("rds", "db:"),
    "aws:rds/cluster:Cluster": named("rds", "cluster:"),
    "aws:docdb/cluster:Cluster": named("rds", "cluster:"),
    "aws:neptune/cluster:Cluster": named("rds", "cluster:"),
    "aws:ecr/repository:Repository": named("ecr", "repository/"),
    "aws:ecs/cluster:Cluster": named("ecs", "cluster/"),
    "aws:eks/cluster:Cluster": named("eks", "cluster/"),
    "aws:sfn/stateMachine:StateMachine": named("states", "stateMachine:"),
    "aws:kinesis/stream:Stream": named("kinesis", "stream/"),
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": named("firehose", "deliverystream/"),
    "aws:backup/vault:Vault": named("backup", "backup-vault:"),
    "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": named("backup", "backup-vault:"),
    "aws:backup/plan:Plan": numbered("backup", "backup-plan:"),
    "aws:cloudtrail/trail:Trail": named("cloudtrail", "trail/"),
    "aws:lb/loadBalancer:LoadBalancer": ({ name, inputs, urn }) => [
        "elasticloadbalancing",
        `loadbalancer/${textIn(inputs, "loadBalancerType", "application") === "network" ? "net" : "app"}/${name}/${digits(urn, 16)}`,
    ],
    "aws:lb/listener:Listener": ({ name, urn }) => ["elasticloadbalancing", `listener/app/${name}/${digits(urn, 16, "balancer")}/${digits(urn, 16)}`],
    "aws:lb/targetGroup:TargetGroup": ({ name, urn }) => ["elasticloadbalancing", `targetgroup/${name}/${digits(urn, 16)}`],
    "aws:acm/certificate:Certificate": ({ urn }) => ["acm", `certificate/${uuid(urn)}`],
    "aws:cognito/userPool:UserPool": numbered("cognito-idp", "userpool/"),
    "aws:efs/fileSystem:FileSystem": numbered("elasticfilesystem", "file-system/"),
    "aws:cloudfront/distribution:Distribution": numbered("cloudfront", "distribution/"),
    "aws:wafv2/webAcl:WebAcl": ({ name, inputs, urn }) => [
        "wafv2",
        `${textIn(inputs, "scope", "REGIONAL") === "CLOUDFRONT" ? "global" : "regional"}/webacl/${name}/${uuid(urn)}`,
    ],
    "aws:guardduty/detector:Detector": numbered("guardduty", "detector/"),
    "aws:codebuild/project:Project": named("codebuild", "project/"),
    "aws:apigateway/restApi:RestApi": ({ urn }) => ["apigateway", `/restapis/${digits(urn, 10)}`],
    "aws:apigatewayv2/api:Api": ({ urn }) => ["apigateway", `/apis/${digits(urn, 10)}`],
    "aws:opensearch/domain:Domain": named("es", "domain/"),
    "aws:elasticache/replicationGroup:ReplicationGroup": named("elasticache", "replicationgroup:"),
    "aws:redshift/cluster:Cluster": named("redshift", "cluster:"),
    "aws:msk/cluster:Cluster": ({ name, urn }) => ["kafka", `cluster/${name}/${uuid(urn)}`],
};

/** Where the service of an ARN is called otherwise than the SDK's module. */
const SERVICES: Readonly<Record<string, string>> = {
    lb: "elasticloadbalancing",
    alb: "elasticloadbalancing",
    elb: "elasticloadbalancing",
    efs: "elasticfilesystem",
    opensearch: "es",
    sfn: "states",
    vpc: "ec2",
    ebs: "ec2",
    ec2transitgateway: "ec2",
    ssoadmin: "sso",
    docdb: "rds",
    neptune: "rds",
    msk: "kafka",
    cfg: "config",
};

/** Ids that are given out with a prefix: "vpc-0a1b2c3d4e5f60718". */
const PREFIXES: Readonly<Record<string, string>> = {
    "aws:ec2/vpc:Vpc": "vpc",
    "aws:ec2/subnet:Subnet": "subnet",
    "aws:ec2/securityGroup:SecurityGroup": "sg",
    "aws:ec2/instance:Instance": "i",
    "aws:ec2/routeTable:RouteTable": "rtb",
    "aws:ec2/internetGateway:InternetGateway": "igw",
    "aws:ec2/natGateway:NatGateway": "nat",
    "aws:ec2/vpcEndpoint:VpcEndpoint": "vpce",
    "aws:ec2/networkAcl:NetworkAcl": "acl",
    "aws:ec2/networkInterface:NetworkInterface": "eni",
    "aws:ec2/eip:Eip": "eipalloc",
    "aws:ec2/launchTemplate:LaunchTemplate": "lt",
    "aws:ec2/ami:Ami": "ami",
    "aws:ec2/managedPrefixList:ManagedPrefixList": "pl",
    "aws:ebs/volume:Volume": "vol",
    "aws:ebs/snapshot:Snapshot": "snap",
    "aws:efs/fileSystem:FileSystem": "fs",
    "aws:efs/accessPoint:AccessPoint": "fsap",
    "aws:ec2transitgateway/transitGateway:TransitGateway": "tgw",
};

/** Types whose id is a UUID. */
const UUIDS = new Set(["aws:kms/key:Key", "aws:backup/plan:Plan", "aws:wafv2/webAcl:WebAcl", "aws:kms/replicaKey:ReplicaKey"]);
/** Types whose id is their ARN: each needs a shape above, since the shape of others holds the id. */
export const ARN_IDS = new Set([
    "aws:sns/topic:Topic",
    "aws:iam/policy:Policy",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    "aws:iam/samlProvider:SamlProvider",
    "aws:secretsmanager/secret:Secret",
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:lb/targetGroup:TargetGroup",
    "aws:lb/listener:Listener",
    "aws:acm/certificate:Certificate",
    "aws:sfn/stateMachine:StateMachine",
    "aws:ecs/cluster:Cluster",
    "aws:msk/cluster:Cluster",
]);

export function awsArn(subject: Subject): string {
    const shape = ARNS[subject.type];
    const [service, resource] = shape ? shape(subject) : plain(subject);
    return `arn:${partitionOf(subject)}:${service}:${GLOBAL.has(service) || service === "s3" ? "" : subject.region}:${NOWHERE.has(service) ? "" : subject.account}:${resource}`;
}

function partitionOf({ region }: Subject): string {
    return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function plain(subject: Subject): readonly [string, string] {
    const [, path = "", type = ""] = subject.type.split(":");
    const module = path.split("/")[0] ?? "";
    return [SERVICES[module] ?? module, `${type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}/${awsId(subject)}`];
}

export function awsId(subject: Subject): string {
    const { type, urn, name, region, account } = subject;
    const prefix = PREFIXES[type];
    if (prefix !== undefined) return `${prefix}-0${digits(urn, 16)}`;
    if (UUIDS.has(type)) return uuid(urn);
    if (ARN_IDS.has(type)) return awsArn(subject);
    if (type === "aws:sqs/queue:Queue") return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
    if (type === "aws:cognito/userPool:UserPool") return `${region}_${digits(urn, 9)}`;
    if (type === "aws:cloudfront/distribution:Distribution") return `E${digits(urn, 13).toUpperCase()}`;
    if (type === "aws:guardduty/detector:Detector") return digits(urn, 32);
    if (type === "aws:apigateway/restApi:RestApi" || type === "aws:apigatewayv2/api:Api") return digits(urn, 10);
    return name;
}

/** What stands in for an output of identity. */
export function awsOutput(subject: Subject, output: string): string {
    const { urn, name, region, account } = subject;
    const module = subject.type.split(":")[1]?.split("/")[0] ?? "";
    switch (output) {
        case "arn":
            return awsArn(subject);
        case "id":
            return awsId(subject);
        case "invokeArn":
            return `arn:${partitionOf(subject)}:apigateway:${region}:lambda:path/2015-03-31/functions/${awsArn(subject)}/invocations`;
        case "executionArn":
            return `arn:${partitionOf(subject)}:execute-api:${region}:${account}:${awsId(subject)}`;
        case "qualifiedArn":
            return `${awsArn(subject)}:1`;
        case "ownerId":
        case "accountId":
        case "registryId":
            return account;
        case "bucketDomainName":
            return `${name}.s3.amazonaws.com`;
        case "bucketRegionalDomainName":
            return `${name}.s3.${region}.amazonaws.com`;
        case "url":
            return module === "sqs" ? awsId(subject) : `https://${digits(urn, 10)}.${module}.${region}.amazonaws.com`;
        case "repositoryUrl":
            return `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
        case "keyId":
            return awsId(subject);
    }
    if (output.endsWith("Arn")) return `${awsArn(subject)}/${output}`;
    if (output.endsWith("Name") && !/(?:Dns|Domain|Host)Name$/.test(output)) return name;
    if (output.endsWith("Id")) return digits(urn, 17, output);
    const host = `${digits(urn, 12, output)}.${module}.${region}.amazonaws.com`;
    return /(?:Url|Uri)$/.test(output) ? `https://${host}` : host;
}
