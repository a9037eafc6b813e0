import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

import { directoryRoles } from "./directory-roles";
import { initialDomain, kept } from "./config";

/**
 * Two accounts for the day on which nobody else can sign in. Nobody knows their passwords: each signs in with passkeys of its own, on keys that
 * lie in two safes. The domain is the tenant's first, so that they work when federation and DNS do not.
 */
const numbers = [1, 2];
export const names = pulumi.all(numbers.map(number => pulumi.interpolate`break-glass-${number}@${initialDomain}`));

const accounts = numbers.map(number => {
    const id = `break-glass-${String(number)}`;
    const password = new random.RandomPassword(id, { length: 64, minLower: 4, minUpper: 4, minNumeric: 4, minSpecial: 4 });
    return new azuread.User(
        id,
        {
            userPrincipalName: pulumi.interpolate`${id}@${initialDomain}`,
            displayName: `Break glass ${String(number)}`,
            password: password.result,
            accountEnabled: true,
            showInAddressList: false,
        },
        kept,
    );
});

/** What conditional access leaves out. Assignable to roles, so that only administrators of roles can change who is in it. */
export const group = new azuread.Group(
    "break-glass",
    {
        displayName: "sg-break-glass",
        description: "Accounts for the day on which nobody else can sign in. Left out of conditional access.",
        securityEnabled: true,
        assignableToRole: true,
        preventDuplicateNames: true,
        members: accounts.map(account => account.objectId),
    },
    kept,
);

// They hold the role for good: there may be nobody left who could activate it.
export const assignments = accounts.map(
    (account, index) =>
        new azuread.DirectoryRoleAssignment(
            `break-glass-${String(index + 1)}`,
            { roleId: directoryRoles["Global Administrator"], principalObjectId: account.objectId, directoryScopeId: "/" },
            kept,
        ),
);
