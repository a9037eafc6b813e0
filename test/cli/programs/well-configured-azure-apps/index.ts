import * as azuread from "@pulumi/azuread";
import * as app from "@pulumi/azure-native/app";
import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as authorization from "@pulumi/azure-native/authorization";
import * as chaos from "@pulumi/azure-native/chaos";
import * as containerregistry from "@pulumi/azure-native/containerregistry";
import * as containerservice from "@pulumi/azure-native/containerservice";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as resources from "@pulumi/azure-native/resources";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as sql from "@pulumi/azure-native/sql";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";

/*
 * Ordinary resources configured well, in the ways people really do it: rules and subnets inside and beside, ids by reference and by literal, names
 * given and left to Pulumi, secrets by references to Key Vault, settings in the app and beside it, trust in GitHub and in a cluster.
 */
const subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
const tenantId = "22222222-2222-2222-2222-222222222222";
const tags = { service: "records", environment: "live", owner: "platform", "data-classification": "internal" };

const group = new resources.ResourceGroup("records", { resourceGroupName: "rg-records", tags });
const resourceGroupName = group.name;
const groupId = `${subscription}/resourceGroups/rg-records`;
/** Blocks for which the SDK has defaults are unknown as a whole where one part is: what they hold is written as literals. */
const identityId = `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-records`;
const workspaceId = `${groupId}/providers/Microsoft.OperationalInsights/workspaces/log-records`;

// Logs.
const workspace = new operationalinsights.Workspace("logs", {
    resourceGroupName,
    workspaceName: "log-records",
    sku: { name: "PerGB2018" },
    retentionInDays: 365,
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Disabled",
    tags,
});
const insights = new applicationinsights.Component("records", {
    resourceGroupName,
    resourceName: "appi-records",
    kind: "web",
    applicationType: "web",
    ingestionMode: "LogAnalytics",
    workspaceResourceId: workspace.id,
    disableLocalAuth: true,
    disableIpMasking: false,
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Disabled",
    tags,
});
const diagnostics = (name: string, resourceUri: pulumi.Input<string>) =>
    new monitor.DiagnosticSetting(name, {
        name: "to-workspace",
        resourceUri,
        workspaceId: workspace.id,
        logs: [{ categoryGroup: "allLogs", enabled: true }],
        metrics: [{ category: "AllMetrics", enabled: true }],
    });

