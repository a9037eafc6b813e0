import { type Cases, UNKNOWN, of } from "../support/cases";

const account = of("azure-native:storage:StorageAccount");

export const cases: Cases = {
    "azure-storage-shared-key-disabled": {
        compliant: { off: account({ allowSharedKeyAccess: false }) },
        violating: {
            "left out": [account({}), "allowSharedKeyAccess"],
            "on, said outright": [account({ allowSharedKeyAccess: true }), "allowSharedKeyAccess"],
        },
        undetermined: { "known only after the update": [account({ allowSharedKeyAccess: UNKNOWN }), "allowSharedKeyAccess"] },
    },
};
