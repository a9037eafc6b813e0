import { type Cases, UNKNOWN, of } from "../support/cases";

const route = of("azure-native:cdn:Route");
const endpoint = of("azure-native:cdn:Endpoint");
const origin = of("azure-native:cdn:AFDOrigin");
const domain = of("azure-native:cdn:AFDCustomDomain");
const profile = of("azure-native:cdn:Profile");
const security = of("azure-native:cdn:SecurityPolicy");

const redirect = {
    name: "UrlRedirect",
    parameters: { typeName: "DeliveryRuleUrlRedirectActionParameters", redirectType: "Found", destinationProtocol: "Https" },
} as const;
const overHttp = {
    name: "RequestScheme",
    parameters: { typeName: "DeliveryRuleRequestSchemeConditionParameters", operator: "Equal", matchValues: ["HTTP"] },
} as const;
const somewhere = {
    name: "UrlPath",
    parameters: { typeName: "DeliveryRuleUrlPathMatchConditionParameters", operator: "BeginsWith", matchValues: ["/a"] },
} as const;

const frontDoor = profile({ profileName: "fd", sku: { name: "Premium_AzureFrontDoor" } });
const waf = { type: "WebApplicationFirewall", wafPolicy: { id: UNKNOWN }, associations: [{ patternsToMatch: ["/*"] }] } as const;

export const cases: Cases = {
    "azure-frontdoor-https-enforced": {
        compliant: {
            "sends clients to HTTPS": route({ httpsRedirect: "Enabled", supportedProtocols: ["Http", "Https"], forwardingProtocol: "HttpsOnly" }),
            "HTTPS only": route({ supportedProtocols: ["Https"] }),
            "an endpoint without HTTP": endpoint({ isHttpAllowed: false }),
            "an endpoint that sends everyone to HTTPS": endpoint({
                deliveryPolicy: { rules: [{ order: 1, conditions: [overHttp], actions: [redirect] }] },
            }),
            "names in certificates are checked by default": origin({}),
            "names in certificates are checked": origin({ enforceCertificateNameCheck: true }),
        },
        violating: {
            "protocols and redirect left out": [route({}), "httpsRedirect"],
            "no redirect, said outright": [route({ supportedProtocols: ["Http", "Https"], httpsRedirect: "Disabled" }), "httpsRedirect"],
            "plain HTTP to origins": [route({ httpsRedirect: "Enabled", forwardingProtocol: "HttpOnly" }), "forwardingProtocol"],
            "an endpoint as it is by default": [endpoint({}), "isHttpAllowed"],
            "an endpoint that sends some to HTTPS": [
                endpoint({ isHttpAllowed: true, deliveryPolicy: { rules: [{ order: 1, conditions: [somewhere], actions: [redirect] }] } }),
                "isHttpAllowed",
            ],
            "certificates of any name": [origin({ enforceCertificateNameCheck: false }), "enforceCertificateNameCheck"],
        },
        undetermined: {
            "a redirect known only after the update": [route({ httpsRedirect: UNKNOWN }), "httpsRedirect"],
            "rules known only after the update": [endpoint({ deliveryPolicy: UNKNOWN }), "isHttpAllowed"],
        },
    },
    "azure-frontdoor-min-tls-1-2": {
        compliant: {
            "TLS 1.2 by default": domain({ hostName: "a.example" }),
            "TLS 1.2, said outright": domain({ tlsSettings: { certificateType: "ManagedCertificate", minimumTlsVersion: "TLS12" } }),
            "suites of its own": domain({ tlsSettings: { minimumTlsVersion: "TLS12", cipherSuiteSetType: "TLS12_2023" } }),
        },
        violating: {
            "TLS 1.0": [domain({ tlsSettings: { minimumTlsVersion: "TLS10" } }), "tlsSettings.minimumTlsVersion"],
            "suites of TLS 1.0": [domain({ tlsSettings: { cipherSuiteSetType: "TLS10_2019" } }), "tlsSettings.cipherSuiteSetType"],
        },
        undetermined: { "known only after the update": [domain({ tlsSettings: UNKNOWN }), "tlsSettings.minimumTlsVersion"] },
    },
    "azure-frontdoor-waf-attached": {
        compliant: {
            "by name": [frontDoor, security({ profileName: "fd", parameters: waf })],
            "by dependency": [frontDoor, security({ profileName: UNKNOWN, parameters: waf }, { profileName: frontDoor })],
        },
        violating: {
            "no security policy": [frontDoor, ""],
            "one of another profile": [[frontDoor, security({ profileName: "other", parameters: waf })], ""],
            "one without a firewall": [[frontDoor, security({ profileName: "fd", parameters: { ...waf, wafPolicy: {} } })], ""],
            "one of no domain": [[frontDoor, security({ profileName: "fd", parameters: { ...waf, associations: [] } })], ""],
        },
        undetermined: {
            "one of some profile": [[frontDoor, security({ profileName: UNKNOWN, parameters: waf })], ""],
            "a kind known only after the update": [profile({ profileName: "x", sku: { name: UNKNOWN } }), ""],
        },
        notApplicable: { "a classic CDN": profile({ profileName: "cdn", sku: { name: "Standard_Microsoft" } }) },
    },
};
