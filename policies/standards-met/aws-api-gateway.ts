import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { fact, given, off, where } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, and, not, or } from "../../src/policy/unknown";
import { read, text, truth } from "../../src/policy/values";

const STAGE = "aws:apigateway/stage:Stage";
const MODERN = /^(TLS_1_2$|SecurityPolicy_TLS1[23])/i;
const OLD_TLS = "The endpoint accepts TLS versions before 1.2.";

/** The security policy asks for TLS 1.2 or later; `absent` is what its being left out means. */
function modern<const P extends string>(path: P, absent: Answer) {
    return fact(path, OLD_TLS, policy => (policy === undefined ? absent : MODERN.test(text(policy))));
}

export const apiGatewayDomainTls = mustByType({
    name: "aws-api-gateway-domain-tls",
    title: "API Gateway's domains ask for TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "TLS 1.0 has known flaws, and a client that is talked down to it can be listened to.",
    fix: "Set securityPolicy to 'TLS_1_2' or one whose name starts with SecurityPolicy_TLS12 or SecurityPolicy_TLS13.",
    remedies: [{ path: "securityPolicy", value: "TLS_1_2", types: ["aws:apigateway/domainName:DomainName"] }],
    references: ["checkov:CKV_AWS_206", "fsbp:APIGateway.11"],
    settings: {
        requireOnRestApi: { type: "boolean", default: false, description: "Ask it of a REST API's own execute-api endpoint too." },
    },
    facts: ({ requireOnRestApi }) => ({
        // The default depends on the kind of endpoint.
        "aws:apigateway/domainName:DomainName": [modern("securityPolicy", UNKNOWN)],
        "aws:apigatewayv2/domainName:DomainName": [modern("domainNameConfiguration.securityPolicy", false)],
        "aws:apigateway/restApi:RestApi": [modern("securityPolicy", !requireOnRestApi)],
    }),
});

export const apiGatewayBackendTls = mustByType({
    name: "aws-api-gateway-backend-authenticated-tls",
    title: "API Gateway and its backends prove themselves to each other",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A gateway that does not check its backend's certificate hands requests to whoever answers.",
    fix: "Leave insecureSkipVerification off, and set tlsConfig.serverNameToVerify on HTTP integrations over a VPC link.",
    references: ["aws-config:api-gw-ssl-enabled", "checkov:CKV2_AWS_51", "fsbp:APIGateway.2", "fsbp:APIGateway.10"],
    settings: {
        requireClientCertificate: {
            type: "boolean",
            default: false,
            description: "Ask REST stages for a client certificate, by which HTTP backends know the gateway.",
        },
    },
    unless: c =>
        c.type === "aws:apigateway/stage:Stage" && !c.settings.requireClientCertificate ? "no client certificates are asked for" : undefined,
    facts: {
        "aws:apigateway/stage:Stage": [given("clientCertificateId", "The stage shows its backends no certificate.")],
        "aws:apigateway/integration:Integration": [
            off("tlsConfig.insecureSkipVerification", false, "The gateway does not check its backend's certificate."),
        ],
        "aws:apigatewayv2/integration:Integration": where(
            props => and(isOneOf(read(props, "connectionType"), ["VPC_LINK"]), isOneOf(read(props, "integrationType"), ["HTTP", "HTTP_PROXY"])),
            given("tlsConfig.serverNameToVerify", "The gateway speaks with its backend without checking a certificate."),
        ),
    },
});

export const apiGatewayCacheEncrypted = stackPolicy({
    name: "aws-api-gateway-cache-encrypted",
    title: "Caches of API responses are encrypted",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:apigateway/methodSettings:MethodSettings", "aws:appsync/apiCache:ApiCache"],
    reads: [STAGE],
    why: "A cache keeps answers that were meant for one client, records among them.",
    fix: "Set settings.cacheDataEncrypted (on AppSync atRestEncryptionEnabled and transitEncryptionEnabled) to true.",
    references: [
        "aws-config:api-gw-cache-enabled-and-encrypted",
        "checkov:CKV_AWS_308",
        "checkov:CKV_AWS_214",
        "checkov:CKV_AWS_215",
        "fsbp:APIGateway.5",
        "fsbp:AppSync.1",
        "fsbp:AppSync.6",
    ],
    checkResource({ type, graph, resource, on, require, notApplicable }) {
        if (type === "aws:appsync/apiCache:ApiCache") {
            require(on("atRestEncryptionEnabled", false), "atRestEncryptionEnabled", "The cache is not encrypted.");
            require(on("transitEncryptionEnabled", false), "transitEncryptionEnabled", "The traffic of the cache is not encrypted.");
            return;
        }
        const stages = graph.from(resource, "stageName", STAGE);
        const cluster = linkedSatisfies(stages, stage => truth(read(stage.props, "cacheClusterEnabled")) ?? false);
        const caching = and(on("settings.cachingEnabled", false), cluster);
        if (caching === false) notApplicable("caching is off");
        else require(or(not(caching), on("settings.cacheDataEncrypted", false)), "settings.cacheDataEncrypted", "The cache is not encrypted.");
    },
});
