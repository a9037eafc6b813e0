import { UNKNOWN } from "../../src/policy/unknown";
import type { Change, Mutation } from "./support";

const token = (module: string, type: string, name: string): string => `azure-native:${module}:${type}::${name}`;
const SQL = token("sql", "Server", "records");
const AUDIT = token("sql", "ServerBlobAuditingPolicy", "records");
const ALERTS = token("sql", "ServerSecurityAlertPolicy", "records");
const DATABASE = token("sql", "Database", "records");
const TDE = token("sql", "TransparentDataEncryption", "records");
const SHORT = token("sql", "BackupShortTermRetentionPolicy", "records");
const LONG = token("sql", "LongTermRetentionPolicy", "records");
const SCANS = token("sql", "SqlVulnerabilityAssessmentsSetting", "records");
const PROTECTOR = token("sql", "EncryptionProtector", "records");
const COSMOS = token("cosmosdb", "DatabaseAccount", "documents");
const MYSQL = token("dbformysql", "Server", "catalogue");
const MYSQL_ADMIN = token("dbformysql", "AzureADAdministrator", "catalogue");
const setting = (name: string): string => token("dbformysql", "Configuration", name);
const BUS = token("servicebus", "Namespace", "messages");
const EVENTS = token("eventhub", "Namespace", "events");
const CLUSTER = token("redisenterprise", "RedisEnterprise", "cache");
const CACHE = token("redisenterprise", "Database", "cache");
const APP = token("web", "WebApp", "functions");
const SLOT = token("web", "WebAppSlot", "next");
const SETTINGS = token("web", "WebAppApplicationSettings", "functions");
const SLOT_SETTINGS = token("web", "WebAppApplicationSettingsSlot", "next");
const FACTORY = token("datafactory", "Factory", "pipelines");
const ROLE = token("authorization", "RoleDefinition", "pipeline-operator");
const VAULT = token("keyvault", "Vault", "keys");
const KEY = token("keyvault", "Key", "sql");
const ACCOUNT = token("storage", "StorageAccount", "data");
const BLOBS = token("storage", "BlobServiceProperties", "data");
const WORKSPACE = token("operationalinsights", "Workspace", "logs");
const FLOWS = token("network", "FlowLog", "network");
const ENDPOINTS = token("network", "NetworkSecurityGroup", "endpoints");
const EXPERIMENT = token("chaos", "Experiment", "region-lost");
const diagnostic = (name: string): string => token("monitor", "DiagnosticSetting", name);

const one = (resource: string, set: NonNullable<Change["set"]>, then: Mutation["then"]): Mutation => ({ resource, set, then });
const gone = (resource: string, then: Mutation["then"]): Mutation => ({ resource, removed: true, then });
const fails = (...names: string[]): Mutation["then"] => Object.fromEntries(names.map(name => [name, "fail" as const]));
const unsure = (...names: string[]): Mutation["then"] => Object.fromEntries(names.map(name => [name, "undetermined" as const]));

