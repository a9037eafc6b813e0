import { type Cases, UNKNOWN, of } from "../support/cases";

const server = of("azure-native:sql:Server");
const instance = of("azure-native:sql:ManagedInstance");
const synapse = of("azure-native:synapse:Workspace");
const serverOnly = of("azure-native:sql:ServerAzureADOnlyAuthentication");
const instanceOnly = of("azure-native:sql:ManagedInstanceAzureADOnlyAuthentication");

const serverAdmin = of("azure-native:sql:ServerAzureADAdministrator");
const instanceAdmin = of("azure-native:sql:ManagedInstanceAdministrator");

const resourceGroupName = "rg-records";
const records = server({ resourceGroupName, serverName: "sql-records" });
const strict = server({ resourceGroupName, serverName: "sql-records", administrators: { azureADOnlyAuthentication: true } });
const managed = instance({ resourceGroupName, managedInstanceName: "mi-records" });
const ONLY = "administrators.azureADOnlyAuthentication";

export const cases: Cases = {
    "azure-sql-entra-only-authentication": {
        compliant: {
            "a server that says so": strict,
            "an instance that says so": instance({ administrators: { azureADOnlyAuthentication: true } }),
            "a Synapse workspace that says so": synapse({ azureADOnlyAuthentication: true }),
            "a resource beside the server, by its name": [
                records,
                serverOnly({ resourceGroupName, serverName: "sql-records", azureADOnlyAuthentication: true }),
            ],
            "a resource beside the instance, made from it": [
                managed,
                instanceOnly({ managedInstanceName: UNKNOWN, azureADOnlyAuthentication: true }, { managedInstanceName: managed }),
            ],
        },
        violating: {
            "left out: SQL logins work": [records, ONLY],
            "the default said outright": [server({ administrators: { sid: "s", azureADOnlyAuthentication: false } }), ONLY],
            "a Synapse workspace without it": [synapse({ resourceGroupName }), "azureADOnlyAuthentication"],
            "a resource beside it that takes it back": [
                [strict, serverOnly({ resourceGroupName, serverName: "sql-records", azureADOnlyAuthentication: false })],
                ONLY,
            ],
            "a resource of another server": [
                [records, serverOnly({ resourceGroupName, serverName: "sql-other", azureADOnlyAuthentication: true })],
                ONLY,
            ],
        },
        undetermined: {
            "known only after the update": [server({ administrators: { azureADOnlyAuthentication: UNKNOWN } }), ONLY],
            "a resource beside it whose value is not known": [
                [records, serverOnly({ serverName: UNKNOWN, azureADOnlyAuthentication: UNKNOWN }, { serverName: records })],
                ONLY,
            ],
            "perhaps a resource of this server": [[records, serverOnly({ serverName: UNKNOWN, azureADOnlyAuthentication: true })], ONLY],
            "perhaps one that takes it back": [[strict, serverOnly({ serverName: UNKNOWN, azureADOnlyAuthentication: false })], ONLY],
        },
    },
    "azure-sql-entra-administrator": {
        compliant: {
            "a group": server({ administrators: { sid: "s", principalType: "Group" } }),
            "a kind that is left out": server({ administrators: { sid: "s" } }),
            "an object id known only after the update": server({ administrators: { sid: UNKNOWN } }),
            "an application, which could be a group": {
                resources: [instance({ administrators: { sid: UNKNOWN, principalType: "Application" } })],
                advice: true,
            },
            "a resource beside the server, by its name": [records, serverAdmin({ resourceGroupName, serverName: "sql-records", sid: UNKNOWN })],
            "a resource beside the instance, made from it": [
                managed,
                instanceAdmin({ managedInstanceName: UNKNOWN, sid: "s" }, { managedInstanceName: managed }),
            ],
        },
        violating: {
            "left out": [records, "administrators.sid"],
            "Entra only, but nobody named": [strict, "administrators.sid"],
            "nobody, said outright": [server({ administrators: { sid: "" } }), "administrators.sid"],
            "the administrator of another server": [
                [records, serverAdmin({ resourceGroupName, serverName: "sql-other", sid: "s" })],
                "administrators.sid",
            ],
        },
        undetermined: {
            "administrators known only after the update": [server({ administrators: UNKNOWN }), "administrators.sid"],
            "perhaps the administrator of this server": [[records, serverAdmin({ serverName: UNKNOWN, sid: "s" })], "administrators.sid"],
        },
    },
};
