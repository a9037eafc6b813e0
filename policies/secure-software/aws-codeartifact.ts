import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, is, isUnknown, or } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { isCustomerKey } from "../shared/customer-keys";

const DOMAIN = "aws:codeartifact/domain:Domain";
const REPOSITORY = "aws:codeartifact/repository:Repository";

export const codeartifactControlled = stackPolicy({
    name: "aws-codeartifact-controlled-dependencies",
    title: "Public packages reach builds only by way of a repository of their own",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [DOMAIN, REPOSITORY],
    why: "Where public and own packages share a repository, a public one with the name of an own one is taken for it.",
    fix: "Keep externalConnections to repositories that externalConnectionRepos names, and list these as upstreams of the others.",
    references: ["checkov:CKV_AWS_221"],
    settings: {
        requireCustomerKey: { type: "boolean", default: false, description: "Ask for a key of one's own on every domain." },
        externalConnectionRepos: {
            type: "array",
            items: { type: "string" },
            default: ["*-public-proxy"],
            description: "Names of repositories that may be connected to public ones, with wildcards.",
        },
    },
    checkResource({ type, graph, resource, get, require, notApplicable, settings }) {
        if (type === DOMAIN) {
            if (settings.requireCustomerKey)
                require(isCustomerKey(get("encryptionKey")), "encryptionKey", "No key of one's own encrypts the packages.");
            else notApplicable("encrypted in any case; a key of one's own is not asked for");
            return;
        }
        const connection = get("externalConnections");
        if (connection === undefined) return;
        const named = is(get("repository"), name => settings.externalConnectionRepos.some(pattern => matchesWildcard(pattern, text(name ?? ""))));
        // One that only hands on what others take from it publishes nothing of its own.
        const handsOn = linkedSatisfies(graph.into(resource, REPOSITORY, "upstreams[].repositoryName"), () => true);
        require(or(
            named,
            handsOn,
            isUnknown(connection) ? UNKNOWN : false,
        ), "externalConnections", "Public packages come into a repository that is not set apart for them.");
    },
});
