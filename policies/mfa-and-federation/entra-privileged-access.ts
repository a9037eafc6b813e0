import { type StackCheck, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import type { Token } from "../../src/policy/types";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { lastsAtMost } from "../shared/durations";

export const groupActivationMfa = resourcePolicy({
    name: "entra-pim-group-activation-mfa",
    title: "Activating a privileged group asks for MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azuread:index/groupRoleManagementPolicy:GroupRoleManagementPolicy"],
    why: "Whoever takes over a signed-in session becomes an administrator where nothing more is asked of them.",
    fix: "Set activationRules.requireMultifactorAuthentication to true, or activationRules.requiredConditionalAccessAuthenticationContext.",
    references: [],
    settings: {
        strictActivation: { type: "boolean", default: false, description: "Ask for a justification and a limited time too." },
        maxHours: {
            type: "integer",
            minimum: 1,
            maximum: 24,
            default: 8,
            description: "Hours that an activation may last, where strictActivation is on.",
        },
    },
    check({ on, has, get, settings, require, partial }) {
        const mfa = on("activationRules.requireMultifactorAuthentication", false);
        const context = has("activationRules.requiredConditionalAccessAuthenticationContext");
        require(or(mfa, context), "activationRules.requireMultifactorAuthentication", "The group is activated without MFA.");
        if (context === true && mfa !== true) partial("what is asked stands in Conditional Access, under an authentication context");
        if (!settings.strictActivation) return;
        require(on(
            "activationRules.requireJustification",
            false,
        ), "activationRules.requireJustification", "The group is activated without a reason.");
        require(lastsAtMost(
            get("activationRules.maximumDuration"),
            settings.maxHours,
        ), "activationRules.maximumDuration", `An activation may last longer than ${String(settings.maxHours)} hours.`);
    },
});

const ROLE = "azuread:index/directoryRole:DirectoryRole";
const CUSTOM_ROLE = "azuread:index/customDirectoryRole:CustomDirectoryRole";
const USER = "azuread:index/user:User";
const GROUP = "azuread:index/group:Group";
const MEMBER = "azuread:index/groupMember:GroupMember";
const ELIGIBLE = "azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule";

/** Where each kind of assignment names the role and who gets it. */
const ASSIGNMENTS = {
    "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment": { role: "roleId", principal: "principalObjectId" },
    "azuread:index/directoryRoleMember:DirectoryRoleMember": { role: "roleObjectId", principal: "memberObjectId" },
} as const;
type Assignment = keyof typeof ASSIGNMENTS;

/** Template ids of roles that can give themselves every other, by the names that a program may use instead. */
const PRIVILEGED = new Map([
    ["global administrator", "62e90394-69f5-4237-9190-012177145e10"],
    ["privileged role administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814"],
    ["security administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d"],
    ["privileged authentication administrator", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"],
]);

export const privilegedRoleNotPermanent = stackPolicy({
    name: "entra-privileged-role-not-permanent",
    title: "Nobody holds a privileged role all the time but the break-glass accounts",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: Object.keys(ASSIGNMENTS) as Assignment[],
    reads: [ROLE, CUSTOM_ROLE, USER, GROUP, MEMBER, ELIGIBLE],
    why: "Whoever takes over the account has the role at once; one that must be activated asks for MFA first, and runs out.",
    fix: "Use a DirectoryRoleEligibilityScheduleRequest, or give the role to a group whose members are only eligible; list break-glass accounts in breakGlassAccounts.",
    references: [],
    settings: {
        breakGlassAccounts: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Object ids or user principal names of the accounts that may hold the roles for good.",
        },
        privilegedRoleIds: {
            type: "array",
            items: { type: "string" },
            default: [...PRIVILEGED.values()],
            description: "Template ids of the roles that may only be activated.",
        },
    },
    checkResource(c) {
        const { role, principal } = ASSIGNMENTS[c.type];
        const privileged = isPrivileged(c, role, c.settings.privilegedRoleIds);
        if (privileged === false) {
            c.notApplicable("a role that is not among privilegedRoleIds");
            return;
        }
        c.require(
            or(not(privileged), isBreakGlass(c, principal, c.settings.breakGlassAccounts), isActivated(c, principal)),
            principal,
            "A privileged role is held all the time.",
        );
    },
});

/** The resources of a type that a property is made from, and nothing behind them: an application's owners are not the application. */
function madeFrom({ graph, resource }: StackCheck<Assignment>, property: string, type: Token): readonly Resource[] {
    return (resource.propertyDependencies[property] ?? []).flatMap(urn => graph.get(urn) ?? []).filter(found => found.type === type && !found.read);
}

function isPrivileged(c: StackCheck<Assignment>, property: string, ids: readonly string[]): Answer {
    const value = read(c.resource.props, property);
    const roles = madeFrom(c, property, ROLE);
    if (roles.length > 0)
        return some(roles, ({ props }) => {
            const template = read(props, "templateId");
            if (template !== undefined) return isOneOf(template, ids);
            return is(read(props, "displayName"), name => isOneOf(PRIVILEGED.get(text(name ?? "").toLowerCase()), ids));
        });
    if (value === UNKNOWN) return madeFrom(c, property, CUSTOM_ROLE).length > 0 ? false : UNKNOWN;
    // An activated role has an object id of its own in each directory, which says nothing.
    return isOneOf(value, ids) || (property === "roleObjectId" ? UNKNOWN : false);
}

function isBreakGlass(c: StackCheck<Assignment>, property: string, accounts: readonly string[]): Answer {
    if (accounts.length === 0) return false;
    const users = madeFrom(c, property, USER);
    if (users.length > 0) return some(users, user => isOneOf(read(user.props, "userPrincipalName"), accounts));
    return isOneOf(read(c.resource.props, property), accounts);
}

/** Does a group get the role, of which people can be members only for a while? */
function isActivated(c: StackCheck<Assignment>, property: string): Answer {
    return some(madeFrom(c, property, GROUP), group =>
        and(
            linkedSatisfies(c.graph.into(group, ELIGIBLE, "groupId"), schedule => isOneOf(read(schedule.props, "assignmentType"), ["member"])),
            is(list(read(group.props, "members")), members => members.length === 0),
            not(linkedSatisfies(c.graph.into(group, MEMBER, "groupObjectId"), () => true)),
        ),
    );
}
