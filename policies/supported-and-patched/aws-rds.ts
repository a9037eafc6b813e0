import type { Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { noneOf, on } from "../../src/policy/facts";
import { type Answer, UNKNOWN, isUnknown, not, or } from "../../src/policy/unknown";
import { LIFECYCLE_SETTINGS, type Versioned, isMadeFromAnother, judgeVersion } from "../shared/aws-versions";

/** By what the name of the engine starts with: "sqlserver-se", "custom-oracle-ee". */
const ENGINES: readonly (readonly [RegExp, Versioned])[] = [
    [/^postgres/, { product: "rds-postgres", label: "PostgreSQL" }],
    [/^aurora-postgresql/, { product: "aurora-postgresql", label: "Aurora PostgreSQL" }],
    [/^mysql/, { product: "rds-mysql", label: "MySQL" }],
    [/^aurora-mysql/, { product: "aurora-mysql", label: "Aurora MySQL" }],
    [/^mariadb/, { product: "rds-mariadb", label: "MariaDB" }],
    [/^(custom-)?sqlserver/, { product: "sql-server", label: "SQL Server" }],
    [/^(custom-)?oracle/, { product: "oracle", label: "Oracle Database" }],
];

/** Engines that RDS keeps in extended support, for money, past their end. */
const EXTENDED = ["mysql", "postgres", "aurora-mysql", "aurora-postgresql"];
const DATABASES = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster"] as const;

/** Does the database go into extended support, when its version ends, rather than being upgraded or refused? */
function extendedSupport(c: Pick<Check<(typeof DATABASES)[number]>, "oneOf">): Answer {
    return not(c.oneOf("engineLifecycleSupport", ["open-source-rds-extended-support-disabled"], "open-source-rds-extended-support"));
}

/** Of SQL Server, Microsoft's extended updates are not sold with RDS, while Oracle's come with a licence of one's own. */
function isExtensible(c: Pick<Check<(typeof DATABASES)[number]>, "oneOf">, engine: string): Answer {
    return EXTENDED.includes(engine) ? extendedSupport(c) : !/^(custom-)?sqlserver/.test(engine);
}

export const rdsEngineVersion = resourcePolicy({
    name: "aws-rds-engine-version-in-support",
    title: "Databases run an engine version in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: DATABASES,
    why: "A database engine past its end gets no security fixes, whatever is found in it.",
    fix: "Set engineVersion to a major version in standard support.",
    references: [
        "checkov:CKV_AWS_250",
        "checkov:CKV_AWS_388",
        "endoflife:amazon-rds-postgresql",
        "endoflife:amazon-rds-mysql",
        "endoflife:amazon-rds-mariadb",
        "endoflife:amazon-aurora-postgresql",
    ],
    settings: LIFECYCLE_SETTINGS,
    check(c) {
        const engine = c.word("engine");
        if (isUnknown(engine)) {
            c.undetermined("engine", "The engine is not known before the update.");
            return;
        }
        const name = engine?.toLowerCase();
        if (name === "aurora") {
            c.violation("engine", "The engine aurora is Aurora MySQL 1 (MySQL 5.6), which ended in 2023.");
        } else if (!c.has("engineVersion") && isMadeFromAnother(c)) {
            c.undetermined("engineVersion", "The version is that of the database from which this one is made.");
        } else if (name === undefined) {
            c.undetermined("engine", "Without engine, the program does not say which version runs.");
        } else if (c.has("engineVersion")) {
            const versioned = ENGINES.find(([pattern]) => pattern.test(name))?.[1];
            if (versioned) judgeVersion(c, "engineVersion", versioned, isExtensible(c, name));
            else c.undetermined("engine", "The lifecycle table does not know this engine.");
        }
    },
});

export const rdsExtendedSupport = resourcePolicy({
    name: "aws-rds-extended-support-not-relied-on",
    title: "Databases do not slide into paid extended support",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: DATABASES,
    why: "By default an engine that has ended runs on under paid extended support, and looks as though it were in support.",
    fix: "Set engineLifecycleSupport to 'open-source-rds-extended-support-disabled' when the database is created, and plan its major upgrade.",
    references: ["endoflife:amazon-rds-postgresql"],
    check(c) {
        const listed = c.oneOf("engine", EXTENDED);
        // A replica, and a member of a global cluster, take the choice of what they belong to.
        const follows =
            c.has("replicateSourceDb") ||
            c.has("replicationSourceIdentifier") ||
            (c.type === "aws:rds/cluster:Cluster" && c.has("globalClusterIdentifier"));
        if (listed === false || follows) {
            c.notApplicable("an engine without extended support, or a database that follows another");
            return;
        }
        c.require(
            or(isUnknown(listed) ? UNKNOWN : false, not(extendedSupport(c))),
            "engineLifecycleSupport",
            "The database goes into paid extended support when its version ends.",
        );
    },
});

export const rdsAutoMinorVersionUpgrade = must({
    name: "aws-rds-auto-minor-version-upgrade",
    title: "Databases take minor versions by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:rds/cluster:Cluster"],
    why: "Security fixes of a database engine come as minor versions.",
    fix: "Leave autoMinorVersionUpgrade out, or set it to true.",
    remedies: [{ path: "autoMinorVersionUpgrade", value: true }],
    references: ["aws-config:rds-automatic-minor-version-upgrade-enabled", "checkov:CKV_AWS_226", "fsbp:RDS.13", "fsbp:RDS.35"],
    facts: [on("autoMinorVersionUpgrade", true, "Minor versions, and the fixes in them, are not taken.")],
});

const EXPIRED = ["rds-ca-2019", "rds-ca-2015"] as const;
const EXPIRED_MESSAGE = `The certificate authority is one that has expired (${EXPIRED.join(", ")}).`;

export const rdsCaCertificate = must({
    name: "aws-rds-ca-certificate-current",
    title: "Databases use a certificate authority that has not expired",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:rds/instance:Instance",
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:docdb/clusterInstance:ClusterInstance",
        "aws:rds/cluster:Cluster",
        "aws:rds/certificate:Certificate",
    ],
    why: "Clients that check certificates cannot connect to a database whose authority has expired; those that can, do not check.",
    fix: "Leave the certificate authority out, or name a current one such as 'rds-ca-rsa2048-g1'.",
    references: ["checkov:CKV_AWS_211"],
    facts: [
        noneOf("caCertIdentifier", EXPIRED, undefined, EXPIRED_MESSAGE),
        noneOf("caCertificateIdentifier", EXPIRED, undefined, EXPIRED_MESSAGE),
        noneOf("certificateIdentifier", EXPIRED, undefined, EXPIRED_MESSAGE),
    ],
});
