import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string, more: object = {}): object => ({ Effect: "Allow", Action: action, Resource: "*", ...more });
const toEveryone = document(allow("*", { Principal: "*" }));
const toService = (service: string): string => document(allow("*", { Principal: { Service: service } }));
const toRoot = (account: string): object => allow("*", { Principal: { AWS: `arn:aws:iam::${account}:root` } });
const toStranger = document(toRoot("999988887777"));
const toOwnerAndStranger = document(toRoot("123456789012"), toRoot("999988887777"));

const IMAGE = "123456789012.dkr.ecr.eu-west-2.amazonaws.com/patient-portal";
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

/** The one container of the task, safe but for what is given. */
const container = (more: object): string =>
    JSON.stringify([
        {
            name: "portal",
            image: `${IMAGE}@sha256:${"a".repeat(64)}`,
            user: "10001:10001",
            readonlyRootFilesystem: true,
            linuxParameters: { capabilities: { drop: ["ALL"] } },
            logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/patient-portal/service" } },
            ...more,
        },
    ]);

/** "TOKEN::NAME" of a resource of AWS, from its module, its type and its name. */
const of = (module: string, type: string, name: string): string => `aws:${module}/${type[0]?.toLowerCase() ?? ""}${type.slice(1)}:${type}::${name}`;
const DISTRIBUTION = of("cloudfront", "Distribution", "portal");
const HEADERS = of("cloudfront", "ResponseHeadersPolicy", "portal");
const LOG_SOURCE = of("cloudwatch", "LogDeliverySource", "requests");
const LOG_DELIVERY = of("cloudwatch", "LogDelivery", "requests");
const FIREWALL = of("wafv2", "WebAcl", "portal");
const FIREWALL_LOGS = of("wafv2", "WebAclLoggingConfiguration", "portal");
const CERTIFICATE = of("acm", "Certificate", "edge");
const BALANCER = of("lb", "LoadBalancer", "portal");
const HTTPS = of("lb", "Listener", "https");
const HTTP = of("lb", "Listener", "http");
const CLUSTER = of("ecs", "Cluster", "portal");
const SERVICE = of("ecs", "Service", "portal");
const TASK = of("ecs", "TaskDefinition", "portal");
const REGISTRY = of("ecr", "Repository", "portal");
const POOL = of("cognito", "UserPool", "patients");
const PROVIDER = of("cognito", "IdentityProvider", "sign-in");
const CLIENT = of("cognito", "UserPoolClient", "portal");
const DATABASE = of("rds", "Cluster", "database");
const INSTANCE = of("rds", "ClusterInstance", "database-a");
const OTHER_INSTANCE = of("rds", "ClusterInstance", "database-b");
const PARAMETERS = of("rds", "ClusterParameterGroup", "database");
const SESSIONS = of("elasticache", "ReplicationGroup", "sessions");
const NOBODY = of("elasticache", "User", "nobody");
const CACHE_USER = of("elasticache", "User", "service");
const SECRET = of("secretsmanager", "Secret", "sessions");
const ROTATION = of("secretsmanager", "SecretRotation", "sessions");
const VALUE = of("secretsmanager", "SecretVersion", "sessions");
const ROTATE = of("lambda", "Function", "rotate");
const MAY_ROTATE = of("lambda", "Permission", "rotate");
const s3 = (type: string): string => of("s3", type, "request-logs");
const KEY = of("kms", "Key", "database");
const ROLE = of("iam", "Role", "service");
const ROLE_POLICY = of("iam", "RolePolicy", "service");
const ATTACHMENT = of("iam", "RolePolicyAttachment", "database-monitor");
const INGRESS = of("vpc", "SecurityGroupIngressRule", "cloudfront-to-balancer");
const TOPIC = of("sns", "Topic", "alerts");
const TOPIC_POLICY = of("sns", "TopicPolicy", "alerts");
const QUEUE = of("sqs", "Queue", "alerts-undelivered");
const QUEUE_POLICY = of("sqs", "QueuePolicy", "alerts-undelivered");
const LOGS = of("cloudwatch", "LogGroup", "service");
const ALARM = of("cloudwatch", "MetricAlarm", "unhealthy-tasks");
const FLOW_LOG = of("ec2", "FlowLog", "network");
const SUBNET = of("ec2", "Subnet", "private-a");
const ACL = of("ec2", "NetworkAcl", "subnets");
const VPC = of("ec2", "Vpc", "network");
const ROUTE = of("ec2", "Route", "private-a");

