import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { type Linked, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, every, is, not, or } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";
import { holdsOne } from "../shared/word-lists";

const POOL = "aws:cognito/userPool:UserPool";
const PROVIDER = "aws:cognito/identityProvider:IdentityProvider";
const CLIENTS = ["aws:cognito/userPoolClient:UserPoolClient", "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"] as const;

/** Is there at least one, and do all satisfy the test? */
function allOfSome(linked: Linked, test: (resource: Resource) => Answer): Answer {
    return and(
        linkedSatisfies(linked, () => true),
        everyLinked(linked, test),
    );
}

/** Does only a machine get tokens from the client? */
function isForMachines(client: Resource): Answer {
    return is(list(read(client.props, "allowedOauthFlows")), flows =>
        and(
            flows.length > 0,
            every(flows, flow => is(flow, f => text(f) === "client_credentials")),
        ),
    );
}

/** Does the client send its users to other identity providers only? Left out, managed login offers the pool's own. */
function isFederated(client: Resource): Answer {
    const providers = list(read(client.props, "supportedIdentityProviders"));
    return and(
        is(providers, names => names.length > 0),
        not(holdsOne(read(client.props, "supportedIdentityProviders"), ["COGNITO"])),
    );
}

export const userPoolMfaRequired = stackPolicy({
    name: "aws-cognito-user-pool-mfa-required",
    title: "User pools ask for a second factor, or leave sign-in to a federated provider",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [POOL],
    reads: [PROVIDER, ...CLIENTS],
    why: "A product's users meet phishing every day; a stolen password alone must not open patients' records.",
    fix: "Set mfaConfiguration to 'ON' with softwareTokenMfaConfiguration.enabled true, or let every client sign in through SAML or OIDC only.",
    references: ["aws-config:cognito-user-pool-mfa-enabled", "cdk-nag:AwsSolutions-COG2", "fsbp:Cognito.5"],
    settings: {
        failOnOptional: { type: "boolean", default: false, description: "Ask for MFA of every user (ON) rather than offering it (OPTIONAL)." },
    },
    checkResource({ graph, resource, oneOf, on, require, advice, notApplicable, settings }) {
        const clients = graph.into(resource, CLIENTS, "userPoolId");
        const forMachines = allOfSome(clients, isForMachines);
        if (forMachines === true) {
            notApplicable("only machines get tokens from the pool (client_credentials)");
            return;
        }
        const providers = graph.into(resource, PROVIDER, "userPoolId");
        const federated = and(
            linkedSatisfies(providers, p => isOneOf(read(p.props, "providerType"), ["SAML", "OIDC"])),
            allOfSome(clients, isFederated),
        );
        if (federated === true) return;
        const excused = or(federated, forMachines);
        const words = settings.failOnOptional ? ["ON"] : ["ON", "OPTIONAL"];
        const offered = require(or(
            excused,
            oneOf("mfaConfiguration", words, "OFF"),
        ), "mfaConfiguration", "The pool lets its users in by password alone.");
        if (offered === false) return;
        require(or(
            excused,
            on("softwareTokenMfaConfiguration.enabled", false),
        ), "softwareTokenMfaConfiguration.enabled", "The pool offers no second factor stronger than a text message or mail.");
        if (oneOf("mfaConfiguration", ["OPTIONAL"]) === true)
            advice("mfaConfiguration", "MFA is offered, not asked for: each user may leave it out.");
    },
});

export const identityPoolNoGuests = resourcePolicy({
    name: "aws-cognito-identity-pool-no-guests",
    title: "Identity pools give AWS credentials to signed-in users only",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:cognito/identityPool:IdentityPool"],
    why: "Guest access hands AWS credentials to anyone who knows the pool's id, which every copy of the app holds.",
    fix: "Leave allowUnauthenticatedIdentities and allowClassicFlow out, or set them to false.",
    references: [
        "aws-config:cognito-identity-pool-unauth-access-check",
        "aws-config:cognito-identity-pool-unauthenticated-logins",
        "checkov:CKV_AWS_366",
        "cdk-nag:AwsSolutions-COG7",
        "fsbp:Cognito.2",
    ],
    check({ on, all, require, advice }) {
        const guests = on("allowUnauthenticatedIdentities", false);
        require(not(guests), "allowUnauthenticatedIdentities", "The pool gives AWS credentials to guests who have not signed in.");
        require(not(on("allowClassicFlow", false)), "allowClassicFlow", "The classic flow lets a client choose the role that it gets.");
        const checked = and(...all("cognitoIdentityProviders[]").map(({ value }) => is(value, v => truth(read(v, "serverSideTokenCheck")) ?? false)));
        if (checked === false)
            advice("cognitoIdentityProviders", "Without serverSideTokenCheck, a user who is signed out or switched off keeps getting credentials.");
    },
});
