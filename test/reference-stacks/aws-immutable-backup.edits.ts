import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "vaults.ts",
        from: "            changeableForDays: lockGraceDays,\n",
        to: "",
        policy: "aws-backup-vault-lock-compliance-mode",
        resource: "copy-vault",
        property: "changeableForDays",
        mend: "Add a VaultLockConfiguration for the vault with changeableForDays",
    },
    {
        file: "data.ts",
        from: "deletionProtectionEnabled: true",
        to: "deletionProtectionEnabled: false",
        policy: "aws-data-store-deletion-protection",
        resource: "index",
        property: "deletionProtectionEnabled",
        mend: "Set deletionProtection to true",
    },
    {
        file: "buckets.ts",
        from: 'mode: "COMPLIANCE"',
        to: 'mode: "GOVERNANCE"',
        policy: "aws-s3-bucket-object-lock",
        resource: "records",
        property: "defaultRetention",
        mend: "rule.defaultRetention mode 'COMPLIANCE'",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "copyAccountId=210987654321",
    "copyRoleArn=arn:aws:iam::210987654321:role/deployment",
    'nhs-supplier-charter:estate={"trustedAccounts":["123456789012","210987654321"]}',
];
