import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { alertEmail, name, tags, type Place } from "./config";
import { denyPlainText, document } from "./documents";
import { key } from "./keys";

/** What people are told of, by the name of a rule of EventBridge. */
export type Watched = Record<string, { description: string; pattern: object }>;

/**
 * An encrypted topic with a subscriber, the rules that feed it, and the services besides EventBridge and CloudWatch that may publish to it.
 * What cannot be delivered waits in a queue with an alarm of its own.
 */
export function alerts(id: string, place: Place, watched: Watched, services: string[] = []): aws.sns.Topic {
    const { account, options, region } = place;
    const topicName = `${name}-alerts`;
    const queueName = `${name}-undelivered-alerts`;
    const topicArn = pulumi.interpolate`arn:aws:sns:${region}:${account}:${topicName}`;
    const queueArn = pulumi.interpolate`arn:aws:sqs:${region}:${account}:${queueName}`;
    const ruleArns = pulumi.interpolate`arn:aws:events:${region}:${account}:rule/${name}-*`;
    const ofThisAccount = { StringEquals: { "aws:SourceAccount": account } };
    const publishers = ["cloudwatch.amazonaws.com", ...services];

    const topicKey = key(id, "Alerts", place, [
        {
            Sid: "Publishers",
            Effect: "Allow",
            Principal: { Service: publishers },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: ofThisAccount,
        },
        // EventBridge sends neither aws:SourceAccount nor aws:SourceArn to KMS: a condition on them would silently drop every alert.
        {
            Sid: "EventBridge",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
        },
    ]);
    const topic = new aws.sns.Topic(id, { name: topicName, kmsMasterKeyId: topicKey.arn, tags }, options);
    new aws.sns.TopicPolicy(
        id,
        {
            arn: topic.arn,
            policy: document([
                denyPlainText("sns:Publish", topicArn),
                {
                    Sid: "Publishers",
                    Effect: "Allow",
                    Principal: { Service: publishers },
                    Action: "sns:Publish",
                    Resource: topicArn,
                    Condition: ofThisAccount,
                },
                {
                    Sid: "EventBridge",
                    Effect: "Allow",
                    Principal: { Service: "events.amazonaws.com" },
                    Action: "sns:Publish",
                    Resource: topicArn,
                    Condition: { ArnLike: { "aws:SourceArn": ruleArns } },
                },
            ]),
        },
        options,
    );
    new aws.sns.TopicSubscription(id, { topic: topic.arn, protocol: "email", endpoint: alertEmail }, options);

    const undelivered = new aws.sqs.Queue(
        `${id}-undelivered`,
        { name: queueName, sqsManagedSseEnabled: true, messageRetentionSeconds: 1209600, tags },
        options,
    );
    new aws.sqs.QueuePolicy(
        `${id}-undelivered`,
        {
            queueUrl: undelivered.id,
            policy: document([
                denyPlainText("sqs:*", queueArn),
                {
                    Sid: "EventBridge",
                    Effect: "Allow",
                    Principal: { Service: "events.amazonaws.com" },
                    Action: "sqs:SendMessage",
                    Resource: queueArn,
                    Condition: { ArnLike: { "aws:SourceArn": ruleArns } },
                },
            ]),
        },
        options,
    );
    new aws.cloudwatch.MetricAlarm(
        `${id}-undelivered`,
        {
            name: queueName,
            alarmDescription: "An alert could not be delivered and waits in the queue",
            namespace: "AWS/SQS",
            metricName: "ApproximateNumberOfMessagesVisible",
            dimensions: { QueueName: queueName },
            statistic: "Maximum",
            period: 300,
            evaluationPeriods: 1,
            threshold: 0,
            comparisonOperator: "GreaterThanThreshold",
            treatMissingData: "notBreaching",
            alarmActions: [topic.arn],
            tags,
        },
        options,
    );

    for (const [rule, { description, pattern }] of Object.entries(watched)) {
        const eventRule = new aws.cloudwatch.EventRule(
            `${id}-${rule}`,
            { name: `${name}-${rule}`, description, eventPattern: JSON.stringify(pattern), state: "ENABLED", tags },
            options,
        );
        new aws.cloudwatch.EventTarget(
            `${id}-${rule}`,
            { rule: eventRule.name, targetId: "people", arn: topic.arn, deadLetterConfig: { arn: undelivered.arn } },
            options,
        );
    }
    return topic;
}
