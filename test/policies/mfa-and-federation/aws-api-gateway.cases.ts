import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const restApi = of("aws:apigateway/restApi:RestApi");
const restPolicy = of("aws:apigateway/restApiPolicy:RestApiPolicy");
const restResource = of("aws:apigateway/resource:Resource");
const methodOf = of("aws:apigateway/method:Method");
const api = of("aws:apigatewayv2/api:Api");
const routeOf = of("aws:apigatewayv2/route:Route");
const graphql = of("aws:appsync/graphQLApi:GraphQLApi");
const events = of("aws:appsync/api:Api");

const rest = restApi({ name: "records" });
const records = restResource({ restApi: UNKNOWN, parentId: UNKNOWN, pathPart: "records" }, { restApi: rest, parentId: rest });
const health = restResource({ restApi: UNKNOWN, parentId: UNKNOWN, pathPart: "health" }, { restApi: rest, parentId: rest }, "health");
const below = restResource({ restApi: UNKNOWN, parentId: UNKNOWN, pathPart: "health" }, { restApi: rest, parentId: records }, "below");
/** Two resources that each name the other as the parent, as a state that was edited by hand may have them. */
const circle = ((): readonly CaseResource[] => {
    const links: Record<string, CaseResource> = { restApi: rest };
    const first = restResource({ restApi: UNKNOWN, parentId: UNKNOWN, pathPart: "first" }, links, "first");
    const second = restResource({ restApi: UNKNOWN, parentId: UNKNOWN, pathPart: "second" }, { restApi: rest, parentId: first }, "second");
    links.parentId = second;
    return [first, second];
})();
const method = (
    props: Omit<CaseProps<"aws:apigateway/method:Method">, "restApi" | "resourceId">,
    resourceId: CaseResource = records,
    owner: CaseResource = rest,
): readonly CaseResource[] => [
    owner,
    ...(resourceId === owner ? [] : [resourceId]),
    methodOf({ restApi: UNKNOWN, resourceId: UNKNOWN, httpMethod: "GET", ...props }, { restApi: owner, resourceId }),
];
const open = { authorization: "NONE" };

const document = (...statements: readonly Record<string, unknown>[]): string =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: statements.map(s => ({ Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*", ...s })),
    });
const ALLOW = { Effect: "Allow" };
const REFUSE_OTHERS = { Effect: "Deny", Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } };
const under = (policy: string): readonly CaseResource[] => {
    const owner = restApi({ name: "records", policy });
    return method(open, owner, owner);
};

const http = api({ name: "records", protocolType: "HTTP" });
const socket = api({ name: "records", protocolType: "WEBSOCKET" });
const route = (
    routeKey: CaseProps<"aws:apigatewayv2/route:Route">["routeKey"],
    authorizationType?: string,
    owner: CaseResource = http,
): readonly CaseResource[] => [
    owner,
    routeOf({ apiId: UNKNOWN, routeKey, ...(authorizationType === undefined ? {} : { authorizationType }) }, { apiId: owner }),
];

const eventConfig = (...kinds: readonly string[]): CaseProps<"aws:appsync/api:Api"> => ({
    eventConfig: {
        authProviders: kinds.map(authType => ({ authType })),
        connectionAuthModes: [],
        defaultPublishAuthModes: [],
        defaultSubscribeAuthModes: [],
    },
});

