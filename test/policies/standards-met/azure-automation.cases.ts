import { type Cases, UNKNOWN, of } from "../support/cases";

const variable = of("azure-native:automation:Variable");

export const cases: Cases = {
    "azure-automation-variables-encrypted": {
        compliant: { encrypted: variable({ isEncrypted: true }) },
        violating: {
            "left out": [variable({}), "isEncrypted"],
            "plain, said outright": [variable({ isEncrypted: false }), "isEncrypted"],
        },
        undetermined: { "known only after the update": [variable({ isEncrypted: UNKNOWN }), "isEncrypted"] },
    },
};
