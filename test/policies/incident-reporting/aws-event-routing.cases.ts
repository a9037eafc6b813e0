import { type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const detector = of("aws:guardduty/detector:Detector");
const hub = of("aws:securityhub/account:Account");
const hubV2 = of("aws:securityhub/accountV2:AccountV2");
const vault = of("aws:backup/vault:Vault");
const notifications = of("aws:backup/vaultNotifications:VaultNotifications");
const rule = of("aws:cloudwatch/eventRule:EventRule");
const target = of("aws:cloudwatch/eventTarget:EventTarget");
const topic = of("aws:sns/topic:Topic");
const subscription = of("aws:sns/topicSubscription:TopicSubscription");
const logGroup = of("aws:cloudwatch/logGroup:LogGroup");
const lambda = of("aws:lambda/function:Function");
const queue = of("aws:sqs/queue:Queue");
const userRule = of("aws:notifications/eventRule:EventRule");

const alerts = topic({ name: "alerts" });
const mailbox = subscription({ topic: UNKNOWN, protocol: "email", endpoint: "on-call@example.nhs.uk" }, { topic: alerts });
const silent = topic({ name: "silent" });

const ruleFor = (pattern: object, state?: string | typeof UNKNOWN): CaseResource =>
    rule({ eventPattern: JSON.stringify(pattern), ...(state === undefined ? {} : { state }) });
const to = (source: CaseResource, receiver: CaseResource): CaseResource => target({ rule: UNKNOWN, arn: UNKNOWN }, { rule: source, arn: receiver });
/** A rule with the pattern, whose events reach a mailbox. */
const heard = (pattern: object, state?: string | typeof UNKNOWN): readonly CaseResource[] => {
    const source = ruleFor(pattern, state);
    return [source, to(source, alerts), mailbox];
};
const guardDuty = (...severity: unknown[]): object => ({ source: ["aws.guardduty"], detail: { severity } });
const high = guardDuty({ numeric: [">=", 7] });
const unheard = ruleFor(high);
const stored = ruleFor(high);
const handled = ruleFor(high);
const listed = Array.from({ length: 61 }, (_, i) => 4 + i / 10);

const hubPattern = (findings: object): object => ({
    source: ["aws.securityhub"],
    "detail-type": ["Security Hub Findings - Imported"],
    detail: { findings },
});
const grave = hubPattern({ Severity: { Label: ["CRITICAL", "HIGH"] }, Workflow: { Status: ["NEW"] }, RecordState: ["ACTIVE"] });

const daily = vault({ name: "daily" });
const failures = ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "RECOVERY_POINT_MODIFIED"];
const notify = (events: readonly (string | typeof UNKNOWN)[] | typeof UNKNOWN): CaseResource =>
    notifications({ backupVaultName: UNKNOWN, snsTopicArn: UNKNOWN, backupVaultEvents: events }, { backupVaultName: daily });
const health = { source: ["aws.health"], "detail-type": ["AWS Health Event"] };

