import { type StackCheck, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must, mustByType } from "../../src/policy/factories";
import { fact, noneOf, off, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { isInternet } from "../../src/policy/networks";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text, truth } from "../../src/policy/values";

const REDIS_RULE = "azure-native:redis:FirewallRule";
const CLOSED = ["Disabled", "SecuredByPerimeter"];

/** What closes a database to the world, and where a breach is reported. `firewalled`: its service denies every address that no rule lets in. */
interface Reach {
    readonly property: string;
    readonly closed: (props: Props, c: StackCheck) => Answer;
    readonly firewalled?: true;
}

const FLEXIBLE: Reach = {
    property: "network.publicNetworkAccess",
    closed: props =>
        or(
            isOneOf(read(props, "network.publicNetworkAccess"), CLOSED),
            is(read(props, "network"), network => network !== undefined && isFilled(network, "delegatedSubnetResourceId")),
        ),
    firewalled: true,
};

const REACH = {
    "azure-native:sql:Server": { property: "publicNetworkAccess", closed: props => closedAt(props), firewalled: true },
    "azure-native:sql:ManagedInstance": {
        property: "publicDataEndpointEnabled",
        closed: props => not(truth(read(props, "publicDataEndpointEnabled")) ?? false),
    },
    "azure-native:dbforpostgresql:Server": FLEXIBLE,
    "azure-native:dbformysql:Server": FLEXIBLE,
    "azure-native:cosmosdb:DatabaseAccount": { property: "publicNetworkAccess", closed: props => or(closedAt(props), isFiltered(props)) },
    "azure-native:redis:Redis": {
        property: "publicNetworkAccess",
        closed: (props, { graph, resource }) =>
            or(
                closedAt(props),
                isFilled(props, "subnetId"),
                linkedSatisfies(graph.into(resource, REDIS_RULE, "cacheName"), () => true),
            ),
    },
    "azure-native:redisenterprise:RedisEnterprise": { property: "publicNetworkAccess", closed: props => closedAt(props) },
} as const satisfies Readonly<Record<string, Reach>>;
const DATABASES = Object.keys(REACH) as (keyof typeof REACH)[];

function closedAt(props: Props): Answer {
    return isOneOf(read(props, "publicNetworkAccess"), CLOSED);
}

/** Does a Cosmos DB account let in only networks and addresses that it names? Its address 0.0.0.0 means all of Azure. */
function isFiltered(props: Props): Answer {
    const addresses = list(read(props, "ipRules"));
    return and(
        or(
            truth(read(props, "isVirtualNetworkFilterEnabled")) ?? false,
            is(addresses, found => found.length > 0),
        ),
        not(some(addresses, at => is(read(at, "ipAddressOrRange"), address => text(address ?? "") === "0.0.0.0" || isInternet(text(address ?? ""))))),
    );
}

export const databasesNoPublicNetwork = stackPolicy({
    name: "azure-databases-no-public-network",
    title: "Databases cannot be reached from any address",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: DATABASES,
    reads: [REDIS_RULE],
    why: "A database that answers the internet is one stolen password or one fresh flaw away from being read by anyone.",
    fix: "Set publicNetworkAccess to 'Disabled' and reach the database by a private endpoint, or name the networks and addresses that may come in.",
    references: [
        "azure-policy:1b8ca024-1d5c-4dec-8995-b1a932b41780",
        "azure-policy:9dfea752-dd46-4766-aed1-c355fa93fb91",
        "azure-policy:5e1de0e3-42cb-4ebc-a86d-61d0c619ca48",
        "azure-policy:c9299215-ae47-4f50-9c54-8a392f68a052",
        "azure-policy:797b37f7-06b8-444c-b1ad-fc62867f335a",
        "azure-policy:470baccb-7e51-4549-8b1a-3e5be069f663",
        "azure-policy:862e97cf-49fc-4a5c-9de4-40d4e2e7c8eb",
        "checkov:CKV_AZURE_113",
        "checkov:CKV_AZURE_53",
        "checkov:CKV_AZURE_68",
        "checkov:CKV_AZURE_99",
        "checkov:CKV_AZURE_101",
        "checkov:CKV_AZURE_89",
        "checkov:CKV2_AZURE_45",
        "checkov:CKV2_AZURE_56",
        "checkov:CKV2_AZURE_57",
        "cis-azure-2.0:4.1.2",
        "cis-azure-2.0:4.3.7",
        "cis-azure-2.0:4.5.1",
        "cis-azure-3.0:5.2.5",
        "mcsb:NS-2",
    ],
    settings: {
        acceptFirewalledEndpoints: {
            type: "boolean",
            default: true,
            description: "Let SQL and flexible servers keep a public endpoint, whose firewall denies every address that no rule lets in.",
        },
    },
    checkResource(c) {
        const { property, closed, firewalled }: Reach = REACH[c.type];
        const answer = closed(c.resource.props, c);
        if (answer !== true && firewalled && c.settings.acceptFirewalledEndpoints)
            c.notApplicable("a firewall that denies by default; azure-database-firewall-rules-narrow judges its rules");
        else c.requireAt(answer, property, "The database can be reached from any address.");
    },
});

