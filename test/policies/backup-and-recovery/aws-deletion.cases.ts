import { type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const repository = of("aws:ecr/repository:Repository");
const zone = of("aws:route53/zone:Zone");
const vault = of("aws:backup/vault:Vault");
const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const table = of("aws:dynamodb/table:Table");
const userPool = of("aws:cognito/userPool:UserPool");
const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const ledger = of("aws:qldb/ledger:Ledger");
const kubernetes = of("aws:eks/cluster:Cluster");
const sql = of("aws:dsql/cluster:Cluster");

export const cases: Cases = {
    "aws-storage-force-destroy-off": {
        compliant: {
            "off by default": bucket(),
            "off, said outright": vault({ forceDestroy: false }),
            "a repository": repository({ forceDelete: false }),
        },
        violating: {
            "a bucket": [bucket({ forceDestroy: true }), "forceDestroy"],
            "a zone": [zone({ forceDestroy: true }), "forceDestroy"],
            "a repository": [repository({ forceDelete: true }), "forceDelete"],
        },
        undetermined: { "known only after the update": [bucket({ forceDestroy: UNKNOWN }), "forceDestroy"] },
        notApplicable: { "a stack that is thrown away": { resources: [bucket({ forceDestroy: true })], estate: { ephemeral: true } } },
    },
    "aws-data-store-deletion-protection": {
        compliant: {
            "a database": instance({ deletionProtection: true }),
            "a table and its replica": table({
                deletionProtectionEnabled: true,
                replicas: [{ regionName: "eu-west-1", deletionProtectionEnabled: true }],
            }),
            "a user pool": userPool({ deletionProtection: "ACTIVE" }),
            "a load balancer": balancer({ enableDeletionProtection: true }),
            "a ledger, by default": ledger(),
            "an Aurora DSQL cluster": sql({ deletionProtectionEnabled: true }),
        },
        violating: {
            "a table, off by default": [table(), "deletionProtectionEnabled"],
            "a database, by default": [cluster(), "deletionProtection"],
            "the same said outright": [cluster({ deletionProtection: false }), "deletionProtection"],
            "a user pool, by default": [userPool(), "deletionProtection"],
            "a user pool, said outright": [userPool({ deletionProtection: "INACTIVE" }), "deletionProtection"],
            "a replica": [
                table({ deletionProtectionEnabled: true, replicas: [{ regionName: "eu-west-1" }] }),
                "replicas[0].deletionProtectionEnabled",
            ],
            "a load balancer, by default": [balancer(), "enableDeletionProtection"],
            "a ledger that gave it up": [ledger({ deletionProtection: false }), "deletionProtection"],
            "a Kubernetes cluster, by default": [kubernetes(), "deletionProtection"],
        },
        undetermined: {
            "known only after the update": [cluster({ deletionProtection: UNKNOWN }), "deletionProtection"],
            "replicas that are not known": [table({ deletionProtectionEnabled: true, replicas: UNKNOWN }), "replicas"],
        },
        notApplicable: {
            "a read replica": instance({ replicateSourceDb: "records" }),
            "a stack that is thrown away": { resources: [cluster()], estate: { ephemeral: true } },
        },
    },
};
