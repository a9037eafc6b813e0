import { type Cases, UNKNOWN, of } from "../support/cases";

const workspace = of("azure-native:operationalinsights:Workspace");
const table = of("azure-native:operationalinsights:Table");

const kept = (retentionInDays?: number | typeof UNKNOWN) =>
    workspace({ workspaceName: "logs", ...(retentionInDays === undefined ? {} : { retentionInDays }) });
const audit = { workspaceName: "logs", tableName: "AuditLogs" };

export const cases: Cases = {
    "azure-investigation-log-retention": {
        compliant: {
            "a workspace that keeps a year": kept(365),
            "a table that does, in its archive": [kept(90), table({ ...audit, retentionInDays: 90, totalRetentionInDays: 730 })],
            "a table that does as its workspace": [kept(365), table({ ...audit, retentionInDays: -1, totalRetentionInDays: -1 })],
            "a table by dependency": (() => {
                const one = kept(90);
                return [one, table({ workspaceName: UNKNOWN, tableName: "Syslog", totalRetentionInDays: 365 }, { workspaceName: one })];
            })(),
        },
        violating: {
            "as Azure has it": [kept(), "retentionInDays"],
            "a workspace that keeps a quarter": [kept(90), "retentionInDays"],
            "with another table that is kept": [
                [kept(90), table({ workspaceName: "logs", tableName: "Perf", totalRetentionInDays: 730 })],
                "retentionInDays",
            ],
            "a table that keeps less than its workspace": [[kept(365), table({ ...audit, retentionInDays: 90 })], "totalRetentionInDays"],
        },
        undetermined: {
            "days not known yet": [kept(UNKNOWN), "retentionInDays"],
            "a table of a workspace not known yet": [table({ workspaceName: UNKNOWN, tableName: "AuditLogs" }), "totalRetentionInDays"],
            "a table that does as a workspace elsewhere": [table(audit), "totalRetentionInDays"],
            "a name not known yet": [table({ workspaceName: "logs", tableName: UNKNOWN, totalRetentionInDays: 90 }), "totalRetentionInDays"],
        },
        notApplicable: { "another table": table({ workspaceName: "logs", tableName: "App_CL", totalRetentionInDays: 30 }) },
    },
};
