import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, home, name, tags } from "./config";
import type { Statement } from "./documents";
import { key } from "./keys";
import { logGroup } from "./logs";
import { role } from "./roles";

// Encrypts the functions' variables. These name things, and hold no secret.
const variablesKey = key("functions", "Variables of the functions", home);

/** The functions' code: one Python file for each, with what AWS's runtime brings along and nothing else. */
const code = new pulumi.asset.FileArchive("./functions");

export interface FunctionArgs {
    description: string;
    variables: Record<string, pulumi.Input<string>>;
    statements: Statement[];
    concurrency: number;
    timeout?: number;
    /** Where the function stands in the network. Absent where it needs nothing in there. */
    network?: { subnetIds: pulumi.Input<string>[]; securityGroupId: pulumi.Input<string> };
}

export interface LambdaFunction {
    name: string;
    arn: pulumi.Output<string>;
    resource: aws.lambda.Function;
}

/** The functions that exist, for their alarms. */
export const functions: LambdaFunction[] = [];

/** A function with a role, a log group and a limit of its own. */
export function lambda(id: string, args: FunctionArgs): LambdaFunction {
    const functionName = `${name}-${id}`;
    const logName = `/aws/lambda/${functionName}`;
    const logs = logGroup(`${id}-function`, logName);
    const own = role(`${id}-function`, "lambda.amazonaws.com", [
        { Sid: "Log", Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: arn("logs", `log-group:${logName}:*`) },
        { Sid: "Trace", Effect: "Allow", Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], Resource: "*" },
        ...args.statements,
    ]);
    const inNetwork = args.network
        ? [
              new aws.iam.RolePolicyAttachment(`${id}-function`, {
                  role: own.role.name,
                  policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess",
              }),
          ]
        : [];
    const resource = new aws.lambda.Function(
        id,
        {
            name: functionName,
            description: args.description,
            runtime: "python3.13",
            architectures: ["arm64"],
            handler: `${id}.handler`,
            code,
            role: own.role.arn,
            timeout: args.timeout ?? 30,
            memorySize: 256,
            reservedConcurrentExecutions: args.concurrency,
            kmsKeyArn: variablesKey.arn,
            environment: { variables: args.variables },
            tracingConfig: { mode: "Active" },
            loggingConfig: { logFormat: "JSON", logGroup: logs.name },
            ...(args.network && { vpcConfig: { subnetIds: args.network.subnetIds, securityGroupIds: [args.network.securityGroupId] } }),
            tags,
        },
        { dependsOn: [own.policy, ...inNetwork] },
    );
    const result = { name: functionName, arn: arn("lambda", `function:${functionName}`), resource };
    functions.push(result);
    return result;
}
