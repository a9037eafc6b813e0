import { resourcePolicy } from "../../src/policy/definition";
import { type Answer, and, not, or } from "../../src/policy/unknown";

/** Engines that are AWS services, to which DMS always speaks TLS, or that are set by settings of their own. */
const WITHOUT_SSL_MODE = ["s3", "dynamodb", "kinesis", "opensearch", "elasticsearch", "redshift", "redshift-serverless", "neptune"];

export const dmsEndpointTls = resourcePolicy({
    name: "aws-dms-endpoint-uses-tls",
    title: "Database migrations read and write over TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:dms/endpoint:Endpoint"],
    why: "A migration moves whole databases; without TLS, all of it crosses the network in plain text.",
    fix: "Set sslMode to 'require', 'verify-ca' or 'verify-full' (on Redis and Kafka the settings' security protocol to an ssl kind).",
    references: ["aws-config:dms-endpoint-ssl-configured", "aws-config:dms-redis-tls-enabled", "checkov:CKV2_AWS_49", "fsbp:DMS.9", "fsbp:DMS.12"],
    check({ oneOf, has, require, advice, notApplicable }) {
        if (oneOf("engineName", WITHOUT_SSL_MODE) === true) {
            notApplicable("an AWS service, to which DMS speaks TLS");
            return;
        }
        const redis = oneOf("engineName", ["redis"]);
        const kafka = oneOf("engineName", ["kafka"]);
        const unless = (asked: Answer, answer: Answer): Answer => or(not(asked), answer);
        const other = and(not(redis), not(kafka), not(oneOf("engineName", WITHOUT_SSL_MODE)));
        require(unless(other, oneOf("sslMode", ["require", "verify-ca", "verify-full"], "none")), "sslMode", "The endpoint does not use TLS.");
        require(unless(
            redis,
            not(oneOf("redisSettings.sslSecurityProtocol", ["plaintext"], "ssl-encryption")),
        ), "redisSettings.sslSecurityProtocol", "The endpoint does not use TLS.");
        const ssl = oneOf("kafkaSettings.securityProtocol", ["ssl-encryption", "ssl-authentication", "sasl-ssl"], "plaintext");
        require(unless(kafka, ssl), "kafkaSettings.securityProtocol", "The endpoint does not use TLS.");
        if (has("password") && !has("secretsManagerArn")) advice("password", "The password stands in the endpoint instead of Secrets Manager.");
    },
});
