import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const server = of("azure-native:sql:Server");
const database = of("azure-native:sql:Database");
const pool = of("azure-native:sql:ElasticPool");
const shortTerm = of("azure-native:sql:BackupShortTermRetentionPolicy");
const longTerm = of("azure-native:sql:LongTermRetentionPolicy");
const failoverGroup = of("azure-native:sql:FailoverGroup");
const instance = of("azure-native:sql:ManagedInstance");
const instanceFailoverGroup = of("azure-native:sql:InstanceFailoverGroup");

const resourceGroupName = "rg-records";
const location = "uksouth";
const at = { resourceGroupName, serverName: "sql" } as const;

const app = (props: CaseProps<"azure-native:sql:Database"> = {}, links: Parameters<typeof database>[1] = {}) =>
    database({ ...at, databaseName: "app", location, ...props }, links);
const kept = (retentionDays?: number | typeof UNKNOWN) =>
    shortTerm({ ...at, databaseName: "app", ...(retentionDays === undefined ? {} : { retentionDays }) });
const longKept = (props: CaseProps<"azure-native:sql:LongTermRetentionPolicy">) => longTerm({ ...at, databaseName: "app", ...props });

/** A server of the stack, named by Pulumi, with a database. */
function linked(props: CaseProps<"azure-native:sql:Database"> = {}) {
    const on = server({ resourceGroupName, location });
    const db = database({ resourceGroupName, serverName: UNKNOWN, location, ...props }, { serverName: on });
    const of = (target: CaseResource) =>
        [
            { serverName: UNKNOWN, databaseName: UNKNOWN },
            { serverName: on, databaseName: target },
        ] as const;
    return { on, db, of };
}

const poolId = (name: string) => `/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.Sql/servers/sql/elasticPools/${name}`;
const databaseId = (name: string, of = "sql") => `/subscriptions/s/resourceGroups/rg-records/providers/Microsoft.Sql/servers/${of}/databases/${name}`;
const managed = (props: CaseProps<"azure-native:sql:ManagedInstance"> = {}) =>
    instance({ resourceGroupName, managedInstanceName: "mi", location, ...props });

