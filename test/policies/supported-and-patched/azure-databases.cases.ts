import { type Cases, UNKNOWN, of } from "../support/cases";

const postgres = of("azure-native:dbforpostgresql:Server");
const citus = of("azure-native:dbforpostgresql:ServerGroupCluster");
const mysql = of("azure-native:dbformysql:Server");
const oldPostgres = of("azure-native:dbforpostgresql:SingleServer");
const oldMysql = of("azure-native:dbformysql:SingleServer");
const mariadb = of("azure-native:dbformariadb:Server");

export const cases: Cases = {
    "azure-retired-single-server-databases": {
        compliant: { "on a day before the end, with advice": { resources: [oldPostgres({ serverName: "old" })], today: "2025-03-01", advice: true } },
        violating: {
            PostgreSQL: [oldPostgres({ serverName: "old" }), ""],
            MySQL: [oldMysql({ serverName: UNKNOWN }), ""],
            MariaDB: [mariadb({}), ""],
        },
    },
    "azure-postgresql-version-supported": {
        compliant: {
            "a version in support": postgres({ version: "17" }),
            "a distributed one": citus({ postgresqlVersion: "16" }),
            "one that ends soon, with advice": { resources: [postgres({ version: "15" })], today: "2027-08-01", advice: true },
        },
        violating: {
            "past its end": [postgres({ version: "13" }), "version"],
            "the same when made outright": [postgres({ version: "14", createMode: "Default" }), "version"],
            "older than the table": [postgres({ version: "9.6" }), "version"],
            "a distributed one": [citus({ postgresqlVersion: "12" }), "postgresqlVersion"],
        },
        undetermined: {
            "known only after the update": [postgres({ version: UNKNOWN }), "version"],
            "left to Azure": [postgres({}), "version"],
            "newer than the table": [postgres({ version: "25" }), "version"],
            "perhaps a replica": [postgres({ version: "13", createMode: UNKNOWN }), "version"],
        },
        notApplicable: {
            "a replica": postgres({ createMode: "Replica", sourceServerResourceId: UNKNOWN }),
            restored: postgres({ createMode: "PointInTimeRestore" }),
            "a distributed replica": citus({ sourceResourceId: UNKNOWN }),
        },
    },
    "azure-mysql-version-supported": {
        compliant: {
            "a release in support": mysql({ version: "8.4" }),
            "one that ends soon, with advice": { resources: [mysql({ version: "8.0.21" })], advice: true },
            "paid extended support, with advice": { resources: [mysql({ version: "8.0.21" })], today: "2027-02-01", advice: true },
        },
        violating: {
            "past all support": { resources: [mysql({ version: "5.7" })], today: "2029-04-01", property: "version" },
            "paid extended support, where that will not do": {
                resources: [mysql({ version: "5.7" })],
                settings: { acceptPaidSupport: false },
                property: "version",
            },
            "older than the table": [mysql({ version: "5.6" }), "version"],
        },
        undetermined: { "known only after the update": [mysql({ version: UNKNOWN }), "version"], "left to Azure": [mysql({}), "version"] },
        notApplicable: { "a replica": mysql({ createMode: "Replica" }) },
    },
};
