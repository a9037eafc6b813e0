import { isOneOf } from "../../src/policy/check";
import { type Graph, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import { sameAccount } from "../../src/policy/place";
import type { Props, Resource } from "../../src/policy/resource";
import { type Answer, and, not, or } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";

const ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const ACCOUNT_ACCESS_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const OBJECT_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

/** What delivers access logs to buckets besides S3 itself. */
export const LOAD_BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"] as const;

/** What stands beside a bucket and says how it is protected. */
export const BUCKET_SIBLINGS = [ACCESS_BLOCK, ACCOUNT_ACCESS_BLOCK, VERSIONING, LOGGING, OBJECT_LOCK] as const;

function allFourOn(props: Props): Answer {
    return and(
        ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map(flag => truth(read(props, flag)) ?? false),
    );
}

/** Is the bucket, or its account, behind a full public access block? */
export function isClosed(graph: Graph, bucket: Resource): Answer {
    return or(
        linkedSatisfies(graph.into(bucket, ACCESS_BLOCK, "bucket"), block => allFourOn(block.props)),
        ...graph.of(ACCOUNT_ACCESS_BLOCK).map(block => and(sameAccount(block, bucket), allFourOn(block.props))),
    );
}

const enabled = (versioning: Resource): Answer => isOneOf(read(versioning.props, "versioningConfiguration.status"), ["Enabled"]);

/** Does the bucket keep earlier versions of its objects? One made with object lock does by itself, and AWS refuses whatever says otherwise. */
export function isVersioned(graph: Graph, bucket: Resource): Answer {
    const own = (...paths: readonly string[]): Answer => or(...paths.map(path => truth(read(bucket.props, path)) ?? false));
    const versionings = graph.into(bucket, VERSIONING, "bucket");
    return or(
        own("versioning.enabled"),
        linkedSatisfies(versionings, enabled),
        and(own("objectLockEnabled", "objectLockConfiguration.objectLockEnabled"), everyLinked(versionings, enabled)),
    );
}

/** Is the bucket one to which S3 or load balancers deliver their access logs? */
export function receivesAccessLogs(graph: Graph, bucket: Resource): Answer {
    return or(
        linkedSatisfies(graph.into(bucket, LOGGING, "targetBucket"), logging => not(logsToItself(graph, logging, bucket))),
        linkedSatisfies(graph.into(bucket, LOAD_BALANCERS, ["accessLogs.bucket", "connectionLogs.bucket"]), () => true),
    );
}

/** Does the bucket log who reads and writes it? */
export function isLogged(graph: Graph, bucket: Resource): Answer {
    return or(
        isSet(bucket.props, "logging.targetBucket"),
        linkedSatisfies(graph.into(bucket, LOGGING, "bucket"), logging => not(logsToItself(graph, logging, bucket))),
    );
}

function logsToItself(graph: Graph, logging: Resource, bucket: Resource): boolean {
    return ["bucket", "targetBucket"].every(path => graph.from(logging, path, bucket.type).certain.includes(bucket));
}

/** Are the bucket's objects locked for a time from the moment they are written? */
export function isLocked(graph: Graph, bucket: Resource): Answer {
    return or(
        isSet(bucket.props, "objectLockConfiguration.rule"),
        linkedSatisfies(graph.into(bucket, OBJECT_LOCK, "bucket"), lock => isSet(lock.props, "rule")),
    );
}