/** Both ends of a rule, by type. */
const ENDS = {
    "azure-native:sql:FirewallRule": ["startIpAddress", "endIpAddress"],
    "azure-native:dbforpostgresql:FirewallRule": ["startIpAddress", "endIpAddress"],
    "azure-native:dbformysql:FirewallRule": ["startIpAddress", "endIpAddress"],
    "azure-native:synapse:IpFirewallRule": ["startIpAddress", "endIpAddress"],
    "azure-native:dbforpostgresql:ServerGroupFirewallRule": ["startIpAddress", "endIpAddress"],
    [REDIS_RULE]: ["startIP", "endIP"],
    "azure-native:mongocluster:FirewallRule": ["properties.startIpAddress", "properties.endIpAddress"],
} as const;

export const databaseFirewallRulesNarrow = resourcePolicy({
    name: "azure-database-firewall-rules-narrow",
    title: "Firewall rules of databases let few addresses in",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: Object.keys(ENDS) as (keyof typeof ENDS)[],
    why: "A wide rule opens the database to strangers. The rule from 0.0.0.0 to 0.0.0.0 opens it to every customer of Azure, not to your own services only.",
    fix: "Name the few addresses that need the database, or leave the rule out and use a private endpoint.",
    references: [
        "azure-policy:56fd377d-098c-4f02-8406-81eb055902b8",
        "azure-policy:12339a85-a25c-4f17-9f82-4766f13f5c4c",
        "checkov:CKV_AZURE_11",
        "checkov:CKV2_AZURE_34",
        "checkov:CKV2_AZURE_26",
        "checkov:CKV2_AZURE_19",
    ],
    settings: {
        maxAddresses: { type: "integer", minimum: 1, default: 256, description: "Addresses that one rule may let in." },
        allowAzureServices: { type: "boolean", default: false, description: "Allow the rule that lets in every service of Azure, whoever runs it." },
    },
    check({ type, settings, get, has, requireAt, notApplicable }) {
        const [start, end] = ENDS[type];
        if (!has(start) && !has(end)) {
            notApplicable("a rule without addresses");
            return;
        }
        const first = addressNumber(get(start));
        const last = addressNumber(get(end));
        const allOfAzure = and(isEqual(first, 0), isEqual(last, 0));
        requireAt(settings.allowAzureServices || not(allOfAzure), start, "The rule lets in every customer of Azure.");
        requireAt(
            is(first, from => is(last, to => to - from < settings.maxAddresses)),
            end,
            `The rule lets in more than ${String(settings.maxAddresses)} addresses.`,
        );
    },
});

function isEqual(value: number | Unknown, wanted: number): Answer {
    return is(value, known => known === wanted);
}

/** "10.0.0.1" as a number; UNKNOWN where it is no address. */
function addressNumber(address: Value | undefined): number | Unknown {
    if (address === undefined || address === UNKNOWN) return UNKNOWN;
    const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text(address).trim())?.slice(1).map(Number);
    return parts?.reduce((number, part) => number * 256 + part, 0) ?? UNKNOWN;
}

const OLD_TLS = "It takes versions of TLS before 1.2.";
const MODERN = ["1.2", "1.3"];

export const sqlMinTls = must({
    name: "azure-sql-min-tls-1-2",
    title: "SQL servers take TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:sql:Server", "azure-native:sql:ManagedInstance"],
    why: "TLS 1.0 and 1.1 have known weaknesses, and the NCSC advises against both.",
    fix: "Set minimalTlsVersion to '1.2', or leave it out.",
    remedies: [{ path: "minimalTlsVersion", value: "1.2" }],
    references: [
        "azure-policy:32e6bbec-16b6-44c2-be37-c5b672d103cf",
        "azure-policy:a8793640-60f7-487c-b5c3-1d37215905c4",
        "checkov:CKV_AZURE_52",
        "mcsb:DP-3",
        "mcsb:IM-4",
    ],
    facts: [noneOf("minimalTlsVersion", ["None", "1.0", "1.1"], "1.2", OLD_TLS)],
});

