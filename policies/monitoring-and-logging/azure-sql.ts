import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, oneOf, where } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, every, is, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text, truth } from "../../src/policy/values";
import { AUDIT_GROUPS, DIAGNOSTIC_SETTING, sendEach, settingsUnder } from "../shared/azure-diagnostics";
import { byOwnId } from "../shared/azure-links";
import { PRICING, isSubscriptionPlan } from "../shared/azure-subscription";

const SERVER = "azure-native:sql:Server";
const INSTANCE = "azure-native:sql:ManagedInstance";
const AUDITING = ["azure-native:sql:ServerBlobAuditingPolicy", "azure-native:sql:ExtendedServerBlobAuditingPolicy"] as const;
const DATABASE_AUDITING = "azure-native:sql:DatabaseBlobAuditingPolicy";

export const sqlAuditing = stackPolicy({
    name: "azure-sql-auditing-enabled",
    title: "SQL servers are audited, and their records kept",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [SERVER],
    reads: [...AUDITING, DIAGNOSTIC_SETTING],
    why: "A server without an auditing policy keeps no record of who signed in to its databases and what they read.",
    fix: "Add a ServerBlobAuditingPolicy with state 'Enabled' and isAzureMonitorTargetEnabled, and a DiagnosticSetting of the database master that sends SQLSecurityAuditEvents to a workspace.",
    references: [
        "azure-policy:a6fb4358-5bf4-4ad7-ba82-2cd2f41ce5e9",
        "checkov:CKV_AZURE_23",
        "checkov:CKV_AZURE_156",
        "checkov:CKV2_AZURE_13",
        "cis-azure-2.0:4.1.1",
        "cis-azure-3.0:5.1.1",
        "mcsb:LT-3",
        "ncsc-cloud-principles:13",
    ],
    checkResource({ graph, resource, require }) {
        // The records of all databases of the server come through its master.
        const collected = sendEach(settingsUnder(graph, resource, "/databases/master"), ["SQLSecurityAuditEvents"], AUDIT_GROUPS);
        const audits = (policy: Resource): Answer =>
            and(
                isOneOf(read(policy.props, "state"), ["Enabled"]),
                or(isFilled(policy.props, "storageEndpoint"), and(truth(read(policy.props, "isAzureMonitorTargetEnabled")) ?? false, collected)),
            );
        require(linkedSatisfies(
            graph.into(resource, AUDITING, "serverName"),
            audits,
        ), "", "No auditing policy of the server sends its records to an account, or through a diagnostic setting of the database master.");
    },
});

const ALERT_POLICY = "azure-native:sql:ServerSecurityAlertPolicy";
const PROTECTION = "azure-native:security:AdvancedThreatProtection";

export const sqlThreatDetection = stackPolicy({
    name: "azure-sql-threat-detection-enabled",
    title: "Attacks on SQL servers are detected",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [SERVER, INSTANCE],
    reads: [ALERT_POLICY, PROTECTION, PRICING],
    why: "Injection, guessed passwords and data drawn off to a strange place show in a server's traffic, to those who look.",
    fix: "Add a ServerSecurityAlertPolicy with state 'Enabled' and no disabledAlerts, or a security Pricing 'SqlServers' with pricingTier 'Standard'.",
    references: [
        "azure-policy:abfb4388-5bf4-4ad7-ba82-2cd2f41ceae9",
        "azure-policy:abfb7388-5bf4-4ad7-ba99-2cd2f41cebb9",
        "checkov:CKV_AZURE_25",
        "checkov:CKV2_AZURE_13",
        "cis-azure-2.0:4.2.1",
        "cis-azure-3.0:3.1.7.3",
        "mcsb:DP-2",
        "mcsb:IR-3",
        "mcsb:IR-5",
        "mcsb:LT-1",
        "mcsb:LT-2",
        "ms-caf-3.2",
        "ncsc-cloud-principles:13",
        "ncsc-cloud-principles:5.2",
    ],
    checkResource({ graph, resource, type, require }) {
        const bySubscription = some(graph.of(PRICING), plan =>
            and(
                isOneOf(read(plan.props, "pricingName"), ["SqlServers"]),
                isOneOf(read(plan.props, "pricingTier"), ["Standard"]),
                isSubscriptionPlan(graph, plan),
            ),
        );
        const byPolicy =
            type === SERVER &&
            linkedSatisfies(graph.into(resource, ALERT_POLICY, "serverName"), ({ props }) =>
                and(
                    isOneOf(read(props, "state"), ["Enabled"]),
                    // Azure itself writes an empty list as one of an empty word.
                    every(list(read(props, "disabledAlerts")), alert => is(alert, known => text(known) === "")),
                ),
            );
        const byProtection = linkedSatisfies(byOwnId(graph, resource, PROTECTION, "resourceId"), p => truth(read(p.props, "isEnabled")) ?? false);
        require(or(bySubscription, byPolicy, byProtection), "", "No alert policy, and no Defender plan of the stack, watches the server.");
    },
});

const DEFAULT_GROUPS = ["BATCH_COMPLETED_GROUP", "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP", "FAILED_DATABASE_AUTHENTICATION_GROUP"];

export const sqlAuditPolicyComplete = must({
    name: "azure-sql-audit-policy-complete",
    title: "Auditing policies of SQL record what matters for long enough",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [...AUDITING, DATABASE_AUDITING],
    why: "A policy that leaves out sign-ins or statements, or forgets them after a week, has no answer when an attack is found months later.",
    fix: "Set state 'Enabled', leave retentionDays out or at the setting minRetentionDays or more, and leave auditActionsAndGroups out or keep Azure's three groups in it.",
    remedies: [{ path: "state", value: "Enabled" }],
    references: [
        "azure-policy:89099bee-89e0-4b26-a5f4-165451757743",
        "azure-policy:7ff426e2-515f-405a-91c8-4f2333442eb5",
        "checkov:CKV_AZURE_24",
        "checkov:CKV_AZURE_156",
        "cis-azure-2.0:4.1.6",
        "cis-azure-3.0:5.1.6",
        "mcsb:LT-6",
    ],
    settings: {
        minRetentionDays: {
            type: "integer",
            minimum: 1,
            default: 90,
            description: "Days for which audit records must be kept; 0 keeps them for ever.",
        },
    },
    facts: ({ minRetentionDays }) => [
        oneOf("state", ["Enabled"], undefined, "The auditing policy is off."),
        ...where(
            props => isFilled(props, "storageEndpoint"),
            fact("retentionDays", `Audit records are kept for fewer than ${String(minRetentionDays)} days.`, value =>
                is(asNumber(value) ?? 0, days => days === 0 || days >= minRetentionDays),
            ),
        ),
        fact("auditActionsAndGroups", `The policy leaves out one of the groups ${DEFAULT_GROUPS.join(", ")}.`, value =>
            is(
                list(value),
                groups =>
                    groups.length === 0 ||
                    every(DEFAULT_GROUPS, group => some(groups, given => is(given, known => text(known).toUpperCase() === group))),
            ),
        ),
    ],
});