const edge: readonly Mutation[] = [
    { resource: DISTRIBUTION, set: { "defaultCacheBehavior.viewerProtocolPolicy": "allow-all" }, then: { "aws-cloudfront-viewer-tls": "fail" } },
    { resource: DISTRIBUTION, set: { "viewerCertificate.minimumProtocolVersion": "TLSv1" }, then: { "aws-cloudfront-viewer-tls": "fail" } },
    { resource: DISTRIBUTION, set: { "viewerCertificate.minimumProtocolVersion": undefined }, then: { "aws-cloudfront-viewer-tls": "fail" } },
    { resource: DISTRIBUTION, set: { "viewerCertificate.minimumProtocolVersion": "TLSv1.3_2025" }, then: {} },
    { resource: DISTRIBUTION, set: { viewerCertificate: UNKNOWN }, then: { "aws-cloudfront-viewer-tls": "undetermined" } },
    // Where it fetches from, no longer inside the network, and in plain text.
    {
        resource: DISTRIBUTION,
        set: {
            "origins[0]": {
                originId: "portal",
                domainName: "portal.example.org",
                customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "match-viewer", originSslProtocols: ["TLSv1.2"] },
            },
        },
        then: { "aws-cloudfront-origin-secured": "fail" },
    },
    { resource: DISTRIBUTION, set: { origins: UNKNOWN }, then: { "aws-cloudfront-origin-secured": "undetermined" } },
    { resource: DISTRIBUTION, set: { webAclId: undefined }, then: { "aws-cloudfront-waf-and-security-headers": "fail" } },
    {
        resource: DISTRIBUTION,
        set: { "defaultCacheBehavior.responseHeadersPolicyId": undefined },
        then: { "aws-cloudfront-waf-and-security-headers": "fail" },
    },
    {
        resource: HEADERS,
        set: { "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec": 300 },
        then: { "aws-cloudfront-waf-and-security-headers": "fail" },
    },
    {
        resource: HEADERS,
        set: { "securityHeadersConfig.strictTransportSecurity": undefined },
        then: { "aws-cloudfront-waf-and-security-headers": "fail" },
    },
    {
        resource: HEADERS,
        set: { "securityHeadersConfig.strictTransportSecurity.override": UNKNOWN },
        then: { "aws-cloudfront-waf-and-security-headers": "undetermined" },
    },
    { resource: LOG_SOURCE, removed: true, then: { "aws-cloudfront-access-logging": "fail" } },
    { resource: LOG_DELIVERY, removed: true, then: { "aws-cloudfront-access-logging": "fail" } },
    { resource: LOG_SOURCE, set: { resourceArn: UNKNOWN }, then: { "aws-cloudfront-access-logging": "undetermined" } },

    { resource: FIREWALL, set: { "rules[0].overrideAction": { count: {} } }, then: { "aws-waf-acl-has-effective-rules": "fail" } },
    { resource: FIREWALL, set: { rules: undefined }, then: { "aws-waf-acl-has-effective-rules": "fail" } },
    { resource: FIREWALL, set: { rules: UNKNOWN }, then: { "aws-waf-acl-has-effective-rules": "undetermined" } },
    { resource: FIREWALL_LOGS, removed: true, then: { "aws-waf-logging-enabled": "fail" } },
    { resource: FIREWALL_LOGS, set: { logDestinationConfigs: UNKNOWN }, then: { "aws-waf-logging-enabled": "undetermined" } },

    { resource: CERTIFICATE, set: { validationMethod: "EMAIL" }, then: { "aws-acm-certificate-renewable-and-strong": "fail" } },
    { resource: CERTIFICATE, set: { keyAlgorithm: "RSA_1024" }, then: { "aws-acm-certificate-renewable-and-strong": "fail" } },
    { resource: CERTIFICATE, set: { validationMethod: UNKNOWN }, then: { "aws-acm-certificate-renewable-and-strong": "undetermined" } },
    // The listener might be given any other.
    { resource: of("acm", "CertificateValidation", "balancer"), set: { validationRecordFqdns: UNKNOWN }, then: {} },
];

