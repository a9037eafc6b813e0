// Ordinary resources of Azure and Entra, configured well in the ways people do it: inline and separate rules, ids by reference and by literal,
// versioned modules, private endpoints, managed identities, references to Key Vault.
import * as authorization from "@pulumi/azure-native/authorization";
import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import * as insights from "@pulumi/azure-native/applicationinsights";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as resources from "@pulumi/azure-native/resources";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as sql from "@pulumi/azure-native/sql";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";

const location = "uksouth";
const tags = { owner: "platform-team", service: "records", environment: "test" };
const group = new resources.ResourceGroup("records", { resourceGroupName: "rg-records", location, tags });
const resourceGroupName = group.name;
const tenantId = "11111111-2222-4333-8444-555555555555";

// Logs.
const workspace = new operationalinsights.Workspace("logs", {
    resourceGroupName,
    workspaceName: "log-records",
    sku: { name: "PerGB2018" },
    retentionInDays: 400,
    features: { disableLocalAuth: true },
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
    tags,
});
const logged = (name: string, resourceUri: pulumi.Input<string>, ...categories: string[]) =>
    new monitor.DiagnosticSetting(name, {
        name: "to-logs",
        resourceUri,
        workspaceId: workspace.id,
        logs: categories.length > 0 ? categories.map(category => ({ category, enabled: true })) : [{ categoryGroup: "allLogs", enabled: true }],
    });

// A network: one security group with rules inside, one with a rule of its own beside it.
const inside = new network.NetworkSecurityGroup("web", {
    resourceGroupName,
    securityRules: [
        {
            name: "https-from-front-door",
            priority: 100,
            direction: "Inbound",
            access: "Allow",
            protocol: "Tcp",
            sourceAddressPrefix: "AzureFrontDoor.Backend",
            sourcePortRange: "*",
            destinationAddressPrefix: "*",
            destinationPortRange: "443",
        },
        {
            name: "deny-rest",
            priority: 4000,
            direction: "Inbound",
            access: "Deny",
            protocol: "*",
            sourceAddressPrefix: "*",
            sourcePortRange: "*",
            destinationAddressPrefix: "*",
            destinationPortRange: "*",
        },
    ],
    tags,
});
const beside = new network.NetworkSecurityGroup("data", { resourceGroupName, networkSecurityGroupName: "nsg-data", tags });
new network.SecurityRule("postgres-from-web", {
    resourceGroupName,
    networkSecurityGroupName: beside.name,
    priority: 200,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefixes: ["10.0.1.0/24"],
    sourcePortRange: "*",
    destinationAddressPrefix: "10.0.2.0/24",
    destinationPortRanges: ["5432", "6432"],
});
const vnet = new network.VirtualNetwork("records", {
    resourceGroupName,
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    subnets: [{ name: "web", addressPrefix: "10.0.1.0/24", defaultOutboundAccess: false, networkSecurityGroup: { id: inside.id } }],
    tags,
});
const dataSubnet = new network.Subnet("data", {
    resourceGroupName,
    virtualNetworkName: vnet.name,
    addressPrefix: "10.0.2.0/24",
    defaultOutboundAccess: false,
    networkSecurityGroup: { id: beside.id },
    delegations: [{ name: "postgres", serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }],
});
const endpointSubnet = new network.Subnet("endpoints", {
    resourceGroupName,
    virtualNetworkName: vnet.name,
    addressPrefix: "10.0.3.0/24",
    defaultOutboundAccess: false,
    privateEndpointNetworkPolicies: "Enabled",
    networkSecurityGroup: { id: inside.id },
});
const flows = new storage.StorageAccount("flows", {
    resourceGroupName,
    accountName: "stflowsrecords",
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    minimumTlsVersion: "TLS1_2",
    enableHttpsTrafficOnly: true,
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    allowCrossTenantReplication: false,
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
    tags: { ...tags, purpose: "logs" },
});
new storage.BlobServiceProperties("flows", {
    resourceGroupName,
    accountName: flows.name,
    blobServicesName: "default",
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 35 },
    containerDeleteRetentionPolicy: { enabled: true, days: 35 },
});
new network.FlowLog("records", {
    resourceGroupName: "NetworkWatcherRG",
    networkWatcherName: "NetworkWatcher_uksouth",
    targetResourceId: vnet.id,
    storageId: flows.id,
    enabled: true,
    retentionPolicy: { enabled: true, days: 365 },
    flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: true, workspaceResourceId: workspace.id } },
    tags,
});
const privately = (name: string, privateLinkServiceId: pulumi.Input<string>, groupId: string) =>
    new network.PrivateEndpoint(name, {
        resourceGroupName,
        subnet: { id: endpointSubnet.id },
        privateLinkServiceConnections: [{ name, privateLinkServiceId, groupIds: [groupId] }],
        tags,
    });

