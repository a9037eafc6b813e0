import { AZURE_OWN_NAMES } from "./own-names.generated";
import type { Resource, Value } from "./resource";
import { UNKNOWN } from "./unknown";
import { read, text } from "./values";

/**
 * What a literal may call a resource by. One word is the own name of one type and a parent's name in another (`accountName`), so this is
 * a table by type: for azure-native the argument that the SDK leaves optional, for AWS the argument that names the thing.
 */
export function ownNameProperties(type: string): readonly string[] {
    return AWS_OWN_NAMES[type] ?? AZURE_OWN_NAMES[type] ?? DEFAULT_OWN_NAMES;
}

/** AWS types that are named by another argument than `name`. */
const AWS_OWN_NAMES: Readonly<Record<string, readonly string[]>> = {
    "aws:s3/bucket:Bucket": ["bucket"],
    "aws:s3/directoryBucket:DirectoryBucket": ["bucket"],
    "aws:rds/instance:Instance": ["identifier"],
    "aws:rds/cluster:Cluster": ["clusterIdentifier"],
    "aws:rds/clusterInstance:ClusterInstance": ["identifier"],
    "aws:rds/globalCluster:GlobalCluster": ["globalClusterIdentifier"],
    "aws:docdb/cluster:Cluster": ["clusterIdentifier"],
    "aws:docdb/clusterInstance:ClusterInstance": ["identifier"],
    "aws:neptune/cluster:Cluster": ["clusterIdentifier"],
    "aws:neptune/clusterInstance:ClusterInstance": ["identifier"],
    "aws:redshift/cluster:Cluster": ["clusterIdentifier"],
    "aws:redshiftserverless/namespace:Namespace": ["namespaceName"],
    "aws:redshiftserverless/workgroup:Workgroup": ["workgroupName"],
    "aws:elasticache/cluster:Cluster": ["clusterId"],
    "aws:elasticache/replicationGroup:ReplicationGroup": ["replicationGroupId"],
    "aws:elasticache/user:User": ["userId"],
    "aws:elasticache/userGroup:UserGroup": ["userGroupId"],
    "aws:opensearch/domain:Domain": ["domainName"],
    "aws:elasticsearch/domain:Domain": ["domainName"],
    "aws:msk/cluster:Cluster": ["clusterName"],
    "aws:mq/broker:Broker": ["brokerName"],
    "aws:dms/replicationInstance:ReplicationInstance": ["replicationInstanceId"],
    "aws:dms/endpoint:Endpoint": ["endpointId"],
    "aws:ecs/taskDefinition:TaskDefinition": ["family"],
    "aws:codeartifact/domain:Domain": ["domain"],
    "aws:codeartifact/repository:Repository": ["repository"],
    "aws:codedeploy/deploymentConfig:DeploymentConfig": ["deploymentConfigName"],
    "aws:apigateway/domainName:DomainName": ["domainName"],
    "aws:apigateway/stage:Stage": ["stageName"],
    "aws:apigatewayv2/domainName:DomainName": ["domainName"],
    "aws:ssmcontacts/contact:Contact": ["alias"],
};

const DEFAULT_OWN_NAMES: readonly string[] = ["name"];
const OUTPUT_NAMES: readonly string[] = ["id", "arn", "name"];

export interface Identity {
    /** Lower-cased names by which a literal may call it. */
    readonly names: readonly string[];
    /** The same as they are written. */
    readonly written: ReadonlySet<string>;
    /** A name is set whose value is not known: any literal might be it. */
    readonly unknownName: boolean;
}

export function identityOf(resource: Resource): Identity {
    const names = new Set<string>();
    let unknownName = false;
    const add = (value: Value | undefined): void => {
        if (value !== undefined && value !== UNKNOWN && text(value) !== "") names.add(text(value));
    };
    for (const property of ownNameProperties(resource.type)) {
        const value = read(resource.props, property);
        if (value === UNKNOWN) unknownName = true;
        else add(value);
    }
    if (resource.id !== undefined) add(resource.id);
    if (resource.outputs) for (const property of [...OUTPUT_NAMES, ...ownNameProperties(resource.type)]) add(read(resource.outputs, property));
    return { names: [...new Set([...names].map(name => name.toLowerCase()))], written: names, unknownName };
}

/** AWS keeps the names of these in lower case, however they are written, or compares them without regard to it. */
const CASELESS = /^aws:(?:rds|docdb|neptune|elasticache|redshift|memorydb|iam)\//;

