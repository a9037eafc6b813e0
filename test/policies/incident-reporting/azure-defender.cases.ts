import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const automation = of("azure-native:security:Automation");
type Automation = CaseProps<"azure-native:security:Automation">;
const exporting = (props: Automation = {}) =>
    automation({
        isEnabled: true,
        sources: [{ eventSource: "Alerts" }],
        scopes: [{ scopePath: "/subscriptions/s" }],
        actions: [{ actionType: "Workspace", workspaceResourceId: "/subscriptions/s" }],
        ...props,
    });
const assessments = [{ eventSource: "Assessments" }];

export const cases: Cases = {
    "azure-defender-alerts-exported": {
        compliant: {
            "alerts to a workspace": exporting(),
            "alerts among others": exporting({ sources: [...assessments, { eventSource: "Alerts" }] }),
            "an automation for assessments beside it": [exporting(), exporting({ sources: assessments })],
        },
        violating: {
            "off, where that is left out": [exporting({ isEnabled: undefined }), "isEnabled"],
            "an explicit off": [exporting({ isEnabled: false }), "isEnabled"],
            "assessments only": [exporting({ sources: assessments }), "sources"],
            "assessments beside one that is off": [[exporting({ sources: assessments }), exporting({ isEnabled: false })], "sources"],
            "no sources": [exporting({ sources: undefined }), "sources"],
            "no actions": [exporting({ actions: [] }), "actions"],
            "no scopes": [exporting({ scopes: undefined }), "scopes"],
        },
        undetermined: {
            "perhaps on": [exporting({ isEnabled: UNKNOWN }), "isEnabled"],
            "a source not known yet": [exporting({ sources: [{ eventSource: UNKNOWN }] }), "sources"],
            "actions known only after the update": [exporting({ actions: UNKNOWN }), "actions"],
        },
    },
};
