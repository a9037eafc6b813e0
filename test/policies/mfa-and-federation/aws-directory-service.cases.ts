import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const directory = of("aws:directoryservice/directory:Directory");
const radius = of("aws:directoryservice/radiusSettings:RadiusSettings");
const workspaces = of("aws:workspaces/directory:Directory");

const staff = directory({ name: "corp.example.org", type: "MicrosoftAD" });
const connector = directory({ name: "corp.example.org", type: "ADConnector" });
const secondFactor = (owner: CaseResource, authenticationProtocol: string | Unknown, ...radiusServers: readonly string[]): CaseResource =>
    radius({ directoryId: UNKNOWN, authenticationProtocol, radiusServers }, { directoryId: owner });
const desktops = (props: CaseProps<"aws:workspaces/directory:Directory">): CaseResource =>
    workspaces({ directoryId: UNKNOWN, ...props }, { directoryId: staff });
const saml = desktops({ samlProperties: { status: "ENABLED", userAccessUrl: "https://idp.example.org" } });

export const cases: Cases = {
    "aws-directory-mfa-radius": {
        compliant: {
            "RADIUS by MS-CHAPv2": [staff, secondFactor(staff, "MS-CHAPv2", "10.0.0.4")],
            "a connector": [connector, secondFactor(connector, "MS-CHAPv2", "10.0.0.4")],
            "two servers, where two are asked for": {
                resources: [staff, secondFactor(staff, "MS-CHAPv2", "10.0.0.4", "10.0.1.4")],
                settings: { minRadiusServers: 2 },
            },
            "desktops that sign in through SAML": [staff, saml],
            "desktops that sign in by certificate": [staff, desktops({ certificateBasedAuthProperties: { status: "ENABLED" } })],
        },
        violating: {
            "a directory alone": [staff, ""],
            "a connector alone": [connector, ""],
            "a weak protocol": [[staff, secondFactor(staff, "PAP", "10.0.0.4")], ""],
            "one server, where two are asked for": {
                resources: [staff, secondFactor(staff, "MS-CHAPv2", "10.0.0.4")],
                settings: { minRadiusServers: 2 },
                property: "",
            },
            "another directory's RADIUS": [[staff, secondFactor(connector, "MS-CHAPv2", "10.0.0.4")], ""],
            "desktops with passwords, as by default": [[staff, desktops({})], ""],
            "SAML switched off": [[staff, desktops({ samlProperties: { status: "DISABLED" } })], ""],
            "SAML that passwords may replace": [[staff, desktops({ samlProperties: { status: "ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK" } })], ""],
            "SAML, where it is not accepted": { resources: [staff, saml], settings: { acceptSaml: false }, property: "" },
        },
        undetermined: {
            "a protocol that is not known": [[staff, secondFactor(staff, UNKNOWN, "10.0.0.4")], ""],
            "RADIUS of a directory that is not known": [
                [staff, radius({ directoryId: UNKNOWN, authenticationProtocol: "MS-CHAPv2", radiusServers: ["10.0.0.4"] })],
                "",
            ],
            "a kind of directory that is not known": [directory({ name: "corp.example.org", type: UNKNOWN }), ""],
            "SAML that is perhaps on": [[staff, desktops({ samlProperties: { status: UNKNOWN } })], ""],
        },
        notApplicable: {
            "a Simple AD, as by default": directory({ name: "corp.example.org" }),
            "a Simple AD said outright": directory({ name: "corp.example.org", type: "SimpleAD" }),
        },
    },
};
