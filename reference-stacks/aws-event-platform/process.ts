import { randomBytes } from "node:crypto";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, partnerAccounts, partnerUrl, tags } from "./config";
import { denyPlainText, document, type Statement } from "./documents";
import { lambda } from "./functions";
import { logGroup } from "./logs";
import { deadLetterQueue, messagesKey } from "./queues";
import { ofThisAccount, role, useKey } from "./roles";
import { dataKey, table, tableArn } from "./stores";

// What happens with each event: it is stored once, and a partner is told.
const topicName = `${name}-notifications`;
const topicArn = arn("sns", topicName);
const topic = new aws.sns.Topic("notifications", { name: topicName, kmsMasterKeyId: messagesKey.arn, tags });
const partnersSubscribe: Statement = {
    Sid: "PartnersSubscribeQueues",
    Effect: "Allow",
    Principal: { AWS: partnerAccounts.map(account => `arn:aws:iam::${account}:root`) },
    Action: "sns:Subscribe",
    Resource: topicArn,
    Condition: { StringEquals: { "sns:Protocol": "sqs" } },
};
new aws.sns.TopicPolicy("notifications", {
    arn: topic.arn,
    policy: document([
        denyPlainText("sns:Publish", topicArn),
        {
            Sid: "OwnAccount",
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:aws:iam::${home.account}:root` },
            Action: ["sns:GetTopicAttributes", "sns:Publish", "sns:Subscribe"],
            Resource: topicArn,
        },
        ...(partnerAccounts.length === 0 ? [] : [partnersSubscribe]),
    ]),
});

const unprocessed = deadLetterQueue("process-dead");
export const processName = `${name}-process`;
export const processArn = arn("states", `stateMachine:${processName}`);
const processLogs = logGroup("process", `/aws/vendedlogs/states/${processName}`);
const retry = [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 5, JitterStrategy: "FULL" }];
const giveUp = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "KeepForPeople" }];
const definition = {
    Comment: "Stores an event once and tells of it",
    StartAt: "Store",
    States: {
        Store: {
            Type: "Task",
            Resource: "arn:aws:states:::dynamodb:putItem",
            Parameters: {
                TableName: table.name,
                Item: {
                    id: { "S.$": "$.detail.id" },
                    type: { "S.$": "$.detail-type" },
                    receivedAt: { "S.$": "$.time" },
                    body: { "S.$": "States.JsonToString($.detail)" },
                },
                ConditionExpression: "attribute_not_exists(id)",
            },
            ResultPath: null,
            // Events arrive at least once: one that is known already is done.
            Catch: [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], Next: "KnownAlready" }, ...giveUp],
            Retry: [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], MaxAttempts: 0 }, ...retry],
            Next: "Tell",
        },
        KnownAlready: { Type: "Succeed" },
        Tell: {
            Type: "Task",
            Resource: "arn:aws:states:::sns:publish",
            // Partners are told that there is an event. They fetch it through the API, which asks who they are.
            Parameters: { TopicArn: topicArn, Message: { "id.$": "$.detail.id", "type.$": "$.detail-type" } },
            Retry: retry,
            Catch: giveUp,
            End: true,
        },
        KeepForPeople: {
            Type: "Task",
            Resource: "arn:aws:states:::sqs:sendMessage",
            Parameters: { QueueUrl: unprocessed.queue.url, "MessageBody.$": "$" },
            Retry: retry,
            Next: "Failed",
        },
        Failed: { Type: "Fail", Error: "NotProcessed", Cause: "The event waits in the queue of dead letters" },
    },
};
const processRole = role(
    "process",
    "states.amazonaws.com",
    [
        { Sid: "Store", Effect: "Allow", Action: "dynamodb:PutItem", Resource: tableArn },
        { Sid: "Tell", Effect: "Allow", Action: "sns:Publish", Resource: topicArn },
        { Sid: "Keep", Effect: "Allow", Action: "sqs:SendMessage", Resource: unprocessed.arn },
        useKey("data", ["dynamodb"]),
        useKey("messages", ["sns", "sqs"]),
        { Sid: "Trace", Effect: "Allow", Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], Resource: "*" },
        {
            // These know no resource.
            Sid: "DeliverLogs",
            Effect: "Allow",
            Action: [
                "logs:CreateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:DescribeLogGroups",
                "logs:DescribeResourcePolicies",
                "logs:GetLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:UpdateLogDelivery",
            ],
            Resource: "*",
        },
    ],
    ofThisAccount,
);
export const process = new aws.sfn.StateMachine(
    "process",
    {
        name: processName,
        type: "STANDARD",
        roleArn: processRole.role.arn,
        definition: pulumi.jsonStringify(definition),
        // What went through stays out of the log: it holds patients' data.
        loggingConfiguration: { level: "ALL", includeExecutionData: false, logDestination: pulumi.interpolate`${processLogs.arn}:*` },
        tracingConfiguration: { enabled: true },
        tags,
    },
    { dependsOn: processRole.policy },
);

// The secret by which a partner knows that a message comes from here. It is renewed every month.
const secretName = `${name}/signing`;
const secretArn = arn("secretsmanager", `secret:${secretName}-*`);
const rotate = lambda("rotate", {
    description: "Renews the signing secret",
    variables: { PYTHONUNBUFFERED: "1" },
    statements: [
        {
            Sid: "Renew",
            Effect: "Allow",
            Action: [
                "secretsmanager:DescribeSecret",
                "secretsmanager:GetSecretValue",
                "secretsmanager:PutSecretValue",
                "secretsmanager:UpdateSecretVersionStage",
            ],
            Resource: secretArn,
        },
        { Sid: "Random", Effect: "Allow", Action: "secretsmanager:GetRandomPassword", Resource: "*" },
        useKey("data", ["secretsmanager"]),
    ],
    concurrency: 1,
});
const mayRotate = new aws.lambda.Permission("rotate", {
    function: rotate.resource.name,
    action: "lambda:InvokeFunction",
    principal: "secretsmanager.amazonaws.com",
    sourceAccount: home.account,
    sourceArn: secretArn,
});
const secret = new aws.secretsmanager.Secret("signing", {
    name: secretName,
    description: "Signs what partners are told",
    kmsKeyId: dataKey.arn,
    recoveryWindowInDays: 30,
    tags,
});
// A first value, which is written only and renewed at once.
const first = new aws.secretsmanager.SecretVersion(
    "signing",
    { secretId: secret.id, secretStringWo: pulumi.secret(randomBytes(32).toString("hex")), secretStringWoVersion: 1 },
    { ignoreChanges: ["secretStringWo"] },
);
new aws.secretsmanager.SecretRotation(
    "signing",
    { secretId: secret.id, rotationLambdaArn: rotate.resource.arn, rotationRules: { automaticallyAfterDays: 30 } },
    { dependsOn: [first, mayRotate] },
);

const undelivered = deadLetterQueue("deliver-dead", { "sns.amazonaws.com": [topicArn] });
const deliver = lambda("deliver", {
    description: "Tells a partner of an event",
    variables: { PARTNER_URL: partnerUrl, SIGNING_SECRET_ARN: secret.arn },
    statements: [
        { Sid: "ReadSecret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
        { Sid: "KeepFailed", Effect: "Allow", Action: "sqs:SendMessage", Resource: undelivered.arn },
        useKey("data", ["secretsmanager"], ["kms:Decrypt"]),
        useKey("messages", ["sqs"]),
    ],
    concurrency: 10,
});
new aws.lambda.FunctionEventInvokeConfig("deliver", {
    functionName: deliver.resource.name,
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: 21600,
    destinationConfig: { onFailure: { destination: undelivered.queue.arn } },
});
new aws.lambda.Permission("deliver", {
    function: deliver.resource.name,
    action: "lambda:InvokeFunction",
    principal: "sns.amazonaws.com",
    sourceArn: topicArn,
});
new aws.sns.TopicSubscription("deliver", {
    topic: topic.arn,
    protocol: "lambda",
    endpoint: deliver.resource.arn,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: undelivered.arn }),
});
