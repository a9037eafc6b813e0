import { mustByType } from "../../src/policy/factories";
import { type Fact, given, noneOf, on, oneOf } from "../../src/policy/facts";
import { or } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";

const PLAIN = "Query results are not said to be encrypted.";

/** Results that Athena manages are always encrypted; others are where the workgroup says so. */
const resultsEncrypted: Fact<"configuration.resultConfiguration.encryptionConfiguration.encryptionOption"> = {
    path: "configuration.resultConfiguration.encryptionConfiguration.encryptionOption",
    message: PLAIN,
    judge: props => {
        const path = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";
        return [{ path, answer: or(isSet(props, path), truth(read(props, "configuration.managedQueryResultsConfiguration.enabled")) ?? false) }];
    },
};

const secured = [given("securityConfiguration", "No security configuration says how what it writes is encrypted.")] as const;

/** One of the three modes of a security configuration. */
function mode<const P extends string>(path: P, what: string): Fact<`encryptionConfiguration.${P}`> {
    return noneOf(`encryptionConfiguration.${path}`, ["DISABLED"], "DISABLED", `The security configuration leaves ${what} unencrypted.`);
}

export const analyticsEncrypted = mustByType({
    name: "aws-analytics-encrypted-at-rest",
    title: "Athena and Glue encrypt results, jobs and the catalogue",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "Queries and jobs write copies of the records to results, logs and bookmarks, which lie in plain text unless told otherwise.",
    fix: "Set the workgroup's encryptionOption, and give jobs and crawlers a securityConfiguration with all three modes switched on.",
    references: [
        "aws-config:athena-workgroup-encrypted-at-rest",
        "aws-config:athena-workgroup-enforce-workgroup-configuration",
        "checkov:CKV_AWS_77",
        "checkov:CKV_AWS_82",
        "checkov:CKV_AWS_94",
        "checkov:CKV_AWS_99",
        "checkov:CKV_AWS_159",
        "checkov:CKV_AWS_195",
        "cdk-nag:AwsSolutions-GL1",
        "cdk-nag:AwsSolutions-GL3",
    ],
    facts: {
        "aws:athena/workgroup:Workgroup": [
            on("configuration.enforceWorkgroupConfiguration", true, "Clients may overrule the workgroup's encryption."),
            resultsEncrypted,
        ],
        "aws:athena/database:Database": [given("encryptionConfiguration.encryptionOption", PLAIN)],
        "aws:glue/securityConfiguration:SecurityConfiguration": [
            mode("s3Encryption.s3EncryptionMode", "data in S3"),
            mode("cloudwatchEncryption.cloudwatchEncryptionMode", "logs"),
            mode("jobBookmarksEncryption.jobBookmarksEncryptionMode", "job bookmarks"),
        ],
        "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings": [
            oneOf(
                "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode",
                ["SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"],
                "DISABLED",
                "The catalogue is not encrypted.",
            ),
            on(
                "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted",
                false,
                "Passwords of connections are returned in plain text.",
            ),
        ],
        "aws:glue/job:Job": secured,
        "aws:glue/crawler:Crawler": secured,
        "aws:glue/devEndpoint:DevEndpoint": secured,
    },
});
