import { stackPolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { ask } from "../../src/policy/factories";
import { filled, on, oneOf } from "../../src/policy/facts";
import { UNKNOWN, isUnknown } from "../../src/policy/unknown";
import { isRecord } from "../../src/policy/values";

const CONFIGURATION = "aws:emr/securityConfiguration:SecurityConfiguration";
const AT_REST = "EncryptionConfiguration.AtRestEncryptionConfiguration";

/** What the JSON of a security configuration must say. Source: docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html. */
const FACTS = [
    on("EncryptionConfiguration.EnableInTransitEncryption", false, "The nodes talk to each other in plain text."),
    on("EncryptionConfiguration.EnableAtRestEncryption", false, "What the cluster stores is not encrypted."),
    oneOf(
        `${AT_REST}.S3EncryptionConfiguration.EncryptionMode`,
        ["SSE-KMS", "CSE-KMS"],
        undefined,
        "What the cluster writes to S3 is encrypted with no key of KMS.",
    ),
    oneOf(
        `${AT_REST}.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType`,
        ["AwsKms"],
        undefined,
        "The nodes' disks are encrypted with no key of KMS.",
    ),
    on(
        `${AT_REST}.LocalDiskEncryptionConfiguration.EnableEbsEncryption`,
        false,
        "The nodes' volumes of EBS, the root's among them, are not encrypted.",
    ),
];

export const emrSecurityConfiguration = stackPolicy({
    name: "aws-emr-security-configuration",
    title: "EMR clusters encrypt what they store and send, and ask who is calling",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:emr/cluster:Cluster", CONFIGURATION],
    why: "Without a security configuration a cluster spreads the records that it works on in plain text over disks and network, to any user.",
    fix: "Name a SecurityConfiguration that enables encryption in transit and, with KMS, at rest, and set kerberosAttributes.",
    references: [
        "aws-config:emr-kerberos-enabled",
        "checkov:CKV_AWS_114",
        "checkov:CKV_AWS_171",
        "checkov:CKV_AWS_349",
        "checkov:CKV_AWS_350",
        "checkov:CKV_AWS_351",
        "checkov:CKV2_AWS_55",
        "cdk-nag:AwsSolutions-EMR4",
        "cdk-nag:AwsSolutions-EMR5",
        "cdk-nag:AwsSolutions-EMR6",
        "fsbp:EMR.3",
        "fsbp:EMR.4",
    ],
    settings: { requireKerberos: { type: "boolean", default: true, description: "Ask clusters for Kerberos." } },
    checkResource(c) {
        if (c.type === CONFIGURATION) {
            const configuration = jsonValue(c.get("configuration"));
            if (isUnknown(configuration)) c.undetermined("configuration", "The configuration is not known before the update, or is no JSON.");
            else
                for (const { path, message, judge } of FACTS)
                    for (const { answer } of judge(isRecord(configuration) ? configuration : {}))
                        c.requireAt(answer, `configuration.${path}`, message);
            return;
        }
        const named = c.has("securityConfiguration");
        const inStack = c.graph.from(c.resource, "securityConfiguration", CONFIGURATION).certain.length > 0;
        c.require(inStack ? true : named && UNKNOWN, "securityConfiguration", "The cluster has no security configuration that is known to encrypt.");
        if (c.settings.requireKerberos)
            ask(c, undefined, [filled("kerberosAttributes.realm", "The cluster does not ask who is calling (Kerberos).")]);
    },
});
