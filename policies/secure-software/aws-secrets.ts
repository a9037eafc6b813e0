import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { isSet, read, text, truth } from "../../src/policy/values";
import { longestGapHours } from "../shared/schedules";
import { looksSecret } from "../shared/secret-names";

const SECRET = "aws:secretsmanager/secret:Secret";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const PARAMETER = "aws:ssm/parameter:Parameter";

export const secretRotation = stackPolicy({
    name: "aws-secret-rotation-enabled",
    title: "Secrets are renewed by themselves",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [SECRET],
    reads: [ROTATION],
    why: "A secret that never changes stays good for whoever once saw it.",
    fix: "Add a SecretRotation with rotationRules, or tag the secret with rotation 'external' where its owner renews it in another way.",
    references: [
        "aws-config:secretsmanager-rotation-enabled-check",
        "aws-config:secretsmanager-secret-periodic-rotation",
        "aws-config:secretsmanager-scheduled-rotation-success-check",
        "checkov:CKV_AWS_304",
        "checkov:CKV2_AWS_57",
        "cdk-nag:AwsSolutions-SMG4",
        "fsbp:SecretsManager.1",
        "fsbp:SecretsManager.4",
    ],
    settings: {
        maxRotationDays: { type: "integer", minimum: 1, maximum: 1000, default: 90, description: "Days after which a secret must be renewed." },
    },
    checkResource(c) {
        const external = c.tagged("rotation", "external");
        if (external === true) {
            c.notApplicable("renewed outside AWS, by its tags");
            return;
        }
        const renewed = linkedSatisfies(c.graph.into(c.resource, ROTATION, "secretId"), rotation => {
            const { props } = rotation;
            const days = is(
                read(props, "rotationRules.automaticallyAfterDays"),
                d => d !== undefined && Number(text(d)) <= c.settings.maxRotationDays,
            );
            const schedule = is(read(props, "rotationRules.scheduleExpression"), s => {
                if (s === undefined) return false;
                const hours = longestGapHours(text(s));
                return hours === undefined ? UNKNOWN : hours <= c.settings.maxRotationDays * 24;
            });
            return and(truth(read(props, "rotationEnabled")) ?? true, or(days, schedule));
        });
        c.require(or(external, renewed), "", `Nothing renews the secret within ${String(c.settings.maxRotationDays)} days.`);
    },
});

export const secretValueNotInline = resourcePolicy({
    name: "aws-secret-value-not-inline",
    title: "Values of secrets stand neither in the program nor in its state",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [VERSION, PARAMETER],
    why: "What a program writes down as a secret is in its repository or its state, for everybody who may read them.",
    fix: "Use secretStringWo or valueWo, a generated value, or leave the value to whoever owns it; never insecureValue for what is secret.",
    references: ["checkov:CKV2_AWS_34", "checkov:CKV2_AWS_36"],
    settings: { allowGeneratedSecrets: { type: "boolean", default: true, description: "Accept values that are known only after the update." } },
    check({ type, get, has, word, oneOf, require, requireAt, notApplicable, settings }) {
        const kept = (path: "secretString" | "secretBinary" | "value", asked: Answer, message: string): void => {
            const value = get(path);
            if (value === undefined || (isUnknown(value) && settings.allowGeneratedSecrets)) return;
            requireAt(or(not(asked), isUnknown(value) ? UNKNOWN : value === ""), path, message);
        };
        if (type === VERSION) {
            kept("secretString", true, "The value of the secret is known to the program.");
            kept("secretBinary", true, "The value of the secret is known to the program.");
            return;
        }
        const secure = oneOf("type", ["SecureString"]);
        const named = is(word("name"), name => looksSecret(name ?? ""));
        const secret = or(secure, named);
        if (secret === false) {
            notApplicable("a parameter that is no secret, by its type and name");
            return;
        }
        const open = get("insecureValue");
        if (open !== undefined)
            require(or(
                not(secret),
                isUnknown(open) ? UNKNOWN : false,
            ), "insecureValue", "A parameter that is a secret by its name is shown in plain everywhere.");
        kept("value", secure, "The value of the parameter is known to the program.");
        if (secure === false && has("value")) require(not(named), "type", "A parameter that is a secret by its name is no SecureString.");
    },
});

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const DOCDB = "aws:docdb/cluster:Cluster";
const REDSHIFT = "aws:redshift/cluster:Cluster";
const SERVERLESS = "aws:redshiftserverless/namespace:Namespace";

/** By type: the switch that lets AWS keep the password, the ones that are written only, those that are kept in the state. */
const PASSWORDS: Readonly<Record<string, { readonly managed: string; readonly writeOnly: string; readonly kept: string }>> = {
    [INSTANCE]: { managed: "manageMasterUserPassword", writeOnly: "passwordWo", kept: "password" },
    [CLUSTER]: { managed: "manageMasterUserPassword", writeOnly: "masterPasswordWo", kept: "masterPassword" },
    [DOCDB]: { managed: "manageMasterUserPassword", writeOnly: "masterPasswordWo", kept: "masterPassword" },
    [REDSHIFT]: { managed: "manageMasterPassword", writeOnly: "masterPasswordWo", kept: "masterPassword" },
    [SERVERLESS]: { managed: "manageAdminPassword", writeOnly: "adminUserPasswordWo", kept: "adminUserPassword" },
};
/** What makes a database of another one, with its password. */
const FROM_ANOTHER = [
    "replicateSourceDb",
    "replicationSourceIdentifier",
    "snapshotIdentifier",
    "snapshotArn",
    "restoreToPointInTime",
    "globalClusterIdentifier",
];

export const databasePasswordManaged = resourcePolicy({
    name: "aws-database-password-managed-or-write-only",
    title: "AWS keeps the passwords of databases, or they are written only",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [INSTANCE, CLUSTER, DOCDB, REDSHIFT, SERVERLESS],
    why: "A password that the program sets is in its repository or its state, and nobody renews it.",
    fix: "Set manageMasterUserPassword (manageMasterPassword, manageAdminPassword on Redshift) to true, or use the write-only property.",
    references: ["cdk-nag:AwsSolutions-DOC3"],
    settings: { allowSecretInput: { type: "boolean", default: true, description: "Accept passwords that are known only after the update." } },
    check({ type, resource: { props }, requireAt, notApplicable, settings }) {
        const names = PASSWORDS[type];
        if (!names) return;
        const password = read(props, names.kept);
        const managed = truth(read(props, names.managed)) ?? false;
        if (password === undefined && (managed === true || isSet(props, names.writeOnly))) return;
        if (password === undefined && FROM_ANOTHER.some(path => isSet(props, path))) {
            notApplicable("takes the password of the database that it is made from");
            return;
        }
        if (isUnknown(password)) requireAt(or(managed, settings.allowSecretInput ? true : UNKNOWN), names.kept, "The program sets the password.");
        else if (password !== undefined && password !== "") requireAt(false, names.kept, "The program sets the password, and keeps it in its state.");
        // Without any of the three there is nobody who could sign in, which AWS refuses where a password is needed.
        else
            requireAt(
                or(managed, names.kept === "adminUserPassword" && !isSet(props, "adminUsername")),
                names.managed,
                "AWS does not keep the password.",
            );
    },
});
