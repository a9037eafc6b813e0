import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { home, imageDigest, kept, name, tags } from "./config";
import { key } from "./keys";

// A tag that was deployed once never comes to mean another image, and every image is scanned when it is pushed.
export const repository = new aws.ecr.Repository(
    "portal",
    {
        name,
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key("images", "Images of the portal", home).arn }],
        forceDelete: false,
        tags,
    },
    kept(home),
);
export const image = pulumi.interpolate`${home.account}.dkr.ecr.${home.region}.amazonaws.com/${name}@${imageDigest}`;
