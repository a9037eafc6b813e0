import type { Resource } from "../../src/policy/resource";
import { isOneOf } from "../../src/policy/check";
import { type Answer, and, not } from "../../src/policy/unknown";
import { isFilled, read } from "../../src/policy/values";

/** States of a protected item in which it gets no new recovery points. */
export const ITEM_STOPPED = ["ProtectionStopped", "BackupsSuspended", "ProtectionPaused"];

/** Does a ProtectedItem of a Recovery Services vault say that its source is being backed up? */
export function isBackingUp({ props }: Resource): Answer {
    return and(isFilled(props, "properties.policyId"), not(isOneOf(read(props, "properties.protectionState"), ITEM_STOPPED)));
}
