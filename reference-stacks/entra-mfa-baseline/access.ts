import * as azuread from "@pulumi/azuread";
import type * as pulumi from "@pulumi/pulumi";

import * as breakGlass from "./break-glass";
import { directoryRoles } from "./directory-roles";
import { countries } from "./locations";
import * as strengths from "./strengths";

type Conditions = azuread.types.input.ConditionalAccessPolicyConditions;

const everyone = { includedUsers: ["All"], excludedGroups: [breakGlass.group.objectId] };

/**
 * Conditional access, enforced. Unless a policy says otherwise, it holds for everyone but the break-glass accounts, everywhere, in every application.
 * The accounts come first: whoever makes the policies may be the first whom they shut out.
 */
function policy(
    id: string,
    displayName: string,
    conditions: Partial<Conditions>,
    grantControls: Partial<azuread.types.input.ConditionalAccessPolicyGrantControls>,
    sessionControls?: azuread.types.input.ConditionalAccessPolicySessionControls,
): pulumi.Output<string> {
    const made = new azuread.ConditionalAccessPolicy(
        id,
        {
            displayName,
            state: "enabled",
            conditions: { users: everyone, applications: { includedApplications: ["All"] }, clientAppTypes: ["all"], ...conditions },
            grantControls: { operator: "AND", ...grantControls },
            ...(sessionControls && { sessionControls }),
        },
        { dependsOn: breakGlass.assignments },
    );
    return made.objectId;
}
const block = { builtInControls: ["block"] };

export const policyIds = {
    everyone: policy("everyone", "CA01 Everyone: two factors", {}, { authenticationStrengthPolicyId: strengths.forEveryone.id }),
    administrators: policy(
        "administrators",
        "CA02 Administrators: factors that cannot be phished, every four hours",
        { users: { includedRoles: Object.values(directoryRoles), excludedGroups: everyone.excludedGroups } },
        { authenticationStrengthPolicyId: strengths.forAdministrators.id },
        { signInFrequency: 4, signInFrequencyPeriod: "hours", persistentBrowserMode: "never" },
    ),
    // Nobody is left out: a break-glass account has no use for protocols that take a password alone.
    legacy: policy(
        "legacy",
        "CA03 Everyone: no protocols that take a password alone",
        { users: { includedUsers: ["All"] }, clientAppTypes: ["exchangeActiveSync", "other"] },
        { operator: "OR", ...block },
    ),
    countries: policy(
        "countries",
        "CA04 Everyone: only from the countries in which we work",
        { locations: { includedLocations: ["All"], excludedLocations: [countries.objectId] } },
        { operator: "OR", ...block },
    ),
    // A code that somebody reads out, or types into another's device, signs in the other.
    deviceCodes: policy(
        "device-codes",
        "CA05 Everyone: no signing in on another device by a code",
        { authenticationFlowTransferMethods: ["deviceCodeFlow", "authenticationTransfer"] },
        { operator: "OR", ...block },
    ),
    // Whoever has stolen a password must not register the second factor.
    registration: policy(
        "registration",
        "CA06 Everyone: two factors, or a pass of the help desk, to register a factor",
        { applications: { includedUserActions: ["urn:user:registersecurityinfo"] } },
        { authenticationStrengthPolicyId: strengths.forEveryone.id },
    ),
    riskySignIns: policy(
        "risky-sign-ins",
        "CA07 Everyone: two factors at once where a sign-in looks like somebody else's",
        { signInRiskLevels: ["high", "medium"] },
        { authenticationStrengthPolicyId: strengths.forEveryone.id },
        { signInFrequencyInterval: "everyTime" },
    ),
    riskyUsers: policy(
        "risky-users",
        "CA08 Everyone: a new password where the old one is known to others",
        { userRiskLevels: ["high"] },
        { builtInControls: ["mfa", "passwordChange"] },
        { signInFrequencyInterval: "everyTime" },
    ),
};
