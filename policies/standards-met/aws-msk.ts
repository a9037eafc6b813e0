import { must } from "../../src/policy/factories";
import { off, on, oneOf } from "../../src/policy/facts";
import { is, or } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";

export const kafkaEncryptedAndAuthenticated = must({
    name: "aws-kafka-encrypted-in-transit-and-authenticated",
    title: "Kafka encrypts its traffic and knows its clients",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:msk/cluster:Cluster"],
    why: "Whoever is on the network could read every message, or write messages of their own.",
    fix: "Leave clientBroker at 'TLS' and inCluster on, and switch on clientAuthentication.sasl.iam.",
    references: [
        "aws-config:msk-in-cluster-node-require-tls",
        "checkov:CKV_AWS_81",
        "cdk-nag:AwsSolutions-MSK2",
        "cdk-nag:AwsSolutions-MSK3",
        "fsbp:MSK.1",
        "fsbp:MSK.6",
    ],
    facts: [
        oneOf("encryptionInfo.encryptionInTransit.clientBroker", ["TLS"], "TLS", "Clients may speak with the brokers in plain text."),
        on("encryptionInfo.encryptionInTransit.inCluster", true, "The brokers speak with each other in plain text."),
        off("clientAuthentication.unauthenticated", false, "Clients need not say who they are."),
        {
            path: "clientAuthentication",
            message: "No way of authenticating clients is switched on.",
            judge: props => {
                const authenticates = is(read(props, "clientAuthentication"), block =>
                    or(truth(read(block ?? {}, "sasl.iam")) ?? false, truth(read(block ?? {}, "sasl.scram")) ?? false, isSet(block ?? {}, "tls")),
                );
                return [{ path: "clientAuthentication", answer: authenticates }];
            },
        },
    ],
});
