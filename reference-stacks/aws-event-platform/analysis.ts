import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { bucket } from "./buckets";
import { arn, createAccountSettings, home, name, notBackedUp, tags } from "./config";
import { key } from "./keys";
import { logGroup, logKeyArn } from "./logs";
import { group, subnets } from "./network";
import { ofThisAccount, role, useKey } from "./roles";
import { accessLogs, archiveName, dataKey } from "./stores";

// Questions to the archive in SQL. The catalogue says what lies in it, and is brought up to date every night.
const { account, region } = home;
const resultsName = pulumi.interpolate`${name}-results-${account}-${region}`;
const results = bucket("results", { name: resultsName, tags: notBackedUp, key: dataKey, accessLogs, expireDays: 30 }, home).bucket;
new aws.athena.Workgroup("analysts", {
    name: `${name}-analysts`,
    description: "Questions to the archive of events",
    configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 100 * 1024 ** 3,
        engineVersion: { selectedEngineVersion: "AUTO" },
        resultConfiguration: {
            outputLocation: pulumi.interpolate`s3://${results.bucket}/`,
            expectedBucketOwner: account,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: dataKey.arn },
        },
    },
    tags,
});

// How the catalogue itself is encrypted is a setting of the account, one in a region.
if (createAccountSettings) {
    const catalogueKey = key("catalogue", "Catalogue of data", home);
    new aws.glue.DataCatalogEncryptionSettings("catalogue", {
        dataCatalogEncryptionSettings: {
            encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: catalogueKey.arn },
            connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: catalogueKey.arn },
        },
    });
}
const databaseName = name.replace(/[^a-z0-9]/g, "_");
const database = new aws.glue.CatalogDatabase("events", { name: databaseName, description: "Archive of events", tags });
const security = new aws.glue.SecurityConfiguration("events", {
    name: `${name}-events`,
    encryptionConfiguration: {
        s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: dataKey.arn },
        cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: logKeyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: dataKey.arn },
    },
});
const crawler = role(
    "crawler",
    "glue.amazonaws.com",
    [
        {
            Sid: "ReadArchive",
            Effect: "Allow",
            Action: ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            Resource: [pulumi.interpolate`arn:aws:s3:::${archiveName}`, pulumi.interpolate`arn:aws:s3:::${archiveName}/events/*`],
        },
        {
            Sid: "WriteCatalogue",
            Effect: "Allow",
            Action: [
                "glue:BatchCreatePartition",
                "glue:BatchGetPartition",
                "glue:CreateTable",
                "glue:GetDatabase",
                "glue:GetPartitions",
                "glue:GetTable",
                "glue:GetTables",
                "glue:UpdatePartition",
                "glue:UpdateTable",
            ],
            Resource: [arn("glue", "catalog"), arn("glue", `database/${databaseName}`), arn("glue", `table/${databaseName}/*`)],
        },
        { Sid: "ReadSecurity", Effect: "Allow", Action: "glue:GetSecurityConfiguration", Resource: "*" },
        {
            Sid: "Log",
            Effect: "Allow",
            Action: ["logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: arn("logs", "log-group:/aws-glue/*"),
        },
        useKey("data", ["s3"], ["kms:Decrypt", "kms:GenerateDataKey"]),
        useKey("catalogue", ["glue"], ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]),
    ],
    ofThisAccount,
);
new aws.glue.Crawler(
    "events",
    {
        name: `${name}-events`,
        databaseName: database.name,
        role: crawler.role.arn,
        schedule: "cron(0 2 * * ? *)",
        s3Targets: [{ path: pulumi.interpolate`s3://${archiveName}/events/` }],
        recrawlPolicy: { recrawlBehavior: "CRAWL_NEW_FOLDERS_ONLY" },
        schemaChangePolicy: { deleteBehavior: "LOG", updateBehavior: "LOG" },
        securityConfiguration: security.name,
        tags,
    },
    { dependsOn: crawler.policy },
);

const notebookLogName = "/aws/sagemaker/NotebookInstances";
const notebookLogs = createAccountSettings ? [logGroup("notebooks", notebookLogName)] : [];
// Where analysts work: a notebook without a way to the internet, on which nobody is root.
const analyst = role(
    "analysts",
    "sagemaker.amazonaws.com",
    [
        {
            Sid: "Ask",
            Effect: "Allow",
            Action: ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:StartQueryExecution", "athena:StopQueryExecution"],
            Resource: arn("athena", `workgroup/${name}-analysts`),
        },
        {
            Sid: "ReadCatalogue",
            Effect: "Allow",
            Action: ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
            Resource: [arn("glue", "catalog"), arn("glue", `database/${databaseName}`), arn("glue", `table/${databaseName}/*`)],
        },
        {
            Sid: "ReadArchive",
            Effect: "Allow",
            Action: ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            Resource: [pulumi.interpolate`arn:aws:s3:::${archiveName}`, pulumi.interpolate`arn:aws:s3:::${archiveName}/events/*`],
        },
        {
            Sid: "KeepResults",
            Effect: "Allow",
            Action: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:PutObject"],
            Resource: [pulumi.interpolate`arn:aws:s3:::${resultsName}`, pulumi.interpolate`arn:aws:s3:::${resultsName}/*`],
        },
        {
            Sid: "Log",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: arn("logs", `log-group:${notebookLogName}:*`),
        },
        {
            // SageMaker puts the notebook into the network in this role. These know no resource that exists beforehand.
            Sid: "StandInTheNetwork",
            Effect: "Allow",
            Action: [
                "ec2:CreateNetworkInterface",
                "ec2:CreateNetworkInterfacePermission",
                "ec2:DeleteNetworkInterface",
                "ec2:DeleteNetworkInterfacePermission",
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            Resource: "*",
        },
        useKey("data", ["s3"]),
        useKey("catalogue", ["glue"], ["kms:Decrypt"]),
    ],
    ofThisAccount,
);
new aws.sagemaker.NotebookInstance(
    "analysts",
    {
        name: `${name}-analysts`,
        instanceType: "ml.t3.medium",
        platformIdentifier: "notebook-al2023-v1",
        roleArn: analyst.role.arn,
        subnetId: subnets[0]?.id,
        securityGroups: [group("analysts")],
        directInternetAccess: "Disabled",
        rootAccess: "Disabled",
        instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
        kmsKeyId: dataKey.arn,
        volumeSize: 20,
        tags,
    },
    { dependsOn: [analyst.policy, ...notebookLogs] },
);
