import { type Cases, UNKNOWN, of } from "../support/cases";

const account = of("azure-native:storage:StorageAccount");
const container = of("azure-native:storage:BlobContainer");

export const cases: Cases = {
    "azure-storage-https-only": {
        compliant: {
            "on by default": account({ kind: "StorageV2" }),
            "on, said outright": account({ kind: "StorageV2", enableHttpsTrafficOnly: true }),
            "off for NFS": account({ kind: "BlockBlobStorage", enableNfsV3: true, enableHttpsTrafficOnly: false }),
            "off for file shares": account({ kind: "FileStorage", enableHttpsTrafficOnly: false }),
        },
        violating: { off: [account({ kind: "StorageV2", enableHttpsTrafficOnly: false }), "enableHttpsTrafficOnly"] },
        undetermined: {
            "known only after the update": [account({ kind: "StorageV2", enableHttpsTrafficOnly: UNKNOWN }), "enableHttpsTrafficOnly"],
            "off, for a kind that is not known": [account({ kind: UNKNOWN, enableHttpsTrafficOnly: false }), "enableHttpsTrafficOnly"],
        },
    },
    "azure-storage-min-tls-1-2": {
        compliant: { "TLS 1.2": account({ minimumTlsVersion: "TLS1_2" }), "TLS 1.3": account({ minimumTlsVersion: "TLS1_3" }) },
        violating: {
            "left out": [account({}), "minimumTlsVersion"],
            "TLS 1.0, said outright": [account({ minimumTlsVersion: "TLS1_0" }), "minimumTlsVersion"],
        },
        undetermined: { "known only after the update": [account({ minimumTlsVersion: UNKNOWN }), "minimumTlsVersion"] },
    },
    "azure-storage-no-anonymous-blob-access": {
        compliant: {
            "closed by default": [account({}), container({})],
            "closed, said outright": [account({ allowBlobPublicAccess: false }), container({ publicAccess: "None" })],
        },
        violating: {
            "an account that allows it": [account({ allowBlobPublicAccess: true }), "allowBlobPublicAccess"],
            "an open container": [container({ publicAccess: "Blob" }), "publicAccess"],
        },
        undetermined: { "known only after the update": [account({ allowBlobPublicAccess: UNKNOWN }), "allowBlobPublicAccess"] },
    },
};
