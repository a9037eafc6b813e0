import { type Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { type Exemption, ask, exempt } from "../../src/policy/factories";
import { absent, on } from "../../src/policy/facts";
import { read } from "../../src/policy/values";
import { profileAt, runsWindows } from "../shared/azure-machines";

type Machine = "azure-native:compute:VirtualMachine" | "azure-native:compute:VirtualMachineScaleSet";

export const sshKeysOnly = resourcePolicy({
    name: "azure-vm-ssh-keys-only",
    title: "Linux machines admit no passwords",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:compute:VirtualMachine", "azure-native:compute:VirtualMachineScaleSet"],
    why: "Passwords for SSH are guessed day and night, and no second factor stands behind them.",
    fix: "Set osProfile.linuxConfiguration.disablePasswordAuthentication to true, and leave osProfile.adminPassword out.",
    references: [
        "azure-policy:630c64f9-8b6b-4c64-b511-6544ceff6fd6",
        "checkov:CKV_AZURE_1",
        "checkov:CKV_AZURE_49",
        "checkov:CKV_AZURE_149",
        "checkov:CKV_AZURE_178",
        "mcsb:IM-6",
    ],
    check(c) {
        const at = profileAt(c.type);
        ask(c, notLinux(c), [
            on(`${at}osProfile.linuxConfiguration.disablePasswordAuthentication`, false, "SSH accepts passwords."),
            absent(`${at}osProfile.adminPassword`, "The administrator has a password."),
        ]);
    },
});

function notLinux({ resource: { props }, type }: Check<Machine>): Exemption {
    const at = profileAt(type);
    if (read(props, `${at}osProfile`) === undefined) return "made from a disk that has its accounts";
    return exempt(runsWindows(props, at), "runs Windows");
}
