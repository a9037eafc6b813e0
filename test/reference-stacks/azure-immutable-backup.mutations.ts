import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const token = (module: string, type: string, name: string): string => `azure-native:${module}:${type}::${name}`;
const RECOVERY_VAULT = token("recoveryservices", "Vault", "machines");
const RECOVERY_POLICY = token("recoveryservices", "ProtectionPolicy", "machines");
const ITEM = token("recoveryservices", "ProtectedItem", "machine");
const RECOVERY_PROXY = token("recoveryservices", "ResourceGuardProxy", "machines");
const BACKUP_VAULT = token("dataprotection", "BackupVault", "data");
const BACKUP_PROXY = token("dataprotection", "DppResourceGuardProxy", "data");
const KEY_VAULT = token("keyvault", "Vault", "keys");
const ACCOUNT = token("storage", "StorageAccount", "data");
const LOG_ACCOUNT = token("storage", "StorageAccount", "logs");
const BLOBS = token("storage", "BlobServiceProperties", "data");
const CONTAINER = token("storage", "BlobContainer", "documents");
const SERVER = token("dbforpostgresql", "Server", "records");
const MACHINE = token("compute", "VirtualMachine", "machine");
const DISK = token("compute", "Disk", "data");
const INTERFACE = token("network", "NetworkInterface", "machine");
const WORKSPACE = token("operationalinsights", "Workspace", "logs");
const DATABASE_GROUP = token("network", "NetworkSecurityGroup", "database");
const ENDPOINT_GROUP = token("network", "NetworkSecurityGroup", "endpoints");
const NETWORK = token("network", "VirtualNetwork", "network");
const TLS = token("dbforpostgresql", "Configuration", "require-secure-transport");
const MIN_TLS = token("dbforpostgresql", "Configuration", "ssl-min-protocol-version");
const ASSIGNMENT = token("authorization", "RoleAssignment", "keys");
const EXERCISE_ROLE = token("authorization", "RoleAssignment", "exercise");
const KEY = token("keyvault", "Key", "storage");
const INSTANCE = token("dataprotection", "BackupInstance", "records");
const LOCK_OF_VAULT = token("authorization", "ManagementLockByScope", "machines");
const ENDPOINT = token("network", "PrivateEndpoint", "machines");
const EXPERIMENT = token("chaos", "Experiment", "machine-lost");
const FLOWS = token("network", "FlowLog", "network");
const MACHINE_LOGS = token("monitor", "DataCollectionRuleAssociation", "machine");
const PROCESSING = token("alertsmanagement", "AlertProcessingRuleByName", "backup");
const setting = (name: string): string => token("monitor", "DiagnosticSetting", name);
const OWNER = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const ADDRESS = token("network", "PublicIPAddress", "outbound");
const SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000002";

const LOCK = "properties.securitySettings.immutabilitySettings.state";
const REDUNDANCY = "properties.redundancySettings";
const SOFT_DELETE = "properties.securitySettings.softDeleteSettings";
const IMAGE = "storageProfile.imageReference";
const SSH = "osProfile.linuxConfiguration.disablePasswordAuthentication";
const PATCHES = "osProfile.linuxConfiguration.patchSettings";

