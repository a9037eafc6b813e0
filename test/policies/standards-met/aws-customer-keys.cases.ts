import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const docdb = of("aws:docdb/cluster:Cluster");
const neptune = of("aws:neptune/cluster:Cluster");
const warehouse = of("aws:redshift/cluster:Cluster");
const namespace = of("aws:redshiftserverless/namespace:Namespace");
const cache = of("aws:elasticache/replicationGroup:ReplicationGroup");
const memorydb = of("aws:memorydb/cluster:Cluster");
const series = of("aws:timestreamwrite/database:Database");
const table = of("aws:dynamodb/table:Table");

const KEY = "arn:aws:kms:eu-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const db = { instanceClass: "db.m7g.large", engine: "postgres" };

export const cases: Cases = {
    "aws-database-customer-managed-key": {
        compliant: {
            "a key of one's own": instance({ ...db, kmsKeyId: KEY }),
            "a key that is made in the same update": cluster({ engine: "aurora-postgresql", kmsKeyId: UNKNOWN }),
            "an alias of one's own": docdb({ kmsKeyId: "alias/records" }),
            "a graph": neptune({ kmsKeyArn: KEY }),
            "a warehouse": warehouse({ clusterIdentifier: "a", nodeType: "ra3.large", kmsKeyId: KEY }),
            "a namespace": namespace({ namespaceName: "a", kmsKeyId: KEY }),
            "a cache": cache({ description: "a", kmsKeyId: KEY }),
            "a database in memory": memorydb({ aclName: "a", nodeType: "db.t4g.small", kmsKeyArn: KEY }),
            "time series": series({ databaseName: "a", kmsKeyId: KEY }),
            "a table": table({ serverSideEncryption: { enabled: true, kmsKeyArn: UNKNOWN } }),
            "a copy in another region with its key": instance({ instanceClass: "db.m7g.large", replicateSourceDb: "arn", kmsKeyId: KEY }),
        },
        violating: {
            "no key": [instance(db), "kmsKeyId"],
            "AWS's key by its alias": [cluster({ engine: "aurora-mysql", kmsKeyId: "alias/aws/rds" }), "kmsKeyId"],
            "AWS's key by its alias's ARN": [docdb({ kmsKeyId: "arn:aws:kms:eu-west-2:111122223333:alias/aws/rds" }), "kmsKeyId"],
            "a graph without one": [neptune(), "kmsKeyArn"],
            "a namespace without one": [namespace({ namespaceName: "a" }), "kmsKeyId"],
            "a cache without one": [cache({ description: "a", atRestEncryptionEnabled: true }), "kmsKeyId"],
            "a table without encryption of its own": [table(), "serverSideEncryption.kmsKeyArn"],
            "a table with AWS's key": [table({ serverSideEncryption: { enabled: true } }), "serverSideEncryption.kmsKeyArn"],
            "a table whose key is not used": [table({ serverSideEncryption: { enabled: false, kmsKeyArn: KEY } }), "serverSideEncryption.kmsKeyArn"],
        },
        undetermined: {
            "a table whose switch is not known": [
                table({ serverSideEncryption: { enabled: UNKNOWN, kmsKeyArn: KEY } }),
                "serverSideEncryption.kmsKeyArn",
            ],
            "a restored database, whose key is its snapshot's": [instance({ instanceClass: "db.m7g.large", snapshotIdentifier: "s" }), "kmsKeyId"],
            "a cluster of another moment": [cluster({ engine: "aurora-mysql", restoreToPointInTime: { sourceClusterIdentifier: "a" } }), "kmsKeyId"],
        },
        notApplicable: { "a replica": instance({ instanceClass: "db.m7g.large", replicateSourceDb: "primary" }) },
    },
};
