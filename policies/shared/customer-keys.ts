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
    const block = path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : undefined;
    return {
        path,
        message,
        // A key that is not known is one that is made elsewhere; of a block that is not known nobody can say that it holds a key.
        judge: props => [{ path, answer: block !== undefined && read(props, block) === UNKNOWN ? UNKNOWN : isCustomerKey(read(props, path)) }],
    };
}
