import { isOneOf } from "../../src/policy/check";
import { exempt, mustByType } from "../../src/policy/factories";
import { on, together, where } from "../../src/policy/facts";
import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, not, or } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";

/** Engines with IAM authentication; Oracle, SQL Server and Db2 have none. */
const ENGINE = /^(aurora-)?(mysql|mariadb|postgres|postgresql)$/i;

/** Does the engine know IAM authentication? One that is left out is taken over from a snapshot or another database. */
function knowsIam(props: Props): Answer {
    const engine = read(props, "engine") ?? UNKNOWN;
    return is(engine, e => ENGINE.test(text(e)));
}

const IAM = on("iamDatabaseAuthenticationEnabled", false, "Users can sign in to the database only with passwords of its own.");

export const databaseIamAuthentication = mustByType({
    name: "aws-database-iam-authentication",
    title: "Databases let their users in by IAM instead of passwords of their own",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A database password never expires and is passed from hand to hand; a token of IAM lasts minutes and belongs to someone who signed in.",
    fix: "Set iamDatabaseAuthenticationEnabled to true; on a proxy requireTls to true and auths[].iamAuth to 'REQUIRED'.",
    remedies: [{ path: "iamDatabaseAuthenticationEnabled", value: true }],
    references: [
        "aws-config:rds-instance-iam-authentication-enabled",
        "aws-config:rds-cluster-iam-authentication-enabled",
        "aws-config:neptune-cluster-iam-database-authentication",
        "checkov:CKV_AWS_161",
        "checkov:CKV_AWS_162",
        "checkov:CKV_AWS_359",
        "cdk-nag:AwsSolutions-RDS6",
        "cdk-nag:AwsSolutions-N5",
        "fsbp:RDS.10",
        "fsbp:RDS.12",
        "fsbp:RDS.43",
        "fsbp:Neptune.7",
    ],
    unless: ({ type, resource, has }) => {
        if (!type.startsWith("aws:rds/") || type === "aws:rds/proxy:Proxy") return undefined;
        if (has("domain") || has("domainFqdn")) return "its users sign in through a directory (Kerberos)";
        return exempt(not(knowsIam(resource.props)), "an engine without IAM authentication");
    },
    facts: {
        "aws:rds/instance:Instance": [IAM],
        "aws:rds/cluster:Cluster": [IAM],
        "aws:neptune/cluster:Cluster": [IAM],
        "aws:rds/proxy:Proxy": [
            on("requireTls", false, "The proxy answers clients without TLS."),
            ...where(
                props => not(isOneOf(read(props, "engineFamily"), ["SQLSERVER"])),
                together("auths", "Clients of the proxy sign in with passwords.", props => {
                    const auths = list(read(props, "auths"));
                    const required = every(auths, auth => is(auth, a => isOneOf(read(a, "iamAuth"), ["REQUIRED"], "DISABLED")));
                    return or(
                        isOneOf(read(props, "defaultAuthScheme"), ["IAM_AUTH"], "NONE"),
                        and(
                            is(auths, a => a.length > 0),
                            required,
                        ),
                    );
                }),
            ),
        ],
    },
});
