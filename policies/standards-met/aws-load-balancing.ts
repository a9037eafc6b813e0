import { asNumber, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { exempt, mustByType } from "../../src/policy/factories";
import { on, oneOf } from "../../src/policy/facts";
import { everyLinked, linkedSatisfies } from "../../src/policy/graph";
import { unlessFips } from "../../src/policy/remediation";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { read, readAll, text, truth } from "../../src/policy/values";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const PASS_THROUGH = ["TCP", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"];

export const loadBalancerListenerTls = resourcePolicy({
    name: "aws-load-balancer-listener-tls",
    title: "Listeners of network and classic load balancers speak TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:lb/listener:Listener", "aws:elb/loadBalancer:LoadBalancer"],
    why: "A listener without TLS carries the traffic of all its clients in plain text.",
    fix: "Set the listener's protocol to 'TLS' (lbProtocol to 'https' or 'ssl' on classic balancers).",
    references: [
        "aws-config:elb-tls-https-listeners-only",
        "aws-config:elbv2-listener-encryption-in-transit",
        "checkov:CKV_AWS_2",
        "checkov:CKV_AWS_376",
        "checkov:CKV_AWS_378",
        "cdk-nag:AwsSolutions-ELB5",
        "cdk-nag:AwsSolutions-ELB1",
        "fsbp:ELB.3",
        "fsbp:ELB.18",
    ],
    settings: {
        allowTcpPassthrough: {
            type: "boolean",
            default: true,
            description: "Accept TCP and UDP, over which clients and servers may speak TLS by themselves.",
        },
        exemptPorts: { type: "array", items: { type: "integer" }, default: [], description: "Ports of the balancer that need no TLS." },
    },
    check({ type, get, all, number, word, settings, require, requireAt, notApplicable }) {
        const exempt = (port: number | undefined): boolean => port !== undefined && settings.exemptPorts.includes(port);
        if (type === "aws:elb/loadBalancer:LoadBalancer") {
            const words = ["https", "ssl", ...(settings.allowTcpPassthrough ? ["tcp"] : [])];
            for (const { path, value } of all("listeners[]")) {
                const answer: Answer = isUnknown(value)
                    ? UNKNOWN
                    : or(is(asNumber(read(value, "lbPort")), exempt), isOneOf(read(value, "lbProtocol"), words));
                requireAt(answer, `${path}.lbProtocol`, "The listener does not speak TLS.");
            }
            return;
        }
        const protocol = word("protocol");
        if (protocol === undefined || (!isUnknown(protocol) && protocol.toUpperCase() === "HTTP")) {
            notApplicable("a listener of an application or gateway load balancer");
            return;
        }
        const words = ["HTTPS", "TLS", ...(settings.allowTcpPassthrough ? PASS_THROUGH : [])];
        require(or(isOneOf(get("protocol"), words), is(number("port"), exempt)), "protocol", "The listener does not speak TLS.");
    },
});

const WEAK_PROTOCOLS = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"];
const CLASSIC_POLICY = "ELBSecurityPolicy-TLS-1-2-2017-01";

/** Does one attribute of a classic policy leave old versions of TLS off? */
function leavesOff(attribute: Props): Answer {
    const name = read(attribute, "name");
    const value = read(attribute, "value");
    return and(
        or(not(isOneOf(name, WEAK_PROTOCOLS)), not(truth(value) ?? false)),
        or(not(isOneOf(name, ["Reference-Security-Policy"])), isOneOf(value, [CLASSIC_POLICY])),
    );
}

export const loadBalancerTlsPolicy = resourcePolicy({
    name: "aws-load-balancer-tls-policy",
    title: "Load balancers accept TLS 1.2 and later only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:lb/listener:Listener", "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy", "aws:elb/loadBalancerPolicy:LoadBalancerPolicy"],
    why: "The default policy still accepts TLS 1.0, whose flaws let traffic be read.",
    fix: "Set sslPolicy to 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06'; on classic balancers set Reference-Security-Policy to 'ELBSecurityPolicy-TLS-1-2-2017-01'.",
    remedies: [{ path: "sslPolicy", value: unlessFips("ELBSecurityPolicy-TLS13-1-2-Res-2021-06") }],
    references: [
        "aws-config:elb-predefined-security-policy-ssl-check",
        "aws-config:elb-custom-security-policy-ssl-check",
        "checkov:CKV_AWS_103",
        "checkov:CKV_AWS_213",
        "checkov:CKV2_AWS_74",
        "fsbp:ELB.8",
        "fsbp:ELB.17",
    ],
    settings: {
        allowedPrefixes: {
            type: "array",
            items: { type: "string" },
            default: ["ELBSecurityPolicy-TLS13-1-2", "ELBSecurityPolicy-TLS13-1-3", "ELBSecurityPolicy-FS-1-2", "ELBSecurityPolicy-TLS-1-2"],
            description: "How the names of accepted security policies start.",
        },
    },
    check({ type, get, oneOf, all, settings, require, requireAt, notApplicable, undetermined }) {
        if (type === "aws:lb/listener:Listener") {
            const speaksTls = oneOf("protocol", ["HTTPS", "TLS"]);
            if (speaksTls === false) notApplicable("a listener without TLS");
            else {
                const modern = is(get("sslPolicy"), policy => settings.allowedPrefixes.some(prefix => text(policy ?? "").startsWith(prefix)));
                require(or(not(speaksTls), modern), "sslPolicy", "The listener accepts TLS versions before 1.2.");
            }
            return;
        }
        if (type === "aws:elb/loadBalancerPolicy:LoadBalancerPolicy" && oneOf("policyTypeName", ["SSLNegotiationPolicyType"]) === false) {
            notApplicable("a policy about something else");
            return;
        }
        const attributes = [...all("attributes[]"), ...all("policyAttributes[]")];
        if (attributes.length === 0) undetermined("", "The policy names no attributes, and AWS's defaults hold.");
        for (const { path, value } of attributes) {
            requireAt(isUnknown(value) ? UNKNOWN : leavesOff(value as Props), path, "The policy accepts TLS versions before 1.2.");
        }
    },
});

