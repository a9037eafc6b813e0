import { randomBytes } from "node:crypto";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, tags } from "./config";
import { homeLogs } from "./homelogs";
import { key } from "./keys";
import { role, useKey } from "./roles";

// The secret with which the service signs its sessions. It is renewed every month, and the service reads it anew every hour.
export const secretName = `${name}/sessions`;
export const secretArn = arn("secretsmanager", `secret:${secretName}-*`);
const secretKey = key("secrets", "Secrets of the portal", home);

export const rotateName = `${name}-rotate`;
const logName = `/aws/lambda/${rotateName}`;
const logs = homeLogs("rotate", logName);
const own = role("rotate", "lambda.amazonaws.com", [
    { Sid: "Log", Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: arn("logs", `log-group:${logName}:*`) },
    { Sid: "Trace", Effect: "Allow", Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], Resource: "*" },
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
    useKey("secrets", ["secretsmanager"]),
]);
const rotate = new aws.lambda.Function(
    "rotate",
    {
        name: rotateName,
        description: "Renews the secret that signs sessions",
        runtime: "python3.13",
        architectures: ["arm64"],
        handler: "rotate.handler",
        code: new pulumi.asset.FileArchive("./functions"),
        role: own.role.arn,
        timeout: 30,
        memorySize: 256,
        reservedConcurrentExecutions: 1,
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name },
        tags,
    },
    { dependsOn: own.policy },
);
const mayRotate = new aws.lambda.Permission("rotate", {
    function: rotate.name,
    action: "lambda:InvokeFunction",
    principal: "secretsmanager.amazonaws.com",
    sourceAccount: home.account,
    sourceArn: secretArn,
});

const secret = new aws.secretsmanager.Secret("sessions", {
    name: secretName,
    description: "Signs sessions of patients",
    kmsKeyId: secretKey.arn,
    recoveryWindowInDays: 30,
    tags,
});
// A first value, which is written only and renewed at once.
const first = new aws.secretsmanager.SecretVersion(
    "sessions",
    { secretId: secret.id, secretStringWo: pulumi.secret(randomBytes(32).toString("hex")), secretStringWoVersion: 1 },
    { ignoreChanges: ["secretStringWo"] },
);
new aws.secretsmanager.SecretRotation(
    "sessions",
    { secretId: secret.id, rotationLambdaArn: rotate.arn, rotationRules: { automaticallyAfterDays: 30 } },
    { dependsOn: [first, mayRotate] },
);
