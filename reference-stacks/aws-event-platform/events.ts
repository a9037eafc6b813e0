import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, name, retentionDays, tags } from "./config";
import type { Statement } from "./documents";
import { lambda } from "./functions";
import { deadLetterQueue, messagesKey, workQueue } from "./queues";
import { process, processArn } from "./process";
import { ofThisAccount, role, useKey } from "./roles";
import { stream, streamArn, uploadsName } from "./stores";

// Everything that comes in waits in one queue, is checked by one function and passes one bus.
export const eventTypes = ["appointment-booked", "appointment-cancelled", "referral-accepted", "discharge-summary-sent"];

const undelivered = deadLetterQueue("rules-dead", {
    "events.amazonaws.com": [arn("events", `rule/${name}-*`), arn("events", `event-bus/${name}-bus`)],
});
export const incoming = workQueue("incoming", 180, queueArn => [
    {
        Sid: "Uploads",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: queueArn,
        Condition: { ArnEquals: { "aws:SourceArn": arn("events", `rule/${name}-uploads`) } },
    },
]);

const busName = `${name}-bus`;
const busArn = arn("events", `event-bus/${busName}`);
const bus = new aws.cloudwatch.EventBus("bus", {
    name: busName,
    description: "Events of all partners",
    kmsKeyIdentifier: messagesKey.arn,
    deadLetterConfig: { arn: undelivered.queue.arn },
    tags,
});
// Events can be sent through the rules again: after a mistake in what handles them, or for an exercise.
new aws.cloudwatch.EventArchive("replay", {
    name: `${name}-replay`,
    description: "What passed the bus",
    eventSourceArn: bus.arn,
    kmsKeyIdentifier: messagesKey.arn,
    retentionDays: retentionDays.archive,
});

const feedDead = deadLetterQueue("feed-dead");
const readQueue: Statement = {
    Sid: "ReadQueue",
    Effect: "Allow",
    Action: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
    Resource: incoming.arn,
};
export const receive = lambda("receive", {
    description: "Takes events from the queue and the feed, checks their shape and puts them on the bus",
    variables: { BUS: busName, EVENT_TYPES: eventTypes.join(","), FEED_DEAD_LETTERS: feedDead.queue.url },
    statements: [
        readQueue,
        { Sid: "KeepMalformed", Effect: "Allow", Action: "sqs:SendMessage", Resource: feedDead.arn },
        useKey("messages", ["sqs"]),
        { Sid: "PutEvents", Effect: "Allow", Action: "events:PutEvents", Resource: busArn },
    ],
    concurrency: 20,
});
new aws.lambda.EventSourceMapping("incoming", {
    eventSourceArn: incoming.queue.arn,
    functionName: receive.resource.arn,
    batchSize: 10,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: 10 },
    tags,
});

/** A rule with one target. What cannot be delivered for a day waits in the queue of dead letters. */
function rule(
    id: string,
    description: string,
    eventPattern: pulumi.Input<string>,
    target: { arn: pulumi.Input<string> } & Target,
    onBus = true,
): void {
    const eventBusName = onBus ? bus.name : undefined;
    const own = new aws.cloudwatch.EventRule(id, { name: `${name}-${id}`, description, eventBusName, eventPattern, state: "ENABLED", tags });
    new aws.cloudwatch.EventTarget(id, {
        rule: own.name,
        eventBusName,
        targetId: id,
        deadLetterConfig: { arn: undelivered.queue.arn },
        retryPolicy: { maximumEventAgeInSeconds: 86400, maximumRetryAttempts: 185 },
        ...target,
    });
}
type Target = Partial<Pick<aws.cloudwatch.EventTargetArgs, "kinesisTarget" | "roleArn">>;

// Where EventBridge itself writes to, it acts in this role.
const router = role(
    "router",
    "events.amazonaws.com",
    [
        { Sid: "StartProcess", Effect: "Allow", Action: "states:StartExecution", Resource: processArn },
        { Sid: "WriteStream", Effect: "Allow", Action: ["kinesis:PutRecord", "kinesis:PutRecords"], Resource: streamArn },
        useKey("messages", ["kinesis"]),
    ],
    ofThisAccount,
);
const fromPartners = JSON.stringify({ source: ["partners"] });
rule("process", "Every event is processed", fromPartners, { arn: process.arn, roleArn: router.role.arn });
rule("stream", "Every event goes to the stream", fromPartners, {
    arn: stream.arn,
    roleArn: router.role.arn,
    kinesisTarget: { partitionKeyPath: "$.detail.id" },
});
rule(
    "uploads",
    "A partner left a file",
    pulumi.jsonStringify({ source: ["aws.s3"], "detail-type": ["Object Created"], detail: { bucket: { name: [uploadsName] } } }),
    { arn: incoming.queue.arn },
    false,
);