export const cases: Cases = {
    "aws-guardduty-findings-routed": {
        compliant: {
            "high severities to a mailbox": [detector({}), ...heard(high)],
            "from medium on": [detector({}), ...heard(guardDuty({ numeric: [">", 3.9] }))],
            "no severity means all": [detector({}), ...heard({ source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] })],
            "every service of AWS": [detector({}), ...heard({ source: [{ prefix: "aws." }] })],
            "severities one by one": [detector({}), ...heard(guardDuty(...listed))],
            "in force, said outright": [detector({}), ...heard(high, "ENABLED")],
            "all but samples": [detector({}), ...heard({ source: ["aws.guardduty"], detail: { type: [{ "anything-but": { prefix: "Sample" } }] } })],
            "to a function": [detector({}), handled, to(handled, lambda({ role: "r" }))],
            "to a queue, by its ARN": [
                detector({}),
                handled,
                target({ rule: UNKNOWN, arn: "arn:aws:sqs:eu-west-2:111122223333:soc" }, { rule: handled }),
            ],
            "by two rules": [detector({}), ...heard(guardDuty({ numeric: [">=", 7, "<", 9] })), ...heard(guardDuty({ numeric: [">=", 9] }))],
            "by Security Hub": [detector({}), hub({}), ...heard(grave)],
        },
        violating: {
            "absent: no rule": [detector({}), ""],
            "critical findings only": [[detector({}), ...heard(guardDuty({ numeric: [">=", 9] }))], ""],
            "high findings without the critical": [[detector({}), ...heard(guardDuty({ numeric: [">=", 7, "<", 9] }))], ""],
            "one kind of finding": [[detector({}), ...heard({ source: ["aws.guardduty"], detail: { type: ["Recon:EC2/Portscan"] } })], ""],
            "another source": [[detector({}), ...heard({ source: ["aws.macie"] })], ""],
            "a rule that is off": [[detector({}), ...heard(high, "DISABLED")], ""],
            "a rule that is off, the older way": [[detector({}), rule({ eventPattern: JSON.stringify(high), isEnabled: false }), mailbox], ""],
            "a rule without a target": [[detector({}), unheard, mailbox], ""],
            "a topic without subscribers": [[detector({}), unheard, to(unheard, silent)], ""],
            "a log group, which tells nobody": [[detector({}), stored, to(stored, logGroup({ name: "/aws/events/guardduty" }))], ""],
            "medium ones too, by setting": {
                resources: [detector({}), ...heard(high)],
                settings: { maxSeverityThreshold: 4 },
                property: "",
            },
        },
        undetermined: {
            "a pattern that is not known": [[detector({}), ...heardUnknown()], ""],
            "perhaps off": [[detector({}), ...heard(high, UNKNOWN)], ""],
            "a target that is not known": [[detector({}), handled, target({ rule: UNKNOWN, arn: UNKNOWN }, { rule: handled })], ""],
            "the target of a rule that is not known": [
                [detector({}), handled, target({ rule: UNKNOWN, arn: "arn:aws:sqs:eu-west-2:111122223333:soc" })],
                "",
            ],
            "a pattern that is no JSON": [[detector({}), ...heardText("{")], ""],
        },
        notApplicable: { "no detector": [alerts, mailbox, queue({})] },
    },
    "aws-security-hub-findings-routed": {
        compliant: {
            "both severities": [hub({}), ...heard(grave)],
            "no severity means all": [hub({}), ...heard({ source: ["aws.securityhub"] })],
            "by the normalised number": [hub({}), ...heard(hubPattern({ Severity: { Normalized: [{ numeric: [">=", 70] }] } }))],
            "failed checks": [hub({}), ...heard(hubPattern({ Severity: { Label: ["HIGH", "CRITICAL"] }, Compliance: { Status: ["FAILED"] } }))],
            "the newer Security Hub": [
                hubV2({}),
                ...heard({ source: ["aws.securityhub"], detail: { findings: { severity: ["High", "Critical"] } } }),
            ],
            "critical only, by setting": {
                resources: [hub({}), ...heard(hubPattern({ Severity: { Label: ["CRITICAL"] } }))],
                settings: { requiredSeverities: ["CRITICAL"] },
            },
        },
        violating: {
            "absent: no rule": [hub({}), ""],
            "critical findings only": [[hub({}), ...heard(hubPattern({ Severity: { Label: ["CRITICAL"] } }))], ""],
            "findings of one product": [[hub({}), ...heard(hubPattern({ ProductName: ["Inspector"] }))], ""],
            "a rule that is off": [[hub({}), ...heard(grave, "DISABLED")], ""],
            "the newer Security Hub without a rule": [hubV2({}), ""],
            "custom actions only": [
                [hub({}), ...heard({ source: ["aws.securityhub"], "detail-type": ["Security Hub Findings - Custom Action"] })],
                "",
            ],
        },
        undetermined: {
            "a pattern that is not known": [[hub({}), ...heardUnknown()], ""],
            "perhaps off": [[hub({}), ...heard(grave, UNKNOWN)], ""],
        },
        notApplicable: { "no Security Hub": alerts },
    },
    "aws-health-and-backup-events-routed": {
        compliant: {
            "a vault's notifications": [daily, notify(failures)],
            "a rule on failed jobs": [daily, ...heard({ source: ["aws.backup"], detail: { state: ["FAILED", "ABORTED", "EXPIRED"] } })],
            "a rule with alternatives": [
                daily,
                ...heard({
                    source: ["aws.backup"],
                    "detail-type": [{ suffix: " Job State Change" }],
                    detail: { $or: [{ state: ["FAILED"] }, { status: ["FAILED"] }] },
                }),
            ],
            "the account's notices": holding("account-baseline", ...heard(health)),
            "the account's notices, by User Notifications": holding(
                "account-baseline",
                userRule({ source: "aws.health", eventType: "AWS Health Event", notificationConfigurationArn: UNKNOWN, regions: ["eu-west-2"] }),
            ),
        },
        violating: {
            "absent: nobody is told": [daily, ""],
            "another vault's notifications": [
                [daily, notifications({ backupVaultName: "weekly", snsTopicArn: UNKNOWN, backupVaultEvents: failures })],
                "",
            ],
            "the event that AWS no longer sends": [[daily, notify(["BACKUP_JOB_FAILED", ...failures.slice(1)])], ""],
            "backups only, not copies": [[daily, ...heard({ source: ["aws.backup"], "detail-type": ["Backup Job State Change"] })], ""],
            "jobs that went well": [[daily, ...heard({ source: ["aws.backup"], detail: { state: ["COMPLETED"] } })], ""],
            "no rule on AWS Health": holding("account-baseline", alerts),
            "one on something else": holding("account-baseline", ...heard(high)),
        },
        undetermined: {
            "events that are not known": [[daily, notify(UNKNOWN)], ""],
            "one event that is not known": [[daily, notify([UNKNOWN, ...failures.slice(1)])], ""],
            "the notifications of a vault that is not known": [
                [daily, notifications({ backupVaultName: UNKNOWN, snsTopicArn: UNKNOWN, backupVaultEvents: failures })],
                "",
            ],
            "a pattern that is not known": holding("account-baseline", ...heardUnknown()),
        },
        notApplicable: { "another stack holds the baseline": alerts },
    },
};

function heardUnknown(): readonly CaseResource[] {
    const source = rule({ eventPattern: UNKNOWN });
    return [source, to(source, alerts), mailbox];
}

function heardText(eventPattern: string): readonly CaseResource[] {
    const source = rule({ eventPattern });
    return [source, to(source, alerts), mailbox];
}
