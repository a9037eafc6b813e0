import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REFERENCE_DATE, ROOT } from "./support";

/** A change to a program's text, and what the user is told of it. */
interface Edit {
    readonly stack: string;
    readonly file: string;
    readonly from: string;
    readonly to: string;
    readonly policy: string;
    readonly resource: string;
    /** Or what is missing, where it is the whole stack that lacks something. */
    readonly property: string;
    /** Words of the mend. */
    readonly mend: string;
}

const edits: readonly Edit[] = [
    {
        stack: "aws-immutable-backup",
        file: "vaults.ts",
        from: "            changeableForDays: lockGraceDays,\n",
        to: "",
        policy: "aws-backup-vault-lock-compliance-mode",
        resource: "copy-vault",
        property: "changeableForDays",
        mend: "Add a VaultLockConfiguration for the vault with changeableForDays",
    },
    {
        stack: "aws-immutable-backup",
        file: "data.ts",
        from: "deletionProtectionEnabled: true",
        to: "deletionProtectionEnabled: false",
        policy: "aws-data-store-deletion-protection",
        resource: "index",
        property: "deletionProtectionEnabled",
        mend: "Set deletionProtection to true",
    },
    {
        stack: "aws-immutable-backup",
        file: "buckets.ts",
        from: 'mode: "COMPLIANCE"',
        to: 'mode: "GOVERNANCE"',
        policy: "aws-s3-bucket-object-lock",
        resource: "records",
        property: "defaultRetention",
        mend: "rule.defaultRetention mode 'COMPLIANCE'",
    },
    {
        stack: "aws-landing-zone",
        file: "index.ts",
        from: 'import "./aggregator";\n',
        to: "",
        policy: "aws-findings-aggregated-centrally",
        resource: "aws-landing-zone-dev",
        property: "no aggregator of configuration",
        mend: "organizationAggregationSource.allRegions to true",
    },
    {
        stack: "aws-landing-zone",
        file: "access.ts",
        from: 'managed("PowerUserAccess"), managed("IAMFullAccess")',
        to: 'managed("AdministratorAccess")',
        policy: "aws-identity-center-assignments-least-privilege",
        resource: "administrators-administratoraccess",
        property: "managedPolicyArn",
        mend: "list the permission set for administrators in the setting adminPermissionSets",
    },
    {
        stack: "aws-landing-zone",
        file: "archive.ts",
        from: "        lockDays: archiveLockDays,\n",
        to: "",
        policy: "aws-s3-bucket-object-lock",
        resource: "trail",
        property: "BucketObjectLockConfiguration",
        mend: "rule.defaultRetention mode 'COMPLIANCE'",
    },
    {
        stack: "aws-landing-zone",
        file: "organisation.ts",
        from: '                "cloudtrail:StopLogging",\n',
        to: "",
        policy: "aws-organisation-guardrails",
        resource: "aws-landing-zone-dev",
        property: "denies cloudtrail:StopLogging everywhere",
        mend: "attach policies that deny the setting requiredDenies",
    },
    {
        stack: "azure-immutable-backup",
        file: "index.ts",
        from: 'immutabilitySettings: { state: "Locked" }',
        to: 'immutabilitySettings: { state: "Unlocked" }',
        policy: "azure-recovery-vault-immutability-locked",
        resource: "machines",
        property: "properties.securitySettings.immutabilitySettings.state",
        mend: "state to 'Locked'",
    },
    {
        stack: "azure-immutable-backup",
        file: "storage.ts",
        from: '            minimumTlsVersion: "TLS1_2",\n',
        to: "",
        policy: "azure-storage-min-tls-1-2",
        resource: "data",
        property: "minimumTlsVersion",
        mend: "Set minimumTlsVersion to 'TLS1_2'",
    },
    {
        stack: "azure-immutable-backup",
        file: "data.ts",
        from: 'patchMode: "AutomaticByPlatform"',
        to: 'patchMode: "ImageDefault"',
        policy: "azure-vm-patch-mode-automatic-by-platform",
        resource: "machine",
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        mend: "AutomaticByPlatform",
    },
    {
        stack: "azure-landing-zone",
        file: "archive.ts",
        from: "allowProtectedAppendWrites: true",
        to: "allowProtectedAppendWrites: false",
        policy: "azure-log-archive-protected",
        resource: "records",
        property: "immutableStorageWithVersioning",
        mend: "an immutabilityPolicy that has allowProtectedAppendWrites",
    },
    {
        stack: "azure-landing-zone",
        file: "defender.ts",
        from: 'subPlan: "P2"',
        to: 'subPlan: "P1"',
        policy: "azure-defender-servers-vulnerability-assessment",
        resource: "VirtualMachines",
        property: "extensions",
        mend: "subPlan 'P2'",
    },
    {
        stack: "azure-landing-zone",
        file: "archive.ts",
        from: '["Administrative", "Security",',
        to: '["Security",',
        policy: "azure-activity-log-exported",
        resource: "azure-landing-zone-dev",
        property: "exports these categories of its activity log: Administrative",
        mend: "logs enabled for each of the setting categories",
    },
    {
        stack: "azure-landing-zone",
        file: "sentinel.ts",
        from: 'owner: { objectId: security.groupId, ownerType: "Group" }, ',
        to: "",
        policy: "azure-sentinel-incident-automation",
        resource: "sentinel",
        property: "gives them an owner",
        mend: "a 'ModifyProperties' action that sets an owner",
    },
];

