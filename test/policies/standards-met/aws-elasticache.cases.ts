import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("aws:elasticache/replicationGroup:ReplicationGroup");
const cluster = of("aws:elasticache/cluster:Cluster");
const dax = of("aws:dax/cluster:Cluster");
const memory = of("aws:memorydb/cluster:Cluster");

const both = { atRestEncryptionEnabled: true, transitEncryptionEnabled: true };

export const cases: Cases = {
    "aws-cache-encrypted-at-rest-and-in-transit": {
        compliant: {
            "a group with both": group(both),
            "Valkey, which encrypts what it stores": group({ engine: "valkey", transitEncryptionEnabled: true }),
            "TLS said to be required": group({ ...both, transitEncryptionMode: "required" }),
            "DAX with both": dax({ serverSideEncryption: { enabled: true }, clusterEndpointEncryptionType: "TLS" }),
            "MemoryDB, which uses TLS by default": memory({ nodeType: "db.t4g.small" }),
            "Memcached with TLS": cluster({ engine: "memcached", transitEncryptionEnabled: true }),
            "Memcached without": { resources: [cluster({ engine: "memcached" })], advice: true },
        },
        violating: {
            "flags left out": [group({ engine: "redis" }), "atRestEncryptionEnabled"],
            "Valkey without TLS": [group({ engine: "valkey" }), "transitEncryptionEnabled"],
            "said to be off": [group({ ...both, transitEncryptionEnabled: false }), "transitEncryptionEnabled"],
            "TLS only preferred": [group({ ...both, transitEncryptionMode: "preferred" }), "transitEncryptionMode"],
            "DAX with neither": [dax({ nodeType: "dax.t3.small" }), "clusterEndpointEncryptionType"],
            "MemoryDB without TLS": [memory({ tlsEnabled: false }), "tlsEnabled"],
            "Redis as a cluster of its own": { resources: [cluster({ engine: "redis" })], property: "engine", advice: true },
        },
        undetermined: {
            "known only after the update": [group({ ...both, atRestEncryptionEnabled: UNKNOWN }), "atRestEncryptionEnabled"],
            "a member of a global group takes them from it": [group({ globalReplicationGroupId: UNKNOWN }), "transitEncryptionEnabled"],
        },
        notApplicable: { "a member of a group": cluster({ replicationGroupId: UNKNOWN }) },
    },
};
