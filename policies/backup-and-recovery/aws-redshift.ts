import { must } from "../../src/policy/factories";
import { atLeast, fact } from "../../src/policy/facts";
import { asNumber } from "../../src/policy/check";
import { setting } from "../../src/policy/remediation";
import { is } from "../../src/policy/unknown";
import { nothingToRecover } from "../shared/backup-stores";

export const redshiftSnapshotsRetained = must({
    name: "aws-redshift-snapshots-retained",
    title: "Redshift keeps automated snapshots for the minimum retention",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:redshift/cluster:Cluster"],
    why: "The default of one day is over before most mistakes, and most intruders, are found.",
    fix: "Set automatedSnapshotRetentionPeriod to at least the setting minRetentionDays, and leave manualSnapshotRetentionPeriod out.",
    remedies: [{ path: "automatedSnapshotRetentionPeriod", value: setting("minRetentionDays") }],
    references: [
        "aws-config:redshift-backup-enabled",
        "aws-config:redshift-cluster-maintenancesettings-check",
        "checkov:CKV_AWS_343",
        "cdk-nag:AwsSolutions-RS10",
        "fsbp:Redshift.3",
    ],
    settings: { minRetentionDays: { type: "integer", minimum: 1, maximum: 35, default: 7, description: "Days for which snapshots must be kept." } },
    unless: nothingToRecover,
    facts: ({ minRetentionDays }) => [
        atLeast(
            "automatedSnapshotRetentionPeriod",
            minRetentionDays,
            1,
            `Automated snapshots are kept for fewer than ${String(minRetentionDays)} days.`,
        ),
        fact("manualSnapshotRetentionPeriod", `Manual snapshots are kept for fewer than ${String(minRetentionDays)} days.`, value =>
            is(asNumber(value) ?? -1, days => days === -1 || days >= minRetentionDays),
        ),
    ],
});
