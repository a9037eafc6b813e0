import { mustByType } from "../../src/policy/factories";
import { fact } from "../../src/policy/facts";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

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
