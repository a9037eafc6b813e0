import type { Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { type PolicyDocument, type Statement, allows, denies, everyone, heldTo, pinned, speaksOfAction } from "../../src/policy/documents";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { hasWildcard } from "../../src/policy/wildcard";
import { isOwnAccount } from "../shared/own-account";
import { onlyWithoutMfa } from "../shared/mfa-conditions";
import { documentsAt } from "../shared/statements";

const ROLE = "aws:iam/role:Role";
const TRUST = "assumeRolePolicy";

/** The account of which a principal is: "111122223333" and "arn:aws:iam::111122223333:…" say it, the id of a deleted principal does not. */
function accountIn(principal: string): string | undefined {
    return /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::.*)?$/.exec(principal)?.[1];
}

/** Condition keys that say who of everyone may assume the role, and the account or organisation that a value of theirs means. */
const WHO: Readonly<Record<string, (value: string) => string | undefined>> = {
    "aws:principalaccount": accountIn,
    "aws:principalarn": accountIn,
    "aws:principalorgid": value => /^o-[a-z0-9]+$/.exec(value)?.[0],
    "aws:principalorgpaths": value => /^o-[a-z0-9]+(?=\/)/.exec(value)?.[0],
};

/** Is the account or organisation the own one, or one that the estate trusts? An estate that lists none does not say. */
function isTrusted(owner: string | undefined, c: Check<typeof ROLE>): Answer {
    const { trustedAccounts, trustedOrganisations } = c.estate;
    const list = owner?.startsWith("o-") ? trustedOrganisations : trustedAccounts;
    if (owner === undefined) return false;
    return list.includes(owner) || isOwnAccount(owner, c) || (list.length === 0 ? UNKNOWN : false);
}

/** Do the conditions hold everyone to accounts or organisations that pass? */
function heldToOwners(s: Statement, test: (owner: string | undefined) => boolean): Answer {
    return or(
        ...Object.entries(WHO).map(([key, ownerOf]) =>
            heldTo(
                s,
                k => k === key,
                value => test(ownerOf(value)),
            ),
        ),
    );
}

export const trustNoWildcardOrForeign = resourcePolicy({
    name: "aws-iam-role-trust-no-wildcard-or-foreign",
    title: "Roles can be assumed by named principals of trusted accounts only",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [ROLE],
    why: "A role that trusts everyone can be assumed from any AWS account in the world.",
    fix: "Name the principals in assumeRolePolicy, of accounts that estate.trustedAccounts lists (one's own, too), or hold them to aws:PrincipalOrgID in a condition.",
    references: ["checkov:CKV_AWS_60", "checkov:CKV_AWS_61"],
    check(c) {
        const mayTrust = (owner: string | undefined): boolean => isTrusted(owner, c) !== false;
        const trusted = (owner: string | undefined): boolean => isTrusted(owner, c) === true;
        let unlisted = false;
        for (const { path, document } of documentsAt(c, [TRUST])) {
            for (const s of document.statements) {
                const forbid = (breach: Answer, message: string): Answer =>
                    c.requireAt(not(and(allows(s), breach)), `${path}.Statement[${String(s.index)}]`, message);
                const held = heldToOwners(s, trusted);
                const named = heldToOwners(s, owner => owner !== undefined);
                forbid(and(everyone(s), not(named)), "Any AWS account may assume the role.");
                const byWildcard = some(s.principals, p =>
                    and(
                        is(p.value, v => hasWildcard(v)),
                        or(
                            is(p.value, v => v !== "*"),
                            is(p.kind, kind => kind !== "AWS" && kind !== "*"),
                        ),
                    ),
                );
                forbid(byWildcard, "A principal, service or identity provider is trusted by wildcard instead of by name.");
                const foreign = some(s.principals, p =>
                    and(
                        c.estate.trustedAccounts.length > 0,
                        is(p.kind, kind => kind === "AWS"),
                        is(p.value, v => (v === "*" ? false : accountIn(v) === undefined ? UNKNOWN : !mayTrust(accountIn(v)))),
                        not(held),
                    ),
                );
                const foreignOfAll = and(everyone(s), named, not(heldToOwners(s, mayTrust)));
                forbid(or(foreign, foreignOfAll), "An account or organisation that the estate does not list as trusted may assume the role.");
                const stranger = some(s.principals, p =>
                    and(
                        is(p.kind, kind => kind === "AWS"),
                        is(p.value, v => !trusted(accountIn(v))),
                    ),
                );
                if (and(allows(s), or(everyone(s), stranger), not(held)) === true) unlisted = true;
            }
        }
        if (unlisted) c.partial("The estate lists no accounts or organisations that it trusts, so that one's own cannot be told from others.");
    },
});

