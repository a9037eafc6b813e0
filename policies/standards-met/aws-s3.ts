import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { policyDocument } from "../../src/policy/documents";
import { exempt, must, mustByType, mustHave } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { sameAccount } from "../../src/policy/place";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, or } from "../../src/policy/unknown";
import { read, readAll, text, truth } from "../../src/policy/values";
import { refusesPlainRequests } from "../shared/bucket-policies";
import { isCustomerKey } from "../shared/customer-keys";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

function closed(props: Props): Answer {
    return and(...FLAGS.map(flag => truth(read(props, flag)) ?? false));
}

export const s3BucketPublicAccessBlock = mustHave({
    name: "aws-s3-bucket-public-access-block",
    title: "Buckets are closed to the public by an access block",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
    reads: ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
    by: "bucket",
    why: "One careless ACL or bucket policy publishes every object, unless an access block overrules it.",
    fix: "Add a BucketPublicAccessBlock for the bucket with blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets all true.",
    references: [
        "aws-config:s3-bucket-level-public-access-prohibited",
        "aws-config:s3-bucket-public-read-prohibited",
        "aws-config:s3-bucket-public-write-prohibited",
        "checkov:CKV_AWS_53",
        "checkov:CKV_AWS_54",
        "checkov:CKV_AWS_55",
        "checkov:CKV_AWS_56",
        "checkov:CKV2_AWS_6",
        "cdk-nag:AwsSolutions-S2",
        "fsbp:S3.2",
        "fsbp:S3.3",
        "fsbp:S3.8",
    ],
    test: block => closed(block.props),
    or: ({ graph, resource }) =>
        or(
            ...graph
                .of("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock")
                .map(block => and(sameAccount(block, resource), closed(block.props))),
        ),
    message: "No public access block with all four switches on stands before the bucket or its account.",
});

export const s3AccountPublicAccessBlock = must({
    name: "aws-s3-account-public-access-block",
    title: "The account's S3 access block has all four switches on",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
    why: "The account's block guards every bucket in it; a switch that is off opens all those without a block of their own.",
    fix: "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
    references: ["aws-config:s3-account-level-public-access-blocks-periodic", "aws-config:s3-account-level-public-access-blocks", "fsbp:S3.1"],
    facts: FLAGS.map(flag => on(flag, false, `The account's public access block leaves ${flag} off.`)),
});

export const s3AccessPointPublicAccessBlock = mustByType({
    name: "aws-s3-access-point-public-access-block",
    title: "Access points keep the public access block that they are made with",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "An access point is a second door to the bucket's objects, and its access block cannot be changed once it is made.",
    fix: "Leave the access point's public access block out, or set all four switches to true.",
    references: ["aws-config:s3-access-point-public-access-blocks", "checkov:CKV_AWS_392", "fsbp:S3.19", "fsbp:S3.24"],
    facts: {
        "aws:s3/accessPoint:AccessPoint": FLAGS.map(flag =>
            on(`publicAccessBlockConfiguration.${flag}`, true, `The access point switches ${flag} off.`),
        ),
        "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint": FLAGS.map(flag =>
            on(`details.publicAccessBlock.${flag}`, true, `The access point switches ${flag} off.`),
        ),
    },
});

