import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const network = new pulumi.StackReference("organization/network/prod");
const named = new pulumi.StackReference("other-name", { name: "organization/network/prod" });

const days = network.requireOutput("retentionDays") as pulumi.Output<number>;
new aws.rds.Instance("short", {
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.t4g.large",
    allocatedStorage: 20,
    storageEncrypted: true,
    backupRetentionPeriod: days,
});
new aws.ec2.SecurityGroup("open", {
    vpcId: network.getOutput("vpcId"),
    ingress: [{ protocol: "tcp", fromPort: 3389, toPort: 3389, cidrBlocks: [named.getOutput("openCidr") as pulumi.Output<string>] }],
});
new aws.s3.BucketVersioning("elsewhere", {
    bucket: network.getOutput("nested").apply(nested => (nested as { logBucket: string }).logBucket),
    versioningConfiguration: { status: "Enabled" },
});
new aws.s3.Bucket("logs", { bucket: network.getOutput("nested").apply(nested => (nested as { logBucket: string }).logBucket) });
new aws.s3.Bucket("absent", { bucket: network.getOutput("nothing") as pulumi.Output<string>, forceDestroy: true });