export const cases: Cases = {
    "aws-api-methods-require-authentication": {
        compliant: {
            "a method with IAM": method({ authorization: "AWS_IAM" }),
            "a method with a user pool": method({ authorization: "COGNITO_USER_POOLS", authorizerId: UNKNOWN }),
            "the public route for health checks": method(open, health),
            "a public route by pattern": { resources: method(open, below), settings: { publicRoutes: ["GET /records/*"] } },
            "the root, where it is public": { resources: method(open, rest), settings: { publicRoutes: ["get /"] } },
            "an API that its policy closes to all but one endpoint": under(document(ALLOW, REFUSE_OTHERS)),
            "an API whose policy names the networks": under(document({ ...ALLOW, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } })),
            "a policy that stands beside the API": [
                ...method(open),
                restPolicy({ restApiId: UNKNOWN, policy: document(ALLOW, REFUSE_OTHERS) }, { restApiId: rest }),
            ],
            "a route with JWT": route("GET /records", "JWT"),
            "a public route": route("GET /health"),
            "a connection with an authoriser": route("$connect", "CUSTOM", socket),
            "the default route with an authoriser": route("$default", "AWS_IAM"),
            GraphQL: graphql({
                authenticationType: "AMAZON_COGNITO_USER_POOLS",
                additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
            }),
            events: events(eventConfig("OPENID_CONNECT", "AWS_IAM")),
        },
        violating: {
            "an open method": [method(open), "authorization"],
            "an API key is no authentication": [method({ ...open, apiKeyRequired: true }), "authorization"],
            "another method of a public path": [method({ ...open, httpMethod: "POST" }, health), "authorization"],
            "the same name deeper down": [method(open, below), "authorization"],
            "an API whose policy lets everyone in": [under(document(ALLOW)), "authorization"],
            "a policy that refuses everyone one path only": [
                under(document(ALLOW, { ...REFUSE_OTHERS, Resource: "execute-api:/live/GET/admin" })),
                "authorization",
            ],
            "any method of a public path": [method({ ...open, httpMethod: "ANY" }, health), "authorization"],
            "a policy that names every address": [
                under(document({ ...ALLOW, Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } })),
                "authorization",
            ],
            "a policy that refuses others only while a second condition holds": [
                under(document(ALLOW, { Effect: "Deny", Condition: { ...REFUSE_OTHERS.Condition, Bool: { "aws:SecureTransport": "false" } } })),
                "authorization",
            ],
            "a policy, where none is accepted": {
                resources: under(document(ALLOW, REFUSE_OTHERS)),
                settings: { allowResourcePolicyOnly: false },
                property: "authorization",
            },
            "an open route, as by default": [route("GET /records"), "authorizationType"],
            "an open route said outright": [route("ANY /{proxy+}", "NONE"), "authorizationType"],
            "the default route of an HTTP API": [route("$default"), "authorizationType"],
            "a connection without an authoriser": [route("$connect", undefined, socket), "authorizationType"],
            "GraphQL by an API key": [graphql({ authenticationType: "API_KEY" }), "authenticationType"],
            "GraphQL by an API key besides": [
                graphql({ authenticationType: "AWS_IAM", additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }] }),
                "additionalAuthenticationProviders[0].authenticationType",
            ],
            "events by an API key": [events(eventConfig("AWS_IAM", "API_KEY")), "eventConfig.authProviders[1].authType"],
        },
        undetermined: {
            "an authorisation that is not known": [method({ authorization: UNKNOWN }), "authorization"],
            "a method that is perhaps a preflight": [method({ ...open, httpMethod: UNKNOWN }), "authorization"],
            "a path that leads round in a circle": [[rest, ...circle, ...method(open, circle[0]).slice(2)], "authorization"],
            "a path of another stack": [
                [rest, methodOf({ restApi: UNKNOWN, resourceId: "abc123", httpMethod: "GET", ...open }, { restApi: rest })],
                "authorization",
            ],
            "a policy that is not known": [
                [...method(open), restPolicy({ restApiId: UNKNOWN, policy: UNKNOWN }, { restApiId: rest })],
                "authorization",
            ],
            "an API of another stack": [methodOf({ restApi: "abc123", resourceId: "def456", httpMethod: "POST", ...open }), "authorization"],
            "a route whose kind is not known": [
                [http, routeOf({ apiId: UNKNOWN, routeKey: "GET /records", authorizationType: UNKNOWN }, { apiId: http })],
                "authorizationType",
            ],
            "a route that is not known": [route(UNKNOWN), "authorizationType"],
            "the default route of an API that is not known": [routeOf({ apiId: "abc123", routeKey: "$default" }), "authorizationType"],
            "a kind of GraphQL authentication that is not known": [graphql({ authenticationType: UNKNOWN }), "authenticationType"],
        },
        notApplicable: {
            "a preflight request": method({ ...open, httpMethod: "OPTIONS" }),
            "a preflight route": route("OPTIONS /records"),
            "a message after the connection": route("send", undefined, socket),
            "the default route of a WebSocket API": route("$default", undefined, socket),
        },
    },
};
