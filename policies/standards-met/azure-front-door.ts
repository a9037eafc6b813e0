import { isOneOf } from "../../src/policy/check";
import { must, mustByType, mustHave, exempt } from "../../src/policy/factories";
import { noneOf, on, oneOf, together } from "../../src/policy/facts";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, and, every, is, not, or, some } from "../../src/policy/unknown";
import { isSet, list, read, readAll, truth } from "../../src/policy/values";

export const frontDoorHttpsEnforced = mustByType({
    name: "azure-frontdoor-https-enforced",
    title: "Front Door and CDN speak HTTPS, to clients and to origins",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "What goes over plain HTTP can be read and changed on its way, and an origin whose certificate is not checked may be anybody.",
    fix: "Set httpsRedirect to 'Enabled' on routes and isHttpAllowed to false on endpoints, and leave enforceCertificateNameCheck on.",
    remedies: [{ path: "httpsRedirect", value: "Enabled" }],
    references: ["checkov:CKV_AZURE_197", "checkov:CKV_AZURE_198"],
    facts: {
        "azure-native:cdn:Route": [
            together("httpsRedirect", "The route answers plain HTTP and does not send clients to HTTPS.", props =>
                or(isOneOf(read(props, "httpsRedirect"), ["Enabled"], "Disabled"), httpsOnly(read(props, "supportedProtocols"))),
            ),
            noneOf("forwardingProtocol", ["HttpOnly"], "MatchRequest", "The route speaks plain HTTP with its origins."),
        ],
        "azure-native:cdn:Endpoint": [
            together("isHttpAllowed", "The endpoint answers plain HTTP and does not send clients to HTTPS.", props =>
                or(not(truth(read(props, "isHttpAllowed")) ?? true), redirects(props)),
            ),
        ],
        "azure-native:cdn:AFDOrigin": [on("enforceCertificateNameCheck", true, "The name in the origin's certificate is not checked.")],
    },
});

/** A route that lists no protocols takes both. */
function httpsOnly(protocols: Value | undefined): Answer {
    return is(list(protocols), found => found.length > 0 && every(found, one => isOneOf(one, ["Https"])));
}

/** Does a rule send clients to HTTPS, whatever else they ask for? */
function redirects(props: Props): Answer {
    return some(readAll(props, "deliveryPolicy.rules[]"), ({ value: rule }) =>
        is(rule, known =>
            and(
                every(readAll(known, "conditions[]"), at => isOneOf(read(at.value, "name"), ["RequestScheme"])),
                some(readAll(known, "actions[]"), at =>
                    and(isOneOf(read(at.value, "name"), ["UrlRedirect"]), isOneOf(read(at.value, "parameters.destinationProtocol"), ["Https"])),
                ),
            ),
        ),
    );
}

export const frontDoorMinTls = must({
    name: "azure-frontdoor-min-tls-1-2",
    title: "Front Door's own domains take TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:cdn:AFDCustomDomain"],
    why: "TLS 1.0 and 1.1 have known weaknesses, and the NCSC advises against both.",
    fix: "Set tlsSettings.minimumTlsVersion to 'TLS12', with a cipherSuiteSetType of 2022 or later.",
    remedies: [{ path: "tlsSettings.minimumTlsVersion", value: "TLS12" }],
    references: ["azure-policy:679da822-78a7-4eff-8fff-a899454a9970", "checkov:CKV_AZURE_200"],
    facts: [
        oneOf("tlsSettings.minimumTlsVersion", ["TLS12", "TLS13"], "TLS12", "The domain takes a version of TLS before 1.2."),
        noneOf("tlsSettings.cipherSuiteSetType", ["TLS10_2019"], undefined, "The domain's cipher suites are those of TLS 1.0."),
    ],
});

export const frontDoorWaf = mustHave({
    name: "azure-frontdoor-waf-attached",
    title: "Front Door stands behind a web application firewall",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["azure-native:cdn:Profile"],
    with: ["azure-native:cdn:SecurityPolicy"],
    by: "profileName",
    why: "Without a web application firewall, every attack on the web reaches the application itself.",
    fix: "Give the profile a SecurityPolicy whose parameters name a wafPolicy and associations with its domains.",
    references: ["azure-policy:055aa869-bc98-4af8-bafc-23f1ab6ffe2c", "checkov:CKV_AZURE_121", "mcsb:NS-6", "ms-caf-3.2"],
    unless: c => exempt(not(c.oneOf("sku.name", ["Standard_AzureFrontDoor", "Premium_AzureFrontDoor"])), "a profile that is not of Front Door"),
    test: ({ props }) =>
        and(
            isSet(props, "parameters.wafPolicy.id"),
            is(list(read(props, "parameters.associations")), found => found.length > 0),
        ),
    message: "No security policy ties a web application firewall to the profile's domains.",
});
