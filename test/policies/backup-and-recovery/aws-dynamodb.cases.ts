import { type Cases, UNKNOWN, of } from "../support/cases";

const table = of("aws:dynamodb/table:Table");
const replica = of("aws:dynamodb/tableReplica:TableReplica");
const keyspace = of("aws:keyspaces/table:Table");

export const cases: Cases = {
    "aws-dynamodb-point-in-time-recovery": {
        compliant: {
            "35 days, by default": table({ pointInTimeRecovery: { enabled: true } }),
            "with a replica": table({
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 14 },
                replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: true }],
            }),
            "a replica of its own": replica({ pointInTimeRecovery: true }),
            "a Keyspaces table": keyspace({ pointInTimeRecovery: { status: "ENABLED" } }),
        },
        violating: {
            "off by default": [table(), "pointInTimeRecovery.enabled"],
            "off, said outright": [table({ pointInTimeRecovery: { enabled: false } }), "pointInTimeRecovery.enabled"],
            "one day": [table({ pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 1 } }), "pointInTimeRecovery.recoveryPeriodInDays"],
            "a replica without it": [
                table({ pointInTimeRecovery: { enabled: true }, replicas: [{ regionName: "eu-west-1" }] }),
                "replicas[0].pointInTimeRecovery",
            ],
            "a replica of its own, by default": [replica(), "pointInTimeRecovery"],
            "a Keyspaces table, by default": [keyspace(), "pointInTimeRecovery.status"],
        },
        undetermined: {
            "known only after the update": [table({ pointInTimeRecovery: UNKNOWN }), "pointInTimeRecovery.enabled"],
            "perhaps exempt by a tag that is not known": [table({ tags: UNKNOWN }), "pointInTimeRecovery.enabled"],
        },
        notApplicable: { "nothing to recover": table({ tags: { backup: "not-required" } }) },
    },
};
