import type { StackCheck } from "../../src/policy/check";
import { type Statement, allows } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Token } from "../../src/policy/types";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";

/** Types that hold what an identity may do, and where their documents stand. */
export const IDENTITY_POLICIES = [
    "aws:iam/policy:Policy",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/role:Role",
] as const;
export const PERMISSION_SET_POLICY = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy";
export const IDENTITY_DOCUMENTS = ["policy", "inlinePolicies[].policy", "inlinePolicy"];

/** Types that hand a managed policy to an identity. */
export const ATTACHMENTS = [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
] as const;
/** Types that hand managed policies to an identity and take away all others. */
export const EXCLUSIVE_ATTACHMENTS = [
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
] as const;
const BOUNDED = ["aws:iam/role:Role", "aws:iam/user:User"] as const;
/** What tells a permissions boundary. */
export const BOUNDARY_READS = [...ATTACHMENTS, ...EXCLUSIVE_ATTACHMENTS, ...BOUNDED] as const;

/** Is the policy only the boundary of roles and users, handed to none? A boundary grants nothing. */
export function isBoundaryOnly<T extends Token, S extends SettingSchemas>({ graph, resource }: StackCheck<T, S>): Answer {
    if (resource.type !== "aws:iam/policy:Policy") return false;
    const names = (types: string | readonly string[], path: string): Answer => linkedSatisfies(graph.into(resource, types, path), () => true);
    const attached = or(names(ATTACHMENTS, "policyArn"), names(EXCLUSIVE_ATTACHMENTS, "policyArns"), names("aws:iam/role:Role", "managedPolicyArns"));
    return and(names(BOUNDED, "permissionsBoundary"), not(attached));
}

/** "*" and "*:*". */
const EVERYTHING = /^\*+(:\*+)?$/;
const EVERY_ARN = /^(\*+|arn:[^:]*(:\*+)+)$/;

/** Is one of its actions every action? */
export function anyAction(s: Statement): Answer {
    return some(s.actions, action => is(action, a => EVERYTHING.test(a)));
}

/** Does it speak of every resource, or of every one but a few? */
export function anyResource(s: Statement): Answer {
    return s.notResources === undefined ? some(s.resources, resource => is(resource, r => EVERY_ARN.test(r))) : true;
}

/** Does it speak of every resource of a service ("arn:aws:s3:::*", "arn:aws:dynamodb:*:*:table/*"), or of every resource? */
export function anyResourceOf(s: Statement, service: string): Answer {
    const whole = (arn: string): boolean => {
        const [, , named, , , ...rest] = arn.split(":");
        // What stands before the first slash is a kind ("table/*"), or, in S3, the name of a bucket.
        const every = service === "s3" ? /^\*+(\/\*+)?$/ : /^([a-z-]+[/:])?\*+(\/\*+)?$/i;
        return named?.toLowerCase() === service && every.test(rest.join(":"));
    };
    return or(anyResource(s), s.notResources === undefined ? some(s.resources, resource => is(resource, whole)) : false);
}

/** Everything, or everything but a few actions, on everything. */
export function isFullAdmin(s: Statement): Answer {
    return and(allows(s), or(s.notActions !== undefined, anyAction(s)), anyResource(s));
}
