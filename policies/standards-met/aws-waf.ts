import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read, readAll } from "../../src/policy/values";

const ACL_RULE = "aws:wafv2/webAclRule:WebAclRule";
const GROUP_ASSOCIATION = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** Does a rule use the managed group, and not only count what it finds? Rules in JSON write the names with capitals. */
function uses(rule: Value, group: string): Answer {
    if (isUnknown(rule)) return UNKNOWN;
    const named = or(
        isOneOf(read(rule, "statement.managedRuleGroupStatement.name"), [group]),
        isOneOf(read(rule, "Statement.ManagedRuleGroupStatement.Name"), [group]),
    );
    return and(named, not(isSet(rule, "overrideAction.count")), not(isSet(rule, "OverrideAction.Count")));
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

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const STAGE = "aws:apigateway/stage:Stage";
const GRAPHQL = "aws:appsync/graphQLApi:GraphQLApi";
const ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
const REST_API = "aws:apigateway/restApi:RestApi";
type Endpoint = typeof BALANCER | typeof STAGE | typeof GRAPHQL | "aws:cognito/userPool:UserPool" | "aws:apprunner/service:Service";

/** Is the endpoint one that the internet reaches and that can have a web ACL? */
function facesInternet({ type, graph, resource, oneOf, on }: StackCheck<Endpoint>): Answer {
    switch (type) {
        case BALANCER:
            return and(not(on("internal", false)), oneOf("loadBalancerType", ["application"], "application"));
        case STAGE:
            return not(linkedSatisfies(graph.from(resource, "restApi", REST_API), api => isPrivate(api.props)));
        case GRAPHQL:
            return not(oneOf("visibility", ["PRIVATE"], "GLOBAL"));
        case "aws:apprunner/service:Service":
            return on("networkConfiguration.ingressConfiguration.isPubliclyAccessible", true);
        default:
            return true;
    }
}

/** The provider's older majors list the one type that an API can have. */
function isPrivate(api: Props): Answer {
    return or(...readAll(api, "endpointConfiguration.types[]").map(({ value }) => isOneOf(value, ["PRIVATE"])));
}

export const publicEndpointBehindWaf = stackPolicy({
    name: "aws-public-endpoint-behind-waf",
    title: "Endpoints that face the internet stand behind a web firewall",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [BALANCER, STAGE, GRAPHQL, "aws:cognito/userPool:UserPool", "aws:apprunner/service:Service"],
    reads: [ASSOCIATION, REST_API],
    why: "Scanners and exploit kits try every public address; a web firewall turns away what is known before the application sees it.",
    fix: "Add a wafv2 WebAclAssociation whose resourceArn is the endpoint's ARN, and leave enableWafFailOpen off.",
    references: [
        "aws-config:alb-waf-enabled",
        "aws-config:api-gw-associated-with-waf",
        "aws-config:appsync-associated-with-waf",
        "checkov:CKV2_AWS_28",
        "checkov:CKV2_AWS_29",
        "checkov:CKV2_AWS_33",
        "cdk-nag:AwsSolutions-APIG3",
        "fsbp:ELB.16",
        "fsbp:APIGateway.4",
    ],
    settings: {
        typesNeedingWaf: {
            type: "array",
            items: { type: "string", enum: ["lb/loadBalancer", "apigateway/stage", "appsync/graphQLApi", "cognito/userPool", "apprunner/service"] },
            default: ["lb/loadBalancer", "apigateway/stage", "appsync/graphQLApi"],
            description: "Kinds of endpoint that must stand behind a web ACL.",
        },
    },
    checkResource(c) {
        const { graph, resource, type, on, require, notApplicable, settings } = c;
        const faces = settings.typesNeedingWaf.some(kind => type.startsWith(`aws:${kind}:`)) && facesInternet(c);
        if (faces === false) {
            notApplicable("an endpoint that the internet does not reach, that can have no web ACL or that the setting typesNeedingWaf does not list");
            return;
        }
        const associated = linkedSatisfies(graph.into(resource, ASSOCIATION, "resourceArn"), () => true);
        require(or(not(faces), associated), "", "No web ACL is associated with the endpoint.");
        require(or(not(faces), not(on("enableWafFailOpen", false))), "enableWafFailOpen", "Requests pass when the firewall does not answer.");
    },
});
