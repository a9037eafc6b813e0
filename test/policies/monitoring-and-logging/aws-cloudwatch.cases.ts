import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const logGroup = of("aws:cloudwatch/logGroup:LogGroup");
const metricAlarm = of("aws:cloudwatch/metricAlarm:MetricAlarm");
const compositeAlarm = of("aws:cloudwatch/compositeAlarm:CompositeAlarm");
const muteRule = of("aws:cloudwatch/alarmMuteRule:AlarmMuteRule");
const metricFilter = of("aws:cloudwatch/logMetricFilter:LogMetricFilter");
const eventRule = of("aws:cloudwatch/eventRule:EventRule");
const trail = of("aws:cloudtrail/trail:Trail");

const api = logGroup({ name: "/records/api", retentionInDays: 180 });
const mute = (duration: string): CaseResource => muteRule({ rule: { schedule: { duration, expression: "cron(0 2 * * *)" } } });

const watched = trail({ s3BucketName: "trail", cloudWatchLogsGroupArn: UNKNOWN, cloudWatchLogsRoleArn: UNKNOWN });
const ROOT = '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }';
const filterOf = (pattern: string, name = "root-use"): CaseResource =>
    metricFilter({ logGroupName: "trail", pattern, metricTransformation: { name, namespace: "Security", value: "1" } });
const alarmOf = (metricName = "root-use"): CaseResource => metricAlarm({ metricName, namespace: "Security", alarmActions: [UNKNOWN] });
const rootOnly = { requiredFamilies: ["root-use"] };
const asked = (...resources: readonly CaseResource[]) => ({ resources: [watched, ...resources], settings: rootOnly, property: "" });

/** One pattern for each family. */
const PATTERNS: Readonly<Record<string, string>> = {
    "root-use": ROOT,
    "unauthorised-calls": '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    "console-no-mfa": '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
    "iam-change": "{ ($.eventName = DeleteGroupPolicy) || ($.eventName = CreatePolicy) }",
    "cloudtrail-change": "{ ($.eventName = StopLogging) || ($.eventName = DeleteTrail) }",
    "kms-delete": "{ $.eventName = ScheduleKeyDeletion }",
    "s3-policy-change": "{ $.eventName = PutBucketPolicy }",
    "config-change": "{ $.eventName = StopConfigurationRecorder }",
    "sg-change": "{ $.eventName = AuthorizeSecurityGroupIngress }",
    "nacl-change": "{ $.eventName = CreateNetworkAclEntry }",
    "gateway-change": "{ $.eventName = AttachInternetGateway }",
    "route-change": "{ $.eventName = ReplaceRoute }",
    "vpc-change": "{ $.eventName = DeleteVpc }",
    "console-failures": '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
};

