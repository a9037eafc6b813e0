import type { StackCheck } from "../../src/policy/check";
import type { Estate } from "../../src/policy/estate";
import { type Exemption, ask, exempt } from "../../src/policy/factories";
import type { Fact } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import type { SettingSchema } from "../../src/policy/settings";
import { tagValue } from "../../src/policy/tags";
import type { Path } from "../../src/policy/types";
import { type Answer, isUnknown, or, and, UNKNOWN, is } from "../../src/policy/unknown";
import { isOneOf } from "../../src/policy/check";
import { read } from "../../src/policy/values";

export const ACCOUNT = "azure-native:storage:StorageAccount";
export const BLOB_SERVICE = "azure-native:storage:BlobServiceProperties";
type BlobToken = typeof ACCOUNT | typeof BLOB_SERVICE;

/** Accounts without blobs, and those whose tags say that there is nothing to recover in them. */
export function nothingToRecover({ estate }: { readonly estate: Estate }, account: Resource): Answer {
    const tagged = (key: string, value: string): Answer => is(tagValue(account, key), tag => tag?.toLowerCase() === value);
    return or(isOneOf(read(account.props, "kind"), ["FileStorage"]), tagged(estate.tags.purpose, "logs"), tagged(estate.tags.backup, "not-required"));
}

/**
 * What is said of an account's blobs stands in a resource beside it, with the account's name: each account has one, and the facts hold of each.
 * @param spares where the policy does not speak of an account.
 */
export function judgeBlobService<S extends Record<string, SettingSchema>>(
    c: StackCheck<BlobToken, S>,
    spares: (account: Resource) => Answer,
    missing: string,
    facts: readonly Fact<Path<typeof BLOB_SERVICE>>[],
): void {
    const reason = "an account without blobs, or with nothing to recover, by its kind or tags";
    if (c.type === BLOB_SERVICE) {
        const accounts = c.graph.from(c.resource, "accountName", ACCOUNT);
        ask(c, exempt(or(...accounts.certain.map(spares), ...accounts.possible.map(a => and(UNKNOWN, spares(a)))), reason), facts);
        return;
    }
    const spared: Exemption = exempt(spares(c.resource), reason);
    if (typeof spared === "string") c.notApplicable(spared);
    else
        c.require(
            or(
                isUnknown(spared) ? UNKNOWN : false,
                linkedSatisfies(c.graph.into(c.resource, BLOB_SERVICE, "accountName"), () => true),
            ),
            "",
            missing,
        );
}
