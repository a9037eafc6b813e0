import type { Policies } from "@pulumi/policy";
import { policies } from "../../policies";
import { environment } from "./environment";
import { faultLine } from "./routing";
import { sdkPolicies } from "./sdk-policies";
import { Session } from "./session";

export interface CharterPoliciesOptions {
    /**
     * Which policies to take: commitments, "aws", "azure" or "entra", severities, "core" or "supporting", references and names, the last two with
     * wildcards. Words of one kind are alternatives, kinds narrow each other. All where left out.
     */
    readonly only?: readonly string[];
}

/**
 * The charter's policies as policies of `@pulumi/policy`, to stand beside your own in one `PolicyPack`, with `charter-notices` as the last.
 * Reads the stack's configuration when called.
 * @throws Error with one line where the configuration or the selection is wrong.
 */
export function charterPolicies(options: CharterPoliciesOptions = {}): Policies {
    const session = new Session({ policies, ...environment(), ...options });
    if (session.fault) throw new Error(faultLine(session.fault));
    return sdkPolicies(session);
}
