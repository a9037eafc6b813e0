import type { Unknown } from "../../../src/policy/unknown";
import { type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const bucketPolicy = of("aws:s3/bucketPolicy:BucketPolicy");

const records = bucket({ bucket: "records" });
const ARNS = ["arn:aws:s3:::records", "arn:aws:s3:::records/*"];

function denyPlain(over: Record<string, unknown> = {}): Record<string, unknown> {
    return { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ARNS, Condition: { Bool: { "aws:SecureTransport": "false" } }, ...over };
}

function policyText(...statements: Record<string, unknown>[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const withPolicy = (...statements: Record<string, unknown>[]) => [records, bucketPolicy({ bucket: "records", policy: policyText(...statements) })];

const block = of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
const accountBlock = of("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
const accessPoint = of("aws:s3/accessPoint:AccessPoint");
const multiRegion = of("aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint");
const bucketAcl = of("aws:s3/bucketAcl:BucketAcl");
const object = of("aws:s3/bucketObject:BucketObject");
const objectV2 = of("aws:s3/bucketObjectv2:BucketObjectv2");
const ownership = of("aws:s3/bucketOwnershipControls:BucketOwnershipControls");
const objectCopy = of("aws:s3/objectCopy:ObjectCopy");
const encryption = of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
const logging = of("aws:s3/bucketLogging:BucketLogging");
const loadBalancer = of("aws:lb/loadBalancer:LoadBalancer");

const CLOSED = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const unnamed = bucket();
const prefixed = bucket({ bucketPrefix: "letters-" });
const ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
const grantOf = <U extends string | Unknown>(uri: U) => ({ owner: { id: "abc" }, grants: [{ permission: "READ", grantee: { type: "Group", uri } }] });
const kms = (over: { sseAlgorithm?: string | Unknown; kmsMasterKeyId?: string } = {}) => [
    { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: UNKNOWN as Unknown | string, ...over } },
];

export const cases: Cases = {
    "aws-s3-bucket-public-access-block": {
        compliant: {
            "a block that names the bucket by its id": [unnamed, block({ bucket: UNKNOWN, ...CLOSED }, { bucket: unnamed })],
            "a block that names it by its name": [records, block({ bucket: "records", ...CLOSED })],
            "the account's block": [records, accountBlock(CLOSED)],
        },
        violating: {
            "no block": [records, ""],
            "an absent switch is off": [
                [records, block({ bucket: "records", blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true })],
                "",
            ],
            "a switch said to be off": [[records, block({ bucket: "records", ...CLOSED, restrictPublicBuckets: false })], ""],
            "another bucket's block": [[records, block({ bucket: "logs", ...CLOSED })], ""],
            "the account's block with a switch off": [[records, accountBlock({ ...CLOSED, ignorePublicAcls: false })], ""],
        },
        undetermined: {
            "a switch that is not known": [[records, block({ bucket: "records", ...CLOSED, blockPublicAcls: UNKNOWN })], ""],
            "a block whose bucket is not known": [[records, block({ bucket: UNKNOWN, ...CLOSED })], ""],
        },
        notApplicable: { "a bucket that is only read": { ...records, read: true } },
    },
    "aws-s3-account-public-access-block": {
        compliant: { "all four on": accountBlock(CLOSED) },
        violating: {
            "an absent switch is off": [
                accountBlock({ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true }),
                "restrictPublicBuckets",
            ],
            "said to be off": [accountBlock({ ...CLOSED, blockPublicPolicy: false }), "blockPublicPolicy"],
        },
        undetermined: { "known only after the update": [accountBlock({ ...CLOSED, blockPublicAcls: UNKNOWN }), "blockPublicAcls"] },
    },
    "aws-s3-access-point-public-access-block": {
        compliant: {
            "no block of its own: AWS closes it": accessPoint({ bucket: "records" }),
            "said to be closed": accessPoint({ bucket: "records", publicAccessBlockConfiguration: CLOSED }),
            "a multi-region point without one": multiRegion({ details: { name: "records", regions: [{ bucket: "records" }] } }),
        },
        violating: {
            "a switch off": [
                accessPoint({ bucket: "records", publicAccessBlockConfiguration: { ...CLOSED, blockPublicPolicy: false } }),
                "publicAccessBlockConfiguration.blockPublicPolicy",
            ],
            "a switch off on a multi-region point": [
                multiRegion({ details: { name: "records", publicAccessBlock: { ignorePublicAcls: false } } }),
                "details.publicAccessBlock.ignorePublicAcls",
            ],
        },
        undetermined: {
            "a block that is not known": [accessPoint({ publicAccessBlockConfiguration: UNKNOWN }), "publicAccessBlockConfiguration.blockPublicAcls"],
        },
    },
    "aws-s3-acl-not-public-and-disabled": {
        compliant: {
            "a bucket without an ACL": bucket(),
            "a private one": bucketAcl({ bucket: "records", acl: "private" }),
            "log delivery": bucketAcl({ bucket: "logs", acl: "log-delivery-write" }),
            "a grant to another account": bucketAcl({
                bucket: "records",
                accessControlPolicy: { owner: { id: "abc" }, grants: [{ permission: "READ", grantee: { type: "CanonicalUser", id: "def" } }] },
            }),
            "ACLs switched off": ownership({ bucket: "records", rule: { objectOwnership: "BucketOwnerEnforced" } }),
            "ACLs left on": { resources: [ownership({ bucket: "records", rule: { objectOwnership: "BucketOwnerPreferred" } })], advice: true },
            "ownership that is not known": ownership({ bucket: "records", rule: { objectOwnership: UNKNOWN } }),
        },
        violating: {
            "public-read on a bucket": [bucket({ acl: "public-read" }), "acl"],
            "public-read-write": [bucketAcl({ bucket: "records", acl: "public-read-write" }), "acl"],
            "every AWS account, on an object": [object({ bucket: "records", key: "a", acl: "authenticated-read" }), "acl"],
            "a public object": [objectV2({ bucket: "records", key: "a", acl: "public-read" }), "acl"],
            "a public copy": [
                objectCopy({ bucket: "records", key: "a", source: "b", grants: [{ permissions: ["READ"], type: "Group", uri: ALL_USERS }] }),
                "grants[0].uri",
            ],
            "a grant to AllUsers": [
                bucketAcl({ bucket: "records", accessControlPolicy: grantOf(ALL_USERS) }),
                "accessControlPolicy.grants[0].grantee.uri",
            ],
            "a grant to AuthenticatedUsers": [
                bucketAcl({ bucket: "records", accessControlPolicy: grantOf("http://acs.amazonaws.com/groups/global/AuthenticatedUsers") }),
                "accessControlPolicy.grants[0].grantee.uri",
            ],
        },
        undetermined: {
            "an ACL that is not known": [bucketAcl({ bucket: "records", acl: UNKNOWN }), "acl"],
            "a grantee that is not known": [
                bucketAcl({ bucket: "records", accessControlPolicy: grantOf(UNKNOWN) }),
                "accessControlPolicy.grants[0].grantee.uri",
            ],
        },
    },
    "aws-s3-bucket-encryption-kms": {
        compliant: {
            "a key that is made in the same update": [records, encryption({ bucket: "records", rules: kms() })],
            "dual-layer encryption": [records, encryption({ bucket: "records", rules: kms({ sseAlgorithm: "aws:kms:dsse" }) })],
            "the inline block": bucket({
                serverSideEncryptionConfiguration: {
                    rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/records" } },
                },
            }),
        },
        violating: {
            "no configuration: SSE-S3": [records, ""],
            "SSE-S3 said outright": [
                [records, encryption({ bucket: "records", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] })],
                "",
            ],
            "KMS without a key": [
                [records, encryption({ bucket: "records", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] })],
                "",
            ],
            "AWS's own key": [[records, encryption({ bucket: "records", rules: kms({ kmsMasterKeyId: "alias/aws/s3" }) })], ""],
        },
        undetermined: {
            "an algorithm that is not known": [[records, encryption({ bucket: "records", rules: kms({ sseAlgorithm: UNKNOWN }) })], ""],
            "rules that are not known": [[records, encryption({ bucket: "records", rules: UNKNOWN })], ""],
            "a configuration whose bucket is not known": [[records, encryption({ bucket: UNKNOWN, rules: kms() })], ""],
            "perhaps the target of logs": [[records, logging({ bucket: "data", targetBucket: UNKNOWN, targetPrefix: "" })], ""],
        },
        notApplicable: {
            "SSE-S3 accepted": { resources: [records], settings: { allowSseS3: true } },
            "the target of a load balancer's logs": [
                unnamed,
                loadBalancer({ accessLogs: { bucket: UNKNOWN, enabled: true } }, { accessLogs: unnamed }),
            ],
            "a bucket of logs, by its tag": bucket({ tags: { purpose: "logs" } }),
        },
    },
    "aws-s3-bucket-policy-requires-tls": {
        compliant: {
            "a policy as JSON text": withPolicy(denyPlain()),
            "everyone as {AWS: *}": withPolicy(denyPlain({ Principal: { AWS: "*" } })),
            "all resources": withPolicy(denyPlain({ Resource: "*" })),
            "a list of actions and a boolean in the condition": withPolicy(
                denyPlain({ Action: ["s3:*"], Condition: { Bool: { "aws:SecureTransport": [false] } } }),
            ),
            "a single statement that is no list": [records, bucketPolicy({ bucket: "records", policy: JSON.stringify({ Statement: denyPlain() }) })],
            "a statement for the bucket and one for its objects": withPolicy(...ARNS.map(Resource => denyPlain({ Resource }))),
            "one pattern for both": withPolicy(denyPlain({ Resource: "arn:aws:s3:::records*" })),
            "the ARNs of another partition": withPolicy(denyPlain({ Resource: ARNS.map(arn => arn.replace("aws", "aws-us-gov")) })),
            "requests of which it is not true that they come by TLS": withPolicy(
                denyPlain({ Condition: { StringNotEquals: { "aws:SecureTransport": "true" } } }),
            ),
            "a condition that also holds without the key": withPolicy(denyPlain({ Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } })),
            "a bucket whose name is not known, and all resources": [
                unnamed,
                bucketPolicy({ bucket: UNKNOWN, policy: policyText(denyPlain({ Resource: "*" })) }, { bucket: unnamed }),
            ],
            "an object with a part that is not known": [
                records,
                bucketPolicy({
                    bucket: "records",
                    policy: {
                        Version: "2012-10-17",
                        Statement: [
                            {
                                Effect: "Deny",
                                Principal: "*",
                                Action: "s3:*",
                                Resource: ARNS,
                                Condition: { Bool: { "aws:SecureTransport": "false" } },
                            },
                            { Effect: "Allow", Principal: { AWS: UNKNOWN }, Action: "s3:GetObject", Resource: UNKNOWN },
                        ],
                    },
                }),
            ],
        },
        violating: {
            "no policy": [records, ""],
            "a policy without the Deny": [withPolicy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: ARNS }), ""],
            "objects only": [withPolicy(denyPlain({ Resource: ["arn:aws:s3:::records/*"] })), ""],
            "the bucket only": [withPolicy(denyPlain({ Resource: "arn:aws:s3:::records" })), ""],
            "some of the objects": [withPolicy(denyPlain({ Resource: ["arn:aws:s3:::records", "arn:aws:s3:::records/2026/*"] })), ""],
            "another bucket's ARNs": [withPolicy(denyPlain({ Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"] })), ""],
            "one of two buckets' ARNs is its own": [withPolicy(denyPlain({ Resource: ["arn:aws:s3:::records", "arn:aws:s3:::logs/*"] })), ""],
            "requests by TLS instead": [withPolicy(denyPlain({ Condition: { StringNotEquals: { "aws:SecureTransport": "false" } } })), ""],
            "everyone but one": [withPolicy(denyPlain({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/legacy" } })), ""],
            "another prefix than the bucket's": [
                [prefixed, bucketPolicy({ bucket: UNKNOWN, policy: policyText(denyPlain()) }, { bucket: prefixed })],
                "",
            ],
            "narrowed by a further condition": [
                withPolicy(denyPlain({ Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpce": "vpce-1" } } })),
                "",
            ],
            "one action only": [withPolicy(denyPlain({ Action: "s3:GetObject" })), ""],
            "one principal only": [withPolicy(denyPlain({ Principal: { AWS: "arn:aws:iam::111122223333:root" } })), ""],
        },
        undetermined: {
            "a document that is not known": [[records, bucketPolicy({ bucket: "records", policy: UNKNOWN })], ""],
            "a text that is no document": [[records, bucketPolicy({ bucket: "records", policy: "{" })], ""],
            "a bucket whose name is not known, and a name": [
                [unnamed, bucketPolicy({ bucket: UNKNOWN, policy: policyText(denyPlain()) }, { bucket: unnamed })],
                "",
            ],
            "an effect that is not known": [
                [
                    records,
                    bucketPolicy({ bucket: "records", policy: { Version: "2012-10-17", Statement: [{ ...denyPlain(), Effect: UNKNOWN }] as never } }),
                ],
                "",
            ],
        },
    },
};
