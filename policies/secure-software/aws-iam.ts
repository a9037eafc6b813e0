import { resourcePolicy } from "../../src/policy/definition";
import { type Statement, allows, heldTo, speaksOfAction } from "../../src/policy/documents";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { documentsAt } from "../shared/statements";

const GITHUB = "token.actions.githubusercontent.com";
const TRUST = "assumeRolePolicy";

/** "repo:OWNER/REPOSITORY:REST" of a token's subject. Owner ids may stand behind an "@" ("repo:acme@1234/app@5678:…"). */
const SUBJECT = /^repo:([^/:]+)\/([^:]+):(.*)$/;

/** Does the trust let in tokens of GitHub Actions? A key that names GitHub says so where the principal is not known. */
function trustsGitHub(s: Statement): Answer {
    const byKey = s.conditions.some(c => typeof c.key === "string" && c.key.startsWith(GITHUB));
    return and(
        allows(s),
        speaksOfAction(s, "sts:AssumeRoleWithWebIdentity"),
        byKey ||
            some(s.principals, p =>
                and(
                    is(p.kind, kind => kind === "Federated"),
                    is(p.value, value => value.endsWith(GITHUB)),
                ),
            ),
    );
}

/** Has the text a wildcard that the operator reads as one? */
function isWild(text: string, wild: boolean): boolean {
    return wild && /[*?]/.test(text);
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
    fix: "Test token.actions.githubusercontent.com:aud for sts.amazonaws.com and :sub for 'repo:OWNER/REPOSITORY:…' with StringEquals or StringLike.",
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
        const subjectsHold = (s: Statement, test: (owner: string, repository: string, rest: string, wild: boolean) => boolean): Answer =>
            heldTo(
                s,
                key => key === `${GITHUB}:sub`,
                (value, wild) => {
                    const [, owner, repository, rest] = SUBJECT.exec(value) ?? [];
                    return owner !== undefined && repository !== undefined && test(owner, repository, rest ?? "", wild);
                },
            );
        const documents = documentsAt(c, [TRUST]);
        let concerned = false;
        for (const { path, document } of documents) {
            for (const s of document.statements) {
                const github = trustsGitHub(s);
                if (github === false) continue;
                concerned = true;
                const at = `${path}.Statement[${String(s.index)}]`;
                const audience = heldTo(
                    s,
                    key => key === `${GITHUB}:aud`,
                    value => value === "sts.amazonaws.com",
                );
                c.requireAt(or(not(github), audience), at, "The trust does not test that the token's audience is sts.amazonaws.com.");
                const pinned = subjectsHold(s, (owner, repository, _, wild) => !isWild(owner, wild) && !isWild(repository, wild));
                c.requireAt(or(not(github), pinned), at, "The trust does not name the repository whose workflows may assume the role.");
                if (owners.length > 0 && pinned !== false) {
                    const known = subjectsHold(s, owner => owners.includes((owner.split("@")[0] ?? "").toLowerCase()));
                    c.requireAt(or(not(github), known), at, "The trust names an owner on GitHub that is not allowed.");
                }
                const narrow = subjectsHold(s, (_, __, rest, wild) => !(wild && /^[*?]*$/.test(rest)));
                const message = "Every branch, tag and pull request of the repository may assume the role.";
                if (pinned === true && narrow !== true) {
                    if (c.settings.requireRefOrEnvironment) c.requireAt(or(not(github), narrow), at, message);
                    else if (narrow === false && github === true) c.advice(TRUST, message);
                }
            }
        }
        if (documents.length > 0 && !concerned) c.notApplicable("does not trust GitHub Actions");
    },
});
