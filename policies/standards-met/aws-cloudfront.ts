import { type Check, isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { ask } from "../../src/policy/factories";
import { atLeast, each, given, on, oneOf } from "../../src/policy/facts";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, every, is, isUnknown, or } from "../../src/policy/unknown";
import { isSet, list, read, readAll, text } from "../../src/policy/values";

const DISTRIBUTIONS = ["aws:cloudfront/distribution:Distribution", "aws:cloudfront/multitenantDistribution:MultitenantDistribution"] as const;
type Distribution = (typeof DISTRIBUTIONS)[number];
const HEADERS = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

const HTTPS = ["https-only", "redirect-to-https"];
const PLAIN = "Viewers may use HTTP.";

/** "TLSv1.2_2021" as a number that grows with the version and then the year; 0 for SSL. */
function strength(protocol: string): number {
    const [, version, year] = /^TLSv(\d+(?:\.\d+)?)(?:_(\d{4}))?$/.exec(protocol) ?? [];
    return version === undefined ? 0 : Number(version) * 100_000 + Number(year ?? 0);
}

export const cloudfrontViewerTls = resourcePolicy({
    name: "aws-cloudfront-viewer-tls",
    title: "CloudFront speaks modern TLS with viewers, and nothing else",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: DISTRIBUTIONS,
    why: "Pages that are served over HTTP or old TLS can be read and changed on their way to patients and staff.",
    fix: "Set viewerProtocolPolicy to 'redirect-to-https', and viewerCertificate.minimumProtocolVersion to 'TLSv1.2_2021' with a certificate of your own.",
    remedies: [{ path: "defaultCacheBehavior.viewerProtocolPolicy", value: "redirect-to-https" }],
    references: [
        "aws-config:cloudfront-viewer-policy-https",
        "aws-config:cloudfront-security-policy-check",
        "aws-config:cloudfront-custom-ssl-certificate",
        "aws-config:cloudfront-sni-enabled",
        "checkov:CKV_AWS_34",
        "checkov:CKV_AWS_174",
        "checkov:CKV2_AWS_42",
        "cdk-nag:AwsSolutions-CFR4",
        "fsbp:CloudFront.3",
        "fsbp:CloudFront.7",
        "fsbp:CloudFront.8",
        "fsbp:CloudFront.15",
    ],
    settings: { minProtocol: { type: "string", default: "TLSv1.2_2021", description: "Security policy that viewers must at least be held to." } },
    check(c) {
        const policy = (path: string) => oneOf(path, HTTPS, "allow-all", PLAIN);
        ask(c, undefined, [
            policy("defaultCacheBehavior.viewerProtocolPolicy"),
            ...each("orderedCacheBehaviors", policy("viewerProtocolPolicy")),
            ...each("cacheBehaviors", policy("viewerProtocolPolicy")),
        ]);
        const ownName = c.on("viewerCertificate.cloudfrontDefaultCertificate", false);
        if (ownName === true) {
            c.advice("viewerCertificate.cloudfrontDefaultCertificate", "CloudFront's own certificate lets viewers use TLS 1.0.");
            return;
        }
        const protocol = c.get("viewerCertificate.minimumProtocolVersion") ?? "TLSv1";
        const modern = is(protocol, p => strength(text(p)) >= strength(c.settings.minProtocol));
        c.require(or(ownName, modern), "viewerCertificate.minimumProtocolVersion", "Viewers may use TLS versions that are too old.");
    },
});

const S3 = /\.s3[.-][^/]*amazonaws\.com(\.cn)?$/i;
const S3_WEBSITE = /\.s3-website[.-]/i;

/** An origin that is neither custom nor in a VPC is a bucket, whatever its name will be; a custom one is where its name says so. */
function isBucketOrigin(origin: Value): boolean {
    if (isSet(origin, "vpcOriginConfig") || isSet(origin, "vpcOriginConfigs")) return false;
    if (!isSet(origin, "customOriginConfig") && !isSet(origin, "customOriginConfigs")) return true;
    return is(read(origin, "domainName") ?? "", name => S3.test(text(name))) === true;
}

