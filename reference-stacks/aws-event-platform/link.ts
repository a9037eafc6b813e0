import * as aws from "@pulumi/aws";

import { name, partnerCidr, partnerGatewayIp, tags } from "./config";
import { logGroup } from "./logs";
import { routes, vpc } from "./network";

// The private connection over which partners come and the legacy database is reached: a VPN to the hub in which their networks end.
// Without the address of that hub none is made, for example where Direct Connect or a transit gateway is there already.
if (partnerGatewayIp !== undefined) {
    const gateway = new aws.ec2.VpnGateway("partners", { vpcId: vpc.id, tags: { ...tags, Name: `${name}-partners` } });
    const hub = new aws.ec2.CustomerGateway("partners", {
        ipAddress: partnerGatewayIp,
        bgpAsn: "65000",
        type: "ipsec.1",
        tags: { ...tags, Name: `${name}-partners` },
    });

    /** What both tunnels agree to, and nothing weaker. */
    const strong = {
        ikeVersions: ["ikev2"],
        encryption: ["AES256-GCM-16"],
        integrity: ["SHA2-384", "SHA2-512"],
        groups: [19, 20, 21],
    };
    const logged = (tunnel: string) => ({
        cloudwatchLogOptions: {
            logEnabled: true,
            logGroupArn: logGroup(tunnel, `/${name}/vpn/${tunnel}`).arn,
            logOutputFormat: "json",
        },
    });
    const connection = new aws.ec2.VpnConnection("partners", {
        vpnGatewayId: gateway.id,
        customerGatewayId: hub.id,
        type: "ipsec.1",
        staticRoutesOnly: true,
        // AWS makes the keys up and keeps them: they stand neither here nor in the state.
        presharedKeyStorage: "SecretsManager",
        tunnel1IkeVersions: strong.ikeVersions,
        tunnel1Phase1EncryptionAlgorithms: strong.encryption,
        tunnel1Phase1IntegrityAlgorithms: strong.integrity,
        tunnel1Phase1DhGroupNumbers: strong.groups,
        tunnel1Phase2EncryptionAlgorithms: strong.encryption,
        tunnel1Phase2IntegrityAlgorithms: strong.integrity,
        tunnel1Phase2DhGroupNumbers: strong.groups,
        tunnel1LogOptions: logged("tunnel1"),
        tunnel2IkeVersions: strong.ikeVersions,
        tunnel2Phase1EncryptionAlgorithms: strong.encryption,
        tunnel2Phase1IntegrityAlgorithms: strong.integrity,
        tunnel2Phase1DhGroupNumbers: strong.groups,
        tunnel2Phase2EncryptionAlgorithms: strong.encryption,
        tunnel2Phase2IntegrityAlgorithms: strong.integrity,
        tunnel2Phase2DhGroupNumbers: strong.groups,
        tunnel2LogOptions: logged("tunnel2"),
        tags: { ...tags, Name: `${name}-partners` },
    });
    new aws.ec2.VpnConnectionRoute("partners", { vpnConnectionId: connection.id, destinationCidrBlock: partnerCidr });
    new aws.ec2.VpnGatewayRoutePropagation("partners", { vpnGatewayId: gateway.id, routeTableId: routes.id });
}
