import { resourcePolicy } from "../../src/policy/definition";
import { ask } from "../../src/policy/factories";
import { type Fact, on, oneOf } from "../../src/policy/facts";
import { isOneOf } from "../../src/policy/check";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";

/** A flag that a member of a global group takes from it. */
function flag(path: string, absent: (props: Props) => Answer, message: string): Fact {
    return {
        path,
        message,
        judge: props => [{ path, answer: truth(read(props, path)) ?? (isSet(props, "globalReplicationGroupId") ? UNKNOWN : absent(props)) }],
    };
}

const FACTS: Readonly<Record<string, readonly Fact[]>> = {
    "aws:elasticache/replicationGroup:ReplicationGroup": [
        flag("atRestEncryptionEnabled", props => isOneOf(read(props, "engine"), ["valkey"]), "The cache does not encrypt what it stores."),
        flag("transitEncryptionEnabled", () => false, "The cache does not encrypt its traffic."),
        oneOf("transitEncryptionMode", ["required"], "required", "The cache answers clients without TLS too."),
    ],
    "aws:dax/cluster:Cluster": [
        on("serverSideEncryption.enabled", false, "The cache does not encrypt what it stores."),
        oneOf("clusterEndpointEncryptionType", ["TLS"], "NONE", "The cache does not encrypt its traffic."),
    ],
    "aws:memorydb/cluster:Cluster": [on("tlsEnabled", true, "The cache does not encrypt its traffic.")],
};

export const cacheEncrypted = resourcePolicy({
    name: "aws-cache-encrypted-at-rest-and-in-transit",
    title: "Caches encrypt what they store and what they send",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
        "aws:dax/cluster:Cluster",
        "aws:memorydb/cluster:Cluster",
    ],
    why: "A cache holds copies of the records and of sessions; in plain text both can be read on the network and in snapshots.",
    fix: "Set atRestEncryptionEnabled and transitEncryptionEnabled to true, on a replication group and not on a cluster of its own.",
    references: [
        "aws-config:dax-encryption-enabled",
        "aws-config:dax-tls-endpoint-encryption",
        "checkov:CKV_AWS_29",
        "checkov:CKV_AWS_30",
        "checkov:CKV_AWS_47",
        "checkov:CKV_AWS_202",
        "checkov:CKV_AWS_239",
        "cdk-nag:AwsSolutions-AEC3",
        "cdk-nag:AwsSolutions-DDB4",
        "fsbp:ElastiCache.4",
        "fsbp:ElastiCache.5",
        "fsbp:DynamoDB.3",
        "fsbp:DynamoDB.7",
    ],
    check(c) {
        if (c.type !== "aws:elasticache/cluster:Cluster") {
            ask(c, undefined, FACTS[c.type] ?? []);
            return;
        }
        if (c.has("replicationGroupId")) {
            c.notApplicable("a member of a replication group, which is judged itself");
            return;
        }
        c.require(c.oneOf("engine", ["memcached"]), "engine", "A cluster of its own can encrypt neither what it stores nor what it sends.");
        if (c.on("transitEncryptionEnabled", false) === false) c.advice("transitEncryptionEnabled", "The cache does not encrypt its traffic.");
    },
});
