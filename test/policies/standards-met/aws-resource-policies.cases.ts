import { type Cases, UNKNOWN, of } from "../support/cases";

const bucketPolicy = of("aws:s3/bucketPolicy:BucketPolicy");
const queuePolicy = of("aws:sqs/queuePolicy:QueuePolicy");
const topicPolicy = of("aws:sns/topicPolicy:TopicPolicy");
const topic = of("aws:sns/topic:Topic");
const key = of("aws:kms/key:Key");
const keyPolicy = of("aws:kms/keyPolicy:KeyPolicy");
const domain = of("aws:opensearch/domain:Domain");
const vault = of("aws:glacier/vault:Vault");
const repository = of("aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy");
const tables = of("aws:s3tables/tableBucketPolicy:TableBucketPolicy");
const multiRegion = of("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy");
const permission = of("aws:lambda/permission:Permission");

type Statement = Readonly<Record<string, unknown>>;

function allow(Principal: unknown, over: Statement = {}): Statement {
    return { Effect: "Allow", Principal, Action: "s3:GetObject", Resource: "arn:aws:s3:::records/*", ...over };
}

function document(...statements: Statement[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const bucket = (...statements: Statement[]) => bucketPolicy({ bucket: "records", policy: document(...statements) });
const service = (name: string, over: Statement = {}): Statement => allow({ Service: name }, { Action: "*", Resource: "*", ...over });
const onlyFrom = (conditions: Statement): Statement => ({ Condition: conditions });
const FIRST = "policy.Statement[0]";

const others = (over: Statement = {}): Statement => ({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
    ...over,
});
const trusting = { estate: { trustedAccounts: ["111122223333"], trustedOrganisations: ["o-abcdefghij"] } };
const OWN = "arn:aws:iam::111122223333:role/app";
const ROOT = "arn:aws:iam::444455556666:root";
const FOREIGN = "arn:aws:iam::444455556666:role/app";

export const cases: Cases = {
    "aws-resource-policy-no-public-principal": {
        compliant: {
            "a named account": bucket(allow({ AWS: OWN })),
            "a service": queuePolicy({ queueUrl: UNKNOWN, policy: document(service("sns.amazonaws.com")) }),
            "no policy": key({ description: "records" }),
            "everyone of an organisation": bucket(allow("*", onlyFrom({ StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } }))),
            "everyone from a narrow network": bucket(allow("*", onlyFrom({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }))),
            "values, with a condition that there be some": bucket(
                allow(
                    "*",
                    onlyFrom({
                        "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" },
                        Null: { "aws:PrincipalOrgID": "false" },
                    }),
                ),
            ),
            "the roles of one account": bucket(allow("*", onlyFrom({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }))),
            "the bucket's own account": bucket(allow("*", onlyFrom({ StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } }))),
            "the trails of one account, in any region": bucket(
                allow("*", onlyFrom({ ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:*" } })),
            ),
            "one bucket, and what is in it": topic({
                policy: document(allow("*", onlyFrom({ ArnLike: { "aws:SourceArn": ["arn:aws:s3:::records", "arn:aws:s3:::records/*"] } }))),
            }),
            "a REST API, by its id": bucket(
                allow("*", onlyFrom({ ArnLike: { "aws:SourceArn": "arn:aws:apigateway:eu-west-2::/restapis/a1b2c3/*" } })),
            ),
            "a part of one organisation": bucket(
                allow("*", onlyFrom({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abcdefghij/r-ab12/*" } })),
            ),
            "a file system's clients that mount it": bucket(allow("*", onlyFrom({ Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } }))),
            "a key for those who come by the account": key({
                policy: document(
                    allow({ AWS: "*" }, { Action: "kms:*", Resource: "*", ...onlyFrom({ StringEquals: { "kms:CallerAccount": "111122223333" } }) }),
                ),
            }),
            "a Deny that refuses all others": bucket(allow("*"), others()),
            "a Deny for everyone": bucket(others({ Condition: { Bool: { "aws:SecureTransport": "false" } } })),
            "a search domain in a VPC with users of its own": domain({
                accessPolicies: document(allow({ AWS: "*" }, { Action: "es:*", Resource: "*" })),
                vpcOptions: { subnetIds: UNKNOWN },
                advancedSecurityOptions: { enabled: true },
            }),
            "an object with a principal of a kind that is never everyone": bucketPolicy({
                bucket: "records",
                policy: {
                    Version: "2012-10-17",
                    Statement: [{ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "s3:PutObject", Resource: UNKNOWN }],
                },
            }),
        },
        violating: {
            everyone: [bucket(allow("*")), FIRST],
            "as {AWS: *} in a list": [bucket(allow({ AWS: [OWN, "*"] })), FIRST],
            "everyone but one": [bucket({ Effect: "Allow", NotPrincipal: { AWS: OWN }, Action: "s3:GetObject", Resource: "*" }), FIRST],
            "a condition of nothing but a wildcard": [bucket(allow("*", onlyFrom({ StringLike: { "aws:PrincipalArn": "*" } }))), FIRST],
            "a condition that lets a request without the key through": [
                bucket(allow("*", onlyFrom({ StringEqualsIfExists: { "aws:SourceVpce": "vpce-1" } }))),
                FIRST,
            ],
            "any bucket in the world": [
                topic({
                    policy: document(
                        allow("*", { Action: "sns:Publish", Resource: "*", ...onlyFrom({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }) }),
                    ),
                }),
                FIRST,
            ],
            "buckets of a name that others may begin theirs with": [
                topic({ policy: document(allow("*", onlyFrom({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::records-*" } }))) }),
                FIRST,
            ],
            "a role that anyone may make in an account of their own": [
                bucket(allow("*", onlyFrom({ StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } }))),
                FIRST,
            ],
            "any organisation": [bucket(allow("*", onlyFrom({ StringLike: { "aws:PrincipalOrgID": "o-*" } }))), FIRST],
            "any organisation's tree": [bucket(allow("*", onlyFrom({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-*/*" } }))), FIRST],
            "any account": [bucket(allow("*", onlyFrom({ StringLike: { "aws:SourceAccount": "????????????" } }))), FIRST],
            "accounts of a number that begins alike": [bucket(allow("*", onlyFrom({ StringLike: { "aws:PrincipalAccount": "1111*" } }))), FIRST],
            "any endpoint": [bucket(allow("*", onlyFrom({ StringLike: { "aws:SourceVpce": "vpce-*" } }))), FIRST],
            "one account among all": [
                bucket(allow("*", onlyFrom({ ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::*:role/a"] } }))),
                FIRST,
            ],
            "everyone outside an account": [bucket(allow("*", onlyFrom({ StringNotEquals: { "aws:PrincipalAccount": "444455556666" } }))), FIRST],
            "a condition that the key be there": [bucket(allow("*", onlyFrom({ Null: { "aws:PrincipalOrgID": "false" } }))), FIRST],
            "values of which there may be none": [
                bucket(allow("*", onlyFrom({ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } }))),
                FIRST,
            ],
            "the principal's own account": [
                bucket(allow("*", onlyFrom({ StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } }))),
                FIRST,
            ],
            "a file system that is not mounted": [
                bucket(allow("*", onlyFrom({ Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } }))),
                FIRST,
            ],
            "a Deny that spares any account's role": [
                bucket(allow("*"), others({ Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } } })),
                FIRST,
            ],
            "a Deny that spares those outside every organisation": [
                bucket(allow("*"), others({ Condition: { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-abcdefghij/*" } } })),
                FIRST,
            ],
            "a network as wide as the internet": [bucket(allow("*", onlyFrom({ IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }))), FIRST],
            "a Deny of other actions": [bucket(allow("*"), others({ Action: "s3:PutObject" })), FIRST],
            "a Deny that holds without TLS only": [
                bucket(
                    allow("*"),
                    others({ Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" }, Bool: { "aws:SecureTransport": "false" } } }),
                ),
                FIRST,
            ],
            "the second statement, in a topic's own policy": [
                topic({ policy: document(service("sns.amazonaws.com"), allow("*", { Action: "sns:Publish", Resource: "*" })) }),
                "policy.Statement[1]",
            ],
            "a search domain in a VPC without users": [
                domain({ accessPolicies: document(allow("*", { Action: "es:*" })), vpcOptions: { subnetIds: ["subnet-1"] } }),
                "accessPolicies.Statement[0]",
            ],
            "an archive": [vault({ name: "v", accessPolicy: document(allow("*")) }), "accessPolicy.Statement[0]"],
            "a package repository": [
                repository({ domain: "d", repository: "r", policyDocument: document(allow("*")) }),
                "policyDocument.Statement[0]",
            ],
            "a table bucket": [tables({ resourcePolicy: document(allow("*")) }), "resourcePolicy.Statement[0]"],
            "a multi-region access point": [multiRegion({ details: { name: "m", policy: document(allow("*")) } }), "details.policy.Statement[0]"],
        },
        undetermined: {
            "a document that is not known": [bucketPolicy({ bucket: "records", policy: UNKNOWN }), "policy"],
            "a text that is no JSON": [bucketPolicy({ bucket: "records", policy: "{" }), "policy"],
            "a principal that is not known": [
                bucketPolicy({
                    bucket: "records",
                    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: UNKNOWN, Action: "s3:GetObject", Resource: "*" }] },
                }),
                FIRST,
            ],
        },
    },
    "aws-resource-policy-cross-account-restricted": {
        compliant: {
            "a trusted account": { resources: [bucket(allow({ AWS: OWN }))], ...trusting },
            "the same by its number": { resources: [bucket(allow({ AWS: "111122223333" }))], ...trusting },
            "a service": { resources: [queuePolicy({ queueUrl: UNKNOWN, policy: document(service("sns.amazonaws.com")) })], ...trusting },
            "the root of a key's account": {
                resources: [key({ policy: document(allow({ AWS: ROOT }, { Action: "kms:*", Resource: "*" })) })],
                ...trusting,
            },
            "the roots of a key's account and of one that is trusted, to decrypt": {
                resources: [
                    key({
                        policy: document(
                            allow({ AWS: ROOT }, { Action: "kms:*", Resource: "*" }),
                            allow({ AWS: "arn:aws:iam::111122223333:root" }, { Action: "kms:Decrypt", Resource: "*" }),
                        ),
                    }),
                ],
                ...trusting,
            },
            "a foreign role, held to one's own organisation": {
                resources: [bucket(allow({ AWS: FOREIGN }, onlyFrom({ StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } })))],
                ...trusting,
            },
            "no policy": { resources: [topic()], ...trusting },
        },
        violating: {
            "a foreign account": { resources: [bucket(allow({ AWS: FOREIGN }))], property: FIRST, ...trusting },
            "the root of one, in a bucket's policy": {
                resources: [bucket(allow({ AWS: "arn:aws:iam::444455556666:root" }))],
                property: FIRST,
                ...trusting,
            },
            "the root of one, beside a trusted root, in a key's policy": {
                resources: [key({ policy: document(allow({ AWS: ["arn:aws:iam::111122223333:root", ROOT] }, { Action: "kms:*", Resource: "*" })) })],
                property: FIRST,
                ...trusting,
            },
            "the root of one, which may not change the key's policy and so is not the own one": {
                resources: [
                    key({
                        policy: document(
                            allow({ AWS: OWN }, { Action: "kms:*", Resource: "*" }),
                            allow({ AWS: ROOT }, { Action: "kms:Decrypt", Resource: "*" }),
                        ),
                    }),
                ],
                property: "policy.Statement[1]",
                ...trusting,
            },
            "one among trusted ones": { resources: [bucket(allow({ AWS: [OWN, "444455556666"] }))], property: FIRST, ...trusting },
            "held to a foreign organisation": {
                resources: [bucket(allow({ AWS: FOREIGN }, onlyFrom({ StringEquals: { "aws:PrincipalOrgID": "o-other12345" } })))],
                property: FIRST,
                ...trusting,
            },
        },
        undetermined: {
            "a document that is not known": { resources: [keyPolicy({ keyId: UNKNOWN, policy: UNKNOWN })], property: "policy", ...trusting },
            "two roots, of which either may be the key's own": {
                resources: [
                    key({
                        policy: document(allow({ AWS: [ROOT, "arn:aws:iam::777788889999:root"] }, { Action: "kms:*", Resource: "*" })),
                    }),
                ],
                property: FIRST,
                ...trusting,
            },
            "a root that may change the policy, as a trusted role may": {
                resources: [key({ policy: document(allow({ AWS: [ROOT, OWN] }, { Action: "kms:*", Resource: "*" })) })],
                property: FIRST,
                ...trusting,
            },
            "a principal that is not known": {
                resources: [
                    bucketPolicy({
                        bucket: "records",
                        policy: {
                            Version: "2012-10-17",
                            Statement: [{ Effect: "Allow", Principal: { AWS: UNKNOWN }, Action: "s3:GetObject", Resource: "*" }],
                        },
                    }),
                ],
                property: FIRST,
                ...trusting,
            },
        },
        notApplicable: { "no accounts are listed": bucket(allow({ AWS: FOREIGN })) },
    },
    "aws-service-principal-confused-deputy": {
        compliant: {
            "a source": bucket(
                service(
                    "cloudtrail.amazonaws.com",
                    onlyFrom({ StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-2:111122223333:trail/t" } }),
                ),
            ),
            "an account": queuePolicy({
                queueUrl: UNKNOWN,
                policy: document(service("sns.amazonaws.com", onlyFrom({ StringEquals: { "aws:SourceAccount": "111122223333" } }))),
            }),
            "a key for the log groups of the account": key({
                policy: document(
                    service(
                        "logs.eu-west-2.amazonaws.com",
                        onlyFrom({ ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-2:111122223333:*" } }),
                    ),
                ),
            }),
            "EventBridge and a topic": topicPolicy({ arn: UNKNOWN, policy: document(service("events.amazonaws.com")) }),
            "no service": bucket(allow({ AWS: OWN })),
            "a permission with a source that is made in the same update": permission({ principal: "events.amazonaws.com", sourceArn: UNKNOWN }),
            "a permission for S3 with the account": permission({
                principal: "s3.amazonaws.com",
                sourceArn: "arn:aws:s3:::records",
                sourceAccount: "111122223333",
            }),
            "a permission for an account": permission({ principal: "111122223333" }),
        },
        violating: {
            "a service without a source": [bucket(service("cloudtrail.amazonaws.com")), FIRST],
            "EventBridge and a queue": [queuePolicy({ queueUrl: UNKNOWN, policy: document(service("events.amazonaws.com")) }), FIRST],
            "a source of nothing but a wildcard": [
                bucket(service("cloudtrail.amazonaws.com", onlyFrom({ ArnLike: { "aws:SourceArn": "*" } }))),
                FIRST,
            ],
            "any bucket as the source": [
                queuePolicy({
                    queueUrl: UNKNOWN,
                    policy: document(service("s3.amazonaws.com", onlyFrom({ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:*" } }))),
                }),
                FIRST,
            ],
            "anybody's log groups": [
                key({
                    policy: document(
                        service(
                            "logs.eu-west-2.amazonaws.com",
                            onlyFrom({ ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-2:*:*" } }),
                        ),
                    ),
                }),
                FIRST,
            ],
            "a permission for anybody's topics": [permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:*:*:*" }), "principal"],
            "a key without a source": [keyPolicy({ keyId: UNKNOWN, policy: document(service("logs.eu-west-2.amazonaws.com")) }), FIRST],
            "a permission without a source": [permission({ principal: "apigateway.amazonaws.com" }), "principal"],
            "a permission for S3 with the bucket only": [
                permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::records" }),
                "principal",
            ],
        },
        undetermined: {
            "a document that is not known": [topicPolicy({ arn: UNKNOWN, policy: UNKNOWN }), "policy"],
            "a source that is not known": [
                bucketPolicy({
                    bucket: "records",
                    policy: {
                        Version: "2012-10-17",
                        Statement: [
                            {
                                Effect: "Allow",
                                Principal: { Service: "cloudtrail.amazonaws.com" },
                                Action: "s3:PutObject",
                                Resource: "*",
                                Condition: { StringEquals: { "aws:SourceArn": UNKNOWN } },
                            },
                        ],
                    },
                }),
                FIRST,
            ],
            "a principal that is not known": [permission({ principal: UNKNOWN }), "principal"],
        },
    },
};
