import { type Cases, UNKNOWN, of } from "../support/cases";

const plan = of("azure-native:web:AppServicePlan");
const environment = of("azure-native:web:AppServiceEnvironment");
const containers = of("azure-native:app:ManagedEnvironment");
const eventHubs = of("azure-native:eventhub:Namespace");
const serviceBus = of("azure-native:servicebus:Namespace");
const redis = of("azure-native:redis:Redis");
const managedRedis = of("azure-native:redisenterprise:RedisEnterprise");
const firewall = of("azure-native:network:AzureFirewall");
const gateway = of("azure-native:network:ApplicationGateway");
const search = of("azure-native:search:Service");
const cluster = of("azure-native:containerservice:ManagedCluster");

const critical = { location: "uksouth", tags: { criticality: "high" } };
const standard = { name: "Standard", family: "C", capacity: 1 } as const;

export const cases: Cases = {
    "azure-platform-zone-redundancy": {
        compliant: {
            "an App Service plan": plan({ ...critical, zoneRedundant: true }),
            "an App Service environment": environment({ ...critical, zoneRedundant: true }),
            "an environment of container apps": containers({ ...critical, zoneRedundant: true }),
            "Event Hubs, which spread by themselves": eventHubs(critical),
            "Service Bus, which spreads by itself": serviceBus(critical),
            "a cache, which spreads by itself": redis({ ...critical, sku: standard }),
            "a cache in two zones": redis({ ...critical, sku: standard, zonalAllocationPolicy: "UserDefined", zones: ["1", "2"] }),
            "Azure Managed Redis, which spreads by itself": managedRedis({ ...critical, sku: { name: "Balanced_B5" } }),
            "an Enterprise cache in three zones": managedRedis({ ...critical, sku: { name: "Enterprise_E10" }, zones: ["1", "2", "3"] }),
            "a firewall, which spreads by itself": firewall(critical),
            "a gateway in three zones": gateway({ ...critical, zones: ["1", "2", "3"] }),
            "Search with two replicas": search({ ...critical, replicaCount: 2 }),
            "a cluster with an availability promise": cluster({ ...critical, sku: { name: "Base", tier: "Standard" } }),
        },
        violating: {
            "an App Service plan, where it is left out": [plan(critical), "zoneRedundant"],
            "the default said outright": [plan({ ...critical, zoneRedundant: false }), "zoneRedundant"],
            "an App Service environment": [environment(critical), "zoneRedundant"],
            "an environment of container apps": [containers(critical), "zoneRedundant"],
            "Event Hubs, where it is refused": [eventHubs({ ...critical, zoneRedundant: false }), "zoneRedundant"],
            "a cache that refuses zones": [redis({ ...critical, sku: standard, zonalAllocationPolicy: "NoZones" }), "zonalAllocationPolicy"],
            "a cache in one zone": [redis({ ...critical, sku: standard, zones: ["1"] }), "zones"],
            "a cache of the Basic tier": [redis({ ...critical, sku: { name: "Basic", family: "C", capacity: 0 } }), "sku.name"],
            "Azure Managed Redis without a second copy": [
                managedRedis({ ...critical, sku: { name: "Balanced_B5" }, highAvailability: "Disabled" }),
                "highAvailability",
            ],
            "an Enterprise cache without zones": [managedRedis({ ...critical, sku: { name: "Enterprise_E10" } }), "zones"],
            "a firewall in one zone": [firewall({ ...critical, zones: ["1"] }), "zones"],
            "a gateway in one zone": [gateway({ ...critical, zones: ["2"] }), "zones"],
            "Search with one replica": [search(critical), "replicaCount"],
            "a cluster of the free tier": [cluster(critical), "sku.tier"],
        },
        undetermined: {
            "known only after the update": [plan({ ...critical, zoneRedundant: UNKNOWN }), "zoneRedundant"],
            "zones known only after the update": [firewall({ ...critical, zones: UNKNOWN }), "zones"],
            "tags known only after the update": [plan({ location: "uksouth", tags: UNKNOWN }), "zoneRedundant"],
            "a region not known: it may have no zones": [plan({ tags: critical.tags }), "zoneRedundant"],
        },
        notApplicable: {
            "not tagged as critical": plan({ location: "uksouth" }),
            "a region without zones": plan({ ...critical, location: "UK West" }),
            "a stack that is thrown away": { resources: [plan(critical)], estate: { ephemeral: true } },
        },
    },
};
