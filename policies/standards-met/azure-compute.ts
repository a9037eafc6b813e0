import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must, mustByType } from "../../src/policy/factories";
import { absent, on, oneOf, together } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, read, readAll, text } from "../../src/policy/values";
import { runsWindows } from "../shared/azure-machines";
import { lastsAtMost } from "../shared/durations";

const MACHINE = "azure-native:compute:VirtualMachine";
const SCALE_SET = "azure-native:compute:VirtualMachineScaleSet";
const NIC = "azure-native:network:NetworkInterface";
const JIT = "azure-native:security:JitNetworkAccessPolicy";
const EXTENSION = "azure-native:compute:VirtualMachineExtension";
const AUDIT = "azure-native:guestconfiguration:GuestConfigurationAssignment";

const NOT_AT_HOST = "The host does not encrypt temporary disks and caches.";

export const vmEncryptionAtHost = mustByType({
    name: "azure-vm-encryption-at-host",
    title: "Hosts encrypt all that machines write",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Managed disks are encrypted always, but temporary disks and caches only where the host does it.",
    fix: "Set encryptionAtHost in the securityProfile to true; the subscription first needs the feature EncryptionAtHost registered.",
    references: [
        "azure-policy:fc4d8e41-e223-45ea-9bf5-eada37891d87",
        "azure-policy:ca88aadc-6e2b-416c-9de2-5a0f01d1693f",
        "azure-policy:3dc5edcd-002d-444c-b216-e123bbfa37c0",
        "checkov:CKV_AZURE_97",
        "checkov:CKV_AZURE_151",
        "mcsb:DP-4",
        "ms-caf-3.2",
    ],
    facts: {
        [MACHINE]: [on("securityProfile.encryptionAtHost", false, NOT_AT_HOST)],
        [SCALE_SET]: [on("virtualMachineProfile.securityProfile.encryptionAtHost", false, NOT_AT_HOST)],
    },
});

const NOT_TRUSTED = "The machine does not start as a trusted or confidential one.";
const NOT_SECURE = "What starts before the operating system is not checked.";
const NO_TPM = "The machine has no virtual TPM.";
const TRUSTED = ["TrustedLaunch", "ConfidentialVM"];

export const vmTrustedLaunch = mustByType({
    name: "azure-vm-trusted-launch",
    title: "Machines start only what is signed",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "Malware that loads before the operating system outlives every clean-up, and cannot be seen from inside.",
    fix: "Set securityType to 'TrustedLaunch' with secureBootEnabled and vTpmEnabled on, from an image of generation 2.",
    references: [
        "azure-policy:c95b54ad-0614-4633-ab29-104b01235cbf",
        "azure-policy:97566dd7-78ae-4997-8b36-1c7bfe0d8121",
        "azure-policy:1c30f9cd-b84c-49cc-aa2c-9288447cc3b3",
        "azure-policy:b1bb3592-47b8-4150-8db0-bfdcc2c8965b",
        "cis-azure-3.0:8.11",
        "mcsb:PV-4",
    ],
    facts: {
        [MACHINE]: [
            oneOf("securityProfile.securityType", TRUSTED, "Standard", NOT_TRUSTED),
            on("securityProfile.uefiSettings.secureBootEnabled", false, NOT_SECURE),
            on("securityProfile.uefiSettings.vTpmEnabled", false, NO_TPM),
        ],
        [SCALE_SET]: [
            oneOf("virtualMachineProfile.securityProfile.securityType", TRUSTED, "Standard", NOT_TRUSTED),
            on("virtualMachineProfile.securityProfile.uefiSettings.secureBootEnabled", false, NOT_SECURE),
            on("virtualMachineProfile.securityProfile.uefiSettings.vTpmEnabled", false, NO_TPM),
        ],
    },
});

export const diskNoPublicExport = must({
    name: "azure-disk-no-public-export",
    title: "Disks and snapshots cannot be fetched over the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:compute:Disk", "azure-native:compute:Snapshot"],
    why: "Whoever may export a disk gets a link by which anyone can fetch all that is on it.",
    fix: "Set publicNetworkAccess to 'Disabled' and networkAccessPolicy to 'DenyAll', or to 'AllowPrivate' with a diskAccessId.",
    remedies: [
        { path: "publicNetworkAccess", value: "Disabled" },
        { path: "networkAccessPolicy", value: "DenyAll" },
    ],
    references: [
        "azure-policy:8405fdab-1faf-48aa-b702-999c9c172094",
        "azure-policy:c3921d55-b741-4d16-8d56-7f16e99e6892",
        "checkov:CKV_AZURE_251",
        "cis-azure-3.0:8.5",
    ],
    facts: [
        oneOf("publicNetworkAccess", ["Disabled"], "Enabled", "The disk can be fetched over the internet."),
        together("networkAccessPolicy", "The disk can be exported to every network.", props =>
            or(
                isOneOf(read(props, "networkAccessPolicy"), ["DenyAll"], "AllowAll"),
                and(isOneOf(read(props, "networkAccessPolicy"), ["AllowPrivate"]), isFilled(props, "diskAccessId")),
            ),
        ),
    ],
});

