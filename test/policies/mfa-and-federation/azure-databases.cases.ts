import { type Cases, UNKNOWN, of } from "../support/cases";

const postgresql = of("azure-native:dbforpostgresql:Server");
const cluster = of("azure-native:dbforpostgresql:ServerGroupCluster");
const mysql = of("azure-native:dbformysql:Server");
const administrator = of("azure-native:dbformysql:AzureADAdministrator");
const parameter = of("azure-native:dbformysql:Configuration");
const account = of("azure-native:cosmosdb:DatabaseAccount");

const resourceGroupName = "rg-records";
const PASSWORDS = "authConfig.passwordAuth";
const ENTRA = "authConfig.activeDirectoryAuth";
const records = mysql({ resourceGroupName, serverName: "mysql-records" });
const of_records = { resourceGroupName, serverName: "mysql-records" };
const people = administrator({ ...of_records, sid: "s", login: "dba" });
const entraOnly = parameter({ ...of_records, configurationName: "aad_auth_only", value: "ON" });

export const cases: Cases = {
    "azure-postgresql-entra-only-authentication": {
        compliant: {
            "Entra alone": postgresql({ authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled", tenantId: UNKNOWN } }),
            "Entra alone, on Cosmos DB": cluster({ authConfig: { activeDirectoryAuth: "enabled", passwordAuth: "disabled" } }),
            "a replica that says so itself": postgresql({
                createMode: "Replica",
                authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled" },
            }),
        },
        violating: {
            "left out": [postgresql({}), PASSWORDS],
            "the default said outright": [postgresql({ authConfig: { activeDirectoryAuth: "Disabled", passwordAuth: "Enabled" } }), ENTRA],
            "passwords beside Entra": [postgresql({ createMode: "Create", authConfig: { activeDirectoryAuth: "Enabled" } }), PASSWORDS],
            "passwords on Cosmos DB": [cluster({ authConfig: { activeDirectoryAuth: "enabled", passwordAuth: "enabled" } }), PASSWORDS],
            "a replica that lets passwords in": [
                postgresql({ createMode: "Replica", authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Enabled" } }),
                PASSWORDS,
            ],
        },
        undetermined: {
            "known only after the update": [postgresql({ authConfig: UNKNOWN }), PASSWORDS],
            "left out of what may be a replica": [postgresql({ createMode: UNKNOWN }), PASSWORDS],
        },
        notApplicable: {
            "a replica": postgresql({ createMode: "Replica", sourceServerResourceId: UNKNOWN }),
            "a cluster made from another": cluster({ sourceResourceId: UNKNOWN }),
        },
    },
    "azure-mysql-entra-only-authentication": {
        compliant: {
            "an administrator and the parameter, by name": [records, people, entraOnly],
            "made from the server": [
                records,
                administrator({ serverName: UNKNOWN, sid: UNKNOWN }, { serverName: records }),
                parameter({ serverName: UNKNOWN, configurationName: "aad_auth_only", value: "on" }, { serverName: records }),
            ],
        },
        violating: {
            "left out": [records, ""],
            "no administrator": [[records, entraOnly], ""],
            "no parameter": [[records, people], ""],
            "the default said outright": [[records, people, parameter({ ...of_records, configurationName: "aad_auth_only", value: "OFF" })], ""],
            "another parameter": [[records, people, parameter({ ...of_records, configurationName: "event_scheduler", value: "ON" })], ""],
            "a parameter of another server": [
                [records, people, parameter({ resourceGroupName, serverName: "mysql-other", configurationName: "aad_auth_only", value: "ON" })],
                "",
            ],
        },
        undetermined: {
            "a value that is not known": [[records, people, parameter({ ...of_records, configurationName: "aad_auth_only", value: UNKNOWN })], ""],
            "perhaps the administrator of this server": [[records, administrator({ serverName: UNKNOWN, sid: "s" }), entraOnly], ""],
            "perhaps a replica": [mysql({ createMode: UNKNOWN }), ""],
        },
        notApplicable: { "a replica": mysql({ createMode: "Replica" }) },
    },
    "azure-cosmosdb-local-auth-disabled": {
        compliant: {
            "keys are off": account({ disableLocalAuth: true }),
            "keys are off, for vectors": account({ disableLocalAuth: true, capabilities: [{ name: "EnableNoSQLVectorSearch" }] }),
        },
        violating: {
            "left out": [account({ kind: "GlobalDocumentDB" }), "disableLocalAuth"],
            "the default said outright": [account({ disableLocalAuth: false, capabilities: [{ name: "EnableServerless" }] }), "disableLocalAuth"],
            "keys that change no metadata open the data all the same": [account({ disableKeyBasedMetadataWriteAccess: true }), "disableLocalAuth"],
        },
        undetermined: {
            "known only after the update": [account({ disableLocalAuth: UNKNOWN }), "disableLocalAuth"],
            "an API that is not known": [account({ capabilities: [{ name: UNKNOWN }] }), "disableLocalAuth"],
        },
        notApplicable: {
            MongoDB: account({ kind: "MongoDB" }),
            Table: account({ capabilities: [{ name: "EnableTable" }] }),
        },
    },
};
