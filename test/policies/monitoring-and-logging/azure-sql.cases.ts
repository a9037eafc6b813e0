import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const server = of("azure-native:sql:Server");
const instance = of("azure-native:sql:ManagedInstance");
const database = of("azure-native:sql:Database");
const auditing = of("azure-native:sql:ServerBlobAuditingPolicy");
const extended = of("azure-native:sql:ExtendedServerBlobAuditingPolicy");
const databaseAuditing = of("azure-native:sql:DatabaseBlobAuditingPolicy");
const setting = of("azure-native:monitor:DiagnosticSetting");
const alerts = of("azure-native:sql:ServerSecurityAlertPolicy");
const protection = of("azure-native:security:AdvancedThreatProtection");
const plan = of("azure-native:security:Pricing");

const resourceGroupName = "rg-records";
const sql = server({ resourceGroupName, serverName: "records" });
const storageEndpoint = "https://audit.blob.core.windows.net";
const serverId = (name: string, group = resourceGroupName) => `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Sql/servers/${name}`;
const toMonitor = auditing({ resourceGroupName, serverName: "records", state: "Enabled", isAzureMonitorTargetEnabled: true });
const events = (props: CaseProps<"azure-native:monitor:DiagnosticSetting">, links: { readonly resourceUri?: CaseResource } = {}) =>
    setting({ workspaceId: UNKNOWN, logs: [{ category: "SQLSecurityAuditEvents", enabled: true }], ...props }, links);
const managed = instance({ resourceGroupName, managedInstanceName: "records" });
const sqlPlan = (pricingTier: string, scopeId: string | typeof UNKNOWN = "subscriptions/s") =>
    plan({ pricingName: "SqlServers", pricingTier, scopeId });

