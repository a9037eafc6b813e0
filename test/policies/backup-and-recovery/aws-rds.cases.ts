import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");

export const cases: Cases = {
    "aws-rds-backup-retention": {
        compliant: {
            "an instance at the minimum": instance({ engine: "postgres", instanceClass: "db.t4g.small", backupRetentionPeriod: 7 }),
            "a cluster above it": cluster({ engine: "aurora-postgresql", backupRetentionPeriod: 35 }),
            "a lower minimum by setting": { resources: [cluster({ backupRetentionPeriod: 3 })], settings: { minRetentionDays: 3 } },
        },
        violating: {
            "an instance without it keeps none": [instance({ engine: "postgres", instanceClass: "db.t4g.small" }), "backupRetentionPeriod"],
            "the same said outright": [instance({ backupRetentionPeriod: 0 }), "backupRetentionPeriod"],
            "a cluster without it keeps one day": [cluster({ engine: "aurora-postgresql" }), "backupRetentionPeriod"],
            "one day said outright": [cluster({ backupRetentionPeriod: 1 }), "backupRetentionPeriod"],
        },
        undetermined: { "known only after the update": [instance({ backupRetentionPeriod: UNKNOWN }), "backupRetentionPeriod"] },
        notApplicable: { "a read replica": instance({ replicateSourceDb: UNKNOWN }) },
    },
};