const balancer: readonly Mutation[] = [
    { resource: HTTPS, set: { sslPolicy: "ELBSecurityPolicy-2016-08" }, then: { "aws-load-balancer-tls-policy": "fail" } },
    { resource: HTTPS, set: { sslPolicy: undefined }, then: { "aws-load-balancer-tls-policy": "fail" } },
    { resource: HTTPS, set: { sslPolicy: UNKNOWN }, then: { "aws-load-balancer-tls-policy": "undetermined" } },
    {
        resource: HTTPS,
        set: { certificateArn: "arn:aws:iam::123456789012:server-certificate/portal" },
        then: { "aws-load-balancer-acm-certificate": "fail" },
    },
    { resource: HTTPS, set: { certificateArn: UNKNOWN }, then: { "aws-load-balancer-acm-certificate": "undetermined" } },
    { resource: HTTP, set: { "defaultActions[0]": { type: "forward" } }, then: { "aws-alb-http-redirects-to-https": "advice" } },
    { resource: HTTP, set: { "defaultActions[0].redirect.protocol": "HTTP" }, then: { "aws-alb-http-redirects-to-https": "advice" } },
    { resource: HTTP, set: { defaultActions: UNKNOWN }, then: {} },
    { resource: HTTP, removed: true, then: {} },
    { resource: BALANCER, set: { "accessLogs.enabled": false }, then: { "aws-load-balancer-access-logs": "fail" } },
    { resource: BALANCER, set: { accessLogs: undefined }, then: { "aws-load-balancer-access-logs": "fail" } },
    { resource: BALANCER, set: { "accessLogs.enabled": UNKNOWN }, then: { "aws-load-balancer-access-logs": "undetermined" } },
    { resource: BALANCER, set: { dropInvalidHeaderFields: undefined }, then: { "aws-load-balancer-header-hygiene": "fail" } },
    { resource: BALANCER, set: { desyncMitigationMode: "monitor" }, then: { "aws-load-balancer-header-hygiene": "fail" } },
    { resource: BALANCER, set: { dropInvalidHeaderFields: UNKNOWN }, then: { "aws-load-balancer-header-hygiene": "undetermined" } },
    { resource: BALANCER, set: { subnets: ["subnet-0123456789abcdef0"] }, then: { "aws-load-balancer-cross-zone-and-multi-az": "fail" } },
    { resource: BALANCER, set: { enableDeletionProtection: false }, then: { "aws-data-store-deletion-protection": "fail" } },
    // Open to the internet it would need a firewall of its own.
    { resource: BALANCER, set: { internal: false }, then: { "aws-public-endpoint-behind-waf": "fail" } },
    { resource: BALANCER, set: { internal: UNKNOWN }, then: { "aws-public-endpoint-behind-waf": "undetermined" } },
];