export const dataServicesMinTls = mustByType({
    name: "azure-data-services-min-tls-1-2",
    title: "Caches, queues, hubs and Cosmos DB take TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "TLS 1.0 and 1.1 have known weaknesses, and the NCSC advises against both.",
    fix: "Set the minimum TLS version to '1.2' ('Tls12' on Cosmos DB), or leave it out.",
    remedies: [
        {
            path: "minimumTlsVersion",
            value: "1.2",
            types: [
                "azure-native:redis:Redis",
                "azure-native:redisenterprise:RedisEnterprise",
                "azure-native:servicebus:Namespace",
                "azure-native:eventhub:Namespace",
            ],
        },
        { path: "minimalTlsVersion", value: "Tls12" },
    ],
    references: ["checkov:CKV_AZURE_148", "checkov:CKV_AZURE_205", "checkov:CKV_AZURE_223"],
    facts: {
        "azure-native:redis:Redis": [oneOf("minimumTlsVersion", MODERN, "1.2", OLD_TLS)],
        "azure-native:redisenterprise:RedisEnterprise": [oneOf("minimumTlsVersion", MODERN, "1.2", OLD_TLS)],
        "azure-native:servicebus:Namespace": [oneOf("minimumTlsVersion", MODERN, "1.2", OLD_TLS)],
        "azure-native:eventhub:Namespace": [oneOf("minimumTlsVersion", MODERN, "1.2", OLD_TLS)],
        "azure-native:eventgrid:Topic": [oneOf("minimumTlsVersionAllowed", MODERN, "1.2", OLD_TLS)],
        "azure-native:eventgrid:Domain": [oneOf("minimumTlsVersionAllowed", MODERN, "1.2", OLD_TLS)],
        "azure-native:cosmosdb:DatabaseAccount": [oneOf("minimalTlsVersion", ["Tls12", "Tls13"], "Tls12", OLD_TLS)],
        "azure-native:iothub:IotHubResource": [oneOf("properties.minTlsVersion", MODERN, "1.2", OLD_TLS)],
    },
});

/** The parameters that decide on TLS: may the value stand? */
const PARAMETERS: Readonly<Record<string, (value: string) => boolean>> = {
    require_secure_transport: value => ["on", "1", "true"].includes(value),
    tls_version: value => value.split(",").every(version => ["tlsv1.2", "tlsv1.3"].includes(version.trim())),
    ssl_min_protocol_version: value => ["tlsv1.2", "tlsv1.3"].includes(value),
};

export const ossDatabaseRequireTls = resourcePolicy({
    name: "azure-oss-database-require-tls",
    title: "PostgreSQL and MySQL servers insist on TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:dbforpostgresql:Configuration", "azure-native:dbformysql:Configuration"],
    why: "Passwords and records that go to the database in plain text, or by an old protocol, can be read on their way.",
    fix: "Set require_secure_transport to 'ON' and name no version of TLS before 1.2, or leave these parameters at their defaults.",
    remedies: [{ path: "value", value: "ON" }],
    references: [
        "azure-policy:c29c38cb-74a7-4505-9a06-e588ab86620a",
        "azure-policy:a43d5475-c569-45ce-a268-28fa79f4e87a",
        "checkov:CKV_AZURE_28",
        "checkov:CKV_AZURE_29",
        "checkov:CKV_AZURE_54",
        "checkov:CKV_AZURE_147",
    ],
    check({ get, notApplicable, require, undetermined }) {
        const name = get("configurationName") ?? UNKNOWN;
        const value = get("value");
        if (name === UNKNOWN) {
            undetermined("configurationName", "Not known before the update which parameter this is.");
            return;
        }
        const allows = PARAMETERS[text(name).toLowerCase()];
        if (!allows) notApplicable("a parameter that does not bear on TLS");
        else
            require(is(
                value,
                known => known === undefined || allows(text(known).trim().toLowerCase()),
            ), "value", "The server takes connections without TLS, or by a version before 1.2.");
    },
});

export const redisTlsPortOnly = mustByType({
    name: "azure-redis-tls-port-only",
    title: "Redis answers by TLS only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "Over the plain port, keys of access and everything in the cache can be read on their way.",
    fix: "Leave enableNonSslPort off, and clientProtocol at 'Encrypted'.",
    remedies: [{ path: "enableNonSslPort", value: false }],
    references: ["azure-policy:22bee202-a82f-4305-9a2a-6d7f44d4dedb", "checkov:CKV_AZURE_91", "mcsb:DP-3", "ncsc-cloud-principles:1"],
    facts: {
        "azure-native:redis:Redis": [off("enableNonSslPort", false, "The plain port is open.")],
        "azure-native:redisenterprise:Database": [
            oneOf("clientProtocol", ["Encrypted"], "Encrypted", "Clients speak with the database in plain text."),
        ],
    },
});

export const sqlTransparentEncryption = must({
    name: "azure-sql-transparent-data-encryption",
    title: "SQL databases stay encrypted at rest",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:sql:TransparentDataEncryption"],
    why: "Without it, files, logs and backups of the database can be read by whoever gets hold of them.",
    fix: "Set state to 'Enabled', or leave the resource out: databases are encrypted by default.",
    remedies: [{ path: "state", value: "Enabled" }],
    references: [
        "azure-policy:17k78e20-9358-41c9-923c-fb736d382a12",
        "checkov:CKV2_AZURE_25",
        "cis-azure-2.0:4.1.5",
        "cis-azure-3.0:5.1.5",
        "mcsb:DP-4",
        "ncsc-cloud-principles:2.3",
    ],
    facts: [
        oneOf("state", ["Enabled"], undefined, "Encryption of the database is switched off."),
        fact("tdeName", "Only the configuration named 'current' has an effect.", value => value === undefined || isOneOf(value, ["current"])),
    ],
});
