import type { Policies } from "@pulumi/policy";
import { policies } from "../../policies";
import { environment } from "./environment";
import { faultLine } from "./routing";
import { sdkPolicies } from "./sdk-policies";
import { Session } from "./session";

export interface CharterPoliciesOptions {
    /** Which policies to take, by name; all where left out. */
    readonly only?: readonly string[];
}

/**
 * The charter's policies as policies of `@pulumi/policy`, to stand beside your own in one `PolicyPack`, with `charter-notices` as the last.
 * Reads the stack's configuration when called.
 * @throws Error with one line where the configuration is wrong.
 */
export function charterPolicies(options: CharterPoliciesOptions = {}): Policies {
    const { only } = options;
    const session = new Session({ policies, ...environment() });
    if (session.fault) throw new Error(faultLine(session.fault));
    const all = sdkPolicies(session);
    return only === undefined ? all : all.filter((policy, i) => only.includes(policy.name) || i === all.length - 1);
}