const vaults: readonly Mutation[] = [
    { resource: RECOVERY_VAULT, set: { [LOCK]: "Unlocked" }, then: { "azure-recovery-vault-immutability-locked": "fail" } },
    { resource: RECOVERY_VAULT, set: { [LOCK]: undefined }, then: { "azure-recovery-vault-immutability-locked": "fail" } },
    { resource: RECOVERY_VAULT, set: { [LOCK]: UNKNOWN }, then: { "azure-recovery-vault-immutability-locked": "undetermined" } },
    { resource: RECOVERY_VAULT, set: { [`${SOFT_DELETE}.softDeleteState`]: "Disabled" }, then: { "azure-recovery-vault-soft-delete": "fail" } },
    {
        resource: RECOVERY_VAULT,
        set: { [`${SOFT_DELETE}.softDeleteRetentionPeriodInDays`]: UNKNOWN },
        then: { "azure-recovery-vault-soft-delete": "undetermined" },
    },
    // Left out, Azure keeps deleted backups for 14 days.
    { resource: RECOVERY_VAULT, set: { [SOFT_DELETE]: undefined }, then: {} },
    { resource: BACKUP_VAULT, set: { [LOCK]: "Disabled" }, then: { "azure-backup-vault-immutability-locked": "fail" } },
    { resource: BACKUP_VAULT, set: { [LOCK]: undefined }, then: { "azure-backup-vault-immutability-locked": "fail" } },
    { resource: BACKUP_VAULT, set: { [LOCK]: UNKNOWN }, then: { "azure-backup-vault-immutability-locked": "undetermined" } },
    { resource: BACKUP_VAULT, set: { [`${SOFT_DELETE}.state`]: "Off" }, then: { "azure-backup-vault-soft-delete": "fail" } },
    { resource: BACKUP_VAULT, set: { [`${SOFT_DELETE}.retentionDurationInDays`]: 7 }, then: { "azure-backup-vault-soft-delete": "fail" } },
    { resource: BACKUP_VAULT, set: { [`${SOFT_DELETE}.state`]: UNKNOWN }, then: { "azure-backup-vault-soft-delete": "undetermined" } },
    {
        resource: BACKUP_VAULT,
        set: { "properties.securitySettings": UNKNOWN },
        then: { "azure-backup-vault-immutability-locked": "undetermined", "azure-backup-vault-soft-delete": "undetermined" },
    },

    // Copies in one data centre only, or that cannot be restored in the paired region.
    {
        resource: RECOVERY_VAULT,
        set: { [`${REDUNDANCY}.standardTierStorageRedundancy`]: "LocallyRedundant" },
        then: { "azure-recovery-vault-geo-redundant": "fail" },
    },
    { resource: RECOVERY_VAULT, set: { [`${REDUNDANCY}.crossRegionRestore`]: "Disabled" }, then: { "azure-recovery-vault-geo-redundant": "fail" } },
    { resource: RECOVERY_VAULT, set: { [REDUNDANCY]: undefined }, then: { "azure-recovery-vault-geo-redundant": "fail" } },
    { resource: RECOVERY_VAULT, set: { [REDUNDANCY]: UNKNOWN }, then: { "azure-recovery-vault-geo-redundant": "undetermined" } },
    {
        resource: BACKUP_VAULT,
        set: { "properties.storageSettings[0].type": "LocallyRedundant" },
        then: { "azure-backup-vault-redundant-storage": "fail" },
    },
    { resource: BACKUP_VAULT, set: { "properties.storageSettings": UNKNOWN }, then: { "azure-backup-vault-redundant-storage": "undetermined" } },
    { resource: RECOVERY_VAULT, set: { location: "westeurope" }, then: { "azure-uk-data-residency": "fail" } },

    // Nothing stops the deletion of a vault. A lock against every change stops that too.
    { resource: LOCK_OF_VAULT, removed: true, then: { "azure-recovery-assets-delete-locked": "fail" } },
    { resource: LOCK_OF_VAULT, set: { level: "NotSpecified" }, then: { "azure-recovery-assets-delete-locked": "fail" } },
    { resource: LOCK_OF_VAULT, set: { level: "ReadOnly" }, then: {} },
    { resource: LOCK_OF_VAULT, set: { level: UNKNOWN }, then: { "azure-recovery-assets-delete-locked": "undetermined" } },

    { resource: RECOVERY_PROXY, removed: true, then: { "azure-vault-multi-user-authorisation": "fail" } },
    {
        resource: RECOVERY_PROXY,
        set: { "properties.resourceGuardResourceId": undefined },
        then: { "azure-vault-multi-user-authorisation": "fail" },
    },
    { resource: RECOVERY_PROXY, set: { vaultName: UNKNOWN }, then: { "azure-vault-multi-user-authorisation": "undetermined" } },
    { resource: BACKUP_PROXY, removed: true, then: { "azure-vault-multi-user-authorisation": "fail" } },
    { resource: BACKUP_PROXY, set: { vaultName: "another" }, then: { "azure-vault-multi-user-authorisation": "fail" } },
    {
        resource: "azure-native:dataprotection:ResourceGuard::guard",
        set: { "properties.vaultCriticalOperationExclusionList": ["Microsoft.RecoveryServices/vaults/backupSecurityPIN/action"] },
        then: { "azure-resource-guard-no-exclusions": "fail" },
    },
    {
        resource: "azure-native:dataprotection:ResourceGuard::guard",
        set: { "properties.vaultCriticalOperationExclusionList": UNKNOWN },
        then: { "azure-resource-guard-no-exclusions": "undetermined" },
    },
    {
        resource: "azure-native:dataprotection:ResourceGuard::guard",
        set: { "properties.vaultCriticalOperationExclusionList": undefined },
        then: {},
    },

    {
        resource: RECOVERY_POLICY,
        set: { "properties.retentionPolicy.dailySchedule.retentionDuration.count": 7 },
        then: { "azure-backup-policy-retention": "fail" },
    },
    {
        resource: RECOVERY_POLICY,
        set: { "properties.retentionPolicy.dailySchedule": undefined },
        then: { "azure-backup-policy-retention": "fail" },
    },
    {
        resource: RECOVERY_POLICY,
        set: { "properties.schedulePolicy.scheduleRunFrequency": "Weekly" },
        then: { "azure-backup-policy-retention": "fail" },
    },
    { resource: RECOVERY_POLICY, set: { properties: UNKNOWN }, then: { "azure-backup-policy-retention": "undetermined" } },

    { resource: ITEM, removed: true, then: { "azure-vm-protected-by-backup": "fail" } },
    {
        resource: ITEM,
        set: { "properties.protectionState": "ProtectionStopped" },
        then: { "azure-vm-protected-by-backup": "fail", "azure-protected-item-not-stopped": "fail" },
    },
    {
        resource: ITEM,
        set: { "properties.policyId": undefined },
        then: { "azure-vm-protected-by-backup": "fail", "azure-protected-item-not-stopped": "fail" },
    },
    {
        resource: ITEM,
        set: { "properties.protectionState": UNKNOWN },
        then: { "azure-vm-protected-by-backup": "undetermined", "azure-protected-item-not-stopped": "undetermined" },
    },

    // A database that is not backed up, or by no policy.
    { resource: INSTANCE, removed: true, then: { "azure-data-protected-by-backup-vault": "fail" } },
    { resource: INSTANCE, set: { "properties.policyInfo": undefined }, then: { "azure-data-protected-by-backup-vault": "fail" } },
    { resource: INSTANCE, set: { properties: UNKNOWN }, then: { "azure-data-protected-by-backup-vault": "undetermined" } },

    { resource: KEY_VAULT, set: { "properties.enablePurgeProtection": undefined }, then: { "azure-keyvault-purge-protection": "fail" } },
    { resource: KEY_VAULT, set: { "properties.enablePurgeProtection": false }, then: { "azure-keyvault-purge-protection": "fail" } },
    { resource: KEY_VAULT, set: { "properties.enablePurgeProtection": UNKNOWN }, then: { "azure-keyvault-purge-protection": "undetermined" } },
    // Access policies of the vault's own, which Azure takes to be meant where nothing is said.
    { resource: KEY_VAULT, set: { "properties.enableRbacAuthorization": false }, then: { "azure-keyvault-rbac-authorisation": "fail" } },
    { resource: KEY_VAULT, set: { "properties.enableRbacAuthorization": undefined }, then: { "azure-keyvault-rbac-authorisation": "fail" } },
    { resource: KEY_VAULT, set: { "properties.enableRbacAuthorization": UNKNOWN }, then: { "azure-keyvault-rbac-authorisation": "undetermined" } },
    // The vault's door open to the internet. Its list of networks still shuts it, and so does the door without the list.
    {
        resource: KEY_VAULT,
        set: { "properties.publicNetworkAccess": "Enabled", "properties.networkAcls.defaultAction": "Allow" },
        then: { "azure-secrets-and-registry-no-public-network": "fail" },
    },
    { resource: KEY_VAULT, set: { "properties.publicNetworkAccess": "Enabled" }, then: {} },
    { resource: KEY_VAULT, set: { "properties.networkAcls": undefined }, then: {} },
    {
        resource: KEY_VAULT,
        set: { "properties.publicNetworkAccess": UNKNOWN, "properties.networkAcls.defaultAction": "Allow" },
        then: { "azure-secrets-and-registry-no-public-network": "undetermined" },
    },
    // A key that never ends.
    { resource: KEY, set: { "properties.rotationPolicy": undefined }, then: { "azure-keyvault-key-and-secret-expiry": "fail" } },
    { resource: KEY, set: { "properties.rotationPolicy.attributes": undefined }, then: { "azure-keyvault-key-and-secret-expiry": "fail" } },
    { resource: KEY, set: { "properties.rotationPolicy": UNKNOWN }, then: { "azure-keyvault-key-and-secret-expiry": "undetermined" } },
    // The public door shut, and no private one.
    { resource: ENDPOINT, removed: true, then: { "azure-paas-private-endpoint-present": "fail" } },
    { resource: ENDPOINT, set: { privateLinkServiceConnections: [] }, then: { "azure-paas-private-endpoint-present": "fail" } },
    { resource: ENDPOINT, set: { privateLinkServiceConnections: UNKNOWN }, then: { "azure-paas-private-endpoint-present": "undetermined" } },
];

