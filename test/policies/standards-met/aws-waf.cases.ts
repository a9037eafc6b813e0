import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

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

const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const stage = of("aws:apigateway/stage:Stage");
const restApi = of("aws:apigateway/restApi:RestApi");
const graphQl = of("aws:appsync/graphQLApi:GraphQLApi");
const userPool = of("aws:cognito/userPool:UserPool");
const appRunner = of("aws:apprunner/service:Service");
const webAclAssociation = of("aws:wafv2/webAclAssociation:WebAclAssociation");
const guard = (endpoint: CaseResource): CaseResource => webAclAssociation({ resourceArn: UNKNOWN, webAclArn: UNKNOWN }, { resourceArn: endpoint });

const site = balancer({ name: "site", internal: false });
const open = balancer({ enableWafFailOpen: true });
const regional = restApi({ endpointConfiguration: { types: "REGIONAL" } });
const secluded = restApi({ endpointConfiguration: { types: "PRIVATE" } });
const prod = stage({ stageName: "prod", restApi: UNKNOWN }, { restApi: regional });
const graph = graphQl({ authenticationType: "AWS_IAM" });
const pool = userPool({ name: "patients" });
const stageArn = "arn:aws:apigateway:eu-west-2::/restapis/a1b2c3/stages/prod";

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
    "aws-public-endpoint-behind-waf": {
        compliant: {
            "a balancer": [site, guard(site)],
            "a stage": [prod, guard(prod)],
            "a stage, by its ARN": [
                stage({ stageName: "prod", restApi: UNKNOWN }, { restApi: regional }),
                webAclAssociation({ resourceArn: stageArn, webAclArn: UNKNOWN }),
            ],
            "a GraphQL API": [graph, guard(graph)],
            "a user pool, by setting": { resources: [pool, guard(pool)], settings: { typesNeedingWaf: ["cognito/userPool"] } },
        },
        violating: {
            "a balancer, to which absent means internet-facing": [balancer({}), ""],
            "said outright": [balancer({ internal: false, loadBalancerType: "application" }), ""],
            "only the other balancer has one": [[balancer({ name: "other" }), site, guard(site)], ""],
            "a firewall that need not answer": [[open, guard(open)], "enableWafFailOpen"],
            "a stage": [[prod, regional], ""],
            "a GraphQL API": [graph, ""],
            "a service of App Runner, by setting": {
                resources: [appRunner({ serviceName: "site" })],
                settings: { typesNeedingWaf: ["apprunner/service"] },
                property: "",
            },
        },
        undetermined: {
            "perhaps internal": [balancer({ internal: UNKNOWN }), ""],
            "an association with what is not known": [[site, webAclAssociation({ resourceArn: UNKNOWN, webAclArn: UNKNOWN })], ""],
            "a stage of an API outside the stack, which may be private": [stage({ stageName: "prod", restApi: "a1b2c3" }), ""],
            "perhaps private": [graphQl({ visibility: UNKNOWN }), ""],
            "perhaps without an answer": [
                [site, guard(site), balancer({ name: "b", internal: UNKNOWN, enableWafFailOpen: true })],
                "enableWafFailOpen",
            ],
        },
        notApplicable: {
            "an internal balancer": balancer({ internal: true }),
            "a network balancer": balancer({ loadBalancerType: "network" }),
            "a stage of a private API": [stage({ stageName: "prod", restApi: UNKNOWN }, { restApi: secluded }), secluded],
            "a private GraphQL API": graphQl({ visibility: "PRIVATE" }),
            "a user pool, which is not asked for": pool,
        },
    },
};
