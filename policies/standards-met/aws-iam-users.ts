import type { Check } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, is, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read } from "../../src/policy/values";

const USER = "aws:iam/user:User";
const GROUP = "aws:iam/group:Group";
const USER_POLICY = "aws:iam/userPolicy:UserPolicy";
const ROLE = "aws:iam/role:Role";

export const iamNoInlinePolicies = resourcePolicy({
    name: "aws-iam-no-inline-policies",
    title: "Permissions stand in managed policies, not inside users and groups",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [USER_POLICY, "aws:iam/groupPolicy:GroupPolicy", "aws:iam/rolePolicy:RolePolicy", ROLE],
    why: "An inline policy is seen only by whoever opens its user or group; a managed one is reviewed once, has versions and shows who holds it.",
    fix: "Declare an iam Policy and attach it.",
    references: ["aws-config:iam-no-inline-policy-check"],
    settings: { allowRoleInline: { type: "boolean", default: true, description: "Whether roles may hold inline policies." } },
    check({ type, get, settings, violation, require, notApplicable }) {
        if (settings.allowRoleInline && (type === ROLE || type === "aws:iam/rolePolicy:RolePolicy"))
            notApplicable("a role, which may hold inline policies by the setting allowRoleInline");
        else if (type === ROLE) {
            // An empty block says that there are none.
            const written = (policy: Value): Answer => is(policy, block => isSet(block, "name") || isSet(block, "policy"));
            require(not(some(list(get("inlinePolicies")), written)), "inlinePolicies", "The role holds an inline policy.");
        } else violation("", "The policy is inline.");
    },
});

const USER_ATTACHMENT = "aws:iam/userPolicyAttachment:UserPolicyAttachment";
const USER_ATTACHMENTS = "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive";
const ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
const GROUPS_OF_USER = "aws:iam/userGroupMembership:UserGroupMembership";
const USERS_OF_GROUP = "aws:iam/groupMembership:GroupMembership";

/** Does the list hold anything? */
function holdsAny(value: Value | undefined): Answer {
    return is(list(value), found => found.length > 0);
}

function requireEmpty(c: Pick<Check, "resource" | "requireAt">, property: string): void {
    c.requireAt(not(holdsAny(read(c.resource.props, property))), property, "Users are given a policy of their own.");
}

export const iamUsersOnlyThroughGroups = stackPolicy({
    name: "aws-iam-users-only-through-groups",
    title: "IAM users get their permissions from groups alone",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [USER, GROUP, USER_ATTACHMENT, USER_ATTACHMENTS, ATTACHMENT],
    reads: [GROUPS_OF_USER, USERS_OF_GROUP],
    why: "Permissions that hang on a person outlive the person's work; in a group they go with the membership.",
    fix: "Attach policies to a group, and put the user into it by a UserGroupMembership.",
    references: [
        "aws-config:iam-user-no-policies-check",
        "aws-config:iam-user-group-membership-check",
        "aws-config:iam-group-has-users-check",
        "checkov:CKV_AWS_40",
        "checkov:CKV2_AWS_14",
        "checkov:CKV2_AWS_21",
        "fsbp:IAM.2",
    ],
    checkResource(c) {
        const { type, graph, resource, require, violation } = c;
        const members = (types: string, by: string, others: string): Answer =>
            linkedSatisfies(graph.into(resource, types, by), r => holdsAny(read(r.props, others)));
        switch (type) {
            case USER:
                require(or(members(GROUPS_OF_USER, "user", "groups"), members(USERS_OF_GROUP, "users", "users")), "", "The user is in no group.");
                break;
            case GROUP:
                require(or(members(USERS_OF_GROUP, "group", "users"), members(GROUPS_OF_USER, "groups", "groups")), "", "The group has no members.");
                break;
            case USER_ATTACHMENT:
                violation("user", "A user is given a policy of its own.");
                break;
            case USER_ATTACHMENTS:
                requireEmpty(c, "policyArns");
                break;
            case ATTACHMENT:
                requireEmpty(c, "users");
        }
    },
});
