import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const scaleSet = of("azure-native:compute:VirtualMachineScaleSet");
const extension = of("azure-native:compute:VirtualMachineExtension");
const scaleSetExtension = of("azure-native:compute:VirtualMachineScaleSetExtension");
const assignment = of("azure-native:maintenance:ConfigurationAssignment");
const forSubscription = of("azure-native:maintenance:ConfigurationAssignmentsForSubscription");
const forGroup = of("azure-native:maintenance:ConfigurationAssignmentsForResourceGroup");

type Vm = CaseProps<"azure-native:compute:VirtualMachine">;
type OsProfile = Exclude<Vm["osProfile"], symbol | undefined>;
type Linux = Exclude<OsProfile["linuxConfiguration"], symbol | undefined>;
type Windows = Exclude<OsProfile["windowsConfiguration"], symbol | undefined>;
type ImageReference = Exclude<Exclude<Vm["storageProfile"], symbol | undefined>["imageReference"], symbol | undefined>;

const resourceGroupName = "rg-app";
const vm = (props: Vm) => machine({ resourceGroupName, vmName: "app", location: "uksouth", ...props });
const linux = (linuxConfiguration: Linux, props: Vm = {}) => vm({ osProfile: { computerName: "app", linuxConfiguration }, ...props });
const windows = (windowsConfiguration: Windows, props: Vm = {}) => vm({ osProfile: { computerName: "app", windowsConfiguration }, ...props });
const image = (publisher: string, offer: string, sku: string, more: ImageReference = {}) =>
    vm({ storageProfile: { imageReference: { publisher, offer, sku, version: "latest", ...more } } });

const LINUX_MODE = "osProfile.linuxConfiguration.patchSettings.patchMode";
const WINDOWS_MODE = "osProfile.windowsConfiguration.patchSettings.patchMode";
const IMAGE = "storageProfile.imageReference.sku";

const UBUNTU = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };
const set = (props: CaseProps<"azure-native:compute:VirtualMachineScaleSet">) =>
    scaleSet({ resourceGroupName, virtualMachineProfile: { storageProfile: { imageReference: UBUNTU } }, ...props });
const upgrading = { automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true } };

const ownSchedule: Linux = {
    patchSettings: { patchMode: "AutomaticByPlatform", automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true } },
};
const configuration = "/subscriptions/s/resourceGroups/rg-ops/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly";
const byName = (resourceName: string | typeof UNKNOWN, maintenanceConfigurationId: string | typeof UNKNOWN = configuration, links = {}) =>
    assignment(
        { resourceGroupName, providerName: "Microsoft.Compute", resourceType: "virtualMachines", resourceName, maintenanceConfigurationId },
        links,
    );

