import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const { AssetArchive, FileArchive, FileAsset, RemoteAsset, StringAsset } = pulumi.asset;
const role = "arn:aws:iam::123456789012:role/function";
const make = (name: string, runtime: string, code: pulumi.asset.Archive | Promise<pulumi.asset.Archive>) =>
    new aws.lambda.Function(name, { runtime, handler: "handler.handler", role, code });

make("folder", "nodejs22.x", new FileArchive("./code"));
make(
    "map",
    "nodejs14.x",
    new AssetArchive({ "a.js": new FileAsset("code/handler.js"), "b/c.txt": new StringAsset("text"), d: new FileArchive("code") }),
);
make("late", "python3.8", Promise.resolve(new FileArchive("./code")));
make("stringly", "python3.13", new AssetArchive({ "x.py": new StringAsset("def handler(event, context): return None") }));
const bucket = new aws.s3.Bucket("bucket", { bucket: "objects" });
new aws.s3.BucketObjectv2("object", { bucket: bucket.id, key: "handler.js", source: new FileAsset("code/handler.js"), acl: "public-read" });
new aws.s3.BucketObject("text", { bucket: "objects", source: new StringAsset("plain"), acl: "private" });
