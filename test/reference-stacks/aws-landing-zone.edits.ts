import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "index.ts",
        from: 'import "./aggregator";\n',
        to: "",
        policy: "aws-findings-aggregated-centrally",
        resource: "aws-landing-zone-dev",
        property: "no aggregator of configuration",
        mend: "organizationAggregationSource.allRegions to true",
    },
    {
        file: "access.ts",
        from: 'managed("PowerUserAccess"), managed("IAMFullAccess")',
        to: 'managed("AdministratorAccess")',
        policy: "aws-identity-center-assignments-least-privilege",
        resource: "administrators-administratoraccess",
        property: "managedPolicyArn",
        mend: "list the permission set for administrators in the setting adminPermissionSets",
    },
    {
        file: "archive.ts",
        from: "        lockDays: archiveLockDays,\n",
        to: "",
        policy: "aws-s3-bucket-object-lock",
        resource: "trail",
        property: "BucketObjectLockConfiguration",
        mend: "rule.defaultRetention mode 'COMPLIANCE'",
    },
    {
        file: "organisation.ts",
        from: '                "cloudtrail:StopLogging",\n',
        to: "",
        policy: "aws-organisation-guardrails",
        resource: "aws-landing-zone-dev",
        property: "denies cloudtrail:StopLogging everywhere",
        mend: "attach policies that deny the setting requiredDenies",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "organisationId=o-a1b2c3d4e5",
    "logArchiveAccountId=222233334444",
    "securityAccountId=555566667777",
    "createServiceRoles=false",
];
