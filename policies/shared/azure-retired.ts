import { lifecycle } from "../../src/charter/lifecycles";
import type { Check } from "../../src/policy/check";
import type { SettingSchema } from "../../src/policy/settings";
import type { Path, Token } from "../../src/policy/types";
import { judgeLifecycle } from "./lifecycle";

/** A setting shared by the policies that read the lifecycle table. */
export const WARN_WITHIN_DAYS = {
    type: "integer",
    minimum: 0,
    default: 180,
    description: "Days before the end of support from which advice is given.",
} as const satisfies SettingSchema;

/** Says of something that Azure retires what the table says of it. @param what its name. @param cycle its row of the product `azure-retired`. */
export function judgeRetired<T extends Token>(
    c: Check<T, { readonly warnWithinDays: typeof WARN_WITHIN_DAYS }>,
    property: Path<T> | "",
    what: string,
    cycle: string,
): void {
    judgeLifecycle(c, property, what, lifecycle("azure-retired", cycle, c.today, c.settings));
}
