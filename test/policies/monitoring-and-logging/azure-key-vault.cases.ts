import { type Cases, UNKNOWN, of } from "../support/cases";

const setting = of("azure-native:monitor:DiagnosticSetting");
const vault = of("azure-native:keyvault:Vault");
const hsm = of("azure-native:keyvault:ManagedHsm");

const keys = vault({ resourceGroupName: "rg-keys", vaultName: "keys" });
const resourceUri = "/subscriptions/s/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/keys";
const workspaceId = "/subscriptions/s/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs";
const audit = [{ categoryGroup: "audit", enabled: true }];

export const cases: Cases = {
    "azure-keyvault-audit-events-logged": {
        compliant: {
            "the audit group": [keys, setting({ resourceUri, workspaceId, logs: audit })],
            "the category": [keys, setting({ resourceUri, workspaceId, logs: [{ category: "AuditEvent", enabled: true }] })],
            "by dependency": [keys, setting({ resourceUri: UNKNOWN, workspaceId, logs: audit }, { resourceUri: keys })],
            "a managed HSM, all logs": (() => {
                const one = hsm({});
                return [
                    one,
                    setting({ resourceUri: UNKNOWN, workspaceId, logs: [{ categoryGroup: "allLogs", enabled: true }] }, { resourceUri: one }),
                ];
            })(),
        },
        violating: {
            "no setting": [keys, ""],
            "another category": [
                [keys, setting({ resourceUri, workspaceId, logs: [{ category: "AzurePolicyEvaluationDetails", enabled: true }] })],
                "",
            ],
            "metrics only": [[keys, setting({ resourceUri, workspaceId, metrics: [{ enabled: true }] })], ""],
            "switched off": [[keys, setting({ resourceUri, workspaceId, logs: [{ categoryGroup: "audit", enabled: false }] })], ""],
            "sent nowhere": [[keys, setting({ resourceUri, logs: audit })], ""],
            "a setting of another vault": [
                (() => {
                    const other = vault({ vaultName: "other" });
                    return [keys, other, setting({ resourceUri: UNKNOWN, workspaceId, logs: audit }, { resourceUri: other })];
                })(),
                "",
            ],
            "a setting of what keeps its secrets in the vault": [
                (() => {
                    const database = of("azure-native:dbforpostgresql:Server")(
                        { administratorLoginPassword: UNKNOWN },
                        { administratorLoginPassword: keys },
                    );
                    return [keys, database, setting({ resourceUri: UNKNOWN, workspaceId, logs: audit }, { resourceUri: database })];
                })(),
                "",
            ],
        },
        undetermined: {
            "a setting of something not known yet": [[keys, setting({ resourceUri: UNKNOWN, workspaceId, logs: audit })], ""],
            "a group not known yet": [[keys, setting({ resourceUri, workspaceId, logs: [{ categoryGroup: UNKNOWN, enabled: true }] })], ""],
            "a vault whose name is not known yet": [
                [vault({ resourceGroupName: "rg-keys", vaultName: UNKNOWN }), setting({ resourceUri, workspaceId, logs: audit })],
                "",
            ],
        },
    },
};
