import { isOneOf } from "../../src/policy/check";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, or } from "../../src/policy/unknown";
import { isFilled, read, text } from "../../src/policy/values";
import { EVENT_RULE, isEnabledRule } from "./aws-alerts";
import { type Sample, sees } from "./event-patterns";

export const TOPIC = "aws:sns/topic:Topic";
export const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
export const CHAT_CHANNELS = [
    "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
    "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
] as const;
export const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";

/** What only keeps an event, and tells nobody. */
const STORES = [
    "aws:cloudwatch/logGroup:LogGroup",
    "aws:kinesis/stream:Stream",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
] as const;

/** What tells where a rule's events go. */
export const ROUTE_READS = [EVENT_RULE, EVENT_TARGET, TOPIC, SUBSCRIPTION, ...CHAT_CHANNELS, ...STORES] as const;

const PROTOCOLS = ["email", "email-json", "https", "sms", "lambda", "sqs", "firehose", "application"];

/** Do so many subscriptions stand on the topic, or a chat channel, which subscribes itself? Whether a subscriber has confirmed cannot be seen. */
export function isHeard(graph: Graph, topic: Resource, least = 1): Answer {
    const counts = (s: Resource): Answer => and(isOneOf(read(s.props, "protocol"), PROTOCOLS), isFilled(s.props, "endpoint"));
    const { certain, possible } = graph.into(topic, SUBSCRIPTION, "topic");
    const answers = [...certain.map(counts), ...possible.map(s => and(UNKNOWN, counts(s)))];
    const sure = answers.filter(answer => answer === true).length;
    const most = answers.filter(answer => answer !== false).length;
    return or(
        linkedSatisfies(graph.into(topic, CHAT_CHANNELS, "snsTopicArns"), () => true),
        sure >= least ? true : most >= least && UNKNOWN,
    );
}

/** Does the target of a rule tell somebody: a topic that is heard, a response plan, a function, a queue, another bus? */
function tells(graph: Graph, target: Resource): Answer {
    const direct = (target.propertyDependencies.arn ?? []).flatMap(urn => graph.get(urn) ?? []);
    const topic = direct.find(r => r.type === TOPIC && !r.read);
    if (topic) return isHeard(graph, topic);
    if (direct.length > 0) return !direct.some(r => STORES.some(store => store === r.type));
    const arn = read(target.props, "arn");
    const named = arn === UNKNOWN ? [] : graph.named(text(arn ?? ""), TOPIC);
    if (named.length > 0) return or(...named.map(one => isHeard(graph, one)));
    return is(arn, value => value !== undefined && !/^arn:[^:]*:(logs|kinesis|firehose):/.test(text(value)));
}

/** Does a rule in force let each of these events through to somebody? */
export function isRouted(graph: Graph, ...events: readonly Sample[]): Answer {
    return and(
        ...events.map(event =>
            or(
                ...graph.of(EVENT_RULE).map(rule =>
                    and(
                        isEnabledRule(rule),
                        sees(read(rule.props, "eventPattern"), event),
                        linkedSatisfies(graph.into(rule, EVENT_TARGET, "rule"), target => tells(graph, target)),
                    ),
                ),
            ),
        ),
    );
}
