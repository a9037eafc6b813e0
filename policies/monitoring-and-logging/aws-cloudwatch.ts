import type { Check, StackCheck } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { RemedyContext } from "../../src/policy/remediation";
import type { SettingSchema } from "../../src/policy/settings";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { isFilled, list, read, text } from "../../src/policy/values";
import { EVENT_RULE, METRIC_ALARM, METRIC_FILTER, isAlarmed, isEnabledRule, speaksOf } from "../shared/aws-alerts";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

const securityNames = {
    type: "array",
    items: { type: "string" },
    default: ["cloudtrail", "audit", "flow", "waf", "guardduty"],
    description: "Parts of the names of log groups that hold security logs.",
} as const satisfies SettingSchema;

/** Does the group hold security logs, by its name? One without a name is named after its resource. */
function isSecurityLog(c: Check<typeof LOG_GROUP>, names: readonly string[]): Answer {
    return is(c.word("name") ?? c.word("namePrefix") ?? c.resource.name, name => names.some(part => name.toLowerCase().includes(part.toLowerCase())));
}

/** Periods that CloudWatch Logs accepts, in days. Source: AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html. */
const PERIODS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** The first period that is long enough, in the place of a shorter one. */
function longerRetention({ current, settings }: RemedyContext): number | undefined {
    const least = settings.minRetentionDays as number;
    return typeof current === "number" && current > 0 && current < least ? PERIODS.find(days => days >= least) : undefined;
}

export const logGroupRetention = resourcePolicy({
    name: "aws-log-group-retention",
    title: "Log groups keep their events long enough to investigate",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [LOG_GROUP],
    why: "An intrusion is found months after it began, and what happened before the oldest log cannot be told.",
    fix: "Set retentionInDays to at least minRetentionDays, and securityMinRetentionDays for groups that the setting securityNames tells.",
    remedies: [{ path: "retentionInDays", value: longerRetention }],
    references: ["aws-config:cw-loggroup-retention-period-check", "checkov:CKV_AWS_66", "checkov:CKV_AWS_338", "fsbp:CloudWatch.16"],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, default: 180, description: "Days for which every log group must keep its events." },
        securityMinRetentionDays: { type: "integer", minimum: 1, default: 365, description: "Days for which security logs must be kept." },
        securityNames,
        allowIndefinite: { type: "boolean", default: true, description: "Accept groups that keep their events for ever." },
    },
    check(c) {
        const { minRetentionDays, securityMinRetentionDays, securityNames: names, allowIndefinite } = c.settings;
        const delivery = c.oneOf("logGroupClass", ["DELIVERY"]);
        if (delivery === true) {
            c.notApplicable("a group of class DELIVERY, which AWS empties after two days");
            return;
        }
        const keeps = (days: number): Answer =>
            is(c.number("retentionInDays", 0), kept => (kept === undefined || kept === 0 ? allowIndefinite : kept >= days));
        const general = keeps(minRetentionDays);
        c.require(or(delivery, general), "retentionInDays", `Events are kept for fewer than ${String(minRetentionDays)} days, or for ever.`);
        const security = or(delivery, not(isSecurityLog(c, names)), keeps(securityMinRetentionDays));
        if (general !== false)
            c.require(security, "retentionInDays", `Security logs are kept for fewer than ${String(securityMinRetentionDays)} days.`);
    },
});

export const logGroupEncrypted = resourcePolicy({
    name: "aws-log-group-encrypted-and-protected",
    title: "Log groups have a key of their own, and security logs cannot be deleted by mistake",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [LOG_GROUP],
    why: "Logs hold personal data, and deleting them is how an intruder covers the traces.",
    fix: "Set kmsKeyId, and on security logs deletionProtectionEnabled.",
    remedies: [{ path: "deletionProtectionEnabled", value: true }],
    references: ["aws-config:cloudwatch-log-group-encrypted", "checkov:CKV_AWS_158"],
    settings: { securityNames },
    check(c) {
        c.require(isFilled(c.resource.props, "kmsKeyId"), "kmsKeyId", "The group is encrypted with the key of the service only.");
        const kept = or(c.on("deletionProtectionEnabled", false), c.on("skipDestroy", false));
        const answer = or(not(isSecurityLog(c, c.settings.securityNames)), kept);
        c.require(answer, "deletionProtectionEnabled", "The group holds security logs, but goes when the stack, or anyone, deletes it.");
    },
});

const COMPOSITE_ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const MUTE_RULE = "aws:cloudwatch/alarmMuteRule:AlarmMuteRule";

/** Hours of an ISO 8601 duration, "PT8H" or "P1DT12H"; `undefined` where it is none. */
function hoursOf(duration: string): number | undefined {
    const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration.trim());
    if (!match) return undefined;
    const [weeks, days, hours, minutes, seconds] = (match.slice(1) as (string | undefined)[]).map(part => Number(part ?? 0));
    return (weeks ?? 0) * 168 + (days ?? 0) * 24 + (hours ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
}

/** Does a composite alarm name this one inside its rule, and so speak for it? */
function isPartOfAnother({ graph, resource }: StackCheck): Answer {
    const name = read(resource.props, "name");
    return or(
        linkedSatisfies(graph.into(resource, COMPOSITE_ALARM, "alarmRule"), () => true),
        ...graph
            .of(COMPOSITE_ALARM)
            .map(({ props }) => is(read(props, "alarmRule"), rule => typeof name === "string" && name !== "" && text(rule ?? "").includes(name))),
    );
}

