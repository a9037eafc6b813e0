import { UNKNOWN } from "../../src/policy/unknown";
import type { Change, Mutation } from "./support";

const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string, more: object = {}): object => ({ Effect: "Allow", Action: action, Resource: "*", ...more });
const deny = (action: string | readonly string[], more: object = {}): object => ({ Effect: "Deny", Action: action, Resource: "*", ...more });
const toEveryone = document(allow("*", { Principal: "*" }));
const toService = (service: string): string => document(allow("*", { Principal: { Service: service } }));

const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const ACCOUNTS = ["management", "log-archive", "security"] as const;
/** The same change to what stands in each of the three accounts, where one alone would do for a policy. */
const inEveryAccount = (token: string, change: Omit<Change, "resource">): Change & Pick<Mutation, "and"> => ({
    resource: `${token}::${ACCOUNTS[0]}`,
    ...change,
    and: ACCOUNTS.slice(1).map(account => ({ resource: `${token}::${account}`, ...change })),
});

const ORGANISATION = "aws:organizations/organization:Organization::organisation";
const ROOT_FEATURES = "aws:iam/organizationsFeatures:OrganizationsFeatures::root";
const GUARDRAIL = "aws:organizations/policy:Policy::stay-and-record";
const GUARDRAIL_ATTACHED = "aws:organizations/policyAttachment:PolicyAttachment::stay-and-record";
const REGIONS = "aws:organizations/policy:Policy::regions";
const REGIONS_ATTACHED = "aws:organizations/policyAttachment:PolicyAttachment::regions";

