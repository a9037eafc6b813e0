import { resourcePolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { must, mustByType } from "../../src/policy/factories";
import { off, on, oneOf } from "../../src/policy/facts";
import { UNKNOWN, is, not, or, some } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";

const DOMAINS = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"] as const;

export const searchEncrypted = must({
    name: "aws-search-encrypted-at-rest-and-between-nodes",
    title: "Search domains encrypt their storage and the traffic between nodes",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: DOMAINS,
    why: "An index holds the text of the records it was made from; without encryption it lies, and travels between nodes, in plain text.",
    fix: "Set encryptAtRest.enabled and nodeToNodeEncryption.enabled to true.",
    references: [
        "aws-config:opensearch-encrypted-at-rest",
        "aws-config:opensearch-node-to-node-encryption-check",
        "aws-config:elasticsearch-encrypted-at-rest",
        "aws-config:elasticsearch-node-to-node-encryption-check",
        "checkov:CKV_AWS_5",
        "checkov:CKV_AWS_6",
        "checkov:CKV_AWS_247",
        "cdk-nag:AwsSolutions-OS2",
        "cdk-nag:AwsSolutions-OS8",
        "fsbp:Opensearch.1",
        "fsbp:Opensearch.3",
        "fsbp:ES.1",
        "fsbp:ES.3",
    ],
    facts: [
        on("encryptAtRest.enabled", false, "The domain does not encrypt its storage."),
        on("nodeToNodeEncryption.enabled", false, "The domain does not encrypt traffic between its nodes."),
    ],
});

export const searchHttpsModernTls = must({
    name: "aws-search-https-modern-tls",
    title: "Search domains are reached by HTTPS with TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: DOMAINS,
    why: "A domain that answers HTTP, or TLS 1.0, lets queries and results be read on the way.",
    fix: "Set domainEndpointOptions.enforceHttps to true and tlsSecurityPolicy to 'Policy-Min-TLS-1-2-PFS-2023-10'.",
    remedies: [{ path: "domainEndpointOptions.tlsSecurityPolicy", value: "Policy-Min-TLS-1-2-PFS-2023-10" }],
    references: ["aws-config:opensearch-https-required", "checkov:CKV_AWS_83", "checkov:CKV_AWS_228", "fsbp:Opensearch.8", "fsbp:ES.8"],
    settings: {
        allowedTlsPolicies: {
            type: "array",
            items: { type: "string" },
            default: ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"],
            description: "TLS security policies that are accepted.",
        },
    },
    facts: ({ allowedTlsPolicies }) => [
        // Within the block the provider's default is true; without the block nothing is enforced.
        {
            path: "domainEndpointOptions.enforceHttps",
            message: "The domain answers requests without TLS.",
            judge: props => {
                const block = read(props, "domainEndpointOptions");
                const answer = block === undefined ? false : (truth(read(props, "domainEndpointOptions.enforceHttps")) ?? true);
                return [{ path: "domainEndpointOptions.enforceHttps", answer }];
            },
        },
        oneOf("domainEndpointOptions.tlsSecurityPolicy", allowedTlsPolicies, undefined, "The domain accepts TLS versions before 1.2."),
    ],
});

export const searchInVpc = resourcePolicy({
    name: "aws-search-in-vpc",
    title: "Search domains and collections stand inside a VPC",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [...DOMAINS, "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy"],
    why: "A public search endpoint has only its access policy between the index and the internet.",
    fix: "Give the domain vpcOptions.subnetIds; in a serverless network policy set AllowFromPublic to false and name SourceVPCEs.",
    references: [
        "aws-config:opensearch-in-vpc-only",
        "aws-config:elasticsearch-in-vpc-only",
        "checkov:CKV_AWS_137",
        "cdk-nag:AwsSolutions-OS1",
        "cdk-nag:AwsSolutions-OS3",
        "fsbp:Opensearch.2",
        "fsbp:ES.2",
    ],
    check({ type, get, require, notApplicable }) {
        if (type !== "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy") {
            const subnets = list(get("vpcOptions.subnetIds"));
            require(subnets === UNKNOWN || subnets.length > 0, "vpcOptions.subnetIds", "The domain has a public endpoint.");
            return;
        }
        const kind = is(get("type") ?? "", word => word === "network");
        if (kind === false) {
            notApplicable("an encryption policy");
            return;
        }
        const open = some(list(jsonValue(get("policy"))), rule => is(rule, r => truth(read(r, "AllowFromPublic")) ?? false));
        require(or(not(kind), not(open)), "policy", "The network policy opens collections to the internet.");
    },
});

const DISABLED = "The domain does not control access by user, index and document.";

export const searchFineGrainedAccess = mustByType({
    name: "aws-search-fine-grained-access-control",
    title: "Search domains control access by user, index and document",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "Without fine-grained access control, whoever reaches the domain may read and delete every index.",
    fix: "Set advancedSecurityOptions.enabled to true, and leave anonymousAuthEnabled off.",
    references: ["aws-config:opensearch-access-control-enabled", "checkov:CKV2_AWS_52", "fsbp:Opensearch.7"],
    facts: {
        "aws:opensearch/domain:Domain": [
            on("advancedSecurityOptions.enabled", false, DISABLED),
            off("advancedSecurityOptions.anonymousAuthEnabled", false, "The domain lets anonymous users in."),
        ],
        "aws:elasticsearch/domain:Domain": [on("advancedSecurityOptions.enabled", false, DISABLED)],
    },
});
