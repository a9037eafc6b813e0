import * as pulumi from "@pulumi/pulumi";

/** A resource of any type, as a program on an older SDK registers it. */
class Any extends pulumi.CustomResource {
    constructor(type: string, name: string, props: pulumi.Inputs, options: pulumi.CustomResourceOptions & { version?: string } = {}) {
        super(type, name, props, options);
    }
}

const native = { version: "2.90.0" };
const account = new Any(
    "azure-native:storage/v20230101:StorageAccount",
    "account",
    { resourceGroupName: "rg", accountName: "stold", kind: "StorageV2", sku: { name: "Standard_LRS" } },
    native,
);
new Any(
    "azure-native:storage/v20220901:BlobServiceProperties",
    "blobs",
    { resourceGroupName: "rg", accountName: "stold", blobServicesName: "default", isVersioningEnabled: true },
    { ...native, dependsOn: account },
);
new Any(
    "azure-native:recoveryservices/v20230201:Vault",
    "vault",
    { resourceGroupName: "rg", vaultName: "old", sku: { name: "Standard" }, properties: {} },
    native,
);
new Any(
    "azure-native:dbforpostgresql/v20171201:Server",
    "retired",
    { resourceGroupName: "rg", properties: { createMode: "Default", version: "11" } },
    native,
);

const classic = { version: "6.83.0" };
const bucket = new Any("aws:s3/bucketV2:BucketV2", "second", { bucket: "second", forceDestroy: true }, classic);
new Any("aws:s3/bucketVersioningV2:BucketVersioningV2", "second", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, classic);
new Any("aws:s3/bucket:Bucket", "first", { bucket: "first", versioning: { enabled: true }, acl: "public-read", region: undefined }, classic);
new Any("aws:alb/loadBalancer:LoadBalancer", "balancer", { loadBalancerType: "application", enableDeletionProtection: false }, classic);
new Any("aws:applicationloadbalancing/listener:Listener", "listener", { port: 80, protocol: "HTTP", defaultActions: [{ type: "forward" }] }, classic);
new Any("aws:elasticsearch/domain:Domain", "search", { elasticsearchVersion: "5.6", domainName: "old" }, classic);
// Types that nobody knows.
new Any("aws:future/thing:Thing", "future", { encrypted: false });
new Any("azure-native:future:Thing", "future", { properties: { encrypted: false } });