export const alarmActions = stackPolicy({
    name: "aws-cloudwatch-alarm-actions",
    title: "Alarms tell somebody",
    commitment: "monitoring-and-logging",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [METRIC_ALARM, COMPOSITE_ALARM, MUTE_RULE],
    why: "An alarm without an action turns red on a page that nobody watches at night.",
    fix: "Name a topic or another target in alarmActions and leave actionsEnabled on, or take the alarm up in a composite alarm that does.",
    references: [
        "aws-config:cloudwatch-alarm-action-check",
        "aws-config:cloudwatch-alarm-action-enabled-check",
        "checkov:CKV_AWS_319",
        "fsbp:CloudWatch.15",
        "fsbp:CloudWatch.17",
    ],
    settings: {
        requireInsufficientDataActions: { type: "boolean", default: false, description: "Ask for an action when an alarm gets no data, too." },
        maxMuteHours: { type: "integer", minimum: 1, default: 12, description: "Longest time for which alarms may be muted at once." },
    },
    checkResource(c) {
        const { type, get, on, require, settings } = c;
        if (type === MUTE_RULE) {
            const short = is(get("rule.schedule.duration"), duration => {
                const hours = hoursOf(text(duration ?? ""));
                return hours === undefined ? UNKNOWN : hours <= settings.maxMuteHours;
            });
            require(short, "rule.schedule.duration", `Alarms are muted for longer than ${String(settings.maxMuteHours)} hours.`);
            return;
        }
        const some = (path: "alarmActions" | "insufficientDataActions"): Answer => is(list(get(path)), actions => actions.length > 0);
        const taken = type === METRIC_ALARM ? isPartOfAnother(c) : false;
        require(or(taken, some("alarmActions")), "alarmActions", "The alarm tells nobody.");
        require(or(taken, on("actionsEnabled", true)), "actionsEnabled", "The alarm's actions are switched off.");
        if (settings.requireInsufficientDataActions)
            require(or(taken, some("insufficientDataActions")), "insufficientDataActions", "Nobody is told when the alarm gets no data.");
    },
});

const TRAIL = "aws:cloudtrail/trail:Trail";

/** Families of events that an intruder causes, by the words that a pattern for them holds. */
const FAMILIES = {
    "root-use": /userIdentity.{0,20}type.{0,30}Root/s,
    "unauthorised-calls": /UnauthorizedOperation|AccessDenied/,
    "console-no-mfa": /MFAUsed/,
    "iam-change": /(Put|Delete|Attach|Detach)(Role|User|Group)Policy|(Create|Delete)Policy(Version)?\b|iam\.amazonaws\.com/,
    "cloudtrail-change": /StopLogging|DeleteTrail|UpdateTrail|cloudtrail\.amazonaws\.com/,
    "kms-delete": /ScheduleKeyDeletion|DisableKey/,
    "s3-policy-change": /PutBucketPolicy|PutBucketAcl|DeleteBucketPolicy/,
    "config-change": /StopConfigurationRecorder|DeleteDeliveryChannel|PutConfigurationRecorder/,
    "sg-change": /AuthorizeSecurityGroup(In|E)gress|RevokeSecurityGroup(In|E)gress/,
    "nacl-change": /(Create|Delete|Replace)NetworkAcl/,
    "gateway-change": /(Attach|Detach|Delete|Create)(Internet|Customer)Gateway/,
    "route-change": /(Create|Replace|Delete)Route(Table)?\b/,
    "vpc-change": /(Create|Delete)Vpc\b|ModifyVpcAttribute|VpcPeeringConnection/,
    "console-failures": /Failed authentication|ConsoleLogin.{0,200}Failure|Failure.{0,200}ConsoleLogin/s,
} as const;
const FAMILY_NAMES = Object.keys(FAMILIES) as (keyof typeof FAMILIES)[];

export const securityAlarms = stackPolicy({
    name: "aws-cloudwatch-security-alarms",
    title: "A trail's events raise alarms: root use, refused calls, changes to IAM, logging, keys and the network",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TRAIL],
    reads: [METRIC_FILTER, METRIC_ALARM, EVENT_RULE],
    why: "A trail is read after the damage is done; an alarm on the calls that every intruder makes comes while it can be stopped.",
    fix: "Add for each family of the setting requiredFamilies a LogMetricFilter with a MetricAlarm on its metric, or an EventRule with a pattern for it.",
    references: ["fsbp:CloudWatch.1", "fsbp:CloudWatch.4", "fsbp:CloudWatch.5", "fsbp:CloudWatch.7", "fsbp:CloudWatch.14"],
    settings: {
        requiredFamilies: {
            type: "array",
            items: { type: "string", enum: FAMILY_NAMES },
            default: FAMILY_NAMES,
            description: "Families of events that must raise an alarm.",
        },
    },
    checkStack({ graph, require, notApplicable, settings }) {
        const trails = graph.of(TRAIL).filter(trail => isFilled(trail.props, "cloudWatchLogsGroupArn"));
        if (trails.length === 0) {
            notApplicable("no trail of this stack sends its events to CloudWatch Logs");
            return;
        }
        for (const family of FAMILY_NAMES.filter(name => settings.requiredFamilies.includes(name))) {
            const event = FAMILIES[family];
            const watched = or(
                ...graph.of(METRIC_FILTER).map(filter => and(speaksOf(filter, event), isAlarmed(graph, filter))),
                ...graph.of(EVENT_RULE).map(rule => and(speaksOf(rule, event), isEnabledRule(rule))),
            );
            require(watched, "", `Nothing raises an alarm for events of the family ${family}.`);
        }
    },
});
