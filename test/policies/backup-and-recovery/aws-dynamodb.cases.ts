import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const table = of("aws:dynamodb/table:Table");
const replica = of("aws:dynamodb/tableReplica:TableReplica");
const keyspace = of("aws:keyspaces/table:Table");
const target = of("aws:appautoscaling/target:Target");
const scaling = of("aws:appautoscaling/policy:Policy");

const records = table({ name: "records" });
type Dimension = Pick<CaseProps<"aws:appautoscaling/target:Target">, "serviceNamespace" | "resourceId" | "scalableDimension">;
const dimension = (name: string | typeof UNKNOWN): Dimension => ({
    serviceNamespace: "dynamodb",
    resourceId: "table/records",
    scalableDimension: name,
});
const READ = "dynamodb:table:ReadCapacityUnits";
const WRITE = "dynamodb:table:WriteCapacityUnits";
const scaled = (name: string | typeof UNKNOWN, minCapacity: number | typeof UNKNOWN = 5) => [
    target({ ...dimension(name), minCapacity, maxCapacity: 100 }),
    scaling({ ...dimension(name), policyType: "TargetTrackingScaling" }),
];

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
    "aws-dynamodb-capacity-scales": {
        compliant: {
            "on demand": table({ billingMode: "PAY_PER_REQUEST" }),
            "both scaled": [records, ...scaled(READ), ...scaled(WRITE)],
            "both scaled, by output": [
                records,
                ...[READ, WRITE].flatMap(scalableDimension => {
                    const own = target({ resourceId: UNKNOWN, scalableDimension, minCapacity: 1, maxCapacity: 10 }, { resourceId: records });
                    return [own, scaling({ resourceId: UNKNOWN, scalableDimension }, { resourceId: own })];
                }),
            ],
        },
        violating: {
            "fixed, by default": [table({ readCapacity: 5, writeCapacity: 5 }), "billingMode"],
            "fixed, said outright": [table({ billingMode: "PROVISIONED" }), "billingMode"],
            "reads only": [[records, ...scaled(READ)], "billingMode"],
            "no room to scale": [[records, ...scaled(READ), ...scaled(WRITE, 100)], "billingMode"],
            "targets without a policy": [
                [records, ...scaled(READ), target({ ...dimension(WRITE), minCapacity: 5, maxCapacity: 100 })],
                "billingMode",
            ],
        },
        undetermined: {
            "known only after the update": [table({ billingMode: UNKNOWN }), "billingMode"],
            "a capacity that is not known": [[records, ...scaled(READ), ...scaled(WRITE, UNKNOWN)], "billingMode"],
            "a dimension that is not known": [[records, ...scaled(READ), ...scaled(UNKNOWN)], "billingMode"],
        },
    },
};
