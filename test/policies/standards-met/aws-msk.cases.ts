import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:msk/cluster:Cluster");

const iam = { clientAuthentication: { sasl: { iam: true } } };

export const cases: Cases = {
    "aws-kafka-encrypted-in-transit-and-authenticated": {
        compliant: {
            "IAM, with TLS by default": cluster(iam),
            "certificates, with TLS said outright": cluster({
                clientAuthentication: { tls: { certificateAuthorityArns: [UNKNOWN] } },
                encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
            }),
        },
        violating: {
            "no authentication": [cluster({ clusterName: "events" }), "clientAuthentication"],
            "authentication that is off": [cluster({ clientAuthentication: { sasl: { iam: false } } }), "clientAuthentication"],
            "unauthenticated clients too": [
                cluster({ clientAuthentication: { sasl: { iam: true }, unauthenticated: true } }),
                "clientAuthentication.unauthenticated",
            ],
            "plain text too": [
                cluster({ ...iam, encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } }),
                "encryptionInfo.encryptionInTransit.clientBroker",
            ],
            "plain text between brokers": [
                cluster({ ...iam, encryptionInfo: { encryptionInTransit: { inCluster: false } } }),
                "encryptionInfo.encryptionInTransit.inCluster",
            ],
        },
        undetermined: {
            "authentication that is not known": [cluster({ clientAuthentication: UNKNOWN }), "clientAuthentication"],
            "encryption that is not known": [cluster({ ...iam, encryptionInfo: UNKNOWN }), "encryptionInfo.encryptionInTransit.clientBroker"],
        },
    },
};
