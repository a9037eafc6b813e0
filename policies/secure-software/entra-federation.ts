import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, isUnknown, or } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";
import { AUDIENCE, FEDERATION_SETTINGS, gitHubSubject, isAllowedIssuer, isAllowedOwner, isGitHub, namesRun } from "../shared/federation";

const OF_IDENTITY = "azure-native:managedidentity:FederatedIdentityCredential";
const OF_APPLICATION = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential";
const FLEXIBLE = "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential";
const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** Does the list hold the audience of Entra, and nothing else? */
function asksForEntra(audiences: Value | undefined): Answer {
    const elements = list(audiences);
    const [first, ...others] = isUnknown(elements) ? [] : elements;
    if (others.length > 0) return false;
    return isUnknown(elements) || isUnknown(first) ? UNKNOWN : first !== undefined && text(first) === AUDIENCE;
}

/** A service account of Kubernetes, and not the one that every workload of a namespace gets. */
function namesWorkload(subject: string): boolean {
    const [, account] = /^system:serviceaccount:[^:*?]+:([^:*?]+)$/.exec(subject) ?? [];
    return account !== undefined && account !== "default";
}

export const federatedSubjectExact = stackPolicy({
    name: "azure-federated-credential-subject-exact",
    title: "Federated credentials trust one workload of an issuer that is known",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [OF_IDENTITY, OF_APPLICATION],
    reads: [CLUSTER],
    why: "Whoever gets a token with that subject is the identity in Azure: a pull request of a stranger, or any workload of a namespace.",
    fix: "Name one branch, tag or environment ('repo:OWNER/REPOSITORY:environment:NAME') or one service account, and only the audience 'api://AzureADTokenExchange'.",
    references: [
        "azure-policy:fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f",
        "azure-policy:ae62c456-33de-4dc8-b100-7ce9028a7d99",
        "azure-policy:2571b7c3-3056-4a61-b00a-9bc5232234f5",
        "checkov:CKV_AZURE_249",
    ],
    settings: FEDERATION_SETTINGS,
    checkResource(c) {
        const { allowedIssuers, allowedOwners } = c.settings;
        // The provider asks for an issuer: one that is empty is known only once what it is read from stands, such as a new cluster.
        const given = c.word("issuer");
        const issuer = given === undefined || given === "" ? UNKNOWN : given;
        const subject = c.word("subject");
        const ofCluster = isUnknown(issuer) && c.graph.from(c.resource, "issuer", CLUSTER).certain.length > 0;
        c.require(
            or(
                ofCluster,
                is(issuer, i => isAllowedIssuer(i, allowedIssuers)),
            ),
            "issuer",
            "Tokens of an issuer that is not allowed are trusted.",
        );
        c.require(asksForEntra(c.get("audiences")), "audiences", `The audiences are not '${AUDIENCE}' alone.`);

        if (isUnknown(subject)) {
            c.require(UNKNOWN, "subject", "The subject does not name one workload.");
            return;
        }
        const known = subject ?? "";
        if (known === "" || /[*?]/.test(known)) {
            c.violation("subject", "The subject is empty or has a wildcard, and so does not name one workload.");
            return;
        }
        const inCluster =
            known.startsWith("system:serviceaccount:") || ofCluster || (typeof issuer === "string" && /\.oic\.prod-aks\.azure\.com\//i.test(issuer));
        if (inCluster) {
            c.require(namesWorkload(known), "subject", "The subject does not name a service account of its own, by namespace and name.");
            return;
        }
        const gitHub = isUnknown(issuer) ? known.startsWith("repo:") : isGitHub(issuer);
        if (!gitHub) return;
        const found = gitHubSubject(known);
        c.require(found ? namesRun(found.rest) : UNKNOWN, "subject", "The subject does not name a branch, a tag or an environment of a repository.");
        if (allowedOwners.length > 0)
            c.require(
                found ? isAllowedOwner(found.owner, allowedOwners) : UNKNOWN,
                "subject",
                "The subject names an owner on GitHub that is not allowed.",
            );
    },
});

/** One condition of an expression: `claims['sub'] matches 'repo:acme/app:ref:refs/heads/*'`. */
interface Clause {
    readonly claim: string;
    readonly value: string;
    readonly wild: boolean;
}

/** The conditions of an expression, all of which must hold; `undefined` where it cannot be read. */
function clausesOf(expression: string): readonly Clause[] | undefined {
    const clauses = expression
        .split(/\s+and\s+(?=claims\[)/i)
        .map(part => /^\s*claims\[['"]([^'"\]]+)['"]\]\s+(eq|matches)\s+['"]([^'"]*)['"]\s*$/i.exec(part));
    const read = clauses.flatMap(found => (found ? [{ claim: found[1] ?? "", value: found[3] ?? "", wild: /matches/i.test(found[2] ?? "") }] : []));
    return read.length === clauses.length ? read : undefined;
}

/** How the subjects of each issuer start, up to and with what says whose code it is. The first group is the owner. */
const STARTS: readonly { readonly issuer: (url: string) => boolean; readonly start: RegExp }[] = [
    { issuer: isGitHub, start: /^repo:([^/:*?]+)\/[^/:*?]+:(.*)$/ },
    { issuer: url => /^https:\/\/gitlab\./i.test(url), start: /^project_path:([^/:*?]+)\/[^:*?]+:(.*)$/ },
    {
        issuer: url => /^https:\/\/app\.terraform\.io/i.test(url),
        start: /^organization:([^:*?]+):(?:project:[^:*?]+|project:[^:]+:workspace:[^:*?]+):(.*)$/,
    },
];

/** Does a pattern for what follows the repository let in runs that a pull request started? */
function letsInPullRequests({ wild }: Clause, rest: string): boolean {
    const stem = wild ? (/^[^*?]*/.exec(rest)?.[0] ?? "") : rest;
    return /^pull_request(:|$)/.test(stem) || (stem !== rest && "pull_request".startsWith(stem));
}

export const flexibleFederatedNarrow = resourcePolicy({
    name: "entra-flexible-federated-credential-narrow",
    title: "Flexible federated credentials are held to one repository",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [FLEXIBLE],
    why: "A wildcard in the place of the owner or the repository lets the code of strangers in, and so does one that matches pull requests.",
    fix: "Write claims['sub'] matches 'repo:OWNER/REPOSITORY:ref:refs/heads/…' (or ':environment:…'), with wildcards only behind that.",
    references: ["azure-policy:fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f", "checkov:CKV_AZURE_249"],
    settings: FEDERATION_SETTINGS,
    check({ word, require, settings }) {
        const issuer = word("issuer");
        require(is(issuer, url =>
            isAllowedIssuer(url ?? "", settings.allowedIssuers),
        ), "issuer", "Tokens of an issuer that is not allowed are trusted.");
        require(is(word("audience"), audience => audience === AUDIENCE), "audience", `The audience is not '${AUDIENCE}'.`);
        const expression = word("claimsMatchingExpression");
        const path = "claimsMatchingExpression";
        const clauses = isUnknown(expression) || isUnknown(issuer) ? undefined : clausesOf(expression ?? "");
        const place = isUnknown(issuer) ? undefined : STARTS.find(({ issuer: matches }) => matches(issuer ?? ""));
        if (!clauses || !place) {
            require(UNKNOWN, path, "The expression is not held to one repository.");
            return;
        }
        const held = clauses
            .filter(({ claim }) => claim === "sub")
            .flatMap(clause => {
                const [, owner = "", rest = ""] = place.start.exec(clause.value) ?? [];
                return owner === "" ? [] : [{ clause, owner, rest }];
            });
        require(held.length > 0, path, "The expression is not held to one repository.");
        if (held.length === 0) return;
        require(place.issuer !== isGitHub ||
            held.some(({ clause, rest }) => !letsInPullRequests(clause, rest)), path, "The expression lets in runs that a pull request started.");
        require(held.some(({ owner }) => isAllowedOwner(owner, settings.allowedOwners)), path, "The expression names an owner that is not allowed.");
    },
});
