import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const assignmentOf = of("aws:ssoadmin/accountAssignment:AccountAssignment");
const application = of("aws:ssoadmin/applicationAssignmentConfiguration:ApplicationAssignmentConfiguration");
const attachmentOf = of("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment");
const exclusive = of("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive");
const permissionSet = of("aws:ssoadmin/permissionSet:PermissionSet");

const INSTANCE = "arn:aws:sso:::instance/ssoins-1";
const SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const assignment = (props: CaseProps<"aws:ssoadmin/accountAssignment:AccountAssignment">): CaseResource =>
    assignmentOf({ instanceArn: INSTANCE, permissionSetArn: SET, principalId: "a", targetId: "111122223333", targetType: "AWS_ACCOUNT", ...props });
const attachment = (props: CaseProps<"aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment">): CaseResource =>
    attachmentOf({ instanceArn: INSTANCE, permissionSetArn: SET, ...props });
const breakGlass = permissionSet({ name: "break-glass", instanceArn: INSTANCE });
const toBreakGlass = attachmentOf(
    { instanceArn: INSTANCE, permissionSetArn: UNKNOWN, managedPolicyArn: ADMINISTRATOR },
    { permissionSetArn: breakGlass },
);

export const cases: Cases = {
    "aws-identity-center-assignments-least-privilege": {
        compliant: {
            "a group": assignment({ principalType: "GROUP" }),
            "an application for those assigned": application({ applicationArn: "a", assignmentRequired: true }),
            "a lesser policy": attachment({ managedPolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
            "administration in the whole list of a set that is listed": {
                resources: [exclusive({ instanceArn: INSTANCE, permissionSetArn: SET, managedPolicyArns: [ADMINISTRATOR] })],
                settings: { adminPermissionSets: [SET] },
            },
            "administration by a set that is listed by name": {
                resources: [breakGlass, toBreakGlass],
                settings: { adminPermissionSets: ["break-glass"] },
            },
            "administration by a set that is listed by ARN": {
                resources: [attachment({ managedPolicyArn: ADMINISTRATOR })],
                settings: { adminPermissionSets: [SET] },
            },
        },
        violating: {
            "a person": [assignment({ principalType: "USER" }), "principalType"],
            "an application for everyone": [application({ applicationArn: "a", assignmentRequired: false }), "assignmentRequired"],
            "administration by any set": [attachment({ managedPolicyArn: ADMINISTRATOR }), "managedPolicyArn"],
            "administration in the whole list of a set": [
                exclusive({
                    instanceArn: INSTANCE,
                    permissionSetArn: SET,
                    managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", ADMINISTRATOR],
                }),
                "managedPolicyArns[1]",
            ],
            "administration by a set of the stack, where none is listed": [[breakGlass, toBreakGlass], "managedPolicyArn"],
            "administration by a set that is not listed": {
                resources: [attachment({ managedPolicyArn: ADMINISTRATOR })],
                settings: { adminPermissionSets: ["break-glass"] },
                property: "managedPolicyArn",
            },
        },
        undetermined: {
            "a kind of principal that is not known": [assignment({ principalType: UNKNOWN }), "principalType"],
            "a policy that is not known": [attachment({ managedPolicyArn: UNKNOWN }), "managedPolicyArn"],
            "a whole list that is not known": [
                exclusive({ instanceArn: INSTANCE, permissionSetArn: SET, managedPolicyArns: UNKNOWN }),
                "managedPolicyArns",
            ],
            "a set of which the ARN may be listed": {
                resources: [breakGlass, toBreakGlass],
                settings: { adminPermissionSets: [SET] },
                property: "managedPolicyArn",
            },
        },
    },
};
