import { type Cases, UNKNOWN, of } from "../support/cases";

const distribution = of("aws:cloudfront/distribution:Distribution");
const multitenant = of("aws:cloudfront/multitenantDistribution:MultitenantDistribution");

const viewerCertificate = {
    acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
    sslSupportMethod: "sni-only",
    minimumProtocolVersion: "TLSv1.2_2021",
};
const behaviour = (viewerProtocolPolicy: "redirect-to-https" | "https-only" | "allow-all") => ({ viewerProtocolPolicy, targetOriginId: "app" });
const secure = { viewerCertificate, defaultCacheBehavior: behaviour("redirect-to-https") };
const custom = (over: { originProtocolPolicy?: string; originSslProtocols?: string[] } = {}) => ({
    originId: "app",
    domainName: "app.example.nhs.uk",
    customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"], ...over },
});
const BUCKET = "records.s3.eu-west-2.amazonaws.com";

const headers = of("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
const guarded = {
    webAclId: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/app/1",
    origins: [custom()],
    defaultCacheBehavior: { ...behaviour("https-only"), responseHeadersPolicyId: "67f7725c" },
};

export const cases: Cases = {
    "aws-cloudfront-viewer-tls": {
        compliant: {
            "HTTPS and TLS 1.2": distribution(secure),
            "a later policy": distribution({ ...secure, viewerCertificate: { ...viewerCertificate, minimumProtocolVersion: "TLSv1.3_2025" } }),
            "CloudFront's own certificate": {
                resources: [distribution({ ...secure, viewerCertificate: { cloudfrontDefaultCertificate: true } })],
                advice: true,
            },
            "a distribution for tenants": multitenant({ ...secure, cacheBehaviors: [behaviour("https-only")] }),
        },
        violating: {
            "HTTP allowed": [distribution({ ...secure, defaultCacheBehavior: behaviour("allow-all") }), "defaultCacheBehavior.viewerProtocolPolicy"],
            "HTTP allowed on one path": [
                distribution({ ...secure, orderedCacheBehaviors: [behaviour("https-only"), behaviour("allow-all")] }),
                "orderedCacheBehaviors[1].viewerProtocolPolicy",
            ],
            "the default protocol": [
                distribution({ ...secure, viewerCertificate: { acmCertificateArn: UNKNOWN, sslSupportMethod: "sni-only" } }),
                "viewerCertificate.minimumProtocolVersion",
            ],
            "an older policy": [
                distribution({ ...secure, viewerCertificate: { ...viewerCertificate, minimumProtocolVersion: "TLSv1.2_2019" } }),
                "viewerCertificate.minimumProtocolVersion",
            ],
        },
        undetermined: {
            "a policy that is not known": [
                distribution({ ...secure, viewerCertificate: { ...viewerCertificate, minimumProtocolVersion: UNKNOWN } }),
                "viewerCertificate.minimumProtocolVersion",
            ],
            "behaviours that are not known": [distribution({ ...secure, orderedCacheBehaviors: UNKNOWN }), "orderedCacheBehaviors"],
        },
    },
    "aws-cloudfront-origin-secured": {
        compliant: {
            "HTTPS with TLS 1.2": distribution({ origins: [custom()] }),
            "a bucket under access control": distribution({ origins: [{ originId: "s3", domainName: UNKNOWN, originAccessControlId: UNKNOWN }] }),
            "a bucket under a legacy identity": {
                resources: [distribution({ origins: [{ originId: "s3", domainName: BUCKET, s3OriginConfig: { originAccessIdentity: UNKNOWN } }] })],
                advice: true,
            },
            "an origin inside a VPC": distribution({
                origins: [{ originId: "vpc", domainName: "app.internal", vpcOriginConfig: { vpcOriginId: UNKNOWN } }],
            }),
        },
        violating: {
            "HTTP to the origin": [
                distribution({ origins: [custom({ originProtocolPolicy: "match-viewer" })] }),
                "origins[0].customOriginConfig.originProtocolPolicy",
            ],
            "TLS 1.0 to the origin": [
                distribution({ origins: [custom({ originSslProtocols: ["TLSv1", "TLSv1.2"] })] }),
                "origins[0].customOriginConfig.originSslProtocols",
            ],
            "a bucket that everyone may read": [
                distribution({ origins: [{ originId: "s3", domainName: BUCKET }] }),
                "origins[0].originAccessControlId",
            ],
            "an empty legacy identity": [
                distribution({ origins: [{ originId: "s3", domainName: BUCKET, s3OriginConfig: { originAccessIdentity: "" } }] }),
                "origins[0].originAccessControlId",
            ],
            "a bucket's website": [
                distribution({ origins: [{ ...custom(), domainName: "records.s3-website.eu-west-2.amazonaws.com" }] }),
                "origins[0].domainName",
            ],
            "for tenants": [
                multitenant({
                    origins: [
                        {
                            domainName: "app.example.nhs.uk",
                            customOriginConfigs: [
                                { httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] },
                            ],
                        },
                    ],
                }),
                "origins[0].customOriginConfigs[0].originProtocolPolicy",
            ],
        },
        undetermined: {
            "an origin that is not known": [distribution({ origins: [UNKNOWN] }), "origins[0]"],
            "a protocol that is not known": [
                distribution({ origins: [{ ...custom(), customOriginConfig: UNKNOWN }] }),
                "origins[0].customOriginConfig.originProtocolPolicy",
            ],
        },
    },
    "aws-cloudfront-waf-and-security-headers": {
        compliant: {
            "behind a firewall, with headers": distribution(guarded),
            "a bucket with a root object": distribution({
                ...guarded,
                origins: [{ originId: "s3", domainName: UNKNOWN }],
                defaultRootObject: "index.html",
            }),
            "headers that hold browsers to HTTPS": headers({
                securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 63072000, override: true } },
            }),
        },
        violating: {
            "no firewall": [distribution({ defaultCacheBehavior: guarded.defaultCacheBehavior }), "webAclId"],
            "no headers": [
                multitenant({ webAclId: "acl", defaultCacheBehavior: behaviour("https-only") }),
                "defaultCacheBehavior.responseHeadersPolicyId",
            ],
            "a bucket without a root object": [distribution({ ...guarded, origins: [{ originId: "s3", domainName: BUCKET }] }), "defaultRootObject"],
            "headers without HSTS": [headers({ name: "cors" }), "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"],
            "HSTS for a day": [
                headers({ securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 86400, override: true } } }),
                "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec",
            ],
            "HSTS that the origin may overrule": [
                headers({ securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 31536000, override: false } } }),
                "securityHeadersConfig.strictTransportSecurity.override",
            ],
        },
        undetermined: {
            "known only after the update": [
                headers({ securityHeadersConfig: { strictTransportSecurity: UNKNOWN } }),
                "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec",
            ],
        },
    },
};
