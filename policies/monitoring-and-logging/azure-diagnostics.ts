import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { parseAzureId } from "../../src/policy/identity";
import type { StackCheck } from "../../src/policy/check";
import { type Answer, UNKNOWN, and, not, or } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { AUDIT_GROUPS, DIAGNOSTIC_SETTING, collects, hasDestination, settingsOf } from "../shared/azure-diagnostics";
import { madeFrom } from "../shared/azure-links";
import { isBroad } from "../shared/azure-scopes";

/** Types of which no setting is asked by default: their logs are of use or of cost, seldom of what an attacker did. */
const QUIET = [
    "azure-native:sql:Database",
    "azure-native:network:PublicIPAddress",
    "azure-native:web:WebApp",
    "azure-native:logic:Workflow",
    "azure-native:search:Service",
    "azure-native:cognitiveservices:Account",
    "azure-native:machinelearningservices:Workspace",
    "azure-native:batch:BatchAccount",
    "azure-native:datafactory:Factory",
    "azure-native:streamanalytics:StreamingJob",
    "azure-native:iothub:IotHubResource",
    "azure-native:automation:AutomationAccount",
    "azure-native:signalrservice:SignalR",
    "azure-native:redis:Redis",
    "azure-native:dataprotection:BackupVault",
] as const;

const LOGGED = [
    "azure-native:sql:ManagedInstance",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:dbforpostgresql:Server",
    "azure-native:dbformysql:Server",
    "azure-native:containerservice:ManagedCluster",
    "azure-native:containerregistry:Registry",
    "azure-native:network:ApplicationGateway",
    "azure-native:network:AzureFirewall",
    "azure-native:network:VirtualNetworkGateway",
    "azure-native:network:BastionHost",
    "azure-native:cdn:Profile",
    "azure-native:apimanagement:ApiManagementService",
    "azure-native:eventhub:Namespace",
    "azure-native:servicebus:Namespace",
    "azure-native:databricks:Workspace",
    "azure-native:synapse:Workspace",
    "azure-native:recoveryservices:Vault",
    "azure-native:healthcareapis:FhirService",
] as const;

const LOGGABLE = [...LOGGED, ...QUIET];

/** Tiers of a service that send no logs to Azure Monitor. */
function isSilentTier(c: Pick<StackCheck<"azure-native:cdn:Profile">, "oneOf"> & { readonly type: string }): Answer {
    switch (c.type) {
        case "azure-native:cdn:Profile":
            return not(c.oneOf("sku.name", ["Standard_AzureFrontDoor", "Premium_AzureFrontDoor"]));
        case "azure-native:apimanagement:ApiManagementService":
            return c.oneOf("sku.name", ["Consumption"]);
        case "azure-native:databricks:Workspace":
            return c.oneOf("sku.name", ["standard"]);
        default:
            return false;
    }
}

