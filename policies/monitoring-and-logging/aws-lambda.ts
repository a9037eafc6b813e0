import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { is, not, or } from "../../src/policy/unknown";
import { isFilled } from "../../src/policy/values";

const INVOKE_CONFIG = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
/** What calls a function without waiting for its answer, and the property that names the function. */
const ASYNCHRONOUS = {
    "aws:sns/topicSubscription:TopicSubscription": "endpoint",
    "aws:cloudwatch/eventTarget:EventTarget": "arn",
    "aws:s3/bucketNotification:BucketNotification": "lambdaFunctions[].lambdaFunctionArn",
} as const;
const CALLERS = Object.keys(ASYNCHRONOUS) as (keyof typeof ASYNCHRONOUS)[];

export const lambdaDlq = stackPolicy({
    name: "aws-lambda-dlq-concurrency-and-tracing",
    title: "Functions that are called by events keep the events that fail",
    commitment: "monitoring-and-logging",
    topic: "alert-routing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["aws:lambda/function:Function"],
    reads: [INVOKE_CONFIG, ...CALLERS],
    why: "After two retries Lambda throws an event away; nobody then knows that a notification or an alarm was lost.",
    fix: "Set deadLetterConfig.targetArn, or add a FunctionEventInvokeConfig with destinationConfig.onFailure.destination.",
    references: [
        "aws-config:lambda-dlq-check",
        "aws-config:lambda-concurrency-check",
        "checkov:CKV_AWS_50",
        "checkov:CKV_AWS_115",
        "checkov:CKV_AWS_116",
        "fsbp:Lambda.7",
    ],
    settings: {
        requireDlq: {
            type: "boolean",
            default: true,
            description: "Ask for a place for failed events where a declared topic, rule or bucket calls.",
        },
        requireConcurrencyLimit: { type: "boolean", default: false, description: "Ask every function for reservedConcurrentExecutions." },
        requireTracing: { type: "boolean", default: false, description: "Ask every function for active tracing." },
    },
    checkResource({ graph, resource, has, oneOf, number, require, notApplicable, settings }) {
        const called = settings.requireDlq
            ? or(...CALLERS.map(caller => linkedSatisfies(graph.into(resource, caller, ASYNCHRONOUS[caller]), () => true)))
            : false;
        if (called === false && !settings.requireConcurrencyLimit && !settings.requireTracing) {
            notApplicable("no topic, rule or bucket of this stack calls the function");
            return;
        }
        const kept = or(
            has("deadLetterConfig.targetArn"),
            linkedSatisfies(graph.into(resource, INVOKE_CONFIG, "functionName"), c => isFilled(c.props, "destinationConfig.onFailure.destination")),
        );
        require(or(not(called), kept), "deadLetterConfig", "Events that the function fails to handle are lost.");
        if (settings.requireConcurrencyLimit) {
            const limited = is(number("reservedConcurrentExecutions", -1), n => n !== undefined && n >= 0);
            require(limited, "reservedConcurrentExecutions", "The function may use up the account's whole concurrency.");
        }
        if (settings.requireTracing)
            require(oneOf("tracingConfig.mode", ["Active"], "PassThrough"), "tracingConfig.mode", "The function is not traced.");
    },
});
