import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:keyvault:Vault");
const hsm = of("azure-native:keyvault:ManagedHsm");
const store = of("azure-native:appconfiguration:ConfigurationStore");

const resourceGroupName = "rg-records";
const tenantId = "00000000-0000-0000-0000-000000000000";
type Properties = Exclude<CaseProps<"azure-native:keyvault:Vault">["properties"], symbol | undefined>;
const withProperties = (properties: Properties) =>
    vault({ resourceGroupName, properties: { tenantId, sku: { family: "A", name: "standard" }, ...properties } });

const PURGE = "properties.enablePurgeProtection";

export const cases: Cases = {
    "azure-keyvault-purge-protection": {
        compliant: {
            "a vault with it": withProperties({ enablePurgeProtection: true }),
            "a managed HSM, which has it unless told otherwise": hsm({ resourceGroupName, properties: { tenantId } }),
            "a standard store with it": store({ resourceGroupName, sku: { name: "Standard" }, enablePurgeProtection: true }),
        },
        violating: {
            "a vault without it": [withProperties({}), PURGE],
            "a vault that says no": [withProperties({ enablePurgeProtection: false }), PURGE],
            "a managed HSM that says no": [hsm({ properties: { enablePurgeProtection: false } }), PURGE],
            "a store without it": [store({ sku: { name: "Standard" } }), "enablePurgeProtection"],
        },
        undetermined: {
            "known only after the update": [withProperties({ enablePurgeProtection: UNKNOWN }), PURGE],
            "a store of a tier not known yet": [store({ sku: { name: UNKNOWN } }), "enablePurgeProtection"],
        },
        notApplicable: {
            "a free store, which cannot have it": store({ sku: { name: "free" } }),
            "a developer's store": store({ sku: { name: "Developer" } }),
            "a stack that is thrown away": { resources: [withProperties({})], estate: { ephemeral: true } },
        },
    },
};
