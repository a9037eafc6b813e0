import { type Cases, UNKNOWN, of } from "../support/cases";

const document = of("aws:ssm/document:Document");
const setting = of("aws:ssm/serviceSetting:ServiceSetting");

const SHARING = "arn:aws:ssm:eu-west-2:111122223333:servicesetting/ssm/documents/console/public-sharing-permission";
const session = (inputs: Readonly<Record<string, unknown>>, sessionType = "Standard_Stream"): string =>
    JSON.stringify({ schemaVersion: "1.0", sessionType, inputs });
const logged = { kmsKeyId: "alias/sessions", cloudWatchLogGroupName: "sessions", cloudWatchEncryptionEnabled: true };

export const cases: Cases = {
    "aws-ssm-document-not-public-and-session-logged": {
        compliant: {
            "a command document": document({ documentType: "Command", content: "{}" }),
            "shared with an account": document({
                documentType: "Command",
                content: "{}",
                permissions: { type: "Share", account_ids: "111122223333" },
            }),
            "sessions logged to CloudWatch": document({ documentType: "Session", content: session(logged) }),
            "sessions logged to S3": document({
                documentType: "Session",
                content: session({ kmsKeyId: "alias/sessions", s3BucketName: "logs", s3EncryptionEnabled: "true" }),
            }),
            "sessions that forward a port": document({ documentType: "Session", content: session({}, "Port") }),
            "public sharing off": setting({ settingId: SHARING, settingValue: "Disable" }),
        },
        violating: {
            "shared with everyone": [
                document({ documentType: "Command", content: "{}", permissions: { type: "Share", account_ids: "All" } }),
                "permissions.account_ids",
            ],
            "sessions without a key": [document({ documentType: "Session", content: session({ ...logged, kmsKeyId: "" }) }), "content"],
            "sessions without a log": [document({ documentType: "Session", content: session({ kmsKeyId: "alias/sessions" }) }), "content"],
            "a log that is not encrypted": [
                document({ documentType: "Session", content: session({ ...logged, cloudWatchEncryptionEnabled: false }) }),
                "content",
            ],
            "public sharing on": [setting({ settingId: SHARING, settingValue: "Enable" }), "settingValue"],
        },
        undetermined: {
            "content that is not known": [document({ documentType: "Session", content: UNKNOWN }), "content"],
            "content that is no JSON": [document({ documentType: "Session", documentFormat: "YAML", content: "schemaVersion: '1.0'" }), "content"],
            "accounts that are not known": [
                document({ documentType: "Command", content: "{}", permissions: { type: "Share", account_ids: UNKNOWN } }),
                "permissions.account_ids",
            ],
        },
        notApplicable: {
            "a setting about something else": setting({ settingId: "/ssm/parameter-store/default-parameter-tier", settingValue: "Standard" }),
        },
    },
};