function judgeOrigin(c: Check<Distribution>, path: string, origin: Value): void {
    const custom = [...readAll(origin, "customOriginConfig"), ...readAll(origin, "customOriginConfigs[]")];
    for (const config of custom) {
        c.requireAt(
            isUnknown(config.value) ? UNKNOWN : isOneOf(read(config.value, "originProtocolPolicy"), ["https-only"]),
            `${path}.${config.path}.originProtocolPolicy`,
            "CloudFront may fetch from the origin over HTTP.",
        );
        const protocols: Answer = isUnknown(config.value)
            ? UNKNOWN
            : every(list(read(config.value, "originSslProtocols")), p => is(p, protocol => /^TLSv1\.[23]$/.test(text(protocol))));
        c.requireAt(protocols, `${path}.${config.path}.originSslProtocols`, "CloudFront may speak TLS versions before 1.2 with the origin.");
    }
    if (is(read(origin, "domainName") ?? "", name => S3_WEBSITE.test(text(name))) === true) {
        c.violationAt(`${path}.domainName`, "The bucket's website endpoint serves everyone, over HTTP.");
        return;
    }
    if (!isBucketOrigin(origin) || isSet(origin, "originAccessControlId")) return;
    const identity = read(origin, "s3OriginConfig.originAccessIdentity");
    const legacy = identity === UNKNOWN || text(identity ?? "") !== "";
    if (legacy) c.advice("origins", "An origin access identity is the older way; origin access control is the one that is kept up.");
    else c.violationAt(`${path}.originAccessControlId`, "CloudFront fetches from the bucket as anyone may.");
}

export const cloudfrontOriginSecured = resourcePolicy({
    name: "aws-cloudfront-origin-secured",
    title: "CloudFront fetches from origins over TLS, and from buckets under a name of its own",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: DISTRIBUTIONS,
    why: "What is encrypted to the viewer is of no use when it was fetched in plain text, or from a bucket that is open to everyone.",
    fix: "Set originProtocolPolicy to 'https-only' with originSslProtocols ['TLSv1.2'], and give bucket origins an originAccessControlId.",
    references: [
        "aws-config:cloudfront-traffic-to-origin-encrypted",
        "aws-config:cloudfront-no-deprecated-ssl-protocols",
        "aws-config:cloudfront-s3-origin-access-control-enabled",
        "aws-config:cloudfront-origin-access-identity-enabled",
        "checkov:CKV2_AWS_46",
        "checkov:CKV2_AWS_54",
        "checkov:CKV2_AWS_72",
        "cdk-nag:AwsSolutions-CFR5",
        "cdk-nag:AwsSolutions-CFR7",
        "fsbp:CloudFront.9",
        "fsbp:CloudFront.10",
        "fsbp:CloudFront.13",
    ],
    check(c) {
        for (const { path, value } of c.all("origins[]")) {
            if (value === UNKNOWN) c.undeterminedAt(path, "The origin is not known before the update.");
            else judgeOrigin(c, path, value);
        }
    },
});

export const cloudfrontWafAndHeaders = resourcePolicy({
    name: "aws-cloudfront-waf-and-security-headers",
    title: "CloudFront stands behind a firewall and sends security headers",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [...DISTRIBUTIONS, HEADERS],
    why: "Without a web ACL known attacks reach the application, and without HSTS a browser's first request may go over HTTP.",
    fix: "Set webAclId and defaultCacheBehavior.responseHeadersPolicyId, and in that policy strictTransportSecurity with at least minHstsSeconds and override true.",
    references: [
        "aws-config:cloudfront-associated-with-waf",
        "aws-config:cloudfront-default-root-object-configured",
        "checkov:CKV_AWS_68",
        "checkov:CKV_AWS_259",
        "checkov:CKV_AWS_305",
        "checkov:CKV2_AWS_32",
        "cdk-nag:AwsSolutions-CFR2",
        "fsbp:CloudFront.1",
        "fsbp:CloudFront.6",
    ],
    settings: { minHstsSeconds: { type: "integer", minimum: 0, default: 31_536_000, description: "Seconds for which browsers must keep to HTTPS." } },
    check(c) {
        if (c.type === HEADERS) {
            const hsts = "securityHeadersConfig.strictTransportSecurity";
            ask(c, undefined, [
                atLeast(`${hsts}.accessControlMaxAgeSec`, c.settings.minHstsSeconds, 0, "Browsers are not told for long enough to keep to HTTPS."),
                on(`${hsts}.override`, false, "The origin may overrule the header that keeps browsers to HTTPS."),
            ]);
            return;
        }
        ask(c, undefined, [
            given("webAclId", "No web ACL stands before the distribution."),
            given("defaultCacheBehavior.responseHeadersPolicyId", "The distribution adds no security headers."),
        ]);
        const buckets = c.all("origins[]").some(({ value }) => value !== UNKNOWN && isBucketOrigin(value));
        if (buckets) c.require(c.has("defaultRootObject"), "defaultRootObject", "A request for the root lists the bucket.");
    },
});
