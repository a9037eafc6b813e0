import { stackPolicy } from "../../src/policy/definition";
import { UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, read, readAll, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { isBroad } from "../shared/azure-scopes";

const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const DEFINITION = "azure-native:authorization:RoleDefinition";

/** Owner, User Access Administrator, Role Based Access Control Administrator. */
const PRIVILEGED = ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"];

export const noBroadStandingPrivilege = stackPolicy({
    name: "azure-role-assignment-no-broad-standing-privilege",
    title: "Nobody owns a whole subscription all the time",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [ASSIGNMENT],
    why: "Whoever takes over one such identity can change everything in the subscription, and let others in.",
    fix: "Make the role eligible through Privileged Identity Management, narrow its scope to a resource group, or limit it by a condition.",
    references: ["azure-policy:4f11b553-d42e-4e3a-89be-32ca364cad4c", "azure-policy:09024ccc-0c5f-475e-9457-b7c0d9ed487b", "mcsb:PA-1"],
    settings: {
        privilegedRoleIds: {
            type: "array",
            items: { type: "string" },
            default: PRIVILEGED,
            description: "Roles, by the GUID of their definition, that may not stand for a whole subscription.",
        },
    },
    checkResource(c) {
        const { props, propertyDependencies } = c.resource;
        const role = read(props, "roleDefinitionId") ?? "";
        const own = (propertyDependencies.roleDefinitionId ?? []).some(urn => c.graph.get(urn)?.type === DEFINITION);
        const privileged =
            role === UNKNOWN && own
                ? false
                : is(role, id => c.settings.privilegedRoleIds.some(guid => text(id).toLowerCase().endsWith(guid.toLowerCase())));
        c.require(
            or(isFilled(props, "condition"), not(and(privileged, isBroad(c, "scope", read(props, "scope") ?? "/")))),
            "scope",
            "A privileged role is held for a whole subscription or management group, all the time and without a condition.",
        );
    },
});

/** What a pattern of actions must not take in: everything that is written, deleted or done, and the giving of roles. */
const GUARDED = [
    "microsoft.authorization/roleassignments/write",
    "microsoft.authorization/roledefinitions/write",
    "microsoft.authorization/roleassignments/delete",
    "microsoft.authorization/elevateaccess/action",
];

export const customRoleNoWildcard = stackPolicy({
    name: "azure-custom-role-no-wildcard",
    title: "Custom roles for whole subscriptions name what they allow",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [DEFINITION],
    why: "A role that may do everything is an owner by another name, which reviews of owners do not find.",
    fix: "Name the operations that the role needs, or narrow assignableScopes to resource groups.",
    references: ["azure-policy:a451c1ef-c6ca-483d-87ed-f49761e3ffb5", "checkov:CKV_AZURE_39", "cis-azure-2.0:1.23", "mcsb:PA-7"],
    checkResource(c) {
        const { props } = c.resource;
        const listed = readAll(props, "assignableScopes[]");
        const broad =
            listed.length > 0 ? some(listed, at => isBroad(c, "assignableScopes", at.value)) : isBroad(c, "scope", read(props, "scope") ?? "/");
        const judge = (path: string, allows: (action: string) => boolean, message: string): void => {
            for (const at of readAll(props, path))
                c.requireAt(
                    or(
                        not(broad),
                        is(at.value, action => allows(text(action).toLowerCase())),
                    ),
                    at.path,
                    message,
                );
        };
        judge(
            "permissions[].actions[]",
            action => !action.includes("*") || !GUARDED.some(guarded => matchesWildcard(action, guarded)),
            "The role's wildcard takes in changes to everything, or the giving of roles.",
        );
        judge("permissions[].dataActions[]", action => action !== "*", "The role may do everything with all data.");
    },
});
