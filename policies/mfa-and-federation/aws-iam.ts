import { asNumber } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { coversAction, denies, everyAction, everyResource, policyDocument } from "../../src/policy/documents";
import { must } from "../../src/policy/factories";
import { atLeast, fact, on } from "../../src/policy/facts";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import { setting } from "../../src/policy/remediation";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, isUnknown, or } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { onlyWithoutMfa } from "../shared/mfa-conditions";

export const noLongLivedAccessKeys = resourcePolicy({
    name: "aws-iam-no-long-lived-access-keys",
    title: "No IAM user has a long-lived access key",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: ["aws:iam/accessKey:AccessKey"],
    why: "An access key works for years, from anywhere, without a second factor; leaked keys are the commonest way into an AWS account.",
    fix: "Remove the AccessKey and let people and machines assume a role through federation (OIDC, SAML, IAM Roles Anywhere) instead.",
    references: ["aws-config:access-keys-rotated", "aws-config:iam-root-access-key-check", "checkov:CKV_AWS_348", "fsbp:IAM.3", "fsbp:IAM.4"],
    check({ oneOf, require, advice }) {
        const inactive = oneOf("status", ["Inactive"], "Active");
        require(inactive, "status", "The key lets its holder in without a second factor, until somebody removes it.");
        if (inactive === true) advice("status", "The key is switched off; remove it, for it can be switched on again.");
    },
});

const USER = "aws:iam/user:User";
const GROUP = "aws:iam/group:Group";
const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
const GROUP_MEMBERSHIP = "aws:iam/groupMembership:GroupMembership";
const USER_GROUP_MEMBERSHIP = "aws:iam/userGroupMembership:UserGroupMembership";

