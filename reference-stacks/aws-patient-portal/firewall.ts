import * as aws from "@pulumi/aws";

import { edge, name, tags } from "./config";
import { logsOf } from "./logs";

// The web firewall in front of the portal. CloudFront takes it from us-east-1 alone.
const measured = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });
const managed = (group: string, priority: number) => ({
    name: group,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
    visibilityConfig: measured(group),
});
export const firewall = new aws.wafv2.WebAcl(
    "portal",
    {
        name: `${name}-portal`,
        description: "In front of the portal",
        scope: "CLOUDFRONT",
        defaultAction: { allow: {} },
        rules: [
            managed("AWSManagedRulesCommonRuleSet", 1),
            managed("AWSManagedRulesKnownBadInputsRuleSet", 2),
            managed("AWSManagedRulesAmazonIpReputationList", 3),
            managed("AWSManagedRulesSQLiRuleSet", 4),
            {
                name: "rate",
                priority: 5,
                action: { block: {} },
                statement: { rateBasedStatement: { limit: 2000, evaluationWindowSec: 300, aggregateKeyType: "IP" } },
                visibilityConfig: measured("rate"),
            },
        ],
        visibilityConfig: measured(`${name}-portal`),
        tags,
    },
    edge.options,
);

// AWS WAF asks for a name that begins with aws-waf-logs-. Tokens and sessions stay out of the log.
const logs = logsOf("edge-logs", edge)("firewall", `aws-waf-logs-${name}-portal`);
new aws.wafv2.WebAclLoggingConfiguration(
    "portal",
    {
        resourceArn: firewall.arn,
        logDestinationConfigs: [logs.arn],
        redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
    },
    edge.options,
);
