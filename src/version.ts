import manifest from "../package.json";

/** From package.json, bundled in. */
export const VERSION: string = manifest.version;
export const HOMEPAGE: string = manifest.homepage;

/** The page of a policy's documentation. */
export function policyUrl(name: string): string {
    return `${HOMEPAGE}/docs/policies/${name}.md`;
}
