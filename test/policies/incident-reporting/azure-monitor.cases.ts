import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("azure-native:monitor:ActionGroup");
const email = { name: "on-call", emailAddress: "on-call@supplier.example" };

export const cases: Cases = {
    "azure-action-group-deliverable": {
        compliant: {
            "an address": group({ enabled: true, groupShortName: "oncall", emailReceivers: [email] }),
            "on, where that is left out": group({ armRoleReceivers: [{ name: "owners", roleId: UNKNOWN }] }),
            "an address that is not known": group({ emailReceivers: [UNKNOWN] }),
        },
        violating: {
            "no receivers": [group({ enabled: true, groupShortName: "oncall" }), "emailReceivers"],
            "an empty list": [group({ enabled: true, emailReceivers: [] }), "emailReceivers"],
            "turned off": [group({ enabled: false, emailReceivers: [email] }), "enabled"],
        },
        undetermined: {
            "perhaps turned off": [group({ enabled: UNKNOWN, emailReceivers: [email] }), "enabled"],
            "a list that is not known": [group({ enabled: true, smsReceivers: UNKNOWN }), "emailReceivers"],
        },
    },
};
