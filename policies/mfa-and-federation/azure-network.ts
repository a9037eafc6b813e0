import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { every, is, and } from "../../src/policy/unknown";
import { list } from "../../src/policy/values";

const GATEWAY = "azure-native:network:VirtualNetworkGateway";
const CONFIGURATION = "azure-native:network:VpnServerConfiguration";

export const pointToSiteEntraOnly = resourcePolicy({
    name: "azure-vpn-point-to-site-entra-only",
    title: "People reach the VPN by Entra alone",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [GATEWAY, CONFIGURATION],
    why: "Remote access without a second factor is how ransomware most often comes in; a certificate that leaks opens the network alone.",
    fix: "Set vpnAuthenticationTypes to ['AAD'] and nothing else.",
    references: ["azure-policy:21a6bc25-125e-4d13-b82d-2e19b7208ab7", "mcsb:IM-1", "ms-caf-3.2"],
    settings: {
        acceptRadius: {
            type: "boolean",
            default: false,
            description: "Let a RADIUS server pass, graded lower: that it asks for MFA is for a person to attest.",
        },
    },
    check({ type, get, has, settings, require, partial, notApplicable }) {
        if (type === GATEWAY && !has("vpnClientConfiguration")) {
            notApplicable("no VPN for people");
            return;
        }
        const path = type === GATEWAY ? "vpnClientConfiguration.vpnAuthenticationTypes" : "properties.vpnAuthenticationTypes";
        const types = list(get(path));
        const only = (...names: string[]) =>
            and(
                is(types, known => known.length > 0),
                every(types, name => isOneOf(name, names)),
            );
        const accepted = settings.acceptRadius ? only("AAD", "Radius") : only("AAD");
        require(accepted, path, "People reach the VPN by something else than Entra, or by nothing that is declared.");
        if (accepted === true && only("AAD") !== true) partial("that the RADIUS server asks for MFA is for a person to attest");
    },
});
