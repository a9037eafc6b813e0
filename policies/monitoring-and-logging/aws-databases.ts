import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { exempt, must, mustHave } from "../../src/policy/factories";
import { filled, together, where } from "../../src/policy/facts";
import { UNKNOWN, and, is, isUnknown, or } from "../../src/policy/unknown";
import { isFilled, read, text, truth } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";
import { type Parameter, parameterSatisfies } from "../shared/parameter-groups";
import { holdsAll } from "../shared/word-lists";

const RDS_CLUSTER = "aws:rds/cluster:Cluster";
const NEPTUNE_CLUSTER = "aws:neptune/cluster:Cluster";
const SERVERLESS = "aws:redshiftserverless/namespace:Namespace";

/** Kinds of log that say who did what and what went wrong, by the start of the engine's name; the first that fits counts. */
const KINDS: readonly (readonly [engine: string, kinds: readonly string[]])[] = [
    ["aurora-postgresql", ["postgresql"]],
    ["aurora-mysql", ["audit", "error", "slowquery"]],
    ["postgres", ["postgresql", "upgrade"]],
    ["mysql", ["audit", "error", "slowquery"]],
    ["mariadb", ["audit", "error"]],
    ["oracle", ["alert", "audit"]],
    ["sqlserver", ["error"]],
];
const KINDS_BY_TYPE: Readonly<Record<string, readonly string[]>> = {
    "aws:docdb/cluster:Cluster": ["audit", "profiler"],
    [NEPTUNE_CLUSTER]: ["audit"],
    [SERVERLESS]: ["connectionlog", "userlog", "useractivitylog"],
};

function kindsOf(engine: string): readonly string[] | undefined {
    return KINDS.find(([start]) => engine.toLowerCase().startsWith(start))?.[1];
}

export const databaseLogExports = resourcePolicy({
    name: "aws-database-log-exports",
    title: "Databases send their audit and error logs to CloudWatch Logs",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:rds/instance:Instance", RDS_CLUSTER, "aws:docdb/cluster:Cluster", NEPTUNE_CLUSTER, SERVERLESS],
    why: "Logs that stay on the database's disk are lost with it and raise no alarm; an intruder who owns the database can remove them.",
    fix: "List the engine's audit and error logs in enabledCloudwatchLogsExports (Neptune: enableCloudwatchLogsExports, Redshift Serverless: logExports).",
    references: [
        "aws-config:rds-logging-enabled",
        "aws-config:neptune-cluster-cloudwatch-log-export-enabled",
        "checkov:CKV_AWS_129",
        "checkov:CKV_AWS_324",
        "checkov:CKV_AWS_325",
        "checkov:CKV_AWS_85",
        "checkov:CKV_AWS_101",
        "cdk-nag:AwsSolutions-RDS16",
        "cdk-nag:AwsSolutions-DOC5",
        "fsbp:RDS.9",
        "fsbp:RDS.34",
        "fsbp:RDS.36",
        "fsbp:RDS.37",
        "fsbp:RDS.40",
        "fsbp:RDS.42",
        "fsbp:DocumentDB.4",
        "fsbp:Neptune.2",
        "fsbp:RedshiftServerless.6",
    ],
    check({ type, word, get, require, undetermined, notApplicable }) {
        const property =
            type === NEPTUNE_CLUSTER ? "enableCloudwatchLogsExports" : type === SERVERLESS ? "logExports" : "enabledCloudwatchLogsExports";
        const engine = word("engine");
        const ofType = KINDS_BY_TYPE[type];
        const kinds = ofType ?? (isUnknown(engine) || engine === undefined ? UNKNOWN : kindsOf(engine));
        if (kinds === undefined) notApplicable("an engine of which no logs are asked");
        else if (isUnknown(kinds)) undetermined(property, "The engine is not known here, so neither is which logs it should send.");
        else require(holdsAll(get(property), kinds), property, `Not all of the logs ${kinds.join(", ")} are sent to CloudWatch Logs.`);
    },
});

const INSTANCE_GROUP = "aws:rds/parameterGroup:ParameterGroup";

/** What switches auditing on, by the start of the family's name. */
const AUDITING: readonly (readonly [family: RegExp, parameters: readonly Parameter[]])[] = [
    [
        /^(aurora-)?postgres(ql)?\d/,
        [
            { name: "shared_preload_libraries", test: value => value.split(/[\s,]+/).includes("pgaudit") },
            { name: "log_statement", test: value => ["ddl", "mod", "all"].includes(value) },
            { name: "log_connections", test: isOn },
        ],
    ],
    [/^aurora-mysql\d/, [{ name: "server_audit_logging", test: isOn }]],
    [/^docdb\d/, [{ name: "audit_logs", test: value => isOn(value) && value !== "none" }]],
    [/^neptune\d/, [{ name: "neptune_enable_audit_log", test: isOn }]],
    [/^redshift-/, [{ name: "enable_user_activity_logging", test: isOn }]],
];

