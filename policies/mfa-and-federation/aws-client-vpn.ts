import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { and, is, or } from "../../src/policy/unknown";
import { isSet, read } from "../../src/policy/values";
import { DIRECTORY, RADIUS, asksRadius } from "../shared/directory-mfa";

export const clientVpnFederated = stackPolicy({
    name: "aws-client-vpn-federated-authentication",
    title: "Client VPN endpoints leave sign-in to an identity provider with MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ec2clientvpn/endpoint:Endpoint"],
    reads: [DIRECTORY, RADIUS],
    why: "A certificate alone is a single factor: whoever copies it from a laptop is inside the network.",
    fix: "Add an authentication option of type 'federated-authentication' with samlProviderArn, or of a directory that asks RADIUS for a second factor.",
    references: [],
    settings: {
        allowDirectory: { type: "boolean", default: true, description: "Accept a directory whose RadiusSettings ask for a second factor." },
        maxSessionHours: { type: "integer", minimum: 8, default: 12, description: "Hours after which a session should be asked for anew." },
    },
    checkResource({ graph, resource, all, number, require, advice, settings }) {
        const directories = graph.from(resource, "authenticationOptions[].activeDirectoryId", DIRECTORY);
        const options = all("authenticationOptions[]").map(({ value }) =>
            is(value, option =>
                or(
                    and(isOneOf(read(option, "type"), ["federated-authentication"]), isSet(option, "samlProviderArn")),
                    and(
                        settings.allowDirectory,
                        isOneOf(read(option, "type"), ["directory-service-authentication"]),
                        linkedSatisfies(directories, directory => asksRadius(graph, directory)),
                    ),
                ),
            ),
        );
        require(or(
            ...options,
        ), "authenticationOptions", "No second factor is asked for: neither a SAML provider's nor a directory's through RADIUS.");
        if (is(number("sessionTimeoutHours", 24), hours => hours !== undefined && hours > settings.maxSessionHours) === true)
            advice("sessionTimeoutHours", `A session lasts longer than ${String(settings.maxSessionHours)} hours.`);
    },
});
