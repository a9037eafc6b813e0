import { type Cases, UNKNOWN, of } from "../support/cases";

const windows = of("aws:fsx/windowsFileSystem:WindowsFileSystem");
const ontap = of("aws:fsx/ontapFileSystem:OntapFileSystem");
const zfs = of("aws:fsx/openZfsFileSystem:OpenZfsFileSystem");
const lustre = of("aws:fsx/lustreFileSystem:LustreFileSystem");
const association = of("aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation");

const persistent = lustre({ deploymentType: "PERSISTENT_2" });
const MULTI = { requireMultiAz: true };

export const cases: Cases = {
    "aws-fsx-automatic-backups-and-multi-az": {
        compliant: {
            "a week on Windows, by default": windows({ throughputCapacity: 32 }),
            "a week, said outright": ontap({ deploymentType: "MULTI_AZ_2", automaticBackupRetentionDays: 7 }),
            "a persistent Lustre file system": lustre({ deploymentType: "PERSISTENT_2", automaticBackupRetentionDays: 30, skipFinalBackup: false }),
            "across zones, where the setting asks": { resources: [windows({ deploymentType: "MULTI_AZ_1" })], settings: MULTI },
        },
        violating: {
            "none on OpenZFS, by default": [zfs({ deploymentType: "SINGLE_AZ_2" }), "automaticBackupRetentionDays"],
            "none on ONTAP, by default": [ontap({ deploymentType: "MULTI_AZ_2" }), "automaticBackupRetentionDays"],
            "none, said outright": [windows({ automaticBackupRetentionDays: 0 }), "automaticBackupRetentionDays"],
            "no final backup": [windows({ skipFinalBackup: true }), "skipFinalBackup"],
            "Lustre, by default": [persistent, "automaticBackupRetentionDays"],
            "no final backup of Lustre, by default": [
                lustre({ deploymentType: "PERSISTENT_1", automaticBackupRetentionDays: 30 }),
                "skipFinalBackup",
            ],
            "one zone, where the setting asks": { resources: [windows()], settings: MULTI, property: "deploymentType" },
        },
        undetermined: {
            "known only after the update": [windows({ automaticBackupRetentionDays: UNKNOWN }), "automaticBackupRetentionDays"],
            "perhaps scratch": [lustre({ deploymentType: UNKNOWN }), "automaticBackupRetentionDays"],
            "perhaps exempt by a tag that is not known": [zfs({ deploymentType: "SINGLE_AZ_2", tags: UNKNOWN }), "automaticBackupRetentionDays"],
        },
        notApplicable: {
            "a scratch file system, by default": lustre(),
            "a scratch file system": lustre({ deploymentType: "SCRATCH_2" }),
            "a file system that mirrors a bucket": [persistent, association({ fileSystemId: UNKNOWN }, { fileSystemId: persistent })],
            "one imported from a bucket": lustre({ deploymentType: "PERSISTENT_1", importPath: "s3://records" }),
            "nothing to recover": zfs({ tags: { backup: "not-required" } }),
        },
    },
};
