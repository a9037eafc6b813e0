import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { absent, each } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { isFilled, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { imageLifecycle } from "../shared/azure-images";
import { profileAt, runsWindows } from "../shared/azure-machines";
import { WARN_WITHIN_DAYS } from "../shared/azure-retired";
import { coversByFilter } from "../shared/azure-maintenance";
import { judgeLifecycle } from "../shared/lifecycle";

const MACHINE = "azure-native:compute:VirtualMachine";
const SCALE_SET = "azure-native:compute:VirtualMachineScaleSet";

const NO_PROFILE = "a machine from a specialised disk, whose system Azure does not set up";

export const vmPatchMode = resourcePolicy({
    name: "azure-vm-patch-mode-automatic-by-platform",
    title: "Virtual machines are patched by Azure",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [MACHINE],
    why: "A machine that waits for somebody to patch it stays open to attacks that are known and mended.",
    fix: "Set patchSettings.patchMode to 'AutomaticByPlatform' in osProfile.linuxConfiguration or osProfile.windowsConfiguration.",
    references: ["azure-policy:9905ca54-1471-49c6-8291-7582c04cd4d4", "checkov:CKV_AZURE_177"],
    settings: {
        allowWindowsAutomaticByOS: {
            type: "boolean",
            default: true,
            description: "Let Windows install its updates by itself, which it does unless told otherwise.",
        },
    },
    check(c) {
        if (!c.has("osProfile")) {
            c.notApplicable(NO_PROFILE);
            return;
        }
        const ofWindows = c.oneOf(
            "osProfile.windowsConfiguration.patchSettings.patchMode",
            ["AutomaticByPlatform", ...(c.settings.allowWindowsAutomaticByOS ? ["AutomaticByOS"] : [])],
            "AutomaticByOS",
        );
        const ofLinux = c.oneOf("osProfile.linuxConfiguration.patchSettings.patchMode", ["AutomaticByPlatform"], "ImageDefault");
        const message = "Azure does not patch the machine's system.";
        const windows = runsWindows(c.resource.props);
        if (windows === true) c.require(ofWindows, "osProfile.windowsConfiguration.patchSettings.patchMode", message);
        else if (windows === false) c.require(ofLinux, "osProfile.linuxConfiguration.patchSettings.patchMode", message);
        else c.require(ofWindows === ofLinux ? ofWindows : UNKNOWN, "osProfile", message);
    },
});

export const vmWindowsUpdates = resourcePolicy({
    name: "azure-vm-windows-updates-not-disabled",
    title: "Windows machines have automatic updates on",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [MACHINE, SCALE_SET],
    why: "With automatic updates off, neither Windows nor Azure installs security fixes.",
    fix: "Leave windowsConfiguration.enableAutomaticUpdates out, or set it to true.",
    references: ["checkov:CKV_AZURE_177", "azure-policy:f85bf3e0-d513-442e-89c3-1784ad63382b", "mcsb:PV-6"],
    check(c) {
        const at = profileAt(c.type);
        if (runsWindows(c.resource.props, at) === false) {
            c.notApplicable("not Windows");
            return;
        }
        const path = `${at}osProfile.windowsConfiguration.enableAutomaticUpdates` as const;
        // A scale set whose whole image is replaced must have them off.
        const replaced = c.type === SCALE_SET ? c.on("upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade", false) : false;
        c.require(or(c.on(path, true), replaced), path, "Automatic updates of Windows are switched off.");
    },
});

export const vmssAutomaticUpgrade = resourcePolicy({
    name: "azure-vmss-automatic-os-upgrade",
    title: "Scale sets replace or patch their machines' system by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [SCALE_SET],
    why: "The machines of a scale set are made from one image. Unless it is replaced, each new machine starts with the holes of the day the image was chosen.",
    fix: "Set upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade with image version 'latest', or patchMode 'AutomaticByPlatform' on a flexible set.",
    references: ["azure-policy:465f0161-0087-490a-9ad9-ad6217f4f43a", "checkov:CKV_AZURE_95"],
    check(c) {
        const flexible = c.oneOf("orchestrationMode", ["Flexible"], "Uniform");
        if (!c.has("virtualMachineProfile")) {
            c.notApplicable("a scale set without a profile, whose machines are declared one by one");
            return;
        }
        const patched = or(
            c.oneOf("virtualMachineProfile.osProfile.linuxConfiguration.patchSettings.patchMode", ["AutomaticByPlatform"]),
            c.oneOf("virtualMachineProfile.osProfile.windowsConfiguration.patchSettings.patchMode", ["AutomaticByPlatform"]),
        );
        const upgrades = c.on("upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade", false);
        c.require(
            or(upgrades, and(flexible, patched)),
            "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade",
            "Nothing replaces or patches the system of the set's machines.",
        );
        if (upgrades === false) return;
        const image = "virtualMachineProfile.storageProfile.imageReference";
        const latest = c.has(`${image}.publisher`)
            ? c.oneOf(`${image}.version`, ["latest"], "latest")
            : is(c.get(`${image}.id`), id => !/\/versions\/(?!latest$)/i.test(text(id ?? "")));
        c.require(
            or(latest, and(flexible, patched)),
            `${image}.version`,
            "The image is pinned to one version, which an automatic upgrade never leaves.",
        );
    },
});

export const vmImageInSupport = resourcePolicy({
    name: "azure-vm-image-in-support",
    title: "Virtual machines are made from systems that still get security patches",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [MACHINE, SCALE_SET],
    why: "A system past its end gets no patches, whatever the patch settings say.",
    fix: "Choose an image of a release in support, such as Ubuntu 24.04 or Windows Server 2025.",
    references: ["azure-policy:f85bf3e0-d513-442e-89c3-1784ad63382b", "mcsb:PV-6"],
    settings: {
        warnWithinDays: WARN_WITHIN_DAYS,
        unsupportedImages: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Further images that are out of support, as publisher:offer:sku with '*'.",
        },
        allowedImages: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Images that are supported by an arrangement of your own, in the same form.",
        },
    },
    check(c) {
        const at = `${profileAt(c.type)}storageProfile.imageReference` as const;
        const parts = [c.word(`${at}.publisher`), c.word(`${at}.offer`), c.word(`${at}.sku`)];
        if (c.get(at) !== UNKNOWN && parts[0] === undefined) {
            c.notApplicable("an image from a gallery or a disk, whose system is not in the program");
            return;
        }
        if (parts.some(isUnknown)) {
            c.undetermined(`${at}.sku`, "The image is not known before the update.");
            return;
        }
        const [publisher = "", offer = "", sku = ""] = parts.map(part => (typeof part === "string" ? part.toLowerCase() : ""));
        const listed = (patterns: readonly string[]): boolean =>
            patterns.some(pattern => matchesWildcard(pattern.toLowerCase(), `${publisher}:${offer}:${sku}`));
        if (listed(c.settings.allowedImages)) return;
        if (listed(c.settings.unsupportedImages)) {
            c.violation(`${at}.sku`, "The image is among the setting unsupportedImages.");
            return;
        }
        const image = imageLifecycle({ publisher, offer, sku }, c.today, c.settings.warnWithinDays);
        if (!image) c.notApplicable("an image whose publisher or release the lifecycle table does not know");
        // Debian's long-term team patches every image; Ubuntu and Red Hat only those with a subscription.
        else if (image.found.state !== "extended" || image.paidApart) judgeLifecycle(c, `${at}.sku`, image.what, image.found, image.paidApart);
    },
});

