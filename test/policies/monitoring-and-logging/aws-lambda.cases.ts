import { type Cases, UNKNOWN, of } from "../support/cases";

const lambda = of("aws:lambda/function:Function");
const invokeConfig = of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
const subscription = of("aws:sns/topicSubscription:TopicSubscription");
const target = of("aws:cloudwatch/eventTarget:EventTarget");
const notification = of("aws:s3/bucketNotification:BucketNotification");

const plain = lambda({ name: "notify" });
const keeps = lambda({ name: "notify", deadLetterConfig: { targetArn: UNKNOWN } });
const called = (by: typeof plain) => subscription({ topic: UNKNOWN, protocol: "lambda", endpoint: UNKNOWN }, { endpoint: by });

export const cases: Cases = {
    "aws-lambda-dlq-concurrency-and-tracing": {
        compliant: {
            "a dead-letter queue": called(keeps),
            "a destination for failures": [
                called(plain),
                invokeConfig({ functionName: "notify", destinationConfig: { onFailure: { destination: UNKNOWN } } }),
            ],
            "tracing and a limit, where they are asked for": {
                resources: [lambda({ tracingConfig: { mode: "Active" }, reservedConcurrentExecutions: 10 })],
                settings: { requireTracing: true, requireConcurrencyLimit: true },
            },
        },
        violating: {
            "called by a topic": [called(plain), "deadLetterConfig"],
            "called by a rule": [target({ rule: "daily", arn: UNKNOWN }, { arn: plain }), "deadLetterConfig"],
            "called by a bucket": [
                notification(
                    { bucket: "records", lambdaFunctions: [{ lambdaFunctionArn: UNKNOWN, events: ["s3:ObjectCreated:*"] }] },
                    { lambdaFunctions: plain },
                ),
                "deadLetterConfig",
            ],
            "a destination for successes only": [
                [called(plain), invokeConfig({ functionName: "notify", destinationConfig: { onSuccess: { destination: UNKNOWN } } })],
                "deadLetterConfig",
            ],
            "no tracing, where it is asked for": { resources: [plain], settings: { requireTracing: true }, property: "tracingConfig.mode" },
            "no limit, where it is asked for": {
                resources: [plain],
                settings: { requireConcurrencyLimit: true },
                property: "reservedConcurrentExecutions",
            },
        },
        undetermined: {
            "a rule whose target is not known": [[plain, target({ rule: "daily", arn: UNKNOWN })], "deadLetterConfig"],
            "a limit that is not known": {
                resources: [lambda({ reservedConcurrentExecutions: UNKNOWN })],
                settings: { requireConcurrencyLimit: true },
                property: "reservedConcurrentExecutions",
            },
        },
        notApplicable: { "a function that nothing of this stack calls": plain },
    },
};
