import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, filled, off, where } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { isInternet } from "../../src/policy/networks";
import { and, is, not, or } from "../../src/policy/unknown";
import { isSet, read, text, truth } from "../../src/policy/values";
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

export const clientVpnPerGroup = must({
    name: "aws-client-vpn-authorisation-per-group",
    title: "Client VPN lets each group into the networks that it needs",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ec2clientvpn/authorizationRule:AuthorizationRule"],
    why: "Where everyone who can sign in reaches everything, one stolen session is inside the whole network.",
    fix: "Set accessGroupId, leave authorizeAllGroups out, and name the network in targetNetworkCidr.",
    references: ["aws-config:ec2-client-vpn-not-authorize-all"],
    facts: [
        off("authorizeAllGroups", false, "Everyone who can sign in to the VPN may use the rule."),
        ...where(props => not(truth(read(props, "authorizeAllGroups")) ?? false), filled("accessGroupId", "The rule names no group.")),
        fact("targetNetworkCidr", "The rule opens every network at once.", cidr => !isInternet(text(cidr ?? ""))),
    ],
});