/** Does the action answer by itself, or send the client to HTTPS? */
function keepsOffHttp(action: Props): Answer {
    return or(
        isOneOf(read(action, "type"), ["fixed-response"]),
        and(isOneOf(read(action, "type"), ["redirect"]), isOneOf(read(action, "redirect.protocol"), ["HTTPS"])),
    );
}

export const albHttpRedirectsToHttps = stackPolicy({
    name: "aws-alb-http-redirects-to-https",
    title: "HTTP listeners only send clients to HTTPS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:lb/listener:Listener"],
    reads: ["aws:lb/listenerRule:ListenerRule", BALANCER],
    why: "A listener that forwards HTTP serves the application in plain text to whoever does not ask for more.",
    fix: "Give the HTTP listener one default action of type 'redirect' with redirect.protocol 'HTTPS', and no rules that forward.",
    references: ["aws-config:alb-http-to-https-redirection-check", "checkov:CKV2_AWS_20", "fsbp:ELB.1"],
    checkResource({ graph, resource, has, oneOf, all, require, advice, notApplicable }) {
        const isHttp = oneOf("protocol", ["HTTP"], has("port") ? "HTTP" : undefined);
        if (isHttp === false) {
            notApplicable("no HTTP listener");
            return;
        }
        const message = "The listener serves HTTP instead of sending clients to HTTPS.";
        const balancers = graph.from(resource, "loadBalancerArn", BALANCER);
        const internal = linkedSatisfies(balancers, balancer => truth(read(balancer.props, "internal")) ?? false);
        const actions = and(...all("defaultActions[]").map(({ value }) => (isUnknown(value) ? UNKNOWN : keepsOffHttp(value as Props))));
        const rules = everyLinked(graph.into(resource, "aws:lb/listenerRule:ListenerRule", "listenerArn"), rule =>
            and(
                ...readAll(rule.props, "actions[]").map(({ value }) => (isUnknown(value) ? UNKNOWN : not(isOneOf(read(value, "type"), ["forward"])))),
            ),
        );
        for (const [answer, what] of [
            [actions, message],
            [rules, "A rule of the HTTP listener forwards to the application."],
        ] as const) {
            if (isHttp === true && internal === true && answer === false) advice("defaultActions", what);
            else require(or(not(isHttp), internal, answer), "defaultActions", what);
        }
    },
});

