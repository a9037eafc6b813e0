import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const accessKey = of("aws:iam/accessKey:AccessKey");
const user = of("aws:iam/user:User");
const group = of("aws:iam/group:Group");
const loginProfile = of("aws:iam/userLoginProfile:UserLoginProfile");
const policy = of("aws:iam/policy:Policy");
const userPolicy = of("aws:iam/userPolicy:UserPolicy");
const groupPolicy = of("aws:iam/groupPolicy:GroupPolicy");
const userAttachment = of("aws:iam/userPolicyAttachment:UserPolicyAttachment");
const groupAttachment = of("aws:iam/groupPolicyAttachment:GroupPolicyAttachment");
const policyAttachment = of("aws:iam/policyAttachment:PolicyAttachment");
const groupMembership = of("aws:iam/groupMembership:GroupMembership");
const userGroupMembership = of("aws:iam/userGroupMembership:UserGroupMembership");

const SPARED = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:GetUser", "sts:GetSessionToken"];
const denyWithoutMfa = (over: Record<string, unknown> = {}): string =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "iam:ListMFADevices", Resource: "*" },
            { Effect: "Deny", NotAction: SPARED, Resource: "*", Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }, ...over },
        ],
    });

const anna = user({ name: "anna" });
const password = loginProfile({ user: "anna" });
const staff = group({ name: "staff" });
const mfaPolicy = policy({ policy: denyWithoutMfa() });
const inline = (document: string | Unknown): readonly CaseResource[] => [anna, password, userPolicy({ user: "anna", policy: document })];
const inStaff = userGroupMembership({ user: "anna", groups: ["staff"] });

const directoryUser = of("aws:identitystore/user:User");
const accountPasswords = of("aws:iam/accountPasswordPolicy:AccountPasswordPolicy");
const strong = {
    minimumPasswordLength: 14,
    passwordReusePrevention: 24,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
};
const passwords = (over: CaseProps<"aws:iam/accountPasswordPolicy:AccountPasswordPolicy">): CaseResource => accountPasswords({ ...strong, ...over });