export const cases: Cases = {
    "aws-log-group-retention": {
        compliant: {
            "the minimum": api,
            "for ever, as by default": logGroup({ name: "/records/api" }),
            "for ever, said outright": logGroup({ name: "/records/api", retentionInDays: 0 }),
            "security logs for a year": logGroup({ name: "/records/cloudtrail", retentionInDays: 365 }),
            "a lower minimum by setting": {
                resources: [logGroup({ name: "/records/api", retentionInDays: 30 })],
                settings: { minRetentionDays: 30 },
            },
        },
        violating: {
            "too short": [logGroup({ name: "/records/api", retentionInDays: 30 }), "retentionInDays"],
            "too short for security logs": [logGroup({ name: "/records/flow-logs", retentionInDays: 180 }), "retentionInDays"],
            "too short for a group named after its resource": [logGroup({ retentionInDays: 180 }, {}, "audit"), "retentionInDays"],
            "for ever, where that is not allowed": {
                resources: [logGroup({ name: "/records/api" })],
                settings: { allowIndefinite: false },
                property: "retentionInDays",
            },
        },
        undetermined: {
            "a retention that is not known": [logGroup({ name: "/records/api", retentionInDays: UNKNOWN }), "retentionInDays"],
            "perhaps security logs": [logGroup({ name: UNKNOWN, retentionInDays: 180 }), "retentionInDays"],
            "a class that is not known": [logGroup({ name: "/records/api", logGroupClass: UNKNOWN, retentionInDays: 30 }), "retentionInDays"],
        },
        notApplicable: { "class DELIVERY": logGroup({ name: "/records/api", logGroupClass: "DELIVERY", retentionInDays: 2 }) },
    },
    "aws-log-group-encrypted-and-protected": {
        compliant: {
            "a key": logGroup({ name: "/records/api", kmsKeyId: UNKNOWN }),
            "security logs that cannot be deleted": logGroup({ name: "/records/waf", kmsKeyId: UNKNOWN, deletionProtectionEnabled: true }),
            "security logs that stay when the stack goes": logGroup({ name: "/records/waf", kmsKeyId: UNKNOWN, skipDestroy: true }),
        },
        violating: {
            "no key": [logGroup({ name: "/records/api" }), "kmsKeyId"],
            "security logs that can be deleted, as by default": [logGroup({ name: "/records/waf", kmsKeyId: UNKNOWN }), "deletionProtectionEnabled"],
            "the same said outright": [
                logGroup({ name: "/records/waf", kmsKeyId: UNKNOWN, deletionProtectionEnabled: false }),
                "deletionProtectionEnabled",
            ],
        },
        undetermined: {
            "perhaps protected": [
                logGroup({ name: "/records/waf", kmsKeyId: UNKNOWN, deletionProtectionEnabled: UNKNOWN }),
                "deletionProtectionEnabled",
            ],
            "perhaps security logs": [logGroup({ name: UNKNOWN, kmsKeyId: UNKNOWN }), "deletionProtectionEnabled"],
        },
    },
    "aws-cloudwatch-alarm-actions": {
        compliant: {
            "a topic that is made in the same update": metricAlarm({ name: "errors", alarmActions: [UNKNOWN] }),
            "the default said outright": compositeAlarm({ alarmName: "service", alarmRule: "TRUE", alarmActions: [UNKNOWN], actionsEnabled: true }),
            "part of a composite alarm, by name": [
                metricAlarm({ name: "errors" }),
                compositeAlarm({ alarmName: "service", alarmRule: "ALARM(errors)", alarmActions: [UNKNOWN] }),
            ],
            "part of a composite alarm, by dependency": [
                compositeAlarm({ alarmName: "service", alarmRule: UNKNOWN, alarmActions: [UNKNOWN] }, { alarmRule: metricAlarm() }),
            ],
            "muted for a night": mute("PT8H"),
        },
        violating: {
            "no action": [metricAlarm({ name: "errors" }), "alarmActions"],
            "an empty list": [compositeAlarm({ alarmName: "service", alarmRule: "TRUE", alarmActions: [] }), "alarmActions"],
            "actions that are off": [metricAlarm({ alarmActions: [UNKNOWN], actionsEnabled: false }), "actionsEnabled"],
            "muted for days": [mute("P2DT6H"), "rule.schedule.duration"],
            "nobody is told of missing data, where that is asked for": {
                resources: [metricAlarm({ alarmActions: [UNKNOWN] })],
                settings: { requireInsufficientDataActions: true },
                property: "insufficientDataActions",
            },
        },
        undetermined: {
            "actions that are not known": [metricAlarm({ alarmActions: UNKNOWN }), "alarmActions"],
            "perhaps part of a composite alarm": [
                [metricAlarm({ name: "errors" }), compositeAlarm({ alarmName: "service", alarmRule: UNKNOWN, alarmActions: [UNKNOWN] })],
                "alarmActions",
            ],
            "a duration that cannot be read": [mute("a while"), "rule.schedule.duration"],
        },
    },
    "aws-cloudwatch-security-alarms": {
        compliant: {
            "a filter with an alarm": asked(filterOf(ROOT), alarmOf()),
            "an event rule": asked(eventRule({ eventPattern: JSON.stringify({ detail: { userIdentity: { type: ["Root"] } } }) })),
            "all families": [watched, ...Object.entries(PATTERNS).flatMap(([name, pattern]) => [filterOf(pattern, name), alarmOf(name)])],
        },
        violating: {
            nothing: [watched, ""],
            "a filter without an alarm": asked(filterOf(ROOT)),
            "an alarm on another metric": asked(filterOf(ROOT), alarmOf("errors")),
            "another family": asked(filterOf(PATTERNS["kms-delete"] ?? ""), alarmOf()),
            "a rule that is off": asked(
                eventRule({ state: "DISABLED", eventPattern: JSON.stringify({ detail: { userIdentity: { type: ["Root"] } } }) }),
            ),
        },
        undetermined: {
            "a pattern that is not known": asked(eventRule({ eventPattern: UNKNOWN })),
            "a metric that is not known": asked(filterOf(ROOT), metricAlarm({ metricName: UNKNOWN, namespace: "Security", alarmActions: [UNKNOWN] })),
        },
        notApplicable: { "a trail without a log group": trail({ s3BucketName: "trail" }) },
    },
};