export const vmManagedDisks = must({
    name: "azure-vm-managed-disks-only",
    title: "Virtual machines use managed disks",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [MACHINE],
    why: "Unmanaged disks were withdrawn on 31 March 2026: machines on them stop, and their files lie in a storage account open to its keys.",
    fix: "Leave vhd out of storageProfile.osDisk and dataDisks, and use managedDisk.",
    references: [
        "azure-policy:06a78e20-9358-41c9-923c-fb736d382a4d",
        "checkov:CKV_AZURE_92",
        "checkov:CKV2_AZURE_9",
        "cis-azure-2.0:7.2",
        "ms-caf-3.2:6d220abf-cf6f-4b17-8f7e-0644c4cc84b4",
        "ncsc-cloud-principles:10",
    ],
    facts: [
        absent("storageProfile.osDisk.vhd", "The system's disk is unmanaged."),
        ...each("storageProfile.dataDisks", absent("vhd", "A data disk is unmanaged.")),
    ],
});

const ASSIGNMENTS = [
    "azure-native:maintenance:ConfigurationAssignment",
    "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup",
] as const;

export const vmPatchingWindow = stackPolicy({
    name: "azure-vm-scheduled-patching-has-window",
    title: "Machines that are patched on a schedule of their own have one",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [MACHINE],
    reads: ASSIGNMENTS,
    why: "bypassPlatformSafetyChecksOnUserSchedule hands patching over to a maintenance configuration. Without one the machine is never patched, and still looks as if it were.",
    fix: "Assign a MaintenanceConfiguration to the machine, or leave bypassPlatformSafetyChecksOnUserSchedule out.",
    references: ["azure-policy:ba0df93e-e4ac-479a-aac2-134bbae39a1a", "azure-policy:9905ca54-1471-49c6-8291-7582c04cd4d4"],
    checkResource(c) {
        const flag = "patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule";
        const ownSchedule = or(c.on(`osProfile.linuxConfiguration.${flag}`, false), c.on(`osProfile.windowsConfiguration.${flag}`, false));
        if (ownSchedule === false) {
            c.notApplicable("patched on Azure's own timetable, or not by Azure");
            return;
        }
        const { graph, resource } = c;
        const named = linkedSatisfies(graph.into(resource, ASSIGNMENTS, ["resourceName", "resourceId"]), a =>
            isFilled(a.props, "maintenanceConfigurationId"),
        );
        const filtered = or(
            ...graph.of(...ASSIGNMENTS).map(a => and(isFilled(a.props, "maintenanceConfigurationId"), coversByFilter(graph, a, resource))),
        );
        c.require(
            or(not(ownSchedule), named, filtered),
            "osProfile",
            "The machine waits for a maintenance configuration, and none is assigned to it.",
        );
    },
});

