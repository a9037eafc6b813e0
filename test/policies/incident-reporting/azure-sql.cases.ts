import { type Cases, UNKNOWN, of } from "../support/cases";

const server = of("azure-native:sql:ServerSecurityAlertPolicy");
const database = of("azure-native:sql:DatabaseSecurityAlertPolicy");

export const cases: Cases = {
    "azure-sql-alerts-notify": {
        compliant: {
            "to the administrators": server({ state: "Enabled", emailAccountAdmins: true }),
            "to an address": database({ state: "Enabled", emailAddresses: ["security@supplier.example"] }),
            "to an address that is not known": server({ state: "Enabled", emailAddresses: [UNKNOWN] }),
        },
        violating: {
            "to nobody": [server({ state: "Enabled" }), "emailAddresses"],
            "to nobody, as Azure writes it": [database({ state: "Enabled", emailAccountAdmins: false, emailAddresses: [""] }), "emailAddresses"],
            off: [server({ state: "Disabled", emailAccountAdmins: true }), "state"],
        },
        undetermined: {
            "perhaps on": [server({ state: UNKNOWN, emailAccountAdmins: true }), "state"],
            "perhaps to the administrators": [server({ state: "Enabled", emailAccountAdmins: UNKNOWN }), "emailAddresses"],
            "addresses known only after the update": [server({ state: "Enabled", emailAddresses: UNKNOWN }), "emailAddresses"],
        },
    },
};
