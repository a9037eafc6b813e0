import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accessLogBucket, bucket } from "./buckets";
import { copies, critical, database, foreignAccountId, home, kept, name, retentionDays, tags } from "./config";
import { denyPlainText, document, trust } from "./documents";
import { alias, key } from "./keys";
import { admitClients, logGroup, subnets } from "./network";

// The critical data. Each store also has the native protection that its service offers: a lock, versions, recovery to a point in time.
const { account, region } = home;
// Copies of Aurora keep their source's key until the other account has encrypted them anew, so it must be let in.
const copying = {
    Sid: "CopiesIntoTheOtherAccount",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${String(foreignAccountId)}:root` },
    Resource: "*",
} as const;
const dataKey = key(
    "data",
    "Critical data",
    home,
    foreignAccountId === undefined
        ? []
        : [
              { ...copying, Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*", "kms:ReEncrypt*"] },
              {
                  ...copying,
                  Sid: "GrantsInTheOtherAccount",
                  Action: "kms:CreateGrant",
                  Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
              },
          ],
);

// Documents: an S3 bucket that nobody can empty, with a replica in the second region or account that deletions do not reach.
const replicationRoleName = `${name}-replication`;
const replicationRole = new aws.iam.Role("replication", { name: replicationRoleName, assumeRolePolicy: trust("s3.amazonaws.com"), tags });
const replicationRoleArn = pulumi.interpolate`arn:aws:iam::${account}:role/${replicationRoleName}`;

const recordsName = pulumi.interpolate`${name}-records-${account}-${region}`;
const recordsArn = pulumi.interpolate`arn:aws:s3:::${recordsName}`;
const replicaName = pulumi.interpolate`${name}-records-${copies.account}-${copies.region}`;
const replicaArn = pulumi.interpolate`arn:aws:s3:::${replicaName}`;

export const accessLogs = accessLogBucket("access-logs", { name: pulumi.interpolate`${name}-logs-${account}-${region}`, tags }, home);
const records = bucket("records", { name: recordsName, tags: critical, key: dataKey, lockDays: retentionDays.daily, accessLogs }, home);

const replicaKey = key(
    "replica",
    "Replica of the critical data",
    copies,
    [
        {
            Sid: "Replication",
            Effect: "Allow",
            Principal: { AWS: replicationRoleArn },
            Action: ["kms:Encrypt", "kms:GenerateDataKey"],
            Resource: "*",
        },
    ],
    [replicationRole],
);
const replica = bucket(
    "replica",
    {
        name: replicaName,
        tags: { ...tags, backup: "replica" },
        key: replicaKey,
        lockDays: retentionDays.daily,
        accessLogs: accessLogBucket(
            "replica-access-logs",
            { name: pulumi.interpolate`${name}-logs-${copies.account}-${copies.region}`, tags },
            copies,
        ),
        statements: [
            {
                Sid: "ReplicateObjects",
                Effect: "Allow",
                Principal: { AWS: replicationRoleArn },
                Action: ["s3:ReplicateObject", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"],
                Resource: pulumi.interpolate`${replicaArn}/*`,
            },
            {
                Sid: "ReadVersioning",
                Effect: "Allow",
                Principal: { AWS: replicationRoleArn },
                Action: ["s3:GetBucketVersioning", "s3:ListBucket"],
                Resource: replicaArn,
            },
        ],
        dependsOn: [replicationRole],
    },
    copies,
);
// The keys have ids that AWS makes up, so they are named by their aliases.
new aws.iam.RolePolicy("replication", {
    name: "replicate",
    role: replicationRole.name,
    policy: document([
        { Sid: "ReadBucket", Effect: "Allow", Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource: recordsArn },
        {
            Sid: "ReadVersions",
            Effect: "Allow",
            Action: [
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionTagging",
                "s3:GetObjectRetention",
                "s3:GetObjectLegalHold",
            ],
            Resource: pulumi.interpolate`${recordsArn}/*`,
        },
        {
            Sid: "WriteReplica",
            Effect: "Allow",
            Action: ["s3:ReplicateObject", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"],
            Resource: pulumi.interpolate`${replicaArn}/*`,
        },
        {
            Sid: "DecryptRecords",
            Effect: "Allow",
            Action: "kms:Decrypt",
            Resource: pulumi.interpolate`arn:aws:kms:${region}:${account}:key/*`,
            Condition: {
                StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
                "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias("data") },
            },
        },
        {
            Sid: "EncryptReplica",
            Effect: "Allow",
            Action: ["kms:Encrypt", "kms:GenerateDataKey"],
            Resource: pulumi.interpolate`arn:aws:kms:${copies.region}:${copies.account}:key/*`,
            Condition: {
                StringEquals: { "kms:ViaService": `s3.${copies.region}.amazonaws.com` },
                "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias("replica") },
            },
        },
    ]),
});
new aws.s3.BucketReplicationConfig(
    "records",
    {
        bucket: records.bucket.id,
        role: replicationRole.arn,
        rules: [
            {
                id: "everything",
                status: "Enabled",
                priority: 1,
                filter: { prefix: "" },
                deleteMarkerReplication: { status: "Disabled" },
                sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
                destination: {
                    bucket: replica.bucket.arn,
                    storageClass: "STANDARD_IA",
                    encryptionConfiguration: { replicaKmsKeyId: replicaKey.arn },
                },
            },
        ],
    },
    { dependsOn: [records.versioning, replica.versioning] },
);

// Sessions and indexes: a DynamoDB table.
new aws.dynamodb.Table(
    "index",
    {
        name: `${name}-index`,
        attributes: [{ name: "id", type: "S" }],
        hashKey: "id",
        billingMode: "PAY_PER_REQUEST",
        deletionProtectionEnabled: true,
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        serverSideEncryption: { enabled: true, kmsKeyArn: dataKey.arn },
        tags: critical,
    },
    kept(home),
);

// Files: an EFS file system that only identities of this account can mount, over TLS.
const files = new aws.efs.FileSystem(
    "files",
    { creationToken: `${name}-files`, encrypted: true, kmsKeyId: dataKey.arn, tags: { ...critical, Name: `${name}-files` } },
    kept(home),
);
new aws.efs.BackupPolicy("files", { fileSystemId: files.id, backupPolicy: { status: "ENABLED" } });
new aws.efs.FileSystemPolicy("files", {
    fileSystemId: files.id,
    policy: document([
        denyPlainText("*"),
        {
            Sid: "OwnIdentitiesThroughMountTargets",
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
            Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
            Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        },
    ]),
});
const nfs = admitClients("files", 2049, "NFS over TLS between the clients and the file system");
subnets.forEach((subnet, index) => {
    new aws.efs.MountTarget(`files-${String(index + 1)}`, { fileSystemId: files.id, subnetId: subnet.id, securityGroups: [nfs.id] });
});

// Records: an Aurora PostgreSQL cluster with a writer and a reader in different zones.
const clusterId = `${name}-records`;
export const databaseClusterArn = pulumi.interpolate`arn:aws:rds:${region}:${account}:cluster:${clusterId}`;
export const databaseSubnets = new aws.rds.SubnetGroup("records", {
    name: `${name}-records`,
    description: "Private subnets of the database",
    subnetIds: subnets.map(subnet => subnet.id),
    tags,
});
const family = `aurora-postgresql${database.version.replace(/\..*/, "")}`;
const parameters = new aws.rds.ClusterParameterGroup("records", {
    name: `${name}-${family}`,
    family,
    description: "TLS only, sessions and statements audited",
    parameters: [
        { name: "rds.force_ssl", value: "1" },
        { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit", applyMethod: "pending-reboot" },
        { name: "pgaudit.log", value: "ddl,role,write" },
        { name: "log_statement", value: "ddl" },
        { name: "log_connections", value: "1" },
        { name: "log_disconnections", value: "1" },
    ],
    tags,
});
const monitoringRole = new aws.iam.Role("monitoring", {
    name: `${name}-database-monitoring`,
    assumeRolePolicy: trust("monitoring.rds.amazonaws.com"),
    tags,
});
const monitoring = new aws.iam.RolePolicyAttachment("monitoring", {
    role: monitoringRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
});
const databaseLogs = logGroup("database", `/aws/rds/cluster/${clusterId}/postgresql`);
const cluster = new aws.rds.Cluster(
    "records",
    {
        clusterIdentifier: clusterId,
        engine: "aurora-postgresql",
        engineVersion: database.version,
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        databaseName: "records",
        masterUsername: "records_owner",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: dataKey.arn,
        iamDatabaseAuthenticationEnabled: true,
        storageEncrypted: true,
        kmsKeyId: dataKey.arn,
        dbSubnetGroupName: databaseSubnets.name,
        vpcSecurityGroupIds: [admitClients("database", 5432, "PostgreSQL over TLS between the clients and the database").id],
        dbClusterParameterGroupName: parameters.name,
        enabledCloudwatchLogsExports: ["postgresql"],
        // AWS Backup's continuous backup takes over the cluster's own backups, with the same retention.
        backupRetentionPeriod: retentionDays.daily,
        deleteAutomatedBackups: false,
        copyTagsToSnapshot: true,
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${clusterId}-final`,
        // Selected by its ARN. The tag 'backup: critical' would call for a global database; here the copies serve a loss of the region.
        tags,
    },
    { ...kept(home), dependsOn: databaseLogs },
);
["writer", "reader"].forEach((role, index) => {
    new aws.rds.ClusterInstance(
        role,
        {
            identifier: `${clusterId}-${role}`,
            clusterIdentifier: cluster.id,
            engine: "aurora-postgresql",
            instanceClass: database.instanceClass,
            availabilityZone: subnets[index]?.availabilityZone,
            promotionTier: index,
            publiclyAccessible: false,
            autoMinorVersionUpgrade: true,
            caCertIdentifier: "rds-ca-rsa2048-g1",
            copyTagsToSnapshot: true,
            monitoringInterval: 60,
            monitoringRoleArn: monitoringRole.arn,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: dataKey.arn,
            tags,
        },
        { dependsOn: monitoring },
    );
});
