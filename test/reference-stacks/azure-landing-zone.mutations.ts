import { UNKNOWN } from "../../src/policy/unknown";
import type { Mutation } from "./support";

const token = (module: string, type: string, name: string): string => `azure-native:${module}:${type}::${name}`;
const SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000002";
const ONE_GROUP = `${SUBSCRIPTION}/resourceGroups/workload`;
const definition = (kind: string, id: string): string => `/providers/Microsoft.Authorization/${kind}/${id}`;
const OWNER = definition("roleDefinitions", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
const MICROSOFTS_BENCHMARK = definition("policySetDefinitions", "1f3afdf9-d0c9-4c3d-847f-89da613e70a8");

const SUPPLIER = token("management", "ManagementGroup", "supplier");
const INITIATIVE = token("authorization", "PolicyAssignment", "uk-official-nhs");
const ROLE = token("authorization", "RoleAssignment", "flow-logs");
const GROUP = token("resources", "ResourceGroup", "operations");
const plan = (name: string): string => token("security", "Pricing", name);
const CONTACT = token("security", "SecurityContact", "people");
const EXPORT = token("security", "Automation", "export");
const SENTINEL = token("securityinsights", "SentinelOnboardingState", "sentinel");
const INCIDENTS = token("securityinsights", "AutomationRule", "owner");
const WORKSPACE = token("operationalinsights", "Workspace", "logs");
const ACTIVITY = token("monitor", "DiagnosticSetting", "activity");
const ARCHIVE_READS = token("monitor", "DiagnosticSetting", "records");
const DIRECTORY = token("aadiam", "DiagnosticSetting", "directory");
const ARCHIVE = token("storage", "StorageAccount", "records");
const FLOW_ACCOUNT = token("storage", "StorageAccount", "flows");
const FLOWS = token("network", "FlowLog", "network");
const PEOPLE = token("monitor", "ActionGroup", "people");
const NETWORK = token("network", "VirtualNetwork", "network");
const ENDPOINT_RULES = token("network", "NetworkSecurityGroup", "endpoints");
const WORKLOAD_RULES = token("network", "NetworkSecurityGroup", "workload");

const IMMUTABLE = "immutableStorageWithVersioning";

const governance: readonly Mutation[] = [
    // The NHS's initiative is taken away, only watches, gives way to Microsoft's own, or holds for one resource group.
    { resource: INITIATIVE, removed: true, then: { "azure-nhs-policy-initiative-assigned": "fail" } },
    { resource: INITIATIVE, set: { enforcementMode: "DoNotEnforce" }, then: { "azure-nhs-policy-initiative-assigned": "fail" } },
    { resource: INITIATIVE, set: { enforcementMode: UNKNOWN }, then: { "azure-nhs-policy-initiative-assigned": "undetermined" } },
    { resource: INITIATIVE, set: { policyDefinitionId: MICROSOFTS_BENCHMARK }, then: { "azure-nhs-policy-initiative-assigned": "fail" } },
    { resource: INITIATIVE, set: { policyDefinitionId: UNKNOWN }, then: { "azure-nhs-policy-initiative-assigned": "undetermined" } },
    { resource: INITIATIVE, set: { scope: ONE_GROUP }, then: { "azure-nhs-policy-initiative-assigned": "fail" } },
    { resource: INITIATIVE, set: { scope: UNKNOWN }, then: { "azure-nhs-policy-initiative-assigned": "undetermined" } },
    // The subscription itself will do.
    { resource: INITIATIVE, set: { scope: SUBSCRIPTION }, then: {} },
    // The management group is another stack's: whether the scope is one is seen after the update.
    { resource: SUPPLIER, removed: true, then: { "azure-nhs-policy-initiative-assigned": "undetermined" } },
    { resource: SUPPLIER, set: { groupId: UNKNOWN }, then: {} },

    // What writes flow logs becomes the owner of everything. Of one storage account it may be.
    {
        resource: ROLE,
        set: { roleDefinitionId: OWNER, scope: SUBSCRIPTION },
        then: { "azure-role-assignment-no-broad-standing-privilege": "fail" },
    },
    { resource: ROLE, set: { roleDefinitionId: OWNER }, then: {} },
    {
        resource: ROLE,
        set: { roleDefinitionId: UNKNOWN, scope: SUBSCRIPTION },
        then: { "azure-role-assignment-no-broad-standing-privilege": "undetermined" },
    },

    // Records leave the country.
    { resource: GROUP, set: { location: "westeurope" }, then: { "azure-uk-data-residency": "fail" } },
    { resource: ARCHIVE, set: { location: "northeurope" }, then: { "azure-uk-data-residency": "fail" } },
    { resource: WORKSPACE, set: { location: UNKNOWN }, then: { "azure-uk-data-residency": "undetermined" } },
];

const defender: readonly Mutation[] = [
    // A plan is forgotten, or declared and left on the free tier.
    { resource: plan("KeyVaults"), removed: true, then: { "azure-defender-plans-complete": "fail" } },
    { resource: plan("KeyVaults"), set: { pricingName: UNKNOWN }, then: { "azure-defender-plans-complete": "undetermined" } },
    { resource: plan("KeyVaults"), set: { pricingTier: "Free" }, then: { "azure-defender-plan-standard": "fail" } },
    { resource: plan("KeyVaults"), set: { pricingTier: UNKNOWN }, then: { "azure-defender-plan-standard": "undetermined" } },
    // The smaller plan for servers does not look for vulnerabilities without agents. Where none is named, Azure takes the larger.
    { resource: plan("VirtualMachines"), set: { subPlan: "P1" }, then: { "azure-defender-servers-vulnerability-assessment": "fail" } },
    { resource: plan("VirtualMachines"), set: { subPlan: undefined }, then: {} },
    {
        resource: plan("VirtualMachines"),
        set: { subPlan: UNKNOWN },
        then: { "azure-defender-servers-vulnerability-assessment": "undetermined" },
    },
    // Images are not looked into: the plan is off, or that part of it.
    {
        resource: plan("Containers"),
        set: { pricingTier: "Free" },
        then: { "azure-defender-plan-standard": "fail", "azure-defender-containers-image-scanning": "fail" },
    },
    {
        resource: plan("Containers"),
        set: { extensions: [{ name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "False" }] },
        then: { "azure-defender-containers-image-scanning": "fail" },
    },
    { resource: plan("Containers"), set: { extensions: UNKNOWN }, then: { "azure-defender-containers-image-scanning": "undetermined" } },

    // Defender knows nobody to tell.
    { resource: CONTACT, removed: true, then: { "azure-security-contact-present": "fail" } },
    {
        resource: CONTACT,
        set: { emails: "" },
        then: { "azure-security-contact-emails": "fail", "azure-security-contact-present": "fail" },
    },
    {
        resource: CONTACT,
        set: { emails: undefined },
        then: { "azure-security-contact-emails": "fail", "azure-security-contact-present": "fail" },
    },
    { resource: CONTACT, set: { isEnabled: false }, then: { "azure-security-contact-emails": "fail" } },
    { resource: CONTACT, set: { isEnabled: UNKNOWN }, then: { "azure-security-contact-emails": "undetermined" } },
    // Owners hear nothing, or people who own nothing do instead.
    { resource: CONTACT, set: { "notificationsByRole.state": "Off" }, then: { "azure-security-contact-notifies-owners": "fail" } },
    { resource: CONTACT, set: { "notificationsByRole.roles": ["Contributor"] }, then: { "azure-security-contact-notifies-owners": "fail" } },
    { resource: CONTACT, set: { notificationsByRole: undefined }, then: { "azure-security-contact-notifies-owners": "fail" } },
    { resource: CONTACT, set: { notificationsByRole: UNKNOWN }, then: { "azure-security-contact-notifies-owners": "undetermined" } },
    // No alert is bad enough to be told of. From 'High' on is.
    { resource: CONTACT, set: { notificationsSources: undefined }, then: { "azure-security-contact-alert-severity": "fail" } },
    { resource: CONTACT, set: { "notificationsSources[0].minimalSeverity": "High" }, then: {} },
    {
        resource: CONTACT,
        set: { "notificationsSources[0].minimalSeverity": UNKNOWN },
        then: { "azure-security-contact-alert-severity": "undetermined" },
    },

    // Findings stay in Defender: the export is off, leaves the alerts out, or goes nowhere.
    { resource: EXPORT, set: { isEnabled: false }, then: { "azure-defender-alerts-exported": "fail" } },
    { resource: EXPORT, set: { sources: [{ eventSource: "Assessments" }] }, then: { "azure-defender-alerts-exported": "fail" } },
    { resource: EXPORT, set: { actions: undefined }, then: { "azure-defender-alerts-exported": "fail" } },
    { resource: EXPORT, set: { sources: UNKNOWN }, then: { "azure-defender-alerts-exported": "undetermined" } },
];

const sentinel: readonly Mutation[] = [
    // The workspace is watched by nobody, even where its tag no longer says that it is for that, or another one is watched.
    { resource: SENTINEL, removed: true, then: { "azure-sentinel-onboarded": "fail" } },
    {
        resource: SENTINEL,
        removed: true,
        and: [{ resource: WORKSPACE, set: { "tags.role": undefined } }],
        then: { "azure-sentinel-onboarded": "fail" },
    },
    {
        resource: SENTINEL,
        set: { workspaceName: "another" },
        then: { "azure-sentinel-onboarded": "fail", "azure-sentinel-incident-automation": "undetermined" },
    },
    {
        resource: SENTINEL,
        set: { workspaceName: UNKNOWN },
        then: { "azure-sentinel-onboarded": "undetermined", "azure-sentinel-incident-automation": "undetermined" },
    },
    // Incidents wait for somebody to find them: no rule, one that is off, that runs on alerts, or that gives them to nobody.
    { resource: INCIDENTS, removed: true, then: { "azure-sentinel-incident-automation": "fail" } },
    { resource: INCIDENTS, set: { "triggeringLogic.isEnabled": false }, then: { "azure-sentinel-incident-automation": "fail" } },
    { resource: INCIDENTS, set: { "triggeringLogic.triggersOn": "Alerts" }, then: { "azure-sentinel-incident-automation": "fail" } },
    { resource: INCIDENTS, set: { "actions[0].actionConfiguration.owner": undefined }, then: { "azure-sentinel-incident-automation": "fail" } },
    { resource: INCIDENTS, set: { actions: UNKNOWN }, then: { "azure-sentinel-incident-automation": "undetermined" } },
];

const records: readonly Mutation[] = [
    // What is done to the subscription is not recorded, in part, for one resource group only, or sent nowhere.
    { resource: ACTIVITY, removed: true, then: { "azure-activity-log-exported": "fail" } },
    { resource: ACTIVITY, set: { "logs[0].enabled": false }, then: { "azure-activity-log-exported": "fail" } },
    { resource: ACTIVITY, set: { "logs[1]": undefined }, then: { "azure-activity-log-exported": "fail" } },
    { resource: ACTIVITY, set: { resourceUri: ONE_GROUP }, then: { "azure-activity-log-exported": "fail" } },
    { resource: ACTIVITY, set: { resourceUri: UNKNOWN }, then: { "azure-activity-log-exported": "undetermined" } },
    {
        resource: ACTIVITY,
        set: { workspaceId: undefined, storageAccountId: undefined },
        then: { "azure-activity-log-exported": "fail", "azure-diagnostic-setting-collects-audit": "fail" },
    },
    {
        resource: ACTIVITY,
        set: { logs: UNKNOWN },
        then: { "azure-activity-log-exported": "undetermined", "azure-diagnostic-setting-collects-audit": "undetermined" },
    },
    // The archive alone will do, and service health need not be in it.
    { resource: ACTIVITY, set: { workspaceId: undefined }, then: {} },
    { resource: ACTIVITY, set: { "logs[2]": undefined }, then: {} },
    // Sign-ins of people, or changes in the directory, are left out, or sent nowhere.
    { resource: DIRECTORY, set: { "logs[6].enabled": false }, then: { "azure-entra-sign-in-logs-exported": "fail" } },
    { resource: DIRECTORY, set: { "logs[0]": undefined }, then: { "azure-entra-sign-in-logs-exported": "fail" } },
    {
        resource: DIRECTORY,
        set: { workspaceId: undefined, storageAccountId: undefined },
        then: { "azure-entra-sign-in-logs-exported": "fail" },
    },
    { resource: DIRECTORY, set: { logs: UNKNOWN }, then: { "azure-entra-sign-in-logs-exported": "undetermined" } },
    // A setting that collects nothing.
    { resource: ARCHIVE_READS, set: { logs: [] }, then: { "azure-diagnostic-setting-collects-audit": "fail" } },
    { resource: ARCHIVE_READS, set: { logs: UNKNOWN }, then: { "azure-diagnostic-setting-collects-audit": "undetermined" } },

    // Logs go after a quarter, which is too soon for an investigation, or after Azure's thirty days.
    { resource: WORKSPACE, set: { retentionInDays: 90 }, then: { "azure-investigation-log-retention": "fail" } },
    {
        resource: WORKSPACE,
        set: { retentionInDays: undefined },
        then: { "azure-investigation-log-retention": "fail", "azure-log-analytics-retention": "fail" },
    },
    {
        resource: WORKSPACE,
        set: { retentionInDays: UNKNOWN },
        then: { "azure-investigation-log-retention": "undetermined", "azure-log-analytics-retention": "undetermined" },
    },
    { resource: WORKSPACE, set: { "features.disableLocalAuth": false }, then: { "azure-platform-services-local-auth-disabled": "fail" } },
    {
        resource: WORKSPACE,
        set: { "features.disableLocalAuth": UNKNOWN },
        then: { "azure-platform-services-local-auth-disabled": "undetermined" },
    },

    // The archive can be changed, or takes nothing more once it cannot.
    { resource: ARCHIVE, set: { [IMMUTABLE]: undefined }, then: { "azure-log-archive-protected": "fail" } },
    { resource: ARCHIVE, set: { [`${IMMUTABLE}.immutabilityPolicy.state`]: "Disabled" }, then: { "azure-log-archive-protected": "fail" } },
    {
        resource: ARCHIVE,
        set: { [`${IMMUTABLE}.immutabilityPolicy.allowProtectedAppendWrites`]: false },
        then: { "azure-log-archive-protected": "fail" },
    },
    { resource: ARCHIVE, set: { [IMMUTABLE]: UNKNOWN }, then: { "azure-log-archive-protected": "undetermined" } },
    // Anybody may read it. Where nothing is said, nobody may.
    {
        resource: ARCHIVE,
        set: { allowBlobPublicAccess: true },
        then: { "azure-log-archive-protected": "fail", "azure-storage-no-anonymous-blob-access": "fail" },
    },
    { resource: ARCHIVE, set: { allowBlobPublicAccess: undefined }, then: {} },
    {
        resource: ARCHIVE,
        set: { allowBlobPublicAccess: UNKNOWN },
        then: { "azure-log-archive-protected": "undetermined", "azure-storage-no-anonymous-blob-access": "undetermined" },
    },
    { resource: ARCHIVE, set: { "sku.name": "Standard_LRS" }, then: { "azure-storage-redundant": "fail" } },
    { resource: ARCHIVE, set: { "sku.name": UNKNOWN }, then: { "azure-storage-redundant": "undetermined" } },
    // The account of the flow logs is opened step by step.
    { resource: FLOW_ACCOUNT, set: { enableHttpsTrafficOnly: false }, then: { "azure-storage-https-only": "fail" } },
    { resource: FLOW_ACCOUNT, set: { enableHttpsTrafficOnly: UNKNOWN }, then: { "azure-storage-https-only": "undetermined" } },
    { resource: FLOW_ACCOUNT, set: { minimumTlsVersion: undefined }, then: { "azure-storage-min-tls-1-2": "fail" } },
    { resource: FLOW_ACCOUNT, set: { minimumTlsVersion: UNKNOWN }, then: { "azure-storage-min-tls-1-2": "undetermined" } },
    {
        resource: FLOW_ACCOUNT,
        set: { allowSharedKeyAccess: true },
        then: { "azure-storage-shared-key-disabled": "fail", "azure-storage-sas-expiry-bounded": "fail" },
    },
    {
        resource: FLOW_ACCOUNT,
        set: { allowSharedKeyAccess: UNKNOWN },
        then: { "azure-storage-shared-key-disabled": "undetermined", "azure-storage-sas-expiry-bounded": "undetermined" },
    },
    { resource: FLOW_ACCOUNT, set: { networkRuleSet: undefined }, then: { "azure-storage-network-default-deny": "fail" } },
    { resource: FLOW_ACCOUNT, set: { "networkRuleSet.defaultAction": "Allow" }, then: { "azure-storage-network-default-deny": "fail" } },
    { resource: FLOW_ACCOUNT, set: { "networkRuleSet.defaultAction": UNKNOWN }, then: { "azure-storage-network-default-deny": "undetermined" } },
];

const alerts: readonly Mutation[] = [
    { resource: PEOPLE, set: { enabled: false }, then: { "azure-action-group-deliverable": "fail" } },
    { resource: PEOPLE, set: { emailReceivers: [] }, then: { "azure-action-group-deliverable": "fail" } },
    { resource: PEOPLE, set: { emailReceivers: UNKNOWN }, then: { "azure-action-group-deliverable": "undetermined" } },

    // Nobody hears that Azure itself has trouble: no alert, one that is off, or one that tells nobody.
    { resource: "service-health", removed: true, then: { "azure-service-health-alert": "fail" } },
    { resource: "service-health", set: { enabled: false }, then: { "azure-service-health-alert": "fail", "azure-alert-rule-routed": "fail" } },
    { resource: "service-health", set: { actions: undefined }, then: { "azure-service-health-alert": "fail", "azure-alert-rule-routed": "fail" } },
    {
        resource: "service-health",
        set: { enabled: UNKNOWN },
        then: { "azure-service-health-alert": "undetermined", "azure-alert-rule-routed": "undetermined" },
    },
    // Somebody changes what Azure checks, or a network's rules, and no alert is raised, or one for a single resource group.
    { resource: "Authorization-policyAssignments-write", removed: true, then: { "azure-activity-log-alerts-for-security-operations": "fail" } },
    { resource: "Authorization-policyAssignments-write", set: { "actions.actionGroups": [] }, then: { "azure-alert-rule-routed": "fail" } },
    { resource: "Authorization-policyAssignments-write", set: { actions: UNKNOWN }, then: { "azure-alert-rule-routed": "undetermined" } },
    {
        resource: "Network-networkSecurityGroups-delete",
        set: { scopes: [ONE_GROUP] },
        then: { "azure-activity-log-alerts-for-security-operations": "fail" },
    },
    {
        resource: "Network-networkSecurityGroups-delete",
        set: { scopes: UNKNOWN },
        then: { "azure-activity-log-alerts-for-security-operations": "undetermined" },
    },
];

const network: readonly Mutation[] = [
    // A port of administration, or another than the web's, is opened to everyone. The web's may be.
    {
        resource: ENDPOINT_RULES,
        set: { "securityRules[0].sourceAddressPrefix": "Internet", "securityRules[0].destinationPortRanges": ["22"] },
        then: { "azure-nsg-no-management-ports-from-internet": "fail" },
    },
    {
        resource: ENDPOINT_RULES,
        set: { "securityRules[0].sourceAddressPrefix": "*", "securityRules[0].destinationPortRanges": ["8443"] },
        then: { "azure-nsg-no-unrestricted-inbound": "fail" },
    },
    { resource: ENDPOINT_RULES, set: { "securityRules[0].sourceAddressPrefix": "*" }, then: {} },
    // The rule that denies the rest lets it in, ports of administration too.
    { resource: WORKLOAD_RULES, set: { "securityRules[0].access": "Allow" }, then: { "azure-nsg-no-management-ports-from-internet": "fail" } },
    {
        resource: WORKLOAD_RULES,
        set: { "securityRules[0].access": UNKNOWN },
        then: { "azure-nsg-no-management-ports-from-internet": "undetermined", "azure-nsg-no-unrestricted-inbound": "undetermined" },
    },
    { resource: NETWORK, set: { "subnets[0].networkSecurityGroup": undefined }, then: { "azure-subnet-has-network-security-group": "fail" } },
    { resource: NETWORK, set: { "subnets[0]": UNKNOWN }, then: { "azure-subnet-has-network-security-group": "undetermined" } },

    // Nobody sees who spoke to whom: no flow log, one that is off, that is soon gone, or that nothing reads.
    { resource: FLOWS, removed: true, then: { "azure-virtual-network-flow-logs": "fail" } },
    {
        resource: FLOWS,
        set: { enabled: false },
        then: { "azure-virtual-network-flow-logs": "fail", "azure-flow-log-retained-and-analysed": "fail" },
    },
    { resource: FLOWS, set: { "retentionPolicy.days": 30 }, then: { "azure-flow-log-retained-and-analysed": "fail" } },
    { resource: FLOWS, set: { flowAnalyticsConfiguration: undefined }, then: { "azure-flow-log-retained-and-analysed": "fail" } },
    { resource: FLOWS, set: { flowAnalyticsConfiguration: UNKNOWN }, then: { "azure-flow-log-retained-and-analysed": "undetermined" } },
    { resource: FLOWS, set: { targetResourceId: UNKNOWN }, then: { "azure-virtual-network-flow-logs": "undetermined" } },
];

export const mutations: readonly Mutation[] = [...governance, ...defender, ...sentinel, ...records, ...alerts, ...network];
