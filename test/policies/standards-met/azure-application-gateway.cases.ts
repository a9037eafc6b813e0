import { type Cases, UNKNOWN, of } from "../support/cases";

const gateway = of("azure-native:network:ApplicationGateway");
const firewall = of("azure-native:network:WebApplicationFirewallPolicy");
const frontDoorFirewall = of("azure-native:frontdoor:Policy");

const https = { name: "https", protocol: "Https" };
const http = { name: "http", protocol: "Http" };
const id = (part: string, name: string): { readonly id: string } => ({ id: `/subscriptions/s/x/applicationGateways/agw/${part}/${name}` });
const moved = { name: "moved", httpListener: id("httpListeners", "HTTP"), redirectConfiguration: id("redirectConfigurations", "to-https") };
const served = { name: "served", httpListener: id("httpListeners", "http"), backendAddressPool: id("backendAddressPools", "app") };
const facing = [{ name: "public", publicIPAddress: { id: "/subscriptions/s/ip" } }];

export const cases: Cases = {
    "azure-application-gateway-tls-policy": {
        compliant: {
            "left out": gateway({ httpListeners: [https] }),
            "a modern policy": gateway({ httpListeners: [https], sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" } }),
            "a policy of its own": gateway({ httpListeners: [https], sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_2" } }),
            "old protocols switched off": gateway({ httpListeners: [https], sslPolicy: { disabledSslProtocols: ["TLSv1_0", "TLSv1_1"] } }),
        },
        violating: {
            "an old policy": [
                gateway({ httpListeners: [https], sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20150501" } }),
                "sslPolicy",
            ],
            "a policy of its own, from TLS 1.0": [
                gateway({ httpListeners: [https], sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_0" } }),
                "sslPolicy",
            ],
            "a policy of its own, without a floor": [gateway({ httpListeners: [https], sslPolicy: { policyType: "Custom" } }), "sslPolicy"],
            "one old protocol left on": [gateway({ httpListeners: [https], sslPolicy: { disabledSslProtocols: ["TLSv1_0"] } }), "sslPolicy"],
            "an old policy in a profile": [
                gateway({ listeners: [{ name: "tls", protocol: "Tls" }], sslProfiles: [{ sslPolicy: { policyName: "AppGwSslPolicy20170401" } }] }),
                "sslProfiles[0].sslPolicy",
            ],
        },
        undetermined: {
            "a policy known only after the update": [gateway({ httpListeners: [https], sslPolicy: UNKNOWN }), "sslPolicy"],
            "listeners known only after the update": [
                gateway({ httpListeners: UNKNOWN, sslPolicy: { policyName: "AppGwSslPolicy20150501" } }),
                "sslPolicy",
            ],
        },
        notApplicable: { "no listener speaks TLS": gateway({ httpListeners: [http], sslPolicy: { policyName: "AppGwSslPolicy20150501" } }) },
    },
    "azure-application-gateway-https-listeners": {
        compliant: {
            HTTPS: gateway({ httpListeners: [https] }),
            "HTTP that sends clients to HTTPS": gateway({ httpListeners: [https, http], requestRoutingRules: [moved] }),
            "plain backends": gateway({ httpListeners: [https], backendHttpSettingsCollection: [{ name: "app", protocol: "Http" }] }),
        },
        violating: {
            HTTP: [gateway({ httpListeners: [http] }), "httpListeners[0].protocol"],
            "HTTP that is served": [gateway({ httpListeners: [http], requestRoutingRules: [served] }), "httpListeners[0].protocol"],
            "a redirect of another listener": [
                gateway({ httpListeners: [http], requestRoutingRules: [{ ...moved, httpListener: id("httpListeners", "other") }] }),
                "httpListeners[0].protocol",
            ],
            "a redirect to a plain address": [
                gateway({
                    httpListeners: [http],
                    requestRoutingRules: [moved],
                    redirectConfigurations: [{ name: "to-https", targetUrl: "http://www.example" }],
                }),
                "httpListeners[0].protocol",
            ],
            "plain backends where they are not allowed": {
                resources: [gateway({ httpListeners: [https], backendHttpSettingsCollection: [{ name: "app", protocol: "Http" }] })],
                settings: { allowHttpBackends: false },
                property: "backendHttpSettingsCollection[0].protocol",
            },
        },
        undetermined: {
            "listeners known only after the update": [gateway({ httpListeners: UNKNOWN }), "httpListeners"],
            "a redirect of some listener": [
                gateway({ httpListeners: [http], requestRoutingRules: [{ ...moved, httpListener: { id: UNKNOWN } }] }),
                "httpListeners[0].protocol",
            ],
        },
    },
    "azure-application-gateway-waf": {
        compliant: {
            "with a policy": gateway({ frontendIPConfigurations: facing, sku: { name: "WAF_v2", tier: "WAF_v2" }, firewallPolicy: { id: UNKNOWN } }),
            "with a firewall of its own": gateway({
                frontendIPConfigurations: facing,
                sku: { tier: "WAF_v2" },
                webApplicationFirewallConfiguration: { enabled: true, firewallMode: "Prevention" },
            }),
        },
        violating: {
            "a tier without a firewall": [
                gateway({ frontendIPConfigurations: facing, sku: { tier: "Standard_v2" }, firewallPolicy: { id: UNKNOWN } }),
                "sku.tier",
            ],
            "no tier": [gateway({ frontendIPConfigurations: facing }), "sku.tier"],
            "no policy": [gateway({ frontendIPConfigurations: facing, sku: { tier: "WAF_v2" } }), "firewallPolicy"],
            "a firewall that is off": [
                gateway({ frontendIPConfigurations: facing, sku: { tier: "WAF_v2" }, webApplicationFirewallConfiguration: { enabled: false } }),
                "firewallPolicy",
            ],
        },
        undetermined: {
            "a tier known only after the update": [
                gateway({ frontendIPConfigurations: facing, sku: UNKNOWN, firewallPolicy: { id: "/x" } }),
                "sku.tier",
            ],
            "addresses known only after the update": [gateway({ frontendIPConfigurations: UNKNOWN }), "sku.tier"],
        },
        notApplicable: { "no public address": gateway({ frontendIPConfigurations: [{ name: "private", subnet: { id: "/s" } }] }) },
    },
    "azure-waf-policy-prevention-mode": {
        compliant: {
            prevents: [firewall({ policySettings: { mode: "Prevention" } }), frontDoorFirewall({ policySettings: { mode: "Prevention" } })],
            "prevents, and is on": [
                firewall({ policySettings: { mode: "Prevention", state: "Enabled", requestBodyCheck: true } }),
                frontDoorFirewall({ policySettings: { mode: "Prevention", enabledState: "Enabled", requestBodyCheck: "Enabled" } }),
            ],
        },
        violating: {
            "left out": [firewall({}), "policySettings.mode"],
            detects: [firewall({ policySettings: { mode: "Detection" } }), "policySettings.mode"],
            "switched off": [frontDoorFirewall({ policySettings: { mode: "Prevention", enabledState: "Disabled" } }), "policySettings.enabledState"],
            "off on a gateway": [firewall({ policySettings: { mode: "Prevention", state: "Disabled" } }), "policySettings.state"],
            "bodies are not looked into": [
                frontDoorFirewall({ policySettings: { mode: "Prevention", requestBodyCheck: "Disabled" } }),
                "policySettings.requestBodyCheck",
            ],
        },
        undetermined: { "known only after the update": [firewall({ policySettings: { mode: UNKNOWN } }), "policySettings.mode"] },
    },
};
