import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { ask, exempt } from "../../src/policy/factories";
import { type Fact, atLeast, atMost, together } from "../../src/policy/facts";
import { type Graph, type Linked, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, not, or } from "../../src/policy/unknown";
import { isSet, list, read, text, truth } from "../../src/policy/values";
import type { PropertyName } from "../../src/policy/types";
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

/** Do all of the pool's clients get tokens for machines, so that nobody signs in? */
function servesMachines(graph: Graph, pool: Resource): Answer {
    return allOfSome(graph.into(pool, CLIENTS, "userPoolId"), isForMachines);
}

/** Do all of the pool's clients send their users to a SAML or OIDC provider? */
function leavesSignInToOthers(graph: Graph, pool: Resource): Answer {
    const providers = graph.into(pool, PROVIDER, "userPoolId");
    return and(
        linkedSatisfies(providers, p => isOneOf(read(p.props, "providerType"), ["SAML", "OIDC"])),
        allOfSome(graph.into(pool, CLIENTS, "userPoolId"), isFederated),
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
        const forMachines = servesMachines(graph, resource);
        if (forMachines === true) {
            notApplicable("only machines get tokens from the pool (client_credentials)");
            return;
        }
        const federated = leavesSignInToOthers(graph, resource);
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
    remedies: [{ path: "allowUnauthenticatedIdentities", value: false }],
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

const PASSWORD = "passwordPolicy";

/** A pool without a password policy asks for all kinds of character; in one that is written down, what is left out is not asked for. */
function asksFor(flag: string): Fact<"passwordPolicy" | `passwordPolicy.${string}`> {
    const path = `${PASSWORD}.${flag}` as const;
    return together(
        path,
        "The pool's passwords need not hold every kind of character.",
        props => truth(read(props, path)) ?? !isSet(props, PASSWORD),
    );
}

export const passwordPolicy = stackPolicy({
    name: "aws-cognito-password-policy",
    title: "User pools ask for long passwords, and temporary ones end soon",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [POOL],
    reads: [PROVIDER, ...CLIENTS],
    why: "Short passwords are guessed, and the password in an invitation that nobody answered opens the account to whoever finds the mail.",
    fix: "Set passwordPolicy.minimumLength to at least minLength and temporaryPasswordValidityDays to at most maxTemporaryPasswordDays.",
    references: ["aws-config:cognito-user-pool-password-policy-check", "cdk-nag:AwsSolutions-COG1", "fsbp:Cognito.3"],
    settings: {
        minLength: { type: "integer", minimum: 8, maximum: 99, default: 12, description: "Characters that a password must have." },
        requireComplexity: {
            type: "boolean",
            default: false,
            description: "Ask for lower and upper case, numbers and symbols besides; the NCSC advises length instead.",
        },
        maxTemporaryPasswordDays: { type: "integer", minimum: 1, default: 7, description: "Days for which a temporary password may work." },
    },
    checkResource(c) {
        const { minLength, requireComplexity, maxTemporaryPasswordDays } = c.settings;
        const excused = or(servesMachines(c.graph, c.resource), leavesSignInToOthers(c.graph, c.resource));
        ask(c, exempt(excused, "nobody signs in with a password of the pool"), [
            atLeast(`${PASSWORD}.minimumLength`, minLength, 8, `The pool accepts passwords of fewer than ${String(minLength)} characters.`),
            atMost(
                `${PASSWORD}.temporaryPasswordValidityDays`,
                maxTemporaryPasswordDays,
                7,
                `A temporary password works for longer than ${String(maxTemporaryPasswordDays)} days.`,
            ),
            ...(requireComplexity ? ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"].map(asksFor) : []),
        ]);
    },
});

/** Flows in which the client hands over the password itself instead of proving that it knows it. */
const PASSWORD_FLOWS = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];
/** Plain HTTP to another machine; Cognito itself accepts plain HTTP for this one only. */
const PLAIN = /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$))/i;

export const clientSecureFlows = resourcePolicy({
    name: "aws-cognito-client-secure-flows",
    title: "Clients of user pools sign in without sending passwords or tokens in the clear",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: CLIENTS,
    why: "Password flows and the implicit flow hand passwords and tokens to code that can leak them, and telling errors let anyone list the users.",
    fix: "Use the code flow and ALLOW_USER_SRP_AUTH with https callbacks, and set preventUserExistenceErrors to 'ENABLED'.",
    remedies: [
        { path: "preventUserExistenceErrors", value: "ENABLED" },
        { path: "enableTokenRevocation", value: true },
    ],
    references: ["prowler:cognito_user_pool_client_prevent_user_existence_errors", "prowler:cognito_user_pool_client_token_revocation_enabled"],
    check({ type, resource, get, all, has, on, oneOf, require, requireAt }) {
        // A client that a service of AWS made keeps what that service set where the program says nothing.
        const kept = type === "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";
        const ask = (path: PropertyName<(typeof CLIENTS)[number]>, answer: Answer, message: string): Answer =>
            require(kept && !has(path) ? UNKNOWN : answer, path, message);
        const sendsPassword = holdsOne(get("explicitAuthFlows"), PASSWORD_FLOWS);
        ask("explicitAuthFlows", not(sendsPassword), "The client may send its user's password instead of a proof of it.");
        ask("allowedOauthFlows", not(holdsOne(get("allowedOauthFlows"), ["implicit"])), "The implicit flow puts tokens in the browser's address.");
        for (const { path, value } of all("callbackUrls[]"))
            requireAt(
                is(value, url => !PLAIN.test(text(url))),
                path,
                "Tokens or codes are sent over plain HTTP.",
            );
        const hidden = oneOf("preventUserExistenceErrors", ["ENABLED"], "LEGACY");
        ask("preventUserExistenceErrors", or(isForMachines(resource), hidden), "Errors tell a stranger which users there are.");
        ask("enableTokenRevocation", on("enableTokenRevocation", true), "A stolen token cannot be taken back.");
    },
});

