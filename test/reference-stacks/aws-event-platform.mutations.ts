import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string, more: object = {}): object => ({ Effect: "Allow", Action: action, Resource: "*", ...more });
const toEveryone = document(allow("*", { Principal: "*" }));
const toService = (service: string): string => document(allow("*", { Principal: { Service: service } }));
const toRoot = (account: string): object => allow("*", { Principal: { AWS: `arn:aws:iam::${account}:root` } });
const toStranger = document(toRoot("999988887777"));
const toOwnerAndStranger = document(toRoot("123456789012"), toRoot("999988887777"));

const OPEN_SSH = [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }];
const TO_THE_INTERNET = { cidrBlock: "0.0.0.0/0", gatewayId: "igw-0123456789abcdef0" };
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

/** "TOKEN::NAME" of a resource of AWS, from its module, its type and its name. */
const of = (module: string, type: string, name: string): string => `aws:${module}/${type[0]?.toLowerCase() ?? ""}${type.slice(1)}:${type}::${name}`;
const STAGE = of("apigateway", "Stage", "live");
const SEND = of("apigateway", "Method", "send");
const READ = of("apigateway", "Method", "read");
const EVERYWHERE = of("apigateway", "MethodSettings", "everywhere");
const CACHED = of("apigateway", "MethodSettings", "event-types");
const FIREWALL = of("wafv2", "WebAcl", "api");
const FIREWALL_LOGS = of("wafv2", "WebAclLoggingConfiguration", "api");
const CERTIFICATE = of("acm", "Certificate", "api");
const API_DOMAIN = of("apigateway", "DomainName", "api");
const RECEIVE = of("lambda", "Function", "receive");
const DELIVER = of("lambda", "Function", "deliver");
const DELIVER_CONFIG = of("lambda", "FunctionEventInvokeConfig", "deliver");
const MAY_DELIVER = of("lambda", "Permission", "deliver");
const SECRET = of("secretsmanager", "Secret", "signing");
const LEGACY_SECRET = of("secretsmanager", "Secret", "legacy-database");
const ROTATION = of("secretsmanager", "SecretRotation", "signing");
const VALUE = of("secretsmanager", "SecretVersion", "signing");
const SEARCH = of("opensearch", "Domain", "search");
const FEED = of("msk", "Cluster", "feed");
const STREAM = of("kinesis", "Stream", "stream");
const WAREHOUSE = of("redshift", "Cluster", "warehouse");
const WAREHOUSE_PARAMETERS = of("redshift", "ParameterGroup", "warehouse");
const WAREHOUSE_LOGS = of("redshift", "Logging", "warehouse");
const SOURCE = of("dms", "Endpoint", "legacy-database");
const REPLICATION = of("dms", "ReplicationInstance", "migration");
const FILES = of("transfer", "Server", "files");
const WORKGROUP = of("athena", "Workgroup", "analysts");
const CATALOGUE = of("glue", "DataCatalogEncryptionSettings", "catalogue");
const SECURITY = of("glue", "SecurityConfiguration", "events");
const NOTEBOOK = of("sagemaker", "NotebookInstance", "analysts");
const PROCESS = of("sfn", "StateMachine", "process");
const TABLE = of("dynamodb", "Table", "state");
const DOOR = of("s3", "AccessPoint", "analysts");
const s3 = (type: string, name = "archive"): string => of("s3", type, name);
const KEY = of("kms", "Key", "data");
const ROLE = of("iam", "Role", "process");
const ROLE_POLICY = of("iam", "RolePolicy", "process");
const ATTACHMENT = of("iam", "RolePolicyAttachment", "feed");
const INGRESS = of("vpc", "SecurityGroupIngressRule", "partners-to-file-transfer");
const TOPIC = of("sns", "Topic", "notifications");
const TOPIC_POLICY = of("sns", "TopicPolicy", "notifications");
const QUEUE = of("sqs", "Queue", "incoming");
const QUEUE_POLICY = of("sqs", "QueuePolicy", "incoming");
const LOGS = of("cloudwatch", "LogGroup", "api-access");
const ALARM = of("cloudwatch", "MetricAlarm", "incoming-dead");
const FLOW_LOG = of("ec2", "FlowLog", "network");
const SUBNET = of("ec2", "Subnet", "private-a");
const ACL = of("ec2", "NetworkAcl", "private");
const VPN = of("ec2", "VpnConnection", "partners");
const ROUTES = of("ec2", "RouteTable", "private");

