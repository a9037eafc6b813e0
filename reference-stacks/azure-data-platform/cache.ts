import * as redis from "@pulumi/azure-native/redisenterprise";
import type * as pulumi from "@pulumi/pulumi";

import { cacheSku, groups, location, name, tags } from "./config";
import { diagnostics } from "./logs";
import { privateEndpoint } from "./network";

const resourceGroupName = groups.work.name;

// Azure Managed Redis, the successor of Azure Cache for Redis. It holds nothing that cannot be worked out again, so nothing backs it up.
const cluster = new redis.RedisEnterprise("cache", {
    resourceGroupName,
    clusterName: `redis-${name}`,
    location,
    sku: { name: cacheSku },
    highAvailability: "Enabled",
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    tags,
});
const database = new redis.Database("cache", {
    resourceGroupName,
    clusterName: cluster.name,
    databaseName: "default",
    port: 10000,
    clientProtocol: "Encrypted",
    accessKeysAuthentication: "Disabled",
    clusteringPolicy: "OSSCluster",
    evictionPolicy: "VolatileLRU",
});
diagnostics("cache", database.id);
privateEndpoint("cache", cluster.id, "redisEnterprise", ["privatelink.redis.azure.net"]);
export const cacheHost = cluster.hostName;

/** Lets an identity use the cache. */
export function mayUseCache(id: string, objectId: pulumi.Input<string>): void {
    new redis.AccessPolicyAssignment(id, {
        resourceGroupName,
        clusterName: cluster.name,
        databaseName: database.name,
        accessPolicyAssignmentName: id,
        accessPolicyName: "default",
        user: { objectId },
    });
}
