import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

type Actions = CaseProps<"aws:lb/listener:Listener">["defaultActions"];
const listenerOf = of("aws:lb/listener:Listener");
const ruleOf = of("aws:lb/listenerRule:ListenerRule");

const STAFF = { audience: "staff" };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/tools/1" };
const details = {
    authorizationEndpoint: "https://idp.example.org/authorize",
    clientId: "tools",
    clientSecret: "secret",
    issuer: "https://idp.example.org",
    tokenEndpoint: "https://idp.example.org/token",
    userInfoEndpoint: "https://idp.example.org/me",
    sessionTimeout: 28800,
};
const oidc = { type: "authenticate-oidc", authenticateOidc: details };
const cognito = {
    type: "authenticate-cognito",
    authenticateCognito: {
        userPoolArn: "arn:aws:cognito-idp:eu-west-2:111122223333:userpool/p",
        userPoolClientId: "c",
        userPoolDomain: "tools",
        sessionTimeout: 3600,
    },
};
const listener = (defaultActions: Actions, props: CaseProps<"aws:lb/listener:Listener"> = {}): CaseResource =>
    listenerOf({
        loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/tools/1",
        tags: STAFF,
        defaultActions,
        port: 443,
        ...props,
    });
const signedIn = listener([oidc, forward]);
const rule = (owner: CaseResource, actions: Actions): readonly CaseResource[] => [
    owner,
    ruleOf({ listenerArn: UNKNOWN, conditions: [{ pathPattern: { values: ["/admin/*"] } }], actions }, { listenerArn: owner }),
];
const ACTIONS = "defaultActions";

export const cases: Cases = {
    "aws-alb-user-facing-authentication": {
        compliant: {
            "sign-in through an identity provider": signedIn,
            "sign-in through Cognito": listener([cognito, forward]),
            "a token that is checked": listener([
                { type: "jwt-validation", jwtValidation: { issuer: "https://idp.example.org", jwksEndpoint: "https://idp.example.org/keys" } },
                forward,
            ]),
            "sign-in that is ordered first": listener([
                { ...forward, order: 2 },
                { ...oidc, order: 1 },
            ]),
            "the default for strangers said outright": listener([
                { ...oidc, authenticateOidc: { ...details, onUnauthenticatedRequest: "authenticate" } },
                forward,
            ]),
            "certificates instead": listener([forward], { mutualAuthentication: { mode: "verify" } }),
            "a redirect": listener([{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }]),
            "a rule of its own": rule(signedIn, [oidc, forward]),
            "a rule of a listener with certificates": rule(listener([forward], { mutualAuthentication: { mode: "verify" } }), [forward]),
        },
        violating: {
            "nobody signs in": [listener([forward]), ACTIONS],
            "sign-in comes second": [
                listener([
                    { ...oidc, order: 2 },
                    { ...forward, order: 1 },
                ]),
                ACTIONS,
            ],
            "strangers are let through": [
                listener([{ ...oidc, authenticateOidc: { ...details, onUnauthenticatedRequest: "allow" } }, forward]),
                "defaultActions[0].authenticateOidc.onUnauthenticatedRequest",
            ],
            "a session of a week, as by default": [
                listener([{ ...cognito, authenticateCognito: { ...cognito.authenticateCognito, sessionTimeout: undefined } }, forward]),
                "defaultActions[0].authenticateCognito.sessionTimeout",
            ],
            "a session of a week said outright": [
                listener([{ ...oidc, authenticateOidc: { ...details, sessionTimeout: 604800 } }, forward]),
                "defaultActions[0].authenticateOidc.sessionTimeout",
            ],
            "certificates that nobody checks": [listener([forward], { mutualAuthentication: { mode: "passthrough" } }), ACTIONS],
            "a rule past the sign-in": [rule(signedIn, [forward]), "actions"],
        },
        undetermined: {
            "actions that are not known": [listener(UNKNOWN), ACTIONS],
            "a kind of action that is not known": [listener([{ ...oidc, type: UNKNOWN }, forward]), ACTIONS],
            "a tag that is not known": [listener([forward], { tags: { audience: UNKNOWN } }), ACTIONS],
            "an order that is not known": [listener([{ ...oidc, order: UNKNOWN }, forward]), ACTIONS],
            "a rule for staff of another stack's listener": [
                ruleOf({
                    listenerArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:listener/app/tools/1/2",
                    conditions: [],
                    actions: [forward],
                    tags: STAFF,
                }),
                "actions",
            ],
            "certificates that are perhaps asked for": [listener([forward], { mutualAuthentication: { mode: UNKNOWN } }), ACTIONS],
            "strangers who are perhaps let through": [
                listener([{ ...oidc, authenticateOidc: { ...details, onUnauthenticatedRequest: UNKNOWN } }, forward]),
                "defaultActions[0].authenticateOidc.onUnauthenticatedRequest",
            ],
            "a session that is not known": [
                listener([{ ...oidc, authenticateOidc: { ...details, sessionTimeout: UNKNOWN } }, forward]),
                "defaultActions[0].authenticateOidc.sessionTimeout",
            ],
        },
        notApplicable: {
            "a rule of another stack's listener": ruleOf({
                listenerArn: "arn:aws:elasticloadbalancing:eu-west-2:111122223333:listener/app/tools/1/2",
                conditions: [],
                actions: [forward],
            }),
            "a listener of a network load balancer": listener([forward], { protocol: "TLS", port: 443 }),
            "a listener of a gateway": listener([forward], { port: undefined }),
            "a listener for anyone": listener([forward], { tags: {} }),
            "a rule for anyone": rule(listener([forward], { tags: { audience: "public" } }), [forward]),
        },
    },
};
