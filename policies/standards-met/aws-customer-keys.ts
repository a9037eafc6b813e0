import { type Exemption, mustByType } from "../../src/policy/factories";
import { type Fact, together } from "../../src/policy/facts";
import type { Resource } from "../../src/policy/resource";
import { UNKNOWN, and } from "../../src/policy/unknown";
import { isSet, read, truth } from "../../src/policy/values";
import { customerKey, isCustomerKey } from "../shared/customer-keys";

const MESSAGE = "The data is encrypted with a key of AWS, not with one of your own.";
const byId: readonly Fact<"kmsKeyId">[] = [customerKey("kmsKeyId", MESSAGE)];
const byArn: readonly Fact<"kmsKeyArn">[] = [customerKey("kmsKeyArn", MESSAGE)];

/** What a database is made from takes its key along, unless it is given another. */
function madeFromAnother({ resource }: { readonly resource: Resource }): Exemption {
    if (isSet(resource.props, "kmsKeyId") || isSet(resource.props, "kmsKeyArn")) return undefined;
    if (isSet(resource.props, "replicateSourceDb")) return "a replica, whose key is its source's";
    return ["snapshotIdentifier", "restoreToPointInTime", "replicationSourceIdentifier"].some(origin => isSet(resource.props, origin))
        ? UNKNOWN
        : undefined;
}

export const databaseCustomerKey = mustByType({
    name: "aws-database-customer-managed-key",
    title: "Databases are encrypted with keys of one's own",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Only a key of one's own has a policy that says who may decrypt, a record of each use, and an end that takes the data with it.",
    fix: "Set kmsKeyId (kmsKeyArn on Neptune and MemoryDB, serverSideEncryption.kmsKeyArn on DynamoDB) to a KMS key that the program declares.",
    references: [
        "aws-config:dynamodb-table-encrypted-kms",
        "aws-config:redshift-cluster-kms-enabled",
        "checkov:CKV_AWS_119",
        "checkov:CKV_AWS_142",
        "checkov:CKV_AWS_160",
        "checkov:CKV_AWS_182",
        "checkov:CKV_AWS_191",
        "checkov:CKV_AWS_201",
        "checkov:CKV_AWS_282",
        "checkov:CKV_AWS_327",
        "checkov:CKV_AWS_347",
        "cdk-nag:AwsSolutions-TS3",
        "fsbp:RedshiftServerless.4",
    ],
    unless: madeFromAnother,
    facts: {
        "aws:rds/instance:Instance": byId,
        "aws:rds/cluster:Cluster": byId,
        "aws:docdb/cluster:Cluster": byId,
        "aws:docdb/elasticCluster:ElasticCluster": byId,
        "aws:redshift/cluster:Cluster": byId,
        "aws:redshiftserverless/namespace:Namespace": byId,
        "aws:elasticache/replicationGroup:ReplicationGroup": byId,
        "aws:timestreamwrite/database:Database": byId,
        "aws:neptune/cluster:Cluster": byArn,
        "aws:memorydb/cluster:Cluster": byArn,
        "aws:dynamodb/table:Table": [
            together("serverSideEncryption.kmsKeyArn", MESSAGE, props =>
                and(truth(read(props, "serverSideEncryption.enabled")) ?? false, isCustomerKey(read(props, "serverSideEncryption.kmsKeyArn"))),
            ),
        ],
    },
});
