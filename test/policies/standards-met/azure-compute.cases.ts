import { type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const scaleSet = of("azure-native:compute:VirtualMachineScaleSet");
const disk = of("azure-native:compute:Disk");
const snapshot = of("azure-native:compute:Snapshot");
const nic = of("azure-native:network:NetworkInterface");
const jit = of("azure-native:security:JitNetworkAccessPolicy");
const extension = of("azure-native:compute:VirtualMachineExtension");
const audit = of("azure-native:guestconfiguration:GuestConfigurationAssignment");

const trusted = { securityType: "TrustedLaunch", uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } };
const pip = [{ name: "a", publicIPAddress: { id: "/subscriptions/s/ip" } }];
const configured = {
    networkInterfaceConfigurations: [{ name: "a", ipConfigurations: [{ name: "a", publicIPAddressConfiguration: { name: "p" } }] }],
};

const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm";
const openVm = machine({ vmName: "vm", resourceGroupName: "rg", networkProfile: configured });
const ports = (maxRequestAccessDuration: string, allowedSourceAddressPrefix = "203.0.113.7"): ReturnType<typeof jit> =>
    jit({ virtualMachines: [{ id, ports: [{ number: 22, protocol: "TCP", maxRequestAccessDuration, allowedSourceAddressPrefix }] }] });

const linux = { vmName: "vm", storageProfile: { osDisk: { osType: "Linux" } } } as const;
const packages = ["PasswordPolicy_msid110", "PasswordPolicy_msid121", "PasswordPolicy_msid232"];
const assigned = (names: readonly string[]): readonly ReturnType<typeof audit>[] =>
    names.map(name => audit({ vmName: "vm", name, properties: { guestConfiguration: { name } } }, {}, name));

const agent = { publisher: "Microsoft.GuestConfiguration", type: "ConfigurationforLinux" };
const identified = machine({ vmName: "vm", identity: { type: "SystemAssigned" } });

