import { asNumber } from "../../src/policy/check";
import { mustByType } from "../../src/policy/factories";
import { fact, on } from "../../src/policy/facts";
import type { Value } from "../../src/policy/resource";
import { type Answer, and, every, is } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";

/** Is the list given, and does every element pass? A list that is left out allows everything. */
function all(value: Value | undefined, test: (element: Value) => Answer): Answer {
    const elements = list(value);
    return and(
        is(elements, known => known.length > 0),
        every(elements, test),
    );
}

function tunnelFacts<const T extends "tunnel1" | "tunnel2">(tunnel: T, minDhGroup: number) {
    const sha2 = (value: Value | undefined): Answer => all(value, a => is(a, known => /^SHA2/i.test(text(known))));
    const large = (value: Value | undefined): Answer => all(value, g => is(asNumber(g), known => known !== undefined && known >= minDhGroup));
    const integrity = "The tunnel accepts SHA1.";
    const group = "The tunnel accepts key exchanges that are too weak.";
    return [
        fact(`${tunnel}IkeVersions`, "The tunnel accepts IKEv1.", value => all(value, v => is(v, known => text(known) === "ikev2"))),
        fact(`${tunnel}Phase1IntegrityAlgorithms`, integrity, sha2),
        fact(`${tunnel}Phase2IntegrityAlgorithms`, integrity, sha2),
        fact(`${tunnel}Phase1DhGroupNumbers`, group, large),
        fact(`${tunnel}Phase2DhGroupNumbers`, group, large),
    ] as const;
}

export const vpnTunnelsStrongCrypto = mustByType({
    name: "aws-vpn-tunnels-strong-crypto",
    title: "VPN tunnels use IKEv2, SHA-2 and strong key exchanges only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A tunnel that leaves its lists out agrees to SHA1 and to key exchanges that can be broken, where the other side asks for it.",
    fix: "Set IkeVersions to ['ikev2'] on both tunnels, and list only SHA2 integrity algorithms and DH groups from minDhGroup on in both phases.",
    references: ["aws-config:vpc-vpn-2-tunnels-up", "fsbp:EC2.20"],
    settings: {
        minDhGroup: { type: "integer", minimum: 14, default: 14, description: "Lowest Diffie-Hellman group that is accepted." },
        requireMacsec: { type: "boolean", default: false, description: "Ask for MACsec on Direct Connect links, which else carry a VPN." },
    },
    unless: c => (c.type === "aws:directconnect/connection:Connection" && !c.settings.requireMacsec ? "MACsec is not asked for" : undefined),
    facts: ({ minDhGroup }) => ({
        "aws:ec2/vpnConnection:VpnConnection": [...tunnelFacts("tunnel1", minDhGroup), ...tunnelFacts("tunnel2", minDhGroup)],
        "aws:directconnect/connection:Connection": [on("requestMacsec", false, "The link is not encrypted.")],
    }),
});
