import type { TagRole } from "../../src/policy/estate";
import type { Answer } from "../../src/policy/unknown";

/** Is it something that the service cannot do without, by its tag? */
export function isCritical(c: { readonly tagged: (role: TagRole, ...values: readonly string[]) => Answer }): Answer {
    return c.tagged("criticality", "high", "critical");
}