/** Where the policies of a user and of a group stand. */
const HOLDERS = {
    user: { inline: "aws:iam/userPolicy:UserPolicy", attachment: "aws:iam/userPolicyAttachment:UserPolicyAttachment", list: "users" },
    group: { inline: "aws:iam/groupPolicy:GroupPolicy", attachment: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", list: "groups" },
} as const;

type Test = (policy: Resource) => Answer;

/** Does a policy of the user's own, or of a group in which it is, satisfy the test? */
function reaches(graph: Graph, user: Resource, test: Test): Answer {
    const ofGroups = (membership: Resource, path: string): Answer => {
        const groups = graph.from(membership, path, GROUP);
        const named = list(read(membership.props, path));
        // A group that is not of this stack may carry the policy.
        const others = is(named, names => (names.length > groups.certain.length ? UNKNOWN : false));
        return or(
            linkedSatisfies(groups, group => holds(graph, group, "group", test)),
            others,
        );
    };
    return or(
        holds(graph, user, "user", test),
        linkedSatisfies(graph.into(user, GROUP_MEMBERSHIP, "users"), m => ofGroups(m, "group")),
        linkedSatisfies(graph.into(user, USER_GROUP_MEMBERSHIP, "user"), m => ofGroups(m, "groups")),
    );
}

function holds(graph: Graph, holder: Resource, kind: keyof typeof HOLDERS, test: Test): Answer {
    const { inline, attachment, list: listed } = HOLDERS[kind];
    const attached = (a: Resource): Answer => {
        // What AWS itself publishes is known to the world, and none of it satisfies.
        if (isAwsManaged(read(a.props, "policyArn"))) return false;
        return linkedSatisfies(graph.from(a, "policyArn", POLICY), test);
    };
    return or(
        linkedSatisfies(graph.into(holder, inline, kind), test),
        linkedSatisfies(graph.into(holder, attachment, kind), attached),
        linkedSatisfies(graph.into(holder, ATTACHMENT, listed), attached),
    );
}

function isAwsManaged(arn: Value | undefined): boolean {
    return !isUnknown(arn) && arn !== undefined && /^arn:[\w-]+:iam::aws:policy\//.test(text(arn));
}

/** Does a policy deny everything but what a user needs to set up MFA, until MFA was used? */
function deniesWithoutMfa(policy: Resource, spared: readonly string[]): Answer {
    const document = policyDocument(read(policy.props, "policy"));
    if (document === UNKNOWN || document === "malformed") return UNKNOWN;
    return or(
        ...(document?.statements ?? []).map(s => {
            const everything = s.notActions === undefined ? everyAction(s) : every(s.notActions, action => is(action, a => coversAction(spared, a)));
            return and(denies(s), everything, everyResource(s), onlyWithoutMfa(s));
        }),
    );
}

export const usersCoveredByMfaDeny = stackPolicy({
    name: "aws-iam-users-covered-by-mfa-deny",
    title: "IAM users with a console password are denied everything until they use MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: ["aws:iam/userLoginProfile:UserLoginProfile"],
    reads: [
        USER,
        GROUP,
        POLICY,
        ATTACHMENT,
        GROUP_MEMBERSHIP,
        USER_GROUP_MEMBERSHIP,
        ...Object.values(HOLDERS).flatMap(({ inline, attachment }) => [inline, attachment]),
    ],
    why: "A console password without a second factor is one phished mail away from the account.",
    fix: "Attach a policy to the user or its group that denies all but the setting allowedWithoutMfa where aws:MultiFactorAuthPresent is false (BoolIfExists).",
    references: ["aws-config:iam-user-mfa-enabled", "aws-config:mfa-enabled-for-iam-console-access", "fsbp:IAM.5", "fsbp:IAM.19"],
    settings: {
        allowedWithoutMfa: {
            type: "array",
            items: { type: "string" },
            default: [
                "iam:CreateVirtualMFADevice",
                "iam:EnableMFADevice",
                "iam:ResyncMFADevice",
                "iam:ListMFADevices",
                "iam:ListVirtualMFADevices",
                "iam:GetMFADevice",
                "iam:GetUser",
                "iam:ChangePassword",
                "iam:GetAccountPasswordPolicy",
                "sts:GetSessionToken",
            ],
            description: "Actions that a user may need before MFA is set up.",
        },
    },
    checkResource({ graph, resource, require, settings }) {
        const users = graph.from(resource, "user", USER);
        const covered = linkedSatisfies(users, user => reaches(graph, user, policy => deniesWithoutMfa(policy, settings.allowedWithoutMfa)));
        require(covered, "user", "No policy of the user or its groups denies everything but the setting up of MFA until MFA is used.");
    },
});

export const noHumanUsers = resourcePolicy({
    name: "aws-iam-no-human-users",
    title: "People sign in through federation, not as IAM users",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [USER, "aws:iam/userLoginProfile:UserLoginProfile", "aws:identitystore/user:User"],
    why: "An IAM user stays when its owner leaves, and no one place asks all of them for a second factor.",
    fix: "Let people sign in through IAM Identity Center or another identity provider, and keep users for services below a path of allowedUserPaths.",
    references: [
        "aws-config:mfa-enabled-for-iam-console-access",
        "aws-config:iam-user-mfa-enabled",
        "checkov:CKV_AWS_273",
        "checkov:CKV2_AWS_22",
        "fsbp:IAM.5",
        "fsbp:IAM.19",
    ],
    settings: {
        allowedUserPaths: {
            type: "array",
            items: { type: "string" },
            default: ["/service/"],
            description: "Paths below which users are for services that cannot assume a role.",
        },
        expectExternalIdp: {
            type: "boolean",
            default: false,
            description: "Users come from an external identity provider, and none is made in Identity Center's own directory.",
        },
    },
    check({ type, get, settings, require, violation, notApplicable }) {
        if (type === "aws:iam/userLoginProfile:UserLoginProfile") {
            violation("user", "The user signs in to the console with a password of its own instead of through federation.");
        } else if (type === USER) {
            const forService = is(get("path"), path => settings.allowedUserPaths.some(allowed => text(path ?? "/").startsWith(allowed)));
            require(forService, "path", "The user does not stand below a path for services, and may be a person's.");
        } else if (settings.expectExternalIdp) {
            violation("userName", "The user is made in Identity Center's own directory instead of coming from the identity provider.");
        } else notApplicable("Identity Center's own directory may hold users");
    },
});

export const accountPasswordPolicy = must({
    name: "aws-iam-account-password-policy",
    title: "The account's password policy asks for long passwords that are not used again",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
    why: "Where an IAM user has a password at all, a short or reused one is guessed from lists of leaked passwords.",
    fix: "Set minimumPasswordLength and passwordReusePrevention to at least the settings, and the four require… flags to true.",
    remedies: [
        { path: "minimumPasswordLength", value: setting("minLength") },
        { path: "passwordReusePrevention", value: setting("minReuse") },
    ],
    references: [
        "aws-config:iam-password-policy",
        "checkov:CKV_AWS_9",
        "checkov:CKV_AWS_10",
        "checkov:CKV_AWS_11",
        "checkov:CKV_AWS_12",
        "checkov:CKV_AWS_13",
        "checkov:CKV_AWS_14",
        "checkov:CKV_AWS_15",
        "fsbp:IAM.7",
        "fsbp:IAM.15",
        "fsbp:IAM.16",
    ],
    settings: {
        minLength: { type: "integer", minimum: 8, maximum: 128, default: 14, description: "Characters that a password must have." },
        minReuse: { type: "integer", minimum: 0, maximum: 24, default: 24, description: "Earlier passwords that may not be used again." },
        maxAgeDays: {
            type: "integer",
            minimum: 0,
            default: 0,
            description: "Days after which a password must be changed; 0 asks for no change, as the NCSC advises.",
        },
    },
    facts: ({ minLength, minReuse, maxAgeDays }) => [
        atLeast("minimumPasswordLength", minLength, 6, `Passwords may have fewer than ${String(minLength)} characters.`),
        atLeast("passwordReusePrevention", minReuse, 0, `Fewer than ${String(minReuse)} earlier passwords are kept from being used again.`),
        // What the program leaves out is set to false.
        ...(["requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers", "requireSymbols"] as const).map(flag =>
            on(flag, false, "Passwords need not hold every kind of character."),
        ),
        ...(maxAgeDays > 0
            ? [
                  fact("maxPasswordAge", `Passwords are not changed within ${String(maxAgeDays)} days.`, value =>
                      is(asNumber(value), days => days !== undefined && days > 0 && days <= maxAgeDays),
                  ),
              ]
            : []),
    ],
});
