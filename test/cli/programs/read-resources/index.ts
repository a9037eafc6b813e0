import * as aws from "@pulumi/aws";

const read = aws.s3.Bucket.get("read", "acme-old-records");
new aws.s3.BucketVersioning("read", { bucket: read.id, versioningConfiguration: { status: "Suspended" } });
new aws.s3.BucketPublicAccessBlock("read", { bucket: read.bucket, blockPublicAcls: false });

const key = aws.kms.Key.get("key", "1234abcd-12ab-34cd-56ef-1234567890ab");
const vault = aws.backup.Vault.get("vault", "central");
new aws.backup.VaultLockConfiguration("lock", { backupVaultName: vault.name, minRetentionDays: 7 });
new aws.backup.Plan("plan", {
    rules: [
        {
            ruleName: "daily",
            targetVaultName: vault.name,
            schedule: "cron(0 5 * * ? *)",
            lifecycle: { deleteAfter: 35 },
            copyActions: [{ destinationVaultArn: vault.arn, lifecycle: { deleteAfter: 35 } }],
        },
    ],
});
new aws.rds.Instance("database", {
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.t4g.large",
    allocatedStorage: 20,
    storageEncrypted: true,
    kmsKeyId: key.arn,
    backupRetentionPeriod: 1,
});
const vpc = aws.ec2.Vpc.get("vpc", "vpc-0aaaaaaaaaaaaaaaa", { cidrBlock: "10.0.0.0/16" });
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id }, { dependsOn: read });
new aws.vpc.SecurityGroupIngressRule("rule", { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" });
// To be adopted: judged like any other.
new aws.s3.Bucket("adopted", { bucket: "adopted", forceDestroy: true }, { import: "adopted" });