const PUBLIC = "The machine has a public address of its own.";
const CONFIGURED = "networkProfile.networkInterfaceConfigurations[].ipConfigurations[].publicIPAddressConfiguration";

export const vmNoPublicIp = mustByType({
    name: "azure-vm-no-public-ip",
    title: "Machines have no public addresses",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "A machine with a public address can be attacked past every gateway and firewall in front of it.",
    fix: "Take the public address out, and reach the machine by a load balancer, a gateway or Azure Bastion.",
    references: ["azure-policy:83a86a26-fd1f-447c-b59d-e51f44264114", "checkov:CKV_AZURE_119"],
    facts: {
        [NIC]: [absent("ipConfigurations[].publicIPAddress", PUBLIC)],
        [MACHINE]: [absent(CONFIGURED, PUBLIC)],
        [SCALE_SET]: [absent(`virtualMachineProfile.${CONFIGURED}`, PUBLIC)],
    },
});

export const vmJustInTime = stackPolicy({
    name: "azure-vm-just-in-time-access",
    title: "Machines with public addresses open administration only on request, and not for long",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [MACHINE],
    reads: [JIT, NIC],
    why: "A port of administration that is open all day is tried all day.",
    fix: "Name the machine in a JitNetworkAccessPolicy with short requests from known addresses, or take its public address away.",
    references: ["azure-policy:b0f33259-77d7-4c9e-aac6-3aabcfae693c", "mcsb:NS-3", "mcsb:PA-2", "ncsc-cloud-principles:11"],
    settings: {
        maxHours: { type: "integer", minimum: 1, maximum: 24, default: 3, description: "Hours for which one request may open a port." },
        privateToo: { type: "boolean", default: false, description: "Ask it of machines without a public address too." },
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const open = or(
            settings.privateToo,
            some(readAll(resource.props, CONFIGURED), at => (at.value === UNKNOWN ? UNKNOWN : true)),
            linkedSatisfies(graph.from(resource, "networkProfile.networkInterfaces[].id", NIC), nic =>
                some(readAll(nic.props, "ipConfigurations[].publicIPAddress"), at => (at.value === UNKNOWN ? UNKNOWN : true)),
            ),
        );
        if (open === false) {
            c.notApplicable("a machine without a public address");
            return;
        }
        const guarded = linkedSatisfies(graph.into(resource, JIT, "virtualMachines[].id"), policy => {
            // An entry that names another machine of the stack says nothing of this one.
            const entries = readAll(policy.props, "virtualMachines[]").filter(({ value }) => {
                const id = read(value, "id");
                const named = id === undefined || id === UNKNOWN ? [] : graph.named(text(id), MACHINE);
                return named.length === 0 || named.includes(resource);
            });
            return and(
                entries.length > 0,
                every(entries, ({ value }) => isShort(value, settings.maxHours)),
            );
        });
        c.require(
            or(isUnknown(open) ? UNKNOWN : false, guarded),
            "",
            "No just-in-time policy guards the machine, or it opens ports too long or to all.",
        );
    },
});

/** Does every port of the entry close again in time, and open to some addresses only? */
function isShort(entry: Value, hours: number): Answer {
    return every(readAll(entry, "ports[]"), ({ value: port }) =>
        is(port, known =>
            and(
                lastsAtMost(read(known, "maxRequestAccessDuration"), hours),
                not(
                    some([...readAll(known, "allowedSourceAddressPrefix"), ...readAll(known, "allowedSourceAddressPrefixes[]")], at =>
                        isOneOf(at.value, ["*"]),
                    ),
                ),
            ),
        ),
    );
}

