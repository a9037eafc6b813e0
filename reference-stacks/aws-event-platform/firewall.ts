import * as aws from "@pulumi/aws";

import { name, tags } from "./config";
import { logGroup } from "./logs";

// The web firewall in front of the API.
const measured = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });
const managed = (group: string, priority: number) => ({
    name: group,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
    visibilityConfig: measured(group),
});
export const firewall = new aws.wafv2.WebAcl("api", {
    name: `${name}-api`,
    description: "In front of the API",
    scope: "REGIONAL",
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
    visibilityConfig: measured(`${name}-api`),
    tags,
});
// AWS WAF asks for a name that begins with aws-waf-logs-. Tokens and signatures stay out of the log.
const logs = logGroup("firewall", `aws-waf-logs-${name}-api`);
new aws.wafv2.WebAclLoggingConfiguration("api", {
    resourceArn: firewall.arn,
    logDestinationConfigs: [logs.arn],
    redactedFields: [{ singleHeader: { name: "authorization" } }],
});
