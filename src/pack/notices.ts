/** The SDK policy under which notices about the run appear. */
export const NOTICES = "charter-notices";
/**
 * The SDK policy that the routing handlers speak through. Nobody can configure it: with the name of a policy that `--policy-pack-config`
 * disables, it would silence them all.
 */
export const ROUTER = "charter-router";
