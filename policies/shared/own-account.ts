import type { Surroundings } from "../../src/policy/check";
import { accountOf, known, parseArn } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import type { Unknown } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

/** The account in which the resource stands, where its ARN or its provider says so. */
export function accountHolding(resource: Resource): string | Unknown {
    const arn = read(resource.outputs ?? {}, "arn");
    const account = typeof arn === "string" ? parseArn(arn)?.account : undefined;
    return account !== undefined && /^\d{12}$/.test(account) ? account : accountOf(resource);
}

/** Is the account known to be the stack's own? A preview's stand-in for it is, and each of several to which the provider is held. */
export function isOwnAccount(account: string, { resource, surroundings }: { resource: Resource; surroundings: Surroundings }): boolean {
    const allowed = known(read(resource.provider?.props ?? {}, "allowedAccountIds"))?.match(/\b\d{12}\b/g) ?? [];
    return account === accountHolding(resource) || [...surroundings.ownAccounts, ...allowed].includes(account);
}
