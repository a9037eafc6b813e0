import { stackPolicy } from "../../src/policy/definition";
import { exempt, must } from "../../src/policy/factories";
import { on, oneOf } from "../../src/policy/facts";
import { isOneOf } from "../../src/policy/check";
import { linkedSatisfies } from "../../src/policy/graph";
import { and, or, some } from "../../src/policy/unknown";
import { isFilled, list, read } from "../../src/policy/values";

const MYSQL = "azure-native:dbformysql:Server";
const MYSQL_ADMIN = "azure-native:dbformysql:AzureADAdministrator";
const MYSQL_PARAMETER = "azure-native:dbformysql:Configuration";

/** Modes in which a flexible PostgreSQL server takes over how its source lets people in. */
const INHERITS = ["Replica", "GeoRestore", "PointInTimeRestore", "ReviveDropped"];

export const postgresqlEntraOnly = must({
    name: "azure-postgresql-entra-only-authentication",
    title: "PostgreSQL servers admit nobody but Entra identities",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:dbforpostgresql:Server", "azure-native:dbforpostgresql:ServerGroupCluster"],
    why: "A database password has no second factor and no Conditional Access, and nobody takes it away when a person leaves.",
    fix: "Set authConfig.activeDirectoryAuth to 'Enabled' and authConfig.passwordAuth to 'Disabled'.",
    references: [
        "azure-policy:fa498b91-8a7e-4710-9578-da944c68d1fe",
        "azure-policy:ce39a96d-bf09-4b60-8c32-e85d52abea0f",
        "azure-policy:b4dec045-250a-48c2-b5cc-e0c4eec8b5b4",
        "mcsb:IM-1",
        "ms-caf-3.2",
    ],
    unless: c =>
        exempt(
            and(!c.has("authConfig"), or(c.oneOf("createMode", INHERITS), c.has("sourceResourceId"))),
            "a replica or a restored server, which lets in those whom its source does",
        ),
    facts: [
        oneOf("authConfig.activeDirectoryAuth", ["Enabled"], "Disabled", "Nobody can sign in to the database with an Entra identity."),
        oneOf("authConfig.passwordAuth", ["Disabled"], "Enabled", "Passwords open the database."),
    ],
});

export const mysqlEntraOnly = stackPolicy({
    name: "azure-mysql-entra-only-authentication",
    title: "MySQL servers admit nobody but Entra identities",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [MYSQL],
    reads: [MYSQL_ADMIN, MYSQL_PARAMETER],
    why: "A database password has no second factor and no Conditional Access, and nobody takes it away when a person leaves.",
    fix: "Put an AzureADAdministrator beside the server, and a Configuration that sets aad_auth_only to 'ON'.",
    references: ["azure-policy:40e85574-ef33-47e8-a854-7a65c7500560", "azure-policy:146412e9-005c-472b-9e48-c87b72ac229e", "mcsb:DP-4", "ms-caf-3.2"],
    checkResource(c) {
        const replica = c.oneOf("createMode", ["Replica"]);
        if (replica === true) {
            c.notApplicable("a replica, which lets in those whom its source does");
            return;
        }
        const administrators = c.graph.into(c.resource, MYSQL_ADMIN, "serverName");
        const parameters = c.graph.into(c.resource, MYSQL_PARAMETER, "serverName");
        c.require(
            or(
                replica,
                linkedSatisfies(administrators, ({ props }) => isFilled(props, "sid")),
            ),
            "",
            "The server has no administrator from Entra.",
        );
        c.require(
            or(
                replica,
                linkedSatisfies(parameters, ({ props }) =>
                    and(isOneOf(read(props, "configurationName"), ["aad_auth_only"]), isOneOf(read(props, "value"), ["ON"])),
                ),
            ),
            "",
            "Passwords open the database: the parameter aad_auth_only is not on.",
        );
    },
});

/** APIs of Cosmos DB that know nothing but keys. */
const KEYED_APIS = ["EnableMongo", "EnableCassandra", "EnableTable", "EnableGremlin"];

export const cosmosLocalAuthDisabled = must({
    name: "azure-cosmosdb-local-auth-disabled",
    title: "Cosmos DB is reached by identity, not by key",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:cosmosdb:DatabaseAccount"],
    why: "An account key opens every record, past MFA and past every role, until somebody changes it.",
    fix: "Set disableLocalAuth to true and give identities data-plane roles.",
    references: [
        "azure-policy:5450f5bd-9c72-4390-a9c4-a7aba4edfdd2",
        "azure-policy:4750c32b-89c0-46af-bfcb-2e4541a818d5",
        "checkov:CKV_AZURE_140",
        "checkov:CKV_AZURE_132",
        "cis-azure-2.0:4.5.3",
        "mcsb:IM-1",
        "ms-caf-3.2",
    ],
    unless: c =>
        exempt(
            or(
                c.oneOf("kind", ["MongoDB"]),
                some(list(c.get("capabilities")), capability => isOneOf(read(capability, "name"), KEYED_APIS)),
            ),
            "an API that knows nothing but keys",
        ),
    facts: [on("disableLocalAuth", false, "The account's keys open it.")],
});
