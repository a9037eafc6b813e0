import * as aws from "@pulumi/aws";

import { balancer } from "./balancer";
import { edgeCertificateArn } from "./certificates";
import { domainName, edge, hostedZoneId, name, tags } from "./config";
import { firewall } from "./firewall";
import { requestLogsArn } from "./requestlogs";

// The one way in: CloudFront, behind the firewall, which reaches the load balancer inside the private network.
const origin = new aws.cloudfront.VpcOrigin("portal", {
    vpcOriginEndpointConfig: {
        name,
        arn: balancer.arn,
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
    },
    tags,
});
const headers = new aws.cloudfront.ResponseHeadersPolicy("portal", {
    name,
    comment: "What browsers are told to hold to",
    securityHeadersConfig: {
        strictTransportSecurity: { accessControlMaxAgeSec: 63072000, includeSubdomains: true, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "no-referrer", override: true },
        contentSecurityPolicy: {
            contentSecurityPolicy: "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
            override: false,
        },
    },
});
/** Policies that AWS keeps: nothing of a patient is cached, and everything that the browser sent goes to the portal. */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
export const distribution = new aws.cloudfront.Distribution("portal", {
    comment: name,
    enabled: true,
    isIpv6Enabled: true,
    httpVersion: "http2and3",
    priceClass: "PriceClass_100",
    aliases: [domainName],
    webAclId: firewall.arn,
    origins: [{ originId: "portal", domainName: balancer.dnsName, vpcOriginConfig: { vpcOriginId: origin.id, originReadTimeout: 30 } }],
    defaultCacheBehavior: {
        targetOriginId: "portal",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: CACHING_DISABLED,
        originRequestPolicyId: ALL_VIEWER,
        responseHeadersPolicyId: headers.id,
        compress: true,
    },
    // Patients travel.
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { acmCertificateArn: edgeCertificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
    tags,
});
for (const type of ["A", "AAAA"]) {
    new aws.route53.Record(`portal-${type.toLowerCase()}`, {
        zoneId: hostedZoneId,
        name: domainName,
        type,
        aliases: [{ name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false }],
    });
}

// The requests are logged in the home region. Cookies and what stands behind the question mark, such as codes of a sign-in, are not.
const source = new aws.cloudwatch.LogDeliverySource("requests", { name, logType: "ACCESS_LOGS", resourceArn: distribution.arn, tags }, edge.options);
const destination = new aws.cloudwatch.LogDeliveryDestination(
    "requests",
    { name, outputFormat: "json", deliveryDestinationConfiguration: { destinationResourceArn: requestLogsArn }, tags },
    edge.options,
);
new aws.cloudwatch.LogDelivery(
    "requests",
    {
        deliverySourceName: source.name,
        deliveryDestinationArn: destination.arn,
        s3DeliveryConfigurations: [{ enableHiveCompatiblePath: false, suffixPath: "/{DistributionId}/{yyyy}/{MM}/{dd}" }],
        recordFields: [
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(User-Agent)",
            "x-edge-result-type",
            "x-edge-request-id",
            "cs-protocol",
            "cs-bytes",
            "time-taken",
            "ssl-protocol",
            "ssl-cipher",
            "x-edge-detailed-result-type",
        ],
        tags,
    },
    edge.options,
);
