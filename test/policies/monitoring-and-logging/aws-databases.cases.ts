import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const clusterInstance = of("aws:rds/clusterInstance:ClusterInstance");
const docdb = of("aws:docdb/cluster:Cluster");
const neptune = of("aws:neptune/cluster:Cluster");
const serverless = of("aws:redshiftserverless/namespace:Namespace");
const instanceGroup = of("aws:rds/parameterGroup:ParameterGroup");
const clusterGroup = of("aws:rds/clusterParameterGroup:ClusterParameterGroup");
const docdbGroup = of("aws:docdb/clusterParameterGroup:ClusterParameterGroup");
const redshiftGroup = of("aws:redshift/parameterGroup:ParameterGroup");
const neptuneGroup = of("aws:neptune/clusterParameterGroup:ClusterParameterGroup");
const warehouse = of("aws:redshift/cluster:Cluster");
const logging = of("aws:redshift/logging:Logging");

const EXPORTS = "enabledCloudwatchLogsExports";
const pgaudit = [
    { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit" },
    { name: "log_statement", value: "ddl" },
    { name: "log_connections", value: "1" },
];
const records = warehouse({ clusterIdentifier: "records", nodeType: "ra3.large" });
const monitored = { monitoringInterval: 60, monitoringRoleArn: "arn:aws:iam::111122223333:role/monitoring" };

export const cases: Cases = {
    "aws-database-log-exports": {
        compliant: {
            PostgreSQL: instance({ engine: "postgres", enabledCloudwatchLogsExports: ["postgresql", "upgrade"] }),
            "Aurora PostgreSQL": cluster({ engine: "aurora-postgresql", enabledCloudwatchLogsExports: ["postgresql"] }),
            "Aurora MySQL, one kind more": cluster({
                engine: "aurora-mysql",
                enabledCloudwatchLogsExports: ["audit", "error", "slowquery", "general"],
            }),
            "SQL Server": instance({ engine: "sqlserver-se", enabledCloudwatchLogsExports: ["error", "agent"] }),
            DocumentDB: docdb({ enabledCloudwatchLogsExports: ["audit", "profiler"] }),
            Neptune: neptune({ enableCloudwatchLogsExports: ["audit"] }),
            "Redshift Serverless": serverless({ namespaceName: "records", logExports: ["userlog", "connectionlog", "useractivitylog"] }),
        },
        violating: {
            "absent is none": [instance({ engine: "postgres" }), EXPORTS],
            "none, said outright": [instance({ engine: "mariadb", enabledCloudwatchLogsExports: [] }), EXPORTS],
            "MySQL without its audit log": [instance({ engine: "mysql", enabledCloudwatchLogsExports: ["error", "slowquery"] }), EXPORTS],
            "Oracle without its audit log": [instance({ engine: "oracle-ee", enabledCloudwatchLogsExports: ["alert"] }), EXPORTS],
            "DocumentDB without": [docdb(), EXPORTS],
            "Neptune without": [neptune(), "enableCloudwatchLogsExports"],
            "Redshift Serverless without": [serverless({ namespaceName: "records" }), "logExports"],
        },
        undetermined: {
            "an engine that is not known": [instance({ engine: UNKNOWN, enabledCloudwatchLogsExports: ["error"] }), EXPORTS],
            "a replica, whose engine is its source's": [instance({ replicateSourceDb: "records" }), EXPORTS],
            "kinds that are not known": [instance({ engine: "postgres", enabledCloudwatchLogsExports: UNKNOWN }), EXPORTS],
        },
        notApplicable: { Db2: instance({ engine: "db2-se" }) },
    },
    "aws-database-audit-parameters": {
        compliant: {
            PostgreSQL: instanceGroup({ family: "postgres17", parameters: pgaudit }),
            "Aurora PostgreSQL": clusterGroup({ family: "aurora-postgresql17", parameters: pgaudit }),
            "Aurora MySQL": clusterGroup({ family: "aurora-mysql8.0", parameters: [{ name: "server_audit_logging", value: "1" }] }),
            DocumentDB: docdbGroup({ family: "docdb5.0", parameters: [{ name: "audit_logs", value: "enabled" }] }),
            Redshift: redshiftGroup({ family: "redshift-1.0", parameters: [{ name: "enable_user_activity_logging", value: "true" }] }),
            Neptune: neptuneGroup({ family: "neptune1.4", parameters: [{ name: "neptune_enable_audit_log", value: "1" }] }),
        },
        violating: {
            "absent is off": [instanceGroup({ family: "postgres17" }), "parameters"],
            "pgaudit that is not loaded": [
                instanceGroup({
                    family: "postgres17",
                    parameters: [{ name: "shared_preload_libraries", value: "pg_stat_statements" }, ...pgaudit.slice(1)],
                }),
                "parameters",
            ],
            "connections that are not logged": [
                instanceGroup({ family: "postgres17", parameters: [...pgaudit.slice(0, 2), { name: "log_connections", value: "0" }] }),
                "parameters",
            ],
            "DocumentDB, said to be off": [docdbGroup({ family: "docdb5.0", parameters: [{ name: "audit_logs", value: "disabled" }] }), "parameters"],
            "Redshift without": [redshiftGroup({ family: "redshift-1.0" }), "parameters"],
        },
        undetermined: {
            "a family that is not known": [instanceGroup({ family: UNKNOWN }), "family"],
            "parameters that are not known": [instanceGroup({ family: "postgres17", parameters: UNKNOWN }), "parameters"],
            "a value that is not known": [
                neptuneGroup({ family: "neptune1.4", parameters: [{ name: "neptune_enable_audit_log", value: UNKNOWN }] }),
                "parameters",
            ],
        },
        notApplicable: {
            Oracle: instanceGroup({ family: "oracle-ee-19" }),
            "MySQL, audited by its option group": instanceGroup({ family: "mysql8.4" }),
            "an instance of Aurora": instanceGroup({ family: "aurora-postgresql17" }),
        },
    },
    "aws-redshift-audit-logging": {
        compliant: {
            "to a bucket": [records, logging({ clusterIdentifier: "records", bucketName: "logs", logDestinationType: "s3" })],
            "to a bucket, by default": [records, logging({ clusterIdentifier: "records", bucketName: "logs" })],
            "all three to CloudWatch": [
                records,
                logging({
                    clusterIdentifier: "records",
                    logDestinationType: "cloudwatch",
                    logExports: ["connectionlog", "userlog", "useractivitylog"],
                }),
            ],
        },
        violating: {
            nothing: [records, ""],
            "two of three to CloudWatch": [
                [records, logging({ clusterIdentifier: "records", logDestinationType: "cloudwatch", logExports: ["connectionlog", "userlog"] })],
                "",
            ],
            "another cluster's": [[records, logging({ clusterIdentifier: "images", bucketName: "logs" })], ""],
        },
        undetermined: {
            "a destination that is not known": [
                [records, logging({ clusterIdentifier: "records", bucketName: "logs", logDestinationType: UNKNOWN })],
                "",
            ],
            "a logging of a cluster that is not known": [[records, logging({ clusterIdentifier: UNKNOWN, bucketName: "logs" })], ""],
        },
    },
    "aws-rds-enhanced-monitoring": {
        compliant: {
            "an instance": instance({ engine: "postgres", ...monitored }),
            "an instance of Aurora, with Performance Insights": clusterInstance({
                engine: "aurora-postgresql",
                ...monitored,
                performanceInsightsEnabled: true,
                performanceInsightsKmsKeyId: UNKNOWN,
            }),
            "a Multi-AZ cluster": cluster({ engine: "mysql", ...monitored, monitoringInterval: 15 }),
        },
        violating: {
            "absent is off": [instance({ engine: "postgres" }), "monitoringInterval"],
            "off, said outright": [instance({ engine: "postgres", monitoringInterval: 0 }), "monitoringInterval"],
            "no role": [instance({ engine: "postgres", monitoringInterval: 60 }), "monitoringRoleArn"],
            "a longer interval than is asked for": {
                resources: [clusterInstance({ engine: "aurora-mysql", ...monitored })],
                settings: { maxIntervalSeconds: 30 },
                property: "monitoringInterval",
            },
            "Performance Insights under AWS's key": [
                instance({ engine: "postgres", ...monitored, performanceInsightsEnabled: true }),
                "performanceInsightsKmsKeyId",
            ],
        },
        undetermined: {
            "known only after the update": [instance({ engine: "postgres", ...monitored, monitoringInterval: UNKNOWN }), "monitoringInterval"],
            "perhaps Performance Insights": [
                instance({ engine: "postgres", ...monitored, performanceInsightsEnabled: UNKNOWN }),
                "performanceInsightsKmsKeyId",
            ],
            "a cluster of an engine that is not known": [cluster({ engine: UNKNOWN }), "monitoringInterval"],
        },
        notApplicable: { "an Aurora cluster, monitored by its instances": cluster({ engine: "aurora-postgresql" }) },
    },
};
