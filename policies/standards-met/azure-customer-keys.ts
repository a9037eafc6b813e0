import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { exempt, ask } from "../../src/policy/factories";
import { type Fact, filled, oneOf, together } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, not, or } from "../../src/policy/unknown";
import { isFilled, read } from "../../src/policy/values";

const SERVER = "azure-native:sql:Server";
const PROTECTOR = "azure-native:sql:EncryptionProtector";
const VAULT_KEYS = ["azure-native:keyvault:Key", "azure-native:keyvault:Vault"] as const;
const OWN = "The data is encrypted with a key of Microsoft's, not of your own.";

/** How each store says that a key of the customer's own encrypts it. */
const KEYS = {
    "azure-native:storage:StorageAccount": oneOf("encryption.keySource", ["Microsoft.Keyvault"], "Microsoft.Storage", OWN),
    "azure-native:cosmosdb:DatabaseAccount": filled("keyVaultKeyUri", OWN),
    "azure-native:containerregistry:Registry": oneOf("encryption.status", ["enabled"], "disabled", OWN),
    "azure-native:dbforpostgresql:Server": oneOf("dataEncryption.type", ["AzureKeyVault"], "SystemManaged", OWN),
    "azure-native:dbformysql:Server": oneOf("dataEncryption.type", ["AzureKeyVault"], "SystemManaged", OWN),
    [SERVER]: filled("keyId", OWN),
    "azure-native:cognitiveservices:Account": oneOf("properties.encryption.keySource", ["Microsoft.KeyVault"], "Microsoft.CognitiveServices", OWN),
    "azure-native:recoveryservices:Vault": filled("properties.encryption.keyVaultProperties.keyUri", OWN),
    "azure-native:machinelearningservices:Workspace": oneOf("encryption.status", ["Enabled"], "Disabled", OWN),
    "azure-native:compute:Disk": filled("encryption.diskEncryptionSetId", OWN),
    "azure-native:appconfiguration:ConfigurationStore": filled("encryption.keyVaultProperties.keyIdentifier", OWN),
    "azure-native:healthcareapis:FhirService": filled("encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl", OWN),
} as const satisfies Readonly<Record<string, Fact>>;

export const dataStoresCustomerKey = stackPolicy({
    name: "azure-data-stores-customer-managed-key",
    title: "Stores of sensitive data are encrypted with the customer's own key",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: Object.keys(KEYS) as (keyof typeof KEYS)[],
    reads: [PROTECTOR, ...VAULT_KEYS],
    why: "Whoever holds the key decides who reads the data, sees each use of it in the vault's log, and can end all access at once.",
    fix: "Name a key of your own Key Vault in the property of the finding; for a SQL server put an EncryptionProtector of type 'AzureKeyVault' beside it.",
    references: [
        "azure-policy:6fac406b-40ca-413b-bf8e-0bf964659c25",
        "azure-policy:1f905d99-2ab7-462c-a6b0-f709acca6c8f",
        "azure-policy:5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580",
        "azure-policy:0a370ff3-6cab-4e85-8995-295fd854c5b8",
        "azure-policy:67121cc7-ff39-4ab8-b7e3-95b84dab487d",
        "azure-policy:ba769a63-b8cc-4b2d-abf6-ac33c7204be8",
        "azure-policy:ca91455f-eace-4f96-be59-e6e2c35b4816",
        "checkov:CKV2_AZURE_1",
        "checkov:CKV_AZURE_100",
        "checkov:CKV_AZURE_93",
        "checkov:CKV2_AZURE_22",
        "cis-azure-2.0:3.12",
        "cis-azure-2.0:4.1.3",
        "cis-azure-2.0:7.4",
        "cis-azure-3.0:6.1.3",
        "mcsb:DP-5",
        "ms-caf-3.2",
    ],
    settings: {
        classifications: {
            type: "array",
            items: { type: "string" },
            default: ["sensitive", "patient", "confidential"],
            description: "Values of the data classification's tag for which a key of one's own is asked.",
        },
    },
    checkResource(c) {
        const { classifications } = c.settings;
        const sensitive = classifications.length > 0 && c.tagged("dataClassification", ...classifications);
        const fact = c.type === SERVER ? serverKey(c) : KEYS[c.type];
        ask(c, exempt(not(sensitive), "data that no tag calls sensitive; Microsoft's keys encrypt it all the same"), [
            {
                ...fact,
                judge: props => fact.judge(props).map(one => (one.answer === UNKNOWN && isMadeFromKey(c, one.path) ? { ...one, answer: true } : one)),
            },
        ]);
    },
});

/** A block of which nothing is known before the update but that it is made from a key of the stack's. The SDK makes a whole block unknown for one part. */
function isMadeFromKey({ graph, resource }: Pick<StackCheck, "graph" | "resource">, path: string): boolean {
    const made = resource.propertyDependencies[path.replace(/\..*/s, "")] ?? [];
    return made.some(urn => VAULT_KEYS.some(type => graph.get(urn)?.type === type));
}

/** A server's key, which a protector beside it may name or take back. */
function serverKey({ graph, resource }: Pick<StackCheck, "graph" | "resource">): Fact<"keyId"> {
    const protectors = graph.into(resource, PROTECTOR, "serverName");
    const beside = linkedSatisfies(protectors, r => isOneOf(read(r.props, "serverKeyType"), ["AzureKeyVault"]));
    return together("keyId", OWN, props => (protectors.certain.length > 0 ? beside : or(isFilled(props, "keyId"), beside)));
}
