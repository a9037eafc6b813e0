import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

// Mends one kind for the whole stack, and spoils another.
pulumi.runtime.registerResourceTransform(args => {
    if (args.type === "aws:dynamodb/table:Table") return { props: { ...args.props, pointInTimeRecovery: { enabled: true } }, opts: args.opts };
    if (args.type === "aws:kms/key:Key") return { props: { ...args.props, enableKeyRotation: false }, opts: { ...args.opts, protect: true } };
    return undefined;
});
pulumi.runtime.registerInvokeTransform(async args => {
    if (args.token !== "aws:iam/getPolicyDocument:getPolicyDocument") return undefined;
    const statements = (args.args.statements as { resources?: string[] }[]).map(statement => ({ ...statement, resources: ["*"] }));
    return { args: { ...args.args, statements }, opts: args.opts };
});
// The old kind, which runs in the program itself.
pulumi.runtime.registerStackTransformation(args => {
    if (args.type !== "aws:sns/topic:Topic") return undefined;
    return { props: { ...args.props, tags: { role: "alerts" } }, opts: args.opts };
});

const key = new aws.kms.Key("key", { enableKeyRotation: true });
new aws.dynamodb.Table("mended", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
new aws.sns.Topic("topic", { kmsMasterKeyId: key.id });

const bucket = new aws.s3.Bucket(
    "bucket",
    { bucket: "transformed" },
    { transforms: [async args => ({ props: { ...args.props, forceDestroy: true }, opts: args.opts })] },
);
new aws.s3.BucketVersioning(
    "versioning",
    { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } },
    {
        transforms: [
            ({ props, opts }) => ({
                props: { ...props, versioningConfiguration: { status: "Suspended" } },
                opts: pulumi.mergeOptions(opts, { dependsOn: key }),
            }),
        ],
    },
);

class Network extends pulumi.ComponentResource {
    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("acme:network:Network", name, {}, options);
        const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.1.0.0/16" }, { parent: this });
        new aws.ec2.SecurityGroup(
            name,
            { vpcId: vpc.id, ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }] },
            { parent: this },
        );
    }
}
// Reaches the component's children.
new Network("network", {
    transforms: [
        args =>
            args.type === "aws:ec2/securityGroup:SecurityGroup"
                ? { props: { ...args.props, ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] }, opts: args.opts }
                : undefined,
    ],
});

const document = aws.iam.getPolicyDocumentOutput({
    statements: [
        { effect: "Allow", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::transformed/*"] },
        { actions: ["*"], resources: ["arn:aws:s3:::one"] },
    ],
});
new aws.iam.Policy("policy", { policy: document.json });
