import { type Cases, UNKNOWN, of } from "../support/cases";

const secret = of("aws:secretsmanager/secret:Secret");
const rotation = of("aws:secretsmanager/secretRotation:SecretRotation");
const version = of("aws:secretsmanager/secretVersion:SecretVersion");
const parameter = of("aws:ssm/parameter:Parameter");
const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const redshift = of("aws:redshift/cluster:Cluster");
const serverless = of("aws:redshiftserverless/namespace:Namespace");

const own = secret({ name: "db" });
const rotated = (rules: object | typeof UNKNOWN, over: object = {}) => [
    own,
    rotation({ secretId: UNKNOWN, rotationRules: rules, ...over }, { secretId: own }),
];
const database = (over: object) => instance({ engine: "postgres", instanceClass: "db.t4g.small", username: "app", ...over });

export const cases: Cases = {
    "aws-secret-rotation-enabled": {
        compliant: {
            "every month": rotated({ automaticallyAfterDays: 30 }),
            "by its name": [secret({ name: "db" }), rotation({ secretId: "db", rotationRules: { automaticallyAfterDays: 90 } })],
            "by a schedule": rotated({ scheduleExpression: "rate(30 days)" }),
        },
        violating: {
            never: [own, ""],
            "once a year": [rotated({ automaticallyAfterDays: 365 }), ""],
            "by a schedule that is too slow": [rotated({ scheduleExpression: "rate(120 days)" }), ""],
            "switched off": [rotated({ automaticallyAfterDays: 30 }, { rotationEnabled: false }), ""],
            "another secret": [
                [secret({ name: "api" }), secret({ name: "db" }), rotation({ secretId: "db", rotationRules: { automaticallyAfterDays: 30 } })],
                "",
            ],
        },
        undetermined: {
            "rules that are not known": [rotated(UNKNOWN), ""],
            "tags that are not known": [secret({ name: "db", tags: UNKNOWN }), ""],
            "a rotation of a secret that is not known": [[own, rotation({ secretId: UNKNOWN, rotationRules: { automaticallyAfterDays: 30 } })], ""],
        },
        notApplicable: { "renewed outside AWS": secret({ name: "db", tags: { rotation: "external" } }) },
    },
    "aws-secret-value-not-inline": {
        compliant: {
            "a generated value": version({ secretId: "db", secretString: UNKNOWN }),
            "written only": version({ secretId: "db", secretStringWo: "correct horse", secretStringWoVersion: 1 }),
            "a parameter whose value is generated": parameter({ name: "/db/password", type: "SecureString", value: UNKNOWN }),
            "a parameter that is written only": parameter({
                name: "/db/password",
                type: "SecureString",
                valueWo: "correct horse",
                valueWoVersion: 1,
            }),
        },
        violating: {
            "a literal": [version({ secretId: "db", secretString: "correct horse" }), "secretString"],
            "a literal in base64": [version({ secretId: "db", secretBinary: "Y29ycmVjdA==" }), "secretBinary"],
            "a known value, where no generated ones are accepted": {
                resources: [version({ secretId: "db", secretString: "known" })],
                settings: { allowGeneratedSecrets: false },
                property: "secretString",
            },
            "a SecureString of a literal": [parameter({ name: "/db/host", type: "SecureString", value: "correct horse" }), "value"],
            "a password that is no SecureString": [parameter({ name: "/db/password", type: "String", value: UNKNOWN }), "type"],
            "a password in plain": [parameter({ name: "/db/password", type: "String", insecureValue: "correct horse" }), "insecureValue"],
        },
        undetermined: {
            "a value that is not known, where generated ones are not accepted": {
                resources: [version({ secretId: "db", secretString: UNKNOWN })],
                settings: { allowGeneratedSecrets: false },
                property: "secretString",
            },
            "a password in plain that may be left out": [
                parameter({ name: "/db/password", type: "String", insecureValue: UNKNOWN }),
                "insecureValue",
            ],
            "a type that is not known": [parameter({ name: "/db/host", type: UNKNOWN, value: "correct horse" }), "value"],
        },
        notApplicable: {
            "a parameter that is no secret": parameter({ name: "/db/host", type: "String", value: "db.internal" }),
            "where a secret is kept": parameter({ name: "/db/password-arn", type: "String", value: "arn" }),
        },
    },
    "aws-database-password-managed-or-write-only": {
        compliant: {
            "kept by AWS": database({ manageMasterUserPassword: true }),
            "written only": database({ passwordWo: "correct horse", passwordWoVersion: 1 }),
            "a generated one": database({ password: UNKNOWN }),
            "a cluster's": cluster({ engine: "aurora-postgresql", manageMasterUserPassword: true }),
            "Redshift's": redshift({ clusterIdentifier: "c", nodeType: "ra3.large", manageMasterPassword: true }),
            "the first cluster of a global one": cluster({
                engine: "aurora-postgresql",
                globalClusterIdentifier: "g",
                manageMasterUserPassword: true,
            }),
            "a namespace without an administrator": serverless({ namespaceName: "n" }),
        },
        violating: {
            "set by the program": [database({ password: "correct horse" }), "password"],
            "a cluster's": [cluster({ engine: "aurora-postgresql", masterPassword: "correct horse" }), "masterPassword"],
            "Redshift's": [redshift({ clusterIdentifier: "c", nodeType: "ra3.large", masterPassword: "Correct1horse" }), "masterPassword"],
            "a namespace's": [serverless({ namespaceName: "n", adminUserPassword: "Correct1horse" }), "adminUserPassword"],
            "none at all": [database({}), "manageMasterUserPassword"],
            "both written only and kept": [database({ password: "correct horse", passwordWo: "correct horse", passwordWoVersion: 1 }), "password"],
            "filled from a bucket, with no password": [
                database({ engine: "mysql", s3Import: { bucketName: "b", ingestionRole: "r", sourceEngine: "mysql", sourceEngineVersion: "8.0" } }),
                "manageMasterUserPassword",
            ],
            "switched off": [database({ manageMasterUserPassword: false }), "manageMasterUserPassword"],
        },
        undetermined: {
            "a generated one, where none is accepted": {
                resources: [database({ password: UNKNOWN })],
                settings: { allowSecretInput: false },
                property: "password",
            },
            "a switch that is not known": [database({ manageMasterUserPassword: UNKNOWN }), "manageMasterUserPassword"],
        },
        notApplicable: {
            "a replica": instance({ instanceClass: "db.t4g.small", replicateSourceDb: "db" }),
            "restored from a snapshot": cluster({ engine: "aurora-postgresql", snapshotIdentifier: "s" }),
        },
    },
};
