import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const topic = of("aws:sns/topic:Topic");
const subscription = of("aws:sns/topicSubscription:TopicSubscription");
const alarm = of("aws:cloudwatch/metricAlarm:MetricAlarm");
const composite = of("aws:cloudwatch/compositeAlarm:CompositeAlarm");
const target = of("aws:cloudwatch/eventTarget:EventTarget");
const slack = of("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration");
const teams = of("aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration");
const notifications = of("aws:backup/vaultNotifications:VaultNotifications");

const alerts = topic({ name: "alerts" });
const subscribe = (protocol: string | typeof UNKNOWN, endpoint: string | typeof UNKNOWN = UNKNOWN): CaseResource =>
    subscription({ topic: UNKNOWN, protocol, endpoint }, { topic: alerts });
const alarming = alarm({ comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [UNKNOWN] }, { alarmActions: alerts });
const routed = target({ rule: "guardduty", arn: UNKNOWN }, { arn: alerts });
const byArn = alarm({
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    alarmActions: ["arn:aws:sns:eu-west-2:111122223333:alerts"],
});

export const cases: Cases = {
    "aws-alert-topic-has-subscribers": {
        compliant: {
            "a mailbox": [alarming, subscribe("email", "on-call@example.nhs.uk")],
            "an endpoint that is not known yet": [routed, subscribe("https")],
            "an alarm that names the topic's ARN": [byArn, subscribe("sms", "+441632960000"), alerts],
            "a channel in Slack": [
                alarming,
                slack(
                    { configurationName: "a", iamRoleArn: "r", slackChannelId: "c", slackTeamId: "t", snsTopicArns: [UNKNOWN] },
                    { snsTopicArns: alerts },
                ),
            ],
            "a channel in Teams": [
                routed,
                teams(
                    { configurationName: "a", iamRoleArn: "r", channelId: "c", teamId: "t", tenantId: "n", snsTopicArns: [UNKNOWN] },
                    { snsTopicArns: alerts },
                ),
            ],
            "two, by setting": { resources: [routed, subscribe("email", "a"), subscribe("lambda")], settings: { minSubscriptions: 2 } },
        },
        violating: {
            "absent: nobody": [alarming, ""],
            "a composite alarm that nobody hears": [
                composite({ alarmName: "a", alarmRule: "ALARM(b)", alarmActions: [UNKNOWN] }, { alarmActions: alerts }),
                "",
            ],
            "a vault's notices that nobody hears": [
                notifications({ backupVaultName: "daily", backupVaultEvents: ["COPY_JOB_FAILED"], snsTopicArn: UNKNOWN }, { snsTopicArn: alerts }),
                "",
            ],
            "plain HTTP": [[routed, subscribe("http", "http://alerts.example.nhs.uk")], ""],
            "no address": [[routed, subscribe("email", "")], ""],
            "one where two are asked for": { resources: [routed, subscribe("email", "a")], settings: { minSubscriptions: 2 }, property: "" },
        },
        undetermined: {
            "a protocol that is not known": [[routed, subscribe(UNKNOWN)], ""],
            "a subscription to a topic that is not known": [[routed, subscription({ topic: UNKNOWN, protocol: "email", endpoint: "a" })], ""],
            "perhaps no alerts": [[alerts, target({ rule: "orders", arn: UNKNOWN })], ""],
        },
        notApplicable: { "a topic without alerts": alerts },
    },
};
