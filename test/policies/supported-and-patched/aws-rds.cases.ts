import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const member = of("aws:rds/clusterInstance:ClusterInstance");
const globalCluster = of("aws:rds/globalCluster:GlobalCluster");
const documents = of("aws:docdb/clusterInstance:ClusterInstance");
const override = of("aws:rds/certificate:Certificate");

const DISABLED = "open-source-rds-extended-support-disabled";

export const cases: Cases = {
    "aws-rds-engine-version-in-support": {
        compliant: {
            "a major version": instance({ engine: "postgres", engineVersion: "17" }),
            "a full version": instance({ engine: "mysql", engineVersion: "8.4.6" }),
            "Aurora MySQL by its long name": cluster({ engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.2" }),
            "SQL Server": instance({ engine: "sqlserver-se", engineVersion: "16.00.4215.2.v1" }),
            Oracle: instance({ engine: "oracle-ee", engineVersion: "19.0.0.0.ru-2026-07.rur-2026-07.r1" }),
            "none: RDS starts on its current version": instance({ engine: "postgres" }),
            "a member of its own global cluster by name": globalCluster({ globalClusterIdentifier: "records", engine: "aurora-postgresql" }),
            "one in standard support, without the extension": instance({
                engine: "postgres",
                engineVersion: "16",
                engineLifecycleSupport: DISABLED,
            }),
            "one that ends soon, with advice": { resources: [instance({ engine: "mariadb", engineVersion: "10.6.22" })], advice: true },
            "one in paid extended support, with advice": {
                resources: [cluster({ engine: "aurora-postgresql", engineVersion: "13.18" })],
                advice: true,
            },
        },
        violating: {
            "one that has ended": [instance({ engine: "mysql", engineVersion: "5.6.51" }), "engineVersion"],
            "one older than the table": [instance({ engine: "postgres", engineVersion: "9.6.24" }), "engineVersion"],
            "Aurora MySQL 1 by its engine": [cluster({ engine: "aurora" }), "engine"],
            "in paid extended support, where the setting forbids it": {
                resources: [cluster({ engine: "aurora-postgresql", engineVersion: "13.18" })],
                settings: { failOnPaidExtension: true },
                property: "engineVersion",
            },
            MariaDB: [instance({ engine: "mariadb", engineVersion: "10.4" }), "engineVersion"],
            "past standard support without the extension": [
                instance({ engine: "mysql", engineVersion: "8.0.42", engineLifecycleSupport: DISABLED }),
                "engineVersion",
            ],
            "an Aurora cluster past it without the extension": [
                cluster({ engine: "aurora-postgresql", engineVersion: "13.18", engineLifecycleSupport: DISABLED }),
                "engineVersion",
            ],
            "SQL Server 2016, which RDS does not extend": [instance({ engine: "sqlserver-ex", engineVersion: "13.00.6300.2.v1" }), "engineVersion"],
        },
        undetermined: {
            "a version that is not known": [instance({ engine: "postgres", engineVersion: UNKNOWN }), "engineVersion"],
            "past standard support, and whether it is extended not known": [
                instance({ engine: "postgres", engineVersion: "13", engineLifecycleSupport: UNKNOWN }),
                "engineVersion",
            ],
            "an engine that is not known": [instance({ engine: UNKNOWN, engineVersion: "17" }), "engine"],
            "an engine that the table lacks": [instance({ engine: "db2-se", engineVersion: "11.5" }), "engine"],
            "made from a snapshot": [instance({ engine: "postgres", snapshotIdentifier: "before" }), "engineVersion"],
            "a read replica": [instance({ replicateSourceDb: UNKNOWN }), "engineVersion"],
            "a cluster of a global one": [cluster({ engine: "aurora-postgresql", globalClusterIdentifier: "records" }), "engineVersion"],
            "no engine": [globalCluster({ globalClusterIdentifier: "records" }), "engine"],
            "a version newer than the table": [instance({ engine: "postgres", engineVersion: "99" }), "engineVersion"],
        },
    },
    "aws-rds-extended-support-not-relied-on": {
        compliant: { disabled: instance({ engine: "postgres", engineLifecycleSupport: DISABLED }) },
        violating: {
            "on, by default": [cluster({ engine: "aurora-postgresql" }), "engineLifecycleSupport"],
            "on, said outright": [
                globalCluster({ engine: "aurora-mysql", engineLifecycleSupport: "open-source-rds-extended-support" }),
                "engineLifecycleSupport",
            ],
        },
        undetermined: {
            "known only after the update": [instance({ engine: "mysql", engineLifecycleSupport: UNKNOWN }), "engineLifecycleSupport"],
            "an engine that is not known": [instance({ engine: UNKNOWN }), "engineLifecycleSupport"],
        },
        notApplicable: {
            "an engine without it": instance({ engine: "mariadb" }),
            "a read replica": instance({ engine: "postgres", replicateSourceDb: "records" }),
            "a cluster of a global one": cluster({ engine: "aurora-mysql", globalClusterIdentifier: "records" }),
        },
    },
    "aws-rds-auto-minor-version-upgrade": {
        compliant: { "on, by default": instance(), "on, said outright": member({ autoMinorVersionUpgrade: true }), "a cluster": cluster() },
        violating: { off: [member({ autoMinorVersionUpgrade: false }), "autoMinorVersionUpgrade"] },
        undetermined: { "known only after the update": [instance({ autoMinorVersionUpgrade: UNKNOWN }), "autoMinorVersionUpgrade"] },
    },
    "aws-rds-ca-certificate-current": {
        compliant: { "the account's, by default": instance(), "a current one": cluster({ caCertificateIdentifier: "rds-ca-rsa2048-g1" }) },
        violating: {
            "an instance": [instance({ caCertIdentifier: "rds-ca-2019" }), "caCertIdentifier"],
            "a document database": [documents({ caCertIdentifier: "rds-ca-2015" }), "caCertIdentifier"],
            "a cluster": [cluster({ caCertificateIdentifier: "rds-ca-2019" }), "caCertificateIdentifier"],
            "the account": [override({ certificateIdentifier: "rds-ca-2019" }), "certificateIdentifier"],
        },
        undetermined: { "known only after the update": [instance({ caCertIdentifier: UNKNOWN }), "caCertIdentifier"] },
    },
};
