import * as aws from "@pulumi/aws";

import { arn, createAccountSettings, home, name, tags } from "./config";
import { trust } from "./documents";
import { group, subnetIds } from "./network";
import { ofThisAccount, role, useKey } from "./roles";
import { dataKey, stream, streamArn } from "./stores";

// A legacy database that knows no events: its changes are read from its log and go to the same stream.
const secretName = `${name}/legacy-database`;
const secretArn = arn("secretsmanager", `secret:${secretName}-*`);
// Whoever owns the database sets the value (host, port, username, password) and renews it together with the database's own.
const secret = new aws.secretsmanager.Secret("legacy-database", {
    name: secretName,
    description: "How the replication signs in to the legacy database",
    kmsKeyId: dataKey.arn,
    recoveryWindowInDays: 30,
    tags: { ...tags, rotation: "external" },
});
const regional = `dms.${home.region}.amazonaws.com`;
const reader = role("replication-source", regional, [
    { Sid: "ReadSecret", Effect: "Allow", Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], Resource: secretArn },
    useKey("data", ["secretsmanager"], ["kms:Decrypt"]),
]);
const writer = role(
    "replication-target",
    "dms.amazonaws.com",
    [
        {
            Sid: "WriteStream",
            Effect: "Allow",
            Action: ["kinesis:DescribeStream", "kinesis:PutRecord", "kinesis:PutRecords"],
            Resource: streamArn,
        },
        useKey("messages", ["kinesis"]),
    ],
    ofThisAccount,
);

// Two roles that DMS looks for by name, one each in an account.
const accountRoles = createAccountSettings
    ? Object.entries({ "dms-vpc-role": "AmazonDMSVPCManagementRole", "dms-cloudwatch-logs-role": "AmazonDMSCloudWatchLogsRole" }).map(
          ([roleName, policy]) => {
              const own = new aws.iam.Role(roleName, { name: roleName, assumeRolePolicy: trust("dms.amazonaws.com"), tags });
              return new aws.iam.RolePolicyAttachment(roleName, { role: own.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policy}` });
          },
      )
    : [];
const subnetGroup = new aws.dms.ReplicationSubnetGroup(
    "migration",
    { replicationSubnetGroupId: `${name}-migration`, replicationSubnetGroupDescription: "Private subnets of the replication", subnetIds, tags },
    { dependsOn: accountRoles },
);
const instance = new aws.dms.ReplicationInstance("migration", {
    replicationInstanceId: `${name}-migration`,
    replicationInstanceClass: "dms.t3.medium",
    allocatedStorage: 50,
    kmsKeyArn: dataKey.arn,
    multiAz: true,
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    preferredMaintenanceWindow: "sun:03:00-sun:04:00",
    replicationSubnetGroupId: subnetGroup.id,
    vpcSecurityGroupIds: [group("migration")],
    tags,
});
const source = new aws.dms.Endpoint(
    "legacy-database",
    {
        endpointId: `${name}-legacy-database`,
        endpointType: "source",
        engineName: "postgres",
        databaseName: "legacy",
        sslMode: "require",
        secretsManagerArn: secret.arn,
        secretsManagerAccessRoleArn: reader.role.arn,
        kmsKeyArn: dataKey.arn,
        tags,
    },
    { dependsOn: reader.policy },
);
const target = new aws.dms.Endpoint(
    "stream",
    {
        endpointId: `${name}-stream`,
        endpointType: "target",
        engineName: "kinesis",
        kinesisSettings: { messageFormat: "json", serviceAccessRoleArn: writer.role.arn, streamArn: stream.arn },
        kmsKeyArn: dataKey.arn,
        tags,
    },
    { dependsOn: writer.policy },
);
new aws.dms.ReplicationTask("changes", {
    replicationTaskId: `${name}-changes`,
    migrationType: "cdc",
    replicationInstanceArn: instance.replicationInstanceArn,
    sourceEndpointArn: source.endpointArn,
    targetEndpointArn: target.endpointArn,
    // Started by a person, once the secret has its value and the database lets the replication in.
    startReplicationTask: false,
    tableMappings: JSON.stringify({
        rules: [
            {
                "rule-type": "selection",
                "rule-id": "1",
                "rule-name": "events",
                "object-locator": { "schema-name": "events", "table-name": "%" },
                "rule-action": "include",
            },
        ],
    }),
    replicationTaskSettings: JSON.stringify({ Logging: { EnableLogging: true } }),
    tags,
});
