import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

new aws.s3.Bucket("records", { bucket: pulumi.secret("records-of-the-hospital"), forceDestroy: true, tags: { owner: "pathology" } });
new aws.s3.Bucket("logs", { forceDestroy: pulumi.secret(true) });
const key = new aws.kms.Key("key", { enableKeyRotation: false, deletionWindowInDays: 30 });
// A program sees what the policy set.
new aws.kms.Key("follower", { enableKeyRotation: key.enableKeyRotation, deletionWindowInDays: 30 });
