import { isOneOf } from "../../src/policy/check";
import { mustHave } from "../../src/policy/factories";
import type { Props } from "../../src/policy/resource";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

/** Does the filter keep the requests that were blocked? */
function keepsBlocked(props: Props): Answer {
    const kept = some(list(read(props, "loggingFilter.filters")), entry =>
        is(entry, filter =>
            and(
                isOneOf(read(filter, "behavior"), ["KEEP"]),
                some(list(read(filter, "conditions")), condition => isOneOf(read(condition, "actionCondition.action"), ["BLOCK"])),
            ),
        ),
    );
    return or(not(isOneOf(read(props, "loggingFilter.defaultBehavior"), ["DROP"])), kept);
}

export const wafLogging = mustHave({
    name: "aws-waf-logging-enabled",
    title: "Web ACLs log the requests that they block",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:wafv2/webAcl:WebAcl"],
    with: ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"],
    by: "resourceArn",
    why: "Blocked requests are the first sign of an attack, and the only one while the firewall holds.",
    fix: "Add a WebAclLoggingConfiguration for the web ACL with a log destination and no filter that drops blocked requests.",
    references: ["aws-config:wafv2-logging-enabled", "aws-config:wafv2-rulegroup-logging-enabled", "checkov:CKV2_AWS_31", "fsbp:WAF.11"],
    test: ({ props }) =>
        and(
            is(list(read(props, "logDestinationConfigs")), destinations => destinations.length > 0),
            keepsBlocked(props),
        ),
    message: "No logging configuration keeps the requests that the web ACL blocks.",
});
