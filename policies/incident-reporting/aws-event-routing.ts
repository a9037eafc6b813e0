import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import { type Answer, and, or, some } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";
import { ROUTE_READS, isRouted } from "../shared/alert-routes";
import {
    FAILED_BACKUP,
    FAILED_CHECK,
    FAILED_COPY,
    FROM_GUARDDUTY,
    HEALTH,
    SEVERITIES,
    guardDutyFinding,
    hubFinding,
    hubFindingV2,
} from "../shared/security-events";
import { holdsAll } from "../shared/word-lists";

const DETECTOR = "aws:guardduty/detector:Detector";
const HUB = "aws:securityhub/account:Account";
const HUB_V2 = "aws:securityhub/accountV2:AccountV2";

/** Security Hub passes the findings of GuardDuty on, where both are on. */
function routedByHub(graph: Graph): Answer {
    return and(graph.of(HUB).length > 0, isRouted(graph, ...["HIGH", "CRITICAL"].map(label => hubFinding(label, FROM_GUARDDUTY))));
}

export const guardDutyFindingsRouted = stackPolicy({
    name: "aws-guardduty-findings-routed",
    title: "GuardDuty's findings reach somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [DETECTOR],
    reads: [...ROUTE_READS, HUB],
    why: "A finding that only the console shows is read days later, and an incident must be reported within hours.",
    fix: "Add an EventRule with source aws.guardduty and numeric severity, and an EventTarget that is a topic with subscribers, a response plan or a function.",
    references: [],
    settings: {
        maxSeverityThreshold: {
            type: "number",
            minimum: 0,
            maximum: 9,
            default: 7,
            description: "Severity from which every finding must be passed on; GuardDuty gives 2 (low), 5, 8 and 9 (critical).",
        },
    },
    checkStack({ graph, settings, require, notApplicable }) {
        if (graph.of(DETECTOR).length === 0) {
            notApplicable("no GuardDuty detector in this stack");
            return;
        }
        const findings = SEVERITIES.filter(severity => severity >= settings.maxSeverityThreshold).map(guardDutyFinding);
        require(or(
            isRouted(graph, ...findings),
            settings.maxSeverityThreshold > 5 && routedByHub(graph),
        ), "", `No rule passes GuardDuty's findings from a severity of ${String(settings.maxSeverityThreshold)} up on to somebody.`);
    },
});

export const securityHubFindingsRouted = stackPolicy({
    name: "aws-security-hub-findings-routed",
    title: "Security Hub's grave findings reach somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [HUB, HUB_V2],
    reads: ROUTE_READS,
    why: "Security Hub gathers what all detectors find, but tells nobody of it by itself.",
    fix: "Add an EventRule with source aws.securityhub for the severities of requiredSeverities, and an EventTarget that tells somebody.",
    references: [],
    settings: {
        requiredSeverities: {
            type: "array",
            items: { type: "string", enum: ["LOW", "MEDIUM", "HIGH", "CRITICAL"] },
            default: ["CRITICAL", "HIGH"],
            description: "Severities of findings that must be passed on.",
        },
    },
    checkStack({ graph, settings, require, notApplicable }) {
        const old = graph.of(HUB).length > 0;
        if (!old && graph.of(HUB_V2).length === 0) {
            notApplicable("no Security Hub in this stack");
            return;
        }
        const findings = settings.requiredSeverities.map(label => (old ? hubFinding(label, FAILED_CHECK) : hubFindingV2(label)));
        require(isRouted(
            graph,
            ...findings,
        ), "", `No rule passes Security Hub's findings of severity ${settings.requiredSeverities.join(", ")} on to somebody.`);
    },
});

const VAULT = "aws:backup/vault:Vault";
const NOTIFICATIONS = "aws:backup/vaultNotifications:VaultNotifications";
const USER_RULE = "aws:notifications/eventRule:EventRule";

export const healthAndBackupEventsRouted = stackPolicy({
    name: "aws-health-and-backup-events-routed",
    title: "Failed backups and AWS's own notices reach somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [VAULT],
    reads: [NOTIFICATIONS, USER_RULE, ...ROUTE_READS],
    holds: "account-baseline",
    why: "A backup that fails, or that somebody shortens, is noticed on the day of the restore; so is a notice from AWS that only the console shows.",
    fix: "Add VaultNotifications with the events of requiredEvents, or an EventRule on aws.backup, and for the account an EventRule on aws.health.",
    references: [],
    settings: {
        requiredEvents: {
            type: "array",
            items: { type: "string" },
            default: ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "RECOVERY_POINT_MODIFIED"],
            description:
                "Events of which a vault's notifications must tell; AWS tells of failed jobs by BACKUP_JOB_COMPLETED, no longer by BACKUP_JOB_FAILED.",
        },
    },
    checkResource({ graph, resource, settings, require }) {
        const notified = linkedSatisfies(graph.into(resource, NOTIFICATIONS, "backupVaultName"), n =>
            holdsAll(read(n.props, "backupVaultEvents"), settings.requiredEvents),
        );
        require(or(notified, isRouted(graph, FAILED_BACKUP, FAILED_COPY)), "", "Nobody is told of the vault's jobs that fail.");
    },
    checkStack({ graph, require }) {
        const byUserNotification = graph.of(USER_RULE).map(({ props }) =>
            and(
                isOneOf(read(props, "source"), ["aws.health"]),
                some(list(read(props, "regions")), () => true),
            ),
        );
        require(or(
            isRouted(graph, HEALTH),
            ...byUserNotification,
        ), "", "The stack holds the account's baseline, but no rule passes AWS Health's events on to somebody.");
    },
});