/** Does the literal, or its last part, call a resource of this identity as it is written? Azure never looks at case, AWS mostly does. */
export function calls(literal: string, identity: Identity, type: string): boolean {
    if (!type.startsWith("aws:") || CASELESS.test(type)) return literalKeys(literal).some(key => identity.names.includes(key));
    return [literal, literal.slice(literal.lastIndexOf("/") + 1), literal.slice(literal.lastIndexOf(":") + 1)].some(part =>
        identity.written.has(part),
    );
}

/** The keys under which a literal may be found in a table of names: the whole, and the last part of an ARN, an Azure id or a URL. */
export function literalKeys(value: string): readonly string[] {
    const whole = value.toLowerCase();
    const slash = whole.slice(whole.lastIndexOf("/") + 1);
    const colon = whole.slice(whole.lastIndexOf(":") + 1);
    const keys = [whole];
    if (slash !== whole && slash !== "") keys.push(slash);
    if (colon !== whole && colon !== "" && colon !== slash) keys.push(colon);
    return keys;
}

/** Where the service of an ARN is called otherwise than the SDK's module. */
const ARN_SERVICES: Readonly<Record<string, readonly string[]>> = {
    elasticloadbalancing: ["lb", "alb", "elb", "elasticloadbalancing"],
    elasticfilesystem: ["efs"],
    logs: ["cloudwatch"],
    events: ["cloudwatch"],
    es: ["opensearch", "elasticsearch"],
    states: ["sfn"],
    ec2: ["ec2", "vpc", "ebs", "ec2transitgateway"],
    execute: ["apigateway"],
    "execute-api": ["apigateway"],
    firehose: ["kinesis"],
    sso: ["ssoadmin"],
    wafv2: ["wafv2"],
    "cognito-idp": ["cognito"],
    rds: ["rds", "docdb", "neptune"],
    kafka: ["msk"],
    "ssm-contacts": ["ssmcontacts"],
};

/** Where the namespace of an Azure id is called otherwise than the SDK's module. */
const AZURE_MODULES: Readonly<Record<string, readonly string[]>> = {
    insights: ["monitor", "applicationinsights", "insights"],
    alertsmanagement: ["alertsmanagement", "monitor"],
    cache: ["redis", "redisenterprise"],
    devices: ["iothub", "deviceprovisioningservices"],
    documentdb: ["cosmosdb", "mongocluster"],
    network: ["network", "dns", "dnsresolver", "frontdoor", "privatedns", "trafficmanager"],
    signalrservice: ["signalrservice", "webpubsub"],
};

/** May a literal that ends in the resource's name mean this resource? An ARN or an Azure id says of which service it is, and Azure's in which group. */
export function mayName(value: string, resource: Resource): boolean {
    const module = resource.type.split(":")[1]?.split("/")[0]?.toLowerCase() ?? "";
    const arn = /^arn:[^:]*:([^:]*):/i.exec(value);
    if (arn) {
        const service = (arn[1] ?? "").toLowerCase();
        return (ARN_SERVICES[service] ?? [service]).includes(module);
    }
    if (!/^\/(subscriptions|providers)\//i.test(value)) return true;
    const id = parseAzureId(value);
    const namespace = id.namespace?.replace(/^microsoft\./, "");
    if (namespace !== undefined && !(AZURE_MODULES[namespace] ?? [namespace]).includes(module)) return false;
    const group = read(resource.props, "resourceGroupName");
    return id.resourceGroup === undefined || group === undefined || group === UNKNOWN || text(group).toLowerCase() === id.resourceGroup;
}

export interface AzureId {
    readonly subscription?: string;
    readonly resourceGroup?: string;
    /** Lower-cased namespace of the provider, "microsoft.storage". */
    readonly namespace?: string;
    /** Pairs of type and name below the provider, lower-cased: [["storageaccounts", "data"], ["blobservices", "default"]]. */
    readonly segments: readonly (readonly [string, string])[];
}

/** The parts of an Azure resource id, lower-cased. Of an extension's id (`…/providers/A/…/providers/B/…`) the last provider counts. */
export function parseAzureId(id: string): AzureId {
    const parts = id
        .toLowerCase()
        .split("/")
        .filter(part => part !== "");
    const after = (word: string): string | undefined => {
        const at = parts.indexOf(word);
        return at >= 0 ? parts[at + 1] : undefined;
    };
    const provider = parts.lastIndexOf("providers");
    const segments: (readonly [string, string])[] = [];
    if (provider >= 0) for (let i = provider + 2; i + 1 < parts.length; i += 2) segments.push([parts[i] ?? "", parts[i + 1] ?? ""]);
    const subscription = after("subscriptions");
    const resourceGroup = after("resourcegroups");
    const namespace = provider >= 0 ? parts[provider + 1] : undefined;
    return { ...(subscription ? { subscription } : {}), ...(resourceGroup ? { resourceGroup } : {}), ...(namespace ? { namespace } : {}), segments };
}
