import { stackMustHold } from "../../src/policy/factories";
import { and, is } from "../../src/policy/unknown";
import { isFilled, read, text } from "../../src/policy/values";

export const securityContactRegistered = stackMustHold({
    name: "aws-security-alternate-contact-registered",
    title: "AWS knows the account's security contact",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:account/alternativeContact:AlternativeContact"],
    holds: "account-baseline",
    why: "AWS writes to the security contact about abuse and stolen credentials; without one the mail goes to the root user's address.",
    fix: "Declare an account AlternativeContact of alternateContactType 'SECURITY' with emailAddress and phoneNumber.",
    references: ["aws-config:security-account-information-provided", "fsbp:Account.1", "prowler:account_security_contact_information_is_registered"],
    settings: {
        allowedEmailDomains: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Domains of the address that are accepted; any where the list is empty.",
        },
    },
    test: ({ props }, { settings }) => {
        const domains = settings.allowedEmailDomains;
        return and(
            is(read(props, "alternateContactType"), kind => text(kind ?? "").toUpperCase() === "SECURITY"),
            isFilled(props, "emailAddress"),
            isFilled(props, "phoneNumber"),
            domains.length === 0 ||
                is(read(props, "emailAddress"), address =>
                    domains.some(domain =>
                        text(address ?? "")
                            .toLowerCase()
                            .endsWith(`@${domain.toLowerCase()}`),
                    ),
                ),
        );
    },
    message: "The stack holds the account's baseline, but registers no complete security contact.",
});
