import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Statement, allows, coversAction, pinned } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { isSet, readAll, text } from "../../src/policy/values";
import {
    ATTACHMENTS,
    BOUNDARY_READS,
    EXCLUSIVE_ATTACHMENTS,
    IDENTITY_DOCUMENTS,
    IDENTITY_POLICIES,
    PERMISSION_SET_POLICY,
    anyAction,
    anyResource,
    anyResourceOf,
    isBoundaryOnly,
    isFullAdmin,
} from "../shared/identity-policies";
import { forbidStatements } from "../shared/statements";

type IdentityCheck = StackCheck<(typeof IDENTITY_POLICIES)[number] | typeof PERMISSION_SET_POLICY>;

/** No statement of an identity's policies breaks the rule; a permissions boundary grants nothing, and is not asked. */
function forbidGrants(c: IdentityCheck, breaks: (s: Statement) => Answer, message: string, excused: Answer = false): void {
    const boundary = isBoundaryOnly(c);
    if (boundary === true) c.notApplicable("a permissions boundary only");
    else forbidStatements(c, IDENTITY_DOCUMENTS, breaks, message, or(boundary, excused));
}

export const iamPolicyNoFullAdmin = stackPolicy({
    name: "aws-iam-policy-no-full-admin",
    title: "No policy grants everything on everything",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [...IDENTITY_POLICIES, PERMISSION_SET_POLICY],
    reads: BOUNDARY_READS,
    why: "Whoever takes over such an identity owns the account; conditions and exceptions do not change that.",
    fix: "Name the actions that the work needs, instead of Action '*' or NotAction with Resource '*'.",
    references: [
        "aws-config:iam-policy-no-statements-with-admin-access",
        "checkov:CKV_AWS_1",
        "checkov:CKV_AWS_49",
        "checkov:CKV_AWS_62",
        "checkov:CKV_AWS_63",
        "checkov:CKV2_AWS_40",
        "cdk-nag:AwsSolutions-IAM5",
        "fsbp:IAM.1",
    ],
    checkResource(c) {
        forbidGrants(c, isFullAdmin, "The statement allows every action, or every action but a few, on every resource.");
    },
});

export const iamManagedPolicyNotOverPrivileged = stackPolicy({
    name: "aws-iam-managed-policy-not-over-privileged",
    title: "No identity is given an AWS managed policy of administrators",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [...ATTACHMENTS, ...EXCLUSIVE_ATTACHMENTS, "aws:iam/role:Role"],
    reads: ["aws:iam/policy:Policy"],
    why: "AWS's administrator policies give a role, a pipeline or a person the whole account, whatever their work is.",
    fix: "Attach a policy that names the actions which the work needs.",
    references: [
        "aws-config:iam-policy-no-statements-with-admin-access",
        "aws-config:iam-policy-no-statements-with-full-access",
        "checkov:CKV_AWS_274",
        "checkov:CKV_AWS_275",
        "checkov:CKV2_AWS_56",
        "cdk-nag:AwsSolutions-IAM4",
        "fsbp:IAM.1",
        "fsbp:IAM.27",
    ],
    settings: {
        deniedManagedPolicies: {
            type: "array",
            items: { type: "string" },
            default: ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"],
            description: "AWS managed policies that nothing may be given.",
        },
    },
    checkResource({ graph, resource, settings, requireAt }) {
        for (const property of ["policyArn", "policyArns", "managedPolicyArns"]) {
            // What is unknown comes from a policy of this stack, which is judged itself, or cannot be told.
            const own = graph.from(resource, property, "aws:iam/policy:Policy").certain.length > 0;
            for (const { path, value } of readAll(resource.props, `${property}[]`)) {
                const fits =
                    value === UNKNOWN && own ? true : is(value, arn => !settings.deniedManagedPolicies.includes(text(arn).split("/").at(-1) ?? ""));
                requireAt(fits, path, "An AWS managed policy of administrators is attached.");
            }
        }
    },
});

/** What a condition must pin for the action to be harmless on every resource. */
function harmless(s: Statement, action: string): Answer {
    switch (action.toLowerCase()) {
        case "iam:passrole":
            return pinned(s, ["iam:passedtoservice"]);
        case "sts:assumerole":
            return pinned(s, ["aws:resourceaccount", "aws:resourceorgid"]);
        default:
            return pinned(s, ["iam:permissionsboundary"]);
    }
}

