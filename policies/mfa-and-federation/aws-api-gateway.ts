import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type PolicyDocument, allows, denies, everyone, pinned, policyDocument, speaksOfAction } from "../../src/policy/documents";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

const METHOD = "aws:apigateway/method:Method";
const ROUTE = "aws:apigatewayv2/route:Route";
const GRAPHQL = "aws:appsync/graphQLApi:GraphQLApi";
const EVENTS = "aws:appsync/api:Api";
const REST_API = "aws:apigateway/restApi:RestApi";
const REST_POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";
const REST_RESOURCE = "aws:apigateway/resource:Resource";
const API = "aws:apigatewayv2/api:Api";

/** Where the kinds of authentication of a GraphQL or event API stand. */
const KINDS = ["authenticationType", "additionalAuthenticationProviders[].authenticationType", "eventConfig.authProviders[].authType"] as const;

/** Condition keys that hold an API to networks or principals. */
const HELD_TO = [
    "aws:sourcevpce",
    "aws:sourcevpc",
    "aws:sourceip",
    "aws:vpcsourceip",
    "aws:principalarn",
    "aws:principalaccount",
    "aws:principalorgid",
    "aws:principalorgpaths",
];

/** Does the API's own policy keep out all but named networks or principals? */
function keepsOthersOut({ statements }: PolicyDocument): Answer {
    const refused = statements.map(s =>
        and(
            denies(s),
            everyone(s),
            speaksOfAction(s, "execute-api:Invoke"),
            some(s.resources, r => is(r, v => /^(\*|execute-api:\/\*|arn:[^/]*\/\*)$/.test(v))),
            s.conditions.length > 0,
            every(s.conditions, condition => pinned({ ...s, conditions: [condition] }, HELD_TO, true)),
        ),
    );
    return or(
        ...refused,
        every(statements, s => or(not(and(allows(s), everyone(s))), pinned(s, HELD_TO))),
    );
}

function isClosed(policy: Value | undefined): Answer {
    const document = policyDocument(policy);
    return document === undefined ? false : document === UNKNOWN || document === "malformed" ? UNKNOWN : keepsOthersOut(document);
}

/** Is the method of an API whose own policy keeps others out? */
function behindPolicy(graph: Graph, method: Resource): Answer {
    return linkedSatisfies(graph.from(method, "restApi", REST_API), api =>
        or(
            isClosed(read(api.props, "policy")),
            linkedSatisfies(graph.into(api, REST_POLICY, "restApiId"), p => isClosed(read(p.props, "policy"))),
        ),
    );
}

/** The path below which a resource of a REST API answers, put together from its parents; UNKNOWN where they lead round in a circle. */
function pathOf(graph: Graph, method: Resource): string | Unknown {
    const seen = new Set<Resource>();
    let path = "";
    let at = method;
    for (;;) {
        const property = at === method ? "resourceId" : "parentId";
        const part = graph.from(at, property, REST_RESOURCE).certain[0];
        if (part === undefined) return graph.from(at, property, REST_API).certain.length > 0 ? path : UNKNOWN;
        const name = read(part.props, "pathPart");
        if (isUnknown(name) || seen.has(part)) return UNKNOWN;
        seen.add(part);
        path = `/${text(name ?? "")}${path}`;
        at = part;
    }
}

/** Is the route one of those that anybody may call? */
function isPublic(publicRoutes: readonly string[], method: string | Unknown, path: string | Unknown): Answer {
    return some(publicRoutes, route => {
        const [verb = "", pattern = ""] = route.split(" ", 2);
        return and(
            is(method, m => m.toUpperCase() === verb.toUpperCase()),
            is(path, p => matchesWildcard(pattern, p === "" ? "/" : p)),
        );
    });
}

/** Does the route owe authentication? A key without a method is of a WebSocket API, of whose routes only $connect can ask for it; $default is of either kind. */
function owesAuthentication(graph: Graph, route: Resource, key: string): Answer {
    if (key.includes(" ")) return !key.startsWith("OPTIONS ");
    if (key !== "$default") return key === "$connect";
    return linkedSatisfies(graph.from(route, "apiId", API), api => isOneOf(read(api.props, "protocolType"), ["HTTP"]));
}

export const apiMethodsAuthenticated = stackPolicy({
    name: "aws-api-methods-require-authentication",
    title: "APIs ask who is calling, by more than an API key",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [METHOD, ROUTE, GRAPHQL, EVENTS],
    reads: [REST_API, REST_POLICY, REST_RESOURCE, API],
    why: "A method without an authoriser answers anyone, and an API key is a shared word that every copy of the client holds.",
    fix: "Set authorization (authorizationType, authenticationType) to IAM, a user pool, JWT or a Lambda authoriser, or list the route in publicRoutes.",
    references: [
        "aws-config:api-gwv2-authorization-type-configured",
        "checkov:CKV_AWS_59",
        "checkov:CKV_AWS_309",
        "checkov:CKV2_AWS_70",
        "cdk-nag:AwsSolutions-APIG4",
        "cdk-nag:AwsSolutions-COG4",
        "fsbp:APIGateway.8",
        "fsbp:AppSync.5",
    ],
    settings: {
        publicRoutes: {
            type: "array",
            items: { type: "string" },
            default: ["GET /health", "GET /status"],
            description: "Routes that anyone may call: a method and a path, in which '*' stands for anything.",
        },
        allowResourcePolicyOnly: {
            type: "boolean",
            default: true,
            description: "Accept a REST API whose own policy lets in only named networks or principals.",
        },
    },
    checkResource({ type, graph, resource, all, word, oneOf, settings, require, requireAt, notApplicable }) {
        const { publicRoutes, allowResourcePolicyOnly } = settings;
        if (type === GRAPHQL || type === EVENTS) {
            for (const { path, value } of KINDS.flatMap(path => all(path)))
                requireAt(not(isOneOf(value, ["API_KEY"])), path, "An API key is enough to call the API.");
        } else if (type === ROUTE) {
            const key = word("routeKey") ?? "";
            const owes = is(key, k => owesAuthentication(graph, resource, k));
            const open = is(key, k => isPublic(publicRoutes, k.split(" ", 1)[0] ?? "", k.slice(k.indexOf(" ") + 1)));
            if (owes === false) notApplicable("a preflight request, or a route of a WebSocket API after the connection");
            else require(or(not(owes), open, not(oneOf("authorizationType", ["NONE"], "NONE"))), "authorizationType", "The route answers anyone.");
        } else {
            const verb = word("httpMethod") ?? "";
            const preflight = is(verb, v => v.toUpperCase() === "OPTIONS");
            const open = or(isPublic(publicRoutes, verb, pathOf(graph, resource)), and(allowResourcePolicyOnly, behindPolicy(graph, resource)));
            if (preflight === true) notApplicable("a preflight request, with which browsers send no credentials");
            else require(or(preflight, open, not(oneOf("authorization", ["NONE"], "NONE"))), "authorization", "The method answers anyone.");
        }
    },
});
