import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { and, not, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { DIRECTORY, RADIUS, asksRadius } from "../shared/directory-mfa";

const WORKSPACES = "aws:workspaces/directory:Directory";

export const directoryMfaRadius = stackPolicy({
    name: "aws-directory-mfa-radius",
    title: "Directories ask for a second factor, through RADIUS or SAML",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [DIRECTORY],
    reads: [RADIUS, WORKSPACES],
    why: "Desktops, VPNs and consoles that sign in against a directory ask for no more than the directory does: a password.",
    fix: "Add RadiusSettings for the directory with authenticationProtocol 'MS-CHAPv2', or set samlProperties.status of its WorkSpaces directory to 'ENABLED'.",
    references: ["prowler:directoryservice_supported_mfa_radius_enabled", "prowler:directoryservice_radius_server_security_protocol"],
    settings: {
        minRadiusServers: { type: "integer", minimum: 1, default: 1, description: "RADIUS servers that must be named, so that one may fail." },
        acceptSaml: {
            type: "boolean",
            default: true,
            description: "Accept a WorkSpaces directory that signs its users in through SAML or certificates.",
        },
    },
    checkResource({ graph, resource, oneOf, require, notApplicable, settings }) {
        const supported = oneOf("type", ["MicrosoftAD", "ADConnector"], "SimpleAD");
        if (supported === false) {
            notApplicable("a Simple AD, which knows no second factor");
            return;
        }
        const saml = linkedSatisfies(graph.into(resource, WORKSPACES, "directoryId"), desktop =>
            or(...["samlProperties.status", "certificateBasedAuthProperties.status"].map(path => isOneOf(read(desktop.props, path), ["ENABLED"]))),
        );
        require(or(
            not(supported),
            asksRadius(graph, resource, settings.minRadiusServers),
            and(settings.acceptSaml, saml),
        ), "", "No RADIUS server with MS-CHAPv2, and no WorkSpaces sign-in through SAML, asks for a second factor.");
    },
});