const api: readonly Mutation[] = [
    { resource: SEND, set: { authorization: "NONE" }, then: { "aws-api-methods-require-authentication": "fail" } },
    { resource: READ, set: { authorization: "NONE", apiKeyRequired: true }, then: { "aws-api-methods-require-authentication": "fail" } },
    { resource: READ, set: { authorization: undefined }, then: { "aws-api-methods-require-authentication": "fail" } },
    { resource: READ, set: { authorization: UNKNOWN }, then: { "aws-api-methods-require-authentication": "undetermined" } },
    { resource: READ, set: { authorization: "NONE", httpMethod: "OPTIONS" }, then: {} },
    // Somebody else's path might be one that is public.
    {
        resource: READ,
        set: { authorization: "NONE" },
        and: [{ resource: of("apigateway", "Resource", "event"), set: { pathPart: UNKNOWN } }],
        then: { "aws-api-methods-require-authentication": "undetermined" },
    },

    { resource: STAGE, set: { accessLogSettings: undefined }, then: { "aws-api-gateway-access-logging": "fail" } },
    { resource: STAGE, set: { "accessLogSettings.format": "$context.requestId" }, then: { "aws-api-gateway-access-logging": "fail" } },
    { resource: STAGE, set: { "accessLogSettings.format": UNKNOWN }, then: { "aws-api-gateway-access-logging": "undetermined" } },
    { resource: EVERYWHERE, removed: true, then: { "aws-api-gateway-execution-logging-no-payloads": "fail" } },
    { resource: EVERYWHERE, set: { "settings.loggingLevel": "OFF" }, then: { "aws-api-gateway-execution-logging-no-payloads": "fail" } },
    { resource: EVERYWHERE, set: { "settings.loggingLevel": UNKNOWN }, then: { "aws-api-gateway-execution-logging-no-payloads": "undetermined" } },
    { resource: EVERYWHERE, set: { methodPath: "events/POST" }, then: { "aws-api-gateway-execution-logging-no-payloads": "fail" } },
    { resource: CACHED, set: { "settings.dataTraceEnabled": true }, then: { "aws-api-gateway-execution-logging-no-payloads": "fail" } },
    { resource: CACHED, set: { "settings.dataTraceEnabled": UNKNOWN }, then: { "aws-api-gateway-execution-logging-no-payloads": "undetermined" } },
    { resource: CACHED, set: { "settings.cacheDataEncrypted": false }, then: { "aws-api-gateway-cache-encrypted": "fail" } },
    { resource: CACHED, set: { "settings.cacheDataEncrypted": undefined }, then: { "aws-api-gateway-cache-encrypted": "fail" } },
    { resource: CACHED, set: { "settings.cacheDataEncrypted": UNKNOWN }, then: { "aws-api-gateway-cache-encrypted": "undetermined" } },
    // Without a cache there is nothing to encrypt.
    { resource: CACHED, set: { "settings.cacheDataEncrypted": false }, and: [{ resource: STAGE, set: { cacheClusterEnabled: false } }], then: {} },
    {
        resource: of("apigateway", "Integration", "send"),
        set: { "tlsConfig.insecureSkipVerification": true },
        then: { "aws-api-gateway-backend-authenticated-tls": "fail" },
    },
    {
        resource: of("apigateway", "Integration", "send"),
        set: { "tlsConfig.insecureSkipVerification": UNKNOWN },
        then: { "aws-api-gateway-backend-authenticated-tls": "undetermined" },
    },
    { resource: API_DOMAIN, set: { securityPolicy: "TLS_1_0" }, then: { "aws-api-gateway-domain-tls": "fail" } },
    { resource: API_DOMAIN, set: { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }, then: {} },
    { resource: API_DOMAIN, set: { securityPolicy: undefined }, then: { "aws-api-gateway-domain-tls": "undetermined" } },
    { resource: API_DOMAIN, set: { securityPolicy: UNKNOWN }, then: { "aws-api-gateway-domain-tls": "undetermined" } },
    { resource: CERTIFICATE, set: { validationMethod: "EMAIL" }, then: { "aws-acm-certificate-renewable-and-strong": "fail" } },
    { resource: CERTIFICATE, set: { keyAlgorithm: "RSA_1024" }, then: { "aws-acm-certificate-renewable-and-strong": "fail" } },
    { resource: CERTIFICATE, set: { certificateBody: "-----BEGIN" }, then: { "aws-acm-certificate-renewable-and-strong": "fail" } },
    { resource: CERTIFICATE, set: { validationMethod: UNKNOWN }, then: { "aws-acm-certificate-renewable-and-strong": "undetermined" } },

    { resource: of("wafv2", "WebAclAssociation", "api"), removed: true, then: { "aws-public-endpoint-behind-waf": "fail" } },
    {
        resource: of("wafv2", "WebAclAssociation", "api"),
        set: { resourceArn: UNKNOWN },
        then: { "aws-public-endpoint-behind-waf": "undetermined" },
    },
    // A private API needs none.
    {
        resource: of("wafv2", "WebAclAssociation", "api"),
        removed: true,
        and: [{ resource: of("apigateway", "RestApi", "api"), set: { "endpointConfiguration.types": "PRIVATE" } }],
        then: {},
    },
    { resource: FIREWALL, set: { "rules[0]": undefined }, then: { "aws-waf-acl-has-effective-rules": "fail" } },
    {
        resource: FIREWALL,
        set: { "rules[1].overrideAction": { count: {} } },
        then: { "aws-waf-acl-has-effective-rules": "fail" },
    },
    { resource: FIREWALL, set: { "visibilityConfig.cloudwatchMetricsEnabled": false }, then: { "aws-waf-acl-has-effective-rules": "fail" } },
    { resource: FIREWALL, set: { rules: UNKNOWN }, then: { "aws-waf-acl-has-effective-rules": "undetermined" } },
    { resource: FIREWALL_LOGS, removed: true, then: { "aws-waf-logging-enabled": "fail" } },
    {
        resource: FIREWALL_LOGS,
        set: { loggingFilter: { defaultBehavior: "DROP", filters: [] } },
        then: { "aws-waf-logging-enabled": "fail" },
    },
    { resource: FIREWALL_LOGS, set: { logDestinationConfigs: UNKNOWN }, then: { "aws-waf-logging-enabled": "undetermined" } },
];

