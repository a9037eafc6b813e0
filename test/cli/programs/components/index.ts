import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

interface StoreArgs {
    readonly versioned: boolean;
    readonly key: pulumi.Input<string>;
}

class Store extends pulumi.ComponentResource {
    readonly bucket: aws.s3.Bucket;
    constructor(name: string, args: StoreArgs, options?: pulumi.ComponentResourceOptions) {
        super("acme:storage:Store", name, {}, options);
        this.bucket = new aws.s3.Bucket(name, { bucket: `acme-${name}` }, { parent: this });
        new aws.s3.BucketServerSideEncryptionConfiguration(
            name,
            { bucket: this.bucket.id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.key } }] },
            { parent: this.bucket },
        );
        if (args.versioned) {
            new aws.s3.BucketVersioning(name, { bucket: this.bucket.id, versioningConfiguration: { status: "Enabled" } }, { parent: this });
            new aws.s3.BucketPublicAccessBlock(
                name,
                { bucket: this.bucket.bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
                { parent: this },
            );
        }
        this.registerOutputs({ bucket: this.bucket.bucket });
    }
}

class Data extends pulumi.ComponentResource {
    readonly stores: Store[];
    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("acme:data:Data", name, {}, options);
        const key = new aws.kms.Key(name, { enableKeyRotation: name === "records" }, { parent: this });
        this.stores = [true, false].map(
            versioned => new Store(`${name}-${versioned ? "kept" : "loose"}`, { versioned, key: key.arn }, { parent: this }),
        );
        // Registers no outputs, as many components do not.
    }
}

class Platform extends pulumi.ComponentResource {
    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("acme:platform:Platform", name, {}, options);
        const records = new Data("records", { parent: this });
        const logs = new Data("logs", { parent: this, dependsOn: records, protect: true });
        new aws.dynamodb.Table(
            "index",
            {
                attributes: [{ name: "id", type: "S" }],
                hashKey: "id",
                billingMode: "PAY_PER_REQUEST",
                tags: { store: records.stores[0].bucket.bucket },
            },
            { parent: this, dependsOn: [records, logs] },
        );
        this.registerOutputs();
    }
}

new Platform("platform", { retainOnDelete: true });