/** Names of condition keys end alike whatever the identity provider: "token.example.org:sub". */
const endsWith =
    (end: string) =>
    (key: string): boolean =>
        key.endsWith(end);

/** Literal characters before the first wildcard; without limit where the operator reads none. */
function literalLength(value: string, wild: boolean): number {
    const first = wild ? value.search(/[*?]/) : -1;
    return first < 0 ? (value === "" ? 0 : Infinity) : first;
}

function trustsProvider(s: Statement, test: (provider: string) => boolean): Answer {
    return some(s.principals, p =>
        and(
            is(p.kind, kind => kind === "Federated"),
            is(p.value, v => test(v)),
        ),
    );
}

const COGNITO = "cognito-identity.amazonaws.com";
const isSaml = (provider: string): boolean => provider.includes(":saml-provider/");

/** The issuer of GitHub's tokens; an enterprise may have one of its own, with its name behind a slash. */
const GITHUB = /^(?:.*:oidc-provider\/)?token\.actions\.githubusercontent\.com(?:\/[^:]+)?$/;

/**
 * GitHub's trusts are judged by a policy of their own. Where the provider is not known yet, a test of a key that only GitHub's tokens bring
 * keeps all others out; such a key beside another provider says nothing.
 */
function isGitHub(s: Statement): Answer {
    const provider = not(trustsProvider(s, v => !GITHUB.test(v)));
    const byKey = heldTo(
        s,
        key => key.startsWith("token.actions.githubusercontent.com"),
        () => true,
    );
    return provider === UNKNOWN && byKey === true ? true : provider;
}

