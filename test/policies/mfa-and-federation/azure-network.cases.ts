import { type Cases, UNKNOWN, of } from "../support/cases";

const gateway = of("azure-native:network:VirtualNetworkGateway");
const configuration = of("azure-native:network:VpnServerConfiguration");

const clients = (vpnAuthenticationTypes?: readonly string[] | typeof UNKNOWN) =>
    gateway({
        gatewayType: "Vpn",
        vpnClientConfiguration: { aadTenant: "https://login.microsoftonline.com/t", ...(vpnAuthenticationTypes ? { vpnAuthenticationTypes } : {}) },
    });
const server = (vpnAuthenticationTypes: readonly string[]) => configuration({ properties: { vpnAuthenticationTypes } });

const TYPES = "vpnClientConfiguration.vpnAuthenticationTypes";

export const cases: Cases = {
    "azure-vpn-point-to-site-entra-only": {
        compliant: {
            "Entra alone": clients(["AAD"]),
            "a server's configuration": server(["AAD"]),
            "RADIUS, where that is accepted": { resources: [clients(["Radius"])], settings: { acceptRadius: true }, partial: true },
        },
        violating: {
            "a certificate besides": [clients(["AAD", "Certificate"]), TYPES],
            RADIUS: [clients(["Radius"]), TYPES],
            "no types said": [clients(), TYPES],
            "an empty list": [clients([]), TYPES],
            "a certificate, where RADIUS is accepted": { resources: [clients(["Certificate"])], settings: { acceptRadius: true }, property: TYPES },
            "a server's configuration without types": [configuration({ resourceGroupName: "rg" }), "properties.vpnAuthenticationTypes"],
        },
        undetermined: {
            "known only after the update": [clients(UNKNOWN), TYPES],
            "a configuration known only after the update": [gateway({ vpnClientConfiguration: UNKNOWN }), TYPES],
        },
        notApplicable: { "a gateway between sites": gateway({ gatewayType: "Vpn", vpnType: "RouteBased" }) },
    },
};