function isOn(value: string): boolean {
    return !["", "0", "off", "false", "disabled"].includes(value);
}

export const databaseAuditParameters = resourcePolicy({
    name: "aws-database-audit-parameters",
    title: "Parameter groups switch the auditing of databases on",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [
        INSTANCE_GROUP,
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        "aws:redshift/parameterGroup:ParameterGroup",
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
    ],
    why: "A database records by default neither who signed in nor what was asked of it; the exported log is then empty.",
    fix: "Set the family's audit parameters in the parameter group: pgaudit with log_statement and log_connections, or the audit switch of the engine.",
    references: ["checkov:CKV_AWS_104", "checkov:CKV2_AWS_27", "checkov:CKV2_AWS_30", "cdk-nag:AwsSolutions-RS11", "fsbp:RDS.45"],
    check({ type, word, resource, require, undetermined, notApplicable }) {
        const family = word("family");
        if (isUnknown(family)) {
            undetermined("family", "The engine of the parameter group is not known before the update.");
            return;
        }
        const parameters = AUDITING.find(([pattern]) => family !== undefined && pattern.test(family))?.[1];
        // Aurora is audited by the parameters of the cluster.
        if (!parameters || (type === INSTANCE_GROUP && family?.startsWith("aurora"))) {
            notApplicable("a family that is not audited by these parameters");
            return;
        }
        for (const parameter of parameters)
            require(parameterSatisfies(resource.props, parameter), "parameters", `The parameter ${parameter.name} does not switch auditing on.`);
    },
});

export const redshiftAuditLogging = mustHave({
    name: "aws-redshift-audit-logging",
    title: "Redshift clusters keep their audit logs",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:redshift/cluster:Cluster"],
    with: ["aws:redshift/logging:Logging"],
    by: "clusterIdentifier",
    why: "Without audit logs nobody can tell who connected to the warehouse and what they asked of it.",
    fix: "Add a redshift Logging for the cluster, to an S3 bucket or to CloudWatch with all three logExports.",
    references: [
        "aws-config:redshift-cluster-configuration-check",
        "aws-config:redshift-audit-logging-enabled",
        "checkov:CKV_AWS_71",
        "cdk-nag:AwsSolutions-RS5",
        "fsbp:Redshift.4",
    ],
    test: ({ props }) => {
        const destination = read(props, "logDestinationType");
        return or(
            and(isOneOf(destination, ["s3"], "s3"), isFilled(props, "bucketName")),
            and(isOneOf(destination, ["cloudwatch"]), holdsAll(read(props, "logExports"), ["connectionlog", "userlog", "useractivitylog"])),
        );
    },
    message: "No audit logs of the cluster are kept in a bucket, or all three of them in CloudWatch.",
});

const INTERVALS = [1, 5, 10, 15, 30, 60];

export const rdsEnhancedMonitoring = must({
    name: "aws-rds-enhanced-monitoring",
    title: "Databases report on their operating system at least every minute",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", RDS_CLUSTER],
    why: "Enhanced monitoring shows processes and load from inside the host, where misuse is seen that the database's own figures hide.",
    fix: "Set monitoringInterval to 60 or less and monitoringRoleArn, and performanceInsightsKmsKeyId where Performance Insights is on.",
    references: ["aws-config:rds-enhanced-monitoring-enabled", "checkov:CKV_AWS_118", "checkov:CKV_AWS_353", "checkov:CKV_AWS_354", "fsbp:RDS.6"],
    settings: {
        maxIntervalSeconds: { type: "integer", minimum: 1, maximum: 60, default: 60, description: "Longest time between two reports." },
    },
    // Aurora is monitored instance by instance.
    unless: c => exempt(c.type === RDS_CLUSTER && is(c.word("engine"), engine => (engine ?? "").startsWith("aurora")), "monitored by its instances"),
    facts: ({ maxIntervalSeconds }) => [
        together("monitoringInterval", `No report is made at least every ${String(maxIntervalSeconds)} seconds.`, props =>
            is(read(props, "monitoringInterval"), value => {
                const seconds = Number(text(value ?? 0));
                return INTERVALS.includes(seconds) && seconds <= maxIntervalSeconds;
            }),
        ),
        filled("monitoringRoleArn", "No role is named with which to report."),
        ...where(
            props => truth(read(props, "performanceInsightsEnabled")) ?? false,
            customerKey("performanceInsightsKmsKeyId", "Performance Insights keeps queries, and with them patients' data, under AWS's own key."),
        ),
    ],
});
