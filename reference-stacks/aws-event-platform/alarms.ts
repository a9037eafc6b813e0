import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { name, tags } from "./config";
import { functions } from "./functions";
import { processArn } from "./process";
import { deadLetters } from "./queues";
import { streamName } from "./stores";

interface Watch {
    description: string;
    namespace: string;
    metricName: string;
    dimensions: Record<string, pulumi.Input<string>>;
    statistic?: "Maximum" | "Minimum" | "Sum";
    threshold?: number;
    comparisonOperator?: string;
}

/** Tells people of what the services themselves count. */
export function alarms(topic: aws.sns.Topic, account: pulumi.Input<string>): void {
    const watched: Record<string, Watch> = {
        "api-errors": {
            description: "The API answers with errors of its own",
            namespace: "AWS/ApiGateway",
            metricName: "5XXError",
            dimensions: { ApiName: `${name}-api`, Stage: "live" },
            threshold: 5,
        },
        "process-failures": {
            description: "Events could not be processed",
            namespace: "AWS/States",
            metricName: "ExecutionsFailed",
            dimensions: { StateMachineArn: processArn },
        },
        "stream-delay": {
            description: "What reads the stream is an hour behind",
            namespace: "AWS/Kinesis",
            metricName: "GetRecords.IteratorAgeMilliseconds",
            dimensions: { StreamName: streamName },
            statistic: "Maximum",
            threshold: 3600000,
        },
        "search-red": {
            description: "The search index has lost data",
            namespace: "AWS/ES",
            metricName: "ClusterStatus.red",
            dimensions: { DomainName: `${name}-search`, ClientId: account },
            statistic: "Maximum",
        },
        "search-disk": {
            description: "The search index is running out of space",
            namespace: "AWS/ES",
            metricName: "FreeStorageSpace",
            dimensions: { DomainName: `${name}-search`, ClientId: account },
            statistic: "Minimum",
            threshold: 10240,
            comparisonOperator: "LessThanThreshold",
        },
    };
    for (const [id, queue] of Object.entries(deadLetters)) {
        watched[id] = {
            description: "Something could not be handled and waits for a person",
            namespace: "AWS/SQS",
            metricName: "ApproximateNumberOfMessagesVisible",
            dimensions: { QueueName: queue.name },
            statistic: "Maximum",
        };
    }
    for (const one of functions) {
        watched[`${one.name}-errors`] = {
            description: "A function fails",
            namespace: "AWS/Lambda",
            metricName: "Errors",
            dimensions: { FunctionName: one.name },
        };
    }
    for (const [id, { description, statistic = "Sum", threshold = 0, comparisonOperator = "GreaterThanThreshold", ...metric }] of Object.entries(
        watched,
    )) {
        new aws.cloudwatch.MetricAlarm(id, {
            name: id.startsWith(name) ? id : `${name}-${id}`,
            alarmDescription: description,
            ...metric,
            statistic,
            threshold,
            comparisonOperator,
            period: 300,
            evaluationPeriods: 1,
            treatMissingData: "notBreaching",
            alarmActions: [topic.arn],
            tags,
        });
    }
}
