import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string, more: object = {}): object => ({ Effect: "Allow", Action: action, Resource: "*", ...more });
const toEveryone = document(allow("*", { Principal: "*" }));
const toService = (service: string): string => document(allow("*", { Principal: { Service: service } }));

const OPEN_SSH = [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }];
const TO_THE_INTERNET = { cidrBlock: "0.0.0.0/0", gatewayId: "igw-0123456789abcdef0" };
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

const VAULT = "aws:backup/vault:Vault::vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration::vault";
const COPY_LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration::copy-vault";
const VAULT_POLICY = "aws:backup/vaultPolicy:VaultPolicy::vault";
const CRITICAL = "aws:backup/selection:Selection::critical";
const RESTORE_S3 = "aws:backup/restoreTestingSelection:RestoreTestingSelection::restore-s3";
const REPORTS = ["backup-job-report", "control-compliance-report"];
const s3 = (type: string, name = "records"): string => `aws:s3/${type[0]?.toLowerCase() ?? ""}${type.slice(1)}:${type}::${name}`;
const TABLE = "aws:dynamodb/table:Table::index";
const FILES = "aws:efs/fileSystem:FileSystem::files";
const CLUSTER = "aws:rds/cluster:Cluster::records";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup::records";
const KEY = "aws:kms/key:Key::data";
const ROLE = "aws:iam/role:Role::backup";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy::flow";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment::backup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::files";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog::network";
const SUBNET = "aws:ec2/subnet:Subnet::private-a";
const ROUTES = "aws:ec2/routeTable:RouteTable::private";
const ROUTES_OF_SUBNET = "aws:ec2/routeTableAssociation:RouteTableAssociation::private-a";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription::alerts";
const JOBS_RULE = "aws:cloudwatch/eventRule:EventRule::alerts-backup-jobs";
const COPY_JOBS_RULE = "aws:cloudwatch/eventRule:EventRule::copy-alerts-backup-jobs";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy::alerts";
const LOGS = "aws:cloudwatch/logGroup:LogGroup::flow";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm::alerts-undelivered";
const QUEUE = "aws:sqs/queue:Queue::alerts-undelivered";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy::alerts-undelivered";

