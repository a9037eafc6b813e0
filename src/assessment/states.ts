/**
 * What is known of a part of a commitment, the worst first. `missing`: nobody attested it, or not in time, or no run was given. A part to which
 * nothing applies is left out of the reckoning.
 */
export const STATES = ["failed", "missing", "undetermined", "supporting", "partial", "attested", "proved"] as const;
export type KnownState = (typeof STATES)[number];
export type State = KnownState | "not-applicable";

/** The worst of the states; `not-applicable` where none says anything. */
export function worst(states: readonly State[]): State {
    return STATES.find(state => states.includes(state)) ?? "not-applicable";
}

/** The state, or the limit where it is better than that. */
export function atMost(state: State, limit: KnownState): State {
    return state === "not-applicable" || STATES.indexOf(state) <= STATES.indexOf(limit) ? state : limit;
}
