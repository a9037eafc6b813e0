import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { filled, on } from "../../src/policy/facts";
import { everyLinked } from "../../src/policy/graph";
import { type Answer, and, not, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";
import { BUCKET_SIBLINGS, isClosed, isLocked, isLogged, isVersioned } from "../shared/stack-buckets";
import { recordsDataEvents, recordsManagementEvents } from "../shared/trail-events";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";

export const multiRegionAndLogging = stackPolicy({
    name: "aws-cloudtrail-multi-region-and-logging",
    title: "A trail records every management event of every region",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [TRAIL],
    holds: "account-baseline",
    why: "An intruder works in the region, and by the call, that no trail records; without a complete trail nobody can tell what was done.",
    fix: "Declare a cloudtrail Trail with isMultiRegionTrail true, and leave logging, global service events and management events on.",
    references: [
        "aws-config:cloud-trail-enabled",
        "aws-config:multi-region-cloud-trail-enabled",
        "aws-config:cloudtrail-security-trail-enabled",
        "checkov:CKV_AWS_67",
        "checkov:CKV_AWS_251",
        "fsbp:CloudTrail.1",
        "fsbp:CloudTrail.3",
    ],
    settings: {
        requireOrganizationTrail: {
            type: "boolean",
            default: false,
            description: "Ask for a trail of the whole organisation (isOrganizationTrail).",
        },
    },
    checkResource({ require, on: isOn }) {
        require(isOn("enableLogging", true), "enableLogging", "The trail does not log.");
    },
    checkStack({ graph, require, settings }) {
        const complete = graph.of(TRAIL).map(({ props }) => {
            const switched = (path: string, absent: boolean): Answer => truth(read(props, path)) ?? absent;
            return and(
                switched("isMultiRegionTrail", false),
                switched("enableLogging", true),
                switched("includeGlobalServiceEvents", true),
                recordsManagementEvents(props),
                !settings.requireOrganizationTrail || switched("isOrganizationTrail", false),
            );
        });
        require(or(...complete), "", "No trail records all management events of all regions.");
    },
});

export const logFileValidation = must({
    name: "aws-cloudtrail-log-file-validation",
    title: "Trails sign their log files",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [TRAIL],
    why: "Without signed digests nobody can show that a log file was not changed or removed after an attack.",
    fix: "Set enableLogFileValidation to true.",
    remedies: [{ path: "enableLogFileValidation", value: true }],
    references: [
        "aws-config:cloud-trail-log-file-validation-enabled",
        "aws-config:cloudtrail-security-trail-enabled",
        "checkov:CKV_AWS_36",
        "fsbp:CloudTrail.4",
    ],
    facts: [on("enableLogFileValidation", false, "The trail does not sign its log files (enableLogFileValidation).")],
});

export const encryptedWithKms = must({
    name: "aws-cloudtrail-encrypted-with-kms",
    title: "Trails and event data stores are encrypted with a key of their own",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [TRAIL, "aws:cloudtrail/eventDataStore:EventDataStore"],
    why: "With S3's own key, whoever may read the bucket reads the trail; a key of one's own is a second, audited permission.",
    fix: "Set kmsKeyId to a customer managed key.",
    references: [
        "aws-config:cloud-trail-encryption-enabled",
        "aws-config:cloudtrail-security-trail-enabled",
        "checkov:CKV_AWS_35",
        "checkov:CKV_AWS_294",
        "fsbp:CloudTrail.2",
        "fsbp:CloudTrail.10",
    ],
    facts: [customerKey("kmsKeyId", "No customer managed key encrypts what is recorded.")],
});

export const toCloudWatchLogs = must({
    name: "aws-cloudtrail-to-cloudwatch-logs",
    title: "Trails also send their events to CloudWatch Logs",
    commitment: "monitoring-and-logging",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TRAIL],
    why: "Files in a bucket come minutes late and raise no alarm; metric filters on a log group see an event almost at once.",
    fix: "Set cloudWatchLogsGroupArn to a log group and cloudWatchLogsRoleArn to a role that may write to it.",
    references: ["aws-config:cloud-trail-cloud-watch-logs-enabled", "checkov:CKV2_AWS_10", "fsbp:CloudTrail.5"],
    facts: [
        filled("cloudWatchLogsGroupArn", "The trail sends its events to no log group."),
        filled("cloudWatchLogsRoleArn", "The trail has no role with which to write to a log group."),
    ],
});

