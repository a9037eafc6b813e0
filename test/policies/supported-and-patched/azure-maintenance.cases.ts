import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const maintenance = of("azure-native:maintenance:MaintenanceConfiguration");
const guests = (props: CaseProps<"azure-native:maintenance:MaintenanceConfiguration">) => maintenance({ maintenanceScope: "InGuestPatch", ...props });

const both = { classificationsToInclude: ["Critical", "Security"] };
const LINUX = "installPatches.linuxParameters.classificationsToInclude";

export const cases: Cases = {
    "azure-maintenance-configuration-security-classifications": {
        compliant: {
            "both systems": guests({
                installPatches: { linuxParameters: both, windowsParameters: { classificationsToInclude: ["critical", "security", "Definition"] } },
            }),
            "one system, restarted if required": guests({ installPatches: { linuxParameters: both, rebootSetting: "IfRequired" } }),
        },
        violating: {
            "nothing said": [guests({}), "installPatches"],
            "no system named": [guests({ installPatches: { rebootSetting: "Always" } }), "installPatches"],
            "no list": [guests({ installPatches: { linuxParameters: {} } }), LINUX],
            "security left out": [guests({ installPatches: { linuxParameters: { classificationsToInclude: ["Critical", "Other"] } } }), LINUX],
            "never restarted": [guests({ installPatches: { linuxParameters: both, rebootSetting: "Never" } }), "installPatches.rebootSetting"],
        },
        undetermined: {
            "a list known only after the update": [guests({ installPatches: { linuxParameters: { classificationsToInclude: UNKNOWN } } }), LINUX],
            "a scope known only after the update": [maintenance({ maintenanceScope: UNKNOWN }), "maintenanceScope"],
            "patches known only after the update": [guests({ installPatches: UNKNOWN }), LINUX],
        },
        notApplicable: { hosts: maintenance({ maintenanceScope: "Host" }), "nothing said: hosts": maintenance({}) },
    },
    "azure-maintenance-configuration-cadence": {
        compliant: {
            weekly: guests({ recurEvery: "Week Saturday" }),
            daily: guests({ recurEvery: "1Day" }),
            "every fourteen days": guests({ recurEvery: "2Weeks Sunday" }),
            "Windows, after the second Tuesday": guests({ recurEvery: "Month Second Tuesday Offset7", installPatches: { windowsParameters: both } }),
            "until next year": guests({ recurEvery: "Week Saturday", expirationDateTime: "2027-12-31 00:00" }),
        },
        violating: {
            "once only": [guests({}), "recurEvery"],
            monthly: [guests({ recurEvery: "Month Third Sunday", installPatches: { windowsParameters: both } }), "recurEvery"],
            "after the second Tuesday, for Linux too": [
                guests({ recurEvery: "Month Second Tuesday", installPatches: { windowsParameters: both, linuxParameters: both } }),
                "recurEvery",
            ],
            "every three weeks": [guests({ recurEvery: "3Weeks" }), "recurEvery"],
            expired: [guests({ recurEvery: "Week", expirationDateTime: "2026-01-01 00:00" }), "expirationDateTime"],
        },
        undetermined: {
            "known only after the update": [guests({ recurEvery: UNKNOWN }), "recurEvery"],
            "a scope known only after the update": [maintenance({ maintenanceScope: UNKNOWN }), "maintenanceScope"],
        },
        notApplicable: { hosts: maintenance({ maintenanceScope: "Host" }) },
    },
};
