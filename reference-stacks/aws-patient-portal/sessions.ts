import { randomBytes } from "node:crypto";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { home, name, tags } from "./config";
import { homeLogs } from "./homelogs";
import { key } from "./keys";
import { group, subnetIds } from "./network";

// Sessions of patients. The service proves who it is through IAM; the user that every client would be by default may do nothing.
const sessionKey = key("sessions", "Sessions", home);
export const userId = `${name}-service`;
const service = new aws.elasticache.User("service", {
    userId,
    userName: userId,
    engine: "valkey",
    accessString: "on ~session:* resetchannels -@all +@read +@write +@connection -@dangerous",
    authenticationMode: { type: "iam" },
    tags,
});
const nobody = new aws.elasticache.User(
    "nobody",
    {
        userId: `${name}-default`,
        userName: "default",
        engine: "valkey",
        accessString: "off ~* -@all",
        // Nobody knows it. A user that is off cannot use it either.
        passwordsWo: pulumi.secret(randomBytes(32).toString("hex")),
        passwordsWoVersion: 1,
        tags,
    },
    { ignoreChanges: ["passwordsWo"] },
);
const users = new aws.elasticache.UserGroup("sessions", {
    engine: "valkey",
    userGroupId: `${name}-sessions`,
    userIds: [nobody.userId, service.userId],
    tags,
});
const place = new aws.elasticache.SubnetGroup("sessions", { name: `${name}-sessions`, subnetIds, tags });

export const sessionsId = `${name}-sessions`;
export const sessions = new aws.elasticache.ReplicationGroup("sessions", {
    replicationGroupId: sessionsId,
    description: "Sessions of patients",
    engine: "valkey",
    engineVersion: "8.0",
    nodeType: "cache.t4g.small",
    numCacheClusters: 3,
    multiAzEnabled: true,
    automaticFailoverEnabled: true,
    atRestEncryptionEnabled: true,
    kmsKeyId: sessionKey.arn,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    userGroupIds: [users.userGroupId],
    subnetGroupName: place.name,
    securityGroupIds: [group("sessions")],
    autoMinorVersionUpgrade: true,
    snapshotRetentionLimit: 35,
    snapshotWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    finalSnapshotIdentifier: `${name}-sessions-final`,
    logDeliveryConfigurations: (["slow-log", "engine-log"] as const).map(logType => ({
        logType,
        logFormat: "json",
        destinationType: "cloudwatch-logs",
        destination: homeLogs(`sessions-${logType}`, `/${name}/sessions/${logType}`).name,
    })),
    tags,
});