const databases: readonly Mutation[] = [
    one(SQL, { administrators: undefined }, fails("azure-sql-entra-administrator", "azure-sql-entra-only-authentication")),
    one(SQL, { administrators: UNKNOWN }, unsure("azure-sql-entra-administrator", "azure-sql-entra-only-authentication")),
    one(SQL, { "administrators.azureADOnlyAuthentication": false }, fails("azure-sql-entra-only-authentication")),
    one(SQL, { "administrators.principalType": "User" }, { "azure-sql-entra-administrator": "advice" }),
    one(SQL, { minimalTlsVersion: "1.0" }, fails("azure-sql-min-tls-1-2")),
    one(SQL, { minimalTlsVersion: UNKNOWN }, unsure("azure-sql-min-tls-1-2")),
    one(SQL, { location: "westeurope" }, fails("azure-uk-data-residency")),
    gone(AUDIT, fails("azure-sql-auditing-enabled")),
    one(AUDIT, { isAzureMonitorTargetEnabled: false }, fails("azure-sql-auditing-enabled")),
    one(AUDIT, { state: "Disabled" }, fails("azure-sql-auditing-enabled", "azure-sql-audit-policy-complete")),
    one(AUDIT, { "auditActionsAndGroups[0]": undefined }, fails("azure-sql-audit-policy-complete")),
    one(AUDIT, { state: UNKNOWN }, unsure("azure-sql-auditing-enabled", "azure-sql-audit-policy-complete")),
    gone(ALERTS, fails("azure-sql-threat-detection-enabled")),
    one(ALERTS, { state: "Disabled" }, fails("azure-sql-threat-detection-enabled", "azure-sql-alerts-notify")),
    one(ALERTS, { state: UNKNOWN }, unsure("azure-sql-threat-detection-enabled", "azure-sql-alerts-notify")),
    gone(SCANS, fails("azure-sql-vulnerability-assessment-enabled")),
    one(DATABASE, { zoneRedundant: false }, fails("azure-sql-zone-redundant-or-failover")),
    one(TDE, { state: "Disabled" }, fails("azure-sql-transparent-data-encryption")),
    one(TDE, { state: UNKNOWN }, unsure("azure-sql-transparent-data-encryption")),
    one(SHORT, { retentionDays: 1 }, fails("azure-sql-point-in-time-retention")),
    gone(LONG, fails("azure-sql-long-term-retention")),
    one(PROTECTOR, { serverKeyType: "ServiceManaged" }, fails("azure-data-stores-customer-managed-key")),

    one(COSMOS, { disableLocalAuth: false }, fails("azure-cosmosdb-local-auth-disabled")),
    one(COSMOS, { disableLocalAuth: UNKNOWN }, unsure("azure-cosmosdb-local-auth-disabled")),
    one(COSMOS, { backupPolicy: undefined }, fails("azure-cosmosdb-continuous-backup")),
    one(COSMOS, { keyVaultKeyUri: undefined }, fails("azure-data-stores-customer-managed-key")),
    one(COSMOS, { minimalTlsVersion: "Tls" }, fails("azure-data-services-min-tls-1-2")),
    one(COSMOS, { publicNetworkAccess: "Enabled" }, fails("azure-databases-no-public-network")),
    one(COSMOS, { "locations[1].locationName": "westeurope" }, fails("azure-uk-data-residency")),

    // Only paid extended support still covers it.
    one(MYSQL, { version: "5.7" }, { "azure-mysql-version-supported": "advice" }),
    one(MYSQL, { version: UNKNOWN }, unsure("azure-mysql-version-supported")),
    one(MYSQL, { "backup.backupRetentionDays": 1 }, fails("azure-oss-database-backup-retention")),
    one(MYSQL, { "backup.geoRedundantBackup": "Disabled" }, fails("azure-oss-database-geo-redundant-backup")),
    gone(MYSQL_ADMIN, fails("azure-mysql-entra-only-authentication")),
    gone(setting("aad-auth-only"), fails("azure-mysql-entra-only-authentication")),
    one(setting("aad-auth-only"), { value: "OFF" }, fails("azure-mysql-entra-only-authentication")),
    one(setting("aad-auth-only"), { value: UNKNOWN }, unsure("azure-mysql-entra-only-authentication")),
    one(setting("require-secure-transport"), { value: "OFF" }, fails("azure-oss-database-require-tls")),
    one(setting("tls-version"), { value: "TLSv1,TLSv1.2" }, fails("azure-oss-database-require-tls")),
];

const work: readonly Mutation[] = [
    ...[BUS, EVENTS].flatMap(namespace => [
        one(namespace, { disableLocalAuth: false }, fails("azure-messaging-local-auth-disabled")),
        one(namespace, { minimumTlsVersion: "1.0" }, fails("azure-data-services-min-tls-1-2")),
        one(namespace, { publicNetworkAccess: "Enabled" }, fails("azure-integration-services-no-public-network")),
    ]),
    one(CLUSTER, { minimumTlsVersion: "1.0" }, fails("azure-data-services-min-tls-1-2")),
    one(CLUSTER, { publicNetworkAccess: "Enabled" }, fails("azure-databases-no-public-network")),
    one(CACHE, { clientProtocol: "Plaintext" }, fails("azure-redis-tls-port-only")),
    one(CACHE, { clientProtocol: UNKNOWN }, unsure("azure-redis-tls-port-only")),
    one(CACHE, { accessKeysAuthentication: "Enabled" }, fails("azure-platform-services-local-auth-disabled")),

    one(APP, { httpsOnly: false }, fails("azure-app-service-https-only")),
    one(APP, { identity: undefined }, fails("azure-workload-managed-identity")),
    one(APP, { publicNetworkAccess: "Enabled" }, fails("azure-app-authentication-enabled", "azure-app-service-inbound-restricted")),
    one(APP, { "siteConfig.minTlsVersion": "1.0" }, fails("azure-app-service-min-tls-1-2")),
    one(APP, { "siteConfig.ftpsState": undefined }, fails("azure-app-service-ftp-disabled")),
    one(APP, { "siteConfig.remoteDebuggingEnabled": true }, fails("azure-app-remote-debugging-off")),
    one(APP, { "siteConfig.linuxFxVersion": "PYTHON|3.8" }, fails("azure-app-service-runtime-supported")),
    one(APP, { "siteConfig.cors": { allowedOrigins: ["*"] } }, fails("azure-app-cors-no-wildcard")),
    gone(SLOT, fails("azure-app-staged-deployment")),
    gone(token("web", "WebAppScmAllowed", "functions"), fails("azure-app-service-basic-publishing-disabled")),
    // FTP is closed by the app's own setting too.
    gone(token("web", "WebAppFtpAllowed", "functions"), {}),
    gone(token("web", "WebAppFtpAllowedSlot", "next"), {}),
    one(token("web", "WebAppScmAllowedSlot", "next"), { allow: true }, fails("azure-app-service-basic-publishing-disabled")),
    gone(SETTINGS, fails("azure-functions-runtime-version-supported")),
    one(SETTINGS, { "properties.FUNCTIONS_EXTENSION_VERSION": "~3" }, fails("azure-functions-runtime-version-supported")),
    one(SETTINGS, { "properties.FUNCTIONS_EXTENSION_VERSION": UNKNOWN }, unsure("azure-functions-runtime-version-supported")),
    one(SETTINGS, { "properties.DatabasePassword": "Correct-Horse-42" }, fails("azure-app-settings-no-plaintext-secrets")),
    // A slot without settings of its own may have taken over the app's.
    gone(SLOT_SETTINGS, unsure("azure-functions-runtime-version-supported")),
    // Three instances stay spread: it is asked of critical plans only.
    one(token("web", "AppServicePlan", "functions"), { zoneRedundant: false }, {}),

    one(FACTORY, { publicNetworkAccess: "Enabled" }, fails("azure-integration-services-no-public-network")),
    one(FACTORY, { identity: undefined }, fails("azure-workload-managed-identity")),
    one(
        ROLE,
        { assignableScopes: ["/subscriptions/00000000-0000-4000-8000-000000000002"], "permissions[0].actions[0]": "*" },
        fails("azure-custom-role-no-wildcard"),
    ),
    one(
        token("authorization", "RoleAssignment", "pipeline-operator"),
        {
            roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
            scope: "/subscriptions/00000000-0000-4000-8000-000000000002",
        },
        fails("azure-role-assignment-no-broad-standing-privilege"),
    ),
    gone(EXPERIMENT, fails("azure-resilience-exercise-defined")),
    one(EXPERIMENT, { "properties.steps": undefined }, fails("azure-chaos-experiment-exercises-faults")),
];

