import { type Cases, UNKNOWN, of } from "../support/cases";

const sql = of("azure-native:sql:Server");
const instance = of("azure-native:sql:ManagedInstance");
const postgres = of("azure-native:dbforpostgresql:Server");
const mysql = of("azure-native:dbformysql:Server");
const cosmos = of("azure-native:cosmosdb:DatabaseAccount");
const redis = of("azure-native:redis:Redis");
const enterprise = of("azure-native:redisenterprise:RedisEnterprise");
const enterpriseDatabase = of("azure-native:redisenterprise:Database");
const redisRule = of("azure-native:redis:FirewallRule");
const sqlRule = of("azure-native:sql:FirewallRule");
const synapseRule = of("azure-native:synapse:IpFirewallRule");
const postgresRule = of("azure-native:dbforpostgresql:FirewallRule");
const mysqlRule = of("azure-native:dbformysql:FirewallRule");
const groupRule = of("azure-native:dbforpostgresql:ServerGroupFirewallRule");
const mongoRule = of("azure-native:mongocluster:FirewallRule");
const bus = of("azure-native:servicebus:Namespace");
const hubs = of("azure-native:eventhub:Namespace");
const topic = of("azure-native:eventgrid:Topic");
const domain = of("azure-native:eventgrid:Domain");
const iot = of("azure-native:iothub:IotHubResource");
const parameter = of("azure-native:dbforpostgresql:Configuration");
const mysqlParameter = of("azure-native:dbformysql:Configuration");
const encryption = of("azure-native:sql:TransparentDataEncryption");

const cache = redis({ name: "cache" });
const strict = { acceptFirewalledEndpoints: false };

