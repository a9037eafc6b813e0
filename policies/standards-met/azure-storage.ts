import { isOneOf } from "../../src/policy/check";
import { must } from "../../src/policy/factories";
import { off, on, oneOf, where } from "../../src/policy/facts";
import { not, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

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
