import { type Cases, UNKNOWN, of } from "../support/cases";

const listener = of("aws:lb/listener:Listener");
const rule = of("aws:lb/listenerRule:ListenerRule");
const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const classic = of("aws:elb/loadBalancer:LoadBalancer");
const negotiation = of("aws:elb/sslNegotiationPolicy:SslNegotiationPolicy");
const classicPolicy = of("aws:elb/loadBalancerPolicy:LoadBalancerPolicy");

const strict = { settings: { allowTcpPassthrough: false } };
const classicListener = (lbProtocol: string) => ({ instancePort: 8080, instanceProtocol: "http", lbPort: 80, lbProtocol });

const facing = balancer({ internal: false });
const inside = balancer({ internal: true });
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/app/1" };
const http = (actions: readonly (typeof redirect | typeof forward | { type: string; redirect?: { statusCode: string } })[], of = facing) =>
    listener({ loadBalancerArn: UNKNOWN, port: 80, protocol: "HTTP", defaultActions: actions }, { loadBalancerArn: of });
const redirecting = http([redirect]);

const issued = of("aws:acm/certificate:Certificate")({ domainName: "app.example.nhs.uk" });
const uploaded = of("aws:iam/serverCertificate:ServerCertificate")({ name: "app" });

export const cases: Cases = {
    "aws-load-balancer-listener-tls": {
        compliant: {
            "TLS on a network balancer": listener({ port: 443, protocol: "TLS" }),
            "TCP, over which clients speak TLS": listener({ port: 443, protocol: "TCP" }),
            "HTTPS on a classic balancer": classic({ listeners: [classicListener("https")] }),
            "a port that needs none": {
                resources: [listener({ port: 53, protocol: "UDP" })],
                settings: { allowTcpPassthrough: false, exemptPorts: [53] },
            },
        },
        violating: {
            "HTTP on a classic balancer": [classic({ listeners: [classicListener("https"), classicListener("http")] }), "listeners[1].lbProtocol"],
            "TCP, where it is not accepted": { resources: [listener({ port: 443, protocol: "TCP" })], property: "protocol", ...strict },
            "TCP on a classic balancer, where it is not accepted": {
                resources: [classic({ listeners: [classicListener("tcp")] })],
                property: "listeners[0].lbProtocol",
                ...strict,
            },
        },
        undetermined: {
            "a protocol that is not known": [listener({ port: 443, protocol: UNKNOWN }), "protocol"],
            "listeners that are not known": [classic({ listeners: UNKNOWN }), "listeners.lbProtocol"],
        },
        notApplicable: {
            "HTTP of an application balancer": listener({ port: 80, protocol: "HTTP" }),
            "a gateway balancer": listener({ loadBalancerArn: UNKNOWN }),
        },
    },
    "aws-load-balancer-tls-policy": {
        compliant: {
            "TLS 1.3 and 1.2": listener({ port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }),
            "on a network balancer": listener({ port: 443, protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
            "a classic policy by reference": negotiation({
                attributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }],
            }),
            "a classic policy by protocols": classicPolicy({
                policyTypeName: "SSLNegotiationPolicyType",
                policyAttributes: [
                    { name: "Protocol-TLSv1", value: "false" },
                    { name: "Protocol-TLSv1.2", value: "true" },
                ],
            }),
        },
        violating: {
            "the default": [listener({ port: 443, protocol: "HTTPS" }), "sslPolicy"],
            "the same said outright": [listener({ port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }), "sslPolicy"],
            "TLS 1.0 beside 1.3": [listener({ port: 443, protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }), "sslPolicy"],
            "an older classic policy": [
                negotiation({ attributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2016-08" }] }),
                "attributes[0]",
            ],
            "TLS 1.0 on a classic balancer": [
                classicPolicy({
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: [
                        { name: "Protocol-TLSv1.2", value: "true" },
                        { name: "Protocol-TLSv1", value: "true" },
                    ],
                }),
                "policyAttributes[1]",
            ],
        },
        undetermined: {
            "a policy that is not known": [listener({ port: 443, protocol: "HTTPS", sslPolicy: UNKNOWN }), "sslPolicy"],
            "a protocol that is not known": [listener({ port: 443, protocol: UNKNOWN }), "sslPolicy"],
            "a classic policy without attributes": [negotiation({ lbPort: 443 }), ""],
            "attributes that are not known": [negotiation({ attributes: UNKNOWN }), "attributes"],
        },
        notApplicable: {
            "no TLS": listener({ port: 80, protocol: "HTTP" }),
            "a classic policy about something else": classicPolicy({ policyTypeName: "ProxyProtocolPolicyType" }),
        },
    },
    "aws-alb-http-redirects-to-https": {
        compliant: {
            "a redirect to HTTPS": redirecting,
            "an answer of its own": http([{ type: "fixed-response" }]),
            "a rule that redirects": [redirecting, rule({ listenerArn: UNKNOWN, actions: [redirect] }, { listenerArn: redirecting })],
            "perhaps HTTP, on an internal balancer": [
                listener({ loadBalancerArn: UNKNOWN, protocol: UNKNOWN, defaultActions: [forward] }, { loadBalancerArn: inside }),
                inside,
            ],
            "an internal balancer that forwards": { resources: [http([forward], inside)], advice: true },
        },
        violating: {
            "it forwards": [http([forward]), "defaultActions"],
            "a redirect that keeps HTTP": [http([{ type: "redirect", redirect: { statusCode: "HTTP_301" } }]), "defaultActions"],
            "HTTP where the protocol is left out": [
                listener({ loadBalancerArn: UNKNOWN, port: 80, defaultActions: [forward] }, { loadBalancerArn: facing }),
                "defaultActions",
            ],
            "a rule that forwards": [
                [redirecting, rule({ listenerArn: UNKNOWN, actions: [forward] }, { listenerArn: redirecting })],
                "defaultActions",
            ],
        },
        undetermined: {
            "a balancer elsewhere, which may be internal": [
                listener({
                    loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/x/1",
                    port: 80,
                    protocol: "HTTP",
                    defaultActions: [forward],
                }),
                "defaultActions",
            ],
            "actions that are not known": [
                listener({ loadBalancerArn: UNKNOWN, port: 80, protocol: "HTTP", defaultActions: UNKNOWN }, { loadBalancerArn: facing }),
                "defaultActions",
            ],
            "a protocol that is not known": [
                listener({ loadBalancerArn: UNKNOWN, port: 80, protocol: UNKNOWN, defaultActions: [forward] }, { loadBalancerArn: facing }),
                "defaultActions",
            ],
        },
        notApplicable: {
            "an HTTPS listener": listener({ port: 443, protocol: "HTTPS" }),
            "a gateway balancer": listener({ loadBalancerArn: UNKNOWN }),
        },
    },
    "aws-load-balancer-acm-certificate": {
        compliant: {
            "a certificate of ACM": listener({ port: 443, protocol: "HTTPS", certificateArn: "arn:aws:acm:eu-west-2:111122223333:certificate/1" }),
            "one that is made in the same update": listener({ port: 443, protocol: "TLS", certificateArn: UNKNOWN }, { certificateArn: issued }),
            "on a classic balancer": classic({
                listeners: [{ ...classicListener("https"), sslCertificateId: "arn:aws:acm:eu-west-2:111122223333:certificate/1" }],
            }),
            "a classic balancer without TLS": classic({ listeners: [classicListener("tcp")] }),
        },
        violating: {
            "no certificate": [listener({ port: 443, protocol: "HTTPS" }), "certificateArn"],
            "one of IAM": [
                listener({ port: 443, protocol: "HTTPS", certificateArn: "arn:aws:iam::111122223333:server-certificate/app" }),
                "certificateArn",
            ],
            "one of IAM that is made in the same update": [
                [uploaded, listener({ port: 443, protocol: "HTTPS", certificateArn: UNKNOWN }, { certificateArn: uploaded })],
                "certificateArn",
            ],
            "one of IAM on a classic balancer": [
                classic({ listeners: [{ ...classicListener("ssl"), sslCertificateId: "arn:aws:iam::111122223333:server-certificate/app" }] }),
                "listeners[0].sslCertificateId",
            ],
        },
        undetermined: { "a certificate that is not known": [listener({ port: 443, protocol: "HTTPS", certificateArn: UNKNOWN }), "certificateArn"] },
        notApplicable: { "no TLS": listener({ port: 80, protocol: "HTTP" }) },
    },
    "aws-load-balancer-header-hygiene": {
        compliant: {
            "malformed headers dropped": balancer({ dropInvalidHeaderFields: true }),
            "the strictest mode": balancer({ dropInvalidHeaderFields: true, desyncMitigationMode: "strictest" }),
            "a classic balancer": classic({ listeners: [] }),
        },
        violating: {
            "left out": [facing, "dropInvalidHeaderFields"],
            "monitored only": [balancer({ dropInvalidHeaderFields: true, desyncMitigationMode: "monitor" }), "desyncMitigationMode"],
            "a classic balancer that is monitored only": [classic({ desyncMitigationMode: "monitor" }), "desyncMitigationMode"],
        },
        undetermined: {
            "known only after the update": [balancer({ dropInvalidHeaderFields: UNKNOWN }), "dropInvalidHeaderFields"],
            "a kind that is not known": [balancer({ loadBalancerType: UNKNOWN }), "dropInvalidHeaderFields"],
        },
        notApplicable: { "a network balancer": balancer({ loadBalancerType: "network" }) },
    },
};
