import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const server = of("azure-native:sql:Server");
const instance = of("azure-native:sql:ManagedInstance");
const express = of("azure-native:sql:SqlVulnerabilityAssessmentsSetting");
const classic = of("azure-native:sql:ServerVulnerabilityAssessment");
const ofInstance = of("azure-native:sql:ManagedInstanceVulnerabilityAssessment");
const pricing = of("azure-native:security:Pricing");

const resourceGroupName = "rg-records";
const named = server({ resourceGroupName, serverName: "sql" });
const at = { resourceGroupName, serverName: "sql" } as const;
const plan = (props: CaseProps<"azure-native:security:Pricing"> = {}) => pricing({ pricingName: "SqlServers", pricingTier: "Standard", ...props });
const managed = instance({ resourceGroupName, managedInstanceName: "mi" });

export const cases: Cases = {
    "azure-sql-vulnerability-assessment-enabled": {
        compliant: {
            "an express setting": [named, express({ ...at, state: "Enabled" })],
            "an express setting by dependency": (() => {
                const one = server({ resourceGroupName });
                return [one, express({ resourceGroupName, serverName: UNKNOWN, state: "Enabled" }, { serverName: one })];
            })(),
            "a classic assessment": [named, classic({ ...at, storageContainerPath: UNKNOWN, recurringScans: { isEnabled: true } })],
            "a managed instance": [managed, ofInstance({ resourceGroupName, managedInstanceName: "mi", recurringScans: { isEnabled: true } })],
            "the plan of the whole subscription": [named, plan()],
        },
        violating: {
            "nothing set": [named, ""],
            "an express setting switched off": [[named, express({ ...at, state: "Disabled" })], ""],
            "an express setting switched off, under the plan": [[named, express({ ...at, state: "Disabled" }), plan()], ""],
            "an express setting that says nothing": [[named, express(at)], ""],
            "a classic assessment without recurring scans": [[named, classic({ ...at, storageContainerPath: UNKNOWN })], ""],
            "a setting of another server": [[named, express({ resourceGroupName, serverName: "other", state: "Enabled" })], ""],
            "a managed instance, which no plan scans": [[managed, plan()], ""],
            "a plan that is not bought": [[named, plan({ pricingTier: "Free" })], ""],
            "a plan for something else": [[named, plan({ pricingName: "KeyVaults" })], ""],
        },
        undetermined: {
            "a setting of a server not known yet": [[named, express({ resourceGroupName, serverName: UNKNOWN, state: "Enabled" })], ""],
            "recurring scans known only after the update": [
                [managed, ofInstance({ resourceGroupName, managedInstanceName: "mi", recurringScans: { isEnabled: UNKNOWN } })],
                "",
            ],
            "a plan known only after the update": [[named, plan({ pricingTier: UNKNOWN })], ""],
        },
    },
};
