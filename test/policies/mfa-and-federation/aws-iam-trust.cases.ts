import type { Unknown } from "../../../src/policy/unknown";
import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const role = of("aws:iam/role:Role");

const trust = (statement: Record<string, unknown>): CaseResource =>
    role({ assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }] }) });
const known = (statement: Record<string, unknown>): CaseResource =>
    role({ assumeRolePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }] as never } });
const ACCOUNT = "arn:aws:iam::111122223333:root";
const AT = "assumeRolePolicy.Statement[0]";
const OWN = { trustedAccounts: ["111122223333"] };

const PROVIDER = "arn:aws:iam::111122223333:oidc-provider/gitlab.example.org";
const EKS = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/ABC";
const GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
const web = (Federated: string | Unknown, Condition?: Record<string, Record<string, unknown>>): Record<string, unknown> => ({
    Principal: { Federated },
    Action: "sts:AssumeRoleWithWebIdentity",
    ...(Condition ? { Condition } : {}),
});
const audience = { "gitlab.example.org:aud": "https://gitlab.example.org" };
const gitlab = (sub: string): Record<string, unknown> => web(PROVIDER, { StringEquals: { ...audience, "gitlab.example.org:sub": sub } });
const gitlabBy = (operator: string, sub: string): Record<string, unknown> =>
    web(PROVIDER, { StringEquals: audience, [operator]: { "gitlab.example.org:sub": sub } });
const eksKey = "oidc.eks.eu-west-2.amazonaws.com/id/ABC";
const saml = (Condition?: Record<string, Record<string, unknown>>): Record<string, unknown> => ({
    Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/idp" },
    Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
    ...(Condition ? { Condition } : {}),
});
const cognito = (over: Record<string, Record<string, unknown>>) => web("cognito-identity.amazonaws.com", over);

