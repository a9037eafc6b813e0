import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Resource } from "../../src/policy/resource";
import type { SettingSchemas } from "../../src/policy/settings";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { read, text, truth } from "../../src/policy/values";

const OF_AZURE = "azure-native:authorization:RoleAssignment";
const INVITATION = "azuread:index/invitation:Invitation";
const USER = "azuread:index/user:User";

/** Where each kind of assignment names who gets the role. */
const PRINCIPAL = {
    [OF_AZURE]: "principalId",
    "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment": "principalObjectId",
    "azuread:index/directoryRoleMember:DirectoryRoleMember": "memberObjectId",
} as const;
type Assignment = keyof typeof PRINCIPAL;
const ASSIGNMENTS = Object.keys(PRINCIPAL) as Assignment[];

/**
 * Is the role given to a person of the stack of whom the test holds? `undefined` where no person of the stack gets it. Only what the
 * assignment itself names counts: an application that has people as its owners is none of them.
 */
function givenTo<S extends SettingSchemas>(c: StackCheck<Assignment, S>, test: (person: Resource) => Answer): Answer | undefined {
    const { graph, resource } = c;
    const property = PRINCIPAL[c.type];
    const made = resource.propertyDependencies[property] ?? [];
    const id = read(resource.props, property);
    const named = id === undefined || id === UNKNOWN ? [] : [INVITATION, USER].flatMap(type => graph.named(text(id), type));
    const people = [...made.flatMap(urn => graph.get(urn) ?? []).filter(({ type }) => type === INVITATION || type === USER), ...named];
    if (people.length > 0) return some(people, person => (person.read ? UNKNOWN : test(person)));
    const perhaps = id === UNKNOWN && made.length === 0 ? graph.of(INVITATION, USER) : [];
    return perhaps.length > 0 ? and(UNKNOWN, some(perhaps, test)) : undefined;
}

export const guestWithoutPrivilegedRole = stackPolicy({
    name: "entra-guest-without-privileged-role",
    title: "Guests hold no role that may change things",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ASSIGNMENTS,
    reads: [INVITATION, USER],
    why: "Another organisation decides how well a guest's account is protected, and nobody here hears when its owner leaves.",
    fix: "Give the role to an account of your own directory, or a guest no more than one of the readOnlyRoleIds.",
    references: [
        "azure-policy:339353f6-2387-4a45-abe4-7f529d121046",
        "azure-policy:94e1c2ac-cbbe-4cac-a2b5-389c812dee87",
        "azure-policy:e9ac8f8e-ce22-4355-8f04-99b911d6be52",
        "cis-azure-2.0:1.5",
        "mcsb:PA-1",
        "mcsb:PA-4",
        "ncsc-cloud-principles:10",
        "ncsc-cloud-principles:9.1",
    ],
    settings: {
        readOnlyRoleIds: {
            type: "array",
            items: { type: "string" },
            default: ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "39bc4728-0917-49c7-9d2c-d95423bc2eb4"],
            description: "Azure roles, by the GUID of their definition, that guests may hold: Reader and Security Reader.",
        },
    },
    checkResource(c) {
        const { props } = c.resource;
        const foreign = c.oneOf("principalType", ["ForeignGroup"]);
        const guest = givenTo(
            c,
            person => person.type === INVITATION || is(read(person.props, "userPrincipalName"), name => /#ext#/i.test(text(name ?? ""))),
        );
        if (guest === undefined && foreign === false) {
            c.notApplicable("a role for no person of this stack");
            return;
        }
        const harmless =
            c.type === OF_AZURE &&
            is(read(props, "roleDefinitionId") ?? "", role =>
                c.settings.readOnlyRoleIds.some(id => text(role).toLowerCase().endsWith(id.toLowerCase())),
            );
        c.require(or(harmless, not(or(foreign, guest ?? false))), PRINCIPAL[c.type], "A guest gets a role that may change things.");
    },
});

export const disabledAccountWithoutRole = stackPolicy({
    name: "entra-disabled-account-without-role",
    title: "Accounts that are switched off hold no roles",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ASSIGNMENTS,
    reads: [USER],
    why: "The account of somebody who has left comes back with all its powers when it is switched on again.",
    fix: "Take the assignment out, or switch the account on if it is in use.",
    references: [
        "azure-policy:0cfea604-3201-4e14-88fc-fae4c427a6c5",
        "azure-policy:8d7e1fde-fe26-4b5f-8108-f8e432cbc2be",
        "mcsb:PA-1",
        "mcsb:PA-4",
        "ncsc-cloud-principles:10",
    ],
    checkResource(c) {
        const off = givenTo(c, person => person.type === USER && not(truth(read(person.props, "accountEnabled")) ?? true));
        if (off === undefined) c.notApplicable("a role for no person of this stack");
        else c.require(not(off), PRINCIPAL[c.type], "An account that is switched off holds the role.");
    },
});
