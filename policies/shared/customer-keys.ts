import type { Fact } from "../../src/policy/facts";
import type { Value } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";

/** Does the value name a KMS key of the customer's own? One that is known only after the update is set, which is what is asked; `alias/aws/…` is AWS's. */
export function isCustomerKey(value: Value | undefined): boolean {
    if (value === UNKNOWN) return true;
    return value !== undefined && text(value) !== "" && !/(^|:)alias\/aws\//.test(text(value));
}

/** The property names a KMS key of the customer's own. */
export function customerKey<const P extends string>(path: P, message: string): Fact<P> {
    return { path, message, judge: props => [{ path, answer: isCustomerKey(read(props, path)) }] };
}
