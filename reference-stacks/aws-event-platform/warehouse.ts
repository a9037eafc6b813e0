import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { home, kept, name, tags } from "./config";
import { logGroup } from "./logs";
import { group, subnetIds } from "./network";
import { role, useKey } from "./roles";
import { archiveName, dataKey, readStream } from "./stores";

// A small warehouse for reports, which reads the stream and the archive.
const clusterId = `${name}-warehouse`;
const subnetGroup = new aws.redshift.SubnetGroup("warehouse", {
    name: clusterId,
    description: "Private subnets of the warehouse",
    subnetIds,
    tags,
});
const parameters = new aws.redshift.ParameterGroup("warehouse", {
    name: clusterId,
    family: "redshift-1.0",
    description: "TLS only, statements logged",
    parameters: [
        { name: "require_ssl", value: "true" },
        { name: "enable_user_activity_logging", value: "true" },
    ],
    tags,
});
const reader = role("warehouse", "redshift.amazonaws.com", [
    readStream,
    { Sid: "ListStreams", Effect: "Allow", Action: "kinesis:ListStreams", Resource: "*" },
    {
        Sid: "ReadArchive",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [pulumi.interpolate`arn:aws:s3:::${archiveName}`, pulumi.interpolate`arn:aws:s3:::${archiveName}/*`],
    },
    useKey("messages", ["kinesis"], ["kms:Decrypt"]),
    useKey("data", ["s3"], ["kms:Decrypt"]),
]);
const cluster = new aws.redshift.Cluster(
    "warehouse",
    {
        clusterIdentifier: clusterId,
        databaseName: "reports",
        masterUsername: "warehouse_owner",
        manageMasterPassword: true,
        masterPasswordSecretKmsKeyId: dataKey.arn,
        nodeType: "ra3.large",
        clusterType: "multi-node",
        numberOfNodes: 2,
        clusterSubnetGroupName: subnetGroup.name,
        vpcSecurityGroupIds: [group("warehouse")],
        clusterParameterGroupName: parameters.name,
        defaultIamRoleArn: reader.role.arn,
        iamRoles: [reader.role.arn],
        publiclyAccessible: false,
        enhancedVpcRouting: true,
        encrypted: "true",
        kmsKeyId: dataKey.arn,
        allowVersionUpgrade: true,
        maintenanceTrackName: "current",
        preferredMaintenanceWindow: "sun:02:00-sun:03:00",
        automatedSnapshotRetentionPeriod: 35,
        manualSnapshotRetentionPeriod: -1,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${clusterId}-final`,
        tags,
    },
    { ...kept(home), dependsOn: reader.policy },
);
const kinds = ["connectionlog", "userlog", "useractivitylog"];
const groups = kinds.map(kind => logGroup(`warehouse-${kind}`, `/aws/redshift/cluster/${clusterId}/${kind}`));
new aws.redshift.Logging("warehouse", { clusterIdentifier: cluster.id, logDestinationType: "cloudwatch", logExports: kinds }, { dependsOn: groups });
