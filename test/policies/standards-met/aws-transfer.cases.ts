import { type Cases, UNKNOWN, of } from "../support/cases";

const server = of("aws:transfer/server:Server");
const connector = of("aws:transfer/connector:Connector");

const secure = { endpointType: "VPC", securityPolicyName: "TransferSecurityPolicy-2024-01" };

export const cases: Cases = {
    "aws-transfer-server-secure": {
        compliant: {
            "SFTP where left out": server(secure),
            "the FIPS policy": server({ ...secure, protocols: ["SFTP", "FTPS"], securityPolicyName: "TransferSecurityPolicy-FIPS-2024-01" }),
            "a public endpoint, where that is accepted": {
                resources: [server({ ...secure, endpointType: "PUBLIC" })],
                settings: { allowPublicEndpoint: true },
            },
            "a connector with the newest policy, by default": connector({ url: "sftp://files.example.nhs.uk" }),
        },
        violating: {
            FTP: [server({ ...secure, protocols: ["SFTP", "FTP"] }), "protocols[1]"],
            "public where left out": [server({ securityPolicyName: "TransferSecurityPolicy-2024-01" }), "endpointType"],
            "the default policy": [server({ endpointType: "VPC" }), "securityPolicyName"],
            "an old policy": [server({ ...secure, securityPolicyName: "TransferSecurityPolicy-2020-06" }), "securityPolicyName"],
            "a connector over HTTP": [connector({ url: "http://files.example.nhs.uk" }), "url"],
        },
        undetermined: {
            "a policy that is not known": [server({ ...secure, securityPolicyName: UNKNOWN }), "securityPolicyName"],
            "protocols that are not known": [server({ ...secure, protocols: UNKNOWN }), "protocols"],
        },
    },
};
