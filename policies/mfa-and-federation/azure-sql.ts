import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, every, or } from "../../src/policy/unknown";
import { isFilled, read, truth } from "../../src/policy/values";

const SERVER = "azure-native:sql:Server";
const INSTANCE = "azure-native:sql:ManagedInstance";
const SYNAPSE = "azure-native:synapse:Workspace";
const SERVER_ONLY = "azure-native:sql:ServerAzureADOnlyAuthentication";
const INSTANCE_ONLY = "azure-native:sql:ManagedInstanceAzureADOnlyAuthentication";
const SERVER_ADMIN = "azure-native:sql:ServerAzureADAdministrator";
const INSTANCE_ADMIN = "azure-native:sql:ManagedInstanceAdministrator";

export const entraOnly = stackPolicy({
    name: "azure-sql-entra-only-authentication",
    title: "SQL servers admit nobody but Entra identities",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [SERVER, INSTANCE, SYNAPSE],
    reads: [SERVER_ONLY, INSTANCE_ONLY],
    why: "A SQL login is a name and a password: no second factor, no Conditional Access, and nobody takes it away when a person leaves.",
    fix: "Set administrators.azureADOnlyAuthentication (on Synapse azureADOnlyAuthentication) to true.",
    references: [
        "azure-policy:b3a22bc9-66de-45fb-98fa-00f5df42f41a",
        "azure-policy:abda6d70-9778-44e7-84a8-06713e6db027",
        "azure-policy:0c28c3fb-c244-42d5-a9bf-f35f2999577b",
        "azure-policy:78215662-041e-49ed-a9dd-5385911b3a1f",
        "azure-policy:6ea81a52-5ca7-4575-9669-eaa910b7edf8",
        "azure-policy:2158ddbe-fefa-408e-b43f-d4faef8ff3b8",
        "checkov:CKV2_AZURE_27",
        "mcsb:IM-1",
        "ms-caf-3.2",
    ],
    checkResource(c) {
        const path = c.type === SYNAPSE ? "azureADOnlyAuthentication" : "administrators.azureADOnlyAuthentication";
        c.require(isEntraOnly(c, c.on(path, false)), path, "SQL logins open the server.");
    },
});

/** What the server says itself, unless a resource beside it says otherwise. */
function isEntraOnly(c: StackCheck, inline: Answer): Answer {
    const beside = c.graph.into(c.resource, [SERVER_ONLY, INSTANCE_ONLY], ["serverName", "managedInstanceName"]);
    const said = [...beside.certain, ...beside.possible].map(r => truth(read(r.props, "azureADOnlyAuthentication")) ?? false);
    if (beside.certain.length > 0) return every(said.slice(0, beside.certain.length), answer => answer);
    return said.every(answer => answer === inline) ? inline : UNKNOWN;
}

export const entraAdministrator = stackPolicy({
    name: "azure-sql-entra-administrator",
    title: "SQL servers have an administrator from Entra",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [SERVER, INSTANCE],
    reads: [SERVER_ADMIN, INSTANCE_ADMIN],
    why: "Without one, nobody can sign in to the database with an Entra identity, and everyone is left with passwords.",
    fix: "Set administrators.sid to the object id of an Entra group, or put a ServerAzureADAdministrator (ManagedInstanceAdministrator) beside the server.",
    references: [
        "azure-policy:1f314764-cb73-4fc9-b863-8eca98ac36e9",
        "checkov:CKV2_AZURE_7",
        "cis-azure-2.0:4.1.4",
        "mcsb:IM-1",
        "ncsc-cloud-principles:10",
    ],
    checkResource(c) {
        const beside = c.graph.into(c.resource, [SERVER_ADMIN, INSTANCE_ADMIN], ["serverName", "managedInstanceName"]);
        const named = linkedSatisfies(beside, r => isFilled(r.props, "sid"));
        c.require(or(isFilled(c.resource.props, "administrators.sid"), named), "administrators.sid", "The server has no administrator from Entra.");
        const kind = "administrators.principalType";
        if (c.has(kind) && c.oneOf(kind, ["Group"]) === false)
            c.advice(kind, "The administrator is no group: nobody else gets in when that one identity is lost.");
    },
});
