import { mustByType } from "../../src/policy/factories";
import { given, noneOf, on } from "../../src/policy/facts";

const TRAILING = "The trailing track takes each version, and the fixes in it, one release late.";

export const redshiftVersionUpgrade = mustByType({
    name: "aws-redshift-version-upgrade-and-track",
    title: "Redshift takes new versions by itself",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    why: "Redshift's security fixes come with its versions, in the maintenance window.",
    fix: "Leave allowVersionUpgrade out or set it to true, and leave maintenanceTrackName (trackName) at 'current'.",
    remedies: [{ path: "allowVersionUpgrade", value: true }],
    references: ["aws-config:redshift-cluster-maintenancesettings-check", "checkov:CKV_AWS_141", "cdk-nag:AwsSolutions-RS9", "fsbp:Redshift.6"],
    settings: {
        allowTrailingTrack: { type: "boolean", default: false, description: "Whether the trailing track is allowed." },
        requireWindow: { type: "boolean", default: false, description: "Whether preferredMaintenanceWindow must be set." },
    },
    facts: ({ allowTrailingTrack, requireWindow }) => ({
        "aws:redshift/cluster:Cluster": [
            on("allowVersionUpgrade", true, "New versions, and the fixes in them, are not taken."),
            ...(requireWindow ? [given("preferredMaintenanceWindow", "No maintenance window is named.")] : []),
            ...(allowTrailingTrack ? [] : [noneOf("maintenanceTrackName", ["trailing"], "current", TRAILING)]),
        ],
        "aws:redshiftserverless/workgroup:Workgroup": allowTrailingTrack ? [] : [noneOf("trackName", ["trailing"], "current", TRAILING)],
    }),
});
