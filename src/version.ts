import { homepage, version } from "../package.json";

/** From package.json, bundled in. */
export const VERSION: string = version;
export const HOMEPAGE: string = homepage;

/** The page of a policy's documentation. */
export function policyUrl(name: string): string {
    return `${HOMEPAGE}/docs/policies/${name}.md`;
}
