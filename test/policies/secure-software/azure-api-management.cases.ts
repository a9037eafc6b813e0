import { type Cases, UNKNOWN, of } from "../support/cases";

const namedValue = of("azure-native:apimanagement:NamedValue");
const api = of("azure-native:apimanagement:Api");
const product = of("azure-native:apimanagement:Product");
const productApi = of("azure-native:apimanagement:ProductApi");
const application = of("azuread:index/application:Application");
const registration = of("azuread:index/applicationRegistration:ApplicationRegistration");
const keyVault = { secretIdentifier: "https://records.vault.azure.net/secrets/backend" };

export const cases: Cases = {
    "azure-apim-named-values-in-key-vault": {
        compliant: {
            "in Key Vault": namedValue({ displayName: "backend-key", secret: true, keyVault }),
            "in Key Vault, by an address that is not known": namedValue({
                displayName: "backend-key",
                secret: true,
                keyVault: { secretIdentifier: UNKNOWN },
            }),
        },
        violating: {
            "a secret of the service's own": [
                namedValue({ displayName: "backend", secret: true, value: "correct-horse" }),
                "keyVault.secretIdentifier",
            ],
            "the same, not known": [namedValue({ displayName: "backend", secret: true, value: UNKNOWN }), "keyVault.secretIdentifier"],
            "both ways": [namedValue({ displayName: "backend", secret: true, keyVault, value: "correct-horse" }), "value"],
            "a secret by its name": [namedValue({ displayName: "backend-password", value: "correct-horse" }), "keyVault.secretIdentifier"],
            "a secret by its form": [namedValue({ displayName: "backend", value: "AccountKey=abc==" }), "keyVault.secretIdentifier"],
        },
        undetermined: {
            "a secret or not": [namedValue({ displayName: "backend", secret: UNKNOWN, value: "host" }), "keyVault.secretIdentifier"],
            "a value that is not known under a name of secrets": [
                namedValue({ displayName: "backend-password", value: UNKNOWN }),
                "keyVault.secretIdentifier",
            ],
        },
        notApplicable: {
            "no secret": namedValue({ displayName: "backend-host", value: "records.example" }),
            "no secret, said outright": namedValue({ displayName: "region", secret: false, value: UNKNOWN }),
            "an address under a name of secrets": namedValue({ displayName: "token", value: "https://login.example/token" }),
        },
    },
    "azure-product-security-contact-published": {
        compliant: {
            "an application for others": application({
                signInAudience: "AzureADMultipleOrgs",
                supportUrl: "https://records.example/support",
                privacyStatementUrl: UNKNOWN,
            }),
            "an API in a product": [
                product({ productId: "records", state: "published" }),
                api({ apiId: "fhir", contact: { email: "security@records.example" } }),
                productApi({ apiId: "fhir", productId: "records" }),
            ],
        },
        violating: {
            "an application for others": [
                application({ signInAudience: "AzureADMultipleOrgs", supportUrl: "https://records.example/support" }),
                "privacyStatementUrl",
            ],
            "one that is registered": [registration({ signInAudience: "AzureADandPersonalMicrosoftAccount" }), "supportUrl"],
            "an API in a product": [
                [product({ productId: "records", state: "published" }), api({ apiId: "fhir" }), productApi({ apiId: "fhir", productId: "records" })],
                "contact",
            ],
            "a contact of a name only": [
                [
                    product({ productId: "records", state: "published" }),
                    api({ apiId: "fhir", contact: { name: "The team" } }),
                    productApi({ apiId: "fhir", productId: "records" }),
                ],
                "contact",
            ],
        },
        undetermined: {
            "an audience that is not known": [application({ signInAudience: UNKNOWN }), "supportUrl"],
            "a product of another stack": [[api({ apiId: "fhir" }), productApi({ apiId: "fhir", productId: "records" })], "contact"],
        },
        notApplicable: {
            "for the own tenant, by default": application({ displayName: "records" }),
            "for the own tenant, said outright": application({ signInAudience: "AzureADMyOrg" }),
            "an API in no product": api({ apiId: "fhir" }),
            "a product that is not published": [
                product({ productId: "records" }),
                api({ apiId: "fhir" }),
                productApi({ apiId: "fhir", productId: "records" }),
            ],
        },
    },
};
