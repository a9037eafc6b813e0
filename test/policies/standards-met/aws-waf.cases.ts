import { type Cases, UNKNOWN, of } from "../support/cases";

const acl = of("aws:wafv2/webAcl:WebAcl");
const ruleGroup = of("aws:wafv2/ruleGroup:RuleGroup");
const aclRule = of("aws:wafv2/webAclRule:WebAclRule");
const association = of("aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation");

const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "acl", sampledRequestsEnabled: true };
const managed = (name: string, overrideAction: { none?: object; count?: object } = { none: {} }) => ({
    name,
    priority: 1,
    overrideAction,
    statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
    visibilityConfig,
});
const COMMON = "AWSManagedRulesCommonRuleSet";
const BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet";
const bare = acl({ visibilityConfig });
const one = acl({ visibilityConfig, rules: [managed(COMMON)] });
const inJson = (name: string) => ({
    Name: name,
    OverrideAction: { None: {} },
    Statement: { ManagedRuleGroupStatement: { Name: name, VendorName: "AWS" } },
});

export const cases: Cases = {
    "aws-waf-acl-has-effective-rules": {
        compliant: {
            "both groups": acl({ visibilityConfig, rules: [managed(COMMON), managed(BAD_INPUTS)] }),
            "both in JSON": acl({ visibilityConfig, ruleJson: JSON.stringify([inJson(COMMON), inJson(BAD_INPUTS)]) }),
            "one as a rule of its own": [one, aclRule({ webAclArn: UNKNOWN, ...managed(BAD_INPUTS) }, { webAclArn: one })],
            "one by association": [
                one,
                association({ webAclArn: UNKNOWN, ruleName: "b", managedRuleGroup: { name: BAD_INPUTS, vendorName: "AWS" } }, { webAclArn: one }),
            ],
            "a rule group with rules": ruleGroup({ visibilityConfig, rules: [UNKNOWN] }),
            "another group, by setting": {
                resources: [acl({ visibilityConfig, rules: [managed("AWSManagedRulesSQLiRuleSet")] })],
                settings: { requiredManagedGroups: ["AWSManagedRulesSQLiRuleSet"] },
            },
        },
        violating: {
            "no rules": [bare, "rules"],
            "one of two": [one, "rules"],
            "one that only counts": [acl({ visibilityConfig, rules: [managed(COMMON), managed(BAD_INPUTS, { count: {} })] }), "rules"],
            "one associated that only counts": [
                [one, association({ webAclArn: UNKNOWN, overrideAction: "count", managedRuleGroup: { name: BAD_INPUTS } }, { webAclArn: one })],
                "rules",
            ],
            "no metrics": [
                acl({ visibilityConfig: { ...visibilityConfig, cloudwatchMetricsEnabled: false }, rules: [managed(COMMON), managed(BAD_INPUTS)] }),
                "visibilityConfig.cloudwatchMetricsEnabled",
            ],
            "an empty rule group": [ruleGroup({ visibilityConfig, rules: [] }), "rules"],
        },
        undetermined: {
            "rules that are not known": [acl({ visibilityConfig, rules: UNKNOWN }), "rules"],
            "a rule whose web ACL is not known": [[one, aclRule({ webAclArn: UNKNOWN, ...managed(BAD_INPUTS) })], "rules"],
        },
    },
};
