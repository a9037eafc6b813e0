import { type StackCheck, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { oneOf } from "../../src/policy/facts";
import type { Graph } from "../../src/policy/graph";
import { and, every, not, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import {
    ACCESS_POLICY,
    type Demand,
    EXCLUSION_SETTINGS,
    type ExclusionSettings,
    LEGACY_CLIENTS,
    MODERN_CLIENTS,
    STRENGTH,
    coversClients,
    demandsMfa,
    demandsPhishingResistance,
    gapsOf,
    isEnforced,
    isFilledBy,
    isNotOptional,
    lists,
    namesEveryone,
    sumCovers,
} from "../shared/conditional-access";

/** Grants that may stand beside MFA as an alternative to it. */
const ALTERNATIVES = ["compliantDevice", "domainJoinedDevice"];

function mfaOfEveryone(graph: Graph, settings: ExclusionSettings): Demand {
    return {
        asks: p => and(isEnforced(p), coversClients(p, MODERN_CLIENTS), demandsMfa(p, graph, ALTERNATIVES)),
        users: namesEveryone,
        settings,
    };
}

/** Requires that the stack's policies together meet the demand. */
function requireOfSum({ graph, require, notApplicable }: StackCheck, demand: Demand, message: string): void {
    const policies = graph.of(ACCESS_POLICY);
    if (policies.length === 0) {
        notApplicable("no Conditional Access in this stack");
        return;
    }
    const { answer, leftOut } = sumCovers(policies, demand);
    require(answer, "", leftOut === "" ? message : `${message} What is excluded, no other policy covers: ${leftOut}.`);
}

export const mfaForAllUsers = stackPolicy({
    name: "entra-conditional-access-mfa-all-users",
    title: "Conditional Access asks everyone for MFA, everywhere",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [ACCESS_POLICY],
    reads: [STRENGTH],
    why: "A stolen password opens every application that no enforced policy asks a second factor for.",
    fix: "Add an enabled policy for users 'All', applications 'All' and clients 'all' whose only grant is 'mfa' or an authentication strength.",
    references: ["azure-policy:4e6c27d5-a6ee-49cf-b2b4-d8fe90fa2b8b", "azure-policy:db4a9d17-db75-4f46-9fcb-9f9526604417"],
    settings: EXCLUSION_SETTINGS,
    checkStack(c) {
        requireOfSum(c, mfaOfEveryone(c.graph, c.settings), "No enforced policy asks all users for MFA in all applications.");
    },
});

export const blocksLegacyAuthentication = stackPolicy({
    name: "entra-conditional-access-blocks-legacy-auth",
    title: "Conditional Access blocks sign-in that cannot do MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [ACCESS_POLICY],
    reads: [STRENGTH],
    why: "Old protocols send only a password, so that whoever guesses it needs no second factor.",
    fix: "Add an enabled policy for users 'All' and clients 'exchangeActiveSync' and 'other' whose grant is 'block'.",
    references: [],
    settings: EXCLUSION_SETTINGS,
    checkStack(c) {
        const asks: Demand["asks"] = p => {
            const blocks = lists(p.props, "grantControls.builtInControls", "block");
            return and(isEnforced(p), coversClients(p, LEGACY_CLIENTS), or(blocks, demandsMfa(p, c.graph, [])));
        };
        requireOfSum(c, { asks, users: namesEveryone, settings: c.settings }, "No enforced policy blocks clients that cannot do MFA.");
    },
});

export const notReportOnly = must({
    name: "entra-conditional-access-not-report-only",
    title: "Conditional Access policies are enforced",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ACCESS_POLICY],
    why: "A policy that only reports lets everyone in.",
    fix: "Set state to 'enabled'.",
    references: [],
    facts: [oneOf("state", ["enabled"], undefined, "The policy is not enforced.")],
});

export const mfaNotOptional = resourcePolicy({
    name: "entra-conditional-access-mfa-not-optional",
    title: "MFA cannot be replaced by a weaker grant",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [ACCESS_POLICY],
    why: "With the operator OR, whoever accepts the terms of use needs no second factor.",
    fix: "Set grantControls.operator to 'AND', or leave only the setting acceptedAlternatives beside MFA.",
    references: [],
    settings: {
        acceptedAlternatives: {
            type: "array",
            items: { type: "string" },
            default: ALTERNATIVES,
            description: "Built-in controls that may stand in for MFA under the operator OR.",
        },
    },
    check({ resource, settings, requireAt, notApplicable }) {
        const { props } = resource;
        const asks = or(
            lists(props, "grantControls.builtInControls", "mfa"),
            read(props, "grantControls.authenticationStrengthPolicyId") !== undefined,
        );
        if (asks === false) notApplicable("asks for no MFA");
        else
            requireAt(
                or(not(asks), isNotOptional(resource, settings.acceptedAlternatives)),
                "grantControls.operator",
                "Another grant can stand in for MFA.",
            );
    },
});

export const exclusionsLimited = stackPolicy({
    name: "entra-conditional-access-exclusions-limited",
    title: "Few are excluded from MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [ACCESS_POLICY],
    why: "Break-glass accounts need an exclusion; every further one is a way past MFA.",
    fix: "Exclude no more users and groups than the setting maxExclusions, only the allowed roles and applications, and no trusted locations.",
    references: [],
    reads: [STRENGTH],
    settings: EXCLUSION_SETTINGS,
    checkResource({ resource, graph, settings, requireAt, notApplicable }) {
        const { props } = resource;
        const mfa = or(
            lists(props, "grantControls.builtInControls", "mfa"),
            read(props, "grantControls.authenticationStrengthPolicyId") !== undefined,
        );
        const asked = and(isOneOf(read(props, "state"), ["enabled"]), namesEveryone(resource), mfa);
        if (asked === false) {
            notApplicable("asks not all users for MFA");
            return;
        }
        const others = graph.of(ACCESS_POLICY).filter(p => p !== resource);
        for (const gap of gapsOf(resource, settings)) {
            const closed = or(not(asked), not(gap.isOpen), isFilledBy(gap, others, mfaOfEveryone(graph, settings)));
            requireAt(closed, gap.path, `${gap.what} is excluded from MFA.`);
        }
    },
});

export const adminsPhishingResistant = stackPolicy({
    name: "entra-conditional-access-admins-phishing-resistant",
    title: "Administrators sign in with factors that cannot be phished",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [ACCESS_POLICY],
    reads: [STRENGTH],
    why: "A code or a prompt can be passed on by a false sign-in page; a key or a passkey cannot.",
    fix: "Add an enabled policy for the privileged roles whose grant is the phishing-resistant authentication strength.",
    references: [],
    settings: {
        ...EXCLUSION_SETTINGS,
        privilegedRoleIds: {
            type: "array",
            items: { type: "string" },
            default: [
                "62e90394-69f5-4237-9190-012177145e10",
                "e8611ab8-c189-46e8-94e1-60213ab1f814",
                "194ae4cb-b126-40b2-bd5b-6091b380977d",
                "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
            ],
            description: "Ids of role templates that count as privileged (Global, Privileged Role, Security and Application Administrator).",
        },
    },
    checkStack(c) {
        const users: Demand["users"] = p =>
            or(
                namesEveryone(p),
                every(c.settings.privilegedRoleIds, id => lists(p.props, "conditions.users.includedRoles", id)),
            );
        const asks: Demand["asks"] = p => and(isEnforced(p), demandsPhishingResistance(p, c.graph));
        requireOfSum(c, { asks, users, settings: c.settings }, "No enforced policy asks administrators for a factor that cannot be phished.");
    },
});
