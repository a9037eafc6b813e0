import { type Cases, UNKNOWN, of } from "../support/cases";

const contact = of("azure-native:security:SecurityContact");

export const cases: Cases = {
    "azure-security-contact-emails": {
        compliant: {
            "one address": contact({ emails: "security@supplier.example", securityContactName: "default" }),
            "an address that is known only after the update": contact({ emails: UNKNOWN }),
            "two, where two are asked for": {
                resources: [contact({ emails: "a@supplier.example;b@supplier.example" })],
                settings: { minAddresses: 2 },
            },
        },
        violating: {
            "no address": [contact({ isEnabled: true }), "emails"],
            "an empty one": [contact({ emails: "" }), "emails"],
            "turned off": [contact({ emails: "security@supplier.example", isEnabled: false }), "isEnabled"],
            "another name": [contact({ emails: "security@supplier.example", securityContactName: "second" }), "securityContactName"],
            "one, where two are asked for": {
                resources: [contact({ emails: "a@supplier.example" })],
                settings: { minAddresses: 2 },
                property: "emails",
            },
        },
        undetermined: {
            "perhaps turned off": [contact({ emails: "security@supplier.example", isEnabled: UNKNOWN }), "isEnabled"],
            "how many are in an unknown text": { resources: [contact({ emails: UNKNOWN })], settings: { minAddresses: 2 }, property: "emails" },
        },
    },
    "azure-security-contact-alert-severity": {
        compliant: {
            "alerts from medium on": contact({ notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }] }),
            "beside attack paths": contact({
                notificationsSources: [
                    { sourceType: "AttackPath", minimalRiskLevel: "Critical" },
                    { sourceType: "Alert", minimalSeverity: "High" },
                ],
            }),
        },
        violating: {
            "no sources": [contact({ emails: "security@supplier.example" }), "notificationsSources"],
            "attack paths only": [
                contact({ notificationsSources: [{ sourceType: "AttackPath", minimalRiskLevel: "Critical" }] }),
                "notificationsSources",
            ],
            "too high a threshold": {
                resources: [contact({ notificationsSources: [{ sourceType: "Alert", minimalSeverity: "High" }] })],
                settings: { maxThreshold: "Medium" },
                property: "notificationsSources",
            },
        },
        undetermined: {
            "a severity that is not known": [
                contact({ notificationsSources: [{ sourceType: "Alert", minimalSeverity: UNKNOWN }] }),
                "notificationsSources",
            ],
            "sources that are not known": [contact({ notificationsSources: UNKNOWN }), "notificationsSources"],
        },
    },
};
