import * as security from "@pulumi/azure-native/security";

import { groups, location, name, security as team, subscription, tags } from "./config";
import { workspace } from "./logs";

// Defender for Cloud watches every kind of resource of the subscription, before the first one is there.
const scope = subscription.apply(id => id.replace(/^\//, ""));
const plans: Record<string, Partial<security.PricingArgs>> = {
    AppServices: {},
    Arm: { subPlan: "PerSubscription" },
    CloudPosture: {},
    Containers: {},
    CosmosDbs: {},
    KeyVaults: { subPlan: "PerKeyVault" },
    OpenSourceRelationalDatabases: {},
    SqlServerVirtualMachines: {},
    SqlServers: {},
    StorageAccounts: {
        subPlan: "DefenderForStorageV2",
        extensions: [
            { name: "OnUploadMalwareScanning", isEnabled: "True", additionalExtensionProperties: { CapGBPerMonthPerStorageAccount: "5000" } },
            { name: "SensitiveDataDiscovery", isEnabled: "True" },
        ],
    },
    VirtualMachines: { subPlan: "P2" },
};
for (const [pricingName, plan] of Object.entries(plans)) {
    new security.Pricing(pricingName, { scopeId: scope, pricingName, pricingTier: "Standard", ...plan });
}

// Whom Defender tells.
new security.SecurityContact("people", {
    securityContactName: "default",
    emails: team.emails.join(";"),
    phone: team.phone,
    isEnabled: true,
    notificationsByRole: { state: "On", roles: ["Owner"] },
    notificationsSources: [
        { sourceType: "Alert", minimalSeverity: "Medium" },
        { sourceType: "AttackPath", minimalRiskLevel: "High" },
    ],
});

// What it finds goes on to the workspace, where Sentinel makes incidents of it.
new security.Automation("export", {
    resourceGroupName: groups.operations.name,
    automationName: `export-${name}`,
    location,
    description: "Alerts and recommendations to the workspace",
    isEnabled: true,
    scopes: [{ description: "The subscription", scopePath: subscription }],
    sources: [{ eventSource: "Alerts" }, { eventSource: "Assessments" }],
    actions: [{ actionType: "Workspace", workspaceResourceId: workspace.id }],
    tags,
});
