import { isOneOf } from "../../src/policy/check";
import { type Fact, together } from "../../src/policy/facts";
import { isInternet } from "../../src/policy/networks";
import type { Props } from "../../src/policy/resource";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { read, readAll, text } from "../../src/policy/values";

/** Words by which Azure's services say that the internet does not reach them. */
const CLOSED = ["Disabled", "SecuredByPerimeter"];

/** Is the public network shut out, or left to a security perimeter? Every service is open where it does not say. */
export function isClosed(props: Props, property: string): Answer {
    return isOneOf(read(props, property), CLOSED);
}

/** How a service keeps strangers out without closing its public door. */
export interface Filter {
    /** Where it says that whoever no rule names is denied. */
    readonly denies?: string;
    /** Addresses that may come in. Without `denies`, naming some shuts out all others. */
    readonly addresses: string;
}

/** Does the service let in only those whom it names, and not the whole internet by an address? */
export function isFiltered(props: Props, { denies, addresses }: Filter): Answer {
    const named = readAll(props, addresses);
    return and(
        denies === undefined ? some(named, at => is(at.value, () => true)) : isOneOf(read(props, denies), ["Deny"]),
        not(some(named, at => is(at.value, address => isInternet(text(address))))),
    );
}

/** The service is closed to the internet, or lets in only those whom it names. */
export function closed<const P extends string>(property: P, message: string, ...filters: readonly Filter[]): Fact<P> {
    return together(property, message, props => or(isClosed(props, property), ...filters.map(filter => isFiltered(props, filter))));
}