const service: readonly Mutation[] = [
    { resource: TASK, set: { containerDefinitions: container({}) }, then: {} },
    { resource: TASK, set: { containerDefinitions: container({ privileged: true }) }, then: { "aws-ecs-task-nonprivileged": "fail" } },
    {
        resource: TASK,
        set: { containerDefinitions: container({ user: "root" }) },
        then: { "aws-ecs-nonroot-user-and-host-isolation": "fail" },
    },
    // The image might name one that is not root.
    { resource: TASK, set: { containerDefinitions: container({ user: undefined }) }, then: { "aws-ecs-nonroot-user-and-host-isolation": "advice" } },
    {
        resource: TASK,
        set: { containerDefinitions: container({ readonlyRootFilesystem: false }) },
        then: { "aws-ecs-readonly-root-filesystem": "fail" },
    },
    {
        resource: TASK,
        set: { containerDefinitions: container({ environment: [{ name: "DATABASE_PASSWORD", value: "correct-horse" }] }) },
        then: { "aws-ecs-no-plaintext-secrets": "fail" },
    },
    {
        resource: TASK,
        set: { containerDefinitions: container({ environment: [{ name: "SESSION_SECRET_NAME", value: "portal/sessions" }] }) },
        then: {},
    },
    { resource: TASK, set: { containerDefinitions: container({ logConfiguration: undefined }) }, then: { "aws-ecs-logging-and-insights": "fail" } },
    {
        resource: TASK,
        set: { containerDefinitions: container({ image: `${IMAGE}:latest` }) },
        then: { "aws-container-image-from-trusted-registry": "fail" },
    },
    { resource: TASK, set: { containerDefinitions: container({ image: `${IMAGE}:1.4.2` }) }, then: {} },
    {
        resource: TASK,
        set: { containerDefinitions: container({ image: "docker.io/somebody/portal:1.4.2" }) },
        then: { "aws-container-image-from-trusted-registry": "fail" },
    },
    {
        resource: TASK,
        set: { containerDefinitions: UNKNOWN },
        then: {
            "aws-container-image-from-trusted-registry": "undetermined",
            "aws-ecs-logging-and-insights": "undetermined",
            "aws-ecs-no-plaintext-secrets": "undetermined",
            "aws-ecs-nonroot-user-and-host-isolation": "undetermined",
            "aws-ecs-readonly-root-filesystem": "undetermined",
            "aws-ecs-task-nonprivileged": "undetermined",
        },
    },
    { resource: TASK, set: { pidMode: "host" }, then: { "aws-ecs-nonroot-user-and-host-isolation": "fail" } },
    { resource: SERVICE, set: { platformVersion: "1.3.0" }, then: { "aws-ecs-fargate-platform-latest": "fail" } },
    { resource: SERVICE, set: { platformVersion: undefined }, then: {} },
    { resource: SERVICE, set: { platformVersion: UNKNOWN }, then: { "aws-ecs-fargate-platform-latest": "undetermined" } },
    { resource: SERVICE, set: { "networkConfiguration.assignPublicIp": true }, then: { "aws-compute-no-public-ip": "fail" } },
    {
        resource: SERVICE,
        set: { "networkConfiguration.assignPublicIp": UNKNOWN },
        then: { "aws-compute-no-public-ip": "undetermined" },
    },
    { resource: SERVICE, set: { deploymentCircuitBreaker: undefined }, then: { "aws-codedeploy-safe-rollout": "fail" } },
    { resource: SERVICE, set: { "deploymentCircuitBreaker.rollback": UNKNOWN }, then: { "aws-codedeploy-safe-rollout": "undetermined" } },
    { resource: CLUSTER, set: { "settings[0].value": "disabled" }, then: { "aws-ecs-logging-and-insights": "fail" } },
    { resource: CLUSTER, set: { settings: undefined }, then: { "aws-ecs-logging-and-insights": "fail" } },
    { resource: CLUSTER, set: { settings: UNKNOWN }, then: { "aws-ecs-logging-and-insights": "undetermined" } },

    { resource: REGISTRY, set: { imageTagMutability: "MUTABLE" }, then: { "aws-ecr-immutable-tags": "fail" } },
    { resource: REGISTRY, set: { imageTagMutability: undefined }, then: { "aws-ecr-immutable-tags": "fail" } },
    { resource: REGISTRY, set: { imageTagMutability: UNKNOWN }, then: { "aws-ecr-immutable-tags": "undetermined" } },
    { resource: REGISTRY, set: { "imageScanningConfiguration.scanOnPush": false }, then: { "aws-ecr-image-scanning-enabled": "fail" } },
    {
        resource: REGISTRY,
        set: { "imageScanningConfiguration.scanOnPush": UNKNOWN },
        then: { "aws-ecr-image-scanning-enabled": "undetermined" },
    },
    { resource: REGISTRY, set: { forceDelete: true }, then: { "aws-storage-force-destroy-off": "fail" } },

    { resource: ROTATE, set: { runtime: "python3.8" }, then: { "aws-lambda-function-runtime-in-support": "fail" } },
    { resource: ROTATE, set: { runtime: UNKNOWN }, then: { "aws-lambda-function-runtime-in-support": "undetermined" } },
    {
        resource: MAY_ROTATE,
        set: { principal: "*", sourceArn: undefined, sourceAccount: undefined },
        then: { "aws-lambda-not-publicly-invocable": "fail" },
    },
    { resource: MAY_ROTATE, set: { sourceArn: undefined, sourceAccount: undefined }, then: { "aws-service-principal-confused-deputy": "fail" } },
    { resource: SECRET, set: { kmsKeyId: undefined }, then: { "aws-secret-encrypted-with-cmk": "fail" } },
    { resource: SECRET, set: { recoveryWindowInDays: 0 }, then: { "aws-secret-encrypted-with-cmk": "fail" } },
    { resource: SECRET, set: { recoveryWindowInDays: UNKNOWN }, then: { "aws-secret-encrypted-with-cmk": "undetermined" } },
    { resource: ROTATION, removed: true, then: { "aws-secret-rotation-enabled": "fail" } },
    { resource: ROTATION, set: { "rotationRules.automaticallyAfterDays": 365 }, then: { "aws-secret-rotation-enabled": "fail" } },
    { resource: ROTATION, set: { rotationRules: UNKNOWN }, then: { "aws-secret-rotation-enabled": "undetermined" } },
    { resource: VALUE, set: { secretStringWo: undefined, secretString: "correct-horse" }, then: { "aws-secret-value-not-inline": "fail" } },
    // Where the database stands is no secret.
    { resource: of("ssm", "Parameter", "database-host"), set: { value: "database.example.nhs.uk" }, then: {} },
];

