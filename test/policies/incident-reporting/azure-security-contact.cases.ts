import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const contact = of("azure-native:security:SecurityContact");
const plan = of("azure-native:security:Pricing");

const servers = plan({ pricingName: "VirtualMachines", pricingTier: "Standard", scopeId: "subscriptions/s" });
const people = contact({ emails: "security@supplier.example" });

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
    "azure-security-contact-present": {
        compliant: {
            "plans and a contact": [servers, people],
            "an address that is known only after the update": [servers, contact({ emails: UNKNOWN })],
            "in the stack that holds the baseline": holding("account-baseline", people),
        },
        violating: {
            "plans without a contact": [servers, ""],
            "a contact without an address": [[servers, contact({ isEnabled: true })], ""],
            "an empty address": [[servers, contact({ emails: "" })], ""],
            "a baseline without a contact": holding("account-baseline", servers),
        },
        undetermined: {
            "perhaps the plan of one resource": [plan({ pricingName: "Api", pricingTier: "Standard", scopeId: UNKNOWN }), ""],
        },
        notApplicable: {
            "no plans": of("azure-native:keyvault:Vault")({}),
            "the plan of one account": plan(
                { pricingName: "StorageAccounts", pricingTier: "Standard", scopeId: UNKNOWN },
                { scopeId: of("azure-native:storage:StorageAccount")({}) },
            ),
        },
    },
    "azure-security-contact-notifies-owners": {
        compliant: {
            "the owners": contact({ notificationsByRole: { state: "On", roles: ["Owner"] } }),
            "owners among others": contact({ notificationsByRole: { state: "On", roles: ["Contributor", "Owner"] } }),
        },
        violating: {
            "nothing said": [contact({}), "notificationsByRole.state"],
            "an explicit off": [contact({ notificationsByRole: { state: "Off", roles: ["Owner"] } }), "notificationsByRole.state"],
            "other roles": [contact({ notificationsByRole: { state: "On", roles: ["Contributor"] } }), "notificationsByRole.roles"],
            "more by setting": {
                resources: [contact({ notificationsByRole: { state: "On", roles: ["Owner"] } })],
                settings: { roles: ["Owner", "Contributor"] },
                property: "notificationsByRole.roles",
            },
        },
        undetermined: {
            "a state not known yet": [contact({ notificationsByRole: { state: UNKNOWN, roles: ["Owner"] } }), "notificationsByRole.state"],
            "a role not known yet": [contact({ notificationsByRole: { state: "On", roles: [UNKNOWN] } }), "notificationsByRole.roles"],
        },
    },
};
