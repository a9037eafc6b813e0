import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on, oneOf, together } from "../../src/policy/facts";
import { UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text } from "../../src/policy/values";
import { PRICING, setsUpSubscription } from "../shared/azure-subscription";

const CONTACT = "azure-native:security:SecurityContact";

export const securityContactEmails = must({
    name: "azure-security-contact-emails",
    title: "Defender for Cloud knows whom to write to",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [CONTACT],
    why: "Microsoft reports a compromised resource to the security contact; without an address nobody learns of it.",
    fix: "Set emails to the addresses of the security team, separated by semicolons, with securityContactName 'default'.",
    remedies: [{ path: "isEnabled", value: true }],
    references: [
        "azure-policy:4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7",
        "checkov:CKV_AZURE_131",
        "checkov:CKV_AZURE_20",
        "cis-azure-2.0:2.1.19",
        "mcsb:IR-2",
    ],
    settings: { minAddresses: { type: "integer", minimum: 1, default: 1, description: "Addresses that the contact must have at least." } },
    facts: ({ minAddresses }) => [
        together("emails", `The security contact has fewer than ${String(minAddresses)} addresses.`, props => {
            const emails = read(props, "emails");
            // One address is enough to be set; how many an unknown text holds cannot be told.
            if (emails === UNKNOWN) return minAddresses === 1 ? true : UNKNOWN;
            return (
                text(emails ?? "")
                    .split(/[;,]/)
                    .filter(address => address.trim() !== "").length >= minAddresses
            );
        }),
        on("isEnabled", true, "The security contact is turned off."),
        oneOf("securityContactName", ["default"], "default", "Only the contact named 'default' is written to."),
    ],
});

const SEVERITIES = ["low", "medium", "high"];

export const securityContactAlertSeverity = resourcePolicy({
    name: "azure-security-contact-alert-severity",
    title: "The security contact is written to about alerts that matter",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [CONTACT],
    why: "A contact without a source of alerts gets no mail about them.",
    fix: "Add a notificationsSources entry of sourceType 'Alert' with a minimalSeverity no higher than the setting maxThreshold.",
    references: [
        "azure-policy:6e2593d9-add6-4083-9c9b-4b7d2188c899",
        "checkov:CKV_AZURE_21",
        "cis-azure-2.0:2.1.20",
        "cis-azure-3.0:3.1.14",
        "mcsb:IR-2",
    ],
    settings: {
        maxThreshold: {
            type: "string",
            enum: ["Low", "Medium", "High"],
            default: "High",
            description: "The highest minimalSeverity that is accepted.",
        },
    },
    check({ get, settings, require }) {
        const most = SEVERITIES.indexOf(settings.maxThreshold.toLowerCase());
        const answer = some(list(get("notificationsSources")), source => {
            if (isUnknown(source)) return UNKNOWN;
            const severity = is(read(source, "minimalSeverity"), value => {
                const at = SEVERITIES.indexOf(text(value ?? "").toLowerCase());
                return at >= 0 && at <= most;
            });
            return and(isOneOf(read(source, "sourceType"), ["Alert"]), severity);
        });
        require(answer, "notificationsSources", "No alert of Defender for Cloud is mailed to the contact.");
    },
});

export const securityContactPresent = stackPolicy({
    name: "azure-security-contact-present",
    title: "A subscription that Defender watches has a security contact",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [CONTACT],
    reads: [PRICING],
    why: "Defender that finds an attack, and has nobody to write to, tells nobody.",
    fix: "Declare a security SecurityContact with securityContactName 'default' and the security team's addresses in emails.",
    references: [
        "azure-policy:4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7",
        "azure-policy:6e2593d9-add6-4083-9c9b-4b7d2188c899",
        "cis-azure-2.0:2.1.19",
        "cis-azure-2.0:2.1.20",
        "cis-azure-3.0:3.1.14",
        "mcsb:IR-2",
        "ms-caf-3.2",
    ],
    checkStack(c) {
        const asked = setsUpSubscription(c);
        if (asked === false) {
            c.notApplicable("another stack sets up the subscription");
            return;
        }
        const there = some(c.graph.of(CONTACT), contact => isFilled(contact.props, "emails"));
        c.require(or(not(asked), there), "", "The stack looks after a subscription's security, but declares no security contact with an address.");
    },
});

export const securityContactNotifiesOwners = must({
    name: "azure-security-contact-notifies-owners",
    title: "Defender writes to the owners of the subscription too",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CONTACT],
    why: "An address goes out of date; the owners are by definition those who can act.",
    fix: "Set notificationsByRole to state 'On' with roles that hold each of the setting roles.",
    remedies: [{ path: "notificationsByRole", value: { state: "On", roles: ["Owner"] } }],
    references: ["azure-policy:0b15565f-aa9e-48ba-8619-45960f2c314d", "checkov:CKV_AZURE_22", "mcsb:IR-2"],
    settings: {
        roles: {
            type: "array",
            items: { type: "string", enum: ["Owner", "Contributor", "AccountAdmin", "ServiceAdmin"] },
            default: ["Owner"],
            description: "Roles in the subscription whose holders must be written to.",
        },
    },
    facts: ({ roles }) => [
        oneOf("notificationsByRole.state", ["On"], "Off", "Nobody is written to by role."),
        together("notificationsByRole.roles", `The contact does not write to each of these roles: ${roles.join(", ")}.`, props =>
            every(roles, role => some(list(read(props, "notificationsByRole.roles")), given => isOneOf(given, [role]))),
        ),
    ],
});
