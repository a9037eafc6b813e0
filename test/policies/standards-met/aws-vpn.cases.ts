import { type Cases, UNKNOWN, of } from "../support/cases";

const vpn = of("aws:ec2/vpnConnection:VpnConnection");
const link = of("aws:directconnect/connection:Connection");

const strong = {
    tunnel1IkeVersions: ["ikev2"],
    tunnel2IkeVersions: ["ikev2"],
    tunnel1Phase1IntegrityAlgorithms: ["SHA2-256"],
    tunnel1Phase2IntegrityAlgorithms: ["SHA2-256"],
    tunnel2Phase1IntegrityAlgorithms: ["SHA2-256", "SHA2-512"],
    tunnel2Phase2IntegrityAlgorithms: ["SHA2-256"],
    tunnel1Phase1DhGroupNumbers: [19, 20],
    tunnel1Phase2DhGroupNumbers: [19],
    tunnel2Phase1DhGroupNumbers: [14],
    tunnel2Phase2DhGroupNumbers: [19],
};
const withMacsec = { settings: { requireMacsec: true } };

export const cases: Cases = {
    "aws-vpn-tunnels-strong-crypto": {
        compliant: { "both tunnels": vpn(strong), "MACsec, where it is asked": { resources: [link({ requestMacsec: true })], ...withMacsec } },
        violating: {
            "lists left out": [vpn({ type: "ipsec.1" }), "tunnel1IkeVersions"],
            "IKEv1 too": [vpn({ ...strong, tunnel2IkeVersions: ["ikev1", "ikev2"] }), "tunnel2IkeVersions"],
            SHA1: [vpn({ ...strong, tunnel1Phase2IntegrityAlgorithms: ["SHA1", "SHA2-256"] }), "tunnel1Phase2IntegrityAlgorithms"],
            "a weak group": [vpn({ ...strong, tunnel2Phase1DhGroupNumbers: [2, 14] }), "tunnel2Phase1DhGroupNumbers"],
            "an empty list": [vpn({ ...strong, tunnel1Phase1DhGroupNumbers: [] }), "tunnel1Phase1DhGroupNumbers"],
            "no MACsec, where it is asked": { resources: [link({ bandwidth: "10Gbps" })], property: "requestMacsec", ...withMacsec },
        },
        undetermined: { "a list that is not known": [vpn({ ...strong, tunnel1IkeVersions: UNKNOWN }), "tunnel1IkeVersions"] },
        notApplicable: { "a link, which carries a VPN": link({ bandwidth: "10Gbps" }) },
    },
};
