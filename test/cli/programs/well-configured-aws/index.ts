import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/*
 * Ordinary resources configured well, in the ways people really do it: inline and sibling forms, keys by alias, ARN, id and reference, security
 * groups with rules inside and beside, buckets of both classes, documents by data source, text and object.
 */
const account = "111122223333";
const tags = { service: "records", environment: "live", owner: "platform", "data-classification": "confidential" };

const key = new aws.kms.Key("records", { description: "Records", enableKeyRotation: true, deletionWindowInDays: 30, tags });
new aws.kms.Alias("records", { name: "alias/records", targetKeyId: key.keyId });

// A bucket with everything beside it, its policy as text.
const logs = new aws.s3.Bucket("logs", { bucket: "supplier-records-logs", tags: { ...tags, "data-classification": "internal", purpose: "logs" } });
const records = new aws.s3.Bucket("records", { bucket: "supplier-records", objectLockEnabled: true, tags });
const archive = new aws.s3.BucketV2("archive", { bucket: "supplier-archive", tags });
for (const [name, bucket, literal] of [
    ["logs", logs, "supplier-records-logs"],
    ["records", records, "supplier-records"],
    ["archive", archive, "supplier-archive"],
] as const) {
    new aws.s3.BucketPublicAccessBlock(name, {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    });
    new aws.s3.BucketOwnershipControls(name, { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
    new aws.s3.BucketVersioning(name, { bucket: literal, versioningConfiguration: { status: "Enabled" } });
    new aws.s3.BucketServerSideEncryptionConfiguration(name, {
        bucket: bucket.bucket,
        rules: [
            {
                applyServerSideEncryptionByDefault:
                    name === "logs"
                        ? { sseAlgorithm: "AES256" }
                        : { sseAlgorithm: "aws:kms", kmsMasterKeyId: name === "records" ? key.arn : "alias/records" },
                bucketKeyEnabled: true,
            },
        ],
    });
    if (name !== "logs") {
        new aws.s3.BucketLogging(name, { bucket: bucket.id, targetBucket: logs.bucket, targetPrefix: `${name}/` });
        new aws.s3.BucketNotification(name, { bucket: bucket.id, eventbridge: true });
    }
    const statement = {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [`arn:aws:s3:::${literal}`, `arn:aws:s3:::${literal}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    } as const;
    const document = { Version: "2012-10-17" as const, Statement: [statement] };
    new aws.s3.BucketPolicy(name, { bucket: bucket.id, policy: name === "archive" ? document : JSON.stringify(document) });
}
new aws.s3.BucketObjectLockConfiguration("records", { bucket: records.id, rule: { defaultRetention: { mode: "COMPLIANCE", days: 35 } } });
new aws.s3.BucketLifecycleConfiguration("records", {
    bucket: records.id,
    rules: [{ id: "old-versions", status: "Enabled", filter: { prefix: "" }, noncurrentVersionExpiration: { noncurrentDays: 180 } }],
});

// Security groups: rules inside, rules beside, and the newer kind of rule.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true, tags });
const subnets = ["a", "b"].map(
    (zone, i) =>
        new aws.ec2.Subnet(zone, {
            vpcId: vpc.id,
            cidrBlock: `10.20.${String(i)}.0/24`,
            availabilityZone: `eu-west-2${zone}`,
            mapPublicIpOnLaunch: false,
            tags,
        }),
);
new aws.ec2.DefaultSecurityGroup("main", { vpcId: vpc.id, tags });
const flows = new aws.cloudwatch.LogGroup("flows", {
    name: "/records/flows",
    retentionInDays: 400,
    kmsKeyId: key.arn,
    deletionProtectionEnabled: true,
    tags,
});
const flowRole = new aws.iam.Role("flows", {
    name: "records-flows",
    assumeRolePolicy: aws.iam
        .getPolicyDocument({
            statements: [
                {
                    actions: ["sts:AssumeRole"],
                    principals: [{ type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] }],
                    conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
                },
            ],
        })
        .then(document => document.json),
    tags,
});
new aws.ec2.FlowLog("main", {
    vpcId: vpc.id,
    trafficType: "ALL",
    maxAggregationInterval: 60,
    logDestination: flows.arn,
    logDestinationType: "cloud-watch-logs",
    iamRoleArn: flowRole.arn,
    tags,
});
const inside = new aws.ec2.SecurityGroup("inside", {
    name: "records-inside",
    description: "Clients within the network",
    vpcId: vpc.id,
    ingress: [{ description: "HTTPS within", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.20.0.0/16"] }],
    tags,
});
const beside = new aws.ec2.SecurityGroup("beside", { name: "records-beside", description: "The database", vpcId: vpc.id, tags });
new aws.ec2.SecurityGroupRule("beside", {
    type: "ingress",
    description: "PostgreSQL from the service",
    securityGroupId: beside.id,
    sourceSecurityGroupId: inside.id,
    protocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
});
new aws.vpc.SecurityGroupIngressRule("newer", {
    securityGroupId: beside.id,
    description: "PostgreSQL from operations",
    cidrIpv4: "10.20.1.0/24",
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    tags,
});

// A database with its parameter group beside it.
const parameters = new aws.rds.ParameterGroup("records", {
    name: "records-postgres17",
    family: "postgres17",
    parameters: [
        { name: "rds.force_ssl", value: "1" },
        { name: "log_connections", value: "1" },
        { name: "log_statement", value: "ddl" },
        { name: "pgaudit.log", value: "ddl,role,write" },
        { name: "shared_preload_libraries", value: "pgaudit,pg_stat_statements", applyMethod: "pending-reboot" },
    ],
    tags,
});
const monitoring = new aws.iam.Role("monitoring", {
    name: "records-monitoring",
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "monitoring.rds.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
        ],
    }),
    tags,
});
const group = new aws.rds.SubnetGroup("records", { name: "records", subnetIds: subnets.map(subnet => subnet.id), tags });
new aws.rds.Instance("records", {
    identifier: "records",
    engine: "postgres",
    engineVersion: "17.6",
    engineLifecycleSupport: "open-source-rds-extended-support-disabled",
    instanceClass: "db.m7g.large",
    allocatedStorage: 100,
    storageEncrypted: true,
    kmsKeyId: key.arn,
    multiAz: true,
    publiclyAccessible: false,
    dbSubnetGroupName: group.name,
    vpcSecurityGroupIds: [beside.id],
    parameterGroupName: parameters.name,
    username: "administrator",
    manageMasterUserPassword: true,
    iamDatabaseAuthenticationEnabled: true,
    backupRetentionPeriod: 35,
    deletionProtection: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: "records-final",
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    autoMinorVersionUpgrade: true,
    enabledCloudwatchLogsExports: ["postgresql", "upgrade", "iam-db-auth-error"],
    monitoringInterval: 60,
    monitoringRoleArn: monitoring.arn,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key.arn,
    caCertIdentifier: "rds-ca-rsa2048-g1",
    tags: { ...tags, backup: "central" },
});

// Serverless: a queue and a table, a function that reads them, a role whose permissions are built from outputs.
const deadLetters = new aws.sqs.Queue("dead-letters", {
    name: "records-dead-letters",
    kmsMasterKeyId: "alias/records",
    messageRetentionSeconds: 1209600,
    tags,
});
const queue = new aws.sqs.Queue("results", {
    name: "records-results",
    kmsMasterKeyId: key.id,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 5 }),
    tags,
});
for (const [name, each] of [
    ["results", queue],
    ["dead-letters", deadLetters],
] as const) {
    new aws.sqs.QueuePolicy(name, {
        queueUrl: each.url,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Deny",
                    Principal: "*",
                    Action: "sqs:*",
                    Resource: `arn:aws:sqs:eu-west-2:${account}:records-${name}`,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        }),
    });
}
const table = new aws.dynamodb.Table("sessions", {
    name: "records-sessions",
    attributes: [{ name: "id", type: "S" }],
    hashKey: "id",
    billingMode: "PAY_PER_REQUEST",
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
    deletionProtectionEnabled: true,
    tags: { ...tags, backup: "central" },
});
const functionRole = new aws.iam.Role("function", {
    name: "records-function",
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    tags,
});
new aws.iam.RolePolicy("function", {
    name: "records",
    role: functionRole.name,
    policy: aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["dynamodb:GetItem", "dynamodb:PutItem"], resources: [table.arn] }] }).json,
});
const functionLogs = new aws.cloudwatch.LogGroup("function", { name: "/aws/lambda/records", retentionInDays: 400, kmsKeyId: key.arn, tags });
new aws.lambda.Function("records", {
    name: "records",
    runtime: "nodejs24.x",
    handler: "index.handler",
    role: functionRole.arn,
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => undefined;") }),
    environment: { variables: { TABLE: table.name, QUEUE_URL: queue.url } },
    kmsKeyArn: key.arn,
    tracingConfig: { mode: "Active" },
    deadLetterConfig: { targetArn: deadLetters.arn },
    reservedConcurrentExecutions: 50,
    loggingConfig: { logFormat: "JSON", logGroup: functionLogs.name },
    vpcConfig: { subnetIds: subnets.map(subnet => subnet.id), securityGroupIds: [inside.id] },
    tags,
});

// A repository, a secret, and alarms that reach people.
new aws.ecr.Repository("service", {
    name: "records/service",
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
    tags,
});
const topic = new aws.sns.Topic("alarms", { name: "records-alarms", kmsMasterKeyId: key.id, tags });
new aws.sns.TopicPolicy("alarms", {
    arn: topic.arn,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Deny",
                Principal: "*",
                Action: "sns:Publish",
                Resource: `arn:aws:sns:eu-west-2:${account}:records-alarms`,
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            {
                Effect: "Allow",
                Principal: { Service: "cloudwatch.amazonaws.com" },
                Action: "sns:Publish",
                Resource: `arn:aws:sns:eu-west-2:${account}:records-alarms`,
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
        ],
    }),
});
new aws.sns.TopicSubscription("on-call", { topic: topic.arn, protocol: "email", endpoint: "on-call@supplier.example" });
new aws.cloudwatch.MetricAlarm("errors", {
    name: "records-errors",
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: "records" },
    statistic: "Sum",
    period: 60,
    evaluationPeriods: 5,
    threshold: 5,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [topic.arn],
    tags,
});
