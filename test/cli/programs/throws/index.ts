import * as aws from "@pulumi/aws";

new aws.s3.Bucket("bucket", { bucket: "made-before" });
for (let i = 0; i < 4; i++) {
    if (i === 3) throw new Error(`the network plan has no room for subnet ${i}`);
    new aws.ec2.Subnet(`subnet-${i}`, { vpcId: "vpc-0aaaaaaaaaaaaaaaa", cidrBlock: `10.0.${i}.0/24` });
}
