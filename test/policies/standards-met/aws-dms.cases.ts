import { type Cases, UNKNOWN, of } from "../support/cases";

const endpoint = of("aws:dms/endpoint:Endpoint");

export const cases: Cases = {
    "aws-dms-endpoint-uses-tls": {
        compliant: {
            "TLS required": endpoint({ engineName: "postgres", sslMode: "require", secretsManagerArn: UNKNOWN }),
            "TLS checked": endpoint({ engineName: "oracle", sslMode: "verify-ca" }),
            "Redis, where TLS is the default": endpoint({ engineName: "redis", redisSettings: { serverName: "cache", port: 6379 } }),
            "Kafka over TLS": endpoint({ engineName: "kafka", kafkaSettings: { broker: "b", securityProtocol: "ssl-encryption" } }),
            "a password in the endpoint": { resources: [endpoint({ engineName: "mysql", sslMode: "verify-full", password: UNKNOWN })], advice: true },
        },
        violating: {
            "left out": [endpoint({ engineName: "postgres" }), "sslMode"],
            "said outright": [endpoint({ engineName: "mysql", sslMode: "none" }), "sslMode"],
            "Redis in plain text": [
                endpoint({ engineName: "redis", redisSettings: { sslSecurityProtocol: "plaintext" } }),
                "redisSettings.sslSecurityProtocol",
            ],
            "Kafka where left out": [endpoint({ engineName: "kafka", kafkaSettings: { broker: "b" } }), "kafkaSettings.securityProtocol"],
        },
        undetermined: {
            "known only after the update": [endpoint({ engineName: "postgres", sslMode: UNKNOWN }), "sslMode"],
            "an engine that is not known": [endpoint({ engineName: UNKNOWN }), "sslMode"],
        },
        notApplicable: { "a bucket": endpoint({ engineName: "s3" }) },
    },
};
