import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const docdb = of("aws:docdb/cluster:Cluster");
const neptune = of("aws:neptune/cluster:Cluster");
const warehouse = of("aws:redshift/cluster:Cluster");
const workgroup = of("aws:redshiftserverless/workgroup:Workgroup");
const instanceGroup = of("aws:rds/parameterGroup:ParameterGroup");
const clusterGroup = of("aws:rds/clusterParameterGroup:ClusterParameterGroup");
const docdbGroup = of("aws:docdb/clusterParameterGroup:ClusterParameterGroup");
const neptuneGroup = of("aws:neptune/clusterParameterGroup:ClusterParameterGroup");
const redshiftGroup = of("aws:redshift/parameterGroup:ParameterGroup");

const set = (name: string, value: string) => [{ name, value }];
const strict = instanceGroup({ family: "mysql8.0", parameters: set("require_secure_transport", "ON") });
const lax = instanceGroup({ family: "mysql8.0", parameters: [] });

export const cases: Cases = {
    "aws-database-parameter-group-forces-tls": {
        compliant: {
            "PostgreSQL, said outright": instanceGroup({ family: "postgres14", parameters: set("rds.force_ssl", "1") }),
            "PostgreSQL 15 does so where it is left out": instanceGroup({ family: "postgres15" }),
            "Aurora PostgreSQL 17 does so where it is left out": clusterGroup({ family: "aurora-postgresql17" }),
            "Aurora MySQL": clusterGroup({ family: "aurora-mysql8.0", parameters: set("require_secure_transport", "1") }),
            "Aurora MySQL 8.4 does so where it is left out": clusterGroup({ family: "aurora-mysql8.4" }),
            "MySQL 9.7 does so where it is left out": instanceGroup({ family: "mysql9.7" }),
            "Aurora MySQL 8.4 in the default group": cluster({ engine: "aurora-mysql", engineVersion: "8.4.7" }),
            "MariaDB 11.8 does so where it is left out": instanceGroup({ family: "mariadb11.8" }),
            "SQL Server": instanceGroup({ family: "sqlserver-se-16.0", parameters: set("rds.force_ssl", "1") }),
            "DocumentDB does so where it is left out": docdbGroup({ family: "docdb5.0" }),
            "DocumentDB, the newest versions of TLS only": docdbGroup({ family: "docdb5.0", parameters: set("tls", "tls1.3+") }),
            "Neptune does so where it is left out": neptuneGroup({ family: "neptune1.3" }),
            Redshift: redshiftGroup({ family: "redshift-1.0", parameters: set("require_ssl", "true") }),
            "Redshift's newer family does so where it is left out": redshiftGroup({ family: "redshift-2.0" }),
            "Redshift Serverless": workgroup({ namespaceName: "a", configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }] }),
            "an instance whose group is in the stack": [
                instance({ engine: "mysql", parameterGroupName: UNKNOWN }, { parameterGroupName: strict }),
                strict,
            ],
            "an instance in its engine's default group": instance({ engine: "postgres", engineVersion: "16.4" }),
            "an instance that names a default group": instance({ engine: "postgres", parameterGroupName: "default.postgres16" }),
            "a document cluster in the default group": docdb(),
            "a graph cluster in the default group": neptune(),
            "a warehouse in the newer default group": warehouse({ nodeType: "ra3.large", clusterParameterGroupName: "default.redshift-2.0" }),
        },
        violating: {
            "PostgreSQL 14, left out": [instanceGroup({ family: "postgres14" }), "parameters"],
            "PostgreSQL 16, switched off": [instanceGroup({ family: "postgres16", parameters: set("rds.force_ssl", "0") }), "parameters"],
            "Aurora PostgreSQL 16, left out": [clusterGroup({ family: "aurora-postgresql16" }), "parameters"],
            "MySQL, left out, reported on the group alone": [
                [instance({ engine: "mysql", parameterGroupName: UNKNOWN }, { parameterGroupName: lax }), lax],
                "parameters",
            ],
            "MySQL, off": [instanceGroup({ family: "mysql8.4", parameters: set("require_secure_transport", "OFF") }), "parameters"],
            "MySQL 8.4, left out": [instanceGroup({ family: "mysql8.4" }), "parameters"],
            "Aurora MySQL 3 in the default group": [
                cluster({ engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.10.1" }),
                "dbClusterParameterGroupName",
            ],
            "MariaDB 10.11, left out": [instanceGroup({ family: "mariadb10.11" }), "parameters"],
            "SQL Server, left out": [
                instanceGroup({ family: "sqlserver-ee-15.0", parameters: set("contained database authentication", "0") }),
                "parameters",
            ],
            "DocumentDB, switched off": [docdbGroup({ family: "docdb5.0", parameters: set("tls", "disabled") }), "parameters"],
            "Neptune, switched off": [neptuneGroup({ family: "neptune1.2", parameters: set("neptune_enforce_ssl", "0") }), "parameters"],
            "Redshift's older family, left out": [redshiftGroup({ family: "redshift-1.0" }), "parameters"],
            "Redshift Serverless, switched off": [
                workgroup({ namespaceName: "a", configParameters: [{ parameterKey: "require_ssl", parameterValue: "false" }] }),
                "configParameters",
            ],
            "MySQL in the default group": [instance({ engine: "mysql", engineVersion: "8.0" }), "parameterGroupName"],
            "Aurora PostgreSQL 15 in the default group": [
                cluster({ engine: "aurora-postgresql", engineVersion: "15.4" }),
                "dbClusterParameterGroupName",
            ],
            "PostgreSQL 14 in the default group, by name": [
                instance({ engine: "postgres", parameterGroupName: "default.postgres14" }),
                "parameterGroupName",
            ],
        },
        undetermined: {
            "a value that is not known": [
                instanceGroup({ family: "postgres16", parameters: [{ name: "rds.force_ssl", value: UNKNOWN }] }),
                "parameters",
            ],
            "parameters that are not known": [instanceGroup({ family: "mysql8.0", parameters: UNKNOWN }), "parameters"],
            "a family that is not known": [instanceGroup({ family: UNKNOWN }), "family"],
            "a group of another stack": [instance({ engine: "mysql", parameterGroupName: "shared" }), "parameterGroupName"],
            "a group that is not known": [instance({ engine: "mysql", parameterGroupName: UNKNOWN }), "parameterGroupName"],
            "a version that AWS chooses": [instance({ engine: "postgres" }), "parameterGroupName"],
            "a replica, whose engine is its source's": [instance({ replicateSourceDb: "records" }), "parameterGroupName"],
            "a warehouse, whose default group depends on its age": [warehouse({ nodeType: "ra3.large" }), "clusterParameterGroupName"],
            "a workgroup, whose default depends on its age": [workgroup({ namespaceName: "a" }), "configParameters"],
        },
        notApplicable: {
            Oracle: instance({ engine: "oracle-ee" }),
            "Oracle's family": instanceGroup({ family: "oracle-ee-19" }),
            "the group of an Aurora instance": instanceGroup({ family: "aurora-postgresql16" }),
        },
    },
};