export const cases: Cases = {
    "azure-databases-no-public-network": {
        compliant: {
            "no public access": [
                sql({ publicNetworkAccess: "Disabled" }),
                cosmos({ publicNetworkAccess: "SecuredByPerimeter" }),
                redis({ publicNetworkAccess: "Disabled" }),
                enterprise({ publicNetworkAccess: "Disabled" }),
                postgres({ network: { publicNetworkAccess: "Disabled" } }),
            ],
            "a managed instance as it is by default": instance({}),
            "a managed instance without a public endpoint": instance({ publicDataEndpointEnabled: false }),
            "inside a subnet": [mysql({ network: { delegatedSubnetResourceId: UNKNOWN } }), redis({ subnetId: UNKNOWN })],
            "networks that the account names": cosmos({ isVirtualNetworkFilterEnabled: true }),
            "addresses that the account names": cosmos({ ipRules: [{ ipAddressOrRange: "203.0.113.0/24" }] }),
            "a cache with rules": [cache, redisRule({ cacheName: "cache", startIP: "203.0.113.1", endIP: "203.0.113.1" })],
        },
        violating: {
            "Cosmos DB as it is by default": [cosmos({}), "publicNetworkAccess"],
            "Cosmos DB for all of Azure": [
                cosmos({ isVirtualNetworkFilterEnabled: true, ipRules: [{ ipAddressOrRange: "0.0.0.0" }] }),
                "publicNetworkAccess",
            ],
            "Cosmos DB for half of the world": [cosmos({ ipRules: [{ ipAddressOrRange: "0.0.0.0/1" }] }), "publicNetworkAccess"],
            "a cache as it is by default": [redis({}), "publicNetworkAccess"],
            "a cache open to all": [enterprise({ publicNetworkAccess: "Enabled" }), "publicNetworkAccess"],
            "a managed instance with a public endpoint": [instance({ publicDataEndpointEnabled: true }), "publicDataEndpointEnabled"],
            "a SQL server where firewalls do not do": { resources: [sql({})], settings: strict, property: "publicNetworkAccess" },
            "a flexible server where firewalls do not do": {
                resources: [postgres({ network: { publicNetworkAccess: "Enabled" } })],
                settings: strict,
                property: "network.publicNetworkAccess",
            },
        },
        undetermined: {
            "known only after the update": [cosmos({ publicNetworkAccess: UNKNOWN }), "publicNetworkAccess"],
            "addresses known only after the update": [cosmos({ ipRules: UNKNOWN }), "publicNetworkAccess"],
            "rules of some cache": [[redis({ name: UNKNOWN }), redisRule({ cacheName: UNKNOWN })], "publicNetworkAccess"],
        },
        notApplicable: { "servers whose firewall denies by default": [sql({}), postgres({}), mysql({ network: UNKNOWN })] },
    },
    "azure-database-firewall-rules-narrow": {
        compliant: {
            "one address": sqlRule({ startIpAddress: "203.0.113.7", endIpAddress: "203.0.113.7" }),
            "as many as allowed": redisRule({ startIP: "203.0.113.0", endIP: "203.0.113.255" }),
            "all of Azure, where that is allowed": {
                resources: [postgresRule({ startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" })],
                settings: { allowAzureServices: true },
            },
        },
        violating: {
            "every address": [mysqlRule({ startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" }), "endIpAddress"],
            "all of Azure": [sqlRule({ startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" }), "startIpAddress"],
            "one address too many": [groupRule({ startIpAddress: "203.0.112.0", endIpAddress: "203.0.113.0" }), "endIpAddress"],
            "a cache open to all": [redisRule({ startIP: "0.0.0.0", endIP: "255.255.255.255" }), "endIP"],
            "MongoDB open to all": [
                mongoRule({ properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } }),
                "properties.endIpAddress",
            ],
        },
        undetermined: {
            "an end known only after the update": [synapseRule({ startIpAddress: "203.0.113.1", endIpAddress: UNKNOWN }), "endIpAddress"],
            "a start known only after the update": [sqlRule({ startIpAddress: UNKNOWN, endIpAddress: "203.0.113.1" }), "endIpAddress"],
        },
        notApplicable: { "no addresses": sqlRule({ serverName: "sql" }) },
    },
    "azure-sql-min-tls-1-2": {
        compliant: {
            "left out": [sql({}), instance({})],
            "TLS 1.2, said outright": [sql({ minimalTlsVersion: "1.2" }), instance({ minimalTlsVersion: "1.2" })],
        },
        violating: {
            "TLS 1.0": [sql({ minimalTlsVersion: "1.0" }), "minimalTlsVersion"],
            "no floor": [instance({ minimalTlsVersion: "None" }), "minimalTlsVersion"],
        },
        undetermined: { "known only after the update": [sql({ minimalTlsVersion: UNKNOWN }), "minimalTlsVersion"] },
    },
    "azure-data-services-min-tls-1-2": {
        compliant: {
            "left out": [redis({}), bus({}), hubs({}), topic({}), domain({}), cosmos({}), iot({}), enterprise({})],
            "TLS 1.2, said outright": [
                redis({ minimumTlsVersion: "1.2" }),
                topic({ minimumTlsVersionAllowed: "1.2" }),
                cosmos({ minimalTlsVersion: "Tls12" }),
                iot({ properties: { minTlsVersion: "1.2" } }),
            ],
        },
        violating: {
            "a cache": [redis({ minimumTlsVersion: "1.0" }), "minimumTlsVersion"],
            "a queue": [bus({ minimumTlsVersion: "1.1" }), "minimumTlsVersion"],
            "event hubs": [hubs({ minimumTlsVersion: "1.0" }), "minimumTlsVersion"],
            "an event domain": [domain({ minimumTlsVersionAllowed: "1.0" }), "minimumTlsVersionAllowed"],
            "Cosmos DB": [cosmos({ minimalTlsVersion: "Tls" }), "minimalTlsVersion"],
            "an IoT hub": [iot({ properties: { minTlsVersion: "1.0" } }), "properties.minTlsVersion"],
        },
        undetermined: { "known only after the update": [bus({ minimumTlsVersion: UNKNOWN }), "minimumTlsVersion"] },
    },
    "azure-oss-database-require-tls": {
        compliant: {
            "TLS required": parameter({ configurationName: "require_secure_transport", value: "on" }),
            "the default": parameter({ configurationName: "require_secure_transport" }),
            "modern versions": mysqlParameter({ configurationName: "tls_version", value: "TLSv1.2,TLSv1.3" }),
            "a modern floor": parameter({ configurationName: "ssl_min_protocol_version", value: "TLSv1.3" }),
        },
        violating: {
            "TLS not required": [mysqlParameter({ configurationName: "require_secure_transport", value: "OFF" }), "value"],
            "an old version among them": [mysqlParameter({ configurationName: "tls_version", value: "TLSv1.1,TLSv1.2" }), "value"],
            "an old floor": [parameter({ configurationName: "ssl_min_protocol_version", value: "TLSv1" }), "value"],
        },
        undetermined: {
            "a value known only after the update": [parameter({ configurationName: "require_secure_transport", value: UNKNOWN }), "value"],
            "a name known only after the update": [parameter({ configurationName: UNKNOWN, value: "off" }), "configurationName"],
        },
        notApplicable: { "another parameter": parameter({ configurationName: "log_checkpoints", value: "off" }) },
    },
    "azure-redis-tls-port-only": {
        compliant: {
            "closed by default": [redis({}), enterpriseDatabase({})],
            "closed, said outright": [redis({ enableNonSslPort: false }), enterpriseDatabase({ clientProtocol: "Encrypted" })],
        },
        violating: {
            "the plain port": [redis({ enableNonSslPort: true }), "enableNonSslPort"],
            "plain text": [enterpriseDatabase({ clientProtocol: "Plaintext" }), "clientProtocol"],
        },
        undetermined: { "known only after the update": [redis({ enableNonSslPort: UNKNOWN }), "enableNonSslPort"] },
    },
    "azure-sql-transparent-data-encryption": {
        compliant: {
            on: encryption({ state: "Enabled" }),
            "on, under its name": encryption({ state: "Enabled", tdeName: "current" }),
        },
        violating: {
            off: [encryption({ state: "Disabled" }), "state"],
            "left out": [encryption({}), "state"],
            "under another name": [encryption({ state: "Enabled", tdeName: "mine" }), "tdeName"],
        },
        undetermined: { "known only after the update": [encryption({ state: UNKNOWN }), "state"] },
    },
};
