import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { given } from "../../src/policy/facts";
import { isInternet } from "../../src/policy/networks";
import { and, is, not, or, some } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";
import { includes } from "../shared/word-lists";

export const eksApiEndpointPrivate = resourcePolicy({
    name: "aws-eks-api-endpoint-private",
    title: "The Kubernetes API of EKS is not open to the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:eks/cluster:Cluster"],
    why: "The API server decides over every workload; open to the internet, it is one stolen credential or flaw away from anyone.",
    fix: "Set vpcConfig.endpointPublicAccess to false, or list the few publicAccessCidrs that need it and set endpointPrivateAccess to true.",
    references: ["aws-config:eks-endpoint-no-public-access", "checkov:CKV_AWS_38", "checkov:CKV_AWS_39", "cdk-nag:AwsSolutions-EKS1", "fsbp:EKS.1"],
    settings: {
        allowRestrictedPublic: {
            type: "boolean",
            default: true,
            description: "Accept a public endpoint for listed addresses, beside the private one.",
        },
    },
    check({ get, on, settings, require }) {
        const closed = not(on("vpcConfig.endpointPublicAccess", true));
        if (!settings.allowRestrictedPublic) {
            require(closed, "vpcConfig.endpointPublicAccess", "The API server has a public endpoint.");
            return;
        }
        const cidrs = list(get("vpcConfig.publicAccessCidrs"));
        const narrow = and(
            is(cidrs, known => known.length > 0),
            not(some(cidrs, cidr => is(cidr, c => isInternet(text(c))))),
        );
        require(or(closed, narrow), "vpcConfig.publicAccessCidrs", "The API server's public endpoint is open to the internet.");
        require(or(
            closed,
            on("vpcConfig.endpointPrivateAccess", false),
        ), "vpcConfig.endpointPrivateAccess", "Nodes reach the API server by its public endpoint.");
    },
});

export const eksSecretsEncrypted = must({
    name: "aws-eks-secrets-encrypted",
    title: "Kubernetes secrets are encrypted with a customer-managed key",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:eks/cluster:Cluster"],
    why: "Kubernetes secrets hold the passwords of everything in the cluster; under a key of one's own, reading them leaves a trace.",
    fix: "Set encryptionConfig with resources ['secrets'] and provider.keyArn.",
    references: ["aws-config:eks-secrets-encrypted", "aws-config:eks-cluster-secrets-encrypted", "checkov:CKV_AWS_58", "fsbp:EKS.3"],
    settings: {
        allowAwsOwnedKey: { type: "boolean", default: false, description: "Accept AWS's own key, which Kubernetes 1.28 and later have by default." },
    },
    unless: c => (c.settings.allowAwsOwnedKey ? "AWS's own key is accepted" : undefined),
    facts: [
        includes("encryptionConfig.resources", ["secrets"], "Kubernetes secrets are not encrypted with a key of your own."),
        given("encryptionConfig.provider.keyArn", "Kubernetes secrets are not encrypted with a key of your own."),
    ],
});
