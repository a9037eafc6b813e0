import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";

/** Where a machine's profiles stand: at the top of a machine, under one block of a scale set. */
export type ProfileAt = "" | "virtualMachineProfile.";

export function profileAt(type: string): ProfileAt {
    return type === "azure-native:compute:VirtualMachineScaleSet" ? "virtualMachineProfile." : "";
}

/** Does a machine, or a scale set's, run Windows? By its configuration, its disk or its image. */
export function runsWindows(props: Props, at: ProfileAt = ""): Answer {
    for (const [path, answer] of [
        ["osProfile.windowsConfiguration", true],
        ["osProfile.linuxConfiguration", false],
    ] as const) {
        const block = read(props, at + path);
        if (block !== undefined) return block === UNKNOWN ? UNKNOWN : answer;
    }
    const system = read(props, `${at}storageProfile.osDisk.osType`);
    if (system !== undefined && system !== UNKNOWN) return text(system).toLowerCase() === "windows";
    const publisher = read(props, `${at}storageProfile.imageReference.publisher`);
    if (publisher === undefined || publisher === UNKNOWN) return UNKNOWN;
    return /^microsoft(windows|visualstudio|sqlserver)/i.test(text(publisher));
}
