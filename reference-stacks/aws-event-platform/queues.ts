import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, tags } from "./config";
import { denyPlainText, document, type Statement } from "./documents";
import { key } from "./keys";

/** Encrypts what waits in queues and topics and what passes the bus. */
export const messagesKey = key("messages", "Messages", home, [
    {
        Sid: "Topics",
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": home.account } },
    },
    // EventBridge sends neither aws:SourceAccount nor aws:SourceArn to KMS where it writes to a queue or a topic.
    {
        Sid: "EventBridge",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
        Resource: "*",
    },
]);

export interface Queue {
    name: string;
    arn: pulumi.Output<string>;
    queue: aws.sqs.Queue;
}

function encryptedQueue(id: string, senders: (arn: pulumi.Output<string>) => Statement[], args: aws.sqs.QueueArgs): Queue {
    const queueName = `${name}-${id}`;
    const queueArn = arn("sqs", queueName);
    const queue = new aws.sqs.Queue(id, { name: queueName, kmsMasterKeyId: messagesKey.arn, kmsDataKeyReusePeriodSeconds: 300, tags, ...args });
    new aws.sqs.QueuePolicy(id, { queueUrl: queue.id, policy: document([denyPlainText("sqs:*", queueArn), ...senders(queueArn)]) });
    return { name: queueName, arn: queueArn, queue };
}

/** Where what could not be handled waits for two weeks, for a person to look at. Each has an alarm (alarms.ts). */
export const deadLetters: Record<string, Queue> = {};

/** A queue for dead letters. The rules, topics and services that may send to it are named, with what they act for. */
export function deadLetterQueue(id: string, senders: Record<string, pulumi.Input<string>[]> = {}): Queue {
    const result = encryptedQueue(
        id,
        queueArn =>
            Object.entries(senders).map(([service, sources]) => ({
                Sid: `From${service.replace(/\..*/, "")}`,
                Effect: "Allow",
                Principal: { Service: service },
                Action: "sqs:SendMessage",
                Resource: queueArn,
                Condition: { ArnLike: { "aws:SourceArn": sources } },
            })),
        { messageRetentionSeconds: 1209600 },
    );
    deadLetters[id] = result;
    return result;
}

/** A queue whose messages move to a queue of dead letters after five attempts. */
export function workQueue(id: string, visibilityTimeoutSeconds: number, senders: (arn: pulumi.Output<string>) => Statement[]): Queue {
    const dead = deadLetterQueue(`${id}-dead`);
    const result = encryptedQueue(id, senders, {
        messageRetentionSeconds: 345600,
        visibilityTimeoutSeconds,
        redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 }),
    });
    new aws.sqs.RedriveAllowPolicy(id, {
        queueUrl: dead.queue.id,
        redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [result.arn] }),
    });
    return result;
}
