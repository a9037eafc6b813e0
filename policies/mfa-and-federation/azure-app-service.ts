import { type StackCheck, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, not, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";
import { ofSameParent } from "../shared/azure-parents";

const APP = "azure-native:web:WebApp";
const SLOT = "azure-native:web:WebAppSlot";
const FTP = { [APP]: "azure-native:web:WebAppFtpAllowed", [SLOT]: "azure-native:web:WebAppFtpAllowedSlot" } as const;
const SCM = { [APP]: "azure-native:web:WebAppScmAllowed", [SLOT]: "azure-native:web:WebAppScmAllowedSlot" } as const;
type AppCheck = StackCheck<typeof APP | typeof SLOT>;

export const basicPublishingDisabled = stackPolicy({
    name: "azure-app-service-basic-publishing-disabled",
    title: "Web and function apps are not published with a password",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [APP, SLOT],
    reads: [...Object.values(FTP), ...Object.values(SCM)],
    why: "The publishing password replaces the app's code without a second factor, and everyone who may read the publish profile has it.",
    fix: "Put a WebAppScmAllowed and a WebAppFtpAllowed (…Slot for a slot) with allow: false beside the app; FTP may be closed by siteConfig.ftpsState 'Disabled' instead.",
    references: [
        "azure-policy:871b205b-57cf-4e1e-a234-492616998bf7",
        "azure-policy:aede300b-d67f-480a-ae26-4b3dfb1a1fdc",
        "azure-policy:ec71c0bc-6a45-4b1f-9587-80dc83e6898c",
        "azure-policy:847ef871-e2fe-4e6e-907e-4adbf71de5cf",
    ],
    checkResource(c) {
        const contained = is(c.get("managedEnvironmentId"), id => id !== undefined && id !== "");
        if (contained === true) {
            c.notApplicable("an app on Container Apps, which has no deployment site");
            return;
        }
        c.require(or(contained, forbids(c, SCM[c.type])), "", "The publishing password opens the app's deployment site.");
        c.require(
            or(contained, c.oneOf("siteConfig.ftpsState", ["Disabled"]), forbids(c, FTP[c.type])),
            "siteConfig.ftpsState",
            "The publishing password opens the app by FTP.",
        );
    },
});

/** Does a resource beside the app, or beside the slot of the same app, say that the password opens nothing? */
function forbids({ graph, resource }: AppCheck, type: string): Answer {
    const named =
        resource.type === SLOT ? ofSameParent(graph, graph.into(resource, type, "slot"), resource, "name", APP) : graph.into(resource, type, "name");
    return linkedSatisfies(named, ({ props }) => not(truth(read(props, "allow")) ?? true));
}

const CONTAINER_APP = "azure-native:app:ContainerApp";
const ENVIRONMENT = "azure-native:app:ManagedEnvironment";
const AUTH_V2 = "azure-native:web:WebAppAuthSettingsV2";
const AUTH_V1 = "azure-native:web:WebAppAuthSettings";
const CONTAINER_AUTH = "azure-native:app:ContainerAppsAuthConfig";

export const appAuthentication = stackPolicy({
    name: "azure-app-authentication-enabled",
    title: "Apps on the internet ask everyone to sign in",
    commitment: "mfa-and-federation",
    part: "product",
    topic: "product-federation",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [APP, CONTAINER_APP],
    reads: [AUTH_V2, AUTH_V1, CONTAINER_AUTH, ENVIRONMENT],
    why: "The platform can ask for sign-in before a request reaches the app's code, so that a flaw in it is not open to strangers.",
    fix: "Put a WebAppAuthSettingsV2 or ContainerAppsAuthConfig with platform.enabled and an unauthenticatedClientAction other than 'AllowAnonymous' beside the app, or require client certificates.",
    references: [
        "azure-policy:95bccee9-a7f8-4bec-9ee9-62c3473701fc",
        "azure-policy:c75248c1-ea1d-4a9c-8fc9-29a6aabd5da8",
        "azure-policy:2b585559-a78e-4cc4-b1aa-fb169d2f6b96",
        "azure-policy:19dd1db6-f442-49cf-a838-b0786b4401ef",
        "checkov:CKV_AZURE_13",
        "checkov:CKV_AZURE_56",
        "cis-azure-2.0:9.1",
        "cis-azure-3.0:9.2",
        "mcsb:PV-2",
        "ms-caf-3.2",
    ],
    checkResource(c) {
        const open = isOpen(c);
        if (open === false) {
            c.notApplicable("an app that the internet does not reach");
            return;
        }
        const beside = c.graph.into(c.resource, [AUTH_V2, AUTH_V1, CONTAINER_AUTH], ["name", "containerAppName"]);
        c.require(or(not(open), asksForCertificates(c), linkedSatisfies(beside, asksForSignIn)), "", "Everyone reaches the app without signing in.");
    },
});

/** Does the internet reach the app? */
function isOpen(c: StackCheck<typeof APP | typeof CONTAINER_APP>): Answer {
    if (c.type === APP) return not(c.oneOf("publicNetworkAccess", ["Disabled"]));
    const environments = ["managedEnvironmentId", "environmentId"].map(path => c.graph.from(c.resource, path, ENVIRONMENT));
    const closed = ({ props }: Resource): Answer =>
        or(truth(read(props, "vnetConfiguration.internal")) ?? false, isOneOf(read(props, "publicNetworkAccess"), ["Disabled"]));
    return and(c.on("configuration.ingress.external", false), not(or(...environments.map(linked => linkedSatisfies(linked, closed)))));
}

function asksForCertificates(c: StackCheck<typeof APP | typeof CONTAINER_APP>): Answer {
    return c.type === APP
        ? and(c.on("clientCertEnabled", false), c.oneOf("clientCertMode", ["Required"], "Required"))
        : c.oneOf("configuration.ingress.clientCertificateMode", ["require"]);
}

function asksForSignIn({ type, props }: Resource): Answer {
    if (type === AUTH_V1)
        return and(truth(read(props, "enabled")) ?? false, isOneOf(read(props, "unauthenticatedClientAction"), ["RedirectToLoginPage"]));
    const action = read(props, "globalValidation.unauthenticatedClientAction");
    return and(
        truth(read(props, "platform.enabled")) ?? false,
        or(truth(read(props, "globalValidation.requireAuthentication")) ?? false, action !== undefined && not(isOneOf(action, ["AllowAnonymous"]))),
    );
}
