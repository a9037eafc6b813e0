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
};