export const cases: Cases = {
    "azure-vm-patch-mode-automatic-by-platform": {
        compliant: {
            "Linux, by the platform": linux({ patchSettings: { patchMode: "AutomaticByPlatform" } }),
            "Windows left to itself": windows({}),
            "the same said outright": windows({ patchSettings: { patchMode: "AutomaticByOS" } }),
            "Windows by its image, with no block": vm({
                osProfile: { computerName: "app" },
                storageProfile: { imageReference: { publisher: "MicrosoftWindowsServer", offer: "WindowsServer", sku: "2022-datacenter" } },
            }),
        },
        violating: {
            "Linux left to its image": [linux({}), LINUX_MODE],
            "the same said outright": [linux({ patchSettings: { patchMode: "ImageDefault" } }), LINUX_MODE],
            "Windows by hand": [windows({ patchSettings: { patchMode: "Manual" } }), WINDOWS_MODE],
            "Windows left to itself, where that will not do": {
                resources: [windows({})],
                settings: { allowWindowsAutomaticByOS: false },
                property: WINDOWS_MODE,
            },
            "Linux by its disk, with no block": [
                vm({ osProfile: { computerName: "app" }, storageProfile: { osDisk: { osType: "Linux", createOption: "FromImage" } } }),
                LINUX_MODE,
            ],
        },
        undetermined: {
            "known only after the update": [linux({ patchSettings: { patchMode: UNKNOWN } }), LINUX_MODE],
            "a system not known": [vm({ osProfile: { computerName: "app" } }), "osProfile"],
        },
        notApplicable: { "a specialised disk": vm({}) },
    },
    "azure-vm-windows-updates-not-disabled": {
        compliant: {
            "left out: on": windows({}),
            "the default said outright": windows({ enableAutomaticUpdates: true }),
            "off in a scale set whose image is replaced": set({
                upgradePolicy: upgrading,
                virtualMachineProfile: { osProfile: { windowsConfiguration: { enableAutomaticUpdates: false } } },
            }),
        },
        violating: {
            off: [windows({ enableAutomaticUpdates: false }), "osProfile.windowsConfiguration.enableAutomaticUpdates"],
            "off, patched by the platform": [
                windows({ enableAutomaticUpdates: false, patchSettings: { patchMode: "AutomaticByPlatform" } }),
                "osProfile.windowsConfiguration.enableAutomaticUpdates",
            ],
            "off in a scale set": [
                set({ virtualMachineProfile: { osProfile: { windowsConfiguration: { enableAutomaticUpdates: false } } } }),
                "virtualMachineProfile.osProfile.windowsConfiguration.enableAutomaticUpdates",
            ],
        },
        undetermined: {
            "known only after the update": [windows({ enableAutomaticUpdates: UNKNOWN }), "osProfile.windowsConfiguration.enableAutomaticUpdates"],
        },
        notApplicable: { Linux: linux({}), "a scale set of Linux, by its image": set({}) },
    },
    "azure-vmss-automatic-os-upgrade": {
        compliant: {
            "images replaced": set({ upgradePolicy: upgrading }),
            "a gallery's latest": set({
                upgradePolicy: upgrading,
                virtualMachineProfile: {
                    storageProfile: {
                        imageReference: { id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/app" },
                    },
                },
            }),
            "a flexible set patched by the platform, from a pinned image": set({
                orchestrationMode: "Flexible",
                virtualMachineProfile: {
                    osProfile: { linuxConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } } },
                    storageProfile: { imageReference: { ...UBUNTU, version: "24.04.202601010" } },
                },
            }),
        },
        violating: {
            "nothing said": [set({}), "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade"],
            "the default said outright": [
                set({ upgradePolicy: { automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: false } } }),
                "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade",
            ],
            "a pinned image": [
                set({
                    upgradePolicy: upgrading,
                    virtualMachineProfile: { storageProfile: { imageReference: { ...UBUNTU, version: "24.04.202601010" } } },
                }),
                "virtualMachineProfile.storageProfile.imageReference.version",
            ],
            "a gallery's pinned image": [
                set({
                    upgradePolicy: upgrading,
                    virtualMachineProfile: {
                        storageProfile: {
                            imageReference: { id: "/subscriptions/s/providers/Microsoft.Compute/galleries/g/images/app/versions/1.0.0" },
                        },
                    },
                }),
                "virtualMachineProfile.storageProfile.imageReference.version",
            ],
            "a uniform set patched by the platform": [
                set({ virtualMachineProfile: { osProfile: { linuxConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } } } } }),
                "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade",
            ],
        },
        undetermined: {
            "known only after the update": [
                set({ upgradePolicy: { automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: UNKNOWN } } }),
                "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade",
            ],
            "a version known only after the update": [
                set({ upgradePolicy: upgrading, virtualMachineProfile: { storageProfile: { imageReference: { ...UBUNTU, version: UNKNOWN } } } }),
                "virtualMachineProfile.storageProfile.imageReference.version",
            ],
        },
        notApplicable: { "machines declared one by one": scaleSet({ orchestrationMode: "Flexible" }) },
    },
    "azure-vm-image-in-support": {
        compliant: {
            Ubuntu: image("Canonical", "ubuntu-24_04-lts", "server"),
            "Ubuntu by its code name, which ends soon enough": {
                resources: [image("Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2")],
                today: "2027-01-01",
                advice: true,
            },
            "Windows Server": image("MicrosoftWindowsServer", "WindowsServer", "2025-datacenter-azure-edition"),
            "one that ends soon, with advice": { resources: [image("MicrosoftWindowsServer", "WindowsServer", "2016-datacenter")], advice: true },
            "Red Hat": image("RedHat", "RHEL", "9-lvm-gen2"),
            "Debian, in the hands of its long-term team": image("Debian", "debian-12", "12-gen2"),
            "an old Ubuntu that brings its subscription": image("Canonical", "0001-com-ubuntu-pro-focal", "pro-20_04-lts"),
            "SQL Server on a Windows in support": image("MicrosoftSQLServer", "sql2022-ws2022", "standard-gen2"),
            "Windows 11": image("MicrosoftWindowsDesktop", "windows-11", "win11-25h2-ent"),
            "one allowed by setting": {
                resources: [image("RedHat", "RHEL", "7_9")],
                settings: { allowedImages: ["redhat:rhel:7*"] },
            },
        },
        violating: {
            "Ubuntu without a subscription": [image("Canonical", "0001-com-ubuntu-server-focal", "20_04-lts"), IMAGE],
            "an interim release": [image("Canonical", "ubuntu-24_10", "server"), IMAGE],
            "Ubuntu's old offer": [image("Canonical", "UbuntuServer", "18.04-LTS"), IMAGE],
            "Windows Server past paid support": [image("MicrosoftWindowsServer", "WindowsServer", "2012-R2-Datacenter"), IMAGE],
            "SQL Server on an old Windows": [image("MicrosoftSQLServer", "SQL2016SP3-WS2012R2", "Standard"), IMAGE],
            "Red Hat 7, whose extension is bought apart": [image("RedHat", "RHEL", "7_9"), IMAGE],
            "Windows 10": [image("MicrosoftWindowsDesktop", "Windows-10", "win10-22h2-pro"), IMAGE],
            "Windows 11 23H2": [image("MicrosoftWindowsDesktop", "windows-11", "win11-23h2-ent"), IMAGE],
            "Debian 10": [image("Debian", "debian-10", "10"), IMAGE],
            CentOS: [image("OpenLogic", "CentOS", "7_9-gen2"), IMAGE],
            "a scale set's": [
                scaleSet({ virtualMachineProfile: { storageProfile: { imageReference: { publisher: "OpenLogic", offer: "CentOS", sku: "7.7" } } } }),
                `virtualMachineProfile.${IMAGE}`,
            ],
            "one refused by setting": {
                resources: [image("acme", "appliance", "v1")],
                settings: { unsupportedImages: ["acme:*:v1"] },
                property: IMAGE,
            },
        },
        undetermined: {
            "a sku known only after the update": [
                vm({ storageProfile: { imageReference: { publisher: "Canonical", offer: "ubuntu", sku: UNKNOWN } } }),
                IMAGE,
            ],
            "an image known only after the update": [vm({ storageProfile: { imageReference: UNKNOWN } }), IMAGE],
        },
        notApplicable: {
            "a gallery": vm({ storageProfile: { imageReference: { id: UNKNOWN } } }),
            "a disk": vm({}),
            "a publisher that is not known": image("acme", "appliance", "v1"),
            "a long-term Windows 10": image("MicrosoftWindowsDesktop", "Windows-10", "win10-21h2-ltsc"),
        },
    },
    "azure-vm-managed-disks-only": {
        compliant: {
            managed: vm({
                storageProfile: {
                    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_ZRS" } },
                    dataDisks: [{ lun: 0, createOption: "Empty" }],
                },
            }),
            "nothing said": vm({}),
        },
        violating: {
            "the system's disk": [
                vm({ storageProfile: { osDisk: { createOption: "FromImage", vhd: { uri: UNKNOWN } } } }),
                "storageProfile.osDisk.vhd",
            ],
            "a data disk": [
                vm({
                    storageProfile: {
                        dataDisks: [
                            { lun: 0, createOption: "Empty" },
                            { lun: 1, createOption: "Empty", vhd: { uri: "https://x/vhds/1.vhd" } },
                        ],
                    },
                }),
                "storageProfile.dataDisks[1].vhd",
            ],
        },
        undetermined: {
            "perhaps none": [vm({ storageProfile: { osDisk: { createOption: "FromImage", vhd: UNKNOWN } } }), "storageProfile.osDisk.vhd"],
        },
    },
    "azure-vm-scheduled-patching-has-window": {
        compliant: {
            "an assignment by name": [linux(ownSchedule), byName("APP")],
            "by dependency": (() => {
                const one = machine({ osProfile: { linuxConfiguration: ownSchedule } });
                return [one, byName(UNKNOWN, UNKNOWN, { resourceName: one })];
            })(),
            "by a filter over the subscription": [
                linux(ownSchedule, { tags: { Patching: "weekly" } }),
                forSubscription({
                    maintenanceConfigurationId: configuration,
                    filter: { osTypes: ["Linux"], locations: ["UK South"], tagSettings: { filterOperator: "All", tags: { patching: ["weekly"] } } },
                }),
            ],
            "by a filter over the group": [
                linux(ownSchedule),
                forGroup({ resourceGroupName, maintenanceConfigurationId: configuration, filter: {} }),
            ],
        },
        violating: {
            none: [linux(ownSchedule), "osProfile"],
            "one for another machine": [[linux(ownSchedule), byName("other")], "osProfile"],
            "one that names no configuration": [[linux(ownSchedule), byName("app", "")], "osProfile"],
            "a filter for Windows": [
                [linux(ownSchedule), forSubscription({ maintenanceConfigurationId: configuration, filter: { osTypes: ["Windows"] } })],
                "osProfile",
            ],
            "a filter over another group": [
                [linux(ownSchedule), forGroup({ resourceGroupName: "rg-other", maintenanceConfigurationId: configuration, filter: {} })],
                "osProfile",
            ],
            "a filter for tags that it lacks": [
                [
                    linux(ownSchedule),
                    forSubscription({ maintenanceConfigurationId: configuration, filter: { tagSettings: { tags: { patching: ["weekly"] } } } }),
                ],
                "osProfile",
            ],
        },
        undetermined: {
            "an assignment of a machine not known yet": [[linux(ownSchedule), byName(UNKNOWN)], "osProfile"],
            "a filter known only after the update": [
                [linux(ownSchedule), forSubscription({ maintenanceConfigurationId: configuration, filter: UNKNOWN })],
                "osProfile",
            ],
            "a flag known only after the update": [
                windows({ patchSettings: { automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: UNKNOWN } } }),
                "osProfile",
            ],
        },
        notApplicable: { "Azure's own timetable": linux({ patchSettings: { patchMode: "AutomaticByPlatform" } }) },
    },
    "azure-vm-patch-assessment-automatic": {
        compliant: {
            Linux: linux({ patchSettings: { assessmentMode: "AutomaticByPlatform" } }),
            Windows: windows({ patchSettings: { assessmentMode: "AutomaticByPlatform" } }),
        },
        violating: {
            "left out": [linux({}), "osProfile.linuxConfiguration.patchSettings.assessmentMode"],
            "the default said outright": [
                windows({ patchSettings: { assessmentMode: "ImageDefault" } }),
                "osProfile.windowsConfiguration.patchSettings.assessmentMode",
            ],
        },
        undetermined: {
            "known only after the update": [linux({ patchSettings: UNKNOWN }), "osProfile.linuxConfiguration.patchSettings.assessmentMode"],
        },
        notApplicable: { "a specialised disk": vm({}) },
    },
    "azure-vm-extension-not-retired": {
        compliant: {
            "the current agent": extension({ publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent" }),
            "nothing named": extension({}),
        },
        violating: {
            "the old agent": [extension({ publisher: "Microsoft.EnterpriseCloud.Monitoring", type: "OmsAgentForLinux" }), "type"],
            "a scanner that has ended": [scaleSetExtension({ publisher: "qualys", type: "LinuxAgent.AzureSecurityCenter" }), "type"],
        },
        undetermined: {
            "a type known only after the update": [extension({ publisher: "Microsoft.EnterpriseCloud.Monitoring", type: UNKNOWN }), "type"],
        },
    },
};
