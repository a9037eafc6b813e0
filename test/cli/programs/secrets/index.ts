import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config();
const password = config.getSecret("password") ?? pulumi.secret("fallback-of-the-test");
const key = new aws.kms.Key("key", { enableKeyRotation: pulumi.secret(true) }, { additionalSecretOutputs: ["arn"] });

const common = { engine: "mysql", instanceClass: "db.t4g.large", allocatedStorage: 50, username: "admin", password };
new aws.rds.Instance("good", {
    ...common,
    engineVersion: pulumi.secret("8.4.5"),
    storageEncrypted: pulumi.secret(true),
    kmsKeyId: pulumi.secret(key.arn),
    backupRetentionPeriod: pulumi.secret(14),
    publiclyAccessible: pulumi.secret(false),
    deletionProtection: true,
    multiAz: true,
});
new aws.rds.Instance("bad", {
    ...common,
    engineVersion: pulumi.secret("5.7"),
    storageEncrypted: pulumi.secret(false),
    backupRetentionPeriod: pulumi.secret(1),
    publiclyAccessible: pulumi.secret(true),
    skipFinalSnapshot: pulumi.secret(true),
});
// A whole document, a part of one, and a block with a secret inside.
const role = new aws.iam.Role("role", {
    name: pulumi.secret("secret-role"),
    assumeRolePolicy: pulumi.secret(
        JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] }),
    ),
});
new aws.iam.RolePolicy("inline", {
    role: role.id,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: pulumi.secret("*"), Resource: "*" }],
    }),
});
new aws.ec2.SecurityGroup("group", {
    ingress: pulumi.secret([{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }]),
    tags: pulumi.secret({ role: "bastion" }),
});
new aws.lambda.Function("function", {
    runtime: pulumi.secret("nodejs16.x"),
    role: role.arn,
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};") }),
    environment: { variables: { PASSWORD: password } },
});
const bucket = new aws.s3.Bucket("bucket", { bucket: pulumi.secret("secret-name") });
new aws.s3.BucketVersioning("versioning", { bucket: pulumi.secret("secret-name"), versioningConfiguration: pulumi.secret({ status: "Enabled" }) });
export const secretName = bucket.bucket;
