import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const contact = of("aws:account/alternativeContact:AlternativeContact");
const full = {
    alternateContactType: "SECURITY",
    emailAddress: "security@supplier.example",
    phoneNumber: "+441132000000",
    name: "Security",
    title: "Team",
};

export const cases: Cases = {
    "aws-security-alternate-contact-registered": {
        compliant: {
            "a complete contact": holding("account-baseline", contact(full)),
            "an address known only after the update": holding("account-baseline", contact({ ...full, emailAddress: UNKNOWN })),
            "on a domain that is allowed": {
                ...holding("account-baseline", contact(full)),
                settings: { allowedEmailDomains: ["supplier.example"] },
            },
        },
        violating: {
            "no security contact": holding("account-baseline", contact({ ...full, alternateContactType: "BILLING" })),
            "no telephone number": holding("account-baseline", contact({ ...full, phoneNumber: "" })),
            "on another domain": { ...holding("account-baseline", contact(full)), settings: { allowedEmailDomains: ["nhs.net"] } },
        },
        undetermined: {
            "a kind that is not known": holding("account-baseline", contact({ ...full, alternateContactType: UNKNOWN })),
            "a domain that is not known": {
                ...holding("account-baseline", contact({ ...full, emailAddress: UNKNOWN })),
                settings: { allowedEmailDomains: ["supplier.example"] },
            },
        },
        notApplicable: { "another stack holds the baseline": contact({ ...full, alternateContactType: "BILLING" }) },
    },
};