const signIn: readonly Mutation[] = [
    // The provider is the only way in, so that the pool's own factor is not asked for.
    { resource: POOL, set: { mfaConfiguration: "OFF" }, then: {} },
    {
        resource: POOL,
        set: { mfaConfiguration: "OFF" },
        and: [{ resource: CLIENT, set: { supportedIdentityProviders: ["COGNITO", "PatientSignIn"] } }],
        then: { "aws-cognito-user-pool-mfa-required": "fail" },
    },
    {
        resource: POOL,
        set: { mfaConfiguration: UNKNOWN },
        and: [{ resource: CLIENT, set: { supportedIdentityProviders: ["COGNITO", "PatientSignIn"] } }],
        then: { "aws-cognito-user-pool-mfa-required": "undetermined" },
    },
    {
        resource: POOL,
        set: { "passwordPolicy.minimumLength": 6 },
        and: [{ resource: CLIENT, set: { supportedIdentityProviders: ["COGNITO"] } }],
        then: { "aws-cognito-password-policy": "fail" },
    },
    { resource: POOL, set: { deletionProtection: "INACTIVE" }, then: { "aws-data-store-deletion-protection": "fail" } },
    { resource: PROVIDER, set: { providerType: "Google" }, then: {} },
    { resource: CLIENT, set: { allowedOauthFlows: ["implicit"] }, then: { "aws-cognito-client-secure-flows": "fail" } },
    { resource: CLIENT, set: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] }, then: { "aws-cognito-client-secure-flows": "fail" } },
    { resource: CLIENT, set: { "callbackUrls[0]": "http://portal.example.nhs.uk/" }, then: { "aws-cognito-client-secure-flows": "fail" } },
    { resource: CLIENT, set: { allowedOauthFlows: UNKNOWN }, then: { "aws-cognito-client-secure-flows": "undetermined" } },
];

