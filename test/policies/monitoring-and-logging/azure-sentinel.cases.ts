import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const workspace = of("azure-native:operationalinsights:Workspace");
const onboarding = of("azure-native:securityinsights:SentinelOnboardingState");
const solution = of("azure-native:operationsmanagement:Solution");

const resourceGroupName = "rg-security";
const security = workspace({ resourceGroupName, workspaceName: "security", tags: { role: "security-monitoring" } });
const workspaceResourceId = "/subscriptions/s/resourceGroups/rg-security/providers/Microsoft.OperationalInsights/workspaces/security";
const plan = (product: string) => ({ name: `${product}(security)`, publisher: "Microsoft", promotionCode: "", product });

export const cases: Cases = {
    "azure-sentinel-onboarded": {
        compliant: {
            "by name": [security, onboarding({ resourceGroupName, workspaceName: "security", sentinelOnboardingStateName: "default" })],
            "by dependency": [security, onboarding({ resourceGroupName, workspaceName: UNKNOWN }, { workspaceName: security })],
            "by the solution that came before": [
                security,
                solution({ plan: plan("OMSGallery/SecurityInsights"), properties: { workspaceResourceId } }),
            ],
            "in the stack that holds the security tools": holding("security-account", onboarding({ resourceGroupName, workspaceName: "elsewhere" })),
        },
        violating: {
            "not onboarded": [security, ""],
            "another workspace is": [[security, onboarding({ resourceGroupName, workspaceName: "other" })], ""],
            "another solution": [[security, solution({ plan: plan("OMSGallery/Updates"), properties: { workspaceResourceId } })], ""],
            "security tools without Sentinel": holding("security-account", workspace({ workspaceName: "logs" })),
        },
        undetermined: {
            "a workspace not known yet": [[security, onboarding({ resourceGroupName, workspaceName: UNKNOWN })], ""],
            "tags known only after the update": [workspace({ workspaceName: "security", tags: UNKNOWN }), ""],
        },
        notApplicable: { "a workspace for other logs": workspace({ workspaceName: "app", tags: { role: "application" } }) },
    },
};