/** What the guardrail denies, without a word on the root users. */
const RECORDS = ["organizations:LeaveOrganization", "cloudtrail:StopLogging", "config:StopConfigurationRecorder", "guardduty:DeleteDetector"];
const onlyIn = (...regions: readonly string[]): string =>
    document({ Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": regions } } });

const organisation: readonly Mutation[] = [
    { resource: ORGANISATION, set: { featureSet: "CONSOLIDATED_BILLING" }, then: { "aws-organisation-guardrails": "fail" } },
    { resource: ORGANISATION, set: { enabledPolicyTypes: undefined }, then: { "aws-organisation-guardrails": "fail" } },
    { resource: ORGANISATION, set: { enabledPolicyTypes: UNKNOWN }, then: { "aws-organisation-guardrails": "undetermined" } },
    {
        resource: ORGANISATION,
        set: { awsServiceAccessPrincipals: ["cloudtrail.amazonaws.com"] },
        then: { "aws-root-credentials-centralised": "fail" },
    },
    { resource: ORGANISATION, set: { awsServiceAccessPrincipals: UNKNOWN }, then: { "aws-root-credentials-centralised": "undetermined" } },
    { resource: ROOT_FEATURES, removed: true, then: { "aws-root-credentials-centralised": "fail" } },
    { resource: ROOT_FEATURES, set: { enabledFeatures: ["RootSessions"] }, then: { "aws-root-credentials-centralised": "fail" } },
    { resource: ROOT_FEATURES, set: { enabledFeatures: UNKNOWN }, then: { "aws-root-credentials-centralised": "undetermined" } },

    // The root users are forgotten; then also the recording; then the policy is written, and attached to nothing.
    { resource: GUARDRAIL, set: { content: document(deny(RECORDS)) }, then: { "aws-root-credentials-centralised": "fail" } },
    {
        resource: GUARDRAIL,
        set: { content: document(deny("organizations:LeaveOrganization")) },
        then: { "aws-organisation-guardrails": "fail", "aws-root-credentials-centralised": "fail" },
    },
    {
        resource: GUARDRAIL,
        set: { type: "TAG_POLICY" },
        then: { "aws-organisation-guardrails": "fail", "aws-root-credentials-centralised": "fail" },
    },
    {
        resource: GUARDRAIL,
        set: { content: UNKNOWN },
        then: { "aws-organisation-guardrails": "undetermined", "aws-root-credentials-centralised": "undetermined" },
    },
    {
        resource: GUARDRAIL_ATTACHED,
        removed: true,
        then: { "aws-organisation-guardrails": "fail", "aws-root-credentials-centralised": "fail" },
    },
    {
        resource: GUARDRAIL_ATTACHED,
        set: { policyId: UNKNOWN },
        then: { "aws-organisation-guardrails": "undetermined", "aws-root-credentials-centralised": "undetermined" },
    },
    { resource: REGIONS, set: { content: onlyIn("eu-west-2") }, then: {} },
    { resource: REGIONS, set: { content: onlyIn("eu-west-2", "us-east-1") }, then: { "aws-organisation-guardrails": "fail" } },
    { resource: REGIONS_ATTACHED, removed: true, then: { "aws-organisation-guardrails": "fail" } },
];

const ASSIGNMENT = "aws:ssoadmin/accountAssignment:AccountAssignment::engineers-log-archive";
const POWER_USER = "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment::administrators-poweruseraccess";
const PASSWORDS = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy::security";
const ROLE = "aws:iam/role:Role::trail";
const POLICY = "aws:iam/policy:Policy::trail";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment::config-aggregator";

const access: readonly Mutation[] = [
    { resource: ASSIGNMENT, set: { principalType: "USER" }, then: { "aws-identity-center-assignments-least-privilege": "fail" } },
    { resource: ASSIGNMENT, set: { principalType: UNKNOWN }, then: { "aws-identity-center-assignments-least-privilege": "undetermined" } },
    { resource: POWER_USER, set: { managedPolicyArn: ADMINISTRATOR }, then: { "aws-identity-center-assignments-least-privilege": "fail" } },
    { resource: POWER_USER, set: { managedPolicyArn: UNKNOWN }, then: { "aws-identity-center-assignments-least-privilege": "undetermined" } },
    // A name alone makes no administrator.
    { resource: "aws:ssoadmin/permissionSet:PermissionSet::engineers", set: { name: "AdministratorAccess" }, then: {} },

    { resource: PASSWORDS, set: { minimumPasswordLength: 8 }, then: { "aws-iam-account-password-policy": "fail" } },
    { resource: PASSWORDS, set: { minimumPasswordLength: undefined }, then: { "aws-iam-account-password-policy": "fail" } },
    { resource: PASSWORDS, set: { passwordReusePrevention: 3 }, then: { "aws-iam-account-password-policy": "fail" } },
    { resource: PASSWORDS, set: { requireSymbols: false }, then: { "aws-iam-account-password-policy": "fail" } },
    { resource: PASSWORDS, set: { requireNumbers: UNKNOWN }, then: { "aws-iam-account-password-policy": "undetermined" } },

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
    { resource: POLICY, set: { policy: document(allow("*")) }, then: { "aws-iam-policy-no-full-admin": "fail" } },
    { resource: POLICY, set: { policy: document(allow("iam:PassRole")) }, then: { "aws-iam-policy-no-privilege-escalation": "fail" } },
    { resource: POLICY, set: { policy: document(allow("s3:*")) }, then: { "aws-iam-policy-no-service-wildcards": "fail" } },
    { resource: POLICY, set: { policy: document(allow("kms:Decrypt")) }, then: { "aws-iam-policy-blocked-kms-decrypt": "fail" } },
    {
        resource: POLICY,
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
];

const TRAIL = "aws:cloudtrail/trail:Trail::trail";
const LOGS = "aws:cloudwatch/logGroup:LogGroup::trail";
const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter::root-use";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm::root-use";

const trail: readonly Mutation[] = [
    { resource: TRAIL, removed: true, then: { "aws-cloudtrail-multi-region-and-logging": "fail" } },
    { resource: TRAIL, set: { isMultiRegionTrail: undefined }, then: { "aws-cloudtrail-multi-region-and-logging": "fail" } },
    { resource: TRAIL, set: { isMultiRegionTrail: UNKNOWN }, then: { "aws-cloudtrail-multi-region-and-logging": "undetermined" } },
    { resource: TRAIL, set: { enableLogging: false }, then: { "aws-cloudtrail-multi-region-and-logging": "fail" } },
    { resource: TRAIL, set: { includeGlobalServiceEvents: false }, then: { "aws-cloudtrail-multi-region-and-logging": "fail" } },
    // An advanced selector too few: no management events, or none of data.
    { resource: TRAIL, set: { "advancedEventSelectors[0]": undefined }, then: { "aws-cloudtrail-multi-region-and-logging": "fail" } },
    { resource: TRAIL, set: { "advancedEventSelectors[1]": undefined }, then: { "aws-cloudtrail-data-events-for-sensitive-stores": "fail" } },
    {
        resource: TRAIL,
        set: { advancedEventSelectors: UNKNOWN },
        then: { "aws-cloudtrail-multi-region-and-logging": "undetermined", "aws-cloudtrail-data-events-for-sensitive-stores": "undetermined" },
    },
    { resource: TRAIL, set: { enableLogFileValidation: undefined }, then: { "aws-cloudtrail-log-file-validation": "fail" } },
    { resource: TRAIL, set: { enableLogFileValidation: UNKNOWN }, then: { "aws-cloudtrail-log-file-validation": "undetermined" } },
    { resource: TRAIL, set: { kmsKeyId: undefined }, then: { "aws-cloudtrail-encrypted-with-kms": "fail" } },
    { resource: TRAIL, set: { cloudWatchLogsGroupArn: undefined }, then: { "aws-cloudtrail-to-cloudwatch-logs": "fail" } },
    { resource: TRAIL, set: { cloudWatchLogsRoleArn: undefined }, then: { "aws-cloudtrail-to-cloudwatch-logs": "fail" } },
    { resource: TRAIL, set: { s3BucketName: UNKNOWN }, then: { "aws-cloudtrail-bucket-protected": "undetermined" } },
    // A bucket of which this stack knows nothing.
    { resource: TRAIL, set: { s3BucketName: "somebody-elses-bucket" }, then: { "aws-cloudtrail-bucket-protected": "undetermined" } },

    { resource: LOGS, set: { retentionInDays: 90 }, then: { "aws-log-group-retention": "fail" } },
    { resource: LOGS, set: { retentionInDays: 200 }, then: { "aws-log-group-retention": "fail" } },
    { resource: LOGS, set: { retentionInDays: UNKNOWN }, then: { "aws-log-group-retention": "undetermined" } },
    { resource: LOGS, set: { kmsKeyId: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: LOGS, set: { deletionProtectionEnabled: undefined }, then: { "aws-log-group-encrypted-and-protected": "fail" } },
    { resource: LOGS, set: { deletionProtectionEnabled: UNKNOWN }, then: { "aws-log-group-encrypted-and-protected": "undetermined" } },

    { resource: FILTER, removed: true, then: { "aws-cloudwatch-security-alarms": "fail" } },
    { resource: FILTER, set: { pattern: '{ $.eventName = "ConsoleLogin" }' }, then: { "aws-cloudwatch-security-alarms": "fail" } },
    { resource: FILTER, set: { pattern: UNKNOWN }, then: { "aws-cloudwatch-security-alarms": "undetermined" } },
    // The alarm watches a metric that nothing counts.
    { resource: FILTER, set: { "metricTransformation.name": "root" }, then: { "aws-cloudwatch-security-alarms": "fail" } },
    { resource: ALARM, removed: true, then: { "aws-cloudwatch-security-alarms": "fail" } },
    { resource: ALARM, set: { alarmActions: undefined }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: false }, then: { "aws-cloudwatch-alarm-actions": "fail" } },
    { resource: ALARM, set: { actionsEnabled: UNKNOWN }, then: { "aws-cloudwatch-alarm-actions": "undetermined" } },
];

const s3 = (type: string, name = "trail"): string => `aws:s3/${type[0]?.toLowerCase() ?? ""}${type.slice(1)}:${type}::${name}`;
const ACCOUNT_BLOCK = s3("AccountPublicAccessBlock", "log-archive");
const NO_ACCOUNT_BLOCK: readonly Change[] = ACCOUNTS.map(account => ({ resource: s3("AccountPublicAccessBlock", account), removed: true }));
const KEY = "aws:kms/key:Key::archive";

const archive: readonly Mutation[] = [
    {
        resource: s3("Bucket"),
        set: { forceDestroy: true },
        then: { "aws-storage-force-destroy-off": "fail", "aws-cloudtrail-bucket-protected": "fail" },
    },
    { resource: s3("Bucket", "records"), set: { forceDestroy: UNKNOWN }, then: { "aws-storage-force-destroy-off": "undetermined" } },
    { resource: s3("Bucket"), set: { acl: "public-read" }, then: { "aws-s3-acl-not-public-and-disabled": "fail" } },
    { resource: s3("Bucket"), set: { acl: UNKNOWN }, then: { "aws-s3-acl-not-public-and-disabled": "undetermined" } },
    { resource: s3("Bucket"), set: { region: "us-east-1" }, then: { "aws-data-resides-in-approved-region": "fail" } },
    { resource: s3("Bucket"), set: { region: UNKNOWN }, then: { "aws-data-resides-in-approved-region": "undetermined" } },
    {
        resource: s3("BucketOwnershipControls"),
        set: { "rule.objectOwnership": "ObjectWriter" },
        then: { "aws-s3-acl-not-public-and-disabled": "advice" },
    },
    // The account's block closes the bucket too.
    { resource: s3("BucketPublicAccessBlock"), removed: true, then: {} },
    {
        resource: s3("BucketPublicAccessBlock"),
        removed: true,
        and: NO_ACCOUNT_BLOCK,
        then: { "aws-s3-bucket-public-access-block": "fail", "aws-cloudtrail-bucket-protected": "fail" },
    },
    {
        resource: s3("BucketPublicAccessBlock"),
        set: { blockPublicPolicy: false },
        and: NO_ACCOUNT_BLOCK,
        then: { "aws-s3-bucket-public-access-block": "fail", "aws-cloudtrail-bucket-protected": "fail" },
    },
    {
        resource: s3("BucketPublicAccessBlock"),
        set: { blockPublicPolicy: UNKNOWN },
        and: NO_ACCOUNT_BLOCK,
        then: { "aws-s3-bucket-public-access-block": "undetermined", "aws-cloudtrail-bucket-protected": "undetermined" },
    },
    { resource: ACCOUNT_BLOCK, set: { restrictPublicBuckets: false }, then: { "aws-s3-account-public-access-block": "fail" } },
    { resource: ACCOUNT_BLOCK, set: { blockPublicPolicy: undefined }, then: { "aws-s3-account-public-access-block": "fail" } },
    { resource: ACCOUNT_BLOCK, set: { blockPublicAcls: UNKNOWN }, then: { "aws-s3-account-public-access-block": "undetermined" } },
    { resource: s3("BucketPolicy"), removed: true, then: { "aws-s3-bucket-policy-requires-tls": "fail" } },
    {
        resource: s3("BucketPolicy"),
        set: { policy: toEveryone },
        then: { "aws-s3-bucket-policy-requires-tls": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
    {
        resource: s3("BucketPolicy"),
        set: { policy: toService("cloudtrail.amazonaws.com") },
        then: { "aws-s3-bucket-policy-requires-tls": "fail", "aws-service-principal-confused-deputy": "fail" },
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
        set: { rules: UNKNOWN },
        then: { "aws-s3-bucket-encryption-kms": "undetermined" },
    },
    {
        resource: s3("BucketVersioning"),
        set: { "versioningConfiguration.status": "Suspended" },
        then: { "aws-s3-bucket-versioning": "fail", "aws-cloudtrail-bucket-protected": "fail" },
    },
    {
        resource: s3("BucketVersioning"),
        set: { "versioningConfiguration.status": UNKNOWN },
        then: { "aws-s3-bucket-versioning": "undetermined", "aws-cloudtrail-bucket-protected": "undetermined" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        removed: true,
        then: { "aws-s3-bucket-object-lock": "fail", "aws-s3-bucket-mfa-delete": "fail", "aws-cloudtrail-bucket-protected": "advice" },
    },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.mode": "GOVERNANCE" },
        then: { "aws-s3-bucket-object-lock": "fail", "aws-s3-bucket-mfa-delete": "fail" },
    },
    { resource: s3("BucketObjectLockConfiguration"), set: { "rule.defaultRetention.days": 7 }, then: { "aws-s3-bucket-object-lock": "fail" } },
    {
        resource: s3("BucketObjectLockConfiguration"),
        set: { "rule.defaultRetention.days": UNKNOWN },
        then: { "aws-s3-bucket-object-lock": "undetermined", "aws-s3-bucket-mfa-delete": "undetermined" },
    },
    // The trail itself records who reads the objects of every bucket.
    { resource: s3("BucketLogging"), removed: true, then: { "aws-cloudtrail-bucket-protected": "advice" } },
    {
        resource: s3("BucketLogging"),
        removed: true,
        and: [{ resource: TRAIL, set: { "advancedEventSelectors[1]": undefined } }],
        then: {
            "aws-cloudtrail-bucket-protected": "advice",
            "aws-cloudtrail-data-events-for-sensitive-stores": "fail",
            "aws-s3-bucket-access-logging": "fail",
        },
    },
    { resource: s3("BucketNotification"), set: { eventbridge: undefined }, then: { "aws-s3-event-notifications": "fail" } },
    { resource: s3("BucketNotification"), set: { eventbridge: UNKNOWN }, then: { "aws-s3-event-notifications": "undetermined" } },
    {
        resource: s3("BucketLifecycleConfiguration"),
        set: { "rules[0].expiration": { days: 90 } },
        then: { "aws-incident-evidence-retained": "fail" },
    },
    { resource: s3("BucketLifecycleConfiguration"), set: { rules: UNKNOWN }, then: { "aws-incident-evidence-retained": "undetermined" } },

    { resource: KEY, set: { enableKeyRotation: undefined }, then: { "aws-kms-key-rotation-enabled": "fail" } },
    { resource: KEY, set: { enableKeyRotation: UNKNOWN }, then: { "aws-kms-key-rotation-enabled": "undetermined" } },
    { resource: KEY, set: { deletionWindowInDays: 7 }, then: { "aws-kms-key-deletion-guarded": "fail" } },
    { resource: KEY, set: { deletionWindowInDays: UNKNOWN }, then: { "aws-kms-key-deletion-guarded": "undetermined" } },
    { resource: KEY, set: { policy: toEveryone }, then: { "aws-resource-policy-no-public-principal": "fail" } },
    { resource: KEY, set: { policy: toService("cloudtrail.amazonaws.com") }, then: { "aws-service-principal-confused-deputy": "fail" } },
    {
        resource: KEY,
        set: { policy: UNKNOWN },
        then: { "aws-resource-policy-no-public-principal": "undetermined", "aws-service-principal-confused-deputy": "undetermined" },
    },
];

const BY_DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault::security";
const DISK_KEY = "aws:ebs/defaultKmsKey:DefaultKmsKey::security";
const SNAPSHOTS = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess::management";
const IMAGES = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess::management";
const METADATA = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults::security";
const RECORDER = "aws:cfg/recorder:Recorder::log-archive";
const RECORDING = "aws:cfg/recorderStatus:RecorderStatus";
const CHANNELS = "aws:cfg/deliveryChannel:DeliveryChannel";
const HISTORY = "aws:cfg/retentionConfiguration:RetentionConfiguration::log-archive";
const CONTACTS = "aws:account/alternativeContact:AlternativeContact";

const defaults: readonly Mutation[] = [
    { resource: BY_DEFAULT, set: { enabled: false }, then: { "aws-ebs-encryption-by-default": "fail" } },
    { resource: BY_DEFAULT, set: { enabled: UNKNOWN }, then: { "aws-ebs-encryption-by-default": "undetermined" } },
    { resource: DISK_KEY, set: { keyArn: "alias/aws/ebs" }, then: { "aws-ebs-encryption-by-default": "fail" } },
    { resource: SNAPSHOTS, set: { state: "unblocked" }, then: { "aws-ebs-snapshots-not-shared-publicly": "fail" } },
    { resource: SNAPSHOTS, set: { state: UNKNOWN }, then: { "aws-ebs-snapshots-not-shared-publicly": "undetermined" } },
    { resource: IMAGES, set: { state: "unblocked" }, then: { "aws-ebs-snapshots-not-shared-publicly": "fail" } },
    { resource: METADATA, set: { httpTokens: "optional" }, then: { "aws-ec2-imdsv2-required": "fail" } },
    { resource: METADATA, set: { httpTokens: undefined }, then: { "aws-ec2-imdsv2-required": "fail" } },
    { resource: METADATA, set: { httpPutResponseHopLimit: 8 }, then: { "aws-ec2-imdsv2-required": "fail" } },
    { resource: METADATA, set: { httpTokens: UNKNOWN }, then: { "aws-ec2-imdsv2-required": "undetermined" } },

    { ...inEveryAccount(CONTACTS, { removed: true }), then: { "aws-security-alternate-contact-registered": "fail" } },
    { ...inEveryAccount(CONTACTS, { set: { phoneNumber: undefined } }), then: { "aws-security-alternate-contact-registered": "fail" } },
    {
        ...inEveryAccount(CONTACTS, { set: { alternateContactType: UNKNOWN } }),
        then: { "aws-security-alternate-contact-registered": "undetermined" },
    },

    { resource: RECORDER, set: { "recordingGroup.allSupported": false }, then: { "aws-config-recorder-complete": "fail" } },
    { resource: RECORDER, set: { "recordingGroup.includeGlobalResourceTypes": undefined }, then: { "aws-config-recorder-complete": "fail" } },
    { resource: RECORDER, set: { "recordingMode.recordingFrequency": "DAILY" }, then: { "aws-config-recorder-complete": "fail" } },
    { resource: RECORDER, set: { recordingGroup: UNKNOWN }, then: { "aws-config-recorder-complete": "undetermined" } },
    { ...inEveryAccount(RECORDING, { removed: true }), then: { "aws-config-recorder-complete": "fail" } },
    { ...inEveryAccount(RECORDING, { set: { isEnabled: false } }), then: { "aws-config-recorder-complete": "fail" } },
    { ...inEveryAccount(RECORDING, { set: { isEnabled: UNKNOWN } }), then: { "aws-config-recorder-complete": "undetermined" } },
    { ...inEveryAccount(CHANNELS, { removed: true }), then: { "aws-config-recorder-complete": "fail" } },
    { resource: HISTORY, set: { retentionPeriodInDays: 30 }, then: { "aws-incident-evidence-retained": "fail" } },
    { resource: HISTORY, set: { retentionPeriodInDays: UNKNOWN }, then: { "aws-incident-evidence-retained": "undetermined" } },
];

const guardDuty = (type: string, name: string): string => `aws:guardduty/${type[0]?.toLowerCase() ?? ""}${type.slice(1)}:${type}::${name}`;
const DETECTOR = guardDuty("Detector", "security");
const AGENTS = guardDuty("DetectorFeature", "security-runtime-monitoring");
const MEMBERS_S3 = guardDuty("OrganizationConfigurationFeature", "members-s3-data-events");
const MEMBERS = guardDuty("OrganizationConfiguration", "members");
const EXPORT = guardDuty("PublishingDestination", "findings");
const HUB = "aws:securityhub/account:Account::hub";
const STANDARD = "aws:securityhub/standardsSubscription:StandardsSubscription::best-practices";
const FINDINGS = "aws:securityhub/findingAggregator:FindingAggregator::hub";
const CONFIGURATION = "aws:cfg/configurationAggregator:ConfigurationAggregator::organisation";
const SCANNER = "aws:inspector2/enabler:Enabler::inspector";
const SCANS = "aws:inspector2/organizationConfiguration:OrganizationConfiguration::inspector";
const MACIE = "aws:macie2/account:Account::macie";
const MACIE_MEMBERS = "aws:macie2/organizationConfiguration:OrganizationConfiguration::macie";
const analyzer = (name: string): string => `aws:accessanalyzer/analyzer:Analyzer::${name}`;

const threats: readonly Mutation[] = [
    { resource: DETECTOR, set: { enable: false }, then: { "aws-guardduty-enabled": "fail" } },
    { resource: DETECTOR, set: { enable: UNKNOWN }, then: { "aws-guardduty-enabled": "undetermined" } },
    { resource: DETECTOR, set: { findingPublishingFrequency: undefined }, then: { "aws-guardduty-publishes-quickly": "fail" } },
    { resource: DETECTOR, set: { findingPublishingFrequency: UNKNOWN }, then: { "aws-guardduty-publishes-quickly": "undetermined" } },
    { resource: MEMBERS, removed: true, then: { "aws-guardduty-enabled": "fail" } },
    { resource: MEMBERS, set: { autoEnableOrganizationMembers: "NONE" }, then: { "aws-guardduty-enabled": "fail" } },
    { resource: MEMBERS, set: { autoEnableOrganizationMembers: UNKNOWN }, then: { "aws-guardduty-enabled": "undetermined" } },
    { resource: AGENTS, removed: true, then: { "aws-guardduty-protection-plans": "advice" } },
    { resource: AGENTS, set: { status: "DISABLED" }, then: { "aws-guardduty-protection-plans": "fail" } },
    { resource: AGENTS, set: { "additionalConfigurations[1].status": "DISABLED" }, then: { "aws-guardduty-protection-plans": "fail" } },
    { resource: AGENTS, set: { status: UNKNOWN }, then: { "aws-guardduty-protection-plans": "undetermined" } },
    { resource: MEMBERS_S3, set: { autoEnable: "NONE" }, then: { "aws-guardduty-protection-plans": "fail" } },
    { resource: MEMBERS_S3, set: { autoEnable: UNKNOWN }, then: { "aws-guardduty-protection-plans": "undetermined" } },
    // GuardDuty forgets its findings after 90 days.
    { resource: EXPORT, removed: true, then: { "aws-incident-evidence-retained": "advice" } },

    { resource: HUB, removed: true, then: { "aws-security-hub-enabled": "fail" } },
    { resource: HUB, set: { autoEnableControls: false }, then: { "aws-security-hub-enabled": "fail" } },
    { resource: HUB, set: { autoEnableControls: UNKNOWN }, then: { "aws-security-hub-enabled": "undetermined" } },
    { resource: STANDARD, removed: true, then: { "aws-security-hub-enabled": "fail" } },
    { resource: STANDARD, set: { standardsArn: UNKNOWN }, then: { "aws-security-hub-enabled": "undetermined" } },
    { resource: FINDINGS, removed: true, then: { "aws-findings-aggregated-centrally": "fail" } },
    {
        resource: FINDINGS,
        set: { linkingMode: "SPECIFIED_REGIONS", specifiedRegions: ["us-east-1"] },
        then: { "aws-findings-aggregated-centrally": "fail" },
    },
    { resource: FINDINGS, set: { linkingMode: UNKNOWN }, then: { "aws-findings-aggregated-centrally": "undetermined" } },
    { resource: CONFIGURATION, removed: true, then: { "aws-findings-aggregated-centrally": "fail" } },
    {
        resource: CONFIGURATION,
        set: { "organizationAggregationSource.allRegions": undefined },
        then: { "aws-findings-aggregated-centrally": "fail" },
    },

    { resource: SCANNER, set: { resourceTypes: ["EC2", "ECR"] }, then: { "aws-inspector-enabled-for-all-scan-types": "fail" } },
    { resource: SCANNER, set: { resourceTypes: UNKNOWN }, then: { "aws-inspector-enabled-for-all-scan-types": "undetermined" } },
    { resource: SCANS, set: { "autoEnable.lambda": false }, then: { "aws-inspector-enabled-for-all-scan-types": "fail" } },
    { resource: SCANS, set: { "autoEnable.ecr": undefined }, then: { "aws-inspector-enabled-for-all-scan-types": "fail" } },
    { resource: MACIE, removed: true, then: { "aws-macie-enabled-and-discovering": "fail" } },
    { resource: MACIE, set: { status: "PAUSED" }, then: { "aws-macie-enabled-and-discovering": "fail" } },
    { resource: MACIE, set: { findingPublishingFrequency: "SIX_HOURS" }, then: { "aws-guardduty-publishes-quickly": "fail" } },
    { resource: MACIE_MEMBERS, set: { autoEnable: false }, then: { "aws-macie-enabled-and-discovering": "fail" } },
    { resource: MACIE_MEMBERS, set: { autoEnable: UNKNOWN }, then: { "aws-macie-enabled-and-discovering": "undetermined" } },
    { resource: analyzer("outside"), removed: true, then: { "aws-iam-access-analyzer-enabled": "fail" } },
    { resource: analyzer("unused"), removed: true, then: { "aws-iam-access-analyzer-enabled": "fail" } },
    {
        resource: analyzer("unused"),
        set: { "configuration.unusedAccess.unusedAccessAge": 365 },
        then: { "aws-iam-access-analyzer-enabled": "fail" },
    },
    { resource: analyzer("unused"), set: { type: UNKNOWN }, then: { "aws-iam-access-analyzer-enabled": "undetermined" } },
];

const rule = (name: string): string => `aws:cloudwatch/eventRule:EventRule::findings-${name}`;
const target = (name: string): string => `aws:cloudwatch/eventTarget:EventTarget::findings-${name}`;
const TOPIC = "aws:sns/topic:Topic::findings";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy::findings";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription::findings";
const QUEUE = "aws:sqs/queue:Queue::findings-undelivered";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy::findings-undelivered";

const ROUTES = ["aws-guardduty-findings-routed", "aws-security-hub-findings-routed", "aws-health-and-backup-events-routed"];
const noneIs = <V extends string>(verdict: V): Record<string, V> => Object.fromEntries(ROUTES.map(policy => [policy, verdict]));

const alerts: readonly Mutation[] = [
    // Security Hub passes GuardDuty's findings on too.
    { resource: rule("guardduty"), removed: true, then: {} },
    {
        resource: rule("guardduty"),
        set: { state: "DISABLED" },
        and: [{ resource: target("securityhub"), removed: true }],
        then: { "aws-guardduty-findings-routed": "fail", "aws-security-hub-findings-routed": "fail" },
    },
    { resource: rule("securityhub"), set: { state: "DISABLED" }, then: { "aws-security-hub-findings-routed": "fail" } },
    {
        resource: rule("securityhub"),
        set: { eventPattern: JSON.stringify({ source: ["aws.securityhub"], detail: { findings: { Severity: { Label: ["CRITICAL"] } } } }) },
        then: { "aws-security-hub-findings-routed": "fail" },
    },
    { resource: rule("securityhub"), set: { eventPattern: UNKNOWN }, then: { "aws-security-hub-findings-routed": "undetermined" } },
    { resource: rule("aws-health"), removed: true, then: { "aws-health-and-backup-events-routed": "fail" } },
    { resource: target("aws-health"), removed: true, then: { "aws-health-and-backup-events-routed": "fail" } },
    { resource: target("aws-health"), set: { rule: UNKNOWN }, then: { "aws-health-and-backup-events-routed": "undetermined" } },
    // A topic of which nobody hears is no route.
    { resource: SUBSCRIPTION, removed: true, then: { "aws-alert-topic-has-subscribers": "fail", ...noneIs("fail") } },
    { resource: SUBSCRIPTION, set: { topic: UNKNOWN }, then: { "aws-alert-topic-has-subscribers": "undetermined", ...noneIs("undetermined") } },

    { resource: TOPIC, set: { kmsMasterKeyId: undefined }, then: { "aws-messaging-encrypted-at-rest": "fail" } },
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
    {
        resource: QUEUE_POLICY,
        set: { policy: toEveryone },
        then: { "aws-messaging-policy-requires-tls": "fail", "aws-resource-policy-no-public-principal": "fail" },
    },
];

export const mutations: readonly Mutation[] = [...organisation, ...access, ...trail, ...archive, ...defaults, ...threats, ...alerts];