export const cases: Cases = {
    "azure-vm-encryption-at-host": {
        compliant: {
            on: [
                machine({ securityProfile: { encryptionAtHost: true } }),
                scaleSet({ virtualMachineProfile: { securityProfile: { encryptionAtHost: true } } }),
            ],
        },
        violating: {
            "left out": [machine({}), "securityProfile.encryptionAtHost"],
            "off on a scale set": [
                scaleSet({ virtualMachineProfile: { securityProfile: { encryptionAtHost: false } } }),
                "virtualMachineProfile.securityProfile.encryptionAtHost",
            ],
        },
        undetermined: { "known only after the update": [machine({ securityProfile: UNKNOWN }), "securityProfile.encryptionAtHost"] },
    },
    "azure-vm-trusted-launch": {
        compliant: {
            "a trusted machine": [machine({ securityProfile: trusted }), scaleSet({ virtualMachineProfile: { securityProfile: trusted } })],
            "a confidential one": machine({ securityProfile: { ...trusted, securityType: "ConfidentialVM" } }),
        },
        violating: {
            "left out": [machine({}), "securityProfile.securityType"],
            "standard, said outright": [machine({ securityProfile: { ...trusted, securityType: "Standard" } }), "securityProfile.securityType"],
            "without secure boot": [
                machine({ securityProfile: { ...trusted, uefiSettings: { vTpmEnabled: true } } }),
                "securityProfile.uefiSettings.secureBootEnabled",
            ],
            "a scale set without a TPM": [
                scaleSet({
                    virtualMachineProfile: { securityProfile: { ...trusted, uefiSettings: { secureBootEnabled: true, vTpmEnabled: false } } },
                }),
                "virtualMachineProfile.securityProfile.uefiSettings.vTpmEnabled",
            ],
        },
        undetermined: { "known only after the update": [machine({ securityProfile: UNKNOWN }), "securityProfile.securityType"] },
    },
    "azure-disk-no-public-export": {
        compliant: {
            "no export": [
                disk({ publicNetworkAccess: "Disabled", networkAccessPolicy: "DenyAll" }),
                snapshot({ publicNetworkAccess: "Disabled", networkAccessPolicy: "DenyAll" }),
            ],
            "export in private": disk({ publicNetworkAccess: "Disabled", networkAccessPolicy: "AllowPrivate", diskAccessId: UNKNOWN }),
        },
        violating: {
            "left out": [disk({}), "publicNetworkAccess"],
            "open, said outright": [snapshot({ publicNetworkAccess: "Enabled", networkAccessPolicy: "AllowAll" }), "networkAccessPolicy"],
            "private without an access": [disk({ publicNetworkAccess: "Disabled", networkAccessPolicy: "AllowPrivate" }), "networkAccessPolicy"],
        },
        undetermined: {
            "known only after the update": [disk({ publicNetworkAccess: UNKNOWN, networkAccessPolicy: "DenyAll" }), "publicNetworkAccess"],
        },
    },
    "azure-vm-no-public-ip": {
        compliant: {
            "private interfaces": nic({ ipConfigurations: [{ name: "a", privateIPAllocationMethod: "Dynamic" }] }),
            "interfaces of their own": [machine({ networkProfile: { networkInterfaces: [{ id: UNKNOWN }] } }), scaleSet({})],
        },
        violating: {
            "on an interface": [nic({ ipConfigurations: pip }), "ipConfigurations[0].publicIPAddress"],
            "on a machine": [
                machine({ networkProfile: configured }),
                "networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration",
            ],
            "on a scale set": [
                scaleSet({ virtualMachineProfile: { networkProfile: configured } }),
                "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration",
            ],
        },
        undetermined: { "known only after the update": [nic({ ipConfigurations: UNKNOWN }), "ipConfigurations"] },
    },
    "azure-vm-just-in-time-access": {
        compliant: {
            "on request, for three hours": [openVm, ports("PT3H")],
            "by dependency": [
                openVm,
                jit(
                    {
                        virtualMachines: [
                            {
                                id: UNKNOWN,
                                ports: [
                                    { number: 22, protocol: "TCP", maxRequestAccessDuration: "PT1H", allowedSourceAddressPrefixes: ["10.0.0.0/24"] },
                                ],
                            },
                        ],
                    },
                    { virtualMachines: openVm },
                ),
            ],
        },
        violating: {
            "no policy": [openVm, ""],
            "for too long": [[openVm, ports("PT8H")], ""],
            "to everybody": [[openVm, ports("PT1H", "*")], ""],
            "of another machine": [[machine({ vmName: "other", networkProfile: configured }), ports("PT1H")], ""],
            "an interface with a public address": (() => {
                const own = nic({ ipConfigurations: [{ name: "a", publicIPAddress: { id: "/ip" } }] });
                return [[own, machine({ networkProfile: { networkInterfaces: [{ id: UNKNOWN }] } }, { networkProfile: own })], ""] as const;
            })(),
            "a private machine where it is asked too": { resources: [machine({})], settings: { privateToo: true }, property: "" },
        },
        undetermined: {
            "an interface from elsewhere": [machine({ networkProfile: { networkInterfaces: [{ id: "/subscriptions/s/nic" }] } }), ""],
            "of some machine": [[machine({ vmName: UNKNOWN, networkProfile: configured }), ports("PT1H")], ""],
        },
        notApplicable: {
            "no public address": (() => {
                const own = nic({ ipConfigurations: [{ name: "a" }] });
                return [own, machine({ networkProfile: { networkInterfaces: [{ id: UNKNOWN }] } }, { networkProfile: own })];
            })(),
        },
    },
    "azure-vm-guest-configuration-prerequisites": {
        compliant: {
            "an identity and the agent": [identified, extension({ ...agent, vmName: "vm" })],
            "both kinds of identity": [
                machine({ vmName: "vm", identity: { type: "SystemAssigned, UserAssigned" as "SystemAssigned" } }),
                extension({ ...agent, vmName: "vm", type: "ConfigurationforWindows" }),
            ],
        },
        violating: {
            "no identity": [[machine({ vmName: "vm" }), extension({ ...agent, vmName: "vm" })], "identity.type"],
            "another's identity": [
                [machine({ vmName: "vm", identity: { type: "UserAssigned" } }), extension({ ...agent, vmName: "vm" })],
                "identity.type",
            ],
            "no agent": [identified, ""],
            "another extension": [
                [identified, extension({ vmName: "vm", publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent" })],
                "",
            ],
        },
        undetermined: {
            "an identity known only after the update": [
                [machine({ vmName: "vm", identity: UNKNOWN }), extension({ ...agent, vmName: "vm" })],
                "identity.type",
            ],
            "the agent of some machine": [[identified, extension({ ...agent, vmName: UNKNOWN })], ""],
        },
    },
    "azure-vm-guest-configuration-audits-assigned": {
        compliant: { "all of them": [machine(linux), ...assigned(packages)] },
        violating: {
            "some of them": [[machine(linux), ...assigned(packages.slice(1))], ""],
            "those of the other system": [[machine({ vmName: "vm", storageProfile: { osDisk: { osType: "Windows" } } }), ...assigned(packages)], ""],
        },
        undetermined: {
            "a package known only after the update": [
                [machine(linux), ...assigned(packages.slice(1)), audit({ vmName: "vm", properties: { guestConfiguration: UNKNOWN } })],
                "",
            ],
        },
        notApplicable: { "none, for Azure Policy assigns them": machine(linux) },
    },
};