const stores: readonly Mutation[] = [
    { resource: DATABASE, set: { storageEncrypted: false }, then: { "aws-rds-storage-encrypted": "fail" } },
    { resource: DATABASE, set: { storageEncrypted: UNKNOWN }, then: { "aws-rds-storage-encrypted": "undetermined" } },
    { resource: DATABASE, set: { kmsKeyId: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: DATABASE, set: { engineVersion: "12.9" }, then: { "aws-rds-engine-version-in-support": "fail" } },
    { resource: DATABASE, set: { engineVersion: UNKNOWN }, then: { "aws-rds-engine-version-in-support": "undetermined" } },
    { resource: DATABASE, set: { engineLifecycleSupport: undefined }, then: { "aws-rds-extended-support-not-relied-on": "fail" } },
    { resource: DATABASE, set: { backupRetentionPeriod: 1 }, then: { "aws-rds-backup-retention": "fail" } },
    { resource: DATABASE, set: { backupRetentionPeriod: UNKNOWN }, then: { "aws-rds-backup-retention": "undetermined" } },
    { resource: DATABASE, set: { skipFinalSnapshot: true }, then: { "aws-rds-backups-survive-deletion": "fail" } },
    { resource: DATABASE, set: { deletionProtection: undefined }, then: { "aws-data-store-deletion-protection": "fail" } },
    { resource: DATABASE, set: { iamDatabaseAuthenticationEnabled: false }, then: { "aws-database-iam-authentication": "fail" } },
    { resource: DATABASE, set: { iamDatabaseAuthenticationEnabled: UNKNOWN }, then: { "aws-database-iam-authentication": "undetermined" } },
    { resource: DATABASE, set: { enabledCloudwatchLogsExports: undefined }, then: { "aws-database-log-exports": "fail" } },
    {
        resource: DATABASE,
        set: { manageMasterUserPassword: undefined, masterPassword: "correct-horse" },
        then: { "aws-database-password-managed-or-write-only": "fail" },
    },
    // The stack holds no plan at all: another might take the database in, but nothing says so.
    { resource: DATABASE, set: { "tags.backup": undefined }, then: { "aws-backup-plan-covers-data-stores": "advice" } },
    { resource: INSTANCE, set: { publiclyAccessible: true }, then: { "aws-database-not-publicly-accessible": "fail" } },
    { resource: INSTANCE, set: { publiclyAccessible: UNKNOWN }, then: { "aws-database-not-publicly-accessible": "undetermined" } },
    { resource: INSTANCE, set: { autoMinorVersionUpgrade: false }, then: { "aws-rds-auto-minor-version-upgrade": "fail" } },
    { resource: INSTANCE, set: { caCertIdentifier: "rds-ca-2019" }, then: { "aws-rds-ca-certificate-current": "fail" } },
    { resource: INSTANCE, set: { monitoringInterval: 0 }, then: { "aws-rds-enhanced-monitoring": "fail" } },
    { resource: OTHER_INSTANCE, removed: true, then: { "aws-database-multi-az": "fail" } },
    { resource: PARAMETERS, set: { "parameters[0].value": "0" }, then: { "aws-database-parameter-group-forces-tls": "fail" } },
    {
        resource: PARAMETERS,
        set: { parameters: UNKNOWN },
        then: { "aws-database-audit-parameters": "undetermined", "aws-database-parameter-group-forces-tls": "undetermined" },
    },

    { resource: SESSIONS, set: { transitEncryptionEnabled: false }, then: { "aws-cache-encrypted-at-rest-and-in-transit": "fail" } },
    { resource: SESSIONS, set: { transitEncryptionMode: "preferred" }, then: { "aws-cache-encrypted-at-rest-and-in-transit": "fail" } },
    { resource: SESSIONS, set: { atRestEncryptionEnabled: UNKNOWN }, then: { "aws-cache-encrypted-at-rest-and-in-transit": "undetermined" } },
    { resource: SESSIONS, set: { engine: "redis", engineVersion: "5.0.6" }, then: { "aws-cache-and-document-engine-in-support": "advice" } },
    { resource: SESSIONS, set: { snapshotRetentionLimit: 0 }, then: { "aws-cache-snapshots-retained": "fail" } },
    { resource: SESSIONS, set: { snapshotRetentionLimit: UNKNOWN }, then: { "aws-cache-snapshots-retained": "undetermined" } },
    { resource: SESSIONS, set: { userGroupIds: undefined }, then: { "aws-cache-user-authentication": "fail" } },
    { resource: SESSIONS, set: { automaticFailoverEnabled: false }, then: { "aws-database-multi-az": "fail" } },
    { resource: SESSIONS, set: { autoMinorVersionUpgrade: false }, then: { "aws-database-auto-minor-version-upgrade": "fail" } },
    { resource: SESSIONS, set: { kmsKeyId: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: NOBODY, set: { noPasswordRequired: true }, then: {} },
    {
        resource: NOBODY,
        set: { noPasswordRequired: true, accessString: "on ~* +@all" },
        then: { "aws-cache-user-authentication": "fail" },
    },
    { resource: CACHE_USER, set: { "authenticationMode.type": "no-password-required" }, then: { "aws-cache-user-authentication": "fail" } },
    { resource: CACHE_USER, set: { "authenticationMode.type": UNKNOWN }, then: { "aws-cache-user-authentication": "undetermined" } },

    { resource: s3("Bucket"), set: { forceDestroy: true }, then: { "aws-storage-force-destroy-off": "fail" } },
    { resource: s3("Bucket"), set: { region: "us-east-1" }, then: { "aws-data-resides-in-approved-region": "fail" } },
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
    { resource: s3("BucketNotification"), set: { eventbridge: false }, then: { "aws-s3-event-notifications": "fail" } },
];

const access: readonly Mutation[] = [
    { resource: KEY, set: { enableKeyRotation: false }, then: { "aws-kms-key-rotation-enabled": "fail" } },
    { resource: KEY, set: { enableKeyRotation: UNKNOWN }, then: { "aws-kms-key-rotation-enabled": "undetermined" } },
    { resource: KEY, set: { deletionWindowInDays: 7 }, then: { "aws-kms-key-deletion-guarded": "fail" } },
    { resource: KEY, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    { resource: KEY, set: { policy: toOwnerAndStranger }, then: { "aws-resource-policy-cross-account-restricted": "fail" } },
    { resource: KEY, set: { policy: toService("sns.amazonaws.com") }, then: { "aws-service-principal-confused-deputy": "fail" } },
    {
        resource: ROLE,
        set: { assumeRolePolicy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" }) },
        then: { "aws-iam-role-trust-no-wildcard-or-foreign": "fail" },
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

    { resource: SUBNET, set: { mapPublicIpOnLaunch: true }, then: { "aws-subnet-no-auto-public-ip": "fail" } },
    { resource: FLOW_LOG, removed: true, then: { "aws-vpc-flow-logs-enabled": "fail" } },
    { resource: FLOW_LOG, set: { trafficType: UNKNOWN }, then: { "aws-vpc-flow-logs-enabled": "undetermined" } },
    { resource: VPC, set: { "tags.exposure": undefined }, then: { "aws-internet-gateway-authorised-vpcs": "fail" } },
    { resource: of("ec2", "InternetGateway", "internet"), removed: true, then: {} },
    // What stands in a private subnet goes out through a NAT gateway, and nothing comes in.
    {
        resource: ROUTE,
        set: { natGatewayId: undefined, gatewayId: "igw-0123456789abcdef0" },
        then: { "aws-route-to-internet-only-from-public-subnets": "fail" },
    },
    {
        resource: of("ec2", "Subnet", "public-a"),
        set: { "tags.exposure": undefined },
        then: { "aws-route-to-internet-only-from-public-subnets": "fail" },
    },
    { resource: of("ec2", "RouteTableAssociation", "private-a"), removed: true, then: {} },
    { resource: of("ec2", "RouteTable", "public"), set: { routes: UNKNOWN }, then: {} },
    { resource: of("ec2", "NatGateway", "nat-a"), set: { connectivityType: "private" }, then: {} },
    { resource: of("ec2", "Eip", "nat-a"), set: { domain: UNKNOWN }, then: {} },
    {
        resource: INGRESS,
        set: { cidrIpv4: "0.0.0.0/0", prefixListId: undefined, fromPort: 22, toPort: 22 },
        then: { "aws-security-group-no-open-admin-ports": "fail" },
    },
    {
        resource: INGRESS,
        set: { cidrIpv4: "0.0.0.0/0", prefixListId: undefined, fromPort: 9098, toPort: 9098 },
        then: { "aws-security-group-open-only-to-authorised-ports": "fail" },
    },
    {
        resource: of("ec2", "SecurityGroup", "database"),
        set: { ingress: UNKNOWN },
        then: {
            "aws-security-group-no-open-admin-ports": "undetermined",
            "aws-security-group-open-only-to-authorised-ports": "undetermined",
        },
    },
    { resource: ACL, set: { "ingress[1].fromPort": 22 }, then: { "aws-network-acl-restrictive-and-used": "fail" } },
    { resource: ACL, set: { "ingress[1].fromPort": UNKNOWN }, then: { "aws-network-acl-restrictive-and-used": "undetermined" } },
    { resource: "closed", removed: true, then: { "aws-default-vpc-and-security-group-closed": "fail" } },
];

const operations: readonly Mutation[] = [
    { resource: LOGS, set: { retentionInDays: 30 }, then: { "aws-log-group-retention": "fail" } },
    { resource: LOGS, set: { retentionInDays: UNKNOWN }, then: { "aws-log-group-retention": "undetermined" } },
    { resource: LOGS, set: { kmsKeyId: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: ALARM, set: { alarmActions: undefined }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: UNKNOWN }, then: { "aws-cloudwatch-alarm-actions": "undetermined" } },
    { resource: of("sns", "TopicSubscription", "edge-alerts"), removed: true, then: { "aws-alert-topic-has-subscribers": "fail" } },
    { resource: of("cloudwatch", "EventTarget", "alerts-key-tampering"), removed: true, then: {} },
    { resource: TOPIC, set: { kmsMasterKeyId: undefined }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: TOPIC_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
    {
        resource: QUEUE,
        set: { sqsManagedSseEnabled: false },
        then: { "aws-messaging-encrypted-at-rest": "fail" },
    },
    { resource: QUEUE_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
];

export const mutations: readonly Mutation[] = [...edge, ...balancer, ...service, ...signIn, ...stores, ...access, ...operations];
