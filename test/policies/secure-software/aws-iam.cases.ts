import { type Cases, UNKNOWN, of } from "../support/cases";

const role = of("aws:iam/role:Role");
const HOST = "token.actions.githubusercontent.com";
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${HOST}`;
const AT = "assumeRolePolicy.Statement[0]";
const AUDIENCE = { [`${HOST}:aud`]: "sts.amazonaws.com" };

const statement = (over: object) => ({
    Effect: "Allow",
    Principal: { Federated: PROVIDER },
    Action: "sts:AssumeRoleWithWebIdentity",
    ...over,
});
const trust = (over: object) => role({ assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement(over)] }) });
/** A trust of a subject, by one operator. */
const subject = (sub: unknown, operator = "StringEquals") =>
    trust({
        Condition:
            operator === "StringEquals"
                ? { StringEquals: { ...AUDIENCE, [`${HOST}:sub`]: sub } }
                : { StringEquals: AUDIENCE, [operator]: { [`${HOST}:sub`]: sub } },
    });
const known = (over: object) => role({ assumeRolePolicy: { Version: "2012-10-17", Statement: [statement(over)] } as unknown as string });

export const cases: Cases = {
    "aws-github-oidc-trust-pinned-to-repository": {
        compliant: {
            "a branch": subject("repo:acme/records:ref:refs/heads/main"),
            "an environment": subject("repo:acme/records:environment:production"),
            "several repositories": subject(["repo:acme/records:ref:refs/heads/main", "repo:acme/portal:ref:refs/heads/main"]),
            "tags of a pattern": subject("repo:acme/records:ref:refs/tags/v*", "StringLike"),
            "owners and repositories with their ids": subject("repo:acme@1234/records@5678:environment:production"),
            "any branch, with advice": { resources: [subject("repo:acme/records:*", "StringLike")], advice: true },
            "a subject of the repository alone, with advice": { resources: [subject("repo:acme/records")], advice: true },
            "an owner that is allowed": {
                resources: [subject("repo:Acme/records:environment:production")],
                settings: { allowedOrganisations: ["acme"] },
            },
            "the repository by its id": trust({
                Condition: { StringEquals: { ...AUDIENCE, [`${HOST}:repository_id`]: "5678", [`${HOST}:ref`]: "refs/heads/main" } },
            }),
            "the repository by its name, beside a subject of its owner": trust({
                Condition: {
                    StringEquals: { ...AUDIENCE, [`${HOST}:repository`]: "acme/records", [`${HOST}:environment`]: "production" },
                    StringLike: { [`${HOST}:sub`]: "repo:acme/*" },
                },
            }),
            "the issuer of an enterprise": trust({
                Principal: { Federated: `${PROVIDER}/acme` },
                Condition: {
                    StringEquals: { [`${HOST}/acme:aud`]: "sts.amazonaws.com", [`${HOST}/acme:sub`]: "repo:acme/records:environment:production" },
                },
            }),
            "as an object": known({ Condition: { StringEquals: { ...AUDIENCE, [`${HOST}:sub`]: "repo:acme/records:environment:production" } } }),
        },
        violating: {
            "no condition": [trust({}), AT],
            "the audience alone": [trust({ Condition: { StringEquals: AUDIENCE } }), AT],
            "the subject alone": [trust({ Condition: { StringEquals: { [`${HOST}:sub`]: "repo:acme/records:ref:refs/heads/main" } } }), AT],
            "another audience": [
                trust({
                    Condition: {
                        StringEquals: { [`${HOST}:aud`]: "https://github.com/acme", [`${HOST}:sub`]: "repo:acme/records:ref:refs/heads/main" },
                    },
                }),
                AT,
            ],
            everything: [subject("*", "StringLike"), AT],
            "every repository": [subject("repo:*", "StringLike"), AT],
            "every repository of an owner": [subject("repo:acme/*", "StringLike"), AT],
            "owners of a pattern": [subject("repo:acme*/records:*", "StringLike"), AT],
            "repositories that begin alike": [subject("repo:acme/records*", "StringLike"), AT],
            "pull requests": [subject("repo:acme/records:pull_request"), AT],
            "pull requests by a pattern": [subject("repo:acme/records:pull*", "StringLike"), AT],
            "an owner by its id, and no repository": [
                trust({ Condition: { StringEquals: { ...AUDIENCE, [`${HOST}:repository_owner_id`]: "1234" } } }),
                AT,
            ],
            "a workflow that every repository may call": [
                trust({
                    Condition: {
                        StringEquals: { ...AUDIENCE, [`${HOST}:job_workflow_ref`]: "acme/deploy/.github/workflows/deploy.yml@refs/heads/main" },
                    },
                }),
                AT,
            ],
            "one of two without a name": [subject(["repo:acme/records:ref:refs/heads/main", "repo:*"], "StringLike"), AT],
            "ForAllValues, which a token without the key passes": [subject("repo:acme/records:ref:refs/heads/main", "ForAllValues:StringEquals"), AT],
            "IfExists, likewise": [subject("repo:acme/records:ref:refs/heads/main", "StringEqualsIfExists"), AT],
            "an owner that is not allowed": {
                resources: [subject("repo:other/records:environment:production")],
                settings: { allowedOrganisations: ["acme"] },
                property: AT,
            },
            "any branch, where one is asked for": {
                resources: [subject("repo:acme/records:*", "StringLike")],
                settings: { requireRefOrEnvironment: true },
                property: AT,
            },
        },
        undetermined: {
            "a document that is not known": [role({ assumeRolePolicy: UNKNOWN }), "assumeRolePolicy"],
            "a text that is no document": [role({ assumeRolePolicy: "{" }), "assumeRolePolicy"],
            "a subject that is not known": [known({ Condition: { StringEquals: { ...AUDIENCE, [`${HOST}:sub`]: UNKNOWN } } }), AT],
            "a subject of the organisation's own form": [subject("environment:production:repository_owner:acme"), AT],
            "a repository by its id, where owners are listed": {
                resources: [
                    trust({ Condition: { StringEquals: { ...AUDIENCE, [`${HOST}:repository_id`]: "5678", [`${HOST}:ref`]: "refs/heads/main" } } }),
                ],
                settings: { allowedOrganisations: ["acme"] },
                property: AT,
            },
            "a provider that is not known": [known({ Principal: { Federated: UNKNOWN } }), AT],
        },
        notApplicable: {
            "a service": trust({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }),
            "another identity provider": trust({ Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/gitlab.com" } }),
            "a provider that is not known, by another's conditions": known({
                Principal: { Federated: UNKNOWN },
                Condition: { StringEquals: { "gitlab.com:sub": "project_path:acme/records:ref_type:branch:ref:main" } },
            }),
            "another identity provider, with a key of GitHub's tokens": trust({
                Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/gitlab.com" },
                Condition: { StringEquals: AUDIENCE },
            }),
            "a Deny": trust({ Effect: "Deny" }),
        },
    },
};
