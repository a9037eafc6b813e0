import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const endpoint = of("aws:ec2clientvpn/endpoint:Endpoint");
const directory = of("aws:directoryservice/directory:Directory");
const radius = of("aws:directoryservice/radiusSettings:RadiusSettings");

const saml = { type: "federated-authentication", samlProviderArn: "arn:aws:iam::111122223333:saml-provider/idp" };
const certificate = { type: "certificate-authentication", rootCertificateChainArn: "arn:aws:acm:eu-west-2:111122223333:certificate/1" };
type Endpoint = CaseProps<"aws:ec2clientvpn/endpoint:Endpoint">;
const vpn = (authenticationOptions: Endpoint["authenticationOptions"], sessionTimeoutHours?: number): CaseResource =>
    endpoint({ authenticationOptions, ...(sessionTimeoutHours === undefined ? {} : { sessionTimeoutHours }) });
const staff = directory({ name: "corp.example.org", type: "MicrosoftAD" });
const throughDirectory = endpoint(
    { authenticationOptions: [{ type: "directory-service-authentication", activeDirectoryId: UNKNOWN }], sessionTimeoutHours: 12 },
    { authenticationOptions: staff },
);
const secondFactor = (authenticationProtocol: string | Unknown): CaseResource =>
    radius({ directoryId: UNKNOWN, authenticationProtocol, radiusServers: ["10.0.0.4"] }, { directoryId: staff });
const OPTIONS = "authenticationOptions";

const authorization = of("aws:ec2clientvpn/authorizationRule:AuthorizationRule");
const rule = (props: CaseProps<"aws:ec2clientvpn/authorizationRule:AuthorizationRule">): CaseResource =>
    authorization({ clientVpnEndpointId: "cvpn-endpoint-1", ...props });

export const cases: Cases = {
    "aws-client-vpn-federated-authentication": {
        compliant: {
            "a SAML provider": vpn([saml], 12),
            "a certificate besides": vpn([certificate, saml], 8),
            "a session of 24 hours, as by default": { resources: [vpn([saml])], advice: true },
            "the default said outright": { resources: [vpn([saml], 24)], advice: true },
            "a directory that asks RADIUS": [throughDirectory, secondFactor("MS-CHAPv2")],
        },
        violating: {
            "a certificate only": [vpn([certificate], 12), OPTIONS],
            "a directory by password only": [throughDirectory, OPTIONS],
            "RADIUS by a weak protocol": [[throughDirectory, secondFactor("PAP")], OPTIONS],
            "a directory, where none is accepted": {
                resources: [throughDirectory, secondFactor("MS-CHAPv2")],
                settings: { allowDirectory: false },
                property: OPTIONS,
            },
        },
        undetermined: {
            "options that are not known": [endpoint({ authenticationOptions: UNKNOWN, sessionTimeoutHours: 12 }), OPTIONS],
            "a kind that is not known": [vpn([{ ...saml, type: UNKNOWN }], 12), OPTIONS],
            "a directory of another stack": [vpn([{ type: "directory-service-authentication", activeDirectoryId: "d-1234567890" }], 12), OPTIONS],
            "a protocol that is not known": [[throughDirectory, secondFactor(UNKNOWN)], OPTIONS],
        },
    },
    "aws-client-vpn-authorisation-per-group": {
        compliant: {
            "a group and a network": rule({ accessGroupId: "S-1-5-21", targetNetworkCidr: "10.20.0.0/16" }),
            "the default said outright": rule({ accessGroupId: "S-1-5-21", authorizeAllGroups: false, targetNetworkCidr: "10.20.0.0/16" }),
            "a group that is not known yet": rule({ accessGroupId: UNKNOWN, targetNetworkCidr: "10.20.0.0/16" }),
        },
        violating: {
            everyone: [rule({ authorizeAllGroups: true, targetNetworkCidr: "10.20.0.0/16" }), "authorizeAllGroups"],
            "nobody named": [rule({ targetNetworkCidr: "10.20.0.0/16" }), "accessGroupId"],
            "every network": [rule({ accessGroupId: "S-1-5-21", targetNetworkCidr: "0.0.0.0/0" }), "targetNetworkCidr"],
            "every network of IPv6": [rule({ accessGroupId: "S-1-5-21", targetNetworkCidr: "::/0" }), "targetNetworkCidr"],
        },
        undetermined: {
            "a switch that is not known": [rule({ authorizeAllGroups: UNKNOWN, targetNetworkCidr: "10.20.0.0/16" }), "authorizeAllGroups"],
            "a network that is not known": [rule({ accessGroupId: "S-1-5-21", targetNetworkCidr: UNKNOWN }), "targetNetworkCidr"],
        },
    },
};
