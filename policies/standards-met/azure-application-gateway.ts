import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { exempt, must } from "../../src/policy/factories";
import { fact, oneOf, together } from "../../src/policy/facts";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, not, or, some } from "../../src/policy/unknown";
import { isSet, read, readAll, text, truth } from "../../src/policy/values";

const GATEWAY = "azure-native:network:ApplicationGateway";

export const gatewayTlsPolicy = must({
    name: "azure-application-gateway-tls-policy",
    title: "Application gateways take TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [GATEWAY],
    why: "The older predefined policies list TLS 1.0 and 1.1 and weak ciphers, and the NCSC advises against them all.",
    fix: "Set sslPolicy to the predefined 'AppGwSslPolicy20220101S', or leave it and every profile's sslPolicy out.",
    references: ["checkov:CKV_AZURE_218"],
    settings: {
        allowedPolicies: {
            type: "array",
            items: { type: "string" },
            default: ["AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"],
            description: "Predefined policies whose floor is TLS 1.2.",
        },
    },
    unless: c => exempt(not(hasTls(c.resource.props)), "a gateway without a listener that speaks TLS"),
    facts: ({ allowedPolicies }) => [
        fact("sslPolicy", "The gateway's TLS policy is not one that starts at TLS 1.2.", policy => isModern(policy, allowedPolicies)),
        fact("sslProfiles[].sslPolicy", "The profile's TLS policy is not one that starts at TLS 1.2.", policy => isModern(policy, allowedPolicies)),
    ],
});

function hasTls(props: Props): Answer {
    const speaking = (path: string, protocol: string): Answer => some(readAll(props, path), at => isOneOf(read(at.value, "protocol"), [protocol]));
    return or(speaking("httpListeners[]", "Https"), speaking("listeners[]", "Tls"));
}

/** A policy that is left out, or says nothing, is the service's default, whose floor is TLS 1.2. */
function isModern(policy: Value | undefined, allowed: readonly string[]): Answer {
    const [name, floor, kind, disabled] = ["policyName", "minProtocolVersion", "policyType", "disabledSslProtocols"].map(path =>
        read(policy ?? null, path),
    );
    if (floor !== undefined) return isOneOf(floor, ["TLSv1_2", "TLSv1_3"]);
    if (name !== undefined) return isOneOf(name, allowed);
    if (disabled === undefined) return is(kind, word => word === undefined);
    return every(["TLSv1_0", "TLSv1_1"], old => some(readAll(disabled, "[]"), at => isOneOf(at.value, [old])));
}

export const gatewayHttpsListeners = resourcePolicy({
    name: "azure-application-gateway-https-listeners",
    title: "Application gateways answer HTTPS, and HTTP only to send clients there",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [GATEWAY],
    why: "What goes over plain HTTP can be read and changed on its way.",
    fix: "Set the listener's protocol to 'Https', or give its routing rule a redirectConfiguration to an HTTPS listener.",
    references: ["checkov:CKV_AZURE_217"],
    settings: { allowHttpBackends: { type: "boolean", default: true, description: "Let gateways speak plain HTTP with their backends." } },
    check({ resource, settings, all, requireAt }) {
        for (const { path, value: listener } of all("httpListeners[]")) {
            const protocol = read(listener, "protocol");
            if (protocol !== undefined)
                requireAt(
                    or(isOneOf(protocol, ["Https"]), isRedirected(resource.props, read(listener, "name"))),
                    listener === UNKNOWN ? path : `${path}.protocol`,
                    "The listener answers plain HTTP and its rule does not send clients to HTTPS.",
                );
        }
        if (settings.allowHttpBackends) return;
        for (const { path, value } of all("backendHttpSettingsCollection[].protocol"))
            requireAt(isOneOf(value, ["Https"]), path, "The gateway speaks plain HTTP with its backends.");
    },
});