export const diagnosticSettingPresent = stackPolicy({
    name: "azure-diagnostic-setting-present",
    title: "Services send their logs somewhere",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: LOGGABLE,
    reads: [DIAGNOSTIC_SETTING],
    why: "A service on Azure keeps no log of who used it until a diagnostic setting says where to send it.",
    fix: "Add a monitor DiagnosticSetting with the resource's id as resourceUri, a workspaceId, and logs enabled for the categoryGroup 'allLogs' or 'audit'.",
    references: [
        "azure-policy:7f89b1eb-583c-429a-8828-af049802c1d9",
        "azure-policy:187242f4-89c6-4c43-9a4e-188c0efacc5f",
        "azure-policy:91a78b24-f231-4a8a-8da9-02c35b2b6510",
        "azure-policy:245fc9df-fa96-4414-9a0b-3738c2f7341c",
        "azure-policy:83a214f7-d01a-484b-91a9-ed54470c9a6a",
        "azure-policy:f8d36e2f-389b-4ee4-898d-21aeb69a0f45",
        "azure-policy:34f95f76-5386-4de7-b824-0d8478470c9d",
        "azure-policy:b4330a05-a843-4bc8-bf9a-cacce50c67f4",
        "azure-policy:1b4d1c4e-934c-4703-944c-27c82c06bebb",
        "azure-policy:afe0c3be-ba3b-4544-ba52-0c99672a8ad6",
        "azure-policy:138ff14d-b687-4faa-a81c-898c91a87fa2",
        "azure-policy:428256e6-1fac-4f48-a757-df34c2b3336d",
        "azure-policy:f9be5368-9bf5-4b84-9e0a-7850da98bb46",
        "azure-policy:383856f8-de7f-44a2-81fc-e5135b5c2aa4",
        "azure-policy:8a04f872-51e9-4313-97fb-fc1c35430fd8",
        "azure-policy:8a04f872-51e9-4313-97fb-fc1c3543011c",
        "azure-policy:cd906338-3453-47ba-9334-2d654bf845af",
        "azure-policy:752154a7-1e0f-45c6-a880-ac75a7e4f648",
        "azure-policy:d9f1f9a9-8795-49f9-9e7b-e11db14caeb2",
        "checkov:CKV2_AZURE_54",
        "cis-azure-2.0:5.4",
        "mcsb:LT-3",
        "ncsc-cloud-principles:13",
    ],
    settings: {
        unloggedTypes: {
            type: "array",
            items: { type: "string", enum: LOGGABLE },
            default: QUIET,
            description: "Types of which no diagnostic setting is asked.",
        },
    },
    checkResource(c) {
        const silent = isSilentTier(c);
        if (c.settings.unloggedTypes.includes(c.type)) c.notApplicable("a type that the setting unloggedTypes leaves out");
        else if (silent === true) c.notApplicable("a tier of the service that has no logs");
        else
            c.require(
                or(
                    silent,
                    linkedSatisfies(settingsOf(c.graph, c.resource), setting => and(hasDestination(setting), collects(setting))),
                ),
                "",
                "No diagnostic setting sends logs of the resource anywhere.",
            );
    },
});

/** Types that publish audit records of their own, and what their ids say. */
const PUBLISHERS: Readonly<Record<string, string>> = {
    "azure-native:keyvault:Vault": "microsoft.keyvault/vaults",
    "azure-native:keyvault:ManagedHsm": "microsoft.keyvault/managedhsms",
    "azure-native:containerservice:ManagedCluster": "microsoft.containerservice/managedclusters",
    "azure-native:sql:Database": "microsoft.sql/servers/databases",
    "azure-native:sql:ManagedInstance": "microsoft.sql/managedinstances",
    "azure-native:sql:ManagedDatabase": "microsoft.sql/managedinstances/databases",
    "azure-native:dbforpostgresql:Server": "microsoft.dbforpostgresql/flexibleservers",
    "azure-native:dbformysql:Server": "microsoft.dbformysql/flexibleservers",
    "azure-native:cosmosdb:DatabaseAccount": "microsoft.documentdb/databaseaccounts",
    "azure-native:storage:BlobServiceProperties": "microsoft.storage/storageaccounts/blobservices",
    "azure-native:storage:QueueServiceProperties": "microsoft.storage/storageaccounts/queueservices",
    "azure-native:storage:TableServiceProperties": "microsoft.storage/storageaccounts/tableservices",
    "azure-native:storage:FileServiceProperties": "microsoft.storage/storageaccounts/fileservices",
    "azure-native:containerregistry:Registry": "microsoft.containerregistry/registries",
    "azure-native:network:ApplicationGateway": "microsoft.network/applicationgateways",
    "azure-native:network:AzureFirewall": "microsoft.network/azurefirewalls",
    "azure-native:network:BastionHost": "microsoft.network/bastionhosts",
    "azure-native:network:VirtualNetworkGateway": "microsoft.network/virtualnetworkgateways",
    "azure-native:cdn:Profile": "microsoft.cdn/profiles",
    "azure-native:apimanagement:ApiManagementService": "microsoft.apimanagement/service",
    "azure-native:eventhub:Namespace": "microsoft.eventhub/namespaces",
    "azure-native:servicebus:Namespace": "microsoft.servicebus/namespaces",
    "azure-native:recoveryservices:Vault": "microsoft.recoveryservices/vaults",
    "azure-native:web:WebApp": "microsoft.web/sites",
    "azure-native:healthcareapis:FhirService": "microsoft.healthcareapis/workspaces/fhirservices",
};
const PUBLISHING = new Set(Object.values(PUBLISHERS));
/** A part of these may be meant, of which the program knows no more than the whole. */
const WHOLES = ["azure-native:storage:StorageAccount", "azure-native:sql:Server"];