// Storage for documents, with what protects it in a resource of its own.
const documents = new storage.StorageAccount("documents", {
    resourceGroupName,
    kind: storage.Kind.StorageV2,
    sku: { name: storage.SkuName.Standard_GZRS },
    minimumTlsVersion: storage.MinimumTlsVersion.TLS1_2,
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    allowCrossTenantReplication: false,
    networkRuleSet: { defaultAction: storage.DefaultAction.Deny, bypass: storage.Bypass.AzureServices },
    tags,
});
new storage.BlobServiceProperties("documents", {
    resourceGroupName,
    accountName: documents.name,
    blobServicesName: "default",
    isVersioningEnabled: true,
    changeFeed: { enabled: true },
    deleteRetentionPolicy: { enabled: true, days: 35 },
    containerDeleteRetentionPolicy: { enabled: true, days: 35 },
});
logged("documents", pulumi.interpolate`${documents.id}/blobServices/default`, "StorageRead", "StorageWrite", "StorageDelete");
privately("documents", documents.id, "blob");

// Keys and secrets, by roles.
const vault = new keyvault.Vault("records", {
    resourceGroupName,
    vaultName: "kv-records",
    properties: {
        tenantId,
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        publicNetworkAccess: "Disabled",
        networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
    },
    tags,
});
new authorization.ManagementLockByScope("vault", { lockName: "keep", level: "CanNotDelete", scope: vault.id });
logged("vault", vault.id);
privately("vault", vault.id, "vault");

// An app with an identity, that reads its secret from the vault.
const identity = new managedidentity.UserAssignedIdentity("app", { resourceGroupName, resourceName: "id-app", tags });
new authorization.RoleAssignment("app-reads-secrets", {
    principalId: identity.principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
    scope: vault.id,
});
const plan = new web.AppServicePlan("app", {
    resourceGroupName,
    kind: "linux",
    reserved: true,
    sku: { name: "P1v3", tier: "PremiumV3", capacity: 2 },
    zoneRedundant: true,
    tags,
});
const ai = new insights.Component("app", {
    resourceGroupName,
    kind: "web",
    applicationType: "web",
    workspaceResourceId: workspace.id,
    disableLocalAuth: true,
    tags,
});
const app = new web.WebApp("app", {
    resourceGroupName,
    name: "app-records",
    kind: "app,linux",
    serverFarmId: plan.id,
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    keyVaultReferenceIdentity: identity.id,
    httpsOnly: true,
    clientCertEnabled: false,
    publicNetworkAccess: "Disabled",
    siteConfig: {
        linuxFxVersion: "NODE|24-lts",
        minTlsVersion: "1.3",
        scmMinTlsVersion: "1.3",
        ftpsState: "Disabled",
        http20Enabled: true,
        alwaysOn: true,
        remoteDebuggingEnabled: false,
        healthCheckPath: "/health",
    },
    tags,
});
new web.WebAppApplicationSettings("app", {
    resourceGroupName,
    name: app.name,
    properties: {
        DATABASE_PASSWORD: "@Microsoft.KeyVault(SecretUri=https://kv-records.vault.azure.net/secrets/database/)",
        APPLICATIONINSIGHTS_CONNECTION_STRING: ai.connectionString,
        STAGE: "test",
    },
});
for (const [kind, Policy] of [
    ["ftp", web.WebAppFtpAllowed],
    ["scm", web.WebAppScmAllowed],
] as const)
    new Policy(kind, { resourceGroupName, name: app.name, allow: false });
const staging = new web.WebAppSlot("staging", {
    resourceGroupName,
    name: app.name,
    slot: "staging",
    kind: "app,linux",
    serverFarmId: plan.id,
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    httpsOnly: true,
    publicNetworkAccess: "Disabled",
    siteConfig: {
        linuxFxVersion: "NODE|24-lts",
        minTlsVersion: "1.3",
        scmMinTlsVersion: "1.3",
        ftpsState: "Disabled",
        http20Enabled: true,
        alwaysOn: true,
        healthCheckPath: "/health",
    },
    tags,
});
new web.WebAppFtpAllowedSlot("staging-ftp", { resourceGroupName, name: app.name, slot: "staging", allow: false }, { dependsOn: staging });
new web.WebAppScmAllowedSlot("staging-scm", { resourceGroupName, name: app.name, slot: "staging", allow: false }, { dependsOn: staging });
logged("app", app.id);
privately("app", app.id, "sites");

