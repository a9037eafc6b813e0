import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { not, or } from "../../src/policy/unknown";
import { CHAT_CHANNELS, EVENT_TARGET, SUBSCRIPTION, TOPIC, isHeard } from "../shared/alert-routes";
import { METRIC_ALARM } from "../shared/aws-alerts";

const COMPOSITE_ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const VAULT_NOTIFICATIONS = "aws:backup/vaultNotifications:VaultNotifications";

export const alertTopicHasSubscribers = stackPolicy({
    name: "aws-alert-topic-has-subscribers",
    title: "Topics that carry alerts have subscribers",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TOPIC],
    reads: [SUBSCRIPTION, ...CHAT_CHANNELS, METRIC_ALARM, COMPOSITE_ALARM, EVENT_TARGET, VAULT_NOTIFICATIONS],
    why: "A topic without subscribers takes every alert and passes none on.",
    fix: "Add a TopicSubscription with a protocol such as 'email' or 'https', or list the topic in snsTopicArns of a chat channel.",
    references: ["aws-config:cloudwatch-alarm-action-check"],
    settings: {
        minSubscriptions: { type: "integer", minimum: 1, default: 1, description: "Fewest subscriptions of a topic that carries alerts." },
    },
    checkResource({ graph, resource, settings, require, notApplicable }) {
        const carriesAlerts = or(
            linkedSatisfies(graph.into(resource, [METRIC_ALARM, COMPOSITE_ALARM], "alarmActions"), () => true),
            linkedSatisfies(graph.into(resource, EVENT_TARGET, "arn"), () => true),
            linkedSatisfies(graph.into(resource, VAULT_NOTIFICATIONS, "snsTopicArn"), () => true),
        );
        if (carriesAlerts === false) notApplicable("a topic that carries no alerts of this stack");
        else
            require(or(
                not(carriesAlerts),
                isHeard(graph, resource, settings.minSubscriptions),
            ), "", "Alerts go to the topic, but too few subscribers hear of them.");
    },
});