// A network: subnets inside and beside, rules inside and beside.
const inside = new network.NetworkSecurityGroup("inside", {
    resourceGroupName,
    networkSecurityGroupName: "nsg-endpoints",
    securityRules: [
        {
            name: "https-within",
            priority: 100,
            access: "Allow",
            direction: "Inbound",
            protocol: "Tcp",
            sourceAddressPrefix: "10.30.0.0/16",
            sourcePortRange: "*",
            destinationAddressPrefix: "10.30.1.0/24",
            destinationPortRange: "443",
        },
    ],
    tags,
});
const beside = new network.NetworkSecurityGroup("beside", { resourceGroupName, networkSecurityGroupName: "nsg-apps", tags });
new network.SecurityRule("from-balancer", {
    resourceGroupName: "rg-records",
    networkSecurityGroupName: "nsg-apps",
    securityRuleName: "from-balancer",
    priority: 200,
    access: "Allow",
    direction: "Inbound",
    protocol: "Tcp",
    sourceAddressPrefix: "AzureLoadBalancer",
    sourcePortRange: "*",
    destinationAddressPrefix: "10.30.2.0/24",
    destinationPortRange: "8080",
});
const vnet = new network.VirtualNetwork("records", {
    resourceGroupName,
    virtualNetworkName: "vnet-records",
    addressSpace: { addressPrefixes: ["10.30.0.0/16"] },
    subnets: [
        {
            name: "endpoints",
            addressPrefix: "10.30.1.0/24",
            networkSecurityGroup: { id: inside.id },
            privateEndpointNetworkPolicies: "Enabled",
            defaultOutboundAccess: false,
        },
    ],
    tags,
});
const apps = new network.Subnet("apps", {
    resourceGroupName,
    virtualNetworkName: vnet.name,
    subnetName: "apps",
    addressPrefix: "10.30.2.0/24",
    networkSecurityGroup: { id: beside.id },
    delegations: [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }],
    defaultOutboundAccess: false,
});
const containers = new network.Subnet("containers", {
    resourceGroupName,
    virtualNetworkName: "vnet-records",
    subnetName: "containers",
    addressPrefix: "10.30.4.0/22",
    networkSecurityGroup: { id: `${groupId}/providers/Microsoft.Network/networkSecurityGroups/nsg-apps` },
    defaultOutboundAccess: false,
});
const zones = new Map<string, privatedns.PrivateZone>();
const zone = (name: string) => {
    const made = zones.get(name) ?? new privatedns.PrivateZone(name, { resourceGroupName, privateZoneName: name, location: "Global", tags });
    if (!zones.has(name)) {
        new privatedns.VirtualNetworkLink(name, {
            resourceGroupName,
            privateZoneName: made.name,
            virtualNetworkLinkName: "records",
            location: "Global",
            registrationEnabled: false,
            virtualNetwork: { id: vnet.id },
            tags,
        });
        zones.set(name, made);
    }
    return made;
};
const endpoint = (name: string, target: pulumi.Input<string>, group: string, zoneName: string) => {
    const made = new network.PrivateEndpoint(name, {
        resourceGroupName,
        privateEndpointName: `pe-${name}`,
        subnet: { id: pulumi.interpolate`${vnet.id}/subnets/endpoints` },
        privateLinkServiceConnections: [{ name, privateLinkServiceId: target, groupIds: [group] }],
        tags,
    });
    new network.PrivateDnsZoneGroup(name, {
        resourceGroupName,
        privateEndpointName: made.name,
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: [{ name: group, privateDnsZoneId: zone(zoneName).id }],
    });
};

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
diagnostics("vault", vault.id);
new authorization.ManagementLockAtResourceLevel("vault", {
    resourceGroupName,
    resourceProviderNamespace: "Microsoft.KeyVault",
    parentResourcePath: "",
    apiVersion: "2023-07-01",
    resourceType: "vaults",
    resourceName: vault.name,
    lockName: "keep",
    level: "CanNotDelete",
});
endpoint("vault", vault.id, "vault", "privatelink.vaultcore.azure.net");
const identity = new managedidentity.UserAssignedIdentity("records", { resourceGroupName, resourceName: "id-records", tags });
new authorization.RoleAssignment("reads-secrets", {
    principalId: identity.principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`,
    scope: vault.id,
});

// A storage account, its container, and what stands beside them.
const account = new storage.StorageAccount("letters", {
    resourceGroupName,
    accountName: "strecordsletters",
    kind: "StorageV2",
    sku: { name: "Standard_GZRS" },
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    allowCrossTenantReplication: false,
    defaultToOAuthAuthentication: true,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
    encryption: { keySource: "Microsoft.Storage", requireInfrastructureEncryption: true, services: { blob: { enabled: true, keyType: "Account" } } },
    tags,
});
new storage.BlobServiceProperties("letters", {
    resourceGroupName,
    accountName: account.name,
    blobServicesName: "default",
    isVersioningEnabled: true,
    changeFeed: { enabled: true, retentionInDays: 35 },
    deleteRetentionPolicy: { enabled: true, days: 35 },
    containerDeleteRetentionPolicy: { enabled: true, days: 35 },
    restorePolicy: { enabled: true, days: 30 },
});
new storage.BlobContainer("letters", { resourceGroupName, accountName: "strecordsletters", containerName: "letters", publicAccess: "None" });
diagnostics("letters", pulumi.interpolate`${account.id}/blobServices/default`);
endpoint("letters", account.id, "blob", "privatelink.blob.core.windows.net");

new network.FlowLog("records", {
    resourceGroupName: "NetworkWatcherRG",
    networkWatcherName: "NetworkWatcher_uksouth",
    flowLogName: "fl-records",
    targetResourceId: vnet.id,
    storageId: `${subscription}/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs`,
    enabled: true,
    format: { type: "JSON", version: 2 },
    retentionPolicy: { enabled: true, days: 365 },
    flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: true, workspaceResourceId: workspace.id } },
    tags,
});

// A database, open to Entra only.
const server = new sql.Server("records", {
    resourceGroupName,
    serverName: "sql-records",
    version: "12.0",
    minimalTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    restrictOutboundNetworkAccess: "Enabled",
    identity: { type: "SystemAssigned" },
    administrators: {
        administratorType: "ActiveDirectory",
        azureADOnlyAuthentication: true,
        login: "sql-administrators",
        principalType: "Group",
        sid: "33333333-3333-3333-3333-333333333333",
        tenantId,
    },
    tags,
});
const database = new sql.Database("records", {
    resourceGroupName,
    serverName: server.name,
    databaseName: "records",
    sku: { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 2 },
    zoneRedundant: true,
    requestedBackupStorageRedundancy: "GeoZone",
    tags,
});
new sql.LongTermRetentionPolicy("records", {
    resourceGroupName,
    serverName: "sql-records",
    databaseName: database.name,
    policyName: "default",
    weeklyRetention: "P12W",
    monthlyRetention: "P12M",
    yearlyRetention: "P7Y",
    weekOfYear: 1,
});
new sql.BackupShortTermRetentionPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    databaseName: "records",
    policyName: "default",
    retentionDays: 35,
});
new sql.ExtendedServerBlobAuditingPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    blobAuditingPolicyName: "default",
    state: "Enabled",
    isAzureMonitorTargetEnabled: true,
});
new monitor.DiagnosticSetting("audit", {
    name: "audit",
    resourceUri: pulumi.interpolate`${server.id}/databases/master`,
    workspaceId: workspace.id,
    logs: [{ category: "SQLSecurityAuditEvents", enabled: true }],
});
new sql.ServerSecurityAlertPolicy("records", {
    resourceGroupName,
    serverName: server.name,
    securityAlertPolicyName: "Default",
    state: "Enabled",
    emailAccountAdmins: true,
});
new sql.SqlVulnerabilityAssessmentsSetting("records", {
    resourceGroupName,
    serverName: "sql-records",
    vulnerabilityAssessmentName: "default",
    state: "Enabled",
});
endpoint("sql", server.id, "sqlServer", "privatelink.database.windows.net");
diagnostics("database", database.id);

// A web app with a slot: settings in the app, and in a resource beside the slot; secrets by reference to Key Vault.
const plan = new web.AppServicePlan("records", {
    resourceGroupName,
    name: "plan-records",
    kind: "linux",
    reserved: true,
    zoneRedundant: true,
    sku: { name: "P1v3", tier: "PremiumV3", capacity: 3 },
    tags,
});
const siteConfig = {
    linuxFxVersion: "DOTNETCORE|10.0",
    alwaysOn: true,
    ftpsState: "Disabled",
    http20Enabled: true,
    minTlsVersion: "1.2",
    scmMinTlsVersion: "1.2",
    remoteDebuggingEnabled: false,
    healthCheckPath: "/health",
    vnetRouteAllEnabled: true,
    httpLoggingEnabled: true,
    detailedErrorLoggingEnabled: true,
    requestTracingEnabled: true,
    ipSecurityRestrictionsDefaultAction: "Deny",
    scmIpSecurityRestrictionsDefaultAction: "Deny",
    cors: { allowedOrigins: ["https://records.supplier.example"] },
};
const common = {
    resourceGroupName,
    serverFarmId: plan.id,
    httpsOnly: true,
    publicNetworkAccess: "Disabled",
    virtualNetworkSubnetId: apps.id,
    clientAffinityEnabled: false,
    keyVaultReferenceIdentity: identity.id,
    tags,
};
const site = new web.WebApp("records", {
    ...common,
    name: "app-records",
    kind: "app,linux",
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    siteConfig: {
        ...siteConfig,
        appSettings: [
            { name: "Cache__Password", value: "@Microsoft.KeyVault(VaultName=kv-records;SecretName=cache)" },
            { name: "Storage__BlobEndpoint", value: "https://strecordsletters.blob.core.windows.net/" },
            { name: "Authentication__TokenEndpoint", value: "https://login.microsoftonline.com/organizations/oauth2/v2.0/token" },
        ],
        connectionStrings: [
            {
                name: "Records",
                type: "SQLAzure",
                connectionString:
                    "Server=tcp:sql-records.database.windows.net;Database=records;Authentication=Active Directory Managed Identity;Encrypt=True",
            },
        ],
    },
});
new web.WebAppFtpAllowed("records", { resourceGroupName, name: site.name, allow: false });
new web.WebAppScmAllowed("records", { resourceGroupName, name: site.name, allow: false });
new web.WebAppAuthSettingsV2("records", {
    resourceGroupName,
    name: site.name,
    platform: { enabled: true },
    globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "RedirectToLoginPage" },
    httpSettings: { requireHttps: true },
    identityProviders: {
        azureActiveDirectory: {
            enabled: true,
            registration: {
                clientId: "44444444-4444-4444-4444-444444444444",
                openIdIssuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
                clientSecretSettingName: "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET",
            },
        },
    },
});
const staging = new web.WebAppSlot("staging", {
    ...common,
    name: site.name,
    slot: "staging",
    kind: "app,linux",
    identity: { type: "SystemAssigned" },
    siteConfig,
});
new web.WebAppApplicationSettingsSlot("staging", {
    resourceGroupName,
    name: site.name,
    slot: "staging",
    properties: { MICROSOFT_PROVIDER_AUTHENTICATION_SECRET: "@Microsoft.KeyVault(SecretUri=https://kv-records.vault.azure.net/secrets/sign-in/)" },
});
new web.WebAppFtpAllowedSlot("staging", { resourceGroupName, name: site.name, slot: "staging", allow: false });
new web.WebAppScmAllowedSlot("staging", { resourceGroupName, name: site.name, slot: "staging", allow: false });
diagnostics("site", site.id);
diagnostics("staging", staging.id);
endpoint("site", site.id, "sites", "privatelink.azurewebsites.net");

// A function app that opens its storage with its identity.
const functionApp = new web.WebApp("letters", {
    ...common,
    name: "func-letters",
    kind: "functionapp,linux",
    identity: { type: "SystemAssigned" },
    siteConfig: {
        ...siteConfig,
        linuxFxVersion: "DOTNET-ISOLATED|10.0",
        appSettings: [
            { name: "FUNCTIONS_EXTENSION_VERSION", value: "~4" },
            { name: "FUNCTIONS_WORKER_RUNTIME", value: "dotnet-isolated" },
            { name: "AzureWebJobsStorage__accountName", value: "strecordsletters" },
            { name: "ServiceBus__fullyQualifiedNamespace", value: "sb-records.servicebus.windows.net" },
        ],
    },
});
new web.WebAppSlot("letters-staging", {
    ...common,
    name: "func-letters",
    slot: "staging",
    kind: "functionapp,linux",
    identity: { type: "SystemAssigned" },
    siteConfig: {
        ...siteConfig,
        linuxFxVersion: "DOTNET-ISOLATED|10.0",
        appSettings: [
            { name: "FUNCTIONS_EXTENSION_VERSION", value: "~4" },
            { name: "FUNCTIONS_WORKER_RUNTIME", value: "dotnet-isolated" },
        ],
    },
});
for (const [name, slot] of [
    ["func-letters", undefined],
    ["func-letters", "staging"],
] as const) {
    if (slot === undefined) {
        new web.WebAppFtpAllowed(name, { resourceGroupName, name, allow: false });
        new web.WebAppScmAllowed(name, { resourceGroupName, name, allow: false });
    } else {
        new web.WebAppFtpAllowedSlot(name, { resourceGroupName, name, slot, allow: false });
        new web.WebAppScmAllowedSlot(name, { resourceGroupName, name, slot, allow: false });
    }
}
diagnostics("functions", functionApp.id);

// A queue.
const bus = new servicebus.Namespace("records", {
    resourceGroupName,
    namespaceName: "sb-records",
    sku: { name: "Premium", tier: "Premium", capacity: 1 },
    disableLocalAuth: true,
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    zoneRedundant: true,
    tags,
});
new servicebus.Queue("results", { resourceGroupName, namespaceName: bus.name, queueName: "results", requiresDuplicateDetection: true });
diagnostics("bus", bus.id);
endpoint("bus", bus.id, "namespace", "privatelink.servicebus.windows.net");

// Images, and apps that run them.
const registry = new containerregistry.Registry("images", {
    resourceGroupName,
    registryName: "acrrecords",
    sku: { name: "Premium" },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    dataEndpointEnabled: true,
    publicNetworkAccess: "Disabled",
    networkRuleBypassOptions: "AzureServices",
    zoneRedundancy: "Enabled",
    policies: {
        quarantinePolicy: { status: "disabled" },
        retentionPolicy: { status: "enabled", days: 30 },
        exportPolicy: { status: "disabled" },
        azureADAuthenticationAsArmPolicy: { status: "disabled" },
    },
    tags,
});
diagnostics("images", registry.id);
endpoint("images", registry.id, "registry", "privatelink.azurecr.io");
const environment = new app.ManagedEnvironment("records", {
    resourceGroupName,
    environmentName: "cae-records",
    appLogsConfiguration: { destination: "azure-monitor" },
    vnetConfiguration: { infrastructureSubnetId: containers.id, internal: true },
    publicNetworkAccess: "Disabled",
    zoneRedundant: true,
    peerAuthentication: { mtls: { enabled: true } },
    peerTrafficConfiguration: { encryption: { enabled: true } },
    workloadProfiles: [{ name: "Consumption", workloadProfileType: "Consumption" }],
    tags,
});
diagnostics("environment", environment.id);
new app.ContainerApp("viewer", {
    resourceGroupName,
    containerAppName: "viewer",
    environmentId: environment.id,
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    configuration: {
        activeRevisionsMode: "Multiple",
        ingress: {
            external: true,
            targetPort: 8080,
            allowInsecure: false,
            transport: "auto",
            clientCertificateMode: "require",
            traffic: [{ latestRevision: true, weight: 100 }],
        },
        registries: [{ server: "acrrecords.azurecr.io", identity: identityId }],
        secrets: [{ name: "cache", keyVaultUrl: "https://kv-records.vault.azure.net/secrets/cache", identity: identityId }],
    },
    template: {
        containers: [
            {
                name: "viewer",
                image: "acrrecords.azurecr.io/viewer:1.4.2",
                env: [
                    { name: "CACHE_PASSWORD", secretRef: "cache" },
                    { name: "REGION", value: "uksouth" },
                ],
                probes: [{ type: "Liveness", httpGet: { path: "/health", port: 8080 } }],
                resources: { cpu: 0.5, memory: "1Gi" },
            },
        ],
        scale: { minReplicas: 3, maxReplicas: 10 },
    },
    tags,
});

// A cluster, and an identity for one of its workloads.
const cluster = new containerservice.ManagedCluster("records", {
    resourceGroupName,
    resourceName: "aks-records",
    dnsPrefix: "records",
    kubernetesVersion: "1.36",
    sku: { name: "Base", tier: "Standard" },
    identity: { type: "SystemAssigned" },
    disableLocalAccounts: true,
    enableRBAC: true,
    aadProfile: { managed: true, enableAzureRBAC: true, tenantID: tenantId },
    apiServerAccessProfile: { enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false },
    publicNetworkAccess: "Disabled",
    autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
    oidcIssuerProfile: { enabled: true },
    networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkDataplane: "cilium",
        networkPolicy: "cilium",
        loadBalancerSku: "standard",
    },
    securityProfile: {
        workloadIdentity: { enabled: true },
        imageCleaner: { enabled: true, intervalHours: 48 },
        defender: { logAnalyticsWorkspaceResourceId: workspaceId, securityMonitoring: { enabled: true } },
    },
    addonProfiles: {
        azurepolicy: { enabled: true },
        omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspace.id, useAADAuth: "true" } },
        azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: "true" } },
    },
    agentPoolProfiles: [
        {
            name: "system",
            mode: "System",
            count: 3,
            vmSize: "Standard_D4ds_v5",
            osType: "Linux",
            osSKU: "AzureLinux",
            osDiskType: "Ephemeral",
            availabilityZones: ["1", "2", "3"],
            enableEncryptionAtHost: true,
            enableNodePublicIP: false,
            vnetSubnetID: containers.id,
            onlyCriticalAddonsEnabled: true,
        },
    ],
    tags,
});
new containerservice.AgentPool("records", {
    resourceGroupName,
    resourceName: cluster.name,
    agentPoolName: "records",
    mode: "User",
    count: 3,
    vmSize: "Standard_D4ds_v5",
    osType: "Linux",
    osSKU: "AzureLinux",
    availabilityZones: ["1", "2", "3"],
    enableEncryptionAtHost: true,
    enableNodePublicIP: false,
    vnetSubnetID: containers.id,
    tags,
});
new containerservice.MaintenanceConfiguration("nodes", {
    resourceGroupName,
    resourceName: cluster.name,
    configName: "aksManagedNodeOSUpgradeSchedule",
    maintenanceWindow: {
        durationHours: 4,
        startTime: "01:00",
        utcOffset: "+00:00",
        schedule: { weekly: { dayOfWeek: "Tuesday", intervalWeeks: 1 } },
    },
});
new containerservice.MaintenanceConfiguration("cluster", {
    resourceGroupName,
    resourceName: cluster.name,
    configName: "aksManagedAutoUpgradeSchedule",
    maintenanceWindow: {
        durationHours: 4,
        startTime: "01:00",
        utcOffset: "+00:00",
        schedule: { weekly: { dayOfWeek: "Wednesday", intervalWeeks: 1 } },
    },
});
diagnostics("cluster", cluster.id);
new managedidentity.FederatedIdentityCredential("workload", {
    resourceGroupName,
    resourceName: identity.name,
    federatedIdentityCredentialResourceName: "viewer",
    issuer: cluster.oidcIssuerProfile.apply(profile => profile?.issuerURL ?? ""),
    subject: "system:serviceaccount:records:viewer",
    audiences: ["api://AzureADTokenExchange"],
});
new managedidentity.FederatedIdentityCredential("deploys", {
    resourceGroupName,
    resourceName: "id-records",
    federatedIdentityCredentialResourceName: "github",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:supplier/records:environment:live",
    audiences: ["api://AzureADTokenExchange"],
});

// What happens when the function app stops: tried out every quarter.
new chaos.Experiment("stops", {
    resourceGroupName,
    experimentName: "letters-stop",
    identity: { type: "SystemAssigned" },
    properties: {
        selectors: [
            {
                type: "List",
                id: "functions",
                targets: [
                    {
                        type: "ChaosTarget",
                        id: pulumi.interpolate`${functionApp.id}/providers/Microsoft.Chaos/targets/Microsoft-AppService`,
                    },
                ],
            },
        ],
        steps: [
            {
                name: "stop",
                branches: [
                    {
                        name: "stop",
                        actions: [
                            {
                                type: "continuous",
                                name: "urn:csci:microsoft:appService:stop/1.0",
                                duration: "PT10M",
                                selectorId: "functions",
                                parameters: [],
                            },
                        ],
                    },
                ],
            },
        ],
    },
    tags,
});

// Alerts that reach people.
const people = new monitor.ActionGroup("people", {
    resourceGroupName,
    actionGroupName: "ag-records",
    groupShortName: "records",
    location: "Global",
    enabled: true,
    emailReceivers: [{ name: "on-call", emailAddress: "on-call@supplier.example", useCommonAlertSchema: true }],
    tags,
});
new monitor.MetricAlert("errors", {
    resourceGroupName,
    ruleName: "errors",
    location: "Global",
    description: "The app answers with errors",
    enabled: true,
    severity: 1,
    scopes: [site.id],
    evaluationFrequency: "PT1M",
    windowSize: "PT5M",
    autoMitigate: true,
    criteria: {
        odataType: "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
        allOf: [
            {
                criterionType: "StaticThresholdCriterion",
                name: "errors",
                metricNamespace: "Microsoft.Web/sites",
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

// Entra: an application that signs clinicians in, one that deploys, and who may sign in how.
const signIn = new azuread.Application("sign-in", {
    displayName: "Records",
    signInAudience: "AzureADMyOrg",
    web: {
        redirectUris: ["https://records.supplier.example/signin-oidc"],
        implicitGrant: { accessTokenIssuanceEnabled: false, idTokenIssuanceEnabled: true },
    },
    requiredResourceAccesses: [
        { resourceAppId: "00000003-0000-0000-c000-000000000000", resourceAccesses: [{ id: "e1fe6dd8-ba31-4d61-89e7-88639da4683d", type: "Scope" }] },
    ],
});
new azuread.ServicePrincipal("sign-in", { clientId: signIn.clientId, appRoleAssignmentRequired: true });
const deploys = new azuread.ApplicationRegistration("deploys", { displayName: "Records, deployment", signInAudience: "AzureADMyOrg" });
new azuread.ApplicationFederatedIdentityCredential("deploys", {
    applicationId: deploys.id,
    displayName: "main",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:supplier/records:ref:refs/heads/main",
    audiences: ["api://AzureADTokenExchange"],
});
/** Global, Privileged Role, Security and Application Administrator. */
const ADMINISTRATORS = [
    "62e90394-69f5-4237-9190-012177145e10",
    "e8611ab8-c189-46e8-94e1-60213ab1f814",
    "194ae4cb-b126-40b2-bd5b-6091b380977d",
    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
];
const breakGlass = new azuread.Group("break-glass", { displayName: "Break glass", securityEnabled: true });
const offices = new azuread.NamedLocation("offices", { displayName: "Offices", ip: { ipRanges: ["203.0.113.0/24"], trusted: true } });
const rule = (
    name: string,
    users: azuread.types.input.ConditionalAccessPolicyConditionsUsers,
    clientAppTypes: string[],
    grantControls: azuread.types.input.ConditionalAccessPolicyGrantControls,
) =>
    new azuread.ConditionalAccessPolicy(name, {
        displayName: name,
        state: "enabled",
        conditions: { clientAppTypes, applications: { includedApplications: ["All"] }, users: { ...users, excludedGroups: [breakGlass.objectId] } },
        grantControls,
    });
rule("everybody-with-mfa", { includedUsers: ["All"] }, ["all"], { operator: "OR", builtInControls: ["mfa"] });
rule("administrators-with-keys", { includedRoles: ADMINISTRATORS }, ["all"], {
    operator: "OR",
    authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
});
rule("no-legacy-sign-in", { includedUsers: ["All"] }, ["exchangeActiveSync", "other"], { operator: "OR", builtInControls: ["block"] });
export const officesId = offices.id;
