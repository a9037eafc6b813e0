import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { or } from "../../src/policy/unknown";

const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";

export const cloudFrontAccessLogging = stackPolicy({
    name: "aws-cloudfront-access-logging",
    title: "CloudFront distributions log the requests that they serve",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:cloudfront/distribution:Distribution", "aws:cloudfront/multitenantDistribution:MultitenantDistribution"],
    reads: [SOURCE, DELIVERY],
    why: "What CloudFront answers from its cache never reaches the application, so no other log knows of it.",
    fix: "Set loggingConfig.bucket, or add a LogDeliverySource for the distribution's ARN with a LogDelivery.",
    references: ["aws-config:cloudfront-accesslogs-enabled", "checkov:CKV_AWS_86", "cdk-nag:AwsSolutions-CFR3", "fsbp:CloudFront.5"],
    checkResource({ graph, resource, has, require }) {
        const delivered = linkedSatisfies(graph.into(resource, SOURCE, "resourceArn"), source =>
            linkedSatisfies(graph.into(source, DELIVERY, "deliverySourceName"), () => true),
        );
        require(or(
            has("loggingConfig.bucket"),
            has("defaultCacheBehavior.realtimeLogConfigArn"),
            delivered,
        ), "", "The distribution keeps no access log.");
    },
});
