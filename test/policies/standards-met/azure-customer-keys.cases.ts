import { type Cases, UNKNOWN, of } from "../support/cases";

const account = of("azure-native:storage:StorageAccount");
const cosmos = of("azure-native:cosmosdb:DatabaseAccount");
const registry = of("azure-native:containerregistry:Registry");
const postgresql = of("azure-native:dbforpostgresql:Server");
const mysql = of("azure-native:dbformysql:Server");
const server = of("azure-native:sql:Server");
const protector = of("azure-native:sql:EncryptionProtector");
const ai = of("azure-native:cognitiveservices:Account");
const vault = of("azure-native:recoveryservices:Vault");
const learning = of("azure-native:machinelearningservices:Workspace");
const disk = of("azure-native:compute:Disk");
const store = of("azure-native:appconfiguration:ConfigurationStore");
const fhir = of("azure-native:healthcareapis:FhirService");
const key = of("azure-native:keyvault:Key");

const tags = { "Data-Classification": "patient" };
const resourceGroupName = "rg-records";
const records = server({ resourceGroupName, serverName: "sql-records", tags });

export const cases: Cases = {
    "azure-data-stores-customer-managed-key": {
        compliant: {
            "files and records": [
                account({ tags, encryption: { keySource: "Microsoft.Keyvault", keyVaultProperties: { keyName: "k", keyVaultUri: UNKNOWN } } }),
                cosmos({ tags, keyVaultKeyUri: UNKNOWN }),
                postgresql({ tags, dataEncryption: { type: "AzureKeyVault", primaryKeyURI: UNKNOWN } }),
                mysql({ tags, dataEncryption: { type: "AzureKeyVault", primaryKeyURI: UNKNOWN } }),
            ],
            "images, copies, disks and settings": [
                registry({ tags, encryption: { status: "enabled", keyVaultProperties: { keyIdentifier: UNKNOWN } } }),
                vault({ tags, properties: { encryption: { keyVaultProperties: { keyUri: UNKNOWN } } } }),
                disk({ tags, encryption: { diskEncryptionSetId: UNKNOWN, type: "EncryptionAtRestWithCustomerKey" } }),
                store({ tags, encryption: { keyVaultProperties: { keyIdentifier: UNKNOWN } } }),
            ],
            services: [
                ai({ tags, properties: { encryption: { keySource: "Microsoft.KeyVault", keyVaultProperties: { keyName: "k" } } } }),
                learning({ tags, encryption: { status: "Enabled", keyVaultProperties: { keyVaultArmId: UNKNOWN, keyIdentifier: UNKNOWN } } }),
                fhir({ tags, encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: UNKNOWN } } }),
            ],
            "a block of which nothing is known but its key": (() => {
                const own = key({ keyName: "records", vaultName: "kv" });
                return [own, account({ tags, encryption: UNKNOWN }, { encryption: own })];
            })(),
            "a server's own key": server({ tags, keyId: UNKNOWN }),
            "a protector beside the server": [
                records,
                protector({ resourceGroupName, serverName: "sql-records", serverKeyType: "AzureKeyVault", serverKeyName: UNKNOWN }),
            ],
        },
        violating: {
            "left out": [account({ tags }), "encryption.keySource"],
            "the default said outright": [account({ tags, encryption: { keySource: "Microsoft.Storage" } }), "encryption.keySource"],
            "a server without a protector": [records, "keyId"],
            "a protector that takes the key back": [
                [
                    server({ resourceGroupName, serverName: "sql-records", tags, keyId: UNKNOWN }),
                    protector({ resourceGroupName, serverName: "sql-records", serverKeyType: "ServiceManaged" }),
                ],
                "keyId",
            ],
            "the protector of another server": [
                [records, protector({ resourceGroupName, serverName: "sql-other", serverKeyType: "AzureKeyVault" })],
                "keyId",
            ],
            "another word for what is sensitive": {
                resources: [cosmos({ tags: { "data-classification": "official-sensitive" } })],
                settings: { classifications: ["official-sensitive"] },
                property: "keyVaultKeyUri",
            },
        },
        undetermined: {
            "known only after the update": [account({ tags, encryption: { keySource: UNKNOWN } }), "encryption.keySource"],
            "a block of which nothing is known": [account({ tags, encryption: UNKNOWN }), "encryption.keySource"],
            "a tag known only after the update": [disk({ tags: { "data-classification": UNKNOWN } }), "encryption.diskEncryptionSetId"],
            "perhaps the protector of this server": [[records, protector({ serverName: UNKNOWN, serverKeyType: "AzureKeyVault" })], "keyId"],
        },
        notApplicable: {
            "no tag": account({}),
            "data for everyone": account({ tags: { "data-classification": "public" } }),
        },
    },
};
