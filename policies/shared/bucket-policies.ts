import { type PolicyDocument, type Statement, deniesWithoutTls } from "../../src/policy/documents";
import type { Resource } from "../../src/policy/resource";
import { type Answer, type Unknown, and, is, some } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { arnPart, matchesArn } from "./aws-arns";

/** Stands for the key of any object: only a pattern with a "*" of its own there covers it. */
const ANY_KEY = "\u0001";

/** The ARN of a bucket, in the partition "aws"; with a hole where its name is not known yet. */
function bucketArn(bucket: Resource): string {
    const name = arnPart(read(bucket.props, "bucket") ?? (bucket.id === "" ? undefined : bucket.id));
    const prefix = read(bucket.props, "bucketPrefix");
    const known = name === arnPart(undefined) && typeof prefix === "string" ? `${prefix}${name}` : name;
    return `arn:aws:s3:::${known}`;
}

/** Does the statement speak of what the ARN names? */
function speaksOf(s: Statement, arn: string): Answer {
    return some(s.resources, resource => is(resource, pattern => matchesArn(text(pattern).replace(/^arn:aws-[a-z-]+:/, "arn:aws:"), arn)));
}

/** Does the document deny every request without TLS, by everyone, to the bucket and to its objects, in one statement or in several? */
export function refusesPlainRequests(document: PolicyDocument | Unknown | "malformed" | undefined, bucket: Resource): Answer {
    const arn = bucketArn(bucket);
    return and(
        deniesWithoutTls(document, "s3:*", s => speaksOf(s, arn)),
        deniesWithoutTls(document, "s3:*", s => speaksOf(s, `${arn}/${ANY_KEY}`)),
    );
}
