import { stackPolicy } from "../../src/policy/definition";
import { exempt, mustHave } from "../../src/policy/factories";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, not, or } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";
import { BUCKET_SIBLINGS, LOAD_BALANCERS, isLogged, receivesAccessLogs } from "../shared/stack-buckets";
import { recordsDataEvents } from "../shared/trail-events";

const BUCKET = "aws:s3/bucket:Bucket";
const TRAIL = "aws:cloudtrail/trail:Trail";

export const bucketAccessLogging = stackPolicy({
    name: "aws-s3-bucket-access-logging",
    title: "Buckets log who reads and writes their objects",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [BUCKET],
    reads: [...BUCKET_SIBLINGS, ...LOAD_BALANCERS, TRAIL],
    why: "Without a record of access nobody can say after a breach whose data was read.",
    fix: "Add a BucketLogging for the bucket with another bucket as targetBucket, or record S3 data events of all buckets in a trail.",
    references: ["aws-config:s3-bucket-logging-enabled", "checkov:CKV_AWS_18", "cdk-nag:AwsSolutions-S1", "fsbp:S3.9"],
    settings: {
        acceptDataEvents: { type: "boolean", default: true, description: "Accept a trail of this stack that records S3 data events instead." },
    },
    checkResource(c) {
        const receives = or(c.tagged("purpose", "logs"), receivesAccessLogs(c.graph, c.resource));
        if (receives === true) {
            c.notApplicable("receives logs itself");
            return;
        }
        const trails = c.settings.acceptDataEvents ? c.graph.of(TRAIL) : [];
        // A trail that names buckets may or may not name this one.
        const recorded = or(...trails.map(trail => recordsDataEvents(trail.props, "AWS::S3::Object", UNKNOWN)));
        c.require(or(receives, isLogged(c.graph, c.resource), recorded), "", "Nothing records who reads and writes the bucket's objects.");
    },
});

/** Does the notification tell anyone: EventBridge, a topic, a queue or a function? */
function tells(props: Props): Answer {
    const targets = ["topics", "queues", "lambdaFunctions"].map(kind => is(list(read(props, kind)), found => found.length > 0));
    return or(truth(read(props, "eventbridge")) ?? false, ...targets);
}

export const eventNotifications = mustHave({
    name: "aws-s3-event-notifications",
    title: "Buckets of confidential data tell of changes to their objects",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [BUCKET],
    with: ["aws:s3/bucketNotification:BucketNotification"],
    by: "bucket",
    why: "An event for each object that is written or deleted lets a function or a rule react while the change is still small.",
    fix: "Add a BucketNotification for the bucket with eventbridge true.",
    references: ["aws-config:s3-event-notifications-enabled", "checkov:CKV2_AWS_62", "fsbp:S3.11"],
    unless: c => exempt(not(c.tagged("dataClassification", "confidential")), "not tagged as confidential"),
    test: notification => tells(notification.props),
    message: "No notification tells of changes to the confidential bucket's objects.",
});
