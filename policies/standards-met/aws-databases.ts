import { stackPolicy } from "../../src/policy/definition";
import { type Answer, UNKNOWN, type Unknown, is, isUnknown } from "../../src/policy/unknown";
import { compareVersions } from "../../src/policy/versions";
import { parameterValue } from "../shared/parameter-groups";

/** The parameter by which an engine refuses connections without TLS. */
interface Switch {
    readonly parameter: string;
    /** Of the value, lower-cased. */
    readonly forces: (value: string) => boolean;
    /** The first version that does so where the parameter is left out. */
    readonly byDefaultFrom?: string;
}

const forced = (value: string): boolean => ["1", "on", "true"].includes(value);

/**
 * By the start of the engine's name, the longest first.
 * Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html and the pages of the engines, of DocumentDB, Neptune and Redshift.
 */
const SWITCHES: readonly (readonly [engine: string, Switch])[] = [
    ["aurora-postgresql", { parameter: "rds.force_ssl", forces: forced, byDefaultFrom: "17" }],
    ["aurora-mysql", { parameter: "require_secure_transport", forces: forced, byDefaultFrom: "8.4" }],
    ["postgres", { parameter: "rds.force_ssl", forces: forced, byDefaultFrom: "15" }],
    ["sqlserver", { parameter: "rds.force_ssl", forces: forced }],
    ["mysql", { parameter: "require_secure_transport", forces: forced, byDefaultFrom: "9.7" }],
    ["mariadb", { parameter: "require_secure_transport", forces: forced, byDefaultFrom: "11.8" }],
    ["docdb", { parameter: "tls", forces: value => value !== "disabled", byDefaultFrom: "0" }],
    ["neptune", { parameter: "neptune_enforce_ssl", forces: forced, byDefaultFrom: "0" }],
    ["redshift", { parameter: "require_ssl", forces: forced, byDefaultFrom: "2.0" }],
];

function switchOf(engine: string): Switch | undefined {
    return SWITCHES.find(([start]) => engine.toLowerCase().startsWith(start))?.[1];
}

/** Does the engine force TLS where the parameter is left out? AWS chooses a version that is left out. */
function byDefault({ byDefaultFrom }: Switch, version: string | Unknown | undefined): Answer {
    if (byDefaultFrom === undefined || byDefaultFrom === "0") return byDefaultFrom !== undefined;
    return version === undefined ? UNKNOWN : is(version, v => compareVersions(v, byDefaultFrom) >= 0);
}

const INSTANCE_GROUP = "aws:rds/parameterGroup:ParameterGroup";
const CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const DOCDB_GROUP = "aws:docdb/clusterParameterGroup:ClusterParameterGroup";
const NEPTUNE_GROUP = "aws:neptune/clusterParameterGroup:ClusterParameterGroup";
const REDSHIFT_GROUP = "aws:redshift/parameterGroup:ParameterGroup";
const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";

interface Database {
    /** Names the group. */
    readonly property: "parameterGroupName" | "dbClusterParameterGroupName" | "neptuneClusterParameterGroupName" | "clusterParameterGroupName";
    readonly group: string;
    /** Where the type has but one. */
    readonly engine?: string;
}
const DATABASES: Readonly<Record<string, Database>> = {
    "aws:rds/instance:Instance": { property: "parameterGroupName", group: INSTANCE_GROUP },
    "aws:rds/cluster:Cluster": { property: "dbClusterParameterGroupName", group: CLUSTER_GROUP },
    "aws:docdb/cluster:Cluster": { property: "dbClusterParameterGroupName", group: DOCDB_GROUP, engine: "docdb" },
    "aws:neptune/cluster:Cluster": { property: "neptuneClusterParameterGroupName", group: NEPTUNE_GROUP, engine: "neptune" },
    "aws:redshift/cluster:Cluster": { property: "clusterParameterGroupName", group: REDSHIFT_GROUP, engine: "redshift" },
};

const MESSAGE = "The database answers clients that connect without TLS.";

export const databaseForcesTls = stackPolicy({
    name: "aws-database-parameter-group-forces-tls",
    title: "Databases refuse connections without TLS",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [
        INSTANCE_GROUP,
        CLUSTER_GROUP,
        DOCDB_GROUP,
        NEPTUNE_GROUP,
        REDSHIFT_GROUP,
        WORKGROUP,
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
    ],
    why: "A client that forgets TLS sends passwords and records in plain text, and nobody notices.",
    fix: "Give the database a parameter group that sets rds.force_ssl, require_secure_transport or neptune_enforce_ssl to 1, tls to 'enabled', or require_ssl to 'true'.",
    references: [
        "aws-config:rds-postgres-instance-encrypted-in-transit",
        "aws-config:rds-mysql-instance-encrypted-in-transit",
        "aws-config:redshift-require-tls-ssl",
        "checkov:CKV2_AWS_69",
        "checkov:CKV_AWS_90",
        "checkov:CKV_AWS_105",
        "cdk-nag:AwsSolutions-RS1",
        "fsbp:RDS.38",
        "fsbp:RDS.39",
        "fsbp:RDS.41",
        "fsbp:RDS.44",
        "fsbp:DocumentDB.6",
        "fsbp:Redshift.2",
        "fsbp:RedshiftServerless.2",
    ],
    checkResource({ graph, resource, type, word, require, undetermined, notApplicable }) {
        if (type === WORKGROUP) {
            const value = parameterValue(resource.props, "configParameters", "require_ssl", ["parameterKey", "parameterValue"]);
            // Workgroups made since January 2025 force TLS, older ones do not.
            require(value === undefined ? UNKNOWN : is(value, forced), "configParameters", MESSAGE);
            return;
        }
        /** What a group of the family does where it sets the parameter, and where it does not. */
        const judge = (family: string, property: "parameters" | Database["property"]): void => {
            const [, engine = "", version] = /^([a-z-]+?)-?(\d[\d.]*)?$/i.exec(family) ?? [];
            const found = switchOf(engine);
            // Aurora forces TLS for the cluster as a whole.
            if (!found || (resource.type === INSTANCE_GROUP && engine.startsWith("aurora")))
                notApplicable("a family that forces TLS by none of these parameters");
            else {
                const value = parameterValue(resource.props, "parameters", found.parameter, ["name", "value"]);
                require(value === undefined ? byDefault(found, version) : is(value, found.forces), property, MESSAGE);
            }
        };
        const database = DATABASES[type];
        if (!database) {
            const family = word("family");
            if (isUnknown(family)) undetermined("family", "The engine of the parameter group is not known before the update.");
            else judge(family ?? "", "parameters");
            return;
        }
        const engine = database.engine ?? word("engine") ?? UNKNOWN;
        const found = isUnknown(engine) ? undefined : switchOf(engine);
        const { property } = database;
        const name = word(property);
        if (!isUnknown(engine) && !found) notApplicable("an engine that forces TLS by none of these parameters");
        else if (graph.from(resource, property, database.group).certain.length > 0)
            notApplicable("its parameter group stands in the stack and is judged itself");
        else if (name === undefined)
            require(found && type !== "aws:redshift/cluster:Cluster" ? byDefault(found, word("engineVersion")) : UNKNOWN, property, MESSAGE);
        else if (!isUnknown(name) && name.startsWith("default.")) judge(name.slice("default.".length), property);
        else undetermined(property, "The parameter group stands outside the stack, or is not known before the update.");
    },
});