const backups: readonly Mutation[] = [
    { resource: VAULT, set: { kmsKeyArn: undefined }, then: { "aws-backup-vault-encrypted": "fail" } },
    { resource: VAULT, set: { forceDestroy: true }, then: { "aws-storage-force-destroy-off": "fail" } },
    { resource: VAULT, set: { forceDestroy: UNKNOWN }, then: { "aws-storage-force-destroy-off": "undetermined" } },

    { resource: LOCK, removed: true, then: { "aws-backup-vault-lock-compliance-mode": "fail" } },
    { resource: LOCK, set: { changeableForDays: undefined }, then: { "aws-backup-vault-lock-compliance-mode": "fail" } },
    { resource: LOCK, set: { changeableForDays: 60 }, then: { "aws-backup-vault-lock-compliance-mode": "fail" } },
    { resource: LOCK, set: { changeableForDays: UNKNOWN }, then: { "aws-backup-vault-lock-compliance-mode": "undetermined" } },
    { resource: LOCK, set: { minRetentionDays: undefined }, then: { "aws-backup-vault-lock-min-retention": "fail" } },
    { resource: LOCK, set: { minRetentionDays: 7 }, then: { "aws-backup-vault-lock-min-retention": "fail" } },
    { resource: LOCK, set: { minRetentionDays: UNKNOWN }, then: { "aws-backup-vault-lock-min-retention": "undetermined" } },
    { resource: LOCK, set: { maxRetentionDays: 20 }, then: { "aws-backup-vault-lock-min-retention": "fail" } },
    { resource: LOCK, set: { backupVaultName: "another" }, then: { "aws-backup-vault-lock-compliance-mode": "fail" } },
    { resource: COPY_LOCK, set: { changeableForDays: undefined }, then: { "aws-backup-vault-lock-compliance-mode": "fail" } },

    { resource: "air-gapped-vault", set: { minRetentionDays: 7 }, then: { "aws-backup-vault-lock-min-retention": "fail" } },
    { resource: "air-gapped-vault", set: { minRetentionDays: UNKNOWN }, then: { "aws-backup-vault-lock-min-retention": "undetermined" } },
    // The plan still names it: it may stand in another stack.
    { resource: "air-gapped-vault", removed: true, then: { "aws-backup-air-gapped-vault-used": "undetermined" } },

    // The lock protects the vault, whatever its policy says.
    { resource: VAULT_POLICY, removed: true, then: {} },
    {
        resource: VAULT_POLICY,
        removed: true,
        and: [{ resource: LOCK, set: { changeableForDays: undefined } }],
        then: { "aws-backup-vault-policy-denies-deletion": "fail", "aws-backup-vault-lock-compliance-mode": "fail" },
    },
    { resource: VAULT_POLICY, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    { resource: VAULT_POLICY, set: { policy: UNKNOWN }, then: { "aws-resource-policy-no-public-principal": "undetermined" } },

    { resource: "settings", set: { "resourceTypeOptInPreference.S3": false }, then: { "aws-backup-region-settings-opted-in": "fail" } },
    { resource: "settings", set: { "resourceTypeOptInPreference.S3": undefined }, then: { "aws-backup-region-settings-opted-in": "fail" } },
    { resource: "settings", set: { "resourceTypeOptInPreference.S3": UNKNOWN }, then: { "aws-backup-region-settings-opted-in": "undetermined" } },

    { resource: "plan", set: { "rules[1].lifecycle.deleteAfter": 3 }, then: { "aws-backup-plan-rule-retention": "fail" } },
    { resource: "plan", set: { "rules[1].lifecycle.deleteAfter": UNKNOWN }, then: { "aws-backup-plan-rule-retention": "undetermined" } },
    { resource: "plan", set: { "rules[1].lifecycle": undefined }, then: {} },
    { resource: "plan", set: { "rules[1].copyActions[0].lifecycle.deleteAfter": 5 }, then: { "aws-backup-plan-copies-offsite": "fail" } },
    {
        resource: "plan",
        set: { "rules[1].copyActions": undefined, "rules[2].copyActions": undefined, "rules[3].copyActions": undefined },
        then: { "aws-backup-plan-copies-offsite": "fail", "aws-backup-air-gapped-vault-used": "fail" },
    },
    {
        resource: "plan",
        set: { "rules[0].enableContinuousBackup": false, "rules[0].schedule": "rate(7 days)", "rules[1].schedule": "rate(7 days)" },
        then: { "aws-backup-plan-frequency": "fail" },
    },
    {
        resource: "plan",
        set: { rules: UNKNOWN },
        then: {
            "aws-backup-plan-rule-retention": "undetermined",
            "aws-backup-plan-frequency": "undetermined",
            "aws-backup-plan-copies-offsite": "undetermined",
            "aws-backup-air-gapped-vault-used": "undetermined",
            "aws-data-resides-in-approved-region": "undetermined",
        },
    },
    {
        resource: "plan",
        set: { "rules[1].copyActions[0].destinationVaultArn": "arn:aws:backup:us-east-1:123456789012:backup-vault:copies" },
        then: { "aws-data-resides-in-approved-region": "fail" },
    },

    { resource: CRITICAL, removed: true, then: { "aws-backup-plan-covers-data-stores": "fail" } },
    { resource: CRITICAL, set: { "selectionTags[0].value": "gold" }, then: { "aws-backup-plan-covers-data-stores": "fail" } },
    { resource: CRITICAL, set: { selectionTags: UNKNOWN }, then: { "aws-backup-plan-covers-data-stores": "undetermined" } },
    { resource: "aws:backup/selection:Selection::database", removed: true, then: { "aws-backup-plan-covers-data-stores": "fail" } },
    {
        resource: "aws:backup/selection:Selection::database",
        set: { resources: UNKNOWN },
        then: { "aws-backup-plan-covers-data-stores": "undetermined" },
    },

    { resource: "restore-tests", removed: true, then: { "aws-backup-restore-testing-scheduled": "fail" } },
    {
        resource: "restore-tests",
        set: { scheduleExpression: "cron(0 6 1 1 ? *)" },
        then: { "aws-backup-restore-testing-scheduled": "fail" },
    },
    { resource: "restore-tests", set: { scheduleExpression: UNKNOWN }, then: { "aws-backup-restore-testing-scheduled": "undetermined" } },
    { resource: RESTORE_S3, removed: true, then: { "aws-backup-restore-testing-covers-data-types": "fail" } },
    { resource: RESTORE_S3, set: { validationWindowHours: undefined }, then: { "aws-backup-restore-testing-covers-data-types": "fail" } },
    { resource: RESTORE_S3, set: { validationWindowHours: UNKNOWN }, then: { "aws-backup-restore-testing-covers-data-types": "undetermined" } },

    { resource: "framework", removed: true, then: { "aws-backup-framework-and-reports": "fail" } },
    { resource: "framework", set: { "controls[0]": undefined }, then: { "aws-backup-framework-and-reports": "fail" } },
    { resource: "framework", set: { controls: UNKNOWN }, then: { "aws-backup-framework-and-reports": "undetermined" } },
    { resource: REPORTS[0] ?? "", removed: true, then: {} },
    {
        resource: REPORTS[0] ?? "",
        set: { "reportSetting.reportTemplate": "COPY_JOB_REPORT" },
        and: [{ resource: REPORTS[1] ?? "", removed: true }],
        then: { "aws-backup-framework-and-reports": "fail" },
    },
    {
        resource: REPORTS[0] ?? "",
        set: { "reportSetting.reportTemplate": UNKNOWN },
        and: [{ resource: REPORTS[1] ?? "", removed: true }],
        then: { "aws-backup-framework-and-reports": "undetermined" },
    },
];

const buckets: readonly Mutation[] = [
    { resource: s3("Bucket"), set: { forceDestroy: true }, then: { "aws-storage-force-destroy-off": "fail" } },
    { resource: s3("Bucket"), set: { acl: "public-read" }, then: { "aws-s3-acl-not-public-and-disabled": "fail" } },
    { resource: s3("Bucket"), set: { acl: UNKNOWN }, then: { "aws-s3-acl-not-public-and-disabled": "undetermined" } },
    {
        resource: s3("Bucket"),
        set: { tags: UNKNOWN },
        then: { "aws-backup-plan-covers-data-stores": "undetermined", "aws-macie-enabled-and-discovering": "undetermined" },
    },
    // A plan backs up what stands in its own region.
    {
        resource: s3("Bucket"),
        set: { region: "us-east-1" },
        then: { "aws-data-resides-in-approved-region": "fail", "aws-backup-plan-covers-data-stores": "fail" },
    },
    {
        resource: s3("BucketOwnershipControls"),
        set: { "rule.objectOwnership": "ObjectWriter" },
        then: { "aws-s3-acl-not-public-and-disabled": "advice" },
    },
    { resource: s3("BucketPublicAccessBlock"), removed: true, then: { "aws-s3-bucket-public-access-block": "fail" } },
    { resource: s3("BucketPublicAccessBlock"), set: { blockPublicPolicy: false }, then: { "aws-s3-bucket-public-access-block": "fail" } },
    { resource: s3("BucketPublicAccessBlock"), set: { blockPublicPolicy: undefined }, then: { "aws-s3-bucket-public-access-block": "fail" } },
    { resource: s3("BucketPublicAccessBlock"), set: { blockPublicPolicy: UNKNOWN }, then: { "aws-s3-bucket-public-access-block": "undetermined" } },
    { resource: s3("BucketPolicy"), removed: true, then: { "aws-s3-bucket-policy-requires-tls": "fail" } },
    {
        resource: s3("BucketPolicy"),
        set: { policy: toEveryone },
        then: { "aws-s3-bucket-policy-requires-tls": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
    {
        resource: s3("BucketPolicy"),
        set: { policy: UNKNOWN },
        then: {
            "aws-s3-bucket-policy-requires-tls": "undetermined",
            "aws-resource-policy-no-public-principal": "undetermined",
            "aws-service-principal-confused-deputy": "undetermined",
        },
    },
    { resource: s3("BucketServerSideEncryptionConfiguration"), removed: true, then: { "aws-s3-bucket-encryption-kms": "fail" } },
    {
        resource: s3("BucketServerSideEncryptionConfiguration"),
        set: { "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm": "AES256" },
        then: { "aws-s3-bucket-encryption-kms": "fail" },
    },
    {
        resource: s3("BucketServerSideEncryptionConfiguration"),
        set: { "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId": undefined },
        then: { "aws-s3-bucket-encryption-kms": "fail" },
    },
    {
        resource: s3("BucketServerSideEncryptionConfiguration"),
        set: { rules: UNKNOWN },
        then: { "aws-s3-bucket-encryption-kms": "undetermined" },
    },
    // A bucket made with object lock keeps versions without being told to.
    { resource: s3("BucketVersioning"), removed: true, then: {} },
    {
        resource: s3("BucketVersioning"),
        removed: true,
        and: [{ resource: s3("Bucket"), set: { objectLockEnabled: undefined } }],
        then: { "aws-s3-bucket-versioning": "fail" },
    },
    {
        resource: s3("BucketVersioning"),
        set: { "versioningConfiguration.status": "Suspended" },
        then: { "aws-s3-bucket-versioning": "fail" },
    },
    {
        resource: s3("BucketVersioning"),
        set: { "versioningConfiguration.status": UNKNOWN },
        then: { "aws-s3-bucket-versioning": "undetermined" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        removed: true,
        then: { "aws-s3-bucket-object-lock": "fail", "aws-s3-bucket-mfa-delete": "fail" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.mode": "GOVERNANCE" },
        then: { "aws-s3-bucket-object-lock": "fail", "aws-s3-bucket-mfa-delete": "fail" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.days": 7 },
        then: { "aws-s3-bucket-object-lock": "fail" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.days": UNKNOWN },
        then: { "aws-s3-bucket-object-lock": "undetermined", "aws-s3-bucket-mfa-delete": "undetermined" },
    },
    { resource: s3("BucketReplicationConfig"), removed: true, then: { "aws-s3-bucket-replication": "fail" } },
    { resource: s3("BucketReplicationConfig"), set: { "rules[0].status": "Disabled" }, then: { "aws-s3-bucket-replication": "fail" } },
    {
        resource: s3("BucketReplicationConfig"),
        set: { "rules[0].deleteMarkerReplication.status": "Enabled" },
        then: { "aws-s3-bucket-replication": "fail" },
    },
    {
        resource: s3("BucketReplicationConfig"),
        set: { "rules[0].sourceSelectionCriteria": undefined },
        then: { "aws-s3-bucket-replication": "fail" },
    },
    { resource: s3("BucketReplicationConfig"), set: { "rules[0]": UNKNOWN }, then: { "aws-s3-bucket-replication": "undetermined" } },
    { resource: s3("BucketLogging"), removed: true, then: { "aws-s3-bucket-access-logging": "fail" } },
    { resource: s3("BucketLogging"), set: { bucket: UNKNOWN }, then: { "aws-s3-bucket-access-logging": "undetermined" } },
    { resource: s3("BucketNotification"), removed: true, then: { "aws-s3-event-notifications": "fail" } },
    { resource: s3("BucketNotification"), set: { eventbridge: undefined }, then: { "aws-s3-event-notifications": "fail" } },
    { resource: s3("BucketNotification"), set: { eventbridge: UNKNOWN }, then: { "aws-s3-event-notifications": "undetermined" } },
];

const data: readonly Mutation[] = [
    { resource: TABLE, set: { "pointInTimeRecovery.enabled": false }, then: { "aws-dynamodb-point-in-time-recovery": "fail" } },
    { resource: TABLE, set: { pointInTimeRecovery: undefined }, then: { "aws-dynamodb-point-in-time-recovery": "fail" } },
    { resource: TABLE, set: { "pointInTimeRecovery.enabled": UNKNOWN }, then: { "aws-dynamodb-point-in-time-recovery": "undetermined" } },
    { resource: TABLE, set: { deletionProtectionEnabled: undefined }, then: { "aws-data-store-deletion-protection": "fail" } },
    { resource: TABLE, set: { deletionProtectionEnabled: UNKNOWN }, then: { "aws-data-store-deletion-protection": "undetermined" } },
    { resource: TABLE, set: { billingMode: "PROVISIONED" }, then: { "aws-dynamodb-capacity-scales": "fail" } },
    { resource: TABLE, set: { billingMode: UNKNOWN }, then: { "aws-dynamodb-capacity-scales": "undetermined" } },
    { resource: TABLE, set: { serverSideEncryption: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: TABLE, set: { serverSideEncryption: UNKNOWN }, then: { "aws-database-customer-managed-key": "undetermined" } },

    { resource: FILES, set: { encrypted: undefined }, then: { "aws-filesystem-encrypted-at-rest": "fail" } },
    { resource: FILES, set: { encrypted: false }, then: { "aws-filesystem-encrypted-at-rest": "fail" } },
    { resource: FILES, set: { encrypted: UNKNOWN }, then: { "aws-filesystem-encrypted-at-rest": "undetermined" } },
    // The plan selects the file system besides.
    { resource: "aws:efs/backupPolicy:BackupPolicy::files", removed: true, then: {} },
    {
        resource: "aws:efs/backupPolicy:BackupPolicy::files",
        set: { "backupPolicy.status": "DISABLED" },
        and: [{ resource: CRITICAL, removed: true }],
        then: { "aws-efs-backup-policy-enabled": "fail", "aws-backup-plan-covers-data-stores": "fail" },
    },
    {
        resource: "aws:efs/backupPolicy:BackupPolicy::files",
        set: { "backupPolicy.status": UNKNOWN },
        and: [{ resource: CRITICAL, removed: true }],
        then: { "aws-efs-backup-policy-enabled": "undetermined", "aws-backup-plan-covers-data-stores": "fail" },
    },
    { resource: "aws:efs/fileSystemPolicy:FileSystemPolicy::files", removed: true, then: { "aws-efs-mounts-encrypted-and-authorised": "fail" } },
    {
        resource: "aws:efs/fileSystemPolicy:FileSystemPolicy::files",
        set: { policy: toEveryone },
        then: { "aws-efs-mounts-encrypted-and-authorised": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
    {
        resource: "aws:efs/fileSystemPolicy:FileSystemPolicy::files",
        set: { policy: UNKNOWN },
        then: { "aws-efs-mounts-encrypted-and-authorised": "undetermined", "aws-resource-policy-no-public-principal": "undetermined" },
    },

    { resource: CLUSTER, set: { backupRetentionPeriod: 1 }, then: { "aws-rds-backup-retention": "fail" } },
    { resource: CLUSTER, set: { backupRetentionPeriod: undefined }, then: { "aws-rds-backup-retention": "fail" } },
    { resource: CLUSTER, set: { backupRetentionPeriod: UNKNOWN }, then: { "aws-rds-backup-retention": "undetermined" } },
    { resource: CLUSTER, set: { deletionProtection: false }, then: { "aws-data-store-deletion-protection": "fail" } },
    { resource: CLUSTER, set: { skipFinalSnapshot: true }, then: { "aws-rds-backups-survive-deletion": "fail" } },
    { resource: CLUSTER, set: { finalSnapshotIdentifier: undefined }, then: { "aws-rds-backups-survive-deletion": "advice" } },
    { resource: CLUSTER, set: { engineVersion: "10.18" }, then: { "aws-rds-engine-version-in-support": "fail" } },
    { resource: CLUSTER, set: { engineVersion: UNKNOWN }, then: { "aws-rds-engine-version-in-support": "undetermined" } },
    { resource: CLUSTER, set: { engineLifecycleSupport: undefined }, then: { "aws-rds-extended-support-not-relied-on": "fail" } },
    { resource: CLUSTER, set: { storageEncrypted: undefined }, then: { "aws-rds-storage-encrypted": "fail" } },
    { resource: CLUSTER, set: { storageEncrypted: UNKNOWN }, then: { "aws-rds-storage-encrypted": "undetermined" } },
    { resource: CLUSTER, set: { kmsKeyId: undefined }, then: { "aws-database-customer-managed-key": "fail" } },
    { resource: CLUSTER, set: { iamDatabaseAuthenticationEnabled: undefined }, then: { "aws-database-iam-authentication": "fail" } },
    { resource: CLUSTER, set: { iamDatabaseAuthenticationEnabled: UNKNOWN }, then: { "aws-database-iam-authentication": "undetermined" } },
    {
        resource: CLUSTER,
        set: { manageMasterUserPassword: undefined, masterPassword: "correct-horse" },
        then: { "aws-database-password-managed-or-write-only": "fail" },
    },
    { resource: CLUSTER, set: { manageMasterUserPassword: undefined }, then: { "aws-database-password-managed-or-write-only": "fail" } },
    { resource: CLUSTER, set: { manageMasterUserPassword: UNKNOWN }, then: { "aws-database-password-managed-or-write-only": "undetermined" } },
    { resource: CLUSTER, set: { enabledCloudwatchLogsExports: [] }, then: { "aws-database-log-exports": "fail" } },
    { resource: CLUSTER, set: { enabledCloudwatchLogsExports: UNKNOWN }, then: { "aws-database-log-exports": "undetermined" } },
    { resource: "writer", removed: true, then: { "aws-database-multi-az": "fail" } },
    { resource: "writer", set: { clusterIdentifier: UNKNOWN }, then: { "aws-database-multi-az": "undetermined" } },
    { resource: "writer", set: { publiclyAccessible: true }, then: { "aws-database-not-publicly-accessible": "fail" } },
    { resource: "writer", set: { publiclyAccessible: undefined }, then: {} },
    { resource: "writer", set: { publiclyAccessible: UNKNOWN }, then: { "aws-database-not-publicly-accessible": "undetermined" } },
    { resource: "writer", set: { autoMinorVersionUpgrade: false }, then: { "aws-rds-auto-minor-version-upgrade": "fail" } },
    { resource: "writer", set: { caCertIdentifier: "rds-ca-2019" }, then: { "aws-rds-ca-certificate-current": "fail" } },
    { resource: "writer", set: { monitoringInterval: 0 }, then: { "aws-rds-enhanced-monitoring": "fail" } },
    { resource: "writer", set: { monitoringInterval: UNKNOWN }, then: { "aws-rds-enhanced-monitoring": "undetermined" } },
    { resource: "writer", set: { performanceInsightsKmsKeyId: undefined }, then: { "aws-rds-enhanced-monitoring": "fail" } },
    { resource: PARAMETERS, set: { "parameters[3].value": "none" }, then: { "aws-database-audit-parameters": "fail" } },
    { resource: PARAMETERS, set: { parameters: undefined }, then: { "aws-database-audit-parameters": "fail" } },
    {
        resource: PARAMETERS,
        set: { parameters: UNKNOWN },
        then: { "aws-database-audit-parameters": "undetermined", "aws-database-parameter-group-forces-tls": "undetermined" },
    },
    { resource: PARAMETERS, set: { "parameters[0].value": "0" }, then: { "aws-database-parameter-group-forces-tls": "fail" } },
];

const access: readonly Mutation[] = [
    { resource: KEY, set: { enableKeyRotation: false }, then: { "aws-kms-key-rotation-enabled": "fail" } },
    { resource: KEY, set: { enableKeyRotation: undefined }, then: { "aws-kms-key-rotation-enabled": "fail" } },
    { resource: KEY, set: { enableKeyRotation: UNKNOWN }, then: { "aws-kms-key-rotation-enabled": "undetermined" } },
    { resource: KEY, set: { deletionWindowInDays: 7 }, then: { "aws-kms-key-deletion-guarded": "fail" } },
    { resource: KEY, set: { deletionWindowInDays: UNKNOWN }, then: { "aws-kms-key-deletion-guarded": "undetermined" } },
    { resource: KEY, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    { resource: KEY, set: { policy: toService("sns.amazonaws.com") }, then: { "aws-service-principal-confused-deputy": "fail" } },
    {
        resource: KEY,
        set: { policy: UNKNOWN },
        then: { "aws-resource-policy-no-public-principal": "undetermined", "aws-service-principal-confused-deputy": "undetermined" },
    },

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
    { resource: SUBNET, set: { mapPublicIpOnLaunch: UNKNOWN }, then: { "aws-subnet-no-auto-public-ip": "undetermined" } },
    { resource: SUBNET, set: { mapPublicIpOnLaunch: undefined }, then: {} },
    { resource: FLOW_LOG, removed: true, then: { "aws-vpc-flow-logs-enabled": "fail" } },
    { resource: FLOW_LOG, set: { trafficType: "REJECT" }, then: { "aws-vpc-flow-logs-enabled": "fail" } },
    { resource: FLOW_LOG, set: { trafficType: UNKNOWN }, then: { "aws-vpc-flow-logs-enabled": "undetermined" } },
    { resource: "aws:ec2/vpc:Vpc::network", set: { cidrBlock: UNKNOWN }, then: {} },
    {
        resource: INGRESS,
        set: { referencedSecurityGroupId: undefined, cidrIpv4: "0.0.0.0/0" },
        then: { "aws-security-group-open-only-to-authorised-ports": "fail" },
    },
    {
        resource: INGRESS,
        set: { referencedSecurityGroupId: undefined, cidrIpv4: "0.0.0.0/0", fromPort: 22, toPort: 22 },
        then: { "aws-security-group-no-open-admin-ports": "fail" },
    },
    {
        resource: INGRESS,
        set: { referencedSecurityGroupId: undefined, cidrIpv4: UNKNOWN },
        then: { "aws-security-group-open-only-to-authorised-ports": "undetermined" },
    },
    {
        resource: "clients",
        set: { ingress: OPEN_SSH },
        then: { "aws-security-group-no-open-admin-ports": "fail" },
    },
    {
        resource: "closed",
        set: { ingress: OPEN_SSH },
        then: { "aws-security-group-no-open-admin-ports": "fail", "aws-default-vpc-and-security-group-closed": "fail" },
    },
    { resource: "closed", removed: true, then: { "aws-default-vpc-and-security-group-closed": "fail" } },
    { resource: "closed", set: { vpcId: UNKNOWN }, then: { "aws-default-vpc-and-security-group-closed": "undetermined" } },
    { resource: ROUTES, set: { routes: [TO_THE_INTERNET] }, then: { "aws-route-to-internet-only-from-public-subnets": "fail" } },
    {
        resource: ROUTES,
        set: { routes: [{ ...TO_THE_INTERNET, gatewayId: UNKNOWN }] },
        then: { "aws-route-to-internet-only-from-public-subnets": "undetermined" },
    },
    // The subnet falls back on the main route table, which leads nowhere either.
    { resource: ROUTES_OF_SUBNET, removed: true, then: {} },

    { resource: "aws:sns/topic:Topic::alerts", set: { kmsMasterKeyId: undefined }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: TOPIC_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
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
            "aws-resource-policy-no-public-principal": "undetermined",
            "aws-service-principal-confused-deputy": "undetermined",
        },
    },
    { resource: QUEUE, set: { sqsManagedSseEnabled: false }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
    { resource: QUEUE, set: { sqsManagedSseEnabled: UNKNOWN }, then: { "aws-messaging-encrypted-at-rest": "undetermined" } },
    { resource: QUEUE_POLICY, removed: true, then: { "aws-messaging-policy-requires-tls": "fail" } },
    {
        resource: QUEUE_POLICY,
        set: { policy: toEveryone },
        then: { "aws-messaging-policy-requires-tls": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
];

const operations: readonly Mutation[] = [
    { resource: LOGS, set: { retentionInDays: 30 }, then: { "aws-log-group-retention": "fail" } },
    { resource: LOGS, set: { retentionInDays: UNKNOWN }, then: { "aws-log-group-retention": "undetermined" } },
    { resource: LOGS, set: { kmsKeyId: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: LOGS, set: { deletionProtectionEnabled: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: LOGS, set: { deletionProtectionEnabled: UNKNOWN }, then: { "aws-log-group-encrypted-and-protected": "undetermined" } },
    { resource: ALARM, set: { alarmActions: undefined }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: false }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: UNKNOWN }, then: { "aws-cloudwatch-alarm-actions": "undetermined" } },

    { resource: SUBSCRIPTION, removed: true, then: { "aws-alert-topic-has-subscribers": "fail" } },
    { resource: SUBSCRIPTION, set: { topic: UNKNOWN }, then: { "aws-alert-topic-has-subscribers": "undetermined" } },
    {
        resource: JOBS_RULE,
        set: { state: "DISABLED" },
        and: [{ resource: COPY_JOBS_RULE, removed: true }],
        then: { "aws-health-and-backup-events-routed": "fail" },
    },
    {
        resource: JOBS_RULE,
        set: { eventPattern: UNKNOWN },
        and: [{ resource: COPY_JOBS_RULE, set: { state: "DISABLED" } }],
        then: { "aws-health-and-backup-events-routed": "undetermined" },
    },
    {
        resource: "aws:cloudwatch/eventTarget:EventTarget::alerts-backup-jobs",
        removed: true,
        and: [{ resource: "aws:cloudwatch/eventTarget:EventTarget::copy-alerts-backup-jobs", removed: true }],
        then: { "aws-health-and-backup-events-routed": "fail" },
    },
    // The rule tells of jobs that fail, whatever the vault does.
    { resource: "aws:backup/vaultNotifications:VaultNotifications::vault", removed: true, then: {} },
];

export const mutations: readonly Mutation[] = [...backups, ...buckets, ...data, ...access, ...operations];