const functions: readonly Mutation[] = [
    { resource: RECEIVE, set: { runtime: "python3.8" }, then: { "aws-lambda-function-runtime-in-support": "fail" } },
    { resource: RECEIVE, set: { runtime: UNKNOWN }, then: { "aws-lambda-function-runtime-in-support": "undetermined" } },
    { resource: RECEIVE, set: { runtime: undefined, packageType: "Image" }, then: {} },
    {
        resource: RECEIVE,
        set: { "environment.variables.DB_PASSWORD": "correct-horse" },
        then: { "aws-lambda-environment-encrypted-no-secrets": "fail" },
    },
    { resource: RECEIVE, set: { "environment.variables": UNKNOWN }, then: { "aws-lambda-environment-encrypted-no-secrets": "undetermined" } },
    // The name of a secret is none.
    { resource: DELIVER, set: { "environment.variables.SIGNING_SECRET_ARN": "arn:aws:secretsmanager:eu-west-2:123456789012:secret:a" }, then: {} },
    { resource: DELIVER_CONFIG, removed: true, then: { "aws-lambda-dlq-concurrency-and-tracing": "fail" } },
    { resource: DELIVER_CONFIG, set: { destinationConfig: UNKNOWN }, then: { "aws-lambda-dlq-concurrency-and-tracing": "undetermined" } },
    {
        resource: DELIVER_CONFIG,
        removed: true,
        and: [{ resource: DELIVER, set: { "deadLetterConfig.targetArn": "arn:aws:sqs:eu-west-2:123456789012:dead" } }],
        then: {},
    },
    { resource: of("sns", "TopicSubscription", "deliver"), removed: true, and: [{ resource: DELIVER_CONFIG, removed: true }], then: {} },
    {
        resource: MAY_DELIVER,
        set: { principal: "*", sourceArn: undefined },
        then: { "aws-lambda-not-publicly-invocable": "fail" },
    },
    { resource: MAY_DELIVER, set: { principal: "*" }, then: {} },
    {
        resource: MAY_DELIVER,
        set: { principal: UNKNOWN, sourceArn: undefined },
        then: { "aws-lambda-not-publicly-invocable": "undetermined", "aws-service-principal-confused-deputy": "undetermined" },
    },
    { resource: MAY_DELIVER, set: { sourceArn: undefined }, then: { "aws-service-principal-confused-deputy": "fail" } },
    { resource: PROCESS, set: { "loggingConfiguration.level": "OFF" }, then: { "aws-workflow-and-broker-logging": "fail" } },
    { resource: PROCESS, set: { loggingConfiguration: undefined }, then: { "aws-workflow-and-broker-logging": "fail" } },
    { resource: PROCESS, set: { "loggingConfiguration.level": UNKNOWN }, then: { "aws-workflow-and-broker-logging": "undetermined" } },

    { resource: SECRET, set: { kmsKeyId: undefined }, then: { "aws-secret-encrypted-with-cmk": "fail" } },
    { resource: SECRET, set: { kmsKeyId: "alias/aws/secretsmanager" }, then: { "aws-secret-encrypted-with-cmk": "fail" } },
    { resource: SECRET, set: { recoveryWindowInDays: 0 }, then: { "aws-secret-encrypted-with-cmk": "fail" } },
    { resource: SECRET, set: { recoveryWindowInDays: UNKNOWN }, then: { "aws-secret-encrypted-with-cmk": "undetermined" } },
    { resource: ROTATION, removed: true, then: { "aws-secret-rotation-enabled": "fail" } },
    { resource: ROTATION, set: { "rotationRules.automaticallyAfterDays": 365 }, then: { "aws-secret-rotation-enabled": "fail" } },
    { resource: ROTATION, set: { rotationRules: UNKNOWN }, then: { "aws-secret-rotation-enabled": "undetermined" } },
    // Without the tag that says so, nobody is known to renew it.
    { resource: LEGACY_SECRET, set: { "tags.rotation": undefined }, then: { "aws-secret-rotation-enabled": "fail" } },
    { resource: LEGACY_SECRET, set: { "tags.rotation": UNKNOWN }, then: { "aws-secret-rotation-enabled": "undetermined" } },
    { resource: LEGACY_SECRET, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    { resource: LEGACY_SECRET, set: { policy: toStranger }, then: { "aws-resource-policy-cross-account-restricted": "fail" } },
    {
        resource: VALUE,
        set: { secretStringWo: undefined, secretString: "correct-horse" },
        then: { "aws-secret-value-not-inline": "fail" },
    },
    // A value that is made up at the update stands in no program.
    { resource: VALUE, set: { secretString: UNKNOWN }, then: {} },
];

const search: readonly Mutation[] = [
    // Its extended support is still to be had, for money.
    { resource: SEARCH, set: { engineVersion: "OpenSearch_1.0" }, then: { "aws-opensearch-engine-in-support": "advice" } },
    { resource: SEARCH, set: { engineVersion: "Elasticsearch_5.3" }, then: { "aws-opensearch-engine-in-support": "fail" } },
    { resource: SEARCH, set: { engineVersion: UNKNOWN }, then: { "aws-opensearch-engine-in-support": "undetermined" } },
    {
        resource: SEARCH,
        set: { "softwareUpdateOptions.autoSoftwareUpdateEnabled": false },
        then: { "aws-opensearch-auto-software-update": "fail" },
    },
    { resource: SEARCH, set: { softwareUpdateOptions: undefined }, then: { "aws-opensearch-auto-software-update": "fail" } },
    { resource: SEARCH, set: { softwareUpdateOptions: UNKNOWN }, then: { "aws-opensearch-auto-software-update": "undetermined" } },
    { resource: SEARCH, set: { "encryptAtRest.enabled": false }, then: { "aws-search-encrypted-at-rest-and-between-nodes": "fail" } },
    { resource: SEARCH, set: { nodeToNodeEncryption: undefined }, then: { "aws-search-encrypted-at-rest-and-between-nodes": "fail" } },
    {
        resource: SEARCH,
        set: { "nodeToNodeEncryption.enabled": UNKNOWN },
        then: { "aws-search-encrypted-at-rest-and-between-nodes": "undetermined" },
    },
    { resource: SEARCH, set: { "domainEndpointOptions.enforceHttps": false }, then: { "aws-search-https-modern-tls": "fail" } },
    { resource: SEARCH, set: { domainEndpointOptions: undefined }, then: { "aws-search-https-modern-tls": "fail" } },
    {
        resource: SEARCH,
        set: { "domainEndpointOptions.tlsSecurityPolicy": "Policy-Min-TLS-1-0-2019-07" },
        then: { "aws-search-https-modern-tls": "fail" },
    },
    { resource: SEARCH, set: { "domainEndpointOptions.tlsSecurityPolicy": UNKNOWN }, then: { "aws-search-https-modern-tls": "undetermined" } },
    // Without fine-grained access control nobody is known who could be audited, so that the audit log is not asked for.
    { resource: SEARCH, set: { "advancedSecurityOptions.enabled": false }, then: { "aws-search-fine-grained-access-control": "fail" } },
    { resource: SEARCH, set: { "advancedSecurityOptions.anonymousAuthEnabled": true }, then: { "aws-search-fine-grained-access-control": "fail" } },
    { resource: SEARCH, set: { advancedSecurityOptions: UNKNOWN }, then: { "aws-search-fine-grained-access-control": "undetermined" } },
    { resource: SEARCH, set: { vpcOptions: undefined }, then: { "aws-search-in-vpc": "fail" } },
    { resource: SEARCH, set: { "vpcOptions.subnetIds": [] }, then: { "aws-search-in-vpc": "fail" } },
    { resource: SEARCH, set: { "logPublishingOptions[3]": undefined }, then: { "aws-search-logging": "fail" } },
    { resource: SEARCH, set: { "logPublishingOptions[2].enabled": false }, then: { "aws-search-logging": "fail" } },
    { resource: SEARCH, set: { logPublishingOptions: UNKNOWN }, then: { "aws-search-logging": "undetermined" } },
    {
        resource: of("opensearch", "DomainPolicy", "search"),
        set: { accessPolicies: toEveryone },
        then: { "aws-resource-policy-no-public-principal": "fail" },
    },
    {
        resource: of("opensearch", "DomainPolicy", "search"),
        set: { accessPolicies: UNKNOWN },
        then: { "aws-resource-policy-no-public-principal": "undetermined" },
    },
    {
        resource: of("cloudwatch", "LogResourcePolicy", "search"),
        set: { policyDocument: toEveryone },
        then: { "aws-resource-policy-no-public-principal": "fail" },
    },
];

const messages: readonly Mutation[] = [
    { resource: TOPIC, set: { kmsMasterKeyId: undefined }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: TOPIC_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
    {
        resource: TOPIC_POLICY,
        set: { policy: toStranger },
        then: { "aws-messaging-policy-requires-tls": "fail", "aws-resource-policy-cross-account-restricted": "fail" },
    },
    {
        resource: TOPIC_POLICY,
        set: { policy: toService("cloudwatch.amazonaws.com") },
        then: { "aws-messaging-policy-requires-tls": "fail", "aws-service-principal-confused-deputy": "fail" },
    },
    {
        resource: TOPIC_POLICY,
        set: { policy: UNKNOWN },
        then: {
            "aws-messaging-policy-requires-tls": "undetermined",
            "aws-resource-policy-cross-account-restricted": "undetermined",
            "aws-resource-policy-no-public-principal": "undetermined",
            "aws-service-principal-confused-deputy": "undetermined",
        },
    },
    // SQS encrypts with a key of its own unless told not to.
    { resource: QUEUE, set: { kmsMasterKeyId: undefined }, then: {} },
    { resource: QUEUE, set: { kmsMasterKeyId: undefined, sqsManagedSseEnabled: false }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    {
        resource: QUEUE,
        set: { kmsMasterKeyId: undefined, sqsManagedSseEnabled: UNKNOWN },
        then: { "aws-messaging-encrypted-at-rest": "undetermined" },
    },
    { resource: QUEUE_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
    {
        resource: QUEUE_POLICY,
        set: { policy: toEveryone },
        then: { "aws-messaging-policy-requires-tls": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
    { resource: STREAM, set: { encryptionType: "NONE" }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: STREAM, set: { kmsKeyId: undefined }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: STREAM, set: { encryptionType: UNKNOWN }, then: { "aws-messaging-encrypted-at-rest": "undetermined" } },
    // What is put into it directly lies there unencrypted; what comes from the stream does not.
    {
        resource: of("kinesis", "FirehoseDeliveryStream", "archive"),
        set: { kinesisSourceConfiguration: undefined },
        then: { "aws-messaging-encrypted-at-rest": "fail" },
    },

    {
        resource: FEED,
        set: { "encryptionInfo.encryptionInTransit.clientBroker": "TLS_PLAINTEXT" },
        then: { "aws-kafka-encrypted-in-transit-and-authenticated": "fail" },
    },
    {
        resource: FEED,
        set: { "encryptionInfo.encryptionInTransit.inCluster": false },
        then: { "aws-kafka-encrypted-in-transit-and-authenticated": "fail" },
    },
    { resource: FEED, set: { encryptionInfo: undefined }, then: {} },
    { resource: FEED, set: { clientAuthentication: undefined }, then: { "aws-kafka-encrypted-in-transit-and-authenticated": "fail" } },
    {
        resource: FEED,
        set: { "clientAuthentication.unauthenticated": true },
        then: { "aws-kafka-encrypted-in-transit-and-authenticated": "fail" },
    },
    {
        resource: FEED,
        set: { "clientAuthentication.sasl.iam": UNKNOWN },
        then: { "aws-kafka-encrypted-in-transit-and-authenticated": "undetermined" },
    },
    { resource: FEED, set: { kafkaVersion: "2.8.1" }, then: { "aws-streaming-and-workflow-version-in-support": "fail" } },
    { resource: FEED, set: { kafkaVersion: UNKNOWN }, then: { "aws-streaming-and-workflow-version-in-support": "undetermined" } },
    { resource: FEED, set: { loggingInfo: undefined }, then: { "aws-workflow-and-broker-logging": "fail" } },
    { resource: FEED, set: { loggingInfo: UNKNOWN }, then: { "aws-workflow-and-broker-logging": "undetermined" } },
    {
        resource: FEED,
        set: { "brokerNodeGroupInfo.connectivityInfo.publicAccess.type": "SERVICE_PROVIDED_EIPS" },
        then: { "aws-database-not-publicly-accessible": "fail" },
    },

    { resource: FILES, set: { protocols: ["SFTP", "FTP"] }, then: { "aws-transfer-server-secure": "fail" } },
    { resource: FILES, set: { endpointType: undefined }, then: { "aws-transfer-server-secure": "fail" } },
    { resource: FILES, set: { securityPolicyName: "TransferSecurityPolicy-2018-11" }, then: { "aws-transfer-server-secure": "fail" } },
    { resource: FILES, set: { securityPolicyName: undefined }, then: { "aws-transfer-server-secure": "fail" } },
    { resource: FILES, set: { securityPolicyName: UNKNOWN }, then: { "aws-transfer-server-secure": "undetermined" } },
    { resource: FILES, set: { structuredLogDestinations: [] }, then: { "aws-workflow-and-broker-logging": "fail" } },
];

const stores: readonly Mutation[] = [
    { resource: WAREHOUSE, set: { encrypted: "false" }, then: { "aws-redshift-encrypted-and-enhanced-routing": "fail" } },
    { resource: WAREHOUSE, set: { encrypted: UNKNOWN }, then: { "aws-redshift-encrypted-and-enhanced-routing": "undetermined" } },
    { resource: WAREHOUSE, set: { enhancedVpcRouting: false }, then: { "aws-redshift-encrypted-and-enhanced-routing": "advice" } },
    { resource: WAREHOUSE, set: { kmsKeyId: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: WAREHOUSE, set: { allowVersionUpgrade: false }, then: { "aws-redshift-version-upgrade-and-track": "fail" } },
    { resource: WAREHOUSE, set: { maintenanceTrackName: "trailing" }, then: { "aws-redshift-version-upgrade-and-track": "fail" } },
    { resource: WAREHOUSE, set: { maintenanceTrackName: UNKNOWN }, then: { "aws-redshift-version-upgrade-and-track": "undetermined" } },
    { resource: WAREHOUSE, set: { automatedSnapshotRetentionPeriod: 1 }, then: { "aws-redshift-snapshots-retained": "fail" } },
    { resource: WAREHOUSE, set: { automatedSnapshotRetentionPeriod: undefined }, then: { "aws-redshift-snapshots-retained": "fail" } },
    { resource: WAREHOUSE, set: { automatedSnapshotRetentionPeriod: UNKNOWN }, then: { "aws-redshift-snapshots-retained": "undetermined" } },
    { resource: WAREHOUSE, set: { publiclyAccessible: true }, then: { "aws-database-not-publicly-accessible": "fail" } },
    { resource: WAREHOUSE, set: { publiclyAccessible: UNKNOWN }, then: { "aws-database-not-publicly-accessible": "undetermined" } },
    { resource: WAREHOUSE, set: { skipFinalSnapshot: true }, then: { "aws-rds-backups-survive-deletion": "fail" } },
    {
        resource: WAREHOUSE,
        set: { manageMasterPassword: undefined, masterPassword: "correct-horse" },
        then: { "aws-database-password-managed-or-write-only": "fail" },
    },
    {
        resource: WAREHOUSE,
        set: { manageMasterPassword: UNKNOWN },
        then: { "aws-database-password-managed-or-write-only": "undetermined" },
    },
    {
        resource: WAREHOUSE_PARAMETERS,
        set: { "parameters[0].value": "false" },
        then: { "aws-database-parameter-group-forces-tls": "fail" },
    },
    { resource: WAREHOUSE_PARAMETERS, set: { "parameters[1].value": "false" }, then: { "aws-database-audit-parameters": "fail" } },
    {
        resource: WAREHOUSE_PARAMETERS,
        set: { parameters: UNKNOWN },
        then: { "aws-database-audit-parameters": "undetermined", "aws-database-parameter-group-forces-tls": "undetermined" },
    },
    { resource: WAREHOUSE_LOGS, removed: true, then: { "aws-redshift-audit-logging": "fail" } },
    { resource: WAREHOUSE_LOGS, set: { "logExports[2]": undefined }, then: { "aws-redshift-audit-logging": "fail" } },
    { resource: WAREHOUSE_LOGS, set: { logExports: UNKNOWN }, then: { "aws-redshift-audit-logging": "undetermined" } },

    { resource: SOURCE, set: { sslMode: "none" }, then: { "aws-dms-endpoint-uses-tls": "fail" } },
    { resource: SOURCE, set: { sslMode: undefined }, then: { "aws-dms-endpoint-uses-tls": "fail" } },
    { resource: SOURCE, set: { sslMode: UNKNOWN }, then: { "aws-dms-endpoint-uses-tls": "undetermined" } },
    {
        resource: SOURCE,
        set: { secretsManagerArn: undefined, username: "reader", password: "correct-horse" },
        then: { "aws-dms-endpoint-uses-tls": "advice" },
    },
    {
        resource: REPLICATION,
        set: { autoMinorVersionUpgrade: undefined },
        then: { "aws-messaging-and-migration-auto-minor-upgrade": "fail" },
    },
    {
        resource: REPLICATION,
        set: { autoMinorVersionUpgrade: UNKNOWN },
        then: { "aws-messaging-and-migration-auto-minor-upgrade": "undetermined" },
    },
    { resource: REPLICATION, set: { multiAz: false }, then: { "aws-database-multi-az": "fail" } },
    { resource: REPLICATION, set: { publiclyAccessible: true }, then: { "aws-database-not-publicly-accessible": "fail" } },

    { resource: TABLE, set: { "pointInTimeRecovery.enabled": false }, then: { "aws-dynamodb-point-in-time-recovery": "fail" } },
    { resource: TABLE, set: { pointInTimeRecovery: UNKNOWN }, then: { "aws-dynamodb-point-in-time-recovery": "undetermined" } },
    { resource: TABLE, set: { deletionProtectionEnabled: undefined }, then: { "aws-data-store-deletion-protection": "fail" } },
    { resource: TABLE, set: { billingMode: "PROVISIONED" }, then: { "aws-dynamodb-capacity-scales": "fail" } },
    { resource: TABLE, set: { serverSideEncryption: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: TABLE, set: { region: "us-east-1" }, then: { "aws-data-resides-in-approved-region": "fail" } },
    // The stack holds no plan at all: another might take the table in, but nothing says so.
    { resource: TABLE, set: { "tags.backup": undefined }, then: { "aws-backup-plan-covers-data-stores": "advice" } },

    { resource: WORKGROUP, set: { "configuration.enforceWorkgroupConfiguration": false }, then: { "aws-analytics-encrypted-at-rest": "fail" } },
    {
        resource: WORKGROUP,
        set: { "configuration.resultConfiguration.encryptionConfiguration": undefined },
        then: { "aws-analytics-encrypted-at-rest": "fail" },
    },
    { resource: WORKGROUP, set: { configuration: UNKNOWN }, then: { "aws-analytics-encrypted-at-rest": "undetermined" } },
    {
        resource: CATALOGUE,
        set: { "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode": "DISABLED" },
        then: { "aws-analytics-encrypted-at-rest": "fail" },
    },
    {
        resource: CATALOGUE,
        set: { "dataCatalogEncryptionSettings.connectionPasswordEncryption": undefined },
        then: { "aws-analytics-encrypted-at-rest": "fail" },
    },
    {
        resource: SECURITY,
        set: { "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode": "DISABLED" },
        then: { "aws-analytics-encrypted-at-rest": "fail" },
    },
    { resource: SECURITY, set: { encryptionConfiguration: UNKNOWN }, then: { "aws-analytics-encrypted-at-rest": "undetermined" } },
    {
        resource: of("glue", "Crawler", "events"),
        set: { securityConfiguration: undefined },
        then: { "aws-analytics-encrypted-at-rest": "fail" },
    },
    { resource: NOTEBOOK, set: { directInternetAccess: "Enabled" }, then: { "aws-sagemaker-isolated-and-encrypted": "fail" } },
    { resource: NOTEBOOK, set: { rootAccess: undefined }, then: { "aws-sagemaker-isolated-and-encrypted": "fail" } },
    { resource: NOTEBOOK, set: { kmsKeyId: undefined }, then: { "aws-sagemaker-isolated-and-encrypted": "fail" } },
    { resource: NOTEBOOK, set: { rootAccess: UNKNOWN }, then: { "aws-sagemaker-isolated-and-encrypted": "undetermined" } },
    { resource: NOTEBOOK, set: { subnetId: undefined }, then: { "aws-compute-explicit-vpc-subnet": "fail" } },
    { resource: NOTEBOOK, set: { instanceMetadataServiceConfiguration: undefined }, then: { "aws-ec2-imdsv2-required": "fail" } },
];

const buckets: readonly Mutation[] = [
    {
        resource: DOOR,
        set: { "publicAccessBlockConfiguration.blockPublicPolicy": false },
        then: { "aws-s3-access-point-public-access-block": "fail" },
    },
    { resource: DOOR, set: { publicAccessBlockConfiguration: undefined }, then: {} },
    { resource: DOOR, set: { publicAccessBlockConfiguration: UNKNOWN }, then: { "aws-s3-access-point-public-access-block": "undetermined" } },
    { resource: DOOR, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },

    { resource: s3("Bucket"), set: { forceDestroy: true }, then: { "aws-storage-force-destroy-off": "fail" } },
    { resource: s3("Bucket"), set: { forceDestroy: UNKNOWN }, then: { "aws-storage-force-destroy-off": "undetermined" } },
    { resource: s3("Bucket"), set: { acl: "public-read" }, then: { "aws-s3-acl-not-public-and-disabled": "fail" } },
    {
        resource: s3("BucketOwnershipControls"),
        set: { "rule.objectOwnership": "ObjectWriter" },
        then: { "aws-s3-acl-not-public-and-disabled": "advice" },
    },
    { resource: s3("BucketPublicAccessBlock"), removed: true, then: { "aws-s3-bucket-public-access-block": "fail" } },
    { resource: s3("BucketPublicAccessBlock"), set: { blockPublicPolicy: UNKNOWN }, then: { "aws-s3-bucket-public-access-block": "undetermined" } },
    { resource: s3("BucketPolicy"), removed: true, then: { "aws-s3-bucket-policy-requires-tls": "fail" } },
    {
        resource: s3("BucketPolicy"),
        set: { policy: toStranger },
        then: { "aws-s3-bucket-policy-requires-tls": "fail", "aws-resource-policy-cross-account-restricted": "fail" },
    },
    {
        resource: s3("BucketServerSideEncryptionConfiguration"),
        set: { "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm": "AES256" },
        then: { "aws-s3-bucket-encryption-kms": "fail" },
    },
    {
        resource: s3("BucketServerSideEncryptionConfiguration"),
        set: { rules: UNKNOWN },
        then: { "aws-s3-bucket-encryption-kms": "undetermined" },
    },
    { resource: s3("BucketVersioning", "uploads"), removed: true, then: { "aws-s3-bucket-versioning": "fail" } },
    {
        resource: s3("BucketVersioning", "uploads"),
        set: { "versioningConfiguration.status": UNKNOWN },
        then: { "aws-s3-bucket-versioning": "undetermined" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.mode": "GOVERNANCE" },
        then: { "aws-s3-bucket-object-lock": "fail", "aws-s3-bucket-mfa-delete": "fail" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { rule: UNKNOWN },
        then: { "aws-s3-bucket-object-lock": "undetermined", "aws-s3-bucket-mfa-delete": "undetermined" },
    },
    { resource: s3("BucketLogging"), removed: true, then: { "aws-s3-bucket-access-logging": "fail" } },
    { resource: s3("BucketNotification", "uploads"), set: { eventbridge: false }, then: { "aws-s3-event-notifications": "fail" } },
];

const access: readonly Mutation[] = [
    { resource: KEY, set: { enableKeyRotation: false }, then: { "aws-kms-key-rotation-enabled": "fail" } },
    { resource: KEY, set: { enableKeyRotation: UNKNOWN }, then: { "aws-kms-key-rotation-enabled": "undetermined" } },
    { resource: KEY, set: { deletionWindowInDays: 7 }, then: { "aws-kms-key-deletion-guarded": "fail" } },
    { resource: KEY, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    // A root that stands alone is taken for that of the key's own account, which is not known before the update.
    { resource: KEY, set: { policy: toStranger }, then: {} },
    { resource: KEY, set: { policy: toOwnerAndStranger }, then: { "aws-resource-policy-cross-account-restricted": "fail" } },
    { resource: KEY, set: { policy: toService("sns.amazonaws.com") }, then: { "aws-service-principal-confused-deputy": "fail" } },

    {
        resource: ROLE,
        set: { assumeRolePolicy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" }) },
        then: { "aws-iam-role-trust-no-wildcard-or-foreign": "fail" },
    },
    {
        resource: ROLE,
        set: { assumeRolePolicy: UNKNOWN },
        then: {
            "aws-iam-federated-trust-constrained": "undetermined",
            "aws-iam-role-trust-no-wildcard-or-foreign": "undetermined",
            "aws-iam-role-trust-requires-mfa-or-federation": "undetermined",
            "aws-github-oidc-trust-pinned-to-repository": "undetermined",
        },
    },
    { resource: ROLE, set: { managedPolicyArns: [ADMINISTRATOR] }, then: { "aws-iam-managed-policy-not-over-privileged": "fail" } },
    { resource: ROLE_POLICY, set: { policy: document(allow("*")) }, then: { "aws-iam-policy-no-full-admin": "fail" } },
    { resource: ROLE_POLICY, set: { policy: document(allow("iam:PassRole")) }, then: { "aws-iam-policy-no-privilege-escalation": "fail" } },
    { resource: ROLE_POLICY, set: { policy: document(allow("s3:*")) }, then: { "aws-iam-policy-no-service-wildcards": "fail" } },
    { resource: ROLE_POLICY, set: { policy: document(allow("kms:Decrypt")) }, then: { "aws-iam-policy-blocked-kms-decrypt": "fail" } },
    {
        resource: ROLE_POLICY,
        set: { policy: UNKNOWN },
        then: {
            "aws-iam-policy-no-full-admin": "undetermined",
            "aws-iam-policy-no-privilege-escalation": "undetermined",
            "aws-iam-policy-no-service-wildcards": "undetermined",
            "aws-iam-policy-blocked-kms-decrypt": "undetermined",
        },
    },
    { resource: ATTACHMENT, set: { policyArn: ADMINISTRATOR }, then: { "aws-iam-managed-policy-not-over-privileged": "fail" } },
    { resource: ATTACHMENT, set: { policyArn: UNKNOWN }, then: { "aws-iam-managed-policy-not-over-privileged": "undetermined" } },

    { resource: SUBNET, set: { mapPublicIpOnLaunch: true }, then: { "aws-subnet-no-auto-public-ip": "fail" } },
    { resource: FLOW_LOG, removed: true, then: { "aws-vpc-flow-logs-enabled": "fail" } },
    { resource: FLOW_LOG, set: { trafficType: UNKNOWN }, then: { "aws-vpc-flow-logs-enabled": "undetermined" } },
    { resource: of("ec2", "Vpc", "network"), set: { cidrBlock: UNKNOWN }, then: {} },
    { resource: INGRESS, set: { cidrIpv4: "0.0.0.0/0" }, then: { "aws-security-group-no-open-admin-ports": "fail" } },
    {
        resource: INGRESS,
        set: { cidrIpv4: "0.0.0.0/0", fromPort: 9098, toPort: 9098 },
        then: { "aws-security-group-open-only-to-authorised-ports": "fail" },
    },
    { resource: INGRESS, set: { cidrIpv4: UNKNOWN }, then: { "aws-security-group-no-open-admin-ports": "undetermined" } },
    {
        resource: INGRESS,
        set: { cidrIpv4: UNKNOWN, fromPort: 9098, toPort: 9098 },
        then: { "aws-security-group-open-only-to-authorised-ports": "undetermined" },
    },
    { resource: of("ec2", "SecurityGroup", "search"), set: { ingress: OPEN_SSH }, then: { "aws-security-group-no-open-admin-ports": "fail" } },
    {
        resource: ACL,
        set: { "ingress[1].cidrBlock": "0.0.0.0/0" },
        then: { "aws-network-acl-restrictive-and-used": "fail" },
    },
    { resource: ACL, set: { "ingress[1].cidrBlock": UNKNOWN }, then: { "aws-network-acl-restrictive-and-used": "undetermined" } },
    // A way to partners is none to the internet.
    { resource: of("ec2", "VpnGateway", "partners"), set: { vpcId: UNKNOWN }, then: {} },
    { resource: ACL, set: { subnetIds: undefined }, then: { "aws-network-acl-restrictive-and-used": "fail" } },
    { resource: VPN, set: { tunnel2IkeVersions: undefined }, then: { "aws-vpn-tunnels-strong-crypto": "fail" } },
    { resource: VPN, set: { tunnel1Phase1DhGroupNumbers: [2, 19] }, then: { "aws-vpn-tunnels-strong-crypto": "fail" } },
    { resource: VPN, set: { tunnel1Phase2IntegrityAlgorithms: ["SHA1"] }, then: { "aws-vpn-tunnels-strong-crypto": "fail" } },
    { resource: VPN, set: { tunnel1IkeVersions: UNKNOWN }, then: { "aws-vpn-tunnels-strong-crypto": "undetermined" } },
    { resource: VPN, set: { tunnel2LogOptions: undefined }, then: { "aws-vpn-connection-logging": "fail" } },
    {
        resource: VPN,
        set: { "tunnel1LogOptions.cloudwatchLogOptions.logEnabled": UNKNOWN },
        then: { "aws-vpn-connection-logging": "undetermined" },
    },
    { resource: "closed", removed: true, then: { "aws-default-vpc-and-security-group-closed": "fail" } },
    { resource: ROUTES, set: { routes: [TO_THE_INTERNET] }, then: { "aws-route-to-internet-only-from-public-subnets": "fail" } },
    { resource: of("ec2", "RouteTableAssociation", "private-a"), removed: true, then: {} },
];

const operations: readonly Mutation[] = [
    { resource: LOGS, set: { retentionInDays: 30 }, then: { "aws-log-group-retention": "fail" } },
    { resource: LOGS, set: { retentionInDays: UNKNOWN }, then: { "aws-log-group-retention": "undetermined" } },
    { resource: LOGS, set: { kmsKeyId: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: ALARM, set: { alarmActions: undefined }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: UNKNOWN }, then: { "aws-cloudwatch-alarm-actions": "undetermined" } },
    { resource: of("sns", "TopicSubscription", "alerts"), removed: true, then: { "aws-alert-topic-has-subscribers": "fail" } },
    { resource: of("sns", "TopicSubscription", "alerts"), set: { topic: UNKNOWN }, then: { "aws-alert-topic-has-subscribers": "undetermined" } },
    // Other rules tell the same people.
    { resource: of("cloudwatch", "EventTarget", "alerts-key-tampering"), removed: true, then: {} },
];

export const mutations: readonly Mutation[] = [...api, ...functions, ...search, ...messages, ...stores, ...buckets, ...access, ...operations];
