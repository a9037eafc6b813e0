import { type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:recoveryservices:Vault");
const backupVault = of("azure-native:dataprotection:BackupVault");
const keyVault = of("azure-native:keyvault:Vault");
const group = of("azure-native:resources:ResourceGroup");
const byScope = of("azure-native:authorization:ManagementLockByScope");
const ofGroup = of("azure-native:authorization:ManagementLockAtResourceGroupLevel");
const ofResource = of("azure-native:authorization:ManagementLockAtResourceLevel");
const ofSubscription = of("azure-native:authorization:ManagementLockAtSubscriptionLevel");

const resourceGroupName = "rg-backup";
const GROUP_ID = "/subscriptions/s/resourceGroups/rg-backup";
const level = "CanNotDelete";
const named = vault({ resourceGroupName, vaultName: "rsv" });
const resourceLock = { resourceGroupName, level, apiVersion: "2025-02-01", parentResourcePath: "", resourceType: "vaults" } as const;

/** Two vaults in a group of the stack. */
function grouped() {
    const one = group();
    const other = group();
    const first = vault({ resourceGroupName: UNKNOWN }, { resourceGroupName: one });
    const second = backupVault({ resourceGroupName: UNKNOWN }, { resourceGroupName: one });
    return { one, other, first, second };
}

export const cases: Cases = {
    "azure-recovery-assets-delete-locked": {
        compliant: {
            "a lock of the vault, by dependency": (() => {
                const { first } = grouped();
                return [first, byScope({ level, scope: UNKNOWN }, { scope: first })];
            })(),
            "a lock of the vault, by id": [named, byScope({ level, scope: `${GROUP_ID}/providers/Microsoft.RecoveryServices/vaults/RSV` })],
            "a lock of the group, by dependency": (() => {
                const { one, first, second } = grouped();
                return [first, second, byScope({ level: "ReadOnly", scope: UNKNOWN }, { scope: one })];
            })(),
            "a lock of the group, by id": [named, byScope({ level, scope: GROUP_ID })],
            "a lock of a group that the stack makes under that name": (() => {
                const own = group({ resourceGroupName });
                return [keyVault({ resourceGroupName: UNKNOWN }, { resourceGroupName: own }), byScope({ level, scope: GROUP_ID })];
            })(),
            "a lock of the subscription": [named, byScope({ level, scope: "/subscriptions/s" })],
            "a lock at the subscription's level": [named, ofSubscription({ level })],
            "a lock at the group's level": (() => {
                const { one, first, second } = grouped();
                return [first, second, ofGroup({ level, resourceGroupName: UNKNOWN }, { resourceGroupName: one })];
            })(),
            "a lock at the vault's level": [
                named,
                ofResource({ ...resourceLock, resourceName: "rsv", resourceProviderNamespace: "Microsoft.RecoveryServices" }),
            ],
        },
        violating: {
            "no lock": [named, ""],
            "a key vault without one": [keyVault({ resourceGroupName, vaultName: "kv" }), ""],
            "a lock of no such level": [[named, byScope({ level: "NotSpecified", scope: GROUP_ID })], ""],
            "a lock of another vault in the same group": [
                (() => {
                    const { first, second } = grouped();
                    return [first, second, byScope({ level, scope: UNKNOWN }, { scope: first })];
                })(),
                "",
            ],
            "a lock of another group": [
                (() => {
                    const { first, other } = grouped();
                    return [first, byScope({ level, scope: UNKNOWN }, { scope: other })];
                })(),
                "",
            ],
            "a lock of another group, by id": [[named, byScope({ level, scope: `${GROUP_ID}-other` })], ""],
            "a lock at another group's level": [
                (() => {
                    const { first, other } = grouped();
                    return [first, ofGroup({ level, resourceGroupName: UNKNOWN }, { resourceGroupName: other })];
                })(),
                "",
            ],
            "a lock of something else of that name": [
                [named, ofResource({ ...resourceLock, resourceName: "rsv", resourceProviderNamespace: "Microsoft.KeyVault" })],
                "",
            ],
        },
        undetermined: {
            "a lock of something not known yet": [[named, byScope({ level, scope: UNKNOWN })], ""],
            "a level known only after the update": [[named, byScope({ level: UNKNOWN, scope: GROUP_ID })], ""],
            "a group that is only looked up": [
                (() => {
                    const existing = { ...group(), read: true };
                    const own = vault({ resourceGroupName: UNKNOWN }, { resourceGroupName: existing });
                    return [own, byScope({ level, scope: UNKNOWN }, { scope: existing })];
                })(),
                "",
            ],
            "a vault whose group is not known": [[vault({ resourceGroupName: UNKNOWN }), byScope({ level, scope: GROUP_ID })], ""],
        },
        notApplicable: { "a stack that is thrown away": { resources: [named], estate: { ephemeral: true } } },
    },
};
