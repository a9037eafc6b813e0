import { previewProgram, type PreviewRun } from "../../src/preview";
import { UNKNOWN } from "../../src/policy/unknown";
import { named, removeScratch, run, scratch } from "./scratch";

jest.setTimeout(60_000);
afterAll(removeScratch);

const URN = "urn:pulumi:dev::trial::";

describe("a program with both clouds", () => {
    let result: PreviewRun;
    beforeAll(async () => {
        result = await run(
            `import * as pulumi from "@pulumi/pulumi";
import { Provider, getCallerIdentity, getRegionOutput } from "@pulumi/aws";
import { getPolicyDocument } from "@pulumi/aws/iam";
import { getVpcEndpoint, getVpcOutput, Instance } from "@pulumi/aws/ec2";
import { Bucket, BucketObject, BucketVersioning } from "@pulumi/aws/s3";
import { Key } from "@pulumi/aws/kms";
import { StorageAccount } from "@pulumi/azure-native/storage";
import { ResourceGroup } from "@pulumi/azure-native/resources";

const config = new pulumi.Config();
export = async () => {
    console.log("a program's own words");
    const key = new Key("key", { enableKeyRotation: true }, { protect: true, ignoreChanges: ["tags"] });
    const bucket = new Bucket("data", { bucket: "data", tags: { password: config.requireSecret("password"), made: config.require("made") } });
    new BucketVersioning("versions", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
    new BucketObject("object", { bucket, key: "a", source: new pulumi.asset.StringAsset("text"), kmsKeyId: key.arn });

    const region = new Provider("london", { region: "eu-west-1", defaultTags: { tags: { service: "pas" } } });
    new Bucket("abroad", { bucket: getRegionOutput({}, { provider: region }).region }, { provider: region });

    const me = await getCallerIdentity();
    const endpoint = await getVpcEndpoint({ vpcId: "vpc-1" });
    const document = await getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"] }] });
    const network = new pulumi.StackReference("organization/network/dev");
    const other = new pulumi.StackReference("organization/unheard/dev");
    const legacy = Bucket.get("legacy", "legacy-bucket");
    const group = new ResourceGroup("group", { resourceGroupName: "rg" });
    new StorageAccount("account", {
        resourceGroupName: group.name,
        sku: { name: "Standard_LRS" },
        kind: "StorageV2",
        tags: {
            account: me.accountId,
            endpoint: endpoint.arn,
            cidr: getVpcOutput({ id: "vpc-1" }).cidrBlock,
            document: document.json,
            vpc: network.requireOutput("vpcId"),
            other: other.getOutput("x"),
            legacy: legacy.arn,
        },
    });
    new Instance("server", { ami: "ami-1" }, { import: "i-1", dependsOn: [legacy, bucket] });
    return { arn: bucket.arn };
};
`,
            {
                "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-2\n  made: 2026-12-31\n  password: {secure: v1:x}\n",
                "answers.yaml": "",
            },
            {
                answers: scratchAnswers(`invokes:
  aws:ec2:getVpc:
    - {args: {id: vpc-2}, result: {cidrBlock: 10.2.0.0/16}}
    - {args: {id: vpc-1}, result: {cidrBlock: 10.1.0.0/16}}
stackReferences:
  organization/network/dev: {vpcId: vpc-7}
`),
            },
        );
    });

    it("gives identity, props and options of resources", () => {
        expect(named(result, "key")).toMatchObject({
            urn: `${URN}aws:kms/key:Key::key`,
            token: "aws:kms/key:Key",
            custom: true,
            props: { enableKeyRotation: true },
            options: { protect: true, ignoreChanges: ["tags"] },
            parent: `${URN}pulumi:pulumi:Stack::trial-dev`,
            location: { file: "index.ts", line: 13 },
        });
        expect(named(result, "server")).toMatchObject({ id: "i-1" });
    });

    it("unwraps secrets, marks what cannot be known, keeps assets opaque and references as ids", () => {
        expect(named(result, "data").props).toEqual({ bucket: "data", tags: { password: UNKNOWN, made: "2026-12-31 00:00:00 +0000 UTC" } });
        const { props, propertyDependencies } = named(result, "object");
        expect(props).toMatchObject({ bucket: UNKNOWN, kmsKeyId: UNKNOWN });
        expect(Object.getPrototypeOf(props.source)).not.toBe(Object.prototype);
        expect(propertyDependencies.kmsKeyId).toEqual([`${URN}aws:kms/key:Key::key`]);
        expect(named(result, "versions")).toMatchObject({
            dependencies: [`${URN}aws:s3/bucket:Bucket::data`],
            propertyDependencies: { bucket: [`${URN}aws:s3/bucket:Bucket::data`] },
        });
    });

    it("answers data sources and other stacks, the file first, and leaves the rest unknown", () => {
        expect(named(result, "account").props.tags).toEqual({
            account: "123456789012",
            endpoint: UNKNOWN,
            cidr: "10.1.0.0/16",
            document: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*"
    }
  ]
}`,
            vpc: "vpc-7",
            other: UNKNOWN,
            legacy: UNKNOWN,
        });
        expect(result.notices).toEqual([expect.stringContaining("aws:ec2/getVpcEndpoint:getVpcEndpoint")]);
        expect(result.ownAccounts).toEqual(["123456789012"]);
    });

    it("shows default and explicit providers, and each resource its own", () => {
        const byDefault = named(result, "default_7_48_0");
        expect(byDefault).toMatchObject({ token: "pulumi:providers:aws", custom: true, props: { region: "eu-west-2", version: "7.48.0" } });
        expect(byDefault.parent).toBeUndefined();
        expect(named(result, "data").provider).toEqual({ urn: byDefault.urn, type: byDefault.token, name: byDefault.name, props: byDefault.props });
        const { provider, props } = named(result, "abroad");
        expect(provider).toMatchObject({ name: "london", props: { region: "eu-west-1", defaultTags: `{"tags":{"service":"pas"}}` } });
        expect(props.bucket).toBe("eu-west-1");
    });

    it("names what is only read, and lets nothing depend on it", () => {
        expect(named(result, "legacy")).toMatchObject({ read: true, id: "legacy-bucket", custom: true });
        expect(named(result, "organization/network/dev")).toMatchObject({ read: true, outputs: { outputs: { vpcId: "vpc-7" } } });
        expect(named(result, "server").dependencies).toEqual([`${URN}aws:s3/bucket:Bucket::data`]);
        expect(named(result, "account").propertyDependencies).toEqual({
            resourceGroupName: [`${URN}azure-native:resources:ResourceGroup::group`],
        });
    });

    it("keeps the program's words apart and the stack's outputs at hand", () => {
        expect(result.stdout).toBe("a program's own words\n");
        expect(named(result, "trial-dev")).toMatchObject({ custom: false, outputs: { arn: UNKNOWN } });
        expect(result).toMatchObject({ project: "trial", stack: "dev", secretKeys: ["trial:password"] });
        expect(result.config["trial:made"]).toBe("2026-12-31 00:00:00 +0000 UTC");
    });
});

describe("components, transforms, hooks and dynamic resources", () => {
    let result: PreviewRun;
    beforeAll(async () => {
        result = await run(`import * as pulumi from "@pulumi/pulumi";
import { Provider, getRegionOutput } from "@pulumi/aws";
import { Bucket } from "@pulumi/aws/s3";

class Inner extends pulumi.ComponentResource {
    bucket: Bucket;
    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("app:index:Inner", name, {}, opts);
        this.bucket = new Bucket(name + "-bucket", { bucket: name }, { parent: this });
        this.registerOutputs({ bucket: this.bucket });
    }
}
class Outer extends pulumi.ComponentResource {
    inner: Inner;
    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("app:index:Outer", name, { size: 1 }, opts);
        this.inner = new Inner(name + "-inner", { parent: this });
        this.registerOutputs();
    }
}
class Thing extends pulumi.dynamic.Resource {
    constructor(name: string, args: object) {
        super({ create: async inputs => ({ id: "1", outs: inputs }) }, name, args);
    }
}

pulumi.runtime.registerResourceTransform(args =>
    args.type === "aws:s3/bucket:Bucket" ? { props: { ...args.props, forceDestroy: false }, opts: args.opts } : undefined,
);
pulumi.runtime.registerInvokeTransform(args => ({ args: { ...args.args, region: "eu-west-3" }, opts: args.opts }));

const provider = new Provider("abroad", { region: "eu-west-1" });
const first = new Bucket("first", { bucket: getRegionOutput().region });
const outer = new Outer("outer", {
    protect: true,
    providers: [provider],
    aliases: [{ name: "former" }],
    transforms: [
        args => {
            if (args.name !== "outer-inner-bucket") return undefined;
            const { bucket, ...rest } = args.props;
            return { props: { ...rest, bucketPrefix: first.arn }, opts: pulumi.mergeOptions(args.opts, { ignoreChanges: ["tags"], retainOnDelete: true }) };
        },
    ],
});
const seen: string[] = [];
const hook = new pulumi.ResourceHook("seen", args => { console.log("hook saw " + args.name); }, { onDryRun: true });
new Bucket("hooked", { bucket: outer.inner.bucket.arn }, { hooks: { beforeCreate: [hook], afterCreate: [hook] } });
new Thing("thing", { size: 2, of: first.id });
new Bucket("looked-at", { bucket: first.arn }, { transforms: [() => undefined] });
new Bucket("rewritten", { bucketPrefix: first.arn }, { dependsOn: [first], transforms: [args => ({ props: { ...args.props }, opts: args.opts })] });
new pulumi.ComponentResource("elsewhere:index:Net", "net", { cidr: "10.0.0.0/16" }, {}, true);
`);
    });

    it("qualifies URNs by the types of parents", () => {
        expect(named(result, "outer-inner-bucket").urn).toBe(`${URN}app:index:Outer$app:index:Inner$aws:s3/bucket:Bucket::outer-inner-bucket`);
        expect(named(result, "outer")).toMatchObject({ custom: false, props: { size: 1 } });
    });

    it("hands protection and providers down", () => {
        expect(named(result, "outer-inner-bucket")).toMatchObject({ options: { protect: true }, provider: { name: "abroad" } });
        expect(named(result, "first")).toMatchObject({ options: { protect: false }, provider: { name: "default_7_48_0" } });
    });

    it("runs the transforms of the parents and the stack, with options", () => {
        const bucket = named(result, "outer-inner-bucket");
        expect(bucket.props).toEqual({ bucketPrefix: UNKNOWN, forceDestroy: false });
        expect(bucket.options).toMatchObject({ ignoreChanges: ["tags"], retainOnDelete: true });
        expect(named(result, "first").props).toEqual({ bucket: "eu-west-3", forceDestroy: false });
    });

    it("knows after a transform of what a property is made only where the SDK says so, as the engine does", () => {
        // The SDK sends what a transform returns as plain and unknown values; what it leaves alone keeps its dependencies.
        const first = named(result, "first").urn;
        expect(named(result, "outer-inner-bucket").propertyDependencies).toEqual({});
        // A transform of the stack touches it too, but the engine gathers dependencies anew only for transforms of the resource itself.
        expect(named(result, "hooked").propertyDependencies).toEqual({ bucket: [named(result, "outer-inner-bucket").urn] });
        expect(named(result, "rewritten")).toMatchObject({ dependencies: [first], propertyDependencies: {} });
        expect(named(result, "thing").propertyDependencies).toEqual({ of: [first] });
        expect(named(result, "looked-at").dependencies).toEqual([first]);
    });

    it("runs hooks that ask for previews", () => {
        expect(result.stdout).toBe("hook saw hooked\nhook saw hooked\n");
    });

    it("takes dynamic resources as resources", () => {
        expect(named(result, "thing")).toMatchObject({ token: "pulumi-nodejs:dynamic:Resource", custom: true, props: { size: 2, of: UNKNOWN } });
    });

    it("registers a remote component and says that its children were not seen", () => {
        expect(named(result, "net")).toMatchObject({ custom: false, props: { cidr: "10.0.0.0/16" } });
        expect(result.notices).toEqual([expect.stringMatching(/^urn:.*::net is a component of another process/)]);
    });
});

it("leaves a program's own stacks as they are, whoever else writes them out", async () => {
    const result = await run(`import { Bucket } from "@pulumi/aws/s3";
const before = Error.prepareStackTrace;
for (let i = 0; i < 3; i++) {
    Error.prepareStackTrace = (_, frames) => frames;
    if (!Array.isArray(new Error().stack)) throw new Error("not asked");
    Error.prepareStackTrace = before;
}
new Bucket("data", { bucket: /index\\.ts:\\d+/.exec(new Error().stack)[0] });
`);
    const bucket = named(result, "data");
    expect(bucket.props.bucket).toBe("index.ts:8");
    expect(bucket.location).toEqual({ file: "index.ts", line: 8 });
});

it("runs JavaScript and ES modules, checks types on demand, takes the entry point of package.json", async () => {
    const javascript = await previewProgram({
        directory: scratch({
            "Pulumi.yaml": "name: trial\nruntime: {name: nodejs, options: {typescript: false}}\n",
            "package.json": `{ "type": "module", "main": "app.js" }`,
            "app.js": `import * as pulumi from "@pulumi/pulumi";\nexport const who = pulumi.getStack() + pulumi.getOrganization();\n`,
        }),
        organization: "acme",
    });
    expect(named(javascript, "trial-dev").outputs).toEqual({ who: "devacme" });
    const typescript = { "tsconfig.json": `{ "compilerOptions": { "strict": true, "types": [] } }` };
    await expect(run(`const x: string = 1;\n`, typescript, { typeCheck: true })).rejects.toThrow(/index\.ts.*TS2322/s);
    await expect(run(`const x: string = 1;\n`, typescript)).resolves.toMatchObject({ project: "trial" });
});

function scratchAnswers(text: string): string {
    return `${scratch({ "answers.yaml": text })}/answers.yaml`;
}