// Databases: PostgreSQL in the network, SQL with Entra only.
const postgres = new dbforpostgresql.Server("records", {
    resourceGroupName,
    serverName: "psql-records",
    version: "17",
    sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
    storage: { storageSizeGB: 64, autoGrow: "Enabled" },
    authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled", tenantId },
    backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
    highAvailability: { mode: "ZoneRedundant" },
    network: { delegatedSubnetResourceId: dataSubnet.id, publicNetworkAccess: "Disabled" },
    maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 0, startHour: 2, startMinute: 0 },
    tags,
});
logged("postgres", postgres.id);
const server = new sql.Server("reports", {
    resourceGroupName,
    serverName: "sql-reports",
    version: "12.0",
    minimalTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    administrators: {
        administratorType: "ActiveDirectory",
        principalType: "Group",
        login: "sg-database-administrators",
        sid: "22222222-3333-4444-8555-666666666666",
        tenantId,
        azureADOnlyAuthentication: true,
    },
    tags,
});
privately("sql", server.id, "sqlServer");
new sql.ServerBlobAuditingPolicy("reports", {
    resourceGroupName,
    serverName: server.name,
    blobAuditingPolicyName: "default",
    state: "Enabled",
    isAzureMonitorTargetEnabled: true,
});
logged("sql", pulumi.interpolate`${server.id}/databases/master`, "SQLSecurityAuditEvents");
new sql.ServerSecurityAlertPolicy("reports", {
    resourceGroupName,
    serverName: server.name,
    securityAlertPolicyName: "Default",
    state: "Enabled",
    emailAccountAdmins: true,
});
new sql.SqlVulnerabilityAssessmentsSetting("reports", {
    resourceGroupName,
    serverName: server.name,
    vulnerabilityAssessmentName: "default",
    state: "Enabled",
});

// Messages.
const bus = new servicebus.Namespace("events", {
    resourceGroupName,
    namespaceName: "sb-records",
    sku: { name: "Premium", tier: "Premium", capacity: 1 },
    disableLocalAuth: true,
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    zoneRedundant: true,
    tags,
});
logged("bus", bus.id);
privately("bus", bus.id, "namespace");

// Alerts that reach people.
const people = new monitor.ActionGroup("people", {
    resourceGroupName,
    groupShortName: "people",
    location: "Global",
    enabled: true,
    emailReceivers: [{ name: "team", emailAddress: "records@example.nhs.uk", useCommonAlertSchema: true }],
    tags,
});
new monitor.MetricAlert("errors", {
    resourceGroupName,
    location: "global",
    enabled: true,
    severity: 1,
    scopes: [app.id],
    evaluationFrequency: "PT5M",
    windowSize: "PT15M",
    criteria: {
        odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
        allOf: [
            {
                criterionType: "StaticThresholdCriterion",
                name: "errors",
                metricName: "Http5xx",
                operator: "GreaterThan",
                threshold: 5,
                timeAggregation: "Total",
            },
        ],
    },
    actions: [{ actionGroupId: people.id }],
    tags,
});

// Entra: people sign in with a second factor, old protocols do not, and workloads of GitHub without a secret.
const application = new azuread.Application("deploy", {
    displayName: "records-deploy",
    signInAudience: "AzureADMyOrg",
    owners: ["33333333-4444-4555-8666-777777777777"],
});
new azuread.ServicePrincipal("deploy", { clientId: application.clientId });
new azuread.ApplicationFederatedIdentityCredential("deploy", {
    applicationId: application.id,
    displayName: "production",
    audiences: ["api://AzureADTokenExchange"],
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme/records:environment:production",
});
const breakGlass = new azuread.Group("break-glass", { displayName: "sg-break-glass", securityEnabled: true, assignableToRole: true });
new azuread.ConditionalAccessPolicy("mfa", {
    displayName: "Everyone: a second factor",
    state: "enabled",
    conditions: {
        clientAppTypes: ["all"],
        applications: { includedApplications: ["All"] },
        users: { includedUsers: ["All"], excludedGroups: [breakGlass.objectId] },
    },
    grantControls: {
        operator: "OR",
        authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
    },
    sessionControls: { signInFrequency: 12, signInFrequencyPeriod: "hours" },
});
new azuread.ConditionalAccessPolicy("legacy", {
    displayName: "Nobody: old protocols",
    state: "enabled",
    conditions: {
        clientAppTypes: ["exchangeActiveSync", "other"],
        applications: { includedApplications: ["All"] },
        users: { includedUsers: ["All"], excludedGroups: [breakGlass.objectId] },
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
});
