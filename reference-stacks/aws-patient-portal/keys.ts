import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { kept, name, tags, type Place } from "./config";
import { document, type Statement } from "./documents";

/** A key that rotates yearly, has the longest waiting time before deletion, and always leaves its account in control, so that nobody is locked out. */
export function key(id: string, description: string, place: Place, statements: Statement[] = [], dependsOn: pulumi.Resource[] = []): aws.kms.Key {
    const result = new aws.kms.Key(
        id,
        {
            description,
            enableKeyRotation: true,
            rotationPeriodInDays: 365,
            deletionWindowInDays: 30,
            policy: document([
                {
                    Sid: "AccountDecidesByIam",
                    Effect: "Allow",
                    Principal: { AWS: pulumi.interpolate`arn:aws:iam::${place.account}:root` },
                    Action: "kms:*",
                    Resource: "*",
                },
                ...statements,
            ]),
            tags,
        },
        { ...kept(place), dependsOn },
    );
    new aws.kms.Alias(id, { name: alias(id), targetKeyId: result.keyId }, place.options);
    return result;
}

export function alias(id: string): string {
    return `alias/${name}-${id}`;
}
