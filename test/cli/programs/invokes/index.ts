import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

export = async () => {
    const caller = await aws.getCallerIdentity();
    const partition = aws.getPartitionOutput();
    const zones = await aws.getAvailabilityZones({ state: "available" });
    const image = aws.ec2.getAmiOutput({ owners: ["amazon"], mostRecent: true, filters: [{ name: "name", values: ["al2023-ami-*"] }] });
    const shared = await aws.ec2.getSecurityGroup({ name: "shared" });

    const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
    zones.names.forEach((availabilityZone, i) => new aws.ec2.Subnet(`subnet-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone }));
    new aws.ec2.Instance("instance", { ami: image.id, instanceType: "t3.micro", vpcSecurityGroupIds: [shared.id], associatePublicIpAddress: true });
    new aws.vpc.SecurityGroupIngressRule("shared", {
        securityGroupId: shared.id,
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrIpv4: "0.0.0.0/0",
    });
    for (const engine of ["postgres", "mysql"]) {
        const version = aws.rds.getEngineVersionOutput({ engine });
        new aws.rds.Instance(engine, {
            engine,
            engineVersion: version.version,
            instanceClass: "db.t4g.large",
            allocatedStorage: 20,
            storageEncrypted: true,
        });
    }

    const bucket = new aws.s3.Bucket("bucket", { bucket: `acme-${caller.accountId}` });
    // Known arguments: the document is computed.
    const known = await aws.iam.getPolicyDocument({
        statements: [
            {
                effect: "Allow",
                principals: [{ type: "*", identifiers: ["*"] }],
                actions: ["s3:GetObject"],
                resources: [`arn:aws:s3:::acme-${caller.accountId}/*`],
            },
        ],
    });
    new aws.s3.BucketPolicy("known", { bucket: `acme-${caller.accountId}`, policy: known.json });
    // An unknown argument: the call is not made at all.
    const unknown = aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                effect: "Allow",
                principals: [{ type: "*", identifiers: ["*"] }],
                actions: ["s3:GetObject"],
                resources: [pulumi.interpolate`${bucket.arn}/*`],
            },
        ],
    });
    new aws.s3.BucketPolicy("unknown", { bucket: bucket.id, policy: unknown.json });
    // Documents above documents.
    const layered = aws.iam.getPolicyDocumentOutput({
        sourcePolicyDocuments: [known.json],
        overridePolicyDocuments: [
            JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "Tls",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "s3:*",
                        Resource: "*",
                        Condition: { Bool: { "aws:SecureTransport": "false" } },
                    },
                ],
            }),
        ],
    });
    new aws.s3.BucketPolicy("layered", { bucket: "layered", policy: layered.minifiedJson });
    const trust = aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "AWS", identifiers: [pulumi.interpolate`arn:${partition.partition}:iam::999999999999:root`] }],
            },
        ],
    });
    new aws.iam.Role("foreign", { assumeRolePolicy: trust.json });
    const parameter = aws.ssm.getParameterOutput({ name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" });
    new aws.ec2.LaunchTemplate("template", { imageId: parameter.value, metadataOptions: { httpTokens: "optional" } });
    return { account: caller.accountId, layered: layered.json };
};
