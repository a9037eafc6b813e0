import { type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const logging = of("aws:s3/bucketLogging:BucketLogging");
const notification = of("aws:s3/bucketNotification:BucketNotification");
const trail = of("aws:cloudtrail/trail:Trail");
const loadBalancer = of("aws:lb/loadBalancer:LoadBalancer");

const records = bucket({ bucket: "records" });
const logs = bucket({ bucket: "logs", tags: { purpose: "logs" } });
const logged = logging({ bucket: "records", targetBucket: "logs", targetPrefix: "records/" });
const dataEvents = (value: string, readWriteType = "All") =>
    trail({ s3BucketName: "trail", eventSelectors: [{ readWriteType, dataResources: [{ type: "AWS::S3::Object", values: [value] }] }] });

const confidential = bucket({ bucket: "records", tags: { "data-classification": "confidential" } });

export const cases: Cases = {
    "aws-s3-bucket-access-logging": {
        compliant: {
            "logged to another bucket": [records, logged],
            "the inline block": bucket({ bucket: "records", logging: { targetBucket: "logs" } }),
            "by dependencies": [logging({ bucket: UNKNOWN, targetBucket: "logs", targetPrefix: "" }, { bucket: bucket() })],
            "data events of all buckets": [records, dataEvents("arn:aws:s3:::")],
            "the bucket of logs needs none itself": [records, logged, logs],
        },
        violating: {
            nothing: [records, ""],
            "another bucket's logging": [[records, logging({ bucket: "images", targetBucket: "logs", targetPrefix: "" })], ""],
            "logged to itself": [[records, logging({ bucket: "records", targetBucket: "records", targetPrefix: "" })], ""],
            "data events of writes only": [[records, dataEvents("arn:aws:s3", "WriteOnly")], ""],
            "data events, where they are not accepted": {
                resources: [records, dataEvents("arn:aws:s3")],
                settings: { acceptDataEvents: false },
                property: "",
            },
        },
        undetermined: {
            "data events of named buckets": [[records, dataEvents("arn:aws:s3:::records/")], ""],
            "a logging whose bucket is not known": [[records, logging({ bucket: UNKNOWN, targetBucket: "logs", targetPrefix: "" })], ""],
            "tags that are not known": [bucket({ bucket: "records", tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "a bucket of logs, by its tag": logs,
            "the target of a load balancer's logs": [
                bucket({ bucket: "requests" }),
                loadBalancer({ accessLogs: { bucket: "requests", enabled: true } }),
            ],
        },
    },
    "aws-s3-event-notifications": {
        compliant: {
            "to EventBridge": [confidential, notification({ bucket: "records", eventbridge: true })],
            "to a queue": [confidential, notification({ bucket: "records", queues: [{ events: ["s3:ObjectRemoved:*"], queueArn: UNKNOWN }] })],
        },
        violating: {
            none: [confidential, ""],
            "one that tells nobody": [[confidential, notification({ bucket: "records", eventbridge: false })], ""],
            "another bucket's": [[confidential, notification({ bucket: "images", eventbridge: true })], ""],
        },
        undetermined: {
            "perhaps to EventBridge": [[confidential, notification({ bucket: "records", eventbridge: UNKNOWN })], ""],
            "tags that are not known": [bucket({ bucket: "records", tags: UNKNOWN }), ""],
        },
        notApplicable: { "a bucket without the tag": records },
    },
};
