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

export const cases: Cases = {
    "aws-s3-bucket-policy-requires-tls": {
        compliant: {
            "a policy as JSON text": withPolicy(denyPlain()),
            "everyone as {AWS: *}": withPolicy(denyPlain({ Principal: { AWS: "*" } })),
            "all resources": withPolicy(denyPlain({ Resource: "*" })),
            "a list of actions and a boolean in the condition": withPolicy(denyPlain({ Action: ["s3:*"], Condition: { Bool: { "aws:SecureTransport": [false] } } })),
            "a single statement that is no list": [records, bucketPolicy({ bucket: "records", policy: JSON.stringify({ Statement: denyPlain() }) })],
            "an object with a part that is not known": [
                records,
                bucketPolicy({
                    bucket: "records",
                    policy: {
                        Version: "2012-10-17",
                        Statement: [
                            { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ARNS, Condition: { Bool: { "aws:SecureTransport": "false" } } },
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
            "an effect that is not known": [
                [records, bucketPolicy({ bucket: "records", policy: { Version: "2012-10-17", Statement: [{ ...denyPlain(), Effect: UNKNOWN }] as never } })],
                "",
            ],
        },
    },
};
