import { type Cases, UNKNOWN, of } from "../support/cases";

const key = of("aws:kms/key:Key");
const replica = of("aws:kms/replicaKey:ReplicaKey");
const external = of("aws:kms/externalKey:ExternalKey");

export const cases: Cases = {
    "aws-kms-key-rotation-enabled": {
        compliant: {
            "once a year where no period is given": key({ enableKeyRotation: true }),
            "a kind said outright": key({ enableKeyRotation: true, customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }),
            "more often": key({ enableKeyRotation: true, rotationPeriodInDays: 90 }),
        },
        violating: {
            "left out": [key({ description: "records" }), "enableKeyRotation"],
            "said outright": [key({ enableKeyRotation: false }), "enableKeyRotation"],
            "too seldom": [key({ enableKeyRotation: true, rotationPeriodInDays: 730 }), "rotationPeriodInDays"],
        },
        undetermined: {
            "known only after the update": [key({ enableKeyRotation: UNKNOWN }), "enableKeyRotation"],
            "a kind that is not known": [key({ customerMasterKeySpec: UNKNOWN }), "enableKeyRotation"],
        },
        notApplicable: {
            "an asymmetric key": key({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }),
            "a key in a store of its own": key({ customKeyStoreId: "cks-1" }),
        },
    },
    "aws-kms-key-deletion-guarded": {
        compliant: {
            "30 days where left out": key({ description: "records" }),
            "said outright": replica({ primaryKeyArn: UNKNOWN, deletionWindowInDays: 30 }),
            "fewer days, by setting": { resources: [key({ deletionWindowInDays: 14 })], settings: { minDeletionWindowDays: 14 } },
        },
        violating: {
            "a week": [key({ deletionWindowInDays: 7 }), "deletionWindowInDays"],
            "a key that is disabled": [key({ isEnabled: false }), "isEnabled"],
            "a replica that is disabled": [replica({ primaryKeyArn: UNKNOWN, enabled: false }), "enabled"],
            "a policy that may lock its account out": [external({ bypassPolicyLockoutSafetyCheck: true }), "bypassPolicyLockoutSafetyCheck"],
        },
        undetermined: { "known only after the update": [key({ deletionWindowInDays: UNKNOWN }), "deletionWindowInDays"] },
    },
};