export const cases: Cases = {
    "azure-sql-point-in-time-retention": {
        compliant: {
            "fourteen days": [app(), kept(14)],
            "the most that there is, of a database elsewhere": kept(35),
            "a lower minimum by setting, met by the default": { resources: [app(), kept()], settings: { minDays: 7 } },
        },
        violating: {
            "left out: seven days": [[app(), kept()], "retentionDays"],
            "the default said outright": [[app(), kept(7)], "retentionDays"],
            "of a database by dependency": [
                (() => {
                    const { db, of } = linked({ sku: { name: "S0", tier: "Standard" } });
                    const [names, links] = of(db);
                    return [db, shortTerm({ ...names, retentionDays: 7 }, links)];
                })(),
                "retentionDays",
            ],
            "of a database whose elastic pool is of another tier": [
                [
                    pool({ ...at, elasticPoolName: "shared", sku: { name: "StandardPool", tier: "Standard" } }),
                    app({ elasticPoolId: poolId("shared") }),
                    kept(7),
                ],
                "retentionDays",
            ],
        },
        undetermined: {
            "days known only after the update": [[app(), kept(UNKNOWN)], "retentionDays"],
            "too few days of a database elsewhere, which may be of the Basic tier": [kept(7), "retentionDays"],
            "too few days of a database of that name on another server": [
                [database({ ...at, serverName: "other", databaseName: "app" }), kept(7)],
                "retentionDays",
            ],
            "too few days of a database whose tier is not known": [[app({ sku: { name: UNKNOWN } }), kept(7)], "retentionDays"],
        },
        notApplicable: {
            "the Basic tier": [app({ sku: { name: "Basic", tier: "Basic" } }), kept(7)],
            "a Basic elastic pool": [
                pool({ ...at, elasticPoolName: "shared", sku: { name: "BasicPool", tier: "Basic" } }),
                app({ elasticPoolId: poolId("shared") }),
                kept(7),
            ],
            "a stack that is thrown away": { resources: [app(), kept(7)], estate: { ephemeral: true } },
        },
    },
    "azure-sql-long-term-retention": {
        compliant: {
            "kept for weeks": [app(), longKept({ weeklyRetention: "P12W" })],
            "kept for years, by dependency": (() => {
                const { db, of } = linked();
                const [names, links] = of(db);
                return [db, longTerm({ ...names, yearlyRetention: "P7Y", weekOfYear: 1 }, links)];
            })(),
        },
        violating: {
            "no policy": [app(), ""],
            "a policy that keeps nothing": [[app(), longKept({ weeklyRetention: "PT0S", monthlyRetention: "P0M" })], ""],
            "a policy that says nothing": [[app(), longKept({})], ""],
            "a policy of another database": [[app(), longTerm({ ...at, databaseName: "other", weeklyRetention: "P4W" })], ""],
            "a policy of a database of that name on another server": [
                [app(), longTerm({ ...at, serverName: "other", databaseName: "app", weeklyRetention: "P4W" })],
                "",
            ],
        },
        undetermined: {
            "a retention known only after the update": [[app(), longKept({ monthlyRetention: UNKNOWN })], ""],
            "a policy of a database not known yet": [[app(), longTerm({ ...at, databaseName: UNKNOWN, weeklyRetention: "P4W" })], ""],
            "a way of making it not known yet": [app({ createMode: UNKNOWN }), ""],
        },
        notApplicable: {
            "a replica": app({ createMode: "Secondary" }),
            "a data warehouse": app({ sku: { name: "DW100c" } }),
            "a free database": app({ useFreeLimit: true }),
            "nothing to recover": app({ tags: { backup: "not-required" } }),
            "a stack that is thrown away": { resources: [app()], estate: { ephemeral: true } },
        },
    },
    "azure-sql-zone-redundant-or-failover": {
        compliant: {
            "a zone-redundant database": app({ zoneRedundant: true }),
            "a zone-redundant elastic pool": [
                pool({ ...at, elasticPoolName: "shared", zoneRedundant: true }),
                app({ elasticPoolId: poolId("shared"), sku: { name: "ElasticPool" } }),
            ],
            "a failover group by dependency": (() => {
                const { on, db } = linked();
                return [db, failoverGroup({ serverName: UNKNOWN, databases: [UNKNOWN] }, { serverName: on, databases: db })];
            })(),
            "a failover group by id": [app(), failoverGroup({ ...at, databases: [databaseId("app")] })],
            "a replica on another server": (() => {
                const { db } = linked();
                return [
                    db,
                    database({ ...at, location, createMode: "Secondary", sourceDatabaseId: UNKNOWN, zoneRedundant: true }, { sourceDatabaseId: db }),
                ];
            })(),
            "a zone-redundant instance": managed({ zoneRedundant: true }),
            "an instance in a failover group": (() => {
                const one = managed();
                return [
                    one,
                    instanceFailoverGroup(
                        { managedInstancePairs: [{ primaryManagedInstanceId: UNKNOWN, partnerManagedInstanceId: UNKNOWN }] },
                        { managedInstancePairs: one },
                    ),
                ];
            })(),
        },
        violating: {
            "left out: in one zone": [app(), "zoneRedundant"],
            "the default said outright": [app({ zoneRedundant: false }), "zoneRedundant"],
            "an instance": [managed(), "zoneRedundant"],
            "a failover group of another database": [[app(), failoverGroup({ ...at, databases: [databaseId("other")] })], "zoneRedundant"],
            "a failover group of a database of that name on another server": [
                [app(), failoverGroup({ ...at, serverName: "other", databases: [databaseId("app", "other")] })],
                "zoneRedundant",
            ],
            "an elastic pool in one zone": [[pool({ ...at, elasticPoolName: "shared" }), app({ elasticPoolId: poolId("shared") })], "zoneRedundant"],
            "a replica that only answers questions": [
                (() => {
                    const { db } = linked();
                    return [db, app({ createMode: "Secondary", secondaryType: "Named", sourceDatabaseId: UNKNOWN }, { sourceDatabaseId: db })];
                })(),
                "zoneRedundant",
            ],
            "a tier that is asked by setting": {
                resources: [app({ sku: { name: "Basic", tier: "Basic" } })],
                settings: { exemptTiers: [] },
                property: "zoneRedundant",
            },
        },
        undetermined: {
            "known only after the update": [app({ zoneRedundant: UNKNOWN }), "zoneRedundant"],
            "a failover group of databases not known yet": [[app(), failoverGroup({ ...at, databases: UNKNOWN })], "zoneRedundant"],
            "an elastic pool elsewhere": [app({ elasticPoolId: poolId("elsewhere") }), "zoneRedundant"],
            "a region not known: it may have no zones": [database({ ...at, databaseName: "app" }), "zoneRedundant"],
        },
        notApplicable: {
            "the Basic tier": app({ sku: { name: "Basic" } }),
            "a replica": app({ createMode: "Secondary" }),
            "a region without zones": managed({ location: "UK West" }),
            "a stack that is thrown away": { resources: [app()], estate: { ephemeral: true } },
        },
    },
};
