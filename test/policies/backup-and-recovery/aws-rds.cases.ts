import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const documents = of("aws:docdb/cluster:Cluster");
const warehouse = of("aws:redshift/cluster:Cluster");
const graph = of("aws:neptune/cluster:Cluster");

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
    "aws-rds-backups-survive-deletion": {
        compliant: {
            "a final snapshot, and automated backups kept": instance({ finalSnapshotIdentifier: "records-final", deleteAutomatedBackups: false }),
            "a final snapshot by default": documents({ finalSnapshotIdentifier: "documents-final" }),
            "automated backups gone by default, with advice": { resources: [cluster({ finalSnapshotIdentifier: "records-final" })], advice: true },
            "no name for the snapshot, with advice": { resources: [warehouse({ skipFinalSnapshot: false })], advice: true },
        },
        violating: {
            none: [instance({ skipFinalSnapshot: true, deleteAutomatedBackups: false }), "skipFinalSnapshot"],
            "none for a warehouse": [warehouse({ skipFinalSnapshot: true }), "skipFinalSnapshot"],
        },
        undetermined: {
            "known only after the update": [graph({ skipFinalSnapshot: UNKNOWN, finalSnapshotIdentifier: "graph-final" }), "skipFinalSnapshot"],
        },
        notApplicable: {
            "a read replica": instance({ replicateSourceDb: "records", skipFinalSnapshot: true }),
            "a replica cluster": graph({ replicationSourceIdentifier: UNKNOWN, skipFinalSnapshot: true }),
            "a stack that is thrown away": { resources: [instance({ skipFinalSnapshot: true })], estate: { ephemeral: true } },
        },
    },
};
