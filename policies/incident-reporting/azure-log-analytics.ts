import { asNumber } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, not, or } from "../../src/policy/unknown";
import { isOneOf } from "../../src/policy/check";
import { read } from "../../src/policy/values";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const TABLE = "azure-native:operationalinsights:Table";
/** What a workspace does where retentionInDays is left out. */
const WORKSPACE_DAYS = 30;

export const investigationLogRetention = stackPolicy({
    name: "azure-investigation-log-retention",
    title: "The logs that an investigation needs are kept for a year",
    commitment: "incident-reporting",
    topic: "log-protection-and-retention",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [WORKSPACE, TABLE],
    why: "To say whose data an attacker saw, one must go back to when he came in, which is often months before he is found.",
    fix: "Set totalRetentionInDays of the security tables, or retentionInDays of their workspace, to at least the setting minTotalDays.",
    references: ["azure-policy:b02aacc0-b073-424e-8298-42b22829ee0a", "checkov:CKV_AZURE_37"],
    settings: {
        minTotalDays: {
            type: "integer",
            minimum: 30,
            default: 365,
            description: "Days for which the tables must be kept, in the archive or at hand.",
        },
        tables: {
            type: "array",
            items: { type: "string" },
            default: ["SecurityEvent", "SecurityAlert", "SecurityIncident", "AzureActivity", "SigninLogs", "AuditLogs", "AzureDiagnostics", "Syslog"],
            description: "Tables that an investigation needs.",
        },
    },
    checkResource({ graph, resource, type, settings, require, notApplicable }) {
        const { minTotalDays, tables } = settings;
        const short = `Logs are kept for fewer than ${String(minTotalDays)} days.`;
        const enough = (days: number): Answer => days >= minTotalDays;
        const workspaceKeeps = (workspace: Resource): Answer => is(asNumber(read(workspace.props, "retentionInDays")) ?? WORKSPACE_DAYS, enough);
        // Left out, and as -1, the archive's time is the table's, and the table's is the workspace's.
        const tableKeeps = (table: Resource): Answer =>
            inherits(table, "totalRetentionInDays", enough, () =>
                inherits(table, "retentionInDays", enough, () => linkedSatisfies(graph.from(table, "workspaceName", WORKSPACE), workspaceKeeps)),
            );
        const isNeeded = (table: Resource): Answer => isOneOf(read(table.props, "tableName"), tables);
        if (type === TABLE) {
            const needed = isNeeded(resource);
            if (needed === false) notApplicable("a table that the setting tables does not list");
            else require(or(not(needed), tableKeeps(resource)), "totalRetentionInDays", short);
            return;
        }
        const byTable = linkedSatisfies(graph.into(resource, TABLE, "workspaceName"), table => and(isNeeded(table), tableKeeps(table)));
        require(or(workspaceKeeps(resource), byTable), "retentionInDays", short);
    },
});

/** Does the number at a path satisfy the test? Where it is left out or -1, something else answers. */
function inherits({ props }: Resource, path: string, test: (days: number) => Answer, otherwise: () => Answer): Answer {
    return is(asNumber(read(props, path)) ?? -1, days => (days === -1 ? otherwise() : test(days)));
}