export const iamPolicyNoPrivilegeEscalation = stackPolicy({
    name: "aws-iam-policy-no-privilege-escalation",
    title: "No policy lets its holder give itself more",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: IDENTITY_POLICIES,
    reads: BOUNDARY_READS,
    why: "Who may pass any role, or change any policy, may make itself an administrator.",
    fix: "Name the roles or users in Resource, or pin iam:PassedToService or iam:PermissionsBoundary in a Condition.",
    references: [
        "checkov:CKV_AWS_107",
        "checkov:CKV_AWS_108",
        "checkov:CKV_AWS_109",
        "checkov:CKV_AWS_110",
        "checkov:CKV_AWS_286",
        "checkov:CKV_AWS_287",
        "checkov:CKV_AWS_288",
        "checkov:CKV_AWS_289",
        "prowler:iam_policy_allows_privilege_escalation",
    ],
    settings: {
        escalationActions: {
            type: "array",
            items: { type: "string" },
            default: [
                "iam:PassRole",
                "iam:CreatePolicyVersion",
                "iam:SetDefaultPolicyVersion",
                "iam:AttachUserPolicy",
                "iam:AttachRolePolicy",
                "iam:PutRolePolicy",
                "iam:UpdateAssumeRolePolicy",
                "iam:CreateAccessKey",
                "iam:CreateLoginProfile",
                "sts:AssumeRole",
            ],
            description: "Actions that may not be granted on every resource.",
        },
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const bounded = or(
            isSet(resource.props, "permissionsBoundary"),
            linkedSatisfies(graph.from(resource, "role", "aws:iam/role:Role"), role => isSet(role.props, "permissionsBoundary")),
            linkedSatisfies(graph.from(resource, "user", "aws:iam/user:User"), user => isSet(user.props, "permissionsBoundary")),
        );
        const breaks = (s: Statement): Answer =>
            and(
                allows(s),
                not(anyAction(s)),
                anyResource(s),
                or(...settings.escalationActions.map(action => and(coversAction(s.actions, action), not(harmless(s, action))))),
            );
        forbidGrants(c, breaks, "The statement allows an action on every resource by which its holder can gain more rights.", bounded);
    },
});

export const iamPolicyNoServiceWildcards = stackPolicy({
    name: "aws-iam-policy-no-service-wildcards",
    title: "No policy grants a sensitive service as a whole",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [...IDENTITY_POLICIES, PERMISSION_SET_POLICY],
    reads: BOUNDARY_READS,
    why: "A whole service holds deletion, sharing and policy changes beside the few actions that the work needs.",
    fix: "Name the actions and the resources, and write Action, not NotAction, with Allow.",
    references: [
        "aws-config:iam-policy-no-statements-with-full-access",
        "checkov:CKV_AWS_111",
        "checkov:CKV_AWS_356",
        "checkov:CKV_AWS_290",
        "checkov:CKV_AWS_355",
        "fsbp:IAM.21",
    ],
    settings: {
        sensitiveServices: {
            type: "array",
            items: { type: "string" },
            default: [
                "iam",
                "sts",
                "kms",
                "s3",
                "ec2",
                "organizations",
                "secretsmanager",
                "ssm",
                "rds",
                "dynamodb",
                "lambda",
                "cloudtrail",
                "logs",
                "backup",
                "guardduty",
                "securityhub",
            ],
            description: "Prefixes of the services that may not be granted as a whole.",
        },
    },
    checkResource(c) {
        const whole = (s: Statement, service: string): Answer =>
            and(
                or(
                    anyAction(s),
                    some(s.actions, action => is(action, a => a.toLowerCase().replace(/\*+$/, "*") === `${service}:*`)),
                ),
                anyResourceOf(s, service),
            );
        const breaks = (s: Statement): Answer =>
            and(
                allows(s),
                not(isFullAdmin(s)),
                or(s.notActions !== undefined, ...c.settings.sensitiveServices.map(service => whole(s, service.toLowerCase()))),
            );
        forbidGrants(c, breaks, "The statement allows a sensitive service as a whole, or everything but a few actions.");
    },
});

export const iamPolicyBlockedKmsDecrypt = stackPolicy({
    name: "aws-iam-policy-blocked-kms-decrypt",
    title: "No policy lets its holder decrypt with every key",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: IDENTITY_POLICIES,
    reads: BOUNDARY_READS,
    why: "Who may decrypt with every key reads whatever the account encrypts, and the keys separate nothing.",
    fix: "Name the key's ARN in Resource, or pin kms:ViaService, kms:ResourceAliases or a kms:EncryptionContext in a Condition.",
    references: [
        "aws-config:iam-customer-policy-blocked-kms-actions",
        "aws-config:iam-inline-policy-blocked-kms-actions",
        "fsbp:KMS.1",
        "fsbp:KMS.2",
    ],
    settings: {
        blockedActions: {
            type: "array",
            items: { type: "string" },
            default: ["kms:Decrypt", "kms:ReEncryptFrom"],
            description: "Actions that may not be granted on every key.",
        },
    },
    checkResource(c) {
        const context = (s: Statement): readonly string[] =>
            s.conditions.flatMap(({ key }) => (typeof key === "string" && key.startsWith("kms:encryptioncontext") ? [key] : []));
        const breaks = (s: Statement): Answer =>
            and(
                allows(s),
                not(anyAction(s)),
                anyResourceOf(s, "kms"),
                or(...c.settings.blockedActions.map(action => coversAction(s.actions, action))),
                not(pinned(s, ["kms:viaservice", "kms:resourcealiases", ...context(s)])),
            );
        forbidGrants(c, breaks, "The statement allows decryption with every key.");
    },
});
