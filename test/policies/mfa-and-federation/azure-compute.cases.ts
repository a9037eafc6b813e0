import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const scaleSet = of("azure-native:compute:VirtualMachineScaleSet");

type Profile = CaseProps<"azure-native:compute:VirtualMachine">["osProfile"];
const linux = (osProfile: Profile) =>
    machine({ osProfile, storageProfile: { imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" } } });

const FLAG = "osProfile.linuxConfiguration.disablePasswordAuthentication";

export const cases: Cases = {
    "azure-vm-ssh-keys-only": {
        compliant: {
            "keys only": machine({ osProfile: { adminUsername: "ops", linuxConfiguration: { disablePasswordAuthentication: true } } }),
            "a scale set with keys only": scaleSet({
                virtualMachineProfile: { osProfile: { linuxConfiguration: { disablePasswordAuthentication: true } } },
            }),
        },
        violating: {
            "left out: passwords work": [machine({ osProfile: { linuxConfiguration: { ssh: { publicKeys: [] } } } }), FLAG],
            "the default said outright": [machine({ osProfile: { linuxConfiguration: { disablePasswordAuthentication: false } } }), FLAG],
            "Linux by its image": [linux({ adminUsername: "ops" }), FLAG],
            "Linux by its disk": [
                machine({ osProfile: { adminUsername: "ops" }, storageProfile: { osDisk: { createOption: "FromImage", osType: "Linux" } } }),
                FLAG,
            ],
            "a password besides": [
                machine({ osProfile: { adminPassword: "secret", linuxConfiguration: { disablePasswordAuthentication: true } } }),
                "osProfile.adminPassword",
            ],
            "a scale set with passwords": [
                scaleSet({ virtualMachineProfile: { osProfile: { linuxConfiguration: {} } } }),
                `virtualMachineProfile.${FLAG}`,
            ],
        },
        undetermined: {
            "known only after the update": [machine({ osProfile: { linuxConfiguration: { disablePasswordAuthentication: UNKNOWN } } }), FLAG],
            "a password that may turn out to be none": [
                machine({ osProfile: { adminPassword: UNKNOWN, linuxConfiguration: { disablePasswordAuthentication: true } } }),
                "osProfile.adminPassword",
            ],
            "a system that cannot be told": [
                machine({ osProfile: { adminUsername: "ops", adminPassword: "secret" }, storageProfile: { imageReference: { id: UNKNOWN } } }),
                FLAG,
            ],
        },
        notApplicable: {
            "a Windows machine": machine({ osProfile: { adminPassword: "secret", windowsConfiguration: { provisionVMAgent: true } } }),
            "a Windows image": machine({
                osProfile: { adminPassword: "secret" },
                storageProfile: { imageReference: { publisher: "MicrosoftWindowsServer", offer: "WindowsServer", sku: "2022-datacenter-g2" } },
            }),
            "a disk that was a machine's before": machine({ storageProfile: { osDisk: { createOption: "Attach", osType: "Linux" } } }),
        },
    },
};