/** Inside the repository, where a program finds the packages that it imports. */
const CACHE = path.join(ROOT, ".cache", "changed-programs");
let copies: string;
beforeAll(() => {
    mkdirSync(CACHE, { recursive: true });
    copies = mkdtempSync(path.join(CACHE, "run-"));
});
afterAll(() => {
    rmSync(copies, { recursive: true, force: true });
});

test.each(edits.map(edit => [edit.stack, edit.policy, edit] as const))(
    "%s is blocked by %s once its program is changed",
    async (_, __, edit) => {
        const directory = path.join(copies, `${edit.stack}-${edit.policy}`);
        cpSync(path.join(ROOT, "reference-stacks", edit.stack), directory, {
            recursive: true,
            filter: source => path.basename(source) !== "node_modules",
        });
        const file = path.join(directory, edit.file);
        const program = readFileSync(file, "utf8");
        const changed = program.replace(edit.from, edit.to);
        expect(changed).not.toBe(program);
        writeFileSync(file, changed);

        const { code, output } = await preview(directory);
        expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(edit.policy) as string });
        const finding = output.slice(output.indexOf(edit.policy));
        for (const words of [edit.resource, edit.property, edit.mend]) expect(finding).toContain(words);
    },
    60_000,
);

/** What the READMEs tell people to set in earnest. */
const inEarnest: Readonly<Record<string, readonly string[]>> = {
    "aws-immutable-backup": [
        "copyAccountId=210987654321",
        "copyRoleArn=arn:aws:iam::210987654321:role/deployment",
        'nhs-supplier-charter:estate={"trustedAccounts":["123456789012","210987654321"]}',
    ],
    "aws-landing-zone": [
        "organisationId=o-a1b2c3d4e5",
        "logArchiveAccountId=222233334444",
        "securityAccountId=555566667777",
        "createServiceRoles=false",
    ],
    "azure-immutable-backup": [
        "storageLockState=Locked",
        "resourceGuardId=/subscriptions/00000000-0000-4000-8000-000000000009/resourceGroups/security/providers/Microsoft.DataProtection/resourceGuards/guard",
    ],
    "azure-landing-zone": [
        "storageLockState=Locked",
        "securityGroupId=00000000-0000-4000-8000-000000000007",
        'securityEmails=["security-alerts@trust.nhs.uk","on-call@trust.nhs.uk"]',
    ],
};
test.each(Object.entries(inEarnest))(
    "%s passes with the configuration that its README asks for in earnest",
    async (stack, values) => {
        const { code, output } = await preview(path.join(ROOT, "reference-stacks", stack), ...values.flatMap(value => ["--config", value]));
        expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/✓ not blocked: \d+ checks passed/) as string });
        expect(output).not.toMatch(/undetermined|advice|waived/i);
    },
    60_000,
);

function preview(directory: string, ...more: string[]): Promise<{ code: number; output: string }> {
    const args = [path.join(ROOT, "dist", "cli.js"), "preview", directory, "--preset", "strict", "--date", REFERENCE_DATE, ...more];
    return new Promise(resolve => {
        execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: "1" } }, (error, stdout, stderr) => {
            resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
        });
    });
}