export const vmPatchAssessment = resourcePolicy({
    name: "azure-vm-patch-assessment-automatic",
    title: "Azure looks for missing updates on virtual machines every day",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [MACHINE],
    why: "Whoever does not look for missing updates learns of them from an attacker.",
    fix: "Set patchSettings.assessmentMode to 'AutomaticByPlatform' in osProfile.linuxConfiguration or osProfile.windowsConfiguration.",
    references: [
        "azure-policy:bd876905-5b84-4f73-ab2d-2e7a7c4568d9",
        "azure-policy:f85bf3e0-d513-442e-89c3-1784ad63382b",
        "cis-azure-2.0:2.1.13",
        "mcsb:PV-6",
    ],
    check(c) {
        if (!c.has("osProfile")) {
            c.notApplicable(NO_PROFILE);
            return;
        }
        const assessed = or(
            c.oneOf("osProfile.linuxConfiguration.patchSettings.assessmentMode", ["AutomaticByPlatform"]),
            c.oneOf("osProfile.windowsConfiguration.patchSettings.assessmentMode", ["AutomaticByPlatform"]),
        );
        const block = runsWindows(c.resource.props) === true ? "windowsConfiguration" : "linuxConfiguration";
        c.require(assessed, `osProfile.${block}.patchSettings.assessmentMode`, "Nobody looks for missing updates.");
    },
});

/** Agents and extensions that have ended, as publisher/type. */
const RETIRED_EXTENSIONS = [
    "Microsoft.EnterpriseCloud.Monitoring/OmsAgentForLinux",
    "Microsoft.EnterpriseCloud.Monitoring/MicrosoftMonitoringAgent",
    "Microsoft.Azure.Diagnostics/IaaSDiagnostics",
    "Microsoft.Azure.Diagnostics/LinuxDiagnostic",
    "Microsoft.OSTCExtensions/LinuxDiagnostic",
    "Qualys/*.AzureSecurityCenter",
];

export const vmExtensionNotRetired = resourcePolicy({
    name: "azure-vm-extension-not-retired",
    title: "Virtual machines carry no agent that has ended",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:compute:VirtualMachineExtension", "azure-native:compute:VirtualMachineScaleSetExtension"],
    why: "An agent past its end runs with high privileges, gets no patches and sends its data nowhere.",
    fix: "Use AzureMonitorLinuxAgent or AzureMonitorWindowsAgent of Microsoft.Azure.Monitor in its place.",
    references: [
        "azure-policy:d2185817-5b7e-473c-aadd-9de6ac114280",
        "azure-policy:d4b065e2-fbda-4461-a42c-b0346aeb12a0",
        "azure-policy:ba6881f9-ab93-498b-8bad-bb91b1d755bf",
        "azure-policy:383c45fa-8b64-4d1c-aa9f-e69d2d879aa4",
    ],
    settings: {
        retiredExtensions: {
            type: "array",
            items: { type: "string" },
            default: RETIRED_EXTENSIONS,
            description: "Extensions that have ended, as publisher/type with '*'.",
        },
    },
    check(c) {
        const retired = is(c.word("publisher"), publisher =>
            is(c.word("type"), type => {
                const name = `${publisher ?? ""}/${type ?? ""}`.toLowerCase();
                return c.settings.retiredExtensions.some(pattern => matchesWildcard(pattern.toLowerCase(), name));
            }),
        );
        c.require(not(retired), "type", "The extension has ended and gets no patches.");
    },
});
