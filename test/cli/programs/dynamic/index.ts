import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const provider: pulumi.dynamic.ResourceProvider = {
    create: inputs => Promise.resolve({ id: "made", outs: inputs }),
};
class Ticket extends pulumi.dynamic.Resource {
    declare readonly number: pulumi.Output<string>;
    constructor(name: string, props: { title: pulumi.Input<string> }, options?: pulumi.CustomResourceOptions) {
        super(provider, name, { number: undefined, ...props }, options);
    }
}
const bucket = new aws.s3.Bucket("bucket", { bucket: "tickets" });
const ticket = new Ticket("ticket", { title: pulumi.interpolate`Look after ${bucket.arn}` });
new aws.s3.BucketVersioning("versioning", { bucket: "tickets", versioningConfiguration: { status: "Enabled" } }, { dependsOn: ticket });
new aws.dynamodb.Table("table", { name: ticket.number, attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
