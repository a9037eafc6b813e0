import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";

const key = new aws.kms.Key("key", { enableKeyRotation: true, deletionWindowInDays: 30 });
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnets = [0, 1].map(i => new aws.ec2.Subnet(`subnet-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24` }));
const subnetGroup = new aws.rds.SubnetGroup("database", { subnetIds: subnets.map(subnet => subnet.id) });
const password = new random.RandomPassword("password", { length: 32 });
const suffix = new random.RandomId("suffix", { byteLength: 4 });

// Good, as far as anyone can know.
new aws.rds.Instance("good", {
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.t4g.large",
    allocatedStorage: 50,
    username: "admin",
    password: password.result,
    kmsKeyId: key.arn,
    storageEncrypted: true,
    dbSubnetGroupName: subnetGroup.name,
    backupRetentionPeriod: 14,
    finalSnapshotIdentifier: pulumi.interpolate`good-${suffix.hex}`,
    deletionProtection: true,
    multiAz: true,
});
// The key does not make up for the switch that is off.
new aws.rds.Instance("bad", {
    engine: "postgres",
    engineVersion: "11.22",
    instanceClass: "db.t4g.large",
    allocatedStorage: 50,
    username: "admin",
    password: password.result,
    kmsKeyId: key.arn,
    storageEncrypted: false,
    publiclyAccessible: true,
    backupRetentionPeriod: 0,
    skipFinalSnapshot: true,
});
// What matters is itself unknown.
const days = suffix.dec.apply(text => Number(text) % 30);
new aws.rds.Instance("unknown", {
    engine: "postgres",
    engineVersion: suffix.hex,
    instanceClass: "db.t4g.large",
    allocatedStorage: 50,
    username: "admin",
    password: password.result,
    storageEncrypted: suffix.hex.apply(hex => hex.startsWith("a")),
    backupRetentionPeriod: days,
    publiclyAccessible: suffix.hex.apply(hex => hex.startsWith("b")),
});
// A whole block, one member of a list, and one value in a map are unknown.
const bucket = new aws.s3.Bucket("bucket", { bucket: pulumi.interpolate`records-${suffix.hex}`, tags: { role: suffix.hex } });
new aws.s3.BucketVersioning("versioning", { bucket: bucket.id, versioningConfiguration: { status: suffix.hex } });
new aws.s3.BucketPublicAccessBlock("block", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});
new aws.ec2.SecurityGroup("group", {
    vpcId: vpc.id,
    ingress: [
        { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
        { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [vpc.cidrBlock, pulumi.interpolate`10.0.0.${days}/32`] },
    ],
});
new aws.ec2.SecurityGroup("rules-unknown", {
    vpcId: vpc.id,
    ingress: suffix.hex.apply(hex => [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [hex] }]),
});
new aws.dynamodb.Table("table", {
    attributes: [{ name: "id", type: "S" }],
    hashKey: "id",
    billingMode: "PAY_PER_REQUEST",
    pointInTimeRecovery: suffix.hex.apply(() => ({ enabled: true })),
    serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
});
const vault = new aws.backup.Vault("vault", { name: pulumi.interpolate`vault-${suffix.hex}`, kmsKeyArn: key.arn });
new aws.backup.VaultLockConfiguration("lock", { backupVaultName: vault.name, minRetentionDays: days, maxRetentionDays: 400, changeableForDays: 3 });
new aws.backup.Plan("plan", {
    rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 5 * * ? *)", lifecycle: { deleteAfter: days } }],
});
export const name = bucket.bucket;
