import { type Cases, UNKNOWN, of } from "../support/cases";

const userOf = of("aws:iam/user:User");
const groupOf = of("aws:iam/group:Group");
const userPolicy = of("aws:iam/userPolicy:UserPolicy");
const groupPolicy = of("aws:iam/groupPolicy:GroupPolicy");
const rolePolicy = of("aws:iam/rolePolicy:RolePolicy");
const role = of("aws:iam/role:Role");
const userAttachment = of("aws:iam/userPolicyAttachment:UserPolicyAttachment");
const userAttachments = of("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive");
const attachment = of("aws:iam/policyAttachment:PolicyAttachment");
const groupsOfUser = of("aws:iam/userGroupMembership:UserGroupMembership");
const usersOfGroup = of("aws:iam/groupMembership:GroupMembership");

const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const assumeRolePolicy = policy;
const user = userOf({ name: "mailer" });
const group = groupOf({ name: "senders" });
const unnamed = userOf();
const noInline = { allowRoleInline: false };

export const cases: Cases = {
    "aws-iam-no-inline-policies": {
        compliant: {
            "a role without them, where roles may hold none": { resources: [role({ assumeRolePolicy })], settings: noInline },
            "a role with an empty list": { resources: [role({ assumeRolePolicy, inlinePolicies: [] })], settings: noInline },
            "a role with an empty block, which says none": { resources: [role({ assumeRolePolicy, inlinePolicies: [{}] })], settings: noInline },
        },
        violating: {
            "a user's": [userPolicy({ user: "mailer", policy }), ""],
            "a group's": [groupPolicy({ group: "senders", policy }), ""],
            "a user's that is not known yet": [userPolicy({ user: UNKNOWN, policy: UNKNOWN }), ""],
            "a role's, where roles may hold none": { resources: [rolePolicy({ role: "app", policy })], settings: noInline, property: "" },
            "inside a role, where roles may hold none": {
                resources: [role({ assumeRolePolicy, inlinePolicies: [{ name: "read", policy: UNKNOWN }] })],
                settings: noInline,
                property: "inlinePolicies",
            },
        },
        undetermined: {
            "a list that is not known": {
                resources: [role({ assumeRolePolicy, inlinePolicies: UNKNOWN })],
                settings: noInline,
                property: "inlinePolicies",
            },
        },
        notApplicable: {
            "a role's, as roles may by default": rolePolicy({ role: "app", policy }),
            "inside a role, as roles may by default": role({ assumeRolePolicy, inlinePolicies: [{ name: "read", policy }] }),
        },
    },
    "aws-iam-users-only-through-groups": {
        compliant: {
            "a user in a group": [user, group, groupsOfUser({ user: "mailer", groups: ["senders"] })],
            "a group that names its users": [user, group, usersOfGroup({ group: "senders", users: ["mailer"] })],
            "names that are not known, but whose they are": [
                unnamed,
                groupsOfUser({ user: UNKNOWN, groups: [UNKNOWN] }, { user: unnamed, groups: group }),
                group,
            ],
            "a policy for a group": attachment({ policyArn, groups: ["senders"] }),
            "a policy for nobody": attachment({ policyArn, users: [] }),
            "no policies of its own": userAttachments({ userName: "mailer", policyArns: [] }),
        },
        violating: {
            "a user in no group": [user, ""],
            "a user in an empty list of groups": [[user, groupsOfUser({ user: "mailer", groups: [] })], ""],
            "another user in a group": [[user, groupsOfUser({ user: "reader", groups: ["admins"] })], ""],
            "a group without members": [group, ""],
            "a group with an empty list of members": [[group, usersOfGroup({ group: "senders", users: [] })], ""],
            "a policy of a user's own": [userAttachment({ user: UNKNOWN, policyArn }), "user"],
            "policies of a user's own": [userAttachments({ userName: "mailer", policyArns: [policyArn] }), "policyArns"],
            "a policy for users too": [attachment({ policyArn, users: [UNKNOWN], groups: ["senders"] }), "users"],
        },
        undetermined: {
            "a membership of a user that is not known": [[user, groupsOfUser({ user: UNKNOWN, groups: ["senders"] })], ""],
            "groups that are not known": [[user, groupsOfUser({ user: "mailer", groups: UNKNOWN })], ""],
            "members that are not known": [[group, usersOfGroup({ group: "senders", users: UNKNOWN })], ""],
            "users that are not known": [attachment({ policyArn, users: UNKNOWN }), "users"],
            "policies that are not known": [userAttachments({ userName: "mailer", policyArns: UNKNOWN }), "policyArns"],
        },
    },
};