export const federatedTrustConstrained = resourcePolicy({
    name: "aws-iam-federated-trust-constrained",
    title: "Roles for federated identities say which subject and audience may assume them",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [ROLE],
    why: "An identity provider signs tokens for all its tenants, so a trust without a subject lets in every one of them.",
    fix: "Test the token's subject (:sub) and audience (:aud) with StringEquals; SAML:aud for SAML, and aud and amr for a Cognito identity pool.",
    references: ["checkov:CKV_AWS_358", "checkov:CKV_AWS_393"],
    settings: {
        minSubjectPrefixLength: {
            type: "integer",
            minimum: 1,
            default: 8,
            description: "Characters that a subject pattern must hold before its first wildcard.",
        },
    },
    check(c) {
        let federated = false;
        const documents = documentsAt(c, [TRUST]);
        for (const { path, document } of documents) {
            for (const s of document.statements) {
                const at = `${path}.Statement[${String(s.index)}]`;
                // Where all actions of STS are allowed, the provider tells which of them it can be asked for. Everyone is told of elsewhere.
                const saml = and(allows(s), speaksOfAction(s, "sts:AssumeRoleWithSAML"), trustsProvider(s, isSaml));
                const byToken = trustsProvider(s, provider => !isSaml(provider));
                const web = and(allows(s), speaksOfAction(s, "sts:AssumeRoleWithWebIdentity"), byToken, not(isGitHub(s)));
                if (saml !== false || web !== false) federated = true;
                const audience = heldTo(s, endsWith(":aud"), v => !/^[*?]*$/.test(v));
                c.requireAt(or(not(saml), audience), at, "The trust of a SAML provider does not test SAML:aud.");
                if (web === false) continue;
                const cognito = trustsProvider(s, provider => provider === COGNITO);
                const signedIn = heldTo(
                    s,
                    key => key === `${COGNITO}:amr`,
                    value => value === "authenticated",
                );
                const subject = heldTo(s, endsWith(":sub"), (value, wild) => literalLength(value, wild) >= c.settings.minSubjectPrefixLength);
                c.requireAt(
                    or(not(web), and(cognito, signedIn), and(not(cognito), subject)),
                    at,
                    "The trust does not test the token's subject (:sub), or in so wide a pattern that others match it; for Cognito it must test amr.",
                );
                // EKS signs tokens for AWS's audience only where the cluster says so.
                const eks = trustsProvider(s, provider => /\/oidc\.eks\.[\w.-]+\/id\//.test(provider));
                const limited = c.requireAt(or(not(web), audience, eks), at, "The trust does not test the token's audience (:aud).");
                if (limited === true && web === true && audience === false)
                    c.advice(TRUST, "The trust of the cluster's provider does not test :aud.");
            }
        }
        if (documents.length > 0 && !federated) c.notApplicable("trusts no SAML or web identity");
    },
});

const ASSUME = "sts:AssumeRole";

/** Does it let an account, or an IAM user of one, assume the role? Roles, services and federated identities are judged elsewhere. */
function trustsPeople(s: Statement): Answer {
    const person = some(s.principals, p =>
        and(
            is(p.kind, kind => kind === "AWS"),
            is(p.value, v => /^(\d{12}|arn:[\w-]+:iam::\d{12}:(root|user\/.+))$/.test(v)),
        ),
    );
    return and(allows(s), speaksOfAction(s, ASSUME), person);
}

/** Must whoever assumes the role have signed in with MFA? BoolIfExists lets access keys through, which carry no such key. */
function asksMfa(s: Statement, maxAgeSeconds: number): Answer {
    const signedIn = heldTo(
        s,
        key => key === "aws:multifactorauthpresent",
        value => value.toLowerCase() === "true",
    );
    const lately = some(s.conditions, c =>
        and(
            is(c.key, key => key === "aws:multifactorauthage"),
            is(c.operator, operator => /^numericlessthan(equals)?$/.test(operator)),
            some(c.values, value => is(value, seconds => Number(seconds) <= maxAgeSeconds)),
        ),
    );
    return or(signedIn, lately);
}

/** Does the document refuse everyone who signed in without MFA? */
function refusesWithoutMfa({ statements }: PolicyDocument): Answer {
    return or(...statements.map(s => and(denies(s), everyone(s), speaksOfAction(s, ASSUME), onlyWithoutMfa(s))));
}

/** Is the trust held to machines or another company: by an external id, an organisation, or the roles that may? */
function forMachines(s: Statement): Answer {
    const roles = heldTo(
        s,
        key => key === "aws:principalarn",
        value => value.includes(":role/"),
    );
    return or(pinned(s, ["sts:externalid", "aws:principalorgid"]), roles);
}

export const trustRequiresMfa = resourcePolicy({
    name: "aws-iam-role-trust-requires-mfa-or-federation",
    title: "Roles that people assume from an account ask for MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ROLE],
    why: "A role that trusts a whole account is one access key away from anyone who finds that key.",
    fix: "Add the condition Bool aws:MultiFactorAuthPresent 'true', hold the trust to roles by aws:PrincipalArn, or use federation.",
    references: [],
    settings: {
        maxMfaAgeSeconds: {
            type: "integer",
            minimum: 900,
            default: 3600,
            description: "Seconds for which a second factor may count, where the trust tests aws:MultiFactorAuthAge alone.",
        },
    },
    check(c) {
        let asked = false;
        const documents = documentsAt(c, [TRUST]);
        for (const { path, document } of documents) {
            for (const s of document.statements) {
                const people = trustsPeople(s);
                if (people !== false) asked = true;
                c.requireAt(
                    or(not(people), asksMfa(s, c.settings.maxMfaAgeSeconds), forMachines(s), refusesWithoutMfa(document)),
                    `${path}.Statement[${String(s.index)}]`,
                    "Users of the account may assume the role without a second factor.",
                );
            }
        }
        if (documents.length > 0 && !asked) c.notApplicable("trusts no account and no IAM user");
    },
});
