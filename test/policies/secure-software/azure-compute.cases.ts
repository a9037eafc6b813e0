import { type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const scaleSet = of("azure-native:compute:VirtualMachineScaleSet");
const extension = of("azure-native:compute:VirtualMachineExtension");
const command = of("azure-native:compute:VirtualMachineRunCommandByVirtualMachine");
const ofSet = of("azure-native:compute:VirtualMachineScaleSetVMRunCommand");
const image = of("azure-native:compute:GalleryImage");
const version = of("azure-native:compute:GalleryImageVersion");

const base64 = (...lines: readonly string[]) => Buffer.from(lines.join("\n")).toString("base64");
const starting = (...lines: readonly string[]) => machine({ osProfile: { customData: base64("#!/bin/bash", ...lines) } });
const running = (script: string) => command({ vmName: "vm", source: { script } });
const LITERAL = "export DB_PASSWORD=correct-horse";

export const cases: Cases = {
    "azure-vm-bootstrap-no-secrets": {
        compliant: {
            "an ordinary script": starting("apt-get update", "systemctl enable --now app"),
            "a secret that the machine reads itself": starting(
                "DB_PASSWORD=$(az keyvault secret show --vault-name records --name database --query value -o tsv)",
                'mysql --password="$DB_PASSWORD"',
            ),
            "PowerShell that reads a secret": running("$password = Get-AzKeyVaultSecret -VaultName records -Name database"),
            "the shell's own directory": starting("PWD=/opt/app; cd $PWD"),
            "a switch": starting("PermitEmptyPassword=no", "DisablePassword=true"),
            "not encoded": machine({ userData: "#!/bin/bash\necho hello" }),
            "settings of an extension": extension({
                vmName: "vm",
                settings: {
                    fileUris: ["https://records.blob.core.windows.net/scripts/start.sh"],
                    commandToExecute: "bash start.sh",
                    workspaceId: UNKNOWN,
                },
                protectedSettings: { storageAccountKey: "correct-horse" },
            }),
            "settings that lead to protected ones": extension({
                vmName: "vm",
                settings: { Properties: { AdminPassword: "PrivateSettingsRef:AdminPassword" } },
            }),
            "settings as text": extension({ vmName: "vm", settings: '{"commandToExecute":"bash start.sh"}' }),
            "protected parameters": command({
                vmName: "vm",
                source: { script: "run" },
                protectedParameters: [{ name: "password", value: "correct-horse" }],
            }),
        },
        violating: {
            "custom data": [starting(LITERAL), "osProfile.customData"],
            "user data": [machine({ userData: base64(LITERAL) }), "userData"],
            "user data, not encoded": [machine({ userData: `#!/bin/bash\n${LITERAL}` }), "userData"],
            "a scale set": [
                scaleSet({ virtualMachineProfile: { osProfile: { customData: base64(LITERAL) } } }),
                "virtualMachineProfile.osProfile.customData",
            ],
            "a scale set's user data": [scaleSet({ virtualMachineProfile: { userData: base64(LITERAL) } }), "virtualMachineProfile.userData"],
            "a scale set's extension": [
                scaleSet({
                    virtualMachineProfile: { extensionProfile: { extensions: [{ settings: { commandToExecute: "login --password=abc123" } }] } },
                }),
                "virtualMachineProfile.extensionProfile.extensions[0].settings.commandToExecute",
            ],
            "a literal in quotes": [running('$Password = "correct-horse"'), "source.script"],
            "a key": [running("az storage blob list --connection-string 'AccountName=a;AccountKey=abc=='"), "source.script"],
            "a URL with a signature": [running("curl 'https://records.blob.core.windows.net/app.zip?sv=2024&sig=abc%2B'"), "source.script"],
            "a private key": [
                ofSet({ vmScaleSetName: "set", instanceId: "0", source: { script: ["-----BEGIN", " PRIVATE KEY-----"].join("") } }),
                "source.script",
            ],
            "a setting by its name": [extension({ vmName: "vm", settings: { storageAccountKey: "correct-horse" } }), "settings.storageAccountKey"],
            "a setting with a signature": [
                extension({ vmName: "vm", settings: { fileUris: ["https://records.blob.core.windows.net/start.sh?sig=abc"] } }),
                "settings.fileUris[0]",
            ],
            "a parameter": [
                command({ vmName: "vm", source: { script: "run" }, parameters: [{ name: "password", value: "correct-horse" }] }),
                "parameters[0]",
            ],
        },
        undetermined: {
            "custom data that are not known": [machine({ osProfile: { customData: UNKNOWN } }), "osProfile.customData"],
            "compressed data": [machine({ userData: "H4sIAAAAAAAAA0tMSgYAwkEkNQMAAAA=" }), "userData"],
            "settings that are not known": [extension({ vmName: "vm", settings: UNKNOWN }), "settings"],
            "a command that is not known": [extension({ vmName: "vm", settings: { commandToExecute: UNKNOWN } }), "settings.commandToExecute"],
            "a password that is not known": [
                command({ vmName: "vm", source: { script: "run" }, parameters: [{ name: "password", value: UNKNOWN }] }),
                "parameters[0]",
            ],
        },
        notApplicable: {
            "hands over nothing": machine({ osProfile: { adminUsername: "operator" } }),
            "a script of Azure's": command({ vmName: "vm", source: { commandId: "RunShellScript" } }),
        },
    },
    "azure-gallery-image-support-period-published": {
        compliant: {
            "an image": image({ galleryImageName: "base", endOfLifeDate: "2028-04-30" }),
            "an image, with a time": image({ endOfLifeDate: "2028-04-30T00:00:00Z" }),
            "a version": version({ galleryImageName: "base", publishingProfile: { endOfLifeDate: "2027-04-30" } }),
            "a version that ends with its image": [
                image({ galleryImageName: "base", endOfLifeDate: "2028-04-30" }),
                version({ galleryImageName: "base", publishingProfile: { replicaCount: 1 } }),
            ],
            "a near end, where few days are asked for": { resources: [image({ endOfLifeDate: "2026-11-30" })], settings: { minDaysLeft: 7 } },
        },
        violating: {
            "left out": [image({ galleryImageName: "base" }), "endOfLifeDate"],
            "in the past": [image({ endOfLifeDate: "2026-01-31" }), "endOfLifeDate"],
            "too near": [image({ endOfLifeDate: "2026-12-01" }), "endOfLifeDate"],
            "no date": [image({ endOfLifeDate: "soon" }), "endOfLifeDate"],
            "a version, of an image that says nothing": [
                [image({ galleryImageName: "base", endOfLifeDate: "2026-01-31" }), version({ galleryImageName: "base" })],
                "publishingProfile.endOfLifeDate",
            ],
        },
        undetermined: {
            "known only after the update": [image({ endOfLifeDate: UNKNOWN }), "endOfLifeDate"],
            "a version of an image of another stack": [version({ galleryImageName: "base" }), "publishingProfile.endOfLifeDate"],
        },
    },
};
