import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

class Group extends pulumi.ComponentResource {
    constructor(name: string) {
        super("acme:group:Group", name, {}, { aliases: [{ name: "former-group" }, { type: "acme:old:Group" }] });
        new aws.s3.Bucket("child", { bucket: "child" }, { parent: this, aliases: [{ parent: pulumi.rootStackResource }, { name: "old-child" }] });
    }
}
new Group("group");
new aws.s3.Bucket(
    "renamed",
    { bucket: "renamed", forceDestroy: true },
    { aliases: [{ name: "before" }, "urn:pulumi:dev::aliases::aws:s3/bucketV2:BucketV2::before"] },
);
// Types that the SDK itself keeps under several names.
new aws.s3.BucketV2("second", { bucket: "second", forceDestroy: true });
new aws.s3.BucketVersioningV2("second", { bucket: "second", versioningConfiguration: { status: "Enabled" } });
new aws.alb.LoadBalancer("alb", { internal: false, enableDeletionProtection: false });
const balancer = new aws.lb.LoadBalancer("lb", { loadBalancerType: "application", enableDeletionProtection: true });
new aws.lb.Listener("plain", {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-2:123456789012:targetgroup/a/1" }],
});
new aws.alb.Listener("tls", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-2016-08",
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }],
});
