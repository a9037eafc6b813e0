import { isOneOf } from "../../src/policy/check";
import { must } from "../../src/policy/factories";
import { atMost, fact, off, on, oneOf, where } from "../../src/policy/facts";
import { isInternet } from "../../src/policy/networks";
import type { RemedyContext } from "../../src/policy/remediation";
import { UNKNOWN, type Unknown, is, isUnknown, not, or } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

const ACCOUNT = "azure-native:storage:StorageAccount";
const CONTAINER = "azure-native:storage:BlobContainer";

export const storageHttpsOnly = must({
    name: "azure-storage-https-only",
    title: "Storage accounts answer HTTPS only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [ACCOUNT],
    why: "Over plain HTTP, data and signatures of access can be read and replayed.",
    fix: "Leave enableHttpsTrafficOnly on.",
    remedies: [{ path: "enableHttpsTrafficOnly", value: true }],
    references: [
        "azure-policy:404c3081-a854-4457-ae30-26a93ef643f9",
        "checkov:CKV_AZURE_3",
        "cis-azure-2.0:3.1",
        "cis-azure-3.0:4.1",
        "mcsb:DP-3",
        "ncsc-cloud-principles:1",
    ],
    // NFS shares have encryption of their own and need the switch off.
    facts: where(
        props => not(or(truth(read(props, "enableNfsV3")) ?? false, isOneOf(read(props, "kind"), ["FileStorage"]))),
        on("enableHttpsTrafficOnly", true, "The account answers plain HTTP."),
    ),
});

export const storageMinTls = must({
    name: "azure-storage-min-tls-1-2",
    title: "Storage accounts declare TLS 1.2 as their floor",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [ACCOUNT],
    why: "The property's default declares a floor of TLS 1.0, and Azure Policy reads it so, whatever the service itself refuses.",
    fix: "Set minimumTlsVersion to 'TLS1_2'.",
    remedies: [{ path: "minimumTlsVersion", value: "TLS1_2" }],
    references: ["azure-policy:fe83a0eb-a853-422d-aac2-1bffd182c5d0", "checkov:CKV_AZURE_44", "cis-azure-2.0:3.15", "cis-azure-3.0:4.15"],
    facts: [oneOf("minimumTlsVersion", ["TLS1_2", "TLS1_3"], "TLS1_0", "The account declares no floor of TLS 1.2.")],
});

export const storageNoAnonymousAccess = must({
    name: "azure-storage-no-anonymous-blob-access",
    title: "Blobs cannot be read without signing in",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [ACCOUNT, CONTAINER],
    why: "A container that is open to everyone is found by scanners within hours.",
    fix: "Leave allowBlobPublicAccess off, and a container's publicAccess at 'None'.",
    remedies: [{ path: "allowBlobPublicAccess", value: false }],
    references: [
        "azure-policy:4fa4b6c0-31ca-4c0d-b10d-24b96f62a751",
        "checkov:CKV_AZURE_34",
        "checkov:CKV_AZURE_59",
        "checkov:CKV_AZURE_190",
        "checkov:CKV2_AZURE_47",
        "cis-azure-2.0:3.7",
        "cis-azure-2.0:5.1.3",
        "cis-azure-3.0:4.6",
        "mcsb:NS-2",
    ],
    facts: [
        off("allowBlobPublicAccess", false, "Containers of the account may be opened to everyone."),
        oneOf("publicAccess", ["None"], "None", "The container is open to everyone."),
    ],
});

/** Without rules for those who may come in, the account would be closed to everyone. */
function denyBesideRules({ props }: RemedyContext): string | undefined {
    const rules = ["ipRules", "virtualNetworkRules"].map(name => list(read(props, `networkRuleSet.${name}`)));
    return rules.some(found => !isUnknown(found) && found.length > 0) ? "Deny" : undefined;
}

export const storageNetworkDefaultDeny = must({
    name: "azure-storage-network-default-deny",
    title: "Storage accounts let in only the networks that they name",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ACCOUNT],
    why: "An account that answers every network is open to whoever gets hold of one of its keys or signatures.",
    fix: "Set networkRuleSet.defaultAction to 'Deny' with rules for those who may come in, or publicNetworkAccess to 'Disabled'.",
    remedies: [{ path: "networkRuleSet.defaultAction", value: denyBesideRules }],
    references: [
        "azure-policy:34c877ad-507e-4c82-993e-3452a6e0ad3c",
        "azure-policy:2a1a9cdf-e04d-429a-8416-3bfb72a1b26f",
        "azure-policy:b2982f36-99f2-4db5-8eff-283140c09693",
        "checkov:CKV_AZURE_35",
        "cis-azure-2.0:3.8",
        "cis-azure-3.0:4.7",
        "mcsb:NS-2",
        "ncsc-cloud-principles:11",
        "ncsc-cloud-principles:5.3",
    ],
    facts: where(
        props => not(isOneOf(read(props, "publicNetworkAccess"), ["Disabled", "SecuredByPerimeter"])),
        oneOf("networkRuleSet.defaultAction", ["Deny"], "Allow", "The account answers every network."),
        fact("networkRuleSet.ipRules[].iPAddressOrRange", "A rule of the account lets in the internet.", address => !isInternet(text(address ?? ""))),
    ),
});

/** The days of "7.00:00:00"; UNKNOWN of what is no such period. */
function periodDays(period: string): number | Unknown {
    const [, days, hours, minutes, seconds] = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(period.trim())?.map(part => Number(part) || 0) ?? [];
    if (hours === undefined) return UNKNOWN;
    return (days ?? 0) + hours / 24 + (minutes ?? 0) / 1440 + (seconds ?? 0) / 86_400;
}

export const storageSasExpiry = must({
    name: "azure-storage-sas-expiry-bounded",
    title: "Signatures and keys of storage accounts run out",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ACCOUNT],
    why: "A signature or a key that gets out opens the data until it runs out, and nobody can see who has it.",
    fix: "Set allowSharedKeyAccess to false, or sasPolicy.sasExpirationPeriod and keyPolicy.keyExpirationPeriodInDays within the policy's settings.",
    references: [
        "azure-policy:7aa1c9d5-3d7e-4579-8117-d85e99211757",
        "azure-policy:bc1b984e-ddae-40cc-801a-050a030e4fbe",
        "azure-policy:044985bb-afe1-42cd-8a36-9d5d42424537",
        "checkov:CKV2_AZURE_41",
    ],
    settings: {
        maxSasDays: { type: "integer", minimum: 1, default: 7, description: "Days for which a signature may be valid." },
        maxKeyDays: { type: "integer", minimum: 1, default: 90, description: "Days after which keys are to be changed." },
    },
    facts: ({ maxSasDays, maxKeyDays }) =>
        where(
            props => truth(read(props, "allowSharedKeyAccess")) ?? true,
            fact("sasPolicy.sasExpirationPeriod", `Signatures may be valid for more than ${String(maxSasDays)} days.`, period =>
                period === undefined ? false : is(periodDays(text(period)), days => days <= maxSasDays),
            ),
            atMost("keyPolicy.keyExpirationPeriodInDays", maxKeyDays, Infinity, `Keys need not be changed within ${String(maxKeyDays)} days.`),
        ),
});
