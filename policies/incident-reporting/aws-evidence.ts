import { asNumber } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { read, readAll, text, truth } from "../../src/policy/values";
import { sees } from "../shared/event-patterns";
import { FAILED_CHECK, guardDutyFinding, hubFinding } from "../shared/security-events";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const ARCHIVE = "aws:cloudwatch/eventArchive:EventArchive";
const BUS = "aws:cloudwatch/eventBus:EventBus";
const LAKE = "aws:securitylake/dataLake:DataLake";
const RETENTION = "aws:cfg/retentionConfiguration:RetentionConfiguration";
const DETECTOR = "aws:guardduty/detector:Detector";
const PUBLISHING = "aws:guardduty/publishingDestination:PublishingDestination";

/** Is it the bucket of a trail, or the lifecycle of one? */
function isOfTrail(graph: Graph, resource: Resource): Answer {
    const isTrailBucket = (bucket: Resource): Answer => linkedSatisfies(graph.into(bucket, TRAIL, "s3BucketName"), () => true);
    if (resource.type === BUCKET) return isTrailBucket(resource);
    const [bucket] = graph.from(resource, "bucket", BUCKET).certain;
    if (bucket) return isTrailBucket(bucket);
    // One that stands outside the stack goes by its name.
    const byName = is(read(resource.props, "bucket"), name =>
        or(...graph.of(TRAIL).map(trail => is(read(trail.props, "s3BucketName"), own => text(own ?? "") === text(name ?? "")))),
    );
    return and(graph.of(TRAIL).length > 0, byName);
}

/** Does the archive keep what detectors find? A bus of one's own gets no events of AWS. */
function keepsFindings(graph: Graph, archive: Resource): Answer {
    if (graph.from(archive, "eventSourceArn", BUS).certain.length > 0) return false;
    const ofDefaultBus = is(read(archive.props, "eventSourceArn"), arn => text(arn ?? "").endsWith(":event-bus/default"));
    const pattern = read(archive.props, "eventPattern");
    const findings = [guardDutyFinding(8), hubFinding("HIGH", FAILED_CHECK)];
    return and(ofDefaultBus, pattern === undefined || or(...findings.map(finding => sees(pattern, finding))));
}

/** Where it stands how long each kind keeps what it holds. */
const RETENTIONS: Readonly<Record<string, string>> = {
    [ARCHIVE]: "retentionDays",
    [LAKE]: "configuration.lifecycleConfiguration.expiration.days",
    [RETENTION]: "retentionPeriodInDays",
};

export const incidentEvidenceRetained = stackPolicy({
    name: "aws-incident-evidence-retained",
    title: "What an investigation needs is kept for a year",
    commitment: "incident-reporting",
    topic: "log-protection-and-retention",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [LIFECYCLE, BUCKET, ARCHIVE, LAKE, RETENTION, DETECTOR],
    reads: [TRAIL, BUS, PUBLISHING],
    why: "Intrusions are found months after they began, and a report that must say what was taken rests on what was kept.",
    fix: "Keep trails, configuration history, archived findings and the security lake for at least minRetentionDays, or set no end.",
    references: ["aws-config:cw-loggroup-retention-period-check", "fsbp:CloudWatch.16"],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, default: 365, description: "Days for which evidence must be kept." },
    },
    checkResource({ graph, resource, type, settings, requireAt, advice, notApplicable }) {
        const message = `What an investigation needs goes before ${String(settings.minRetentionDays)} days have passed.`;
        if (type === DETECTOR) {
            const exported = graph.of(PUBLISHING).length > 0;
            if (!exported) advice("", "Findings are exported to no bucket, and GuardDuty keeps them for 90 days.");
            return;
        }
        const isEvidence =
            type === ARCHIVE ? keepsFindings(graph, resource) : type === LIFECYCLE || type === BUCKET ? isOfTrail(graph, resource) : true;
        if (isEvidence === false) {
            notApplicable("keeps no evidence of incidents");
            return;
        }
        const longEnough = (days: ReturnType<typeof read>): Answer =>
            is(asNumber(days), n => n === undefined || n === 0 || n >= settings.minRetentionDays);
        const path = RETENTIONS[type];
        if (path !== undefined) {
            requireAt(or(not(isEvidence), longEnough(read(resource.props, path))), path, message);
            return;
        }
        const rules = type === LIFECYCLE ? "rules" : "lifecycleRules";
        for (const at of readAll(resource.props, `${rules}[]`)) {
            const inForce =
                type === LIFECYCLE ? is(read(at.value, "status"), status => status !== "Disabled") : (truth(read(at.value, "enabled")) ?? true);
            const kept = at.value === UNKNOWN ? UNKNOWN : longEnough(read(at.value, "expiration.days"));
            requireAt(or(not(isEvidence), not(inForce), kept), at.value === UNKNOWN ? at.path : `${at.path}.expiration.days`, message);
        }
    },
});