export const cases: Cases = {
    "aws-iam-no-long-lived-access-keys": {
        compliant: { "a key that is switched off": { resources: [accessKey({ user: "smtp", status: "Inactive" })], advice: true } },
        violating: {
            "a key, active by default": [accessKey({ user: "smtp" }), "status"],
            "a key said to be active": [accessKey({ user: "smtp", status: "Active" }), "status"],
            "a key of a user that is not known": [accessKey({ user: UNKNOWN }), "status"],
        },
        undetermined: { "a state that is not known": [accessKey({ user: "smtp", status: UNKNOWN }), "status"] },
        notApplicable: { "a user without a key": anna },
    },
    "aws-iam-users-covered-by-mfa-deny": {
        compliant: {
            "an inline policy of the user": inline(denyWithoutMfa()),
            "a Deny of everything": inline(denyWithoutMfa({ NotAction: undefined, Action: "*" })),
            "a list in the condition": inline(denyWithoutMfa({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": ["false"] } } })),
            "a policy attached to the user": [anna, password, userAttachment({ user: "anna", policyArn: UNKNOWN }, { policyArn: mfaPolicy })],
            "a policy attached to several": [
                anna,
                password,
                policyAttachment({ users: ["anna", "ben"], policyArn: UNKNOWN }, { policyArn: mfaPolicy }),
            ],
            "a policy attached to the user's group": [
                anna,
                password,
                staff,
                inStaff,
                groupAttachment({ group: "staff", policyArn: UNKNOWN }, { policyArn: mfaPolicy }),
            ],
            "an inline policy of the group, by its list of members": [
                anna,
                password,
                staff,
                groupMembership({ group: "staff", users: ["ben", "anna"] }),
                groupPolicy({ group: "staff", policy: denyWithoutMfa() }),
            ],
            "everything by dependencies": [
                loginProfile({ user: UNKNOWN }, { user: anna }),
                userAttachment({ user: UNKNOWN, policyArn: UNKNOWN }, { user: anna, policyArn: mfaPolicy }),
            ],
        },
        violating: {
            "no policy": [[anna, password], "user"],
            "a policy of AWS's own": [
                [anna, password, userAttachment({ user: "anna", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" })],
                "user",
            ],
            "another user's policy": [[anna, password, userPolicy({ user: "ben", policy: denyWithoutMfa() })], "user"],
            "a group in which the user is not": [[anna, password, staff, groupPolicy({ group: "staff", policy: denyWithoutMfa() })], "user"],
            "Bool lets requests without the key through": [
                inline(denyWithoutMfa({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } })),
                "user",
            ],
            "a Deny that spares too much": [inline(denyWithoutMfa({ NotAction: [...SPARED, "s3:*"] })), "user"],
            "a Deny of one service": [inline(denyWithoutMfa({ NotAction: undefined, Action: "ec2:*" })), "user"],
            "a Deny of some resources": [inline(denyWithoutMfa({ Resource: "arn:aws:s3:::records/*" })), "user"],
            "a Deny that a further condition narrows": [
                inline(
                    denyWithoutMfa({
                        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" }, StringEquals: { "aws:RequestedRegion": "eu-west-2" } },
                    }),
                ),
                "user",
            ],
            "an Allow with MFA is no Deny without": [inline(denyWithoutMfa({ Effect: "Allow" })), "user"],
            "fewer actions spared by setting": {
                resources: inline(denyWithoutMfa()),
                settings: { allowedWithoutMfa: ["iam:EnableMFADevice"] },
                property: "user",
            },
        },
        undetermined: {
            "a document that is not known": [inline(UNKNOWN), "user"],
            "a text that is no document": [inline("{"), "user"],
            "a policy of another stack": [
                [anna, password, userAttachment({ user: "anna", policyArn: "arn:aws:iam::111122223333:policy/mfa" })],
                "user",
            ],
            "a group of another stack": [[anna, password, userGroupMembership({ user: "anna", groups: ["everyone"] })], "user"],
            "a second group that is of another stack": [
                [anna, password, staff, userGroupMembership({ user: "anna", groups: ["staff", "everyone"] })],
                "user",
            ],
            "a user of another stack": [loginProfile({ user: "ben" }), "user"],
            "a policy of a user that is not known": [[anna, password, userPolicy({ user: UNKNOWN, policy: denyWithoutMfa() })], "user"],
        },
        notApplicable: { "a user without a password": anna },
    },
    "aws-iam-no-human-users": {
        compliant: {
            "a user for a service": user({ name: "smtp", path: "/service/" }),
            "a user further below": user({ path: "/service/mail/" }),
            "a path of one's own": { resources: [user({ path: "/machines/" })], settings: { allowedUserPaths: ["/service/", "/machines/"] } },
        },
        violating: {
            "no path is the root": [user({ name: "anna" }), "path"],
            "the root said outright": [user({ name: "anna", path: "/" }), "path"],
            "another path": [user({ path: "/staff/service/" }), "path"],
            "a console password": [loginProfile({ user: UNKNOWN }, { user: user({ path: "/service/" }) }), "user"],
            "a user in Identity Center, where an identity provider is expected": {
                resources: [directoryUser({ identityStoreId: "d-1", userName: "anna", displayName: "Anna" })],
                settings: { expectExternalIdp: true },
                property: "userName",
            },
        },
        undetermined: { "a path that is not known": [user({ path: UNKNOWN }), "path"] },
        notApplicable: { "a user in Identity Center": directoryUser({ identityStoreId: "d-1", userName: "anna", displayName: "Anna" }) },
    },
    "aws-iam-account-password-policy": {
        compliant: {
            "everything asked for": passwords({}),
            "passwords that end, where that is asked for": { resources: [passwords({ maxPasswordAge: 90 })], settings: { maxAgeDays: 90 } },
            "no end, as the NCSC advises": passwords({ maxPasswordAge: 0 }),
            "a shorter length by setting": { resources: [passwords({ minimumPasswordLength: 12 })], settings: { minLength: 12 } },
        },
        violating: {
            "six characters by default": [accountPasswords({ ...strong, minimumPasswordLength: undefined }), "minimumPasswordLength"],
            "too few characters": [passwords({ minimumPasswordLength: 8 }), "minimumPasswordLength"],
            "passwords used again, by default": [accountPasswords({ ...strong, passwordReusePrevention: undefined }), "passwordReusePrevention"],
            "few passwords remembered": [passwords({ passwordReusePrevention: 5 }), "passwordReusePrevention"],
            "no symbols, by default": [accountPasswords({ ...strong, requireSymbols: undefined }), "requireSymbols"],
            "no lower case": [passwords({ requireLowercaseCharacters: false }), "requireLowercaseCharacters"],
            "no upper case": [passwords({ requireUppercaseCharacters: false }), "requireUppercaseCharacters"],
            "no numbers": [passwords({ requireNumbers: false }), "requireNumbers"],
            "no end, where one is asked for": { resources: [passwords({})], settings: { maxAgeDays: 90 }, property: "maxPasswordAge" },
            "an end of zero days is none": {
                resources: [passwords({ maxPasswordAge: 0 })],
                settings: { maxAgeDays: 90 },
                property: "maxPasswordAge",
            },
        },
        undetermined: {
            "a length that is not known": [passwords({ minimumPasswordLength: UNKNOWN }), "minimumPasswordLength"],
            "a flag that is not known": [passwords({ requireNumbers: UNKNOWN }), "requireNumbers"],
        },
    },
};
