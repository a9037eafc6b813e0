import { stackPolicy } from "../../src/policy/definition";
import { is, not, or } from "../../src/policy/unknown";
import { readAll, text } from "../../src/policy/values";
import { isListed } from "../shared/listed-resources";

const PERMISSION_SET = "aws:ssoadmin/permissionSet:PermissionSet";
const ADMINISTRATOR = /^arn:[\w-]+:iam::aws:policy\/AdministratorAccess$/;

export const identityCenterAssignments = stackPolicy({
    name: "aws-identity-center-assignments-least-privilege",
    title: "Identity Center assigns access to groups, and full administration by listed permission sets only",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:ssoadmin/accountAssignment:AccountAssignment",
        "aws:ssoadmin/applicationAssignmentConfiguration:ApplicationAssignmentConfiguration",
        "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
        "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    ],
    reads: [PERMISSION_SET],
    why: "Access given to a person outlives the job it was given for, while a group follows the directory's joiners and leavers.",
    fix: "Set principalType to 'GROUP' and assignmentRequired to true, and list the permission set for administrators in the setting adminPermissionSets.",
    references: [],
    settings: {
        adminPermissionSets: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Names or ARNs of the permission sets that may carry AdministratorAccess.",
        },
    },
    checkResource({ type, graph, resource, oneOf, on, require, requireAt, settings }) {
        if (type === "aws:ssoadmin/accountAssignment:AccountAssignment") {
            require(oneOf("principalType", ["GROUP"]), "principalType", "The access is one person's, and does not end when that person leaves.");
        } else if (type === "aws:ssoadmin/applicationAssignmentConfiguration:ApplicationAssignmentConfiguration") {
            require(on("assignmentRequired", true), "assignmentRequired", "Everyone in the directory may use the application.");
        } else {
            const listed = isListed(graph, resource, "permissionSetArn", PERMISSION_SET, settings.adminPermissionSets);
            for (const { path, value } of ["managedPolicyArn", "managedPolicyArns[]"].flatMap(at => readAll(resource.props, at))) {
                const administrates = is(value, arn => ADMINISTRATOR.test(text(arn)));
                requireAt(
                    or(not(administrates), listed),
                    path,
                    "AdministratorAccess goes to a permission set that the setting adminPermissionSets does not list.",
                );
            }
        }
    },
});