/** Is the setting one of a resource, or of a subscription, that publishes audit records? */
function isOfPublisher({ graph, resource }: Pick<StackCheck, "graph" | "resource">): Answer {
    const uri = read(resource.props, "resourceUri");
    if (uri !== UNKNOWN && uri !== undefined) {
        const { namespace, segments } = parseAzureId(text(uri));
        return or(isBroad({ graph, resource }, "resourceUri", uri), PUBLISHING.has([namespace, ...segments.map(([type]) => type)].join("/")));
    }
    const origins = madeFrom(graph, resource, "resourceUri").map(origin => origin.type);
    if (origins.some(type => type in PUBLISHERS)) return true;
    return origins.length === 0 || origins.some(type => WHOLES.includes(type)) ? UNKNOWN : false;
}

export const diagnosticSettingCollectsAudit = stackPolicy({
    name: "azure-diagnostic-setting-collects-audit",
    title: "Diagnostic settings collect who did what, not only how much",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: [DIAGNOSTIC_SETTING],
    why: "A setting that sends metrics, or the logs of an engine, says nothing of who signed in and what they read.",
    fix: "Add an enabled entry with categoryGroup 'audit' or 'allLogs', or one of the setting auditCategories, to logs, and set workspaceId.",
    references: ["azure-policy:7f89b1eb-583c-429a-8828-af049802c1d9", "ncsc-cloud-principles:13"],
    settings: {
        auditCategories: {
            type: "array",
            items: { type: "string" },
            default: [
                ..."AuditEvent kube-audit kube-audit-admin guard SQLSecurityAuditEvents PostgreSQLLogs MySqlAuditLogs DataPlaneRequests".split(" "),
                ..."ControlPlaneRequests StorageRead StorageWrite StorageDelete ContainerRegistryLoginEvents".split(" "),
                ..."ContainerRegistryRepositoryEvents ApplicationGatewayAccessLog ApplicationGatewayFirewallLog FrontDoorAccessLog".split(" "),
                ..."FrontDoorWebApplicationFirewallLog AZFWNetworkRule AZFWApplicationRule AzureFirewallNetworkRule".split(" "),
                ..."AzureFirewallApplicationRule BastionAuditLogs P2SDiagnosticLog IKEDiagnosticLog GatewayLogs RuntimeAuditLogs".split(" "),
                ..."OperationalLogs AuditLogs AzureBackupReport CoreAzureBackup Administrative Security AppServiceAuditLogs".split(" "),
                "AppServiceHTTPLogs",
            ],
            description: "Categories of logs that say who did what.",
        },
    },
    checkResource(c) {
        const audits = collects(c.resource, c.settings.auditCategories, AUDIT_GROUPS);
        const asked = or(audits, isOfPublisher(c));
        if (asked === false) {
            c.notApplicable("a setting of something that publishes no audit records");
            return;
        }
        c.require(or(not(asked), audits), "logs", "The setting collects no log that says who did what.");
        c.require(or(not(asked), hasDestination(c.resource)), "workspaceId", "The setting sends what it collects nowhere.");
    },
});
