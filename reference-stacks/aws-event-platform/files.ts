import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { name, tags } from "./config";
import { logGroup } from "./logs";
import { group, subnetIds, vpc } from "./network";
import { ofThisAccount, role, useKey } from "./roles";
import { uploadsName } from "./stores";

// For partners who send files: SFTP over a private connection, each partner with a key of its own and a directory that it cannot leave.
const logs = logGroup("files", `/aws/transfer/${name}-files`);
export const server = new aws.transfer.Server("files", {
    domain: "S3",
    protocols: ["SFTP"],
    identityProviderType: "SERVICE_MANAGED",
    securityPolicyName: "TransferSecurityPolicy-2025-03",
    endpointType: "VPC",
    endpointDetails: { vpcId: vpc.id, subnetIds, securityGroupIds: [group("file-transfer")] },
    structuredLogDestinations: [pulumi.interpolate`${logs.arn}:*`],
    tags: { ...tags, Name: `${name}-files` },
});
const partner = role(
    "partner-files",
    "transfer.amazonaws.com",
    [
        {
            Sid: "List",
            Effect: "Allow",
            Action: ["s3:GetBucketLocation", "s3:ListBucket"],
            Resource: pulumi.interpolate`arn:aws:s3:::${uploadsName}`,
        },
        { Sid: "Write", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: pulumi.interpolate`arn:aws:s3:::${uploadsName}/*` },
        useKey("data", ["s3"]),
    ],
    ofThisAccount,
);
// One user more for each partner; SSH keys are added by aws.transfer.SshKey, with the public half that the partner sends.
new aws.transfer.User("example-partner", {
    serverId: server.id,
    userName: "example-partner",
    role: partner.role.arn,
    homeDirectoryType: "LOGICAL",
    homeDirectoryMappings: [{ entry: "/", target: pulumi.interpolate`/${uploadsName}/example-partner` }],
    tags,
});
