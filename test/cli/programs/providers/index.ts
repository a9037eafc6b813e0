import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const ireland = new aws.Provider("ireland", { region: "eu-west-1", defaultTags: { tags: { criticality: "critical", role: "backup" } } });
const virginia = new aws.Provider("virginia", { region: "us-east-1" });
const unknownRegion = new aws.Provider("somewhere", {
    region: new aws.ssm.Parameter("region", { type: "String", value: "eu-west-1" }).arn as pulumi.Output<aws.Region>,
});

const database = (name: string, options?: pulumi.CustomResourceOptions) =>
    new aws.rds.Instance(
        name,
        {
            engine: "postgres",
            engineVersion: "17",
            instanceClass: "db.t4g.large",
            allocatedStorage: 20,
            storageEncrypted: true,
            tags: { service: name },
        },
        options,
    );
database("default");
database("ireland", { provider: ireland });
database("virginia", { provider: virginia });
database("somewhere", { provider: unknownRegion });

class Regional extends pulumi.ComponentResource {
    constructor(name: string, options: pulumi.ComponentResourceOptions) {
        super("acme:regional:Regional", name, {}, options);
        const bucket = new aws.s3.Bucket(name, { bucket: `acme-${name}` }, { parent: this });
        new aws.s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, { parent: bucket });
        const region = aws.getRegionOutput({}, { parent: this });
        new aws.cloudtrail.Trail(name, { s3BucketName: bucket.id, name: pulumi.interpolate`trail-${region.region}` }, { parent: this });
    }
}
new Regional("one", { provider: ireland });
new Regional("list", { providers: [virginia] });
new Regional("map", { providers: { aws: ireland } });
const inherited = new Regional("outer", { provider: virginia });
new aws.dynamodb.Table("inherits", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" }, { parent: inherited });
// A region of its own, which wins over the provider's.
new aws.s3.Bucket("own-region", { bucket: "own-region", region: "us-west-2" });