export const cases: Cases = {
    "azure-sql-auditing-enabled": {
        compliant: {
            "to a storage account": [sql, auditing({ resourceGroupName, serverName: "records", state: "Enabled", storageEndpoint })],
            "an extended policy by dependency": [
                sql,
                extended({ serverName: UNKNOWN, state: "Enabled", storageEndpoint: UNKNOWN }, { serverName: sql }),
            ],
            "to a workspace, through the database master": [sql, toMonitor, events({ resourceUri: `${serverId("records")}/databases/master` })],
            "all logs of master": [
                sql,
                toMonitor,
                events({ resourceUri: `${serverId("RECORDS")}/databases/Master`, logs: [{ categoryGroup: "allLogs", enabled: true }] }),
            ],
        },
        violating: {
            "no policy": [sql, ""],
            "a policy that is off": [[sql, auditing({ resourceGroupName, serverName: "records", state: "Disabled", storageEndpoint })], ""],
            "sent nowhere": [[sql, auditing({ resourceGroupName, serverName: "records", state: "Enabled" })], ""],
            "to a workspace, without a diagnostic setting": [[sql, toMonitor], ""],
            "with a setting of another database": [[sql, toMonitor, events({ resourceUri: `${serverId("records")}/databases/app` })], ""],
            "with a setting of a declared database": [
                (() => {
                    const app = database({ serverName: UNKNOWN }, { serverName: sql });
                    return [sql, toMonitor, app, events({ resourceUri: UNKNOWN }, { resourceUri: app })];
                })(),
                "",
            ],
            "with a setting of another server's master": [[sql, toMonitor, events({ resourceUri: `${serverId("other")}/databases/master` })], ""],
            "with a setting that collects something else": [
                [sql, toMonitor, events({ resourceUri: `${serverId("records")}/databases/master`, logs: [{ category: "Errors", enabled: true }] })],
                "",
            ],
            "the policy of another server": [[sql, auditing({ resourceGroupName, serverName: "other", state: "Enabled", storageEndpoint })], ""],
        },
        undetermined: {
            "a state not known yet": [[sql, auditing({ resourceGroupName, serverName: "records", state: UNKNOWN, storageEndpoint })], ""],
            "a policy of a server not known yet": [[sql, auditing({ serverName: UNKNOWN, state: "Enabled", storageEndpoint })], ""],
            "a setting of one of its databases, not known which": [[sql, toMonitor, events({ resourceUri: UNKNOWN }, { resourceUri: sql })], ""],
            "a server whose name is not known yet": [
                (() => {
                    const unnamed = server({ resourceGroupName, serverName: UNKNOWN });
                    return [
                        unnamed,
                        auditing({ serverName: UNKNOWN, state: "Enabled", isAzureMonitorTargetEnabled: true }, { serverName: unnamed }),
                        events({ resourceUri: `${serverId("records")}/databases/master` }),
                    ];
                })(),
                "",
            ],
        },
    },
    "azure-sql-threat-detection-enabled": {
        compliant: {
            "an alert policy": [sql, alerts({ resourceGroupName, serverName: "records", state: "Enabled" })],
            "none switched off, as Azure writes it": [
                sql,
                alerts({ resourceGroupName, serverName: "records", state: "Enabled", disabledAlerts: [""] }),
            ],
            "the subscription's plan": [sql, managed, sqlPlan("Standard")],
            "protection of the instance": [managed, protection({ resourceId: UNKNOWN, isEnabled: true }, { resourceId: managed })],
        },
        violating: {
            "no policy": [sql, ""],
            "an instance": [managed, ""],
            "the free tier": [[sql, sqlPlan("Free")], ""],
            "a policy that is off": [[sql, alerts({ resourceGroupName, serverName: "records", state: "Disabled" })], ""],
            "an alert switched off": [
                [sql, alerts({ resourceGroupName, serverName: "records", state: "Enabled", disabledAlerts: ["Sql_Injection"] })],
                "",
            ],
            "protection that is off": [[managed, protection({ resourceId: UNKNOWN, isEnabled: false }, { resourceId: managed })], ""],
        },
        undetermined: {
            "a state not known yet": [[sql, alerts({ resourceGroupName, serverName: "records", state: UNKNOWN })], ""],
            "alerts not known yet": [[sql, alerts({ resourceGroupName, serverName: "records", state: "Enabled", disabledAlerts: [UNKNOWN] })], ""],
            "perhaps the plan of one resource": [[sql, sqlPlan("Standard", UNKNOWN)], ""],
        },
    },
    "azure-sql-audit-policy-complete": {
        compliant: {
            "as Azure has it": auditing({ state: "Enabled", isAzureMonitorTargetEnabled: true }),
            "kept for ever": extended({ state: "Enabled", storageEndpoint, retentionDays: 0 }),
            "more than the default groups": databaseAuditing({
                state: "Enabled",
                storageEndpoint,
                retentionDays: 90,
                auditActionsAndGroups: [
                    "BATCH_COMPLETED_GROUP",
                    "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
                    "FAILED_DATABASE_AUTHENTICATION_GROUP",
                    "SCHEMA_OBJECT_ACCESS_GROUP",
                ],
            }),
            "short, and kept elsewhere": auditing({ state: "Enabled", isAzureMonitorTargetEnabled: true, retentionDays: 7 }),
        },
        violating: {
            off: [auditing({ state: "Disabled" }), "state"],
            "kept for a week": [extended({ state: "Enabled", storageEndpoint, retentionDays: 7 }), "retentionDays"],
            "no sign-ins": [
                databaseAuditing({ state: "Enabled", storageEndpoint, auditActionsAndGroups: ["BATCH_COMPLETED_GROUP"] }),
                "auditActionsAndGroups",
            ],
        },
        undetermined: {
            "a state not known yet": [auditing({ state: UNKNOWN }), "state"],
            "days not known yet": [auditing({ state: "Enabled", storageEndpoint, retentionDays: UNKNOWN }), "retentionDays"],
            "a group not known yet": [
                auditing({
                    state: "Enabled",
                    storageEndpoint,
                    auditActionsAndGroups: ["BATCH_COMPLETED_GROUP", "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP", UNKNOWN],
                }),
                "auditActionsAndGroups",
            ],
        },
    },
};
