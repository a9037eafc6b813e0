import { mustByType } from "../../src/policy/factories";
import { atLeast, each, on, oneOf } from "../../src/policy/facts";
import { nothingToRecover } from "../shared/backup-stores";

const OFF = "Point-in-time recovery is off.";

export const dynamodbPointInTimeRecovery = mustByType({
    name: "aws-dynamodb-point-in-time-recovery",
    title: "DynamoDB and Keyspaces tables can be brought back to any second",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    why: "Without point-in-time recovery, what a faulty deployment or an intruder wrote over is gone.",
    fix: "Set pointInTimeRecovery.enabled to true on the table, pointInTimeRecovery to true on each replica, pointInTimeRecovery.status to 'ENABLED' on a Keyspaces table.",
    references: ["aws-config:dynamodb-pitr-enabled", "checkov:CKV_AWS_28", "checkov:CKV_AWS_165", "cdk-nag:AwsSolutions-DDB3", "fsbp:DynamoDB.2"],
    settings: {
        minRecoveryDays: {
            type: "integer",
            minimum: 1,
            maximum: 35,
            default: 7,
            description: "Days back to which a DynamoDB table must be recoverable.",
        },
    },
    unless: nothingToRecover,
    facts: settings => ({
        "aws:dynamodb/table:Table": [
            on("pointInTimeRecovery.enabled", false, OFF),
            atLeast(
                "pointInTimeRecovery.recoveryPeriodInDays",
                settings.minRecoveryDays,
                35,
                "The recovery period is shorter than the setting minRecoveryDays.",
            ),
            ...each("replicas", on("pointInTimeRecovery", false, "Point-in-time recovery of the replica is off.")),
        ],
        "aws:dynamodb/tableReplica:TableReplica": [on("pointInTimeRecovery", false, OFF)],
        "aws:keyspaces/table:Table": [oneOf("pointInTimeRecovery.status", ["ENABLED"], "DISABLED", OFF)],
    }),
});
