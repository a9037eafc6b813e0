import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { atLeast, each, on, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
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
    remedies: [{ path: "pointInTimeRecovery.enabled", value: true, types: ["aws:dynamodb/table:Table"] }],
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

const TARGET = "aws:appautoscaling/target:Target";
const SCALING = "aws:appautoscaling/policy:Policy";

/** Has the target room to scale in? */
function hasRoom({ props }: Resource): Answer {
    return is(asNumber(read(props, "minCapacity")), least =>
        is(asNumber(read(props, "maxCapacity")), most => least !== undefined && most !== undefined && least < most),
    );
}

export const dynamodbCapacityScales = stackPolicy({
    name: "aws-dynamodb-capacity-scales",
    title: "DynamoDB tables scale with their load",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:dynamodb/table:Table"],
    reads: [TARGET, SCALING],
    why: "A table with fixed capacity refuses requests when a service needs it most.",
    fix: "Set billingMode to 'PAY_PER_REQUEST', or add scaling targets and policies for the table's read and write capacity.",
    references: ["aws-config:dynamodb-autoscaling-enabled", "aws-config:dynamodb-throughput-limit-check", "checkov:CKV2_AWS_16", "fsbp:DynamoDB.1"],
    checkResource({ graph, resource, oneOf: wordIs, require }) {
        const targets = graph.into(resource, TARGET, "resourceId");
        const scalings = graph.into(resource, SCALING, "resourceId");
        const scales = (dimension: string): Answer => {
            const ofDimension = (r: Resource): Answer => isOneOf(read(r.props, "scalableDimension"), [`dynamodb:table:${dimension}CapacityUnits`]);
            return and(
                linkedSatisfies(targets, target => and(ofDimension(target), hasRoom(target))),
                linkedSatisfies(scalings, ofDimension),
            );
        };
        const answer = or(wordIs("billingMode", ["PAY_PER_REQUEST"], "PROVISIONED"), and(scales("Read"), scales("Write")));
        require(answer, "billingMode", "The table's capacity is fixed: neither on demand nor scaled for both reads and writes.");
    },
});