const data: readonly Mutation[] = [
    { resource: ACCOUNT, set: { "sku.name": "Standard_LRS" }, then: { "azure-storage-redundant": "fail" } },
    { resource: ACCOUNT, set: { "sku.name": UNKNOWN }, then: { "azure-storage-redundant": "undetermined" } },
    { resource: ACCOUNT, set: { enableHttpsTrafficOnly: false }, then: { "azure-storage-https-only": "fail" } },
    { resource: ACCOUNT, set: { enableHttpsTrafficOnly: undefined }, then: {} },
    { resource: ACCOUNT, set: { minimumTlsVersion: undefined }, then: { "azure-storage-min-tls-1-2": "fail" } },
    { resource: ACCOUNT, set: { minimumTlsVersion: "TLS1_1" }, then: { "azure-storage-min-tls-1-2": "fail" } },
    { resource: ACCOUNT, set: { minimumTlsVersion: UNKNOWN }, then: { "azure-storage-min-tls-1-2": "undetermined" } },
    { resource: ACCOUNT, set: { allowBlobPublicAccess: true }, then: { "azure-storage-no-anonymous-blob-access": "fail" } },
    { resource: ACCOUNT, set: { allowBlobPublicAccess: UNKNOWN }, then: { "azure-storage-no-anonymous-blob-access": "undetermined" } },
    {
        resource: ACCOUNT,
        set: { allowSharedKeyAccess: undefined },
        then: { "azure-storage-shared-key-disabled": "fail", "azure-storage-sas-expiry-bounded": "fail" },
    },
    {
        resource: LOG_ACCOUNT,
        set: { allowSharedKeyAccess: UNKNOWN },
        then: { "azure-storage-shared-key-disabled": "undetermined", "azure-storage-sas-expiry-bounded": "undetermined" },
    },
    { resource: ACCOUNT, set: { networkRuleSet: undefined }, then: { "azure-storage-network-default-deny": "fail" } },
    { resource: ACCOUNT, set: { "networkRuleSet.defaultAction": "Allow" }, then: { "azure-storage-network-default-deny": "fail" } },
    { resource: ACCOUNT, set: { "networkRuleSet.defaultAction": UNKNOWN }, then: { "azure-storage-network-default-deny": "undetermined" } },
    {
        resource: ACCOUNT,
        set: { "immutableStorageWithVersioning.immutabilityPolicy.immutabilityPeriodSinceCreationInDays": 7 },
        then: { "azure-storage-backup-immutability": "fail" },
    },
    { resource: ACCOUNT, set: { immutableStorageWithVersioning: undefined }, then: { "azure-storage-backup-immutability": "fail" } },
    { resource: ACCOUNT, set: { immutableStorageWithVersioning: UNKNOWN }, then: { "azure-storage-backup-immutability": "undetermined" } },
    { resource: ACCOUNT, set: { encryption: undefined }, then: { "azure-data-stores-customer-managed-key": "fail" } },
    { resource: ACCOUNT, set: { encryption: { keySource: "Microsoft.Storage" } }, then: { "azure-data-stores-customer-managed-key": "fail" } },
    { resource: ACCOUNT, set: { encryption: UNKNOWN }, then: { "azure-data-stores-customer-managed-key": "undetermined" } },
    { resource: ACCOUNT, set: { location: "northeurope" }, then: { "azure-uk-data-residency": "fail" } },
    { resource: token("resources", "ResourceGroup", "data"), set: { location: "eastus" }, then: { "azure-uk-data-residency": "fail" } },
    { resource: token("resources", "ResourceGroup", "data"), set: { location: UNKNOWN }, then: { "azure-uk-data-residency": "undetermined" } },
    { resource: CONTAINER, set: { publicAccess: "Blob" }, then: { "azure-storage-no-anonymous-blob-access": "fail" } },
    { resource: CONTAINER, set: { publicAccess: UNKNOWN }, then: { "azure-storage-no-anonymous-blob-access": "undetermined" } },
    {
        resource: BLOBS,
        removed: true,
        then: {
            "azure-storage-blob-soft-delete": "fail",
            "azure-storage-blob-versioning": "fail",
            // The setting that logs it now names a service that the stack does not hold.
            "azure-storage-data-plane-logged": "undetermined",
        },
    },
    { resource: BLOBS, set: { isVersioningEnabled: false }, then: { "azure-storage-blob-versioning": "fail" } },
    { resource: BLOBS, set: { isVersioningEnabled: UNKNOWN }, then: { "azure-storage-blob-versioning": "undetermined" } },
    { resource: BLOBS, set: { deleteRetentionPolicy: undefined }, then: { "azure-storage-blob-soft-delete": "fail" } },
    { resource: BLOBS, set: { "deleteRetentionPolicy.days": 3 }, then: { "azure-storage-blob-soft-delete": "fail" } },
    { resource: BLOBS, set: { "containerDeleteRetentionPolicy.enabled": UNKNOWN }, then: { "azure-storage-blob-soft-delete": "undetermined" } },

    { resource: SERVER, set: { version: "12" }, then: { "azure-postgresql-version-supported": "fail" } },
    { resource: SERVER, set: { version: UNKNOWN }, then: { "azure-postgresql-version-supported": "undetermined" } },
    { resource: SERVER, set: { dataEncryption: undefined }, then: { "azure-data-stores-customer-managed-key": "fail" } },
    { resource: SERVER, set: { "backup.geoRedundantBackup": "Disabled" }, then: { "azure-oss-database-geo-redundant-backup": "fail" } },
    { resource: SERVER, set: { "backup.backupRetentionDays": 7 }, then: { "azure-oss-database-backup-retention": "fail" } },
    {
        resource: SERVER,
        set: { backup: undefined },
        then: { "azure-oss-database-backup-retention": "fail", "azure-oss-database-geo-redundant-backup": "fail" },
    },
    {
        resource: SERVER,
        set: { backup: UNKNOWN },
        then: { "azure-oss-database-backup-retention": "undetermined", "azure-oss-database-geo-redundant-backup": "undetermined" },
    },
    { resource: SERVER, set: { "authConfig.passwordAuth": "Enabled" }, then: { "azure-postgresql-entra-only-authentication": "fail" } },
    { resource: SERVER, set: { authConfig: undefined }, then: { "azure-postgresql-entra-only-authentication": "fail" } },
    { resource: SERVER, set: { authConfig: UNKNOWN }, then: { "azure-postgresql-entra-only-authentication": "undetermined" } },

    { resource: MACHINE, set: { "securityProfile.encryptionAtHost": undefined }, then: { "azure-vm-encryption-at-host": "fail" } },
    { resource: MACHINE, set: { "securityProfile.uefiSettings.secureBootEnabled": false }, then: { "azure-vm-trusted-launch": "fail" } },
    {
        resource: MACHINE,
        set: { securityProfile: UNKNOWN },
        then: { "azure-vm-encryption-at-host": "undetermined", "azure-vm-trusted-launch": "undetermined" },
    },
    { resource: "ConfigurationforLinux", removed: true, then: { "azure-vm-guest-configuration-prerequisites": "fail" } },
    { resource: MACHINE, set: { "identity.type": UNKNOWN }, then: { "azure-vm-guest-configuration-prerequisites": "undetermined" } },
    { resource: DISK, set: { networkAccessPolicy: "AllowAll" }, then: { "azure-disk-no-public-export": "fail" } },
    { resource: DISK, set: { publicNetworkAccess: undefined }, then: { "azure-disk-no-public-export": "fail" } },
    { resource: DISK, set: { networkAccessPolicy: UNKNOWN }, then: { "azure-disk-no-public-export": "undetermined" } },
    {
        resource: INTERFACE,
        set: { "ipConfigurations[0].publicIPAddress": { id: "/subscriptions/x" } },
        then: { "azure-vm-no-public-ip": "fail", "azure-vm-just-in-time-access": "fail" },
    },
    {
        resource: INTERFACE,
        set: { "ipConfigurations[0].publicIPAddress": UNKNOWN },
        then: { "azure-vm-no-public-ip": "undetermined", "azure-vm-just-in-time-access": "undetermined" },
    },
    { resource: INTERFACE, set: { "ipConfigurations[0].subnet": undefined }, then: {} },
    { resource: MACHINE, set: { zones: undefined }, then: { "azure-compute-spread-over-zones": "fail" } },
    { resource: MACHINE, set: { zones: UNKNOWN }, then: { "azure-compute-spread-over-zones": "undetermined" } },
    { resource: MACHINE, set: { [`${PATCHES}.patchMode`]: "ImageDefault" }, then: { "azure-vm-patch-mode-automatic-by-platform": "fail" } },
    { resource: MACHINE, set: { [`${PATCHES}.patchMode`]: undefined }, then: { "azure-vm-patch-mode-automatic-by-platform": "fail" } },
    { resource: MACHINE, set: { [`${PATCHES}.patchMode`]: UNKNOWN }, then: { "azure-vm-patch-mode-automatic-by-platform": "undetermined" } },
    { resource: MACHINE, set: { [`${PATCHES}.assessmentMode`]: undefined }, then: { "azure-vm-patch-assessment-automatic": "fail" } },
    {
        resource: MACHINE,
        set: { [`${IMAGE}.offer`]: "0001-com-ubuntu-server-bionic", [`${IMAGE}.sku`]: "18_04-lts-gen2" },
        then: { "azure-vm-image-in-support": "fail" },
    },
    { resource: MACHINE, set: { [`${IMAGE}.publisher`]: UNKNOWN }, then: { "azure-vm-image-in-support": "undetermined" } },
    {
        resource: MACHINE,
        set: { "storageProfile.osDisk.vhd": { uri: "https://example.blob.core.windows.net/vhds/os.vhd" } },
        then: { "azure-vm-managed-disks-only": "fail" },
    },
    {
        resource: "AzureMonitorLinuxAgent",
        set: { publisher: "Microsoft.EnterpriseCloud.Monitoring", type: "OmsAgentForLinux" },
        then: { "azure-vm-extension-not-retired": "fail", "azure-vm-monitor-agent-present": "fail" },
    },
    {
        resource: "AzureMonitorLinuxAgent",
        set: { type: UNKNOWN },
        then: { "azure-vm-extension-not-retired": "undetermined", "azure-vm-monitor-agent-present": "undetermined" },
    },
    { resource: "AzureMonitorLinuxAgent", removed: true, then: { "azure-vm-monitor-agent-present": "fail" } },
    // An agent that nobody told what to collect.
    { resource: MACHINE_LOGS, removed: true, then: { "azure-vm-monitor-agent-present": "fail" } },
    { resource: MACHINE_LOGS, set: { dataCollectionRuleId: undefined }, then: { "azure-vm-monitor-agent-present": "fail" } },
    { resource: MACHINE_LOGS, set: { resourceUri: UNKNOWN }, then: { "azure-vm-monitor-agent-present": "undetermined" } },

    {
        resource: DATABASE_GROUP,
        set: { "securityRules[0].sourceAddressPrefix": "Internet" },
        then: { "azure-nsg-no-management-ports-from-internet": "fail" },
    },
    {
        resource: ENDPOINT_GROUP,
        set: { "securityRules[0].sourceAddressPrefix": "*", "securityRules[0].destinationPortRanges": ["8443"] },
        then: { "azure-nsg-no-unrestricted-inbound": "fail" },
    },
    // The web's port may be open.
    { resource: ENDPOINT_GROUP, set: { "securityRules[0].sourceAddressPrefix": "*" }, then: {} },
    {
        resource: DATABASE_GROUP,
        set: { "securityRules[0].sourceAddressPrefix": UNKNOWN },
        then: { "azure-nsg-no-management-ports-from-internet": "undetermined", "azure-nsg-no-unrestricted-inbound": "undetermined" },
    },

    { resource: NETWORK, set: { "subnets[0].networkSecurityGroup": undefined }, then: { "azure-subnet-has-network-security-group": "fail" } },
    { resource: NETWORK, set: { "subnets[0].networkSecurityGroup": UNKNOWN }, then: {} },
    { resource: NETWORK, set: { "subnets[0]": UNKNOWN }, then: { "azure-subnet-has-network-security-group": "undetermined" } },

    { resource: TLS, set: { value: "off" }, then: { "azure-oss-database-require-tls": "fail" } },
    { resource: TLS, set: { value: undefined }, then: {} },
    { resource: TLS, set: { value: UNKNOWN }, then: { "azure-oss-database-require-tls": "undetermined" } },
    { resource: MIN_TLS, set: { value: "TLSv1" }, then: { "azure-oss-database-require-tls": "fail" } },

    {
        resource: ASSIGNMENT,
        set: { roleDefinitionId: OWNER, scope: SUBSCRIPTION },
        then: { "azure-role-assignment-no-broad-standing-privilege": "fail" },
    },
    {
        resource: ASSIGNMENT,
        set: { roleDefinitionId: OWNER, scope: undefined },
        then: { "azure-role-assignment-no-broad-standing-privilege": "fail" },
    },
    {
        resource: ASSIGNMENT,
        set: { roleDefinitionId: OWNER, scope: UNKNOWN },
        then: { "azure-role-assignment-no-broad-standing-privilege": "undetermined" },
    },
    {
        resource: EXERCISE_ROLE,
        set: { roleDefinitionId: UNKNOWN, scope: SUBSCRIPTION },
        then: { "azure-role-assignment-no-broad-standing-privilege": "undetermined" },
    },
    // A key vault is no subscription, whatever the role.
    { resource: ASSIGNMENT, set: { roleDefinitionId: OWNER }, then: {} },

    { resource: MACHINE, set: { [SSH]: undefined }, then: { "azure-vm-ssh-keys-only": "fail" } },
    { resource: MACHINE, set: { [SSH]: UNKNOWN }, then: { "azure-vm-ssh-keys-only": "undetermined" } },
    { resource: MACHINE, set: { "osProfile.adminPassword": "a password" }, then: { "azure-vm-ssh-keys-only": "fail" } },

    { resource: ADDRESS, set: { "sku.name": "Basic" }, then: { "azure-legacy-network-sku": "fail" } },
    { resource: ADDRESS, set: { "sku.name": UNKNOWN }, then: { "azure-legacy-network-sku": "undetermined" } },
];

