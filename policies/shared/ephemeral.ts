import type { Estate } from "../../src/policy/estate";
import type { Exemption } from "../../src/policy/factories";

/** For `unless`: a lock that cannot be undone is not asked of a stack that is thrown away within days. */
export function thrownAway({ estate }: { readonly estate: Estate }): Exemption {
    return estate.ephemeral ? "a stack that is thrown away, of which no irreversible lock is asked" : undefined;
}

/** For `unless`: nothing that helps a service to come back is asked of a stack that is thrown away within days. */
export function shortLived({ estate }: { readonly estate: Estate }): string | undefined {
    return estate.ephemeral ? "a stack that is thrown away" : undefined;
}
