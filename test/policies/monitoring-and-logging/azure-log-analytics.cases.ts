import { type Cases, UNKNOWN, of } from "../support/cases";

const workspace = of("azure-native:operationalinsights:Workspace");
const component = of("azure-native:applicationinsights:Component");

export const cases: Cases = {
    "azure-log-analytics-retention": {
        compliant: {
            "a year": workspace({ retentionInDays: 365 }),
            "a classic component keeps 90 days by default": component({ kind: "web", applicationType: "web" }),
        },
        violating: {
            "a workspace keeps 30 days by default": [workspace({}), "retentionInDays"],
            "30 days, said outright": [workspace({ retentionInDays: 30 }), "retentionInDays"],
            "90 days, where a year is asked for": {
                resources: [component({ kind: "web" })],
                settings: { minRetentionDays: 365 },
                property: "retentionInDays",
            },
        },
        undetermined: { "known only after the update": [workspace({ retentionInDays: UNKNOWN }), "retentionInDays"] },
        notApplicable: { "a component whose data are in a workspace": component({ kind: "web", workspaceResourceId: UNKNOWN }) },
    },
};
