import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const some = [{ name: "gateway", ipAddress: "10.0.0.0/24", action: "Allow", priority: 100 }];

export const cases: Cases = {
    "azure-app-service-https-only": {
        compliant: { on: [app({ httpsOnly: true }), slot({ httpsOnly: true })] },
        violating: {
            "left out": [app({}), "httpsOnly"],
            "off on a slot": [slot({ httpsOnly: false }), "httpsOnly"],
        },
        undetermined: { "known only after the update": [app({ httpsOnly: UNKNOWN }), "httpsOnly"] },
    },
    "azure-app-service-min-tls-1-2": {
        compliant: {
            "left out": app({}),
            "TLS 1.2 and 1.3": app({ siteConfig: { minTlsVersion: "1.3", scmMinTlsVersion: "1.2" } }),
        },
        violating: {
            "TLS 1.0": [app({ siteConfig: { minTlsVersion: "1.0" } }), "siteConfig.minTlsVersion"],
            "TLS 1.1 on a slot's deployment site": [slot({ siteConfig: { scmMinTlsVersion: "1.1" } }), "siteConfig.scmMinTlsVersion"],
        },
        undetermined: { "known only after the update": [app({ siteConfig: UNKNOWN }), "siteConfig.minTlsVersion"] },
    },
    "azure-app-service-inbound-restricted": {
        compliant: {
            "no public access": app({ publicNetworkAccess: "Disabled" }),
            "rules for both sites": app({
                siteConfig: { ipSecurityRestrictionsDefaultAction: "Deny", ipSecurityRestrictions: some, scmIpSecurityRestrictionsUseMain: true },
            }),
            "a deployment site that is closed": slot({
                siteConfig: {
                    ipSecurityRestrictionsDefaultAction: "Deny",
                    ipSecurityRestrictions: some,
                    scmIpSecurityRestrictionsDefaultAction: "Deny",
                },
            }),
        },
        violating: {
            "left out": [app({}), "siteConfig.ipSecurityRestrictionsDefaultAction"],
            "no rules": [
                app({ siteConfig: { ipSecurityRestrictionsDefaultAction: "Deny", scmIpSecurityRestrictionsUseMain: true } }),
                "siteConfig.ipSecurityRestrictionsDefaultAction",
            ],
            "an open deployment site": [
                app({ siteConfig: { ipSecurityRestrictionsDefaultAction: "Deny", ipSecurityRestrictions: some } }),
                "siteConfig.scmIpSecurityRestrictionsDefaultAction",
            ],
        },
        undetermined: {
            "known only after the update": [app({ publicNetworkAccess: UNKNOWN }), "siteConfig.ipSecurityRestrictionsDefaultAction"],
        },
    },
};
