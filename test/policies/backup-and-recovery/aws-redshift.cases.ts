import { type Cases, UNKNOWN, of } from "../support/cases";

const warehouse = of("aws:redshift/cluster:Cluster");

export const cases: Cases = {
    "aws-redshift-snapshots-retained": {
        compliant: {
            "a week": warehouse({ automatedSnapshotRetentionPeriod: 7 }),
            "manual snapshots for ever, said outright": warehouse({ automatedSnapshotRetentionPeriod: 35, manualSnapshotRetentionPeriod: -1 }),
            "manual snapshots for long": warehouse({ automatedSnapshotRetentionPeriod: 7, manualSnapshotRetentionPeriod: 365 }),
        },
        violating: {
            "one day, by default": [warehouse(), "automatedSnapshotRetentionPeriod"],
            "one day, said outright": [warehouse({ automatedSnapshotRetentionPeriod: 1 }), "automatedSnapshotRetentionPeriod"],
            none: [warehouse({ automatedSnapshotRetentionPeriod: 0 }), "automatedSnapshotRetentionPeriod"],
            "manual snapshots for a day": [
                warehouse({ automatedSnapshotRetentionPeriod: 7, manualSnapshotRetentionPeriod: 1 }),
                "manualSnapshotRetentionPeriod",
            ],
        },
        undetermined: {
            "known only after the update": [warehouse({ automatedSnapshotRetentionPeriod: UNKNOWN }), "automatedSnapshotRetentionPeriod"],
        },
        notApplicable: { "nothing to recover": warehouse({ tags: { backup: "not-required" } }) },
    },
};
