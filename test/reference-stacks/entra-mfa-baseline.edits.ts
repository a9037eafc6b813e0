import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "access.ts",
        from: 'state: "enabled"',
        to: 'state: "enabledForReportingButNotEnforced"',
        policy: "entra-conditional-access-not-report-only",
        resource: "everyone",
        property: "state",
        mend: "enabled",
    },
    {
        file: "strengths.ts",
        from: "    allowedCombinations: unphishable,\n",
        to: '    allowedCombinations: [...unphishable, "password,sms"],\n',
        policy: "entra-conditional-access-admins-phishing-resistant",
        resource: "entra-mfa-baseline-dev",
        property: "",
        mend: "strength",
    },
    {
        file: "administrators.ts",
        from: 'activationRules: { maximumDuration: "PT4H", requireMultifactorAuthentication: true,',
        to: 'activationRules: { maximumDuration: "PT4H", requireMultifactorAuthentication: false,',
        policy: "entra-pim-group-activation-mfa",
        resource: "directory",
        property: "activationRules.requireMultifactorAuthentication",
        mend: "requireMultifactorAuthentication",
    },
    {
        file: "applications.ts",
        from: ":environment:${delivery.environment}",
        to: ":pull_request",
        policy: "azure-federated-credential-subject-exact",
        resource: "delivery",
        property: "subject",
        mend: "subject",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    'allowedCountries=["GB","IE"]',
    'officeRanges=["198.51.100.0/24"]',
    "deliveryRepository=your-trust/patient-portal",
    "portalUrl=https://portal.your-trust.nhs.uk",
    "alertEmail=security-alerts@your-trust.nhs.uk",
];