const PRIVATE_ACLS = ["private", "log-delivery-write", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"];
const PUBLIC_GROUP = /\/global\/(AllUsers|AuthenticatedUsers)$/i;

export const s3AclNotPublic = resourcePolicy({
    name: "aws-s3-acl-not-public-and-disabled",
    title: "No ACL opens a bucket or object to everyone",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:s3/bucketAcl:BucketAcl",
        "aws:s3/bucketObject:BucketObject",
        "aws:s3/bucketObjectv2:BucketObjectv2",
        "aws:s3/bucket:Bucket",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        "aws:s3/objectCopy:ObjectCopy",
    ],
    why: "A public ACL gives everyone, or every AWS customer, what it names; nobody sees that in the bucket's policy.",
    fix: "Leave ACLs out and set the bucket's objectOwnership to 'BucketOwnerEnforced'; share by bucket policy instead.",
    references: [
        "aws-config:s3-bucket-acl-prohibited",
        "aws-config:s3-bucket-public-read-prohibited",
        "aws-config:s3-bucket-public-write-prohibited",
        "checkov:CKV_AWS_20",
        "checkov:CKV_AWS_57",
        "checkov:CKV_AWS_375",
        "checkov:CKV2_AWS_43",
        "checkov:CKV2_AWS_65",
        "fsbp:S3.12",
    ],
    check({ get, all, requireAt, require, advice }) {
        const acl = get("acl");
        require(or(acl === undefined, isOneOf(acl, PRIVATE_ACLS)), "acl", "The ACL grants access to everyone, or to every AWS account.");
        for (const { path, value } of [...all("grants[].uri"), ...all("accessControlPolicy.grants[].grantee.uri")]) {
            requireAt(
                is(value, uri => !PUBLIC_GROUP.test(text(uri))),
                path,
                "A grant opens the bucket or object to everyone, or to every AWS account.",
            );
        }
        const ownership = get("rule.objectOwnership");
        if (ownership !== undefined && isOneOf(ownership, ["BucketOwnerEnforced"]) === false) {
            advice("rule.objectOwnership", "ACLs stay in force; only legacy log delivery needs them.");
        }
    },
});

/** Do the rules of an encryption configuration use a KMS key of the customer's own? */
function keyed(props: Props, rules: string): Answer {
    return or(
        ...readAll(props, rules).map(({ value: rule }) => {
            if (isUnknown(rule)) return UNKNOWN;
            const algorithm = isOneOf(read(rule, "applyServerSideEncryptionByDefault.sseAlgorithm"), ["aws:kms", "aws:kms:dsse"]);
            return and(algorithm, isCustomerKey(read(rule, "applyServerSideEncryptionByDefault.kmsMasterKeyId")));
        }),
    );
}

export const s3BucketEncryptionKms = mustHave({
    name: "aws-s3-bucket-encryption-kms",
    title: "Buckets encrypt with a customer-managed key",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:s3/bucket:Bucket"],
    with: ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"],
    reads: ["aws:s3/bucketLogging:BucketLogging", "aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
    by: "bucket",
    why: "With S3's own key, whoever may read the bucket may decrypt it; a customer-managed key is a second, audited permission.",
    fix: "Add a BucketServerSideEncryptionConfiguration for the bucket with sseAlgorithm 'aws:kms' and a kmsMasterKeyId.",
    references: [
        "aws-config:s3-bucket-server-side-encryption-enabled",
        "aws-config:s3-default-encryption-kms",
        "checkov:CKV_AWS_19",
        "checkov:CKV_AWS_145",
        "fsbp:S3.17",
    ],
    settings: {
        allowSseS3: { type: "boolean", default: false, description: "Accept S3's own key (SSE-S3, AES256), which every bucket has by default." },
    },
    unless(c) {
        if (c.settings.allowSseS3) return "SSE-S3 is accepted, and always on";
        // S3 server access logs and load balancers' logs are delivered to buckets without a KMS key only.
        const targets = [
            c.graph.into(c.resource, "aws:s3/bucketLogging:BucketLogging", "targetBucket"),
            c.graph.into(
                c.resource,
                ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
                ["accessLogs.bucket", "connectionLogs.bucket"],
            ),
        ];
        const receives = or(...targets.map(linked => linkedSatisfies(linked, () => true)));
        return exempt(or(c.tagged("purpose", "logs"), receives), "receives logs, which cannot be delivered under a KMS key");
    },
    test: configuration => keyed(configuration.props, "rules[]"),
    or: c => keyed(c.resource.props, "serverSideEncryptionConfiguration.rule"),
    message: "The bucket does not encrypt with a customer-managed KMS key.",
});

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
            refusesPlainRequests(policyDocument(get("policy")), resource),
            linkedSatisfies(policies, p => refusesPlainRequests(policyDocument(read(p.props, "policy")), resource)),
        );
        require(answer, "", "No bucket policy denies requests that come without TLS.");
    },
});