const operations: readonly Mutation[] = [
    {
        resource: WORKSPACE,
        set: { retentionInDays: undefined },
        then: { "azure-log-analytics-retention": "fail", "azure-investigation-log-retention": "fail" },
    },
    {
        resource: WORKSPACE,
        set: { retentionInDays: 30 },
        then: { "azure-log-analytics-retention": "fail", "azure-investigation-log-retention": "fail" },
    },
    {
        resource: WORKSPACE,
        set: { retentionInDays: UNKNOWN },
        then: { "azure-log-analytics-retention": "undetermined", "azure-investigation-log-retention": "undetermined" },
    },
    { resource: WORKSPACE, set: { "features.disableLocalAuth": false }, then: { "azure-platform-services-local-auth-disabled": "fail" } },
    { resource: WORKSPACE, set: { features: undefined }, then: { "azure-platform-services-local-auth-disabled": "fail" } },
    {
        resource: WORKSPACE,
        set: { "features.disableLocalAuth": UNKNOWN },
        then: { "azure-platform-services-local-auth-disabled": "undetermined" },
    },

    // Nobody can say who read the patients' documents.
    { resource: setting("documents"), removed: true, then: { "azure-storage-data-plane-logged": "fail" } },
    { resource: setting("documents"), set: { "logs[0].enabled": false }, then: { "azure-storage-data-plane-logged": "fail" } },
    {
        resource: setting("documents"),
        set: { workspaceId: undefined },
        then: { "azure-storage-data-plane-logged": "fail", "azure-diagnostic-setting-collects-audit": "fail" },
    },
    { resource: setting("documents"), set: { resourceUri: UNKNOWN }, then: { "azure-storage-data-plane-logged": "undetermined" } },
    { resource: setting("keys"), removed: true, then: { "azure-keyvault-audit-events-logged": "fail" } },
    {
        resource: setting("keys"),
        set: { "logs[0].enabled": false },
        then: { "azure-keyvault-audit-events-logged": "fail", "azure-diagnostic-setting-collects-audit": "fail" },
    },
    {
        resource: setting("keys"),
        set: { "logs[0].categoryGroup": UNKNOWN },
        then: { "azure-keyvault-audit-events-logged": "undetermined", "azure-diagnostic-setting-collects-audit": "undetermined" },
    },
    { resource: setting("machines"), removed: true, then: { "azure-diagnostic-setting-present": "fail" } },
    {
        resource: setting("records"),
        set: { logs: UNKNOWN },
        then: { "azure-diagnostic-setting-present": "undetermined", "azure-diagnostic-setting-collects-audit": "undetermined" },
    },

    { resource: FLOWS, removed: true, then: { "azure-virtual-network-flow-logs": "fail" } },
    {
        resource: FLOWS,
        set: { enabled: false },
        then: { "azure-virtual-network-flow-logs": "fail", "azure-flow-log-retained-and-analysed": "fail" },
    },
    { resource: FLOWS, set: { "retentionPolicy.days": 7 }, then: { "azure-flow-log-retained-and-analysed": "fail" } },
    { resource: FLOWS, set: { flowAnalyticsConfiguration: undefined }, then: { "azure-flow-log-retained-and-analysed": "fail" } },
    // Left out, they are kept for ever.
    { resource: FLOWS, set: { retentionPolicy: undefined }, then: {} },
    { resource: FLOWS, set: { targetResourceId: UNKNOWN }, then: { "azure-virtual-network-flow-logs": "undetermined" } },

    { resource: "people", set: { enabled: false }, then: { "azure-action-group-deliverable": "fail" } },
    { resource: "people", set: { emailReceivers: undefined }, then: { "azure-action-group-deliverable": "fail" } },
    { resource: "people", set: { emailReceivers: UNKNOWN }, then: { "azure-action-group-deliverable": "undetermined" } },
    { resource: "service-health", removed: true, then: { "azure-service-health-alert": "fail" } },
    { resource: "service-health", set: { enabled: false }, then: { "azure-service-health-alert": "fail", "azure-alert-rule-routed": "fail" } },
    {
        resource: "service-health",
        set: { actions: UNKNOWN },
        then: { "azure-service-health-alert": "undetermined", "azure-alert-rule-routed": "undetermined" },
    },
    {
        resource: "Authorization-policyAssignments-delete",
        removed: true,
        then: { "azure-activity-log-alerts-for-security-operations": "fail" },
    },
    {
        resource: "Authorization-policyAssignments-delete",
        set: { "condition.allOf[1].equals": "Microsoft.Authorization/policyAssignments/write" },
        then: { "azure-activity-log-alerts-for-security-operations": "fail" },
    },
    {
        resource: "Authorization-policyAssignments-delete",
        set: { condition: UNKNOWN },
        then: { "azure-activity-log-alerts-for-security-operations": "undetermined" },
    },
    // Who forgets the action group tells nobody, unless a processing rule adds one; whether it covers the alert is seen once its vaults are there.
    { resource: "DataProtection-backupVaults-delete", set: { actions: undefined }, then: { "azure-alert-rule-routed": "undetermined" } },
    {
        resource: "DataProtection-backupVaults-delete",
        set: { actions: undefined },
        and: [{ resource: PROCESSING, removed: true }],
        then: { "azure-alert-rule-routed": "fail" },
    },
    {
        resource: "DataProtection-backupVaults-delete",
        set: { actions: undefined },
        and: [
            {
                resource: PROCESSING,
                set: {
                    properties: {
                        enabled: true,
                        scopes: [SUBSCRIPTION],
                        actions: [
                            {
                                actionType: "AddActionGroups",
                                actionGroupIds: [`${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag`],
                            },
                        ],
                    },
                },
            },
        ],
        then: {},
    },

    // Nothing is rehearsed: no experiment, or one that only waits, at nothing, or as nobody.
    { resource: EXPERIMENT, removed: true, then: { "azure-resilience-exercise-defined": "fail" } },
    {
        resource: EXPERIMENT,
        set: { "properties.steps[0].branches[0].actions[0].type": "delay" },
        then: { "azure-chaos-experiment-exercises-faults": "fail" },
    },
    { resource: EXPERIMENT, set: { "properties.selectors[0].targets": [] }, then: { "azure-chaos-experiment-exercises-faults": "fail" } },
    { resource: EXPERIMENT, set: { identity: undefined }, then: { "azure-chaos-experiment-exercises-faults": "fail" } },
    { resource: EXPERIMENT, set: { properties: UNKNOWN }, then: { "azure-chaos-experiment-exercises-faults": "undetermined" } },
    // What is in production is seen only after the update.
    {
        resource: EXPERIMENT,
        removed: true,
        and: [
            { resource: MACHINE, set: { "tags.environment": "test" } },
            { resource: SERVER, set: { "tags.environment": UNKNOWN } },
        ],
        then: { "azure-resilience-exercise-defined": "undetermined" },
    },
];

export const mutations: readonly Mutation[] = [...vaults, ...data, ...operations];
