import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read, text } from "../../src/policy/values";

const ACCOUNT = "aws:macie2/account:Account";
const ORGANISATION = "aws:macie2/organizationConfiguration:OrganizationConfiguration";
const JOB = "aws:macie2/classificationJob:ClassificationJob";
const BUCKET = "aws:s3/bucket:Bucket";

/** Does the job come back by itself? */
function isScheduled({ props }: Resource): Answer {
    return and(
        isOneOf(read(props, "jobType"), ["SCHEDULED"]),
        isSet(props, "scheduleFrequency"),
        not(isOneOf(read(props, "jobStatus"), ["CANCELLED", "USER_PAUSED"])),
    );
}

/** Does the job choose its buckets by what they are, and this one among them? Only tags can be told. */
function choosesByTag({ props }: Resource, bucket: Resource): Answer {
    const criteria = read(props, "s3JobDefinition.bucketCriteria");
    if (criteria === undefined || isUnknown(criteria)) return criteria ?? false;
    const included = every(list(read(criteria, "includes.ands")), criterion => hasTag(criterion, bucket));
    return and(included, isSet(criteria, "excludes") ? UNKNOWN : true);
}

function hasTag(criterion: Value, bucket: Resource): Answer {
    const equals = isOneOf(read(criterion, "tagCriterion.comparator"), ["EQ"], "EQ");
    if (!isSet(criterion, "tagCriterion") || equals !== true) return UNKNOWN;
    return some(list(read(criterion, "tagCriterion.tagValues")), wanted =>
        is(read(wanted, "key"), key =>
            is(read(wanted, "value"), value => is(tagValue(bucket, text(key ?? "")), own => own !== undefined && own === text(value ?? ""))),
        ),
    );
}

export const macieEnabledAndDiscovering = stackPolicy({
    name: "aws-macie-enabled-and-discovering",
    title: "Macie looks for personal data, and into the buckets that hold it",
    commitment: "standards-met",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ACCOUNT, ORGANISATION, BUCKET],
    reads: [JOB],
    holds: "account-baseline",
    why: "Records end up in buckets where nobody expects them; Macie finds them, and tells when a bucket that holds them opens.",
    fix: "Declare a macie2 Account, set autoEnable to true for the organisation, and name buckets of personal data in a ClassificationJob with jobType 'SCHEDULED'.",
    references: ["aws-config:macie-status-check", "aws-config:macie-auto-sensitive-data-discovery-check", "fsbp:Macie.1", "fsbp:Macie.2"],
    settings: {
        classifications: {
            type: "array",
            items: { type: "string" },
            default: ["sensitive", "patient", "personal"],
            description: "Values of the data classification's tag that call a bucket one of personal data.",
        },
    },
    checkResource({ type, graph, resource, oneOf, on, tagged, settings, require, notApplicable }) {
        if (type === ACCOUNT) require(not(oneOf("status", ["PAUSED"], "ENABLED")), "status", "Macie is paused.");
        if (type === ORGANISATION) require(on("autoEnable", false), "autoEnable", "Macie is not switched on in accounts that join.");
        if (type !== BUCKET) return;
        const personal = settings.classifications.length > 0 && tagged("dataClassification", ...settings.classifications);
        if (personal === false) {
            notApplicable("no tag says that it holds personal data");
            return;
        }
        const named = linkedSatisfies(graph.into(resource, JOB, "s3JobDefinition.bucketDefinitions[].buckets"), isScheduled);
        const chosen = some(graph.of(JOB), job => and(isScheduled(job), choosesByTag(job, resource)));
        require(or(not(personal), named, chosen), "", "No scheduled job of Macie looks into the bucket.");
    },
    checkStack({ graph, require }) {
        require(graph.of(ACCOUNT).length > 0, "", "The stack holds the account's baseline, but no Macie.");
    },
});
