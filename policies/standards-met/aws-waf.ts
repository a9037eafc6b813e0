import { stackPolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import { isOneOf } from "../../src/policy/check";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read } from "../../src/policy/values";

const ACL_RULE = "aws:wafv2/webAclRule:WebAclRule";
const GROUP_ASSOCIATION = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** Does a rule use the managed group, and not only count what it finds? Rules in JSON write the names with capitals. */
function uses(rule: Value, group: string): Answer {
    if (isUnknown(rule)) return UNKNOWN;
    const named = or(
        isOneOf(read(rule, "statement.managedRuleGroupStatement.name"), [group]),
        isOneOf(read(rule, "Statement.ManagedRuleGroupStatement.Name"), [group]),
    );
    return and(named, !isSet(rule, "overrideAction.count"), !isSet(rule, "OverrideAction.Count"));
}

export const wafAclEffectiveRules = stackPolicy({
    name: "aws-waf-acl-has-effective-rules",
    title: "Web firewalls hold rules that block known attacks",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup"],
    reads: [ACL_RULE, GROUP_ASSOCIATION],
    why: "A firewall without rules, or with rules that only count, lets every attack through and looks like protection.",
    fix: "Add the managed rule groups of requiredManagedGroups with overrideAction none, and set visibilityConfig.cloudwatchMetricsEnabled.",
    references: [
        "aws-config:wafv2-webacl-not-empty",
        "aws-config:wafv2-rulegroup-not-empty",
        "checkov:CKV_AWS_175",
        "checkov:CKV_AWS_192",
        "checkov:CKV_AWS_342",
        "checkov:CKV2_AWS_47",
        "checkov:CKV2_AWS_76",
        "checkov:CKV2_AWS_77",
        "checkov:CKV2_AWS_78",
        "fsbp:WAF.10",
    ],
    settings: {
        requiredManagedGroups: {
            type: "array",
            items: { type: "string" },
            default: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"],
            description: "Managed rule groups that every web ACL must use.",
        },
    },
    checkResource({ type, graph, resource, get, on, settings, require }) {
        require(on(
            "visibilityConfig.cloudwatchMetricsEnabled",
            false,
        ), "visibilityConfig.cloudwatchMetricsEnabled", "What the rules do is not measured.");
        const inline = list(get("rules"));
        const json = list(jsonValue(get("ruleJson") ?? get("rulesJson")));
        if (type === "aws:wafv2/ruleGroup:RuleGroup") {
            require(or(
                is(inline, rules => rules.length > 0),
                is(json, rules => rules.length > 0),
            ), "rules", "The rule group is empty.");
            return;
        }
        for (const group of settings.requiredManagedGroups) {
            const found = or(
                some(inline, rule => uses(rule, group)),
                some(json, rule => uses(rule, group)),
                linkedSatisfies(graph.into(resource, ACL_RULE, "webAclArn"), rule => uses(rule.props, group)),
                linkedSatisfies(graph.into(resource, GROUP_ASSOCIATION, "webAclArn"), one =>
                    and(isOneOf(read(one.props, "managedRuleGroup.name"), [group]), not(isOneOf(read(one.props, "overrideAction"), ["count"]))),
                ),
            );
            require(found, "rules", "A managed rule group that must be used is missing, or only counts.");
        }
    },
});
