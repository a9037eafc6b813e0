import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "archive.ts",
        from: "allowProtectedAppendWrites: true",
        to: "allowProtectedAppendWrites: false",
        policy: "azure-log-archive-protected",
        resource: "records",
        property: "immutableStorageWithVersioning",
        mend: "an immutabilityPolicy that has allowProtectedAppendWrites",
    },
    {
        file: "defender.ts",
        from: 'subPlan: "P2"',
        to: 'subPlan: "P1"',
        policy: "azure-defender-servers-vulnerability-assessment",
        resource: "VirtualMachines",
        property: "extensions",
        mend: "subPlan 'P2'",
    },
    {
        file: "archive.ts",
        from: '["Administrative", "Security",',
        to: '["Security",',
        policy: "azure-activity-log-exported",
        resource: "azure-landing-zone-dev",
        property: "exports these categories of its activity log: Administrative",
        mend: "logs enabled for each of the setting categories",
    },
    {
        file: "sentinel.ts",
        from: 'owner: { objectId: security.groupId, ownerType: "Group" }, ',
        to: "",
        policy: "azure-sentinel-incident-automation",
        resource: "sentinel",
        property: "gives them an owner",
        mend: "a 'ModifyProperties' action that sets an owner",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "storageLockState=Locked",
    "securityGroupId=00000000-0000-4000-8000-000000000007",
    'securityEmails=["security-alerts@trust.nhs.uk","on-call@trust.nhs.uk"]',
];
