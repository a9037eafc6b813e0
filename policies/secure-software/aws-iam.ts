import { resourcePolicy } from "../../src/policy/definition";
import { type Statement, allows, heldTo, speaksOfAction } from "../../src/policy/documents";
import { type Answer, UNKNOWN, and, is, or, not, some } from "../../src/policy/unknown";
import { documentsAt } from "../shared/statements";

const TRUST = "assumeRolePolicy";

/** The issuer of GitHub's tokens; an enterprise may have one of its own, with its name behind a slash. */
const ISSUER = /^token\.actions\.githubusercontent\.com(\/[^:]+)?$/;

/** The claim of GitHub's token that a condition key tests: "sub", "repository_id". */
function claimOf(key: string): string | undefined {
    const colon = key.lastIndexOf(":");
    return ISSUER.test(key.slice(0, Math.max(colon, 0))) ? key.slice(colon + 1) : undefined;
}

/** Does the trust let in tokens of GitHub Actions? Where the principal is not known, its condition keys tell whose tokens they are. */
function trustsGitHub(s: Statement): Answer {
    const keys = s.conditions.flatMap(c => (typeof c.key === "string" ? [c.key] : []));
    const federated = some(s.principals, p =>
        and(
            is(p.kind, kind => kind === "Federated"),
            is(p.value, value => ISSUER.test(value.replace(/^.*:oidc-provider\//, ""))),
        ),
    );
    const ofAnother = keys.some(key => /[^:]:(aud|sub)$/.test(key));
    const byKeys = keys.some(key => claimOf(key) !== undefined) || (ofAnother ? false : UNKNOWN);
    const github = federated === UNKNOWN ? byKeys : federated;
    return and(allows(s), speaksOfAction(s, "sts:AssumeRoleWithWebIdentity"), github);
}

/** Has the text a wildcard that the operator reads as one? */
function isWild(text: string, wild: boolean): boolean {
    return wild && /[*?]/.test(text);
}

/** The text up to its first wildcard. */
function stem(text: string, wild: boolean): string {
    return wild ? (/^[^*?]*/.exec(text)?.[0] ?? "") : text;
}

/** "repo:OWNER/REPOSITORY:REST" of a token's subject. Ids may stand behind an "@" ("repo:acme@1234/app@5678:…"). */
function subjectOf(value: string): { readonly owner: string; readonly repository: string; readonly rest: string } | undefined {
    const [, owner, repository, rest] = /^repo:([^/:]+)\/([^:]+)(?::(.*))?$/.exec(value) ?? [];
    return owner === undefined || repository === undefined ? undefined : { owner, repository, rest: rest ?? "" };
}

/** Does the subject name one repository? One of another form may be a template of the organisation's own. */
function namesRepository(value: string, wild: boolean): Answer {
    const subject = subjectOf(value);
    if (subject) return !isWild(subject.owner, wild) && !isWild(subject.repository, wild);
    const matchesDefault = value.startsWith("repo:") || (isWild(value, wild) && "repo:".startsWith(stem(value, wild)));
    return matchesDefault ? false : UNKNOWN;
}

/** Is the subject that of a workflow that a pull request started? */
function isPullRequest(value: string, wild: boolean): boolean {
    const rest = subjectOf(value)?.rest ?? "";
    const start = stem(rest, wild);
    return /^pull_request(:|$)/.test(start) || (start !== rest && start !== "" && "pull_request".startsWith(start));
}

export const githubPinned = resourcePolicy({
    name: "aws-github-oidc-trust-pinned-to-repository",
    title: "Roles for GitHub Actions name the repository that may assume them",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: ["aws:iam/role:Role"],
    why: "GitHub signs tokens for every repository in the world, so a trust that does not name one lets in all of them.",
    fix: "Test token.actions.githubusercontent.com:aud for sts.amazonaws.com and :sub for 'repo:OWNER/REPOSITORY:…' (or :repository_id) with StringEquals or StringLike.",
    references: ["checkov:CKV_AWS_358", "checkov:CKV_AWS_393"],
    settings: {
        allowedOrganisations: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Owners on GitHub that may be trusted; all where empty.",
        },
        requireRefOrEnvironment: { type: "boolean", default: false, description: "Ask for a branch, tag or environment in the subject, too." },
    },
    check(c) {
        const owners = c.settings.allowedOrganisations.map(owner => owner.toLowerCase());
        const isAllowed = (owner: string): boolean => owners.includes((owner.split("@")[0] ?? "").toLowerCase());
        const documents = documentsAt(c, [TRUST]);
        let concerned = false;
        for (const { path, document } of documents) {
            for (const s of document.statements) {
                const github = trustsGitHub(s);
                if (github === false) continue;
                concerned = true;
                const held = (claim: string, test: (value: string, wild: boolean) => Answer): Answer =>
                    heldTo(s, key => claimOf(key) === claim, test);
                const require = (answer: Answer, message: string): Answer =>
                    c.requireAt(or(not(github), answer), `${path}.Statement[${String(s.index)}]`, message);
                require(held(
                    "aud",
                    value => value === "sts.amazonaws.com",
                ), "The trust does not test that the token's audience is sts.amazonaws.com.");
                const whole = (value: string, wild: boolean): boolean => value !== "" && !isWild(value, wild);
                const pinned = or(held("sub", namesRepository), held("repository", whole), held("repository_id", whole));
                require(pinned, "The trust does not name the repository whose workflows may assume the role.");
                if (pinned === false) continue;
                if (held("sub", () => true) !== false)
                    require(held(
                        "sub",
                        (value, wild) => !isPullRequest(value, wild),
                    ), "The trust lets in workflows that a pull request started, before anybody has reviewed it.");
                if (owners.length > 0) {
                    const ofSubject = held("sub", value => (value.startsWith("repo:") ? isAllowed(subjectOf(value)?.owner ?? "") : UNKNOWN));
                    const byId = and(held("sub", () => true) === false, held("repository", () => true) === false);
                    const known = or(
                        ofSubject,
                        held("repository", value => isAllowed(value.split("/")[0] ?? "")),
                        byId === true ? UNKNOWN : false,
                    );
                    require(known, "The trust names an owner on GitHub that is not allowed.");
                }
                const narrow = or(
                    held("sub", (value, wild) => stem(subjectOf(value)?.rest ?? value, wild) !== ""),
                    held("ref", (value, wild) => stem(value, wild) !== ""),
                    held("environment", (value, wild) => stem(value, wild) !== ""),
                );
                const message = "Every branch, tag and pull request of the repository may assume the role.";
                if (c.settings.requireRefOrEnvironment) require(narrow, message);
                else if (narrow === false && github === true) c.advice(TRUST, message);
            }
        }
        if (documents.length > 0 && !concerned) c.notApplicable("does not trust GitHub Actions");
    },
});