export const vmGuestConfiguration = stackPolicy({
    name: "azure-vm-guest-configuration-prerequisites",
    title: "Machines can be audited from inside",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [MACHINE],
    reads: [EXTENSION],
    why: "Azure Policy audits passwords and protocols inside a machine only through an agent that has an identity.",
    fix: "Give the machine a SystemAssigned identity and the extension ConfigurationforLinux or ConfigurationforWindows of Microsoft.GuestConfiguration.",
    references: [
        "azure-policy:3cf2ab00-13f1-4d0c-8971-2ac904541a7e",
        "azure-policy:497dff13-db2a-4c0f-8603-28fa3b331ab6",
        "azure-policy:385f5831-96d4-41db-9a3c-cd3af78aaae6",
        "azure-policy:331e8ea8-378a-410f-a2e5-ae22f38bb0da",
        "azure-policy:ae89ebca-1c92-4898-ac2c-9f63decb045c",
        "azure-policy:d26f7642-7545-4e18-9b75-8c9bbdee3a9a",
        "mcsb:IM-3",
        "mcsb:PV-4",
        "ms-caf-3.2",
        "ncsc-cloud-principles:10",
    ],
    checkResource(c) {
        c.require(
            is(c.get("identity.type"), type => /\bSystemAssigned\b/i.test(text(type ?? ""))),
            "identity.type",
            "The machine has no identity of its own.",
        );
        c.require(
            linkedSatisfies(c.graph.into(c.resource, EXTENSION, "vmName"), ({ props }) =>
                and(
                    isOneOf(read(props, "publisher"), ["Microsoft.GuestConfiguration"]),
                    isOneOf(read(props, "type"), ["ConfigurationforLinux", "ConfigurationforWindows"]),
                ),
            ),
            "",
            "The machine does not have the extension of Microsoft.GuestConfiguration.",
        );
    },
});

export const vmGuestAudits = stackPolicy({
    name: "azure-vm-guest-configuration-audits-assigned",
    title: "Machines whose audits the stack assigns get all of them",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [MACHINE],
    reads: [AUDIT],
    why: "Part of the audits says little: a machine with strong passwords may still speak old protocols.",
    fix: "Assign every package of the settings to the machine, or leave all of them to Azure Policy.",
    references: [
        "azure-policy:f6ec09a3-78bf-4f8f-99dc-6c77182d0f99",
        "azure-policy:ea53dbee-c6c9-4f0e-9f9e-de0039b78023",
        "azure-policy:e6955644-301c-44b5-a4c4-528577de6861",
        "azure-policy:bf16e0bb-31e1-4646-8202-60a235cc7e74",
        "azure-policy:4ceb8dc2-559c-478b-a15b-733fbf1e3738",
        "azure-policy:237b38db-ca4d-4259-9e47-7882441ca2c0",
        "azure-policy:a2d0e922-65d0-40c4-8f87-ea6da2d307a2",
        "azure-policy:5b054a0d-39e2-4d53-bea3-9734cad2c69b",
        "azure-policy:5752e6d6-1206-46d8-8ab1-ecc2f71a8112",
        "mcsb:DP-3",
        "ms-caf-3.2",
        "ncsc-cloud-principles:1",
        "ncsc-cloud-principles:10",
    ],
    settings: {
        linuxPackages: {
            type: "array",
            items: { type: "string" },
            default: ["PasswordPolicy_msid110", "PasswordPolicy_msid121", "PasswordPolicy_msid232"],
            description: "Audits that a Linux machine is to have.",
        },
        windowsPackages: {
            type: "array",
            items: { type: "string" },
            default: [
                "PasswordMustMeetComplexityRequirements",
                "MaximumPasswordAge",
                "MinimumPasswordAge",
                "MinimumPasswordLength",
                "EnforcePasswordHistory",
                "AuditSecureProtocol",
            ],
            description: "Audits that a Windows machine is to have.",
        },
    },
    checkResource(c) {
        const audits = c.graph.into(c.resource, AUDIT, "vmName");
        if (audits.certain.length + audits.possible.length === 0) {
            c.notApplicable("a machine whose audits come from elsewhere");
            return;
        }
        const all = (packages: readonly string[]): Answer =>
            every(packages, name => linkedSatisfies(audits, ({ props }) => isOneOf(read(props, "properties.guestConfiguration.name"), [name])));
        const windows = runsWindows(c.resource.props);
        const { linuxPackages, windowsPackages } = c.settings;
        c.require(
            and(or(not(windows), all(windowsPackages)), or(windows, all(linuxPackages))),
            "",
            "The machine lacks some of the audits among the policy's settings.",
        );
    },
});
