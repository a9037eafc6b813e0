import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { isOneOf } from "../../src/policy/check";
import { type Answer, and, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, read } from "../../src/policy/values";
import { isPlainCredential } from "../shared/azure-credentials";

export const apimNamedValuesInKeyVault = resourcePolicy({
    name: "azure-apim-named-values-in-key-vault",
    title: "Secrets of API Management stand in Key Vault",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:apimanagement:NamedValue"],
    why: "A named value of the service's own is shown to every administrator of it, and nobody renews it.",
    fix: "Set keyVault.secretIdentifier to the secret's address in Key Vault, and leave value out.",
    references: ["azure-policy:f1cc7827-022c-473e-836e-5a51cae0b249", "mcsb:DP-6", "mcsb:IM-8"],
    check({ resource: { props }, on, get, require, notApplicable }) {
        const value = get("value");
        const secret = or(on("secret", false), isPlainCredential(get("displayName"), value));
        if (secret === false) {
            notApplicable("holds no secret");
            return;
        }
        const named = isFilled(props, "keyVault.secretIdentifier");
        const kept = and(
            named,
            is(value, v => v === undefined),
        );
        require(or(not(secret), kept), named === true
            ? "value"
            : "keyVault.secretIdentifier", "A secret is kept in the service, and not in Key Vault.");
    },
});

const API = "azure-native:apimanagement:Api";
const PRODUCT = "azure-native:apimanagement:Product";
const PRODUCT_API = "azure-native:apimanagement:ProductApi";
const PRODUCT_API_LINK = "azure-native:apimanagement:ProductApiLink";

export const productSecurityContact = stackPolicy({
    name: "azure-product-security-contact-published",
    title: "Products say whom to tell of a weakness in them",
    commitment: "secure-software",
    topic: "security-contacts",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azuread:index/application:Application", "azuread:index/applicationRegistration:ApplicationRegistration", API],
    reads: [PRODUCT, PRODUCT_API, PRODUCT_API_LINK],
    why: "Who finds a weakness and knows nobody to tell tells everybody, or nobody.",
    fix: "Set supportUrl and privacyStatementUrl of the application, or contact with an email or a url of the API.",
    references: [],
    checkResource(c) {
        if (c.type !== API) {
            const ours = c.oneOf("signInAudience", ["AzureADMyOrg"], "AzureADMyOrg");
            if (ours === true) {
                c.notApplicable("only people of the own tenant sign in");
                return;
            }
            for (const property of ["supportUrl", "privacyStatementUrl"] as const)
                c.require(
                    or(ours, isFilled(c.resource.props, property)),
                    property,
                    "An application for other organisations does not say where to turn.",
                );
            return;
        }
        const links = c.graph.into(c.resource, [PRODUCT_API, PRODUCT_API_LINK], "apiId");
        const published = linkedSatisfies(links, link =>
            linkedSatisfies(c.graph.from(link, "productId", PRODUCT), product =>
                isOneOf(read(product.props, "state"), ["published"], "notPublished"),
            ),
        );
        if (published === false) {
            c.notApplicable("in no product that is published");
            return;
        }
        const named: Answer = some(["contact.email", "contact.url"], property => isFilled(c.resource.props, property));
        c.require(or(not(published), named), "contact", "A published API does not say where to turn.");
    },
});
