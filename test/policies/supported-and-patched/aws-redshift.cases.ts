import { type Cases, UNKNOWN, of } from "../support/cases";

const warehouse = of("aws:redshift/cluster:Cluster");
const workgroup = of("aws:redshiftserverless/workgroup:Workgroup");

export const cases: Cases = {
    "aws-redshift-version-upgrade-and-track": {
        compliant: {
            "on and current, by default": warehouse(),
            "the same said outright": warehouse({ allowVersionUpgrade: true, maintenanceTrackName: "current" }),
            "a workgroup": workgroup({ trackName: "current" }),
            "the trailing track, where the setting allows it": {
                resources: [warehouse({ maintenanceTrackName: "trailing" })],
                settings: { allowTrailingTrack: true },
            },
        },
        violating: {
            off: [warehouse({ allowVersionUpgrade: false }), "allowVersionUpgrade"],
            "the trailing track": [warehouse({ maintenanceTrackName: "trailing" }), "maintenanceTrackName"],
            "a workgroup on it": [workgroup({ trackName: "trailing" }), "trackName"],
            "no window, where the setting asks": {
                resources: [warehouse()],
                settings: { requireWindow: true },
                property: "preferredMaintenanceWindow",
            },
        },
        undetermined: { "known only after the update": [warehouse({ allowVersionUpgrade: UNKNOWN }), "allowVersionUpgrade"] },
    },
};
