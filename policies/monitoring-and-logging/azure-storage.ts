import { stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, not, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";
import { AUDIT_GROUPS, DIAGNOSTIC_SETTING, DIRECTORY_SETTING, SUBSCRIPTION_SETTING, sendEach, settingsUnder } from "../shared/azure-diagnostics";
import { byOwnId } from "../shared/azure-links";

const ACCOUNT = "azure-native:storage:StorageAccount";

/** The services of an account: under which type a program can declare each, and what shows that it is used. */
const SERVICES = {
    blob: { type: "azure-native:storage:BlobServiceProperties", holds: "azure-native:storage:BlobContainer" },
    file: { type: "azure-native:storage:FileServiceProperties", holds: "azure-native:storage:FileShare" },
    queue: { type: "azure-native:storage:QueueServiceProperties", holds: "azure-native:storage:Queue" },
    table: { type: "azure-native:storage:TableServiceProperties", holds: "azure-native:storage:Table" },
} as const;

export const storageDataPlaneLogged = stackPolicy({
    name: "azure-storage-data-plane-logged",
    title: "Accounts that hold sensitive data log who reads, writes and deletes it",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [ACCOUNT],
    reads: [DIAGNOSTIC_SETTING, ...Object.values(SERVICES).flatMap(({ type, holds }) => [type, holds])],
    why: "Without its data-plane logs nobody can say after a break-in whose records were read. A setting of the account itself carries metrics only.",
    fix: "Add a DiagnosticSetting with the account's id and '/blobServices/default' as resourceUri, a workspaceId, and logs for StorageRead, StorageWrite and StorageDelete.",
    references: [
        "azure-policy:7f89b1eb-583c-429a-8828-af049802c1d9",
        "checkov:CKV_AZURE_33",
        "checkov:CKV2_AZURE_20",
        "checkov:CKV2_AZURE_21",
        "ncsc-cloud-principles:13",
    ],
    settings: {
        classifications: {
            type: "array",
            items: { type: "string" },
            default: ["sensitive", "patient", "confidential"],
            description: "Values of the data classification's tag for which the logs are asked.",
        },
    },
    checkResource({ graph, resource, tagged, oneOf, settings, require, notApplicable }) {
        const sensitive = settings.classifications.length > 0 && tagged("dataClassification", ...settings.classifications);
        if (sensitive === false) {
            notApplicable("an account that no tag calls sensitive");
            return;
        }
        const filesOnly = oneOf("kind", ["FileStorage"]);
        for (const [service, { type, holds }] of Object.entries(SERVICES)) {
            const always = service === "blob" ? not(filesOnly) : service === "file" ? filesOnly : false;
            const used = or(always, isUsed(graph, resource, holds));
            if (used === false) continue;
            const settingsOfIt = settingsUnder(graph, resource, `/${service}Services/default`, { type, by: "accountName" });
            const logged = sendEach(settingsOfIt, ["StorageRead", "StorageWrite", "StorageDelete"], AUDIT_GROUPS);
            require(or(
                not(and(sensitive, used)),
                logged,
            ), "", `No diagnostic setting of the account's ${service} service logs who reads, writes and deletes.`);
        }
    },
});

function isUsed(graph: Graph, account: Resource, type: string): Answer {
    const { certain, possible } = graph.into(account, type, "accountName");
    return certain.length > 0 ? true : possible.length > 0 ? UNKNOWN : false;
}

const CONTAINER_POLICY = "azure-native:storage:BlobContainerImmutabilityPolicy";
const EXPORTS = [DIAGNOSTIC_SETTING, SUBSCRIPTION_SETTING, DIRECTORY_SETTING] as const;
const IMMUTABLE = "immutableStorageWithVersioning";

export const logArchiveProtected = stackPolicy({
    name: "azure-log-archive-protected",
    title: "Archives of logs cannot be changed or deleted, only added to",
    commitment: "monitoring-and-logging",
    topic: "log-protection-and-retention",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ACCOUNT],
    reads: [...EXPORTS, CONTAINER_POLICY],
    why: "An intruder who can write to the archive takes out the lines that tell of him. An archive that takes no appended blocks stops the export.",
    fix: "Set immutableStorageWithVersioning with enabled and an immutabilityPolicy that has allowProtectedAppendWrites, and allowBlobPublicAccess false.",
    references: ["azure-policy:fbb99e8e-e444-4da0-9ff1-75c92f5a85b2", "checkov:CKV2_AZURE_8", "cis-azure-2.0:5.1.4"],
    checkResource(c) {
        const exports = EXPORTS.map(type => byOwnId(c.graph, c.resource, type, "storageAccountId"));
        const archive: Answer = exports.some(e => e.certain.length > 0) ? true : exports.some(e => e.possible.length > 0) ? UNKNOWN : false;
        if (archive === false) {
            c.notApplicable("an account to which no diagnostic setting of the stack sends logs");
            return;
        }
        const containers = c.graph.into(c.resource, CONTAINER_POLICY, "accountName");
        const ofAccount = and(
            c.on(`${IMMUTABLE}.enabled`, false),
            c.oneOf(`${IMMUTABLE}.immutabilityPolicy.state`, ["Locked", "Unlocked"], "Disabled"),
        );
        const immutable = or(
            ofAccount,
            linkedSatisfies(containers, () => true),
        );
        c.require(or(not(archive), immutable), IMMUTABLE, "Neither the account nor a container of it has an immutability policy.");
        const takesMore = or(
            and(ofAccount, c.on(`${IMMUTABLE}.immutabilityPolicy.allowProtectedAppendWrites`, false)),
            linkedSatisfies(containers, ({ props }) =>
                or(truth(read(props, "allowProtectedAppendWrites")) ?? false, truth(read(props, "allowProtectedAppendWritesAll")) ?? false),
            ),
        );
        if (immutable !== false)
            c.require(or(not(archive), takesMore), IMMUTABLE, "The immutability policy does not let logs be appended, which stops their export.");
        c.require(or(not(archive), not(c.on("allowBlobPublicAccess", false))), "allowBlobPublicAccess", "The archive's blobs can be made public.");
    },
});
