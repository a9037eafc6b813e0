import { type Cases, UNKNOWN, of } from "../support/cases";

const policy = of("aws:iam/policy:Policy");
const rolePolicy = of("aws:iam/rolePolicy:RolePolicy");
const role = of("aws:iam/role:Role");
const user = of("aws:iam/user:User");
const groupPolicy = of("aws:iam/groupPolicy:GroupPolicy");
const permissionSet = of("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy");
const roleAttachment = of("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
const roleExclusive = of("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive");
const groupExclusive = of("aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive");
const userAttachment = of("aws:iam/userPolicyAttachment:UserPolicyAttachment");

type Statement = Readonly<Record<string, unknown>>;

function allow(Action: string | readonly string[], Resource: string | readonly string[] = "*", over: Statement = {}): Statement {
    return { Effect: "Allow", Action, Resource, ...over };
}

function document(...statements: Statement[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const holds = (...statements: Statement[]) => policy({ policy: document(...statements) });
const FIRST = "policy.Statement[0]";

const everything = policy({ name: "boundary", policy: document(allow("*"), { Effect: "Deny", Action: "iam:*", Resource: "*" }) });
const bounded = role({ permissionsBoundary: UNKNOWN }, { permissionsBoundary: everything });

export const cases: Cases = {
    "aws-iam-policy-no-full-admin": {
        compliant: {
            "named actions": holds(allow(["s3:GetObject", "s3:PutObject"])),
            "every action on one bucket": holds(allow("*", "arn:aws:s3:::records/*")),
            "a Deny of everything": holds({ Effect: "Deny", Action: "*", Resource: "*" }),
            "an inline policy": role({ inlinePolicies: [{ name: "read", policy: document(allow("s3:GetObject")) }] }),
            "a role without inline policies": role({ assumeRolePolicy: UNKNOWN }),
            "an object with a resource that is not known": policy({
                policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: UNKNOWN }] },
            }),
        },
        violating: {
            everything: [holds(allow("*")), FIRST],
            "as *:* in a list": [rolePolicy({ policy: document(allow(["s3:GetObject", "*:*"], ["*"])) }), FIRST],
            "everything but a few": [holds({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }), FIRST],
            "everything on all but one": [holds({ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::logs" }), FIRST],
            "under a condition": [holds(allow("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } })), FIRST],
            "the second statement": [holds(allow("s3:GetObject"), allow("*")), "policy.Statement[1]"],
            "inline in a role": [role({ inlinePolicies: [{ name: "all", policy: document(allow("*")) }] }), "inlinePolicies[0].policy.Statement[0]"],
            "in a permission set": [permissionSet({ inlinePolicy: document(allow("*")) }), "inlinePolicy.Statement[0]"],
            "a boundary that is attached too": [
                [everything, bounded, roleAttachment({ role: "r", policyArn: UNKNOWN }, { policyArn: everything })],
                FIRST,
            ],
        },
        undetermined: {
            "a document that is not known": [policy({ policy: UNKNOWN }), "policy"],
            "a text that is no JSON": [groupPolicy({ policy: "{" }), "policy"],
            "actions that are not known": [
                policy({ policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: UNKNOWN, Resource: "*" }] } }),
                FIRST,
            ],
        },
        notApplicable: { "only the boundary of a user": [everything, user({ permissionsBoundary: UNKNOWN }, { permissionsBoundary: everything })] },
    },
    "aws-iam-managed-policy-not-over-privileged": {
        compliant: {
            "read-only access": roleAttachment({ role: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
            "a policy of this stack": [everything, roleAttachment({ role: "r", policyArn: UNKNOWN }, { policyArn: everything })],
            "lesser policies, in the whole list of a role": roleExclusive({
                roleName: "r",
                policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/records"],
            }),
            "a role without managed policies": role({ assumeRolePolicy: UNKNOWN }),
        },
        violating: {
            administrator: [roleAttachment({ role: "r", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }), "policyArn"],
            "in a role's own list": [
                role({ managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/PowerUserAccess"] }),
                "managedPolicyArns[1]",
            ],
            "in the whole list of a role": [
                roleExclusive({
                    roleName: "r",
                    policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"],
                }),
                "policyArns[1]",
            ],
            "in the whole list of a group": [
                groupExclusive({ groupName: "g", policyArns: ["arn:aws:iam::aws:policy/PowerUserAccess"] }),
                "policyArns[0]",
            ],
            "for a user": [userAttachment({ user: "u", policyArn: "arn:aws:iam::aws:policy/IAMFullAccess" }), "policyArn"],
            "one more, by setting": {
                resources: [roleAttachment({ role: "r", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" })],
                settings: { deniedManagedPolicies: ["AmazonS3FullAccess"] },
                property: "policyArn",
            },
        },
        undetermined: {
            "an ARN that is not known": [roleAttachment({ role: "r", policyArn: UNKNOWN }), "policyArn"],
            "a list that is not known": [role({ managedPolicyArns: UNKNOWN }), "managedPolicyArns"],
            "a whole list that is not known": [roleExclusive({ roleName: "r", policyArns: UNKNOWN }), "policyArns"],
        },
    },
    "aws-iam-policy-no-privilege-escalation": {
        compliant: {
            "one role to pass": holds(allow("iam:PassRole", "arn:aws:iam::111122223333:role/task")),
            "any role to one service": holds(
                allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } }),
            ),
            "roles within a boundary": holds(
                allow(["iam:AttachRolePolicy", "iam:PutRolePolicy"], "*", {
                    Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/boundary" } },
                }),
            ),
            "a boundary of one name, in whatever account": holds(
                allow("iam:PutRolePolicy", "*", { Condition: { ArnLike: { "iam:PermissionsBoundary": "arn:aws:iam::*:policy/boundary" } } }),
            ),
            "roles of one's own account": holds(
                allow("sts:AssumeRole", "*", { Condition: { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } } }),
            ),
            "roles of one's own organisation": holds(
                allow("sts:AssumeRole", "*", { Condition: { StringEquals: { "aws:ResourceOrgID": "o-abcdefghij" } } }),
            ),
            "a role that is bounded itself": role({ permissionsBoundary: UNKNOWN, inlinePolicies: [{ policy: document(allow("iam:PassRole")) }] }),
            "the inline policy of a bounded role": [
                bounded,
                rolePolicy({ role: UNKNOWN, policy: document(allow("iam:PassRole")) }, { role: bounded }),
            ],
            "everything, which is another policy's": holds(allow("*")),
            "actions that give nothing": holds(allow(["iam:GetRole", "iam:List*"])),
        },
        violating: {
            "any role to pass": [holds(allow("iam:PassRole")), FIRST],
            "by a wildcard": [holds(allow("iam:Pass*")), FIRST],
            "all of IAM": [holds(allow("iam:*")), FIRST],
            "without regard to case": [holds(allow("IAM:createaccesskey")), FIRST],
            "any role to assume": [groupPolicy({ group: "g", policy: document(allow("sts:AssumeRole")) }), FIRST],
            "a condition of nothing but a wildcard": [
                holds(allow("iam:PassRole", "*", { Condition: { StringLike: { "iam:PassedToService": "*" } } })),
                FIRST,
            ],
            "any service to pass it to": [
                holds(allow("iam:PassRole", "*", { Condition: { StringLike: { "iam:PassedToService": "*.amazonaws.com" } } })),
                FIRST,
            ],
            "any boundary": [
                holds(allow("iam:PutRolePolicy", "*", { Condition: { ArnLike: { "iam:PermissionsBoundary": "arn:aws:iam::*:policy/*" } } })),
                FIRST,
            ],
            "a condition for another action": [
                holds(
                    allow(["iam:PassRole", "iam:PutRolePolicy"], "*", {
                        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
                    }),
                ),
                FIRST,
            ],
        },
        undetermined: {
            "a document that is not known": [policy({ policy: UNKNOWN }), "policy"],
            "resources that are not known": [
                policy({ policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: UNKNOWN }] } }),
                FIRST,
            ],
            "the inline policy of a role elsewhere, which may be bounded": [
                rolePolicy({ role: "elsewhere", policy: document(allow("iam:PassRole")) }),
                FIRST,
            ],
        },
    },
    "aws-iam-policy-no-service-wildcards": {
        compliant: {
            "named actions": holds(allow("s3:Get*")),
            "one bucket": holds(allow("s3:*", ["arn:aws:s3:::records", "arn:aws:s3:::records/*"])),
            "one table": holds(allow("dynamodb:*", "arn:aws:dynamodb:eu-west-2:111122223333:table/records")),
            "a service that holds nothing sensitive": holds(allow("cloudwatch:*")),
            "everything, which is another policy's": holds(allow("*")),
            "a Deny": holds({ Effect: "Deny", NotAction: "s3:GetObject", Resource: "arn:aws:s3:::records/*" }),
        },
        violating: {
            "a service on everything": [holds(allow("s3:*")), FIRST],
            "on every bucket": [holds(allow("s3:*", "arn:aws:s3:::*")), FIRST],
            "on every table": [holds(allow("dynamodb:*", "arn:aws:dynamodb:eu-west-2:111122223333:table/*")), FIRST],
            "every action on a whole service": [holds(allow("*", "arn:aws:s3:::*")), FIRST],
            "NotAction with Allow": [holds({ Effect: "Allow", NotAction: "s3:DeleteBucket", Resource: "arn:aws:s3:::records" }), FIRST],
            "in a permission set": [permissionSet({ inlinePolicy: document(allow(["ec2:Describe*", "kms:*"])) }), "inlinePolicy.Statement[0]"],
            "one more service, by setting": { resources: [holds(allow("sqs:*"))], settings: { sensitiveServices: ["sqs"] }, property: FIRST },
        },
        undetermined: {
            "a document that is not known": [rolePolicy({ policy: UNKNOWN }), "policy"],
            "resources that are not known": [
                policy({ policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: UNKNOWN }] } }),
                FIRST,
            ],
        },
    },
    "aws-iam-policy-blocked-kms-decrypt": {
        compliant: {
            "one key": holds(allow("kms:Decrypt", "arn:aws:kms:eu-west-2:111122223333:key/1234abcd")),
            "by one service only": holds(
                allow("kms:Decrypt", "*", { Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-2.amazonaws.com" } } }),
            ),
            "by one service, in any region": holds(
                allow("kms:Decrypt", "*", { Condition: { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } } }),
            ),
            "within an encryption context": holds(
                allow("kms:Decrypt", "*", { Condition: { StringEquals: { "kms:EncryptionContext:service": "records" } } }),
            ),
            "keys of an alias": holds(allow("kms:*", "*", { Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/records-*" } } })),
            "actions that do not decrypt": holds(allow(["kms:DescribeKey", "kms:Encrypt"])),
            "everything, which is another policy's": holds(allow("*")),
        },
        violating: {
            "every key": [holds(allow("kms:Decrypt")), FIRST],
            "every key of a region": [holds(allow("kms:Decrypt", "arn:aws:kms:eu-west-2:*:key/*")), FIRST],
            "all of KMS": [holds(allow("kms:*")), FIRST],
            "by a wildcard": [role({ inlinePolicies: [{ policy: document(allow("kms:ReEncrypt*")) }] }), "inlinePolicies[0].policy.Statement[0]"],
            "any alias": [holds(allow("kms:Decrypt", "*", { Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/*" } } })), FIRST],
            "a service of nothing but a wildcard": [
                holds(allow("kms:Decrypt", "*", { Condition: { StringLike: { "kms:ViaService": "*" } } })),
                FIRST,
            ],
        },
        undetermined: {
            "a document that is not known": [policy({ policy: UNKNOWN }), "policy"],
            "keys that are not known": [
                policy({ policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: UNKNOWN }] } }),
                FIRST,
            ],
        },
    },
};
