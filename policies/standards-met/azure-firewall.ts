import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Props } from "../../src/policy/resource";
import { type Answer, and, not, or } from "../../src/policy/unknown";
import { isFilled, read } from "../../src/policy/values";

const POLICY = "azure-native:network:FirewallPolicy";
const FIREWALL = "azure-native:network:AzureFirewall";

export const firewallThreatPrevention = stackPolicy({
    name: "azure-firewall-threat-prevention",
    title: "Firewalls stop traffic that is known to be hostile",
    commitment: "standards-met",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [POLICY, FIREWALL],
    why: "In alert mode the firewall writes down that something talks to an attacker's server, and lets it.",
    fix: "Set threatIntelMode to 'Deny', on Premium also intrusionDetection.mode, and give each firewall a firewallPolicy.",
    references: [
        "azure-policy:da79a7e2-8aa1-45ed-af81-ba050c153564",
        "azure-policy:7c591a93-c34c-464c-94ac-8f9f9a46e3d6",
        "checkov:CKV_AZURE_216",
        "checkov:CKV_AZURE_219",
        "checkov:CKV_AZURE_220",
    ],
    settings: {
        acceptAlert: { type: "boolean", default: false, description: "Let firewalls only alert, while rules are being tuned." },
    },
    checkResource(c) {
        const modes = c.settings.acceptAlert ? ["Deny", "Alert"] : ["Deny"];
        // The Basic tier can do no more than alert.
        const threats = (props: Props): Answer =>
            or(
                isOneOf(read(props, "threatIntelMode"), modes, "Alert"),
                and(isOneOf(read(props, "sku.tier"), ["Basic"]), isOneOf(read(props, "threatIntelMode"), ["Alert"], "Alert")),
            );
        if (c.type === FIREWALL) {
            c.require(
                or(isFilled(c.resource.props, "firewallPolicy.id"), threats(c.resource.props)),
                "threatIntelMode",
                "The firewall has no policy, and lets hostile traffic pass.",
            );
            return;
        }
        c.require(orInherits(c, threats), "threatIntelMode", "The firewall lets traffic with known attackers pass.");
        const intrusions = (props: Props): Answer => isOneOf(read(props, "intrusionDetection.mode"), modes, "Off");
        c.require(
            or(not(c.oneOf("sku.tier", ["Premium"])), orInherits(c, intrusions)),
            "intrusionDetection.mode",
            "The firewall lets attacks pass that it recognises.",
        );
    },
});

/** Does the policy, or the one that it is based on, have it so? The stricter of the two counts. */
function orInherits({ graph, resource }: Pick<StackCheck, "graph" | "resource">, test: (props: Props) => Answer): Answer {
    return or(
        test(resource.props),
        linkedSatisfies(graph.from(resource, "basePolicy.id", POLICY), base => test(base.props)),
    );
}