/** Does every rule of the listener send clients elsewhere, and not to a plain address? */
function isRedirected(props: Props, name: Value | undefined): Answer {
    const rules = readAll(props, "requestRoutingRules[]").map(({ value: rule }): { readonly own: Answer; readonly away: Answer } => ({
        own: refersTo(read(rule, "httpListener.id"), name),
        away: and(isSet(rule, "redirectConfiguration.id"), not(isPlain(props, read(rule, "redirectConfiguration.id")))),
    }));
    return and(
        some(rules, ({ own, away }) => and(own, away)),
        every(rules, ({ own, away }) => or(not(own), away)),
    );
}

/** Does a redirect lead to a plain address? */
function isPlain(props: Props, id: Value | undefined): Answer {
    return some(readAll(props, "redirectConfigurations[]"), ({ value: redirect }) =>
        and(
            refersTo(id, read(redirect, "name")),
            or(
                is(read(redirect, "targetUrl"), url => /^http:/i.test(text(url ?? ""))),
                some(readAll(props, "httpListeners[]"), ({ value: listener }) =>
                    and(refersTo(read(redirect, "targetListener.id"), read(listener, "name")), isOneOf(read(listener, "protocol"), ["Http"])),
                ),
            ),
        ),
    );
}

/** Parts of a gateway name each other by ids that end in the name. */
function refersTo(id: Value | undefined, name: Value | undefined): Answer {
    if (id === undefined || name === undefined) return false;
    return is(id, known => is(name, word => text(known).toLowerCase().split("/").at(-1) === text(word).toLowerCase()));
}

export const gatewayWaf = must({
    name: "azure-application-gateway-waf",
    title: "Public application gateways filter attacks on the web",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [GATEWAY],
    why: "Without a web application firewall, every attack on the web reaches the application itself.",
    fix: "Set sku.name and sku.tier to 'WAF_v2' and firewallPolicy to a WebApplicationFirewallPolicy.",
    references: [
        "azure-policy:564feb30-bf6a-4854-b4bb-0d2d2d1e6c66",
        "azure-policy:ff1f1879-a60d-4f23-9641-41e7391ec19a",
        "checkov:CKV_AZURE_120",
        "mcsb:NS-6",
    ],
    unless: c =>
        exempt(
            not(some(c.all("frontendIPConfigurations[]"), at => (at.value === UNKNOWN ? UNKNOWN : isSet(at.value, "publicIPAddress")))),
            "a gateway without a public address",
        ),
    facts: [
        together("sku.tier", "The gateway's tier has no web application firewall.", props =>
            isOneOf(read(props, "sku.tier") ?? read(props, "sku.name"), ["WAF_v2"]),
        ),
        together("firewallPolicy", "The gateway has no firewall policy, and no firewall of its own is on.", props =>
            or(isSet(props, "firewallPolicy.id"), truth(read(props, "webApplicationFirewallConfiguration.enabled")) ?? false),
        ),
    ],
});

export const wafPreventionMode = must({
    name: "azure-waf-policy-prevention-mode",
    title: "Web application firewalls block what they find",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:network:WebApplicationFirewallPolicy", "azure-native:frontdoor:Policy"],
    why: "In detection mode the firewall writes the attack down and lets it through.",
    fix: "Set policySettings.mode to 'Prevention', and leave the policy's state and requestBodyCheck on.",
    remedies: [{ path: "policySettings.mode", value: "Prevention" }],
    references: [
        "azure-policy:12430be1-6cc8-4527-a9a8-e3d38f250096",
        "azure-policy:425bea59-a659-4cbb-8d31-34499bd030b8",
        "azure-policy:ca85ef9a-741d-461d-8b7a-18c2da82c666",
        "azure-policy:4598f028-de1f-4694-8751-84dceb5f86b9",
        "checkov:CKV_AZURE_122",
        "checkov:CKV_AZURE_123",
    ],
    facts: [
        oneOf("policySettings.mode", ["Prevention"], undefined, "The firewall does not block what it finds."),
        oneOf("policySettings.state", ["Enabled"], "Enabled", "The firewall is switched off."),
        oneOf("policySettings.enabledState", ["Enabled"], "Enabled", "The firewall is switched off."),
        oneOf("policySettings.requestBodyCheck", ["true", "Enabled"], "Enabled", "The firewall does not look into the bodies of requests."),
    ],
});