const around: readonly Mutation[] = [
    one(VAULT, { "properties.enablePurgeProtection": false }, fails("azure-keyvault-purge-protection")),
    one(VAULT, { "properties.enableRbacAuthorization": false }, fails("azure-keyvault-rbac-authorisation")),
    one(KEY, { "properties.rotationPolicy": undefined }, fails("azure-keyvault-key-and-secret-expiry")),
    one(KEY, { "properties.rotationPolicy": UNKNOWN }, unsure("azure-keyvault-key-and-secret-expiry")),
    gone(token("authorization", "ManagementLockByScope", "keys"), fails("azure-recovery-assets-delete-locked")),
    one(ACCOUNT, { allowSharedKeyAccess: true }, fails("azure-storage-sas-expiry-bounded", "azure-storage-shared-key-disabled")),
    one(ACCOUNT, { enableHttpsTrafficOnly: false }, fails("azure-storage-https-only")),
    one(ACCOUNT, { minimumTlsVersion: "TLS1_0" }, fails("azure-storage-min-tls-1-2")),
    one(ACCOUNT, { "networkRuleSet.defaultAction": "Allow" }, fails("azure-storage-network-default-deny")),
    one(ACCOUNT, { "sku.name": "Standard_LRS" }, fails("azure-storage-redundant")),
    one(BLOBS, { "deleteRetentionPolicy.enabled": false }, fails("azure-storage-blob-soft-delete")),
    one(BLOBS, { isVersioningEnabled: false }, fails("azure-storage-blob-versioning")),
    one(token("storage", "BlobContainer", "received"), { publicAccess: "Blob" }, fails("azure-storage-no-anonymous-blob-access")),
    gone(diagnostic("files"), fails("azure-storage-data-plane-logged")),
    gone(diagnostic("catalogue"), fails("azure-diagnostic-setting-present")),
    gone(diagnostic("keys"), fails("azure-keyvault-audit-events-logged")),
    one(WORKSPACE, { retentionInDays: 30 }, fails("azure-investigation-log-retention", "azure-log-analytics-retention")),
    one(token("applicationinsights", "Component", "functions"), { disableLocalAuth: false }, fails("azure-platform-services-local-auth-disabled")),
    one(FLOWS, { enabled: false }, fails("azure-flow-log-retained-and-analysed", "azure-virtual-network-flow-logs")),
    one(
        ENDPOINTS,
        { "securityRules[0].sourceAddressPrefixes": undefined, "securityRules[0].sourceAddressPrefix": "Internet" },
        fails("azure-nsg-no-management-ports-from-internet"),
    ),
    one(
        token("network", "VirtualNetwork", "network"),
        { "subnets[0].networkSecurityGroup": undefined },
        fails("azure-subnet-has-network-security-group"),
    ),
    gone(token("network", "PrivateEndpoint", "keys"), unsure("azure-paas-private-endpoint-present")),
    one(token("monitor", "ActionGroup", "people"), { emailReceivers: undefined }, fails("azure-action-group-deliverable")),
    one(token("monitor", "MetricAlert", "dead-letters"), { actions: undefined }, fails("azure-alert-rule-routed")),
    one(token("resources", "ResourceGroup", "data"), { location: "westeurope" }, fails("azure-uk-data-residency")),
];

export const mutations: readonly Mutation[] = [...databases, ...work, ...around];
