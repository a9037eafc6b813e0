import { type Cases, UNKNOWN, of } from "../support/cases";

const workgroup = of("aws:athena/workgroup:Workgroup");
const database = of("aws:athena/database:Database");
const security = of("aws:glue/securityConfiguration:SecurityConfiguration");
const catalogue = of("aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings");
const job = of("aws:glue/job:Job");
const crawler = of("aws:glue/crawler:Crawler");

const OPTION = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";
const results = { resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS" } } };
const modes = {
    s3Encryption: { s3EncryptionMode: "SSE-KMS" },
    cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS" },
    jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS" },
};

export const cases: Cases = {
    "aws-analytics-encrypted-at-rest": {
        compliant: {
            "a workgroup that is enforced where left out": workgroup({ configuration: results }),
            "results that Athena manages": workgroup({ configuration: { managedQueryResultsConfiguration: { enabled: true } } }),
            "a database": database({ encryptionConfiguration: { encryptionOption: "SSE_S3" } }),
            "a security configuration with all three": security({ encryptionConfiguration: modes }),
            "a job with one": job({ securityConfiguration: UNKNOWN }),
            "the catalogue": catalogue({
                dataCatalogEncryptionSettings: {
                    encryptionAtRest: { catalogEncryptionMode: "SSE-KMS" },
                    connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true },
                },
            }),
        },
        violating: {
            "a workgroup without": [workgroup({ name: "reports" }), OPTION],
            "a workgroup that clients overrule": [
                workgroup({ configuration: { ...results, enforceWorkgroupConfiguration: false } }),
                "configuration.enforceWorkgroupConfiguration",
            ],
            "bookmarks left out": [
                security({ encryptionConfiguration: { ...modes, jobBookmarksEncryption: { jobBookmarksEncryptionMode: "DISABLED" } } }),
                "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode",
            ],
            "a mode left out": [
                security({ encryptionConfiguration: { ...modes, s3Encryption: { kmsKeyArn: UNKNOWN } } }),
                "encryptionConfiguration.s3Encryption.s3EncryptionMode",
            ],
            "a job without one": [job({ roleArn: UNKNOWN }), "securityConfiguration"],
            "a crawler without one": [crawler({ databaseName: "d" }), "securityConfiguration"],
            "passwords returned in plain text": [
                catalogue({
                    dataCatalogEncryptionSettings: {
                        encryptionAtRest: { catalogEncryptionMode: "SSE-KMS" },
                        connectionPasswordEncryption: { returnConnectionPasswordEncrypted: false },
                    },
                }),
                "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted",
            ],
        },
        undetermined: {
            "a mode that is not known": [
                security({ encryptionConfiguration: { ...modes, s3Encryption: { s3EncryptionMode: UNKNOWN } } }),
                "encryptionConfiguration.s3Encryption.s3EncryptionMode",
            ],
            "whether it is enforced not known": [
                workgroup({ configuration: { ...results, enforceWorkgroupConfiguration: UNKNOWN } }),
                "configuration.enforceWorkgroupConfiguration",
            ],
        },
    },
};
