import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:emr/cluster:Cluster");
const configuration = of("aws:emr/securityConfiguration:SecurityConfiguration");

const encrypted = {
    EnableInTransitEncryption: true,
    EnableAtRestEncryption: true,
    InTransitEncryptionConfiguration: { TLSCertificateConfiguration: { CertificateProviderType: "PEM", S3Object: "s3://certificates/node.zip" } },
    AtRestEncryptionConfiguration: {
        S3EncryptionConfiguration: { EncryptionMode: "SSE-KMS", AwsKmsKey: "alias/emr" },
        LocalDiskEncryptionConfiguration: { EncryptionKeyProviderType: "AwsKms", AwsKmsKey: "alias/emr", EnableEbsEncryption: true },
    },
};
const saying = (encryption: object): CaseResource => configuration({ configuration: JSON.stringify({ EncryptionConfiguration: encryption }) });
const secure = saying(encrypted);
const kerberosAttributes = { realm: "EC2.INTERNAL", kdcAdminPassword: UNKNOWN } as const;
const named = { releaseLabel: "emr-7.9.0", serviceRole: "emr", securityConfiguration: UNKNOWN } as const;

export const cases: Cases = {
    "aws-emr-security-configuration": {
        compliant: {
            "a configuration that encrypts": secure,
            "a cluster under it": [cluster({ ...named, kerberosAttributes }, { securityConfiguration: secure }), secure],
            "without Kerberos, by setting": {
                resources: [cluster(named, { securityConfiguration: secure }), secure],
                settings: { requireKerberos: false },
            },
        },
        violating: {
            "absent: no configuration": [cluster({ releaseLabel: "emr-7.9.0", serviceRole: "emr", kerberosAttributes }), "securityConfiguration"],
            "no Kerberos": [[cluster(named, { securityConfiguration: secure }), secure], "kerberosAttributes.realm"],
            "no encryption in transit": [
                saying({ ...encrypted, EnableInTransitEncryption: false }),
                "configuration.EncryptionConfiguration.EnableInTransitEncryption",
            ],
            "no encryption at rest": [
                saying({ ...encrypted, EnableAtRestEncryption: false }),
                "configuration.EncryptionConfiguration.EnableAtRestEncryption",
            ],
            "S3's own keys": [
                saying({
                    ...encrypted,
                    AtRestEncryptionConfiguration: {
                        ...encrypted.AtRestEncryptionConfiguration,
                        S3EncryptionConfiguration: { EncryptionMode: "SSE-S3" },
                    },
                }),
                "configuration.EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode",
            ],
            "an empty configuration": [configuration({ configuration: "{}" }), "configuration.EncryptionConfiguration.EnableInTransitEncryption"],
        },
        undetermined: {
            "a configuration outside the stack": [
                cluster({ ...named, securityConfiguration: "shared", kerberosAttributes }),
                "securityConfiguration",
            ],
            "one that is not known": [configuration({ configuration: UNKNOWN }), "configuration"],
        },
    },
};
