import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const instanceOf = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const neptune = of("aws:neptune/cluster:Cluster");
const proxyOf = of("aws:rds/proxy:Proxy");

const instance = (engine: string, props: CaseProps<"aws:rds/instance:Instance"> = {}): CaseResource =>
    instanceOf({ instanceClass: "db.m7g.large", engine, ...props });
const proxy = (props: CaseProps<"aws:rds/proxy:Proxy">): CaseResource =>
    proxyOf({ engineFamily: "POSTGRESQL", roleArn: UNKNOWN, vpcSubnetIds: ["subnet-1"], requireTls: true, ...props });
const on = { iamDatabaseAuthenticationEnabled: true };
const FLAG = "iamDatabaseAuthenticationEnabled";

export const cases: Cases = {
    "aws-database-iam-authentication": {
        compliant: {
            PostgreSQL: instance("postgres", on),
            MariaDB: instance("mariadb", on),
            "a cluster": cluster({ engine: "aurora-postgresql", ...on }),
            Neptune: neptune(on),
            "a restored database, whatever its engine": instanceOf({ instanceClass: "db.m7g.large", snapshotIdentifier: "s", ...on }),
            "a proxy": proxy({ auths: [{ iamAuth: "REQUIRED", secretArn: UNKNOWN }] }),
            "a proxy that uses IAM throughout": proxy({ defaultAuthScheme: "IAM_AUTH" }),
            "a proxy of SQL Server over TLS": proxy({ engineFamily: "SQLSERVER", auths: [{ secretArn: UNKNOWN }] }),
        },
        violating: {
            "off by default": [instance("mysql"), FLAG],
            "said to be off": [instance("mysql", { iamDatabaseAuthenticationEnabled: false }), FLAG],
            "a cluster without": [cluster({ engine: "aurora-mysql" }), FLAG],
            "a cluster in several zones": [cluster({ engine: "postgres" }), FLAG],
            "Neptune without": [neptune(), FLAG],
            "a proxy with passwords, as by default": [proxy({ auths: [{ secretArn: UNKNOWN }] }), "auths"],
            "a proxy with passwords of one user": [proxy({ auths: [{ iamAuth: "REQUIRED" }, { iamAuth: "DISABLED" }] }), "auths"],
            "a proxy that names nobody": [proxy({}), "auths"],
            "a proxy without TLS, as by default": [proxy({ requireTls: undefined, defaultAuthScheme: "IAM_AUTH" }), "requireTls"],
            "a proxy of SQL Server without TLS": [proxy({ engineFamily: "SQLSERVER", requireTls: false }), "requireTls"],
        },
        undetermined: {
            "a switch that is not known": [instance("postgres", { iamDatabaseAuthenticationEnabled: UNKNOWN }), FLAG],
            "an engine that a snapshot brings": [instanceOf({ instanceClass: "db.m7g.large", snapshotIdentifier: "s" }), FLAG],
            "an engine that is not known": [cluster({ engine: UNKNOWN }), FLAG],
            "a proxy that is perhaps without TLS": [proxy({ requireTls: UNKNOWN, defaultAuthScheme: "IAM_AUTH" }), "requireTls"],
            "a proxy's user whose kind is not known": [proxy({ auths: [{ iamAuth: UNKNOWN }] }), "auths"],
            "a proxy of users that are not known": [proxy({ auths: UNKNOWN }), "auths"],
        },
        notApplicable: {
            Oracle: instance("oracle-ee"),
            "SQL Server": instance("sqlserver-se"),
            Db2: instance("db2-se"),
            "a database of a directory": instance("postgres", { domain: UNKNOWN, domainIamRoleName: "kerberos" }),
            "a cluster of a directory": cluster({ engine: "aurora-mysql", domain: "d-1234567890" }),
        },
    },
};
