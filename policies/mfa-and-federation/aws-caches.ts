import { exempt, mustByType } from "../../src/policy/factories";
import { filled, noneOf, off, together, where } from "../../src/policy/facts";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, or } from "../../src/policy/unknown";
import { isFilled, isSet, list, read, text } from "../../src/policy/values";

const OPEN = "The cache answers anyone who can reach it.";
const NO_PASSWORD = "The user signs in without a password.";

/** A user whose access string starts with "off" cannot sign in: the usual way to put the built-in default user out of use. */
function canSignIn(props: Props): Answer {
    return is(read(props, "accessString"), access => !/^\s*off(\s|$)/i.test(text(access ?? "")));
}

export const cacheUserAuthentication = mustByType({
    name: "aws-cache-user-authentication",
    title: "Caches ask their clients who they are",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A cache without users hands sessions and copies of records to anything that reaches its port.",
    fix: "Set userGroupIds (userGroupId, aclName) to a group of users with passwords or IAM authentication, or at least authToken.",
    references: ["checkov:CKV_AWS_31", "cdk-nag:AwsSolutions-AEC6", "fsbp:ElastiCache.6"],
    unless: ({ type, oneOf }) =>
        type === "aws:elasticache/serverlessCache:ServerlessCache" ? exempt(oneOf("engine", ["memcached"]), "Memcached knows no users") : undefined,
    facts: {
        "aws:elasticache/replicationGroup:ReplicationGroup": [
            together("userGroupIds", OPEN, props =>
                or(
                    is(list(read(props, "userGroupIds")), groups => groups.length > 0),
                    isFilled(props, "authToken"),
                    isFilled(props, "authTokenWo"),
                    // A member of a global datastore takes its settings from the first.
                    isSet(props, "globalReplicationGroupId") ? UNKNOWN : false,
                ),
            ),
        ],
        "aws:elasticache/serverlessCache:ServerlessCache": [filled("userGroupId", OPEN)],
        "aws:memorydb/cluster:Cluster": [noneOf("aclName", ["open-access"], "open-access", OPEN)],
        "aws:elasticache/user:User": where(
            canSignIn,
            off("noPasswordRequired", false, NO_PASSWORD),
            noneOf("authenticationMode.type", ["no-password-required"], undefined, NO_PASSWORD),
        ),
        "aws:memorydb/user:User": where(
            canSignIn,
            noneOf("authenticationMode.type", ["no-password-required", "no-password"], undefined, NO_PASSWORD),
        ),
    },
});
