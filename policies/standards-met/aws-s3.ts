import { stackPolicy } from "../../src/policy/definition";
import { type Statement, deniesWithoutTls, policyDocument } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, and, is, or, some } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

/** A Deny that speaks of the bucket and of its objects: "*", or one ARN with and one without a path. */
function bucketAndObjects(s: Statement): Answer {
    const objects = (resource: string): boolean => resource.endsWith("/*");
    return or(
        some(s.resources, r => is(r, v => v === "*")),
        and(
            some(s.resources, r => is(r, v => objects(v))),
            some(s.resources, r => is(r, v => !objects(v))),
        ),
    );
}

function requiresTls(policy: Value | undefined): Answer {
    return deniesWithoutTls(policyDocument(policy), "s3:*", bucketAndObjects);
}

export const s3BucketPolicyRequiresTls = stackPolicy({
    name: "aws-s3-bucket-policy-requires-tls",
    title: "Buckets refuse requests without TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    reads: ["aws:s3/bucketPolicy:BucketPolicy"],
    why: "S3 answers plain HTTP unless a bucket policy denies it, and what is read over it can be read by others.",
    fix: "Deny s3:* to everyone on the bucket and its objects where aws:SecureTransport is false, in a BucketPolicy.",
    references: ["aws-config:s3-bucket-ssl-requests-only", "checkov:CKV_AWS_379", "cdk-nag:AwsSolutions-S10", "fsbp:S3.5"],
    checkResource({ graph, resource, get, require }) {
        const policies = graph.into(resource, "aws:s3/bucketPolicy:BucketPolicy", "bucket");
        const answer = or(
            requiresTls(get("policy")),
            linkedSatisfies(policies, p => requiresTls(read(p.props, "policy"))),
        );
        require(answer, "", "No bucket policy denies requests that come without TLS.");
    },
});
