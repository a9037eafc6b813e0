import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const distribution = of("aws:cloudfront/distribution:Distribution");
const multitenant = of("aws:cloudfront/multitenantDistribution:MultitenantDistribution");
const source = of("aws:cloudwatch/logDeliverySource:LogDeliverySource");
const delivery = of("aws:cloudwatch/logDelivery:LogDelivery");

const site = distribution({ enabled: true });
const sourceOf = (owner: CaseResource): CaseResource =>
    source({ name: "site", logType: "ACCESS_LOGS", resourceArn: UNKNOWN }, { resourceArn: owner });
const behaviour = { targetOriginId: "site", viewerProtocolPolicy: "https-only", allowedMethods: ["GET"], cachedMethods: ["GET"] };

export const cases: Cases = {
    "aws-cloudfront-access-logging": {
        compliant: {
            "to a bucket": distribution({ enabled: true, loggingConfig: { bucket: "logs.s3.amazonaws.com" } }),
            "to a bucket that is not known": distribution({ enabled: true, loggingConfig: { bucket: UNKNOWN } }),
            "in real time": distribution({ enabled: true, defaultCacheBehavior: { ...behaviour, realtimeLogConfigArn: UNKNOWN } }),
            "by a delivery": [sourceOf(site), delivery({ deliverySourceName: "site", deliveryDestinationArn: UNKNOWN })],
        },
        violating: {
            nothing: [site, ""],
            "cookies alone": [distribution({ enabled: true, loggingConfig: { includeCookies: true } }), ""],
            "a source without a delivery": [sourceOf(site), ""],
            "a multi-tenant distribution without": [multitenant({ enabled: true, comment: "site" }), ""],
        },
        undetermined: {
            "a source that is not known": [
                [site, source({ name: "site", logType: "ACCESS_LOGS", resourceArn: UNKNOWN }), delivery({ deliverySourceName: "site" })],
                "",
            ],
            "a delivery of a source that is not known": [[sourceOf(site), delivery({ deliverySourceName: UNKNOWN })], ""],
        },
    },
};