const ACM = ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"] as const;
const SERVER_CERTIFICATE = "aws:iam/serverCertificate:ServerCertificate";

export const loadBalancerAcmCertificate = stackPolicy({
    name: "aws-load-balancer-acm-certificate",
    title: "Load balancers use certificates of ACM, which renews them",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:lb/listener:Listener", "aws:elb/loadBalancer:LoadBalancer"],
    reads: [...ACM, SERVER_CERTIFICATE],
    why: "A certificate that was uploaded to IAM is renewed by hand, or runs out.",
    fix: "Set certificateArn (sslCertificateId on classic balancers) to the ARN of an ACM certificate.",
    references: ["aws-config:elbv2-acm-certificate-required", "aws-config:elb-acm-certificate-required", "checkov:CKV_AWS_127", "fsbp:ELB.2"],
    checkResource({ type, graph, resource, oneOf, get, all, require, requireAt, notApplicable }) {
        const message = "The certificate is not one of ACM.";
        const ofAcm = (arn: Value | undefined, path: string): Answer => {
            if (arn !== UNKNOWN) return arn !== undefined && /^arn:[^:]*:acm:/.test(text(arn));
            if (graph.from(resource, path, ACM).certain.length > 0) return true;
            return graph.from(resource, path, SERVER_CERTIFICATE).certain.length > 0 ? false : UNKNOWN;
        };
        if (type === "aws:elb/loadBalancer:LoadBalancer") {
            for (const { path, value } of all("listeners[]")) {
                const speaksTls = isUnknown(value) ? UNKNOWN : isOneOf(read(value, "lbProtocol"), ["https", "ssl"]);
                const certificate = isUnknown(value) ? UNKNOWN : read(value, "sslCertificateId");
                requireAt(or(not(speaksTls), ofAcm(certificate, "listeners[].sslCertificateId")), `${path}.sslCertificateId`, message);
            }
            return;
        }
        const speaksTls = oneOf("protocol", ["HTTPS", "TLS"]);
        if (speaksTls === false) notApplicable("a listener without TLS");
        else require(or(not(speaksTls), ofAcm(get("certificateArn"), "certificateArn")), "certificateArn", message);
    },
});

const DESYNC = "Requests that servers may read in two ways are let through.";

export const loadBalancerHeaderHygiene = mustByType({
    name: "aws-load-balancer-header-hygiene",
    title: "Load balancers let no malformed requests through",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "Malformed headers and ambiguous requests let an attacker smuggle a request past the balancer's checks.",
    fix: "Set dropInvalidHeaderFields to true, and leave desyncMitigationMode at 'defensive'.",
    remedies: [
        { path: "dropInvalidHeaderFields", value: true },
        { path: "desyncMitigationMode", value: "defensive" },
    ],
    references: [
        "aws-config:alb-http-drop-invalid-header-enabled",
        "aws-config:alb-desync-mode-check",
        "aws-config:clb-desync-mode-check",
        "checkov:CKV_AWS_131",
        "checkov:CKV_AWS_328",
        "fsbp:ELB.4",
        "fsbp:ELB.12",
        "fsbp:ELB.14",
    ],
    unless: c => exempt(and(c.type === BALANCER, not(c.oneOf("loadBalancerType", ["application"], "application"))), "no application load balancer"),
    facts: {
        [BALANCER]: [
            on("dropInvalidHeaderFields", false, "Malformed headers are let through."),
            oneOf("desyncMitigationMode", ["defensive", "strictest"], "defensive", DESYNC),
        ],
        "aws:elb/loadBalancer:LoadBalancer": [oneOf("desyncMitigationMode", ["defensive", "strictest"], "defensive", DESYNC)],
    },
});
