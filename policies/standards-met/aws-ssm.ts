import { resourcePolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { read, text, truth } from "../../src/policy/values";

/** Does the document of a session encrypt it with a key, and log it where the log is encrypted? */
function loggedAndEncrypted(content: Value | undefined): Answer {
    const session = jsonValue(content);
    if (session === UNKNOWN) return UNKNOWN;
    // A session that forwards a port has nothing to log.
    if (is(read(session ?? {}, "sessionType"), type => text(type ?? "Standard_Stream") === "Port") === true) return true;
    const set = (property: string): Answer => is(read(session ?? {}, `inputs.${property}`), value => text(value ?? "") !== "");
    const on = (property: string): Answer => truth(read(session ?? {}, `inputs.${property}`)) ?? false;
    return and(
        set("kmsKeyId"),
        or(and(set("s3BucketName"), on("s3EncryptionEnabled")), and(set("cloudWatchLogGroupName"), on("cloudWatchEncryptionEnabled"))),
    );
}

const PUBLIC_SHARING = "/ssm/documents/console/public-sharing-permission";

export const ssmDocumentNotPublic = resourcePolicy({
    name: "aws-ssm-document-not-public-and-session-logged",
    title: "SSM documents are not public, and sessions are encrypted and logged",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ssm/document:Document", "aws:ssm/serviceSetting:ServiceSetting"],
    why: "A public document shows everyone how machines are run, and an unlogged session leaves no trace of what was done.",
    fix: "Share documents with named accounts, and give session documents kmsKeyId and an encrypted log in S3 or CloudWatch.",
    references: [
        "aws-config:ssm-document-not-public",
        "checkov:CKV_AWS_112",
        "checkov:CKV_AWS_113",
        "checkov:CKV_AWS_303",
        "fsbp:SSM.4",
        "fsbp:SSM.7",
    ],
    check({ type, get, oneOf, require, notApplicable }) {
        if (type === "aws:ssm/document:Document") {
            const shared = is(get("permissions.account_ids"), ids =>
                text(ids ?? "")
                    .split(",")
                    .some(id => id.trim().toLowerCase() === "all"),
            );
            require(not(shared), "permissions.account_ids", "The document is shared with everyone.");
            require(or(
                not(oneOf("documentType", ["Session"])),
                loggedAndEncrypted(get("content")),
            ), "content", "Sessions are not encrypted with a key and logged to an encrypted log.");
            return;
        }
        const concerns = is(get("settingId"), id => text(id ?? "").endsWith(PUBLIC_SHARING));
        if (concerns === false) notApplicable("a setting about something else");
        else require(or(not(concerns), oneOf("settingValue", ["Disable"])), "settingValue", "Documents may be shared with everyone.");
    },
});