export const dataEvents = stackPolicy({
    name: "aws-cloudtrail-data-events-for-sensitive-stores",
    title: "A trail records who reads and writes the data in sensitive stores",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TRAIL],
    why: "Management events say that a bucket was made, not which records were read from it.",
    fix: "Add an event selector for every type that the setting requiredDataTypes lists, for reads and writes.",
    references: [
        "aws-config:cloudtrail-s3-dataevents-enabled",
        "aws-config:cloudtrail-all-write-s3-data-event-check",
        "aws-config:cloudtrail-all-read-s3-data-event-check",
        "fsbp:S3.22",
        "fsbp:S3.23",
    ],
    settings: {
        requiredDataTypes: {
            type: "array",
            items: { type: "string" },
            default: ["AWS::S3::Object"],
            description: "Types of data events that must be recorded, as CloudTrail calls them.",
        },
    },
    checkResource({ graph, require, settings }) {
        for (const type of settings.requiredDataTypes) {
            const recorded = or(...graph.of(TRAIL).map(trail => recordsDataEvents(trail.props, type)));
            require(recorded, "", "Neither this trail nor another records both reads and writes of a type that the setting requiredDataTypes lists.");
        }
    },
});

export const bucketProtected = stackPolicy({
    name: "aws-cloudtrail-bucket-protected",
    title: "The bucket that holds a trail is closed to the public, versioned and kept",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [TRAIL],
    reads: [BUCKET, ...BUCKET_SIBLINGS],
    why: "Whoever can read the trail learns how the account is used, and whoever can delete it removes the record of what they did.",
    fix: "Give the trail's bucket a full BucketPublicAccessBlock and a BucketVersioning that is Enabled, and leave forceDestroy off.",
    references: [
        "aws-config:cloudtrail-s3-bucket-access-logging",
        "aws-config:cloudtrail-s3-bucket-public-access-prohibited",
        "fsbp:CloudTrail.6",
        "fsbp:CloudTrail.7",
    ],
    settings: {
        requireObjectLock: { type: "boolean", default: false, description: "Ask for a default retention under Object Lock on the trail's bucket." },
    },
    checkResource({ graph, resource, require, advice, undetermined, settings }) {
        const buckets = graph.from(resource, "s3BucketName", BUCKET);
        if (buckets.outside) {
            undetermined("s3BucketName", "The trail's bucket is not one of this stack, so its protection cannot be judged here.");
            return;
        }
        const kept = everyLinked(buckets, bucket => not(truth(read(bucket.props, "forceDestroy")) ?? false));
        require(kept, "s3BucketName", "The trail's bucket has forceDestroy on, so that the logs go with the stack.");
        const closed = everyLinked(buckets, bucket => isClosed(graph, bucket));
        require(closed, "s3BucketName", "No public access block with all four switches on stands before the trail's bucket.");
        require(everyLinked(buckets, bucket =>
            isVersioned(graph, bucket),
        ), "s3BucketName", "The trail's bucket keeps no earlier versions of its objects.");
        const logged = everyLinked(buckets, bucket => isLogged(graph, bucket));
        if (logged === false) advice("s3BucketName", "The trail's bucket does not log who reads it; a BucketLogging would.");
        const locked = everyLinked(buckets, bucket => isLocked(graph, bucket));
        const unlocked = "The trail's bucket has no default retention under Object Lock.";
        if (settings.requireObjectLock) require(locked, "s3BucketName", unlocked);
        else if (locked === false) advice("s3BucketName", unlocked);
    },
});
