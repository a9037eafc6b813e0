import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "index.ts",
        from: 'immutabilitySettings: { state: "Locked" }',
        to: 'immutabilitySettings: { state: "Unlocked" }',
        policy: "azure-recovery-vault-immutability-locked",
        resource: "machines",
        property: "properties.securitySettings.immutabilitySettings.state",
        mend: "state to 'Locked'",
    },
    {
        file: "storage.ts",
        from: '            minimumTlsVersion: "TLS1_2",\n',
        to: "",
        policy: "azure-storage-min-tls-1-2",
        resource: "data",
        property: "minimumTlsVersion",
        mend: "Set minimumTlsVersion to 'TLS1_2'",
    },
    {
        file: "data.ts",
        from: 'patchMode: "AutomaticByPlatform"',
        to: 'patchMode: "ImageDefault"',
        policy: "azure-vm-patch-mode-automatic-by-platform",
        resource: "machine",
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        mend: "AutomaticByPlatform",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "storageLockState=Locked",
    "resourceGuardId=/subscriptions/00000000-0000-4000-8000-000000000009/resourceGroups/security/providers/Microsoft.DataProtection/resourceGuards/guard",
];