const FIRST_FACTORS = "signInPolicy.allowedFirstAuthFactors";

export const passkeyFirstFactorVerified = resourcePolicy({
    name: "aws-cognito-passkey-first-factor-verified",
    title: "User pools that let users in without a password ask for a verified passkey",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [POOL],
    why: "A passkey counts for two factors only where the device checks its user; a code by mail or text is one factor, and Cognito then asks no other.",
    fix: "Set webAuthnConfiguration.userVerification to 'required', and leave EMAIL_OTP and SMS_OTP out of signInPolicy.allowedFirstAuthFactors.",
    references: [],
    settings: {
        allowOtpFirstFactor: { type: "boolean", default: false, description: "Accept a code by mail or text message as the only factor." },
    },
    check({ get, oneOf, settings, require }) {
        const factors = get(FIRST_FACTORS);
        const verified = oneOf("webAuthnConfiguration.userVerification", ["required"], "preferred");
        require(or(
            not(holdsOne(factors, ["WEB_AUTHN"])),
            verified,
        ), "webAuthnConfiguration.userVerification", "A passkey lets its holder in without the device's checking who that is.");
        require(or(
            settings.allowOtpFirstFactor,
            not(holdsOne(factors, ["EMAIL_OTP", "SMS_OTP"])),
        ), FIRST_FACTORS, "A code by mail or text message is enough to sign in.");
    },
});

const RISK = "aws:cognito/riskConfiguration:RiskConfiguration";

export const threatProtectionEnforced = stackPolicy({
    name: "aws-cognito-threat-protection-enforced",
    title: "User pools act on risky sign-ins and leaked passwords",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [POOL, RISK],
    reads: [PROVIDER, ...CLIENTS],
    why: "Most stolen accounts are opened with passwords that leaked elsewhere; Cognito knows these, and acts on it only when told to.",
    fix: "Set userPoolAddOns.advancedSecurityMode to 'ENFORCED' and userPoolTier to 'PLUS', and let the risk configuration block.",
    references: [
        "aws-config:cognito-user-pool-advanced-security-enabled",
        "aws-config:cognito-userpool-cust-auth-threat-full-check",
        "cdk-nag:AwsSolutions-COG8",
        "fsbp:Cognito.1",
        "fsbp:Cognito.4",
    ],
    settings: {
        requireRiskConfiguration: { type: "boolean", default: false, description: "Ask for a RiskConfiguration rather than Cognito's own defaults." },
    },
    checkResource({ type, graph, resource, has, oneOf, require, notApplicable, settings }) {
        if (type === RISK) {
            const leaked = "compromisedCredentialsRiskConfiguration.actions.eventAction";
            require(oneOf(leaked, ["BLOCK"]), leaked, "A password that is known to have leaked still opens the account.");
            const takeover = "accountTakeoverRiskConfiguration.actions.highAction.eventAction";
            require(oneOf(takeover, ["BLOCK", "MFA_REQUIRED"]), takeover, "A sign-in of high risk is let through without a second factor.");
            return;
        }
        const excused = or(servesMachines(graph, resource), leavesSignInToOthers(graph, resource));
        if (excused === true) {
            notApplicable("nobody signs in with a password of the pool");
            return;
        }
        const enforced = oneOf("userPoolAddOns.advancedSecurityMode", ["ENFORCED"], "OFF");
        require(or(excused, enforced), "userPoolAddOns.advancedSecurityMode", "The pool lets risky sign-ins through.");
        // AWS refuses ENFORCED on a plan below; a pool of an older kind may leave the plan out.
        if (enforced !== false)
            require(or(excused, oneOf("userPoolTier", ["PLUS"], "PLUS")), "userPoolTier", "The pool's plan has no threat protection.");
        const custom = "userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode";
        const challenged = has("lambdaConfig.defineAuthChallenge");
        if (enforced !== false && challenged !== false)
            require(or(
                excused,
                not(challenged),
                oneOf(custom, ["ENFORCED"], "AUDIT"),
            ), custom, "The pool lets risky sign-ins through its own custom flow.");
        const configured = linkedSatisfies(graph.into(resource, RISK, "userPoolId"), () => true);
        require(or(
            excused,
            !settings.requireRiskConfiguration,
            configured,
        ), "", "No RiskConfiguration says what the pool does about risky sign-ins.");
    },
});
