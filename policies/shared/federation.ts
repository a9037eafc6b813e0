import type { SettingSchema } from "../../src/policy/settings";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { matchesWildcard } from "../../src/policy/wildcard";

/** The audience that Entra asks tokens of other issuers to name. */
export const AUDIENCE = "api://AzureADTokenExchange";

/** What policies on federated credentials let their users change. */
export const FEDERATION_SETTINGS = {
    allowedIssuers: {
        type: "array",
        items: { type: "string" },
        default: [
            "https://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/*",
            "https://vstoken.dev.azure.com/*",
            "https://login.microsoftonline.com/*",
            "https://*.oic.prod-aks.azure.com/*",
            "https://api.pulumi.com/oidc",
            "https://gitlab.com",
            "https://app.terraform.io",
            "https://api.bitbucket.org/*",
        ],
        description: "Issuers whose tokens may be trusted; wildcards stand for a part of the host, or of the path.",
    },
    allowedOwners: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "Owners on GitHub (groups on GitLab, organisations on HCP Terraform) that may be trusted; all where empty.",
    },
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** "https://HOST/PATH" in its parts, so that a wildcard for one cannot reach into the other. */
function parts(url: string): readonly [string, string] {
    const [, host = "", path = ""] = /^https:\/\/([^/]*)\/?(.*?)\/?$/i.exec(url) ?? [];
    return [host.toLowerCase(), path];
}

export function isAllowedIssuer(issuer: string, allowed: readonly string[]): boolean {
    const [host, path] = parts(issuer);
    return (
        host !== "" &&
        allowed.some(pattern => {
            const [hosts, paths] = parts(pattern);
            return matchesWildcard(hosts, host) && matchesWildcard(paths, path);
        })
    );
}

export function isGitHub(issuer: string): boolean {
    return parts(issuer)[0] === "token.actions.githubusercontent.com";
}

/** GitHub's subject: "repo:OWNER/REPOSITORY:REST". Its ids may stand behind an "@" ("repo:acme@1234/app@5678:…"). */
export interface Subject {
    readonly owner: string;
    readonly repository: string;
    readonly rest: string;
}

export function gitHubSubject(text: string): Subject | undefined {
    const [, owner, repository, rest] = /^repo:([^/:]+)\/([^/:]+)(?::(.*))?$/.exec(text) ?? [];
    return owner === undefined || repository === undefined ? undefined : { owner, repository, rest: rest ?? "" };
}

/** Is the owner one of the setting's, without regard to case and to GitHub's id? */
export function isAllowedOwner(owner: string, allowed: readonly string[]): boolean {
    const name = (owner.split("@")[0] ?? "").toLowerCase();
    return allowed.length === 0 || allowed.some(own => own.toLowerCase() === name);
}

/** Does a subject name one branch, tag or environment? A claim of the organisation's own choice may, or may not; no rest at all names none. */
export function namesRun(rest: string): Answer {
    if (/^(environment:.|ref:refs\/(heads|tags)\/.)/.test(rest)) return true;
    return rest === "" || /^(pull_request|ref|environment)(:|$)/.test(rest) ? false : UNKNOWN;
}
