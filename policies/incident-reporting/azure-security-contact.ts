import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { on, oneOf, together } from "../../src/policy/facts";
import { UNKNOWN, and, is, isUnknown, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";

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
