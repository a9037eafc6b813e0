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
    "azure-storage-network-default-deny": {
        compliant: {
            "denies by default": account({ networkRuleSet: { defaultAction: "Deny", ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }] } }),
            "no public access": account({ publicNetworkAccess: "Disabled" }),
            "inside a perimeter": account({ publicNetworkAccess: "SecuredByPerimeter" }),
        },
        violating: {
            "rules, and everyone else besides": [
                account({ networkRuleSet: { defaultAction: "Allow", ipRules: [{ iPAddressOrRange: "203.0.113.7" }] } }),
                "networkRuleSet.defaultAction",
            ],
            "left out": [account({}), "networkRuleSet.defaultAction"],
            "open, said outright": [
                account({ publicNetworkAccess: "Enabled", networkRuleSet: { defaultAction: "Allow" } }),
                "networkRuleSet.defaultAction",
            ],
            "a rule for everyone": [
                account({ networkRuleSet: { defaultAction: "Deny", ipRules: [{ iPAddressOrRange: "0.0.0.0/0" }] } }),
                "networkRuleSet.ipRules[0].iPAddressOrRange",
            ],
        },
        undetermined: {
            "known only after the update": [account({ networkRuleSet: UNKNOWN }), "networkRuleSet.defaultAction"],
            "access known only after the update": [account({ publicNetworkAccess: UNKNOWN }), "networkRuleSet.defaultAction"],
        },
    },
    "azure-storage-sas-expiry-bounded": {
        compliant: {
            "no keys": account({ allowSharedKeyAccess: false }),
            "within bounds": account({
                sasPolicy: { sasExpirationPeriod: "7.00:00:00", expirationAction: "Block" },
                keyPolicy: { keyExpirationPeriodInDays: 90 },
            }),
            "hours only": account({ sasPolicy: { sasExpirationPeriod: "08:00:00" }, keyPolicy: { keyExpirationPeriodInDays: 30 } }),
        },
        violating: {
            "left out": [account({}), "sasPolicy.sasExpirationPeriod"],
            "signatures for too long": [
                account({
                    allowSharedKeyAccess: true,
                    sasPolicy: { sasExpirationPeriod: "7.00:00:01" },
                    keyPolicy: { keyExpirationPeriodInDays: 90 },
                }),
                "sasPolicy.sasExpirationPeriod",
            ],
            "keys for too long": [
                account({ sasPolicy: { sasExpirationPeriod: "1.00:00:00" }, keyPolicy: { keyExpirationPeriodInDays: 365 } }),
                "keyPolicy.keyExpirationPeriodInDays",
            ],
        },
        undetermined: {
            "known only after the update": [
                account({ sasPolicy: UNKNOWN, keyPolicy: { keyExpirationPeriodInDays: 90 } }),
                "sasPolicy.sasExpirationPeriod",
            ],
            "keys that may be switched off": [account({ allowSharedKeyAccess: UNKNOWN }), "sasPolicy.sasExpirationPeriod"],
        },
    },
};
