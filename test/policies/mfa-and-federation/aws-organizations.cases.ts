import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const organization = of("aws:organizations/organization:Organization");
const featuresOf = of("aws:iam/organizationsFeatures:OrganizationsFeatures");
const serviceAccess = of("aws:organizations/awsServiceAccess:AwsServiceAccess");
const scp = of("aws:organizations/policy:Policy");
const attachment = of("aws:organizations/policyAttachment:PolicyAttachment");

const trusting = organization({ awsServiceAccessPrincipals: ["cloudtrail.amazonaws.com", "iam.amazonaws.com"] });
const features = featuresOf({ enabledFeatures: ["RootCredentialsManagement", "RootSessions"] });
const ROOT = { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } };
const denying = (over: Record<string, unknown> = {}, type?: string): CaseResource =>
    scp({
        content: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*", Condition: ROOT, ...over }] }),
        ...(type === undefined ? {} : { type }),
    });
const attached = (policy: CaseResource): readonly CaseResource[] => [
    policy,
    attachment({ policyId: UNKNOWN, targetId: "r-ab12" }, { policyId: policy }),
];
const withPolicy = (...rest: readonly CaseResource[]): readonly CaseResource[] => [trusting, features, ...rest];

export const cases: Cases = {
    "aws-root-credentials-centralised": {
        compliant: {
            "root is managed centrally and denied": withPolicy(...attached(denying())),
            "the type said outright, and the operator for ARNs": withPolicy(
                ...attached(denying({ Condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } } }, "SERVICE_CONTROL_POLICY")),
            ),
            "sessions of AssumeRoot are spared": withPolicy(...attached(denying({ Condition: { ...ROOT, Null: { "aws:AssumedRoot": "true" } } }))),
            "everything but a few actions": withPolicy(...attached(denying({ Action: undefined, NotAction: ["s3:DeleteBucketPolicy"] }))),
            "trust given beside the organisation": [
                organization(),
                serviceAccess({ servicePrincipal: "iam.amazonaws.com" }),
                features,
                ...attached(denying()),
            ],
            "no policy, where none is asked for": { resources: withPolicy(), settings: { requireRootDenyScp: false } },
        },
        violating: {
            "an organisation alone": [organization(), ""],
            "no trust in IAM, as by default": [[organization(), features, ...attached(denying())], ""],
            "no features": [[trusting, ...attached(denying())], ""],
            "one feature of the two": [[trusting, featuresOf({ enabledFeatures: ["RootSessions"] }), ...attached(denying())], ""],
            "no policy": [withPolicy(), ""],
            "a policy that is attached to nothing": [withPolicy(denying()), ""],
            "a policy of another type": [withPolicy(...attached(denying({}, "TAG_POLICY"))), ""],
            "an Allow": [withPolicy(...attached(denying({ Effect: "Allow" }))), ""],
            "a Deny of one service": [withPolicy(...attached(denying({ Action: "ec2:*" }))), ""],
            "a Deny to one account's root": [
                withPolicy(...attached(denying({ Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } } }))),
                "",
            ],
            "StringEquals reads no wildcard": [
                withPolicy(...attached(denying({ Condition: { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }))),
                "",
            ],
            "a further condition narrows the Deny": [
                withPolicy(...attached(denying({ Condition: { ...ROOT, StringEquals: { "aws:RequestedRegion": "eu-west-2" } } }))),
                "",
            ],
            "a Deny to everyone is no Deny to root": [withPolicy(...attached(denying({ Condition: undefined }))), ""],
        },
        undetermined: {
            "features that are not known": [[trusting, featuresOf({ enabledFeatures: UNKNOWN }), ...attached(denying())], ""],
            "trust that is not known": [[organization({ awsServiceAccessPrincipals: UNKNOWN }), features, ...attached(denying())], ""],
            "a policy that is not known": [withPolicy(...attached(scp({ content: UNKNOWN }))), ""],
            "an attachment of a policy that is not known": [withPolicy(denying(), attachment({ policyId: UNKNOWN, targetId: "r-ab12" })), ""],
        },
        notApplicable: {
            "a stack without an organisation": features,
            "an organisation that is only read": { ...organization(), read: true },
        },
    },
};