export const cases: Cases = {
    "aws-iam-role-trust-no-wildcard-or-foreign": {
        compliant: {
            "a service": trust({ Principal: { Service: "lambda.amazonaws.com" } }),
            "an account, graded lower where the estate lists none": { resources: [trust({ Principal: { AWS: ACCOUNT } })], partial: true },
            "the id of a deleted principal, graded lower where the estate lists none": {
                resources: [trust({ Principal: { AWS: "AROAEXAMPLEEXAMPLE" } })],
                partial: true,
            },
            "an account that the estate trusts": { resources: [trust({ Principal: { AWS: ["111122223333"] } })], estate: OWN },
            "everyone of one organisation, graded lower where the estate lists none": {
                resources: [trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })],
                partial: true,
            },
            "everyone of one organisation that the estate trusts": {
                resources: [trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })],
                estate: { trustedOrganisations: ["o-a1b2c3d4e5"] },
            },
            "an account that is not listed, held to that organisation": {
                resources: [trust({ Principal: { AWS: "999988887777" }, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })],
                estate: { ...OWN, trustedOrganisations: ["o-a1b2c3d4e5"] },
            },
            "everyone below one part of it": {
                resources: [
                    trust({
                        Principal: { AWS: "*" },
                        Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } },
                    }),
                ],
                estate: { trustedOrganisations: ["o-a1b2c3d4e5"] },
            },
            "everyone, held to named roles": {
                resources: [
                    trust({ Principal: { AWS: "*" }, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy-*" } } }),
                ],
                estate: OWN,
            },
            "a Deny of everyone": trust({ Effect: "Deny", Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
        },
        violating: {
            everyone: [trust({ Principal: "*" }), AT],
            "everyone as {AWS: *}": [trust({ Principal: { AWS: "*" } }), AT],
            "everyone among others": [trust({ Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }), AT],
            "everyone but one": [trust({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } }), AT],
            "an external id is no restriction to accounts": [
                trust({ Principal: { AWS: "*" }, Condition: { StringEquals: { "sts:ExternalId": "records" } } }),
                AT,
            ],
            "a condition that any role of the name meets": [
                trust({ Principal: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } } }),
                AT,
            ],
            "any organisation": [trust({ Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }), AT],
            "everyone outside an organisation": [
                trust({ Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
                AT,
            ],
            "a condition that lets requests without the key through": [
                trust({ Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
                AT,
            ],
            "a role of any account": [trust({ Principal: { AWS: "arn:aws:iam::*:role/deploy" } }), AT],
            "any service": [trust({ Principal: { Service: "*" } }), AT],
            "an account that the estate does not trust": {
                resources: [trust({ Principal: { AWS: "arn:aws:iam::999988887777:root" } })],
                estate: OWN,
                property: AT,
            },
            "the same with an external id": {
                resources: [
                    trust({ Principal: { AWS: "arn:aws:iam::999988887777:root" }, Condition: { StringEquals: { "sts:ExternalId": "records" } } }),
                ],
                estate: OWN,
                property: AT,
            },
            "an organisation that the estate does not trust": {
                resources: [trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } } })],
                estate: { trustedOrganisations: ["o-a1b2c3d4e5"] },
                property: AT,
            },
        },
        undetermined: {
            "a document that is not known": [role({ assumeRolePolicy: UNKNOWN }), "assumeRolePolicy"],
            "a text that is no document": [role({ assumeRolePolicy: "{" }), "assumeRolePolicy"],
            "a principal that is not known": [known({ Principal: { AWS: UNKNOWN } }), AT],
            "a condition whose values are not known": [known({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": UNKNOWN } } }), AT],
            "the id of a principal that was deleted": {
                resources: [trust({ Principal: { AWS: "AROAEXAMPLEEXAMPLE" } })],
                estate: OWN,
                property: AT,
            },
        },
    },
    "aws-iam-federated-trust-constrained": {
        compliant: {
            "one subject and audience": trust(gitlab("project_path:records/api:ref_type:branch:ref:main")),
            "a pattern with a long literal start": trust(gitlabBy("StringLike", "project_path:records/*")),
            "a service account of a cluster": trust(
                web(EKS, { StringEquals: { [`${eksKey}:sub`]: "system:serviceaccount:records:api", [`${eksKey}:aud`]: "sts.amazonaws.com" } }),
            ),
            "the same without an audience": {
                resources: [trust(web(EKS, { StringEquals: { [`${eksKey}:sub`]: "system:serviceaccount:records:api" } }))],
                advice: true,
            },
            "an asterisk that StringEquals takes as it is": trust(gitlab("*:main")),
            "SAML with its audience": trust(saml({ StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } })),
            "signed-in users of an identity pool": trust(
                cognito({
                    StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-2:1234" },
                    "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
                }),
            ),
        },
        violating: {
            "no condition": [trust(web(PROVIDER)), AT],
            "no subject": [trust(web(PROVIDER, { StringEquals: { "gitlab.example.org:aud": "https://gitlab.example.org" } })), AT],
            "no audience": [trust(web(PROVIDER, { StringEquals: { "gitlab.example.org:sub": "project_path:records/api" } })), AT],
            "a subject of nothing but a wildcard": [trust(gitlabBy("StringLike", "*")), AT],
            "a short literal start": [trust(gitlabBy("StringLike", "proj*")), AT],
            "a subject that may be missing": [trust(gitlabBy("ForAllValues:StringEquals", "project_path:records/api")), AT],
            "guests of an identity pool": [
                trust(
                    cognito({
                        StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-2:1234" },
                        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
                    }),
                ),
                AT,
            ],
            "any identity pool": [trust(cognito({ "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } })), AT],
            "a key of GitHub's tokens beside another provider": [
                trust(
                    web(PROVIDER, {
                        StringEquals: audience,
                        StringNotLike: { "token.actions.githubusercontent.com:sub": "repo:other/*" },
                    }),
                ),
                AT,
            ],
            "another provider beside GitHub": [
                trust({ ...web(PROVIDER, { StringEquals: audience }), Principal: { Federated: [GITHUB, PROVIDER] } }),
                AT,
            ],
            "a provider whose name only ends like GitHub's": [
                trust(web("arn:aws:iam::111122223333:oidc-provider/not-token.actions.githubusercontent.com")),
                AT,
            ],
            "any audience": [
                trust(web(PROVIDER, { StringLike: { "gitlab.example.org:aud": "*", "gitlab.example.org:sub": "project_path:records/api" } })),
                AT,
            ],
            "SAML without its audience": [trust(saml()), AT],
            "all actions of STS": [trust({ ...web(PROVIDER), Action: "sts:*" }), AT],
        },
        undetermined: {
            "a document that is not known": [role({ assumeRolePolicy: UNKNOWN }), "assumeRolePolicy"],
            "a subject that is not known": [
                known(web(PROVIDER, { StringEquals: { "gitlab.example.org:sub": UNKNOWN, "gitlab.example.org:aud": "https://gitlab.example.org" } })),
                AT,
            ],
            "a provider that is not known": [known(web(UNKNOWN)), AT],
            "one that may be another than GitHub": [
                known(web(UNKNOWN, { StringNotLike: { "token.actions.githubusercontent.com:sub": "repo:other/*" } })),
                AT,
            ],
        },
        notApplicable: {
            "a service": trust({ Principal: { Service: "lambda.amazonaws.com" } }),
            "GitHub, which another policy judges": trust(web(GITHUB)),
            "GitHub for an enterprise": trust(web(`${GITHUB}/records`)),
            "GitHub's tokens, by a provider that is made in the same update": known(
                web(UNKNOWN, { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }),
            ),
            "everyone, whom another policy reports": trust({ Principal: { AWS: "*" }, Action: "sts:*" }),
        },
    },
    "aws-iam-role-trust-requires-mfa-or-federation": {
        compliant: {
            "an account, with MFA": trust({ Principal: { AWS: ACCOUNT }, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
            "a user, with MFA and a limit": trust({
                Principal: { AWS: "arn:aws:iam::111122223333:user/anna" },
                Condition: { Bool: { "aws:MultiFactorAuthPresent": true }, NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
            }),
            "MFA of the last hour": trust({ Principal: { AWS: "111122223333" }, Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } } }),
            "another company, by its external id": trust({
                Principal: { AWS: "arn:aws:iam::999988887777:root" },
                Condition: { StringEquals: { "sts:ExternalId": "records" } },
            }),
            "the roles that may": trust({
                Principal: { AWS: ACCOUNT },
                Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy-*" } },
            }),
            "everyone without MFA is refused": role({
                assumeRolePolicy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: ACCOUNT } },
                        {
                            Effect: "Deny",
                            Action: "sts:*",
                            Principal: "*",
                            Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
                        },
                    ],
                }),
            }),
        },
        violating: {
            "an account": [trust({ Principal: { AWS: ACCOUNT } }), AT],
            "an account by its number": [trust({ Principal: { AWS: ["111122223333"] } }), AT],
            "a user": [trust({ Principal: { AWS: "arn:aws:iam::111122223333:user/staff/anna" } }), AT],
            "every action of STS": [trust({ Action: "sts:*", Principal: { AWS: ACCOUNT } }), AT],
            "BoolIfExists lets access keys through": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } }),
                AT,
            ],
            "a condition that asks for no MFA": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }),
                AT,
            ],
            "any external id": [trust({ Principal: { AWS: ACCOUNT }, Condition: { StringLike: { "sts:ExternalId": "*" } } }), AT],
            "any organisation": [trust({ Principal: { AWS: ACCOUNT }, Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }), AT],
            "a condition that names users": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/*" } } }),
                AT,
            ],
            "MFA of the last day": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "86400" } } }),
                AT,
            ],
            "MFA that is older than an hour": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { NumericGreaterThan: { "aws:MultiFactorAuthAge": "900" } } }),
                AT,
            ],
            "a condition that speaks of something else": [
                trust({ Principal: { AWS: ACCOUNT }, Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-2" } } }),
                AT,
            ],
        },
        undetermined: {
            "a document that is not known": [role({ assumeRolePolicy: UNKNOWN }), "assumeRolePolicy"],
            "a text that is no document": [role({ assumeRolePolicy: "{" }), "assumeRolePolicy"],
            "a principal that is not known": [known({ Principal: { AWS: UNKNOWN } }), AT],
            "a condition that is not known": [
                known({ Principal: { AWS: ACCOUNT }, Condition: { Bool: { "aws:MultiFactorAuthPresent": UNKNOWN } } }),
                AT,
            ],
        },
        notApplicable: {
            "a service": trust({ Principal: { Service: "lambda.amazonaws.com" } }),
            "a role": trust({ Principal: { AWS: "arn:aws:iam::111122223333:role/deploy" } }),
            "a federated identity": trust(saml({ StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } })),
        },
    },
};
