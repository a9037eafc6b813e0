import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const table = of("aws:dynamodb/table:Table");
const secret = of("aws:secretsmanager/secret:Secret");
const database = of("aws:rds/instance:Instance");
const plan = of("aws:backup/plan:Plan");
const vault = of("aws:backup/vault:Vault");
const files = of("aws:efs/replicationConfiguration:ReplicationConfiguration");
const snapshotCopy = of("aws:redshift/snapshotCopy:SnapshotCopy");
const databaseSnapshotCopy = of("aws:rds/snapshotCopy:SnapshotCopy");
const images = of("aws:ecr/replicationConfiguration:ReplicationConfiguration");
const backups = of("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
const bucketReplication = of("aws:s3/bucketReplicationConfig:BucketReplicationConfig");

const ROLE = "arn:aws:iam::111122223333:role/replication";
const replicates = (destination: string, links: { readonly rules?: CaseResource } = {}): CaseResource =>
    bucketReplication({ bucket: "records", role: ROLE, rules: [{ status: "Enabled", destination: { bucket: destination } }] }, links);
const copiesTo = (region: string): CaseResource =>
    plan({
        name: "daily",
        rules: [
            {
                ruleName: "daily",
                targetVaultName: "main",
                copyActions: [{ destinationVaultArn: `arn:aws:backup:${region}:111122223333:backup-vault:copies` }],
            },
        ],
    });
const copiesSomewhere = (links: { readonly rules?: CaseResource } = {}): CaseResource =>
    plan({ name: "daily", rules: [{ ruleName: "daily", targetVaultName: "main", copyActions: [{ destinationVaultArn: UNKNOWN }] }] }, links);
const ireland = vault({ name: "copies", region: "eu-west-1" });
const second = bucket({ region: "eu-west-1" });
const far = bucket({ region: "us-east-1" });
const sentTo = (region: string | typeof UNKNOWN): CaseResource =>
    images({ replicationConfiguration: { rules: [{ destinations: [{ region, registryId: "111122223333" }] }] } });

export const cases: Cases = {
    "aws-data-resides-in-approved-region": {
        compliant: {
            "a bucket in London": bucket({ region: "eu-west-2" }),
            "a table with a replica in Ireland": table({ name: "records", replicas: [{ regionName: "eu-west-1" }] }),
            "a secret with a replica in Ireland": secret({ replicas: [{ region: "eu-west-1" }] }),
            "a plan that copies to Ireland": copiesTo("eu-west-1"),
            "a plan that copies to a vault of the stack": [ireland, copiesSomewhere({ rules: ireland })],
            "files in Ireland": files({ sourceFileSystemId: "fs-1", destination: { region: "eu-west-1" } }),
            "snapshots in Ireland": snapshotCopy({ clusterIdentifier: "warehouse", destinationRegion: "eu-west-1" }),
            "images in Ireland": sentTo("eu-west-1"),
            "a bucket of the stack that takes the copies": [
                second,
                bucketReplication(
                    { bucket: "records", role: ROLE, rules: [{ status: "Enabled", destination: { bucket: UNKNOWN } }] },
                    { rules: second },
                ),
            ],
            "another list": { resources: [bucket({ region: "eu-central-1" })], estate: { approvedRegions: ["eu-central-1"] } },
        },
        violating: {
            "a bucket in Virginia": [bucket({ region: "us-east-1" }), "region"],
            "a database in Virginia": [database({ instanceClass: "db.t4g.micro", region: "us-east-1" }), "region"],
            "backups sent to Virginia": [backups({ sourceDbInstanceArn: "arn", region: "us-east-1" }), "region"],
            "a table with a replica in Virginia": [
                table({ name: "records", replicas: [{ regionName: "eu-west-1" }, { regionName: "us-east-1" }] }),
                "replicas[1].regionName",
            ],
            "a secret with a replica in Virginia": [secret({ replicas: [{ region: "us-east-1" }] }), "replicas[0].region"],
            "a plan that copies to Virginia": [copiesTo("us-east-1"), "rules[0].copyActions[0].destinationVaultArn"],
            "files in Virginia": [files({ sourceFileSystemId: "fs-1", destination: { region: "us-east-1" } }), "destination.region"],
            "snapshots in Virginia": [snapshotCopy({ clusterIdentifier: "warehouse", destinationRegion: "us-east-1" }), "destinationRegion"],
            "a copy of a snapshot in Virginia": [
                databaseSnapshotCopy({ sourceDbSnapshotIdentifier: "a", targetDbSnapshotIdentifier: "b", destinationRegion: "us-east-1" }),
                "destinationRegion",
            ],
            "images in Virginia": [sentTo("us-east-1"), "replicationConfiguration.rules[0].destinations[0].region"],
            "a bucket of the stack that takes the copies, in Virginia": [
                [
                    far,
                    bucketReplication(
                        { bucket: "records", role: ROLE, rules: [{ status: "Enabled", destination: { bucket: UNKNOWN } }] },
                        { rules: far },
                    ),
                ],
                "region",
            ],
        },
        undetermined: {
            "a region that is not known": [bucket({ region: UNKNOWN }), "region"],
            "a replica's region that is not known": [table({ name: "records", replicas: [{ regionName: UNKNOWN }] }), "replicas[0].regionName"],
            "replicas that are not known": [table({ name: "records", replicas: UNKNOWN }), "replicas"],
            "a plan that copies to a vault of another stack": [copiesSomewhere(), "rules[0].copyActions[0].destinationVaultArn"],
            "a bucket of another stack that takes the copies": [replicates("arn:aws:s3:::elsewhere"), "rules[0].destination.bucket"],
            "images sent to a region that is not known": [sentTo(UNKNOWN), "replicationConfiguration.rules[0].destinations[0].region"],
        },
        notApplicable: {
            "a provider that does not tell its region": bucket(),
            "a table without replicas": table({ name: "records" }),
        },
    },
};
